"""Subscribing and refreshing from the reader, against a server on loopback."""

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.config import Config
from reader.model import Feed
from reader.store import Store
from tests.ui.driver import NOW, Reader

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Tide Gazette</title>
<link>https://example.org/</link><description>d</description>%s</channel></rss>"""
ITEM = """<item><title>Tide %d</title><guid>tide-%d</guid><link>https://example.org/%d</link>
<pubDate>Tue, 24 Nov 2026 12:0%d:00 GMT</pubDate>
<description>&lt;p&gt;“Come in,” said Bo Lund.&lt;/p&gt;</description></item>"""


class Server(ThreadingHTTPServer):
    """Serves one feed that grows by an entry whenever a test says so."""

    items = 1
    broken = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/feed.xml"


class Handler(BaseHTTPRequestHandler):
    """Answers every path with the feed."""

    server: Server

    def do_GET(self) -> None:
        if self.server.broken:
            self.send_error(500)
            return
        numbers = range(1, self.server.items + 1)
        items = "".join(ITEM % (number, number, number, number) for number in numbers)
        body = (FEED % items).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


async def test_the_first_subscription_takes_the_place_of_the_samples(
    reader: Reader, server: Server, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "reader.db"
    async with reader(path=path) as driver:
        await driver.press("a")
        await driver.press(*server.url, "enter")
        assert "Subscribed to 1 feed · u undoes" in driver.text
        assert driver.screen.entries.count == 1
        assert "Come in" in driver.article
        assert "Samples" not in driver.text
    with Store(path) as store:
        assert [row.title for row in store.feeds()] == ["Tide Gazette"]


async def test_a_refresh_brings_what_is_new_and_tells_what_failed(
    reader: Reader, server: Server, database: Path
) -> None:
    with Store(database) as store:
        for row in store.feeds():
            store.unsubscribe(row.id, now=1)
        store.add_feed(server.url, trusted=True, now=1)
    async with reader() as driver:
        await driver.press("r")
        assert "1 new entry" in driver.text
        server.items = 3
        at = driver.screen.entries.current
        await driver.press("r")
        assert "2 new entries" in driver.text
        assert driver.screen.entries.current == at
        assert driver.screen.entries.cursor == 2
        server.broken = True
        await driver.press("r")
        assert "1 feed failed" in driver.text
        assert "! " in driver.text
        assert driver.screen.entries.count == 3


async def test_what_is_due_is_fetched_while_the_reader_is_open(
    reader: Reader, server: Server, database: Path
) -> None:
    with Store(database) as store:
        for row in store.feeds():
            store.unsubscribe(row.id, now=1)
        feed = store.add_feed(server.url, trusted=True, now=1)
        config = Config(every=1 / 600)  # type: ignore[arg-type] # a tenth of a second
        async with reader(config=config) as driver:
            await driver.until(lambda: "1 new entry" in driver.text)
            assert driver.screen.entries.current is not None
            server.items = 2  # not due: nobody asks
            await asyncio.sleep(0.5)
            assert count(store, feed) == 1
            store.postpone(feed.id, 0)
            await driver.until(lambda: "1 new entry" in driver.text and count(store, feed) == 2)


def count(store: Store, feed: Feed) -> int:
    return next(row.entries for row in store.feeds() if row.id == feed.id)


async def test_an_address_without_a_feed_is_told(reader: Reader, server: Server) -> None:
    server.broken = True
    async with reader() as driver:
        await driver.press("a", *server.url, "enter")
        assert "500" in driver.text
        assert server.url in driver.text  # what was typed is there to be mended
        server.broken = False
        await driver.press("enter")
        assert "Come in" in driver.article
        await driver.press("u")
        assert driver.screen.feeds.count == 8


async def test_well_known_feeds_are_found_and_ticked(reader: Reader) -> None:
    from reader.ui.screens.subscribe import SubscribeScreen

    async with reader(100, 40) as driver:
        await driver.press("a", *"quanta")
        assert "Quanta" in driver.text
        assert "The Guardian" not in driver.text
        await driver.press("enter", "space")
        assert "[x] " in driver.text
        screen = driver.app.screen
        assert isinstance(screen, SubscribeScreen)
        assert [outline.title for outline in screen._starters.ticked] == ["Quanta Magazine"]
        await driver.press("escape")
        assert len(driver.app.screen_stack) == 1


async def test_a_feed_is_named_and_moved_undoably(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("h", "G", "e")
        await driver.pilot.press(*"Brief", "enter", *"coa", "right", "enter")
        await driver.settle()
        assert "Named World [i]in[/i] Brief Brief · u undoes" in driver.text
        with Store(database) as store:
            assert [(row.title, row.folder) for row in store.feeds()] == [
                ("Brief", "Coast"),
                ("Coast Courier", "Coast"),
            ]
        await driver.press("u")
        with Store(database) as store:
            assert [(row.title, row.folder) for row in store.feeds()] == [
                ("Coast Courier", "Coast"),
                ("World [i]in[/i] Brief", None),
            ]


async def test_a_folder_is_named_with_all_its_feeds(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("h", "j", "j", "j", "j", "e")
        await driver.press("ctrl+u")
        await driver.pilot.press(*"Sea", "enter")
        await driver.settle()
        assert "Moved 1 feed of Coast to Sea · u undoes" in driver.text
        with Store(database) as store:
            assert store.feeds()[0].folder == "Sea"
        await driver.press("u")
        with Store(database) as store:
            assert store.feeds()[0].folder == "Coast"


async def test_a_saved_search_is_changed(reader: Reader, database: Path) -> None:
    with Store(database) as store:
        store.save_query("Ice", "ice", now=0)
    async with reader() as driver:
        await driver.press("h", "j", "j", "j", "j", "e")
        await driver.press("ctrl+u")
        await driver.pilot.press(*"Cold", "enter", *" or titel:x", "enter")
        await driver.settle()
        assert "there is no field" in driver.text
        await driver.press("e", "ctrl+u")
        await driver.pilot.press(*"Cold", "enter", "end", *" or bus", "enter")
        await driver.settle()
        with Store(database) as store:
            assert [(one.name, one.query) for one in store.saved_queries()] == [
                ("Cold", "ice or bus")
            ]
        await driver.press("u")
        with Store(database) as store:
            assert [(one.name, one.query) for one in store.saved_queries()] == [("Ice", "ice")]


async def test_why_a_feed_failed_is_told_where_it_stands(reader: Reader, database: Path) -> None:
    with Store(database) as store:
        [_, feed] = store.feeds()
        store.save_error(feed.id, "the server says 503", now=NOW)
    async with reader() as driver:
        await driver.press("h", "G")
        assert "the server says 503" in driver.last_line
        await driver.press("k")
        assert "503" not in driver.last_line


async def test_saved_searches_tell_of_what_is_new(
    reader: Reader, server: Server, database: Path, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    with Store(database) as store:
        feed = store.add_feed(server.url, trusted=True, now=NOW)
        store.save_query("Tides", "tide come", notify=True, now=NOW)
        store.save_query("Ice", "ice", notify=True, now=NOW)
        store.save_query("Silent", "tide", now=NOW)
        for other in store.feeds():
            if other.id != feed.id:
                store.unsubscribe(other.id, now=NOW)
    server.items = 2
    writing = ("sh", "-c", f'printf "%s|%s\\n" "$1" "$2" >> {told}', "sh")
    async with reader(config=Config(notify=writing)) as driver:
        await driver.press("r")
        assert "2 new entries · Tides: 2" in driver.text
        await driver.until(told.exists)
    assert told.read_text() == "Tides|Tide 2 (and 1 more)\n"
