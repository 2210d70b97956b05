"""Files in, expected JSON beside them; what is no feed; character sets."""

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from reader.errors import ParseError
from reader.parse import parse

FEEDS = Path(__file__).parent.parent / "data" / "feeds"
NAMES = sorted(path.name for path in FEEDS.iterdir() if path.suffix != ".json")
BASE = {"json.feed": "https://feeds.example/feed", "rss.xml": "https://harbour.example/rss"}


def _as_json(name: str) -> Any:
    feed = parse((FEEDS / name).read_bytes(), base_url=BASE.get(name))
    told = json.loads(json.dumps(asdict(feed)))
    for entry in told["entries"]:
        entry["guid"] = re.sub("(?<=^sha256:)[0-9a-f]{64}$", "?", entry["guid"])
    return told


@pytest.mark.parametrize("name", NAMES)
def test_a_feed_file_gives_what_stands_beside_it(name: str) -> None:
    expected = json.loads((FEEDS / name).with_suffix(".json").read_text(encoding="utf-8"))
    assert _as_json(name) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n\0",
        b"word",
        b"\x00\x01\x02\xff" * 400,
        b"<!doctype html><html><body><item><title>x</title></item></body></html>",
        b"<?xml version='1.0'?><svg/>",
        b"<opml/>",
        b"{",
        b"[]",
        b'{"items": 3}',
        b"[" * 200_000,
        b"<!--",
        b"<!DOCTYPE rss [",
    ],
)
def test_what_is_no_feed_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ParseError) as caught:
        parse(data)
    assert "\n" not in str(caught.value)
    assert str(caught.value)


def test_a_feed_without_entries_is_a_feed() -> None:
    feed = parse(b"<rss version='2.0'><channel><title>Quiet</title></channel></rss>")
    assert (feed.title, feed.entries) == ("Quiet", ())


def _rss(title: bytes, encoding: str = "") -> bytes:
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'.encode() if encoding else b""
    return (
        declaration + b"<rss version='2.0'><channel><title>" + title + b"</title></channel></rss>"
    )


@pytest.mark.parametrize(
    ("data", "content_type", "title"),
    [
        (_rss("Größe".encode()), None, "Größe"),
        (_rss("Größe".encode("latin-1"), "iso-8859-1"), None, "Größe"),
        (_rss("Größe".encode(), "iso-8859-1"), None, "Größe"),
        (_rss("Вести".encode("koi8-r")), "text/xml; charset=koi8-r", "Вести"),
        (_rss("“q”".encode("cp1252"), "latin1"), None, "“q”"),
        (_rss("日本".encode("iso2022_jp"), "ISO-2022-JP"), None, "日本"),
        (_rss("Größe".encode() + b"\xff !"), None, "Größe\ufffd !"),
        (_rss(b"Gr\xf6\xdfe"), None, "Größe"),
        (_rss(b"x", "no-such"), "text/xml; charset=zip", "x"),
        (_rss("Größe".encode()).decode().encode("utf-16"), None, "Größe"),
        (_rss("Größe".encode()).decode().encode("utf-16-le"), None, "Größe"),
        (b"\xef\xbb\xbf" + _rss("é".encode()), "text/xml; charset=us-ascii", "é"),
    ],
)  # fmt: skip
def test_character_sets_declared_wrongly_declared_and_undeclared(
    data: bytes, content_type: str | None, title: str
) -> None:
    assert parse(data, content_type=content_type).title == title


def test_bytes_that_are_the_name_of_a_file_open_no_file(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(_rss(b"from the file"))
    with pytest.raises(ParseError):
        parse(str(path).encode())


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<author>ada@ray.example (Ada Ray)</author>", ("Ada Ray",)),
        ("<author>Ada Ray &lt;ada@ray.example&gt;</author>", ("Ada Ray",)),
        ("<author>ada@ray.example</author>", ("ada@ray.example",)),
        ("<author>Ada Ray</author>", ("Ada Ray",)),
        ("<dc:creator>Ada</dc:creator><dc:creator>Bo</dc:creator>", ("Ada", "Bo")),
        ("<author></author>", ()),
    ],
)
def test_authors(author: str, names: tuple[str, ...]) -> None:
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    data = f"<rss {dc}><channel><item><title>x</title>{author}</item></channel></rss>"
    assert parse(data.encode()).entries[0].authors == names


def test_an_entry_without_a_guid_is_told_by_what_it_says() -> None:
    def guids(*titles: str) -> list[str]:
        items = "".join(f"<item><title>{title}</title></item>" for title in titles)
        feed = parse(f"<rss><channel>{items}</channel></rss>".encode())
        return [entry.guid for entry in feed.entries]

    first, second = guids("one", "two")
    assert first != second
    assert guids("two") == [second]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<b>Bold</b> &amp; <i>more</i>", "Bold & more"),
        ("one<br/>two</p>three", "one two three"),
        ("a < b", "a < b"),
        ("[b]x[/]", "[b]x[/]"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("<html><?", "<?"),
        ("&#27;[31m\ufffe<!-- c -->", "[31m\ufffe"),
    ],
)
def test_a_title_loses_its_tags_where_the_feed_says_it_is_html(written: str, title: str) -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="{}">{}</title></feed>"""
    escaped = written.replace("&", "&amp;").replace("<", "&lt;")
    assert parse(feed.format("html", escaped).encode()).title == title.replace("\ufffe", "")
    kept = written.replace("\ufffe", "")
    assert parse(feed.format("text", escaped).encode()).title == kept


def test_relative_addresses_in_content_follow_its_base() -> None:
    data = """<feed xmlns="http://www.w3.org/2005/Atom"><entry xml:base="https://x.example/a/">
        <content type="html">{}</content></entry></feed>"""

    def content(html: str) -> str | None:
        escaped = html.replace("&", "&amp;").replace("<", "&lt;")
        return parse(data.format(escaped).encode()).entries[0].content_html

    assert content("1 &lt; 2 <img src='b.png'>") == '1 &lt; 2 <img src="https://x.example/a/b.png">'
    assert content("<a href='#n'>x</a><html><?") == "<a href='#n'>x</a><html><?"
    assert content("<html><? href='b'") == "<html><? href='b'"


def test_xhtml_comes_as_html() -> None:
    data = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">
        <div xmlns="http://www.w3.org/1999/xhtml">a<br/>b &lt; <i>c</i></div></content></entry>
        </feed>"""
    assert parse(data).entries[0].content_html == "a<br>b &lt; <i>c</i>"
