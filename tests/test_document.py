import os
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.pages import PageReader
from reader.document import MAX_BYTES, load_document, read_file
from reader.errors import FetchError, NotFoundError, ParseError
from reader.model import Article, ParsedFeed

FEED = (
    b"<rss version='2.0'><channel><title>Coast</title><item><link>/a</link></item></channel></rss>"
)
SENTENCE = "The harbour stood open for many years, and the town lived from what came in. "
PAGE = f"<html><head><title>Harbour</title></head><p>{SENTENCE * 3}</p></html>".encode()


PAGES = PageReader()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module", autouse=True)
def _pages() -> Iterator[None]:
    yield
    PAGES.close()


def load(source: str, *, data: bytes | None = None) -> ParsedFeed | Article:
    return load_document(source, PAGES, data=data)


def article(data: bytes, name: str = "-") -> Article:
    document = load(name, data=data)
    assert isinstance(document, Article)
    return document


@pytest.mark.parametrize(
    "data", [FEED, b"\xef\xbb\xbf\n" + FEED, b'{"items": [], "title": "Coast"}']
)
def test_a_feed(data: bytes) -> None:
    document = load("-", data=data)
    assert isinstance(document, ParsedFeed)
    assert document.title == "Coast"


def test_a_page() -> None:
    found = article(PAGE)
    assert (found.title, found.text) == ("Harbour", (SENTENCE * 3).strip())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"<p>A fragment &amp; <b>more</b>", "A fragment & more"),
        (b"<div>x</div><rss>", "x"),
        (b"Plain <b>text</b> &amp;\n\nmore", "Plain <b>text</b> &amp;\n\nmore"),
        (b"<3 this", "<3 this"),
        (b"{braces} and [b]", "{braces} and [b]"),
        ("Größe".encode(), "Größe"),
        ("Größe “q”".encode("cp1252"), "Größe “q”"),
        ("Größe".encode("utf-16"), "Größe"),
        ("\ufeffGröße".encode(), "Größe"),
        (b"one\r\ntwo\r\n\r\nthree \x1b[31m", "one\ntwo\n\nthree [31m"),
    ],
)
def test_fragments_and_plain_text(data: bytes, text: str) -> None:
    assert article(data).text == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "standard input is empty"),
        (b" \n\0\r\t", "standard input is empty"),
        (b"<p></p>", "standard input is empty"),
        (b"text\0text", "standard input is neither a feed nor a page nor text"),
        (os.urandom(4) + bytes(range(256)) * 9, "neither a feed nor a page nor text"),
        (b"<?xml version='1.0'?><svg/>", "standard input is XML, but no feed: <svg>"),
        (b"<html><p>short</p></html>", "standard input: no article found"),
        (b"x" * (MAX_BYTES + 1), "- is larger than 16 MiB"),
    ],
)
def test_what_is_nothing_to_read_is_one_line(data: bytes, words: str) -> None:
    with pytest.raises(ParseError) as caught:
        load("-", data=data)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_have_their_name_as_title(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Words", encoding="utf-8")
    found = load(str(path))
    assert isinstance(found, Article)
    assert (found.title, found.text, found.link) == ("notes.txt", "Words", None)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="is a folder"):
        load(str(tmp_path))
    with pytest.raises(NotFoundError, match=r"^cannot read .*no\[31m: No such file or directory$"):
        load(str(tmp_path / "no\x1b[31m\n"))
    with pytest.raises(NotFoundError, match="no such name"):
        load("a\0b")
    with pytest.raises(NotFoundError, match="Not a directory"):
        load("/dev/null/x")
    with (tmp_path / "large").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    with pytest.raises(ParseError, match="large is larger than 16 MiB"):
        load(str(tmp_path / "large"))
    with pytest.raises(ParseError, match="/dev/zero is larger than 16 MiB"):
        read_file("/dev/zero")
    with (tmp_path / "large").open("wb") as large:
        large.truncate(MAX_BYTES)
    assert len(read_file(str(tmp_path / "large"))) == MAX_BYTES


def test_addresses(site: str, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(FEED)
    (tmp_path / "page.html").write_bytes(PAGE)
    (tmp_path / "a b.txt").write_bytes(b"Words")
    feed = load(f"{site}/feed.xml")
    assert isinstance(feed, ParsedFeed)
    assert feed.entries[0].link == f"{site}/a"
    page = load(f"{site}/page.html")
    assert isinstance(page, Article)
    assert (page.title, page.link, page.site) == ("Harbour", f"{site}/page.html", "127.0.0.1")
    text = load(f"{site}/a%20b.txt?x")
    assert isinstance(text, Article)
    assert (text.title, text.link) == ("a b.txt", f"{site}/a%20b.txt?x")
    with pytest.raises(FetchError, match="404"):
        load(f"{site}/missing")


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=100), st.text(max_size=60).map(lambda text: text.encode())))
def test_nothing_but_a_parse_error_is_raised(data: bytes) -> None:
    for document in (data, b"<p>" + data, b"<?xml?>" + data, b"<rss>" + data):
        try:
            load("-", data=document)
        except ParseError:
            continue
