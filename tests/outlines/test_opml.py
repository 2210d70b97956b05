import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ParseError
from reader.model import Feed, FeedRow
from reader.outlines import (
    LeftOut,
    Outline,
    Outlines,
    folder_levels,
    folder_name,
    parse_opml,
    write_opml,
)


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
    assert parse_opml(data).feeds == (
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
    [found] = parse_opml(f"{doctype}<opml><body>{outline}</body></opml>".encode()).feeds
    assert time.monotonic() - start < 1
    assert found.title == "&x;&l12;"


def test_deep_nesting_takes_no_more_than_its_size() -> None:
    start = time.monotonic()
    feed = '<outline text="f" xmlUrl="https://a.example/"/>'
    first, *_ = parse_opml(opml(feed + '<outline text="d">' * 100_000 + feed)).feeds
    assert time.monotonic() - start < 3
    assert first.folder == ()
    [found] = parse_opml(opml('<outline text="d">' * 100 + feed)).feeds
    assert 1 < len(found.folder) < 20


def test_one_bad_byte_loses_no_feed() -> None:
    data = opml('<outline text="Gr\xf6\xdfe \xfc" xmlUrl="https://a.example/"/>')
    assert parse_opml(data.replace("\xfc".encode(), b"\xff")).feeds[0].title == "Größe \ufffd"


FEED = Feed(
    id=1, url="https://a.example/?x=1&y=2", title='A "feed" <b>', link="https://a.example/",
    folder="World / Deep", language="de", etag=None, last_modified=None, fetched_at=None,
    error=None,
)  # fmt: skip
ROW = FeedRow(
    id=2, url="https://b.example/", title="B", folder=None, unread=0, entries=0, fetched_at=None,
    error=None, link="https://b.example/home",
)  # fmt: skip


def test_what_is_written_can_be_read() -> None:
    shallow = replace(ROW, folder="World")
    assert parse_opml(write_opml([FEED, ROW, FEED, shallow])).feeds == (
        Outline('A "feed" <b>', FEED.url, FEED.link, ("World", "Deep"), "de"),
        Outline('A "feed" <b>', FEED.url, FEED.link, ("World", "Deep"), "de"),
        Outline("B", ROW.url, ROW.link, ("World",)),
        Outline("B", ROW.url, ROW.link),
    )
    assert parse_opml(write_opml([])) == Outlines(())


@pytest.mark.parametrize(
    ("outline", "feed"),
    [
        ('type="rss" url="https://a.example/"', Outline("T", "https://a.example/")),
        (
            'category="/News/Coast,other"',
            Outline("T", "https://a.example/", None, ("News", "Coast")),
        ),
        ('category="boats"', Outline("T", "https://a.example/", None, ("boats",))),
        ('category=" / "', Outline("T", "https://a.example/")),
        ('text="Other" title=""', Outline("Other", "https://a.example/")),
    ],
)
def test_habits_of_other_programs(outline: str, feed: Outline) -> None:
    told = {"text": "T", "xmlUrl": "https://a.example/"}
    rest = "".join(
        f' {name}="{value}"' for name, value in told.items() if f"{name}=" not in outline
    )
    if "url=" in outline:
        rest = ' text="T"'
    assert parse_opml(opml(f"<outline {outline}{rest}/>")).feeds == (feed,)


def test_a_folder_counts_more_than_a_category() -> None:
    feed = '<outline text="T" category="x" xmlUrl="https://a.example/"/>'
    [found] = parse_opml(opml(f'<outline text="Mine">{feed}</outline>')).feeds
    assert found.folder == ("Mine",)


def test_what_is_left_out_is_told() -> None:
    data = opml(
        """<outline text="Local" xmlUrl="file:///etc/passwd"/><outline xmlUrl="exec:rm -rf /"/>
        <outline text="More" type="include" url="https://a.example/more.opml">
        <outline text="In" xmlUrl="https://a.example/"/></outline>
        <outline type="link" url="https://a.example/page"/>"""
    )
    found = parse_opml(data)
    assert found.feeds == (Outline("In", "https://a.example/"),)
    assert found.left_out == (
        LeftOut("Local", "not an http or https address"),
        LeftOut("exec:rm -rf /", "not an http or https address"),
        LeftOut("More", "another document, which is not followed"),
        LeftOut("https://a.example/page", "another document, which is not followed"),
    )


def test_a_bomb_of_outlines_is_bounded() -> None:
    start = time.monotonic()
    data = opml('<outline text="f" xmlUrl="https://a.example/"/>' * 60_000)
    found = parse_opml(data)
    assert time.monotonic() - start < 5
    assert (len(found.feeds), len(found.left_out)) == (50_000, 10_000)
    [long] = parse_opml(opml(f'<outline text="{"x" * 9999}" xmlUrl="https://a.example/"/>')).feeds
    assert len(long.title) == 500


@pytest.mark.parametrize(
    ("levels", "name"),
    [((), None), (("A",), "A"), (("A", "B"), "A / B"), (("TV / Radio", "B"), "TV/Radio / B")],
)
def test_folders_inside_each_other_are_one_name(levels: tuple[str, ...], name: str | None) -> None:
    assert folder_name(levels) == name
    assert folder_name(folder_levels(name)) == name


@given(st.binary(max_size=200))
def test_nothing_but_a_parse_error_is_raised(data: bytes) -> None:
    for document in (data, b"<opml>" + data, b"<opml><outline text='" + data):
        try:
            parse_opml(document)
        except ParseError:
            continue
