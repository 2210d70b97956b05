import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ParseError
from reader.model import Feed, FeedRow
from reader.opml import Outline, parse_opml, write_opml


def opml(body: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body>{body}</body></opml>'.encode()


def test_feeds_lie_in_folders() -> None:
    data = opml(
        """<outline text="First" type="rss" xmlUrl="https://a.example/?x=1&y=2" htmlUrl="/no"/>
        <outline text="World"><outline title="Deep"><outline text="t" title=" The  title "
          xmlurl="http://b.example/" HTMLURL="https://b.example/page"/></outline>
          <outline xmlUrl="https://c.example/"/></outline>
        <outline text="No feed" xmlUrl="javascript:x"/><outline text="f" xmlUrl="file:///etc/passwd"/>
        <outline text="Last &amp; [b]&#27;[31m" xmlUrl="https://d.example/"/>"""
    )
    assert parse_opml(data) == (
        Outline("First", "https://a.example/?x=1&y=2"),
        Outline("The title", "http://b.example/", "https://b.example/page", ("World", "Deep")),
        Outline("https://c.example/", "https://c.example/", None, ("World",)),
        Outline("Last & [b][31m", "https://d.example/"),
    )


@pytest.mark.parametrize("data", [b"", b"word", b"<rss/>", b"\x00\x01", b"<html>", b"{}"])
def test_what_is_no_opml_is_refused(data: bytes) -> None:
    with pytest.raises(ParseError):
        parse_opml(data)


def test_entities_neither_fetch_nor_expand(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret", encoding="utf-8")
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
    doctype = f"""<!DOCTYPE opml SYSTEM "{(tmp_path / "secret").as_uri()}" [
        <!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}"><!ENTITY l0 "ha">{laughs}]>"""
    outline = '<outline text="&x;&l12;" xmlUrl="https://a.example/"/>'
    start = time.monotonic()
    [found] = parse_opml(f"{doctype}<opml><body>{outline}</body></opml>".encode())
    assert time.monotonic() - start < 1
    assert found.title == "&x;&l12;"


def test_deep_nesting_takes_no_more_than_its_size() -> None:
    start = time.monotonic()
    feed = '<outline text="f" xmlUrl="https://a.example/"/>'
    first, *_ = parse_opml(opml(feed + '<outline text="d">' * 100_000 + feed))
    assert time.monotonic() - start < 3
    assert first.folder == ()
    [found] = parse_opml(opml('<outline text="d">' * 100 + feed))
    assert 1 < len(found.folder) < 20


def test_one_bad_byte_loses_no_feed() -> None:
    data = opml('<outline text="Gr\xf6\xdfe \xfc" xmlUrl="https://a.example/"/>')
    assert parse_opml(data.replace("\xfc".encode(), b"\xff"))[0].title == "Größe \ufffd"


FEED = Feed(
    id=1, url="https://a.example/?x=1&y=2", title='A "feed" <b>', link="https://a.example/",
    folder="World / Deep", language=None, etag=None, last_modified=None, fetched_at=None,
    error=None,
)  # fmt: skip
ROW = FeedRow(
    id=2, url="https://b.example/", title="B", folder=None, unread=0, entries=0, fetched_at=None,
    error=None,
)  # fmt: skip


def test_what_is_written_can_be_read() -> None:
    assert parse_opml(write_opml([FEED, ROW, FEED])) == (
        Outline('A "feed" <b>', FEED.url, FEED.link, ("World / Deep",)),
        Outline('A "feed" <b>', FEED.url, FEED.link, ("World / Deep",)),
        Outline("B", ROW.url),
    )
    assert parse_opml(write_opml([])) == ()


@given(st.binary(max_size=200))
def test_nothing_but_a_parse_error_is_raised(data: bytes) -> None:
    for document in (data, b"<opml>" + data, b"<opml><outline text='" + data):
        try:
            parse_opml(document)
        except ParseError:
            continue
