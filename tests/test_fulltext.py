"""Full texts, from pages on loopback to the store."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from reader.article.pages import PageReader
from reader.errors import FetchError, ParseError, ReaderError
from reader.fulltext import MOST, fetch_full_texts
from reader.model import Article, ParsedEntry, ParsedFeed, View
from reader.reading import open_entry, toggle_bookmark
from reader.samples import ensure_samples
from reader.store import Store
from tests.support.sites import Farm, body, redirect

SENTENCE = "“The harbour stays open,” said Ada Ray, who runs the ferry over the sound. "
PAGE = (
    "<html><head><title>Another title</title><link rel=canonical href=https://evil.example/></head>"
    f"<body><nav>Menu</nav><article><h1>Headline</h1><p>{SENTENCE * 3}</p><h2>Below</h2>"
    f"<p>{SENTENCE * 3}<a href='/more'>More</a></p></article></body></html>"
).encode()
SENT = {
    b"/a": body(PAGE),
    b"/moved": redirect(302, b"/a"),
    b"/nowhere": redirect(302, b"http://127.0.0.2:1/"),
    b"/pdf": body(b"%PDF-1.7" + b"\0" * 500, b"Content-Type: application/pdf"),
}


@pytest.fixture(scope="module")
def pages() -> Iterator[PageReader]:
    with PageReader() as reader:
        yield reader


@pytest.fixture
def farm() -> Iterator[Farm]:
    missing = b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"
    with closing(Farm(lambda path: SENT.get(path, missing))) as farm:
        yield farm


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data" / "reader.db") as store:
        yield store


def add(store: Store, url: str, *links: str | None, trusted: bool = True) -> list[int]:
    """Subscribe to a feed whose entries link to some pages; return their ids in that order."""
    feed = store.add_feed(f"{url}/feed", trusted=trusted, now=1)
    entries = tuple(
        ParsedEntry(f"g{n}", "Its title", link=link, content_html="<p>Teaser", published=900 - n)
        for n, link in enumerate(links)
    )
    store.save_parsed(feed.id, ParsedFeed("Coast", entries=entries), now=1)
    return store.entry_ids(View("feed", feed_id=feed.id)).tolist()


def fetch(store: Store, ids: list[int], pages: PageReader) -> dict[int, ReaderError | None]:
    return dict(fetch_full_texts(store, ids, pages, timeout=5, now=2))


@pytest.mark.parametrize("path", ["/a", "/moved"])
def test_the_article_of_the_page_is_read_under_the_feeds_title(
    store: Store, farm: Farm, pages: PageReader, path: str
) -> None:
    (entry_id,) = add(store, farm.url, farm.url + path)
    assert fetch(store, [entry_id], pages) == {entry_id: None}
    reading = open_entry(store, entry_id, now=3)
    assert reading
    assert reading.remarks == ("The full text, from 127.0.0.1",)
    assert (reading.article.title, reading.article.link) == ("Its title", farm.url + path)
    kinds = [block.kind for block in reading.article.blocks]
    assert kinds == ["paragraph", "heading", "paragraph"]
    assert reading.article.blocks[-1].inlines[0].url == f"{farm.url}/more"
    assert [one.source for one in reading.analysis.quotations] == [0] * 6
    assert store.entry_rows([entry_id])[0].quotations == 6
    store.show_full_text(entry_id, False)
    reading = open_entry(store, entry_id, now=3)
    assert reading
    assert (reading.remarks, reading.article.text) == ((), "Teaser")


def test_a_bookmark_keeps_the_text_that_it_was_made_in(
    store: Store, farm: Farm, pages: PageReader
) -> None:
    (entry_id,) = add(store, farm.url, f"{farm.url}/a")
    fetch(store, [entry_id], pages)
    reading = open_entry(store, entry_id, now=3)
    assert reading
    bookmark_id, _ = toggle_bookmark(store, reading, reading.analysis.quotations[0], now=3)
    store.show_full_text(entry_id, False)
    bookmark = store.bookmark(bookmark_id)
    assert bookmark
    assert bookmark.text == reading.article.text


def test_what_cannot_be_had_is_told_and_the_feeds_text_stays(
    store: Store, farm: Farm, pages: PageReader
) -> None:
    url = farm.url
    ids = add(store, url, f"{url}/pdf", f"{url}/none", f"{url}/nowhere", None)
    told = fetch(store, [*ids, 99], pages)
    assert set(told) == {*ids, 99}
    assert [type(told[entry_id]) for entry_id in ids] == [
        ParseError, FetchError, FetchError, ParseError,
    ]  # fmt: skip
    for error in told.values():
        assert error
        assert "\n" not in str(error)
    assert "no web page" in str(told[ids[0]])
    assert "names no page" in str(told[ids[3]])
    for entry_id in ids:
        entry = store.entry(entry_id)
        assert entry
        assert (entry.content_html, entry.full_text_url) == ("<p>Teaser", None)


def test_nobody_but_the_user_leads_into_the_own_network(
    store: Store, farm: Farm, pages: PageReader
) -> None:
    """The host of the feed was typed, or it was not; another host of the kind never was."""
    strange = add(store, "https://coast.example", f"{farm.url}/a", trusted=True)
    unasked = add(store, farm.url, f"{farm.url}/a", trusted=False)
    for entry_id, error in fetch(store, strange + unasked, pages).items():
        assert isinstance(error, FetchError), entry_id
    assert farm.requests == []


def test_samples_have_no_pages(store: Store, pages: PageReader) -> None:
    ensure_samples(store)
    ids = store.entry_ids(View("all"))[:2].tolist()
    assert [str(error) for error in fetch(store, ids, pages).values()] == [
        "a sample has no page"
    ] * 2


def test_no_more_than_so_many_are_fetched(store: Store, farm: Farm, pages: PageReader) -> None:
    ids = add(store, farm.url, *(f"{farm.url}/{n}" for n in range(MOST + 9)))
    assert len(fetch(store, ids, pages)) == len(farm.requests) == MOST


def test_one_that_is_stopped_keeps_nothing(store: Store, pages: PageReader) -> None:
    with closing(Farm(lambda _: body(PAGE), delay=9)) as farm:
        (entry_id,) = add(store, farm.url, f"{farm.url}/a")
        began = time.monotonic()
        stop = lambda: time.monotonic() > began + 0.2  # noqa: E731
        assert list(fetch_full_texts(store, [entry_id], pages, timeout=9, now=2, stop=stop)) == []
        assert time.monotonic() - began < 2
    assert not store.show_full_text(entry_id, True)


def test_one_that_is_stopped_while_it_is_read_keeps_nothing(store: Store, farm: Farm) -> None:
    reading = Event()

    class Pages(PageReader):
        def __call__(
            self, data: bytes, *, url: str | None = None, content_type: str | None = None
        ) -> Article:
            reading.set()
            return super().__call__(data, url=url, content_type=content_type)

    (entry_id,) = add(store, farm.url, f"{farm.url}/a")
    with Pages() as pages:
        fetching = fetch_full_texts(store, [entry_id], pages, timeout=9, now=2, stop=reading.is_set)
        assert list(fetching) == []
    assert not store.show_full_text(entry_id, True)
