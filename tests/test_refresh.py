from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from reader.errors import FetchError, ParseError
from reader.model import Feed, Saved, View
from reader.reading import open_entry
from reader.refresh import refresh_feed
from reader.store import Store

RSS = "<rss version='2.0'><channel><title>Coast</title>{}</channel></rss>"
ITEM = "<item><guid>{0}</guid><title>{0}</title></item>"


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved.xml":
            self.send_response(301)
            self.send_header("Location", "/feed.xml")
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A server of the files below ``tmp_path/site``."""
    (tmp_path / "site").mkdir()
    handler = partial(Quiet, directory=str(tmp_path / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data" / "reader.db") as store:
        yield store


def write(tmp_path: Path, text: str) -> None:
    (tmp_path / "site" / "feed.xml").write_text(text, encoding="utf-8")


def known(store: Store, url: str) -> Feed:
    feed = store.feed_by_url(url)
    assert feed
    return feed


def test_what_is_new_is_kept_and_counted(store: Store, site: str, tmp_path: Path) -> None:
    url = f"{site}/feed.xml"
    write(tmp_path, RSS.format(ITEM.format("a")))
    feed = store.add_feed(url, trusted=True, now=1)
    assert refresh_feed(store, feed, timeout=5, now=10) == Saved(1, 0)
    feed = known(store, url)
    assert (feed.title, feed.fetched_at, feed.error) == ("Coast", 10, None)
    assert feed.last_modified
    assert refresh_feed(store, feed, timeout=5, now=20) == Saved(0, 0)
    assert known(store, url).fetched_at == 20
    # Another answer under the same date would be "not modified": ask without a condition.
    write(tmp_path, RSS.format(ITEM.format("b") + ITEM.format("a")))
    assert refresh_feed(
        store, store.add_feed(f"{url}?2", trusted=True, now=1), timeout=5, now=30
    ) == Saved(2, 0)
    titles = [row.title for row in store.entry_rows(store.entry_ids(View("all")))]
    assert sorted(titles) == ["a", "a", "b"]


@pytest.mark.parametrize("told", ["<language>de-at</language>", "<language>en-US</language>", ""])
def test_an_entry_is_read_in_the_language_of_its_feed(
    store: Store, site: str, tmp_path: Path, told: str
) -> None:
    said = "„Wir haben lange gewartet“, sagte die Ministerin Anna Berg am Montag."
    rest = (
        "Die Brücke ist nicht offen, und das ist für die Stadt und auch für sie ein Problem. " * 4
    )
    item = f"<item><guid>a</guid><title>A</title><description>{said} {rest}</description></item>"
    write(tmp_path, RSS.format(told + item))
    feed = store.add_feed(f"{site}/feed.xml", trusted=True, now=1)
    refresh_feed(store, feed, timeout=5, now=10)

    reading = open_entry(store, store.entry_ids(View("all"))[0], now=20)

    assert reading is not None
    assert reading.analysis.language == "de"
    assert [source.name for source in reading.analysis.sources] == ["Anna Berg"]


def test_a_feed_that_moved_for_good_has_a_new_address(
    store: Store, site: str, tmp_path: Path
) -> None:
    write(tmp_path, RSS.format(""))
    feed = store.add_feed(f"{site}/moved.xml", trusted=True, now=1)
    refresh_feed(store, feed, timeout=5, now=10)
    assert known(store, f"{site}/feed.xml").id == feed.id


def test_why_a_refresh_failed_is_kept_and_the_entries_stay(
    store: Store, site: str, tmp_path: Path
) -> None:
    feed = store.add_feed(f"{site}/feed.xml", trusted=True, now=1)
    write(tmp_path, RSS.format(ITEM.format("a")))
    refresh_feed(store, feed, timeout=5, now=10)
    write(tmp_path, "<html><p>Gone")
    with pytest.raises(ParseError, match=r"^not a feed but <html>$"):
        refresh_feed(store, feed, timeout=5, now=20)
    assert known(store, feed.url).error == "not a feed but <html>"
    (tmp_path / "site" / "feed.xml").unlink()
    with pytest.raises(FetchError, match=r"^127\.0\.0\.1 answered 404 Not Found$"):
        refresh_feed(store, feed, timeout=5, now=30)
    assert known(store, feed.url).error == "127.0.0.1 answered 404 Not Found"
    assert known(store, feed.url).fetched_at == 10
    assert len(store.entry_ids(View("all"))) == 1
