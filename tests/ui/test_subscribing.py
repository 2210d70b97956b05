"""What ``a`` does with an address: searching, choosing, stopping; sites are on loopback."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from reader.discover import FoundFeed
from reader.errors import FetchError
from reader.fetch import Fetched
from reader.model import ParsedEntry, ParsedFeed
from reader.store import Store
from reader.ui.screens.subscribe import Choice, SubscribeScreen
from tests.support.sites import Farm, body
from tests.ui.driver import NOW, Driver, Reader

HOUR = 3600

ITEM = "<item><title>{0} 1</title></item>"
RSS = "<rss version='2.0'><channel><title>{0}</title>" + ITEM + "</channel></rss>"
NAMED = "<link rel=alternate type=application/rss+xml href=/{}>"


@pytest.fixture
def farm() -> Iterator[Farm]:
    """A site: its page names two feeds, and so does each of its other pages one."""
    pages = {b"/": "".join(map(NAMED.format, ("sea", "ice"))), b"/one": NAMED.format("sea")}
    feeds = {b"/sea": RSS.format("Sea"), b"/ice": RSS.format("Ice")}

    def answer(path: bytes) -> bytes:
        page = f"<html><head>{pages.get(path, '')}</head></html>"
        return body(feeds.get(path, page).encode())

    farm = Farm(answer)
    yield farm
    farm.close()


def titles(path: Path) -> list[str]:
    with Store(path) as store:
        return [row.title for row in store.feeds()]


async def type_in(driver: Driver, address: str, *keys: str) -> None:
    """Ask for an address, wait for what is found, press some keys."""
    await driver.press("a")
    await driver.pilot.press(*address)
    await driver.press("enter", *keys)


async def test_several_feeds_are_chosen_from(reader: Reader, farm: Farm, database: Path) -> None:
    before = titles(database)
    async with reader() as driver:
        await type_in(driver, farm.url)
        assert f" 127.0.0.1:{farm.port}/sea " in driver.text
        await driver.press("j")
        assert f" 127.0.0.1:{farm.port}/ice " in driver.text
        await driver.press("space", "k", "space")
        assert driver.text.count("[x] ") == 2
        await driver.press("enter")
        assert "Subscribed to 2 feeds · u undoes" in driver.text
        assert sorted(titles(database)) == sorted([*before, "Sea", "Ice"])
        await driver.press("u")
        assert titles(database) == before
    assert len([head for head in farm.requests if b" /sea " in head]) == 1  # kept as it was found


async def test_enter_takes_the_feed_under_the_cursor(
    reader: Reader, farm: Farm, database: Path
) -> None:
    async with reader() as driver:
        await type_in(driver, farm.url, "j", "enter")
        assert "Ice" in titles(database)
        assert "Sea" not in titles(database)
        await type_in(driver, farm.url, "j", "space")
        assert "[x] " not in driver.text  # there is nothing to add about it
        assert "subscribed" in driver.text
        await driver.press("enter")
        assert "Already subscribed: Ice" in driver.text
        assert driver.screen.view.feed_id is not None


async def test_the_only_feed_is_taken(reader: Reader, farm: Farm, database: Path) -> None:
    async with reader() as driver:
        await type_in(driver, f"{farm.url}/one")
        assert "Subscribed to 1 feed · u undoes" in driver.text
        assert "Sea" in titles(database)
        await type_in(driver, f"{farm.url}/one")
        assert "Already subscribed: Sea" in driver.text


async def test_one_goes_back_from_what_was_found(reader: Reader, farm: Farm) -> None:
    async with reader() as driver:
        await type_in(driver, farm.url, "escape")
        assert farm.url in driver.text
        assert "[ ] Sea" not in driver.text
        await driver.press("x", "backspace", "enter")
        assert "[ ] Sea" in driver.text
        await driver.press("escape", "escape")
        assert len(driver.app.screen_stack) == 1


class Slow:
    """A search that lasts until it is stopped."""

    def __init__(self) -> None:
        self.ended = threading.Event()

    def __call__(self, text: str, stop: Callable[[], bool]) -> Sequence[FoundFeed]:
        del text
        until = time.monotonic() + 10
        while not stop() and time.monotonic() < until:
            time.sleep(0.01)
        if stop():
            self.ended.set()
        return []


async def search(driver: Driver, screen: SubscribeScreen, address: str) -> None:
    await driver.app.push_screen(screen)
    await driver.pilot.press(*address, "enter")
    await driver.pilot.pause(0.05)


async def test_a_search_is_stopped(reader: Reader) -> None:
    slow = Slow()
    async with reader() as driver:
        await search(driver, SubscribeScreen(slow, ()), "coast.example")
        assert "Searching" in driver.text
        begun = time.monotonic()
        await driver.pilot.press("escape")
        assert "Search stopped" in driver.text
        assert time.monotonic() - begun < 1
        assert "coast.example" in driver.text
        assert slow.ended.wait(1)
        assert isinstance(driver.app.screen, SubscribeScreen)


async def test_who_types_on_stops_the_search(reader: Reader) -> None:
    slow = Slow()
    async with reader() as driver:
        await search(driver, SubscribeScreen(slow, ()), "coast.example")
        await driver.pilot.press("s")
        assert slow.ended.wait(1)
        assert "coast.examples" in driver.text
        assert "Searching" not in driver.text


async def test_leaving_the_reader_stops_the_search(reader: Reader) -> None:
    slow = Slow()
    async with reader() as driver:
        await search(driver, SubscribeScreen(slow, ()), "coast.example")
    assert slow.ended.wait(1)


# --- Pictures ------------------------------------------------------------------------


def found(
    path: str, title: str, kind: Any = "RSS", entries: Sequence[tuple[str, int]] = ()
) -> FoundFeed:
    url = f"https://coast.example{path}"
    told = tuple(
        ParsedEntry(guid=name, title=name, published=NOW - hours * HOUR) for name, hours in entries
    )
    return FoundFeed(
        url, kind, "named", ParsedFeed(title, entries=told), Fetched(url=url, data=b""), True
    )


LONG = "Eine sehr lange Überschrift, die an keinem Rand der Welt zu Ende ist"
SPORT = "Coast Courier: [b]Sport[/b] by the sea, and of rowing boats above all"
FOUND = (
    found("/feed", "Coast Courier", "Atom", [("Harbour vote postponed again", 3), ("Ice", 30)]),
    found("/sport/feed.json", SPORT, "JSON Feed", [(LONG, 200)]),
    found("/weather", "海岸の天気", entries=[("終バス、今夜も終電を待つ", 0)]),
    found("/comments/feed", "Comments for Coast Courier"),
)
KNOWN = ("https://coast.example/weather",)


def shown(text: str, stop: Callable[[], bool]) -> Sequence[FoundFeed]:
    del text, stop
    return FOUND


def refused(text: str, stop: Callable[[], bool]) -> Sequence[FoundFeed]:
    del stop
    raise FetchError(f"the page names a feed, but {text} answered 404 Not Found")


@pytest.mark.parametrize(
    ("size", "theme"),
    [((80, 24), "newsreader-night"), ((40, 12), "newsreader-day")],
    ids=["80x24", "40x12"],
)
@pytest.mark.parametrize(
    ("find", "keys"),
    [(shown, ["space", "j"]), (Slow(), []), (refused, [])],
    ids=["found", "searching", "refused"],
)
async def test_picture_of_a_search(  # noqa: PLR0913, PLR0917 - pytest gives each by its name
    reader: Reader,
    matches_snapshot: Callable[[App[Any]], bool],
    size: tuple[int, int],
    theme: str,
    find: Any,
    keys: list[str],
) -> None:
    async with reader(*size, theme=theme) as driver:
        await search(driver, SubscribeScreen(find, KNOWN), "coast.example")
        await driver.pilot.press(*keys)
        await driver.pilot.pause(0.2)
        assert matches_snapshot(driver.app)


async def test_what_is_ticked_is_given_in_order(reader: Reader) -> None:
    given: list[tuple[Choice, ...] | Path | None] = []
    async with reader() as driver:
        await driver.app.push_screen(SubscribeScreen(shown, KNOWN), given.append)
        await driver.pilot.press(*"coast.example", "enter")
        await driver.pilot.pause(0.1)
        await driver.pilot.press("G", "space", "home", "space", "ctrl+s")
        await driver.pilot.pause(0.1)
    assert isinstance(given[0], tuple)
    assert [choice.found for choice in given[0]] == [FOUND[0], FOUND[3]]
