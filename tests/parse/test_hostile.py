"""Feeds made to harm: what they reach for, how long they take, what they slip in."""

import re
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ParseError
from reader.parse import parse

HOSTILE = Path(__file__).parent.parent / "data" / "hostile"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
ESCAPES = "a\x1b[31m\x9b2J\u202eb\u2066c\x07d\x00e&#27;[0m&#x9b;K&#x202e;f&#0;&#xD800;&#99999999;g"


def texts(value: Any) -> list[str]:
    """All strings in a feed."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in texts(one)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("name", ["xxe.xml", "external-dtd.xml", "laughs.xml", "parameters.xml"])
def test_entities_neither_fetch_nor_expand(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret", encoding="utf-8")
    data = (HOSTILE / name).read_bytes().replace(b"SECRET", secret.as_uri().encode())
    start = time.monotonic()
    told = texts(asdict(parse(data)))
    assert time.monotonic() - start < 1
    assert "Still a feed" in told
    assert not [text for text in told if "secret" in text.replace(secret.as_uri(), "")]
    assert sum(map(len, told)) < 10_000


def test_escapes_reach_no_field() -> None:
    e = ESCAPES
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{e}"><title>{e}</title>
        <subtitle>{e}</subtitle><link href="https://x.example/{e}"/><author><name>{e}</name></author>
        <entry><id>{e}</id><title type="html">{e}</title><link href="https://x.example/{e}"/>
        <link rel="enclosure" href="https://x.example/{e}" type="{e}" length="{e}"/>
        <content type="html">{e} &lt;b&gt;{e}</content><summary>{e}</summary></entry></feed>"""
    told = texts(asdict(parse(atom.encode(errors="surrogatepass"))))
    assert len(told) > 8
    assert [text for text in told if FORBIDDEN.search(text)] == []


@pytest.mark.parametrize(
    "title", ["[b]x[/b]", "[/]", "[red", "[@click=app.quit]x[/]", "a < b", "\\["]
)
def test_markup_of_the_terminal_stays_text(title: str) -> None:
    escaped = title.replace("<", "&lt;")
    item = f"<item><title>{escaped}</title><author>{escaped}</author></item>"
    feed = parse(f"<rss><channel><title>{escaped}</title>{item}</channel></rss>".encode())
    assert feed.title == title
    assert feed.entries[0].title == title
    assert feed.entries[0].authors == (title,)


@pytest.mark.parametrize(
    "scheme", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://x/"]
)
def test_only_web_addresses_are_kept(scheme: str) -> None:
    item = f'<item><title>x</title><link>{scheme}</link><enclosure url="{scheme}"/></item>'
    feed = parse(f"<rss><channel><link>{scheme}</link>{item}</channel></rss>".encode())
    assert (feed.link, feed.entries[0].link, feed.entries[0].enclosures) == (None, None, ())


def test_entities_that_expand_in_the_square_are_left_out() -> None:
    entity = b'<!DOCTYPE rss [<!ENTITY a "' + b"a" * 1_000 + b'">]>'
    item = b"<item><title>first</title><description>" + b"&a;" * 100_000 + b"</description></item>"
    start = time.process_time()
    feed = parse(entity + b"<rss><channel>" + item + b"</channel></rss>")
    assert time.process_time() - start < 3
    assert feed.entries[0].title == "first"
    assert sum(map(len, texts(asdict(feed)))) < 1_000_000


def test_nothing_is_included(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret", encoding="utf-8")
    include = f'<xi:include href="{secret.as_uri()}" parse="text"/>'
    item = f"<item><title>first</title><description>{include}</description></item>"
    space = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
    feed = parse(f"<rss {space}><channel>{item}</channel></rss>".encode())
    assert feed.entries[0].title == "first"
    assert not [text for text in texts(asdict(feed)) if "the secret" in text]


LARGE = {
    "an author": b"<author>" + b"a" * 300_000 + b"</author>",
    "an author in pieces": b"<author>" + b"aaaa<b/>" * 40_000 + b"</author>",
    "categories": b"".join(b"<category>%d</category>" % n for n in range(20_000)),
    "deep elements": b"<a>" * 100_000 + b"</a>" * 100_000,
    "deep elements in a title": b"<title>" + b"<a>" * 100_000,
    "a long base": b'<a xml:base="' + b"a" * 400_000 + b'/">' + b"<b></b>" * 20_000,
    "open tags": b"<a " * 100_000,
    "open comments": b"<!--" * 200_000,
    "open character data": b"<![CDATA[" * 200_000,
    "ampersands": b"&" * 500_000,
    "less-than signs": b"<" * 500_000,
    "end tags": b"</b>" * 200_000,
    "deep HTML under a base": b'<description xml:base="https://x.example/">'
    + b"&lt;b&gt;" * 50_000
    + b"&lt;/i&gt;" * 50_000
    + b'&lt;a href="x"&gt;',
    "attributes": b"<a " + b" ".join(b'a%d="x"' % n for n in range(50_000)) + b"/>",
    "namespaces": b"".join(b'<n%d:a xmlns:n%d="u%d"/>' % (n, n, n) for n in range(20_000)),
    "HTML of attributes": b"<description><![CDATA[<a "
    + b" ".join(b'a%d="x"' % n for n in range(100_000))
    + b">]]></description>",
    "an id": b"<guid>" + b"x" * 1_000_000 + b"</guid>",
    "a date of digits": b"<pubDate>" + b"1" * 1_000_000 + b"</pubDate>",
    "a date of days": b"<pubDate>" + b"Mon, " * 100_000 + b"</pubDate>",
    "a title of tags": b"<title>" + b"&lt;b&gt;" * 50_000 + b"</title>",
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_large_takes_no_more_than_its_size(name: str) -> None:
    start = time.process_time()
    feed = parse(b"<rss><channel><item><title>first</title></item><item>" + LARGE[name])
    assert time.process_time() - start < 3
    assert feed.entries[0].title == "first"


MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            ["<rss>", "<channel>", "<item>", "<title>", "</title>", "</item>", "<feed>", "<entry>",
             "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&#27;", "&#xD800;", "&x;", "<a:b c:d='",
             "<pubDate>", "<author>", "<content type='xhtml'>", "<link href='", "\x1b", "'>", "\0",
             "<!DOCTYPE x [", "<?x", "?>", "<content:encoded>", "</", "{",
             '"items":[', "xml:base='a'>"]
        ),
        st.text(max_size=8),
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200), MARKUP.map(lambda parts: "".join(parts).encode(errors="replace"))
    )
)
def test_nothing_but_a_parse_error_is_raised_and_nothing_unclean_comes_out(data: bytes) -> None:
    for document in (data, b"<rss><channel><item>" + data, b'{"items": [{"title": "' + data):
        try:
            feed = parse(document, base_url="https://x.example/")
        except ParseError:
            continue
        assert [text for text in texts(asdict(feed)) if FORBIDDEN.search(text)] == []
        assert all(entry.guid for entry in feed.entries)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_one_bad_byte_never_loses_a_feed(place: int, byte: int) -> None:
    items = b"".join(b"<item><title>Gr\xc3\xb6\xc3\x9fe %d</title></item>" % n for n in range(20))
    data = bytearray(b"<rss version='2.0'><channel>" + items + b"</channel></rss>")
    data[len("<rss version='2.0'><channel>") + place % len(items)] = byte
    assert len(parse(bytes(data)).entries) >= 18
