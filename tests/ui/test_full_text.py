"""Full texts in the reader, driven by keys, from pages on loopback."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from reader.model import ParsedEntry, ParsedFeed
from reader.store import Store
from tests.support.sites import Farm, body
from tests.ui.driver import NOW, Driver, Reader

TEASER = "<p>The ferry will go on, it was said on Monday. [...]</p>"
PAGE = """<html><head><title>Another title</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>The ferry goes on</h1>
<p>The ferry over the sound will go on until the bridge is there. “Nobody will have to swim,”
said Mira Okell, who chairs the council, on Monday.</p>
<h2>What it costs</h2>
<p>According to the Coast Courier, the ferry costs three million crowns a year.</p>
<ul><li>Two boats, one of them old</li><li>Nineteen men and women</li></ul>
<blockquote><p>A ferry is a road that moves.</p></blockquote>
<p>Jon Hask, who has steered it for thirty years, said he was “rather pleased”.</p></article>
<footer>Imprint</footer></body></html>""".encode()
SLOW = b"<html><body>" + b"<table><tr><td>x</table>" * 20_000 + PAGE
"""Reading it takes longer than it may."""


@pytest.fixture
def farm() -> Iterator[Farm]:
    missing = b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"
    with closing(Farm(lambda path: body(PAGE) if path == b"/ferry" else missing)) as farm:
        yield farm


def subscribe(path: Path, url: str) -> None:
    """Subscribe to a feed with a teaser, an entry whose page is missing, and one without."""
    entries = tuple(
        ParsedEntry(guid, title, link=link, published=NOW - n, content_html=TEASER)
        for n, (guid, title, link) in enumerate(
            (
                ("ferry", "Ferry stays, says council", f"{url}/ferry"),
                ("gone", "A page that is gone", f"{url}/gone"),
                ("none", "An entry without a page", None),
            )
        )
    )
    with Store(path) as store:
        feed = store.add_feed(f"{url}/feed", trusted=True, now=NOW)
        store.save_parsed(feed.id, ParsedFeed("Sound Mail", entries=entries), now=NOW)


def titled(driver: Driver) -> str:
    assert driver.screen.reading
    return driver.screen.reading.article.title


async def test_x_fetches_the_full_text_and_changes_between_it_and_the_feeds(
    reader: Reader, database: Path, farm: Farm
) -> None:
    subscribe(database, farm.url)
    async with reader() as driver:
        await driver.press("x")
        assert "Nobody will have to swim" in driver.article
        assert "The full text, from 127.0.0.1" in driver.article
        assert "[...]" not in driver.article
        assert "Full text shown · u undoes" in driver.last_line
        assert titled(driver) == "Ferry stays, says council"
        assert "❝3" in driver.text
        await driver.press("x")
        assert "[...]" in driver.article
        assert "Text of the feed shown · u undoes" in driver.last_line
        await driver.press("x")
        assert "Nobody will have to swim" in driver.article
        assert len(farm.requests) == 1
    async with reader() as driver:
        assert "Nobody will have to swim" in driver.article


async def test_it_is_undone_and_done_again(reader: Reader, database: Path, farm: Farm) -> None:
    subscribe(database, farm.url)
    async with reader() as driver:
        await driver.press("x", "u")
        assert "[...]" in driver.article
        assert "Undone: full text shown" in driver.last_line
        await driver.press("U")
        assert "Nobody will have to swim" in driver.article
        await driver.press("x", "u")
        assert "Nobody will have to swim" in driver.article
        await driver.press("u")
        assert "[...]" in driver.article


async def test_keys_that_come_quickly_are_all_obeyed(
    reader: Reader, database: Path, farm: Farm
) -> None:
    subscribe(database, farm.url)
    async with reader() as driver:
        await driver.press("x")
        await driver.press_quickly(*"xxx")
        assert "[...]" in driver.article
        await driver.press_quickly(*"xx")
        assert "[...]" in driver.article
        await driver.press_quickly(*"uuuuuu")
        assert "[...]" in driver.article
        assert "Nothing to undo" not in driver.last_line
        await driver.press("U")
        assert "Nobody will have to swim" in driver.article


async def test_corrections_and_bookmarks_are_made_in_the_full_text(
    reader: Reader, database: Path, farm: Farm
) -> None:
    subscribe(database, farm.url)
    async with reader() as driver:
        await driver.press("x", "enter", "]", "X", "]", "B")
        assert "❝2" in driver.text
        await driver.press("x")
        assert "[...]" in driver.article
        await driver.press("x")
    with Store(database) as store:
        assert [one.verdict.removed for one in store.corrections()] == [True]
        (bookmark,) = store.bookmark_rows(store.bookmarks())
        assert bookmark.quotation
        assert "three million crowns" in bookmark.quotation


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["j"], "No full text: "),
        (["j", "j"], "No full text: the entry names no page"),
        (["b", "h", "j", "j", "j", "enter"], "Choose an entry of a feed first"),
    ],
)
async def test_what_cannot_be_had_is_told_in_words(
    reader: Reader, database: Path, farm: Farm, keys: list[str], words: str
) -> None:
    subscribe(database, farm.url)
    async with reader() as driver:
        await driver.press(*keys, "x")
        assert words in driver.last_line
        assert "[...]" in driver.article
        assert len(driver.app.screen_stack) == 1


@pytest.mark.parametrize("key", ["x", "escape"])
async def test_a_fetch_is_stopped_and_nothing_waits_for_it(
    reader: Reader, database: Path, key: str
) -> None:
    with closing(Farm(lambda _: body(PAGE), delay=9)) as farm:
        subscribe(database, farm.url)
        async with reader() as driver:
            driver.app.simulate_key("x")
            await driver.pilot.pause(0.3)
            assert "Fetching the full text... · x stops" in driver.last_line
            driver.app.simulate_key("j")
            await driver.pilot.pause(0.3)
            assert titled(driver) == "A page that is gone"
            began = time.monotonic()
            await driver.press(key)
            assert "Full text stopped" in driver.last_line
            await driver.press("k")
            assert "[...]" in driver.article
        assert time.monotonic() - began < 3


@pytest.mark.parametrize(("page", "delay"), [(PAGE, 9), (SLOW, 0)], ids=["fetched", "read"])
async def test_the_reader_is_left_while_a_page_is_under_way(
    reader: Reader, database: Path, page: bytes, delay: float
) -> None:
    with closing(Farm(lambda _: body(page), delay=delay)) as farm:
        subscribe(database, farm.url)
        async with reader() as driver:
            driver.app.simulate_key("x")
            await driver.pilot.pause(1)
            began = time.monotonic()
        await asyncio.get_running_loop().shutdown_default_executor()
        assert time.monotonic() - began < 3


async def test_who_went_on_meanwhile_stays_there(reader: Reader, database: Path) -> None:
    with closing(Farm(lambda _: body(PAGE), delay=0.5)) as farm:
        subscribe(database, farm.url)
        async with reader() as driver:
            driver.app.simulate_key("x")
            await driver.pilot.pause(0.2)
            await driver.press("j")
            assert titled(driver) == "A page that is gone"
            assert "Full text shown · u undoes" in driver.last_line
            await driver.press("k")
            assert "Nobody will have to swim" in driver.article


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_picture(
    reader: Reader,
    database: Path,
    farm: Farm,
    matches_snapshot: Callable[[App[Any]], bool],
    size: tuple[int, int],
) -> None:
    subscribe(database, farm.url)
    async with reader(*size) as driver:
        await driver.press("enter", "x")
        assert matches_snapshot(driver.app)
