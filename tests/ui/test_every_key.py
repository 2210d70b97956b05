"""Every key of the table, pressed once in the running reader, with its effect seen.

A new binding needs a step here: without one the last test fails.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.containers import VerticalScroll
from textual.events import Key
from textual.keys import key_to_character
from textual.widgets import Input

from reader.config import Config
from reader.model import ParsedFeed
from reader.paths import Paths
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.keystrokes import normal
from reader.ui.screens.help import key_table
from tests.support.sites import Farm, body
from tests.ui.conftest import entry
from tests.ui.driver import NOW, Driver, Reader

Seen = Callable[[Driver], bool]
LINKS = "".join(f'<li><a href="https://example.org/{n}">Link {n}</a></li>' for n in range(40))
KEYS = {key.id: key for keys in key_table(ReaderApp, {}).values() for key in keys}


class Step(NamedTuple):
    """A key, what is to hold after it and not before, and keys on the way there and back."""

    id: str
    seen: Seen
    before: Sequence[str] = ()
    after: Sequence[str] = ()


class Walk(NamedTuple):
    """Steps of one session, in a terminal of a size."""

    steps: Sequence[Step]
    columns: int = 120
    rows: int = 24


# --- What is seen ------------------------------------------------------------------------


def opened(name: str) -> Seen:
    return lambda driver: type(driver.app.screen).__name__ == name


def alone(driver: Driver) -> bool:
    return len(driver.app.screen_stack) == 1


def told(text: str) -> Seen:
    return lambda driver: text in driver.last_line


def shown(text: str) -> Seen:
    return lambda driver: text in driver.text


def gone(text: str) -> Seen:
    return lambda driver: text not in driver.text


def pane(name: str) -> Seen:
    return lambda driver: driver.screen.pane == name


def row(index: int) -> Seen:
    return lambda driver: driver.screen.entries.cursor == index


def line(number: int) -> Seen:
    return lambda driver: round(driver.screen.article.scroll_y) == number


def changes(value: Callable[[Driver], object]) -> Seen:
    """Something is not what it was when it was looked at first."""
    first: list[object] = []

    def is_other(driver: Driver) -> bool:
        first.append(value(driver))
        return first[-1] != first[0]

    return is_other


def match(index: int) -> Seen:
    return lambda driver: driver.screen.article._match == index


def further(driver: Driver) -> bool:
    return driver.screen.article.scroll_y > 0


def quotation(index: int) -> Seen:
    return lambda driver: driver.screen.article.quotation == index


def view(kind: str) -> Seen:
    return lambda driver: driver.screen.view.kind == kind


def holds(text: str) -> Seen:
    """The line that is typed into holds a text."""
    return lambda driver: isinstance(driver.app.focused, Input) and driver.app.focused.value == text


def scrolled(driver: Driver) -> bool:
    """A dialog is."""
    return any(one.scroll_y > 0 for one in driver.app.screen.query(VerticalScroll))


def lettered(driver: Driver) -> bool:
    """Every link has letters, not only those that begin with what was typed."""
    return sum(map(len, driver.screen.article.labels.values())) > 30


def page(lines: int) -> Seen:
    """The reading pane scrolled by a page, or half of one."""

    def is_there(driver: Driver) -> bool:
        article = driver.screen.article
        return round(article.scroll_y) == min(
            article.size.height // 2 if lines == 1 else article.size.height - 2,
            article.max_scroll_y,
        )

    return is_there


# --- Where each key is pressed -----------------------------------------------------------

WALKS: dict[str, Walk] = {
    "screens": Walk([
        Step("app.help", opened("HelpScreen"), after=["escape"]),
        Step("app.palette", opened("CommandPalette"), after=["escape"]),
        Step("app.settings", opened("SettingsScreen"), after=["escape"]),
        Step("desk.subscribe", opened("SubscribeScreen"), after=["escape"]),
        Step("desk.search", holds(""), after=["escape"]),
        Step("reader.command", holds(""), after=["escape"]),
        Step("reader.jump", told("Go to"), after=["escape"]),
        Step("app.quit", lambda driver: driver.app.return_code == 0),
    ]),
    "going": Walk([
        Step("reader.next-entry", row(1)),
        Step("reader.previous-entry", row(0)),
        Step("reader.next-feed", view("unread")),
        Step("reader.previous-feed", view("all")),
        Step("reader.leave", pane("feeds"), after=["l"]),
        Step("reader.left", pane("feeds")),
        Step("feeds.fold", shown("▸ Coast"), before=["4", "j"], after=["space", "tab"]),
        Step("reader.right", pane("article")),
        Step("reader.back", pane("list")),
        Step("reader.next-pane", pane("article")),
        Step("reader.previous-pane", pane("list")),
        Step("reader.sources", pane("sources"), after=["escape", "escape"]),
        Step("reader.zen", gone("Bookmarks"), after=["z", "escape"]),
        Step("reader.next-unread", row(1)),
        Step("reader.previous-unread", row(5), after=["escape", "home", "enter"]),
        Step("visits.back", row(5)),
        Step("visits.forward", row(0)),
        Step("reader.read-on", further),
        Step("inside.narrower", changes(lambda driver: driver.screen.article.measure)),
        Step("inside.wider", changes(lambda driver: driver.screen.article.measure)),
    ]),
    "changing": Walk([
        Step("desk.bookmark", told("Bookmarked")),
        Step("desk.edit", opened("BookmarkScreen")),
        Step("bookmark.cancel", alone),
        Step("desk.read", told("Marked read")),
        Step("desk.undo", told("Undone: marked read")),
        Step("desk.redo", told("Redone: marked read")),
        Step("desk.all-read", told("entries read")),
        Step("desk.browse", told("Opened https://example.org/harbour")),
        Step("desk.copy", lambda driver: driver.app.clipboard == "https://example.org/harbour"),
        Step("reader.next-quotation", quotation(0), before=["enter"]),
        Step("desk.bookmark-quotation", told("Quotation bookmarked")),
        Step("reader.previous-quotation", quotation(0), before=["]"]),
        Step("reader.evidence", opened("EvidenceScreen"), after=["escape"]),
        Step("desk.correct", opened("CorrectScreen")),
        Step("correct.cancel", alone),
        Step("source.cancel", alone, before=["c", "G", "k", "enter"]),
        Step("desk.not-quotation", told("not a quotation")),
        Step("desk.full-text", told("Choose an entry of a feed first"),
             before=["home", "h", "h", "home", *"jjj", "enter"]),
        Step("desk.remove", told("nsubscribed"), before=["h", "G"]),
        Step("desk.refresh", told("No feeds yet"), before=["G", "d", "G", "d", "G", "d"]),
    ]),
    "lists": Walk([
        Step("list.next", row(1)),
        Step("list.previous", row(0)),
        Step("list.last", row(5)),
        Step("list.first", row(0)),
        Step("list.half-down", row(3)),
        Step("list.half-up", row(0)),
        Step("list.page-down", row(5)),
        Step("list.page-up", row(0)),
        Step("list.story", told("No other feed has this story")),
        Step("list.order", told("Order: the oldest first")),
        Step("list.open", pane("article")),
    ], rows=14),
    "reading pane": Walk([
        Step("article.down", line(1), before=["enter"]),
        Step("article.up", line(0)),
        Step("article.end", lambda driver: driver.screen.article.is_vertical_scroll_end),
        Step("article.top", line(0)),
        Step("article.half-down", page(1)),
        Step("article.half-up", line(0)),
        Step("article.page-down", page(2)),
        Step("article.page-up", line(0)),
    ], rows=14),
    "command line": Walk([
        Step("command.complete", holds("show Unread"), before=[":", *"show u"]),
        Step("command.complete-back", holds("show u")),
        Step("command.run", view("unread"), before=["tab"]),
        Step("command.older", holds("show Unread"), before=[":"]),
        Step("command.newer", holds("")),
        Step("command.end", lambda driver: driver.app.focused is driver.screen.entries),
    ]),
    "find": Walk([
        Step("inside.find", holds("")),
        Step("find.next", match(1), before=[*"the"]),
        Step("find.previous", match(0)),
        Step("find.page-down", further),
        Step("find.page-up", line(0)),
        Step("find.end", lambda driver: driver.app.focused is driver.screen.entries),
    ], rows=16),
    "links": Walk([
        Step("inside.follow", lettered, before=["6", "j"]),
        Step("hints.back", lettered, before=["s"]),
        Step("hints.end", lambda driver: not driver.screen.article.labels),
        Step("jump.back", lettered, before=["tab", ";", "m"]),
        Step("jump.end", lambda driver: not driver.screen.article.labels),
        Step("inside.links", opened("LinksScreen")),
        Step("links.open", told("Opened https://example.org/0")),
        Step("links.copy", lambda driver: driver.app.clipboard == "https://example.org/0",
             before=["L"]),
        Step("links.close", alone, before=["L"]),
    ], rows=60),
    "outline": Walk([
        Step("inside.outline", opened("OutlineScreen")),
        Step("outline.close", alone),
        Step("listed.cancel", alone, before=["h", "G", "e"]),
    ]),
    "evidence": Walk([
        Step("evidence.next", told("2 of"), before=["enter", "]", "i"]),
        Step("evidence.previous", told("1 of")),
        Step("evidence.down", scrolled),
        Step("evidence.up", lambda driver: not scrolled(driver)),
        Step("evidence.close", alone),
        Step("evidence.correct", opened("CorrectScreen"), before=["i"]),
    ], columns=60, rows=12),
    "adding": Walk([
        Step("starters.tick", shown("[x]"), before=["a", "tab"]),
        Step("subscribe.cancel", alone),
        Step("found.tick", shown("[x]"), before=["a", "FARM", "enter"]),
        Step("found.add", shown("Subscribed to 1 feed")),
        Step("subscribe.add", alone, before=["a"]),
    ]),
    "search": Walk([
        Step("search.complete", holds("is:unread"), before=["/", *"is:un"]),
        Step("search.order", changes(lambda driver: driver.screen.view.best_first),
             before=["ctrl+u", *"ice"]),
        Step("search.save", opened("SaveQueryScreen")),
        Step("tick.turn", shown("[x]"), before=["tab"]),
        Step("save.cancel", alone),
        Step("save.keep", alone, before=["/", "ctrl+s"]),
        Step("search.list", lambda driver: driver.app.focused is driver.screen.entries,
             before=["/"]),
        Step("search.leave", view("all"), before=["/"]),
    ]),
    "settings": Walk([
        Step("settings.more", lambda driver: driver.screen.config.reduced_motion,
             before=[",", "j"]),
        Step("settings.less", lambda driver: not driver.screen.config.reduced_motion),
        Step("settings.change", lambda driver: driver.screen.config.reduced_motion),
        Step("settings.default", lambda driver: not driver.screen.config.reduced_motion),
        Step("settings.close", alone),
    ]),
    "help": Walk([
        Step("help.down", scrolled, before=["?"]),
        Step("help.up", lambda driver: not scrolled(driver)),
        Step("help.page-down", scrolled),
        Step("help.page-up", lambda driver: not scrolled(driver)),
        Step("help.search", holds("")),
        Step("help.close", alone, before=["escape"]),
    ]),
}  # fmt: skip


# --- The tests ---------------------------------------------------------------------------


@pytest.fixture
def farm() -> Iterator[Farm]:
    """A site whose page names two feeds."""
    rss = "<rss version='2.0'><channel><title>{0}</title><item><title>{0} 1</title></item>"
    named = "<link rel=alternate type=application/rss+xml href=/{}>"

    def answer(path: bytes) -> bytes:
        if path in (b"/sea", b"/ice"):
            return body(f"{rss.format(path.decode()[1:])}</channel></rss>".encode())
        return body("".join(map(named.format, ("sea", "ice"))).encode())

    farm = Farm(answer)
    yield farm
    farm.close()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache")
    paths.config.mkdir()
    return paths


def presses(keys: Sequence[str], address: str) -> list[str]:
    """Keys as Textual names them; FARM stands for the address of the site."""
    named = {"FARM": list(address), " ": ["space"], ",": ["comma"]}
    return [one for key in keys for one in named.get(key) or normal(key).split(" ")]


async def press(driver: Driver, keys: Sequence[str]) -> None:
    """Press keys in one burst, as a terminal sends them, then wait."""
    for key in keys:
        driver.app.post_message(Key(key, key_to_character(key)))
    await driver.settle()


@pytest.mark.parametrize("name", WALKS)
async def test_keys(  # noqa: PLR0913, PLR0917
    reader: Reader,
    database: Path,
    paths: Paths,
    farm: Farm,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BROWSER", "true")
    if name == "links":
        with Store(database) as store:
            added = store.add_feed("https://example.org/links.xml", now=NOW)
            html = f"<ul>{LINKS}</ul>"
            many = ParsedFeed("Links", entries=(entry("links", "Links", html, 40),))
            store.save_parsed(added.id, many, now=NOW)
    walk = WALKS[name]
    config = Config(timeout=5)
    async with reader(walk.columns, walk.rows, paths=paths, config=config) as driver:
        for step in walk.steps:
            await press(driver, presses(step.before, farm.url))
            assert not step.seen(driver), f"{step.id}: seen before its key"
            await press(driver, presses(KEYS[step.id].keys[:1], farm.url))
            with suppress(TimeoutError):
                await driver.until(partial(step.seen, driver))
            assert step.seen(driver), f"{step.id}: {driver.text}"
            await press(driver, presses(step.after, farm.url))


def test_every_binding_is_driven() -> None:
    driven = [step.id for walk in WALKS.values() for step in walk.steps]
    assert sorted(driven) == sorted(KEYS)
