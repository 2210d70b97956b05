from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from reader.config import FeedSettings
from reader.errors import FetchError, ParseError
from reader.model import View
from reader.store import Store
from reader.subscribe import Subscribed, subscribe
from tests.support.sites import Site

FEED = (
    b"<rss version='2.0'><channel><title>Coast</title><item><title>a</title></item></channel></rss>"
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of the site."""
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


@pytest.fixture
def site(folder: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(folder))
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


def page(*links: str) -> bytes:
    named = (f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links)
    return f"<html><head>{''.join(named)}</head><p>Welcome</p></html>".encode()


def test_a_feed_is_fetched_and_kept(store: Store, site: str, folder: Path) -> None:
    (folder / "feed").write_bytes(FEED)
    feed, new, others = subscribe(store, f" {site}/feed\n", folder="World")
    assert (new, others) == (True, ())
    assert (feed.url, feed.title, feed.folder) == (f"{site}/feed", "Coast", "World")
    assert feed.last_modified
    assert len(store.entry_ids(View("feed", feed_id=feed.id))) == 1
    (folder / "feed").unlink()
    assert subscribe(store, f"{site}/feed", folder="Other") == Subscribed(feed, new=False)


def test_a_page_leads_to_the_first_feed_that_is_one(store: Store, site: str, folder: Path) -> None:
    (folder / "blog").mkdir()
    (folder / "blog" / "index.html").write_bytes(page("/missing", "/page.html", "feed"))
    (folder / "page.html").write_bytes(page())
    (folder / "blog" / "feed").write_bytes(FEED)
    feed = subscribe(store, f"{site}/blog").feed
    assert feed.url == f"{site}/blog/feed"
    assert subscribe(store, f"{site}/blog/") == Subscribed(feed, new=False)


def test_where_no_feed_is_found_nothing_is_kept(store: Store, site: str, folder: Path) -> None:
    (folder / "none.html").write_bytes(page())
    (folder / "dead.html").write_bytes(page("/missing"))
    (folder / "self.html").write_bytes(page("/none.html", "file:///etc/passwd"))
    for name in ("none", "self"):
        with pytest.raises(ParseError, match=f"^no feed found at {site}/{name}.html$"):
            subscribe(store, f"{site}/{name}.html")
    for name in ("dead.html", "missing"):
        with pytest.raises(FetchError, match="404 Not Found"):
            subscribe(store, f"{site}/{name}")
    assert not store.ever_had_feeds()


def test_an_address_without_a_scheme_is_meant_securely(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Site(b"HTTP/1.1 403 Forbidden\r\n\r\n")
    monkeypatch.setenv("https_proxy", proxy.url)
    with pytest.raises(FetchError, match=r"^no connection to coast\.example through the proxy"):
        subscribe(store, "coast.example/feed")
    proxy.close()
    assert proxy.requests[0].startswith(b"CONNECT coast.example:443 ")
    with pytest.raises(FetchError, match="no http or https address"):
        subscribe(store, "ftp://x.example/")


def test_the_first_of_several_is_taken_and_the_others_are_told(
    store: Store, site: str, folder: Path
) -> None:
    (folder / "index.html").write_bytes(page("/feed", "/sport"))
    (folder / "feed").write_bytes(FEED)
    (folder / "sport").write_bytes(FEED.replace(b"Coast", b"Sport").replace(b">a<", b">b<"))
    feed, new, others = subscribe(store, site)
    assert (feed.title, new, [other.title for other in others]) == ("Coast", True, ["Sport"])
    assert [row.title for row in store.feeds()] == ["Coast"]


def test_a_feed_just_added_is_due_when_it_would_be_after_a_refresh(
    store: Store, site: str, folder: Path
) -> None:
    told = FEED.replace(b"<title>Coast", b"<ttl>300</ttl><title>Coast")
    (folder / "feed").write_bytes(told)
    (folder / "often").write_bytes(told)
    feed = subscribe(store, f"{site}/feed").feed
    assert feed.fetched_at
    assert (feed.due_at - feed.fetched_at, feed.pace.ttl) == (300 * 60, 300 * 60)
    assert store.feeds_to_ask(feed.fetched_at + 60) == []
    own = FeedSettings(f"{site}/often", interval=1800)
    often = subscribe(store, f"{site}/often", feeds=[own]).feed
    assert often.fetched_at
    assert often.due_at - often.fetched_at == 1800
