import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import entry_article, extract_page, named_feeds, page_article
from reader.errors import ParseError
from reader.model import Entry

PAGES = Path(__file__).parent.parent / "data" / "pages"
NEWS = (PAGES / "news.html").read_bytes()
URL = "https://coast.example/news/harbour?from=home"
SENTENCE = "The harbour stood open for many years, and the town lived from what came in. "


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def test_a_page_keeps_its_article_and_loses_what_stands_around_it() -> None:
    article = page_article(extract_page(NEWS, url=URL), link=URL)
    assert article.text == (PAGES / "news.txt").read_text(encoding="utf-8").rstrip("\n")
    assert article.link == URL
    links = [inline.url for block in article.blocks for inline in block.inlines]
    assert links == ["https://coast.example/ray"]


def test_what_a_page_says_of_itself() -> None:
    found = extract_page(NEWS, url=URL)
    assert replace(found, html="") == replace(
        found,
        title="Harbour closes",
        byline="Ada Ray, Bo Li",
        published=1_700_000_000,
        site="Coast Courier",
        language="en-GB",
        html="",
        link="https://coast.example/news/harbour",
    )


@pytest.mark.parametrize(
    ("head", "body", "title", "byline", "published"),
    [
        ("<title>T – coast.example</title>", "", "T", None, None),
        ("<title>x</title>", "<h1> The <b>heading</b></h1>", "The heading", None, None),
        ("<meta name=author content='By Ada'><title>x</title>", "", "x", "Ada", None),
        ("<meta property='article:author' content='https://x.example/ada'>", "", "", None, None),
        ("", "<time datetime='2023-11-14T22:13:20Z'>then</time>", "", None, 1_700_000_000),
        ("<meta name=date content='2023-02-30'>", "", "", None, None),
        ("", "<a rel=author href=/a>von Ada Ray</a>", "", "Ada Ray", None),
        ('<script type="application/ld+json">{"@type": "Article",</script>', "", "", None, None),
        (f'<script type="application/ld+json">{"[" * 100_000}</script>', "", "", None, None),
        ("<meta property='og:title' content='&#27;[31mred'>", "", "[31mred", None, None),
    ],
)  # fmt: skip
def test_title_byline_and_date_from_where_pages_put_them(
    head: str, body: str, title: str, byline: str | None, published: int | None
) -> None:
    found = extract_page(page(body + f"<p>{SENTENCE * 3}</p>", head), url="https://coast.example/x")
    assert (found.title, found.byline, found.published) == (title, byline, published)
    assert found.site == "coast.example"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"word " * 100,
        b"\x00\x01\x02\xff" * 400,
        b"\x89PNG<p>" + bytes(range(256)) * 20,
        b"<html></html>",
        page("<p>Too short to be an article.</p>"),
        page("<nav>" + "".join(f"<a href=/{n}>{SENTENCE}</a>" for n in range(9)) + "</nav>"),
    ],
)
def test_where_no_article_is_there_is_an_error(data: bytes) -> None:
    with pytest.raises(ParseError) as caught:
        extract_page(data)
    assert "\n" not in str(caught.value)


def text_of(data: bytes, content_type: str | None = None) -> str:
    return page_article(extract_page(data, content_type=content_type)).text


def test_an_article_built_of_what_looks_like_clutter_stays_whole() -> None:
    parts = "".join(f'<div class="sidebar-grid"><p>{n} {SENTENCE * 3}</p></div>' for n in range(9))
    assert text_of(page(parts)).count(SENTENCE.strip()) == 27
    assert text_of(page(f"<form><aside><p>{SENTENCE * 9}</p></aside></form>"))


def test_of_several_articles_the_first_is_the_page() -> None:
    several = "".join(f"<article><p>{n} {SENTENCE * 3}</p></article>" for n in "abc")
    assert text_of(page(several)).startswith("a The harbour")
    assert "b The harbour" not in text_of(page(several))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_character_sets(encoding: str) -> None:
    text = f"Größe “q” {SENTENCE * 3}".strip()
    label = "" if encoding == "utf-16" else f"<meta charset={encoding}>"
    data = f"<html><head>{label}</head><body><p>{text}</p></body></html>".encode(encoding)
    assert text_of(data) == text


def test_a_deep_page_takes_no_more_than_its_size() -> None:
    start = time.monotonic()
    assert text_of(page("<div>" * 100_000 + f"<p>{SENTENCE * 3}</p>")) == (SENTENCE * 3).strip()
    assert time.monotonic() - start < 3


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=100), st.text(max_size=100))
def test_nothing_but_a_parse_error_is_raised(data: bytes, text: str) -> None:
    for document in (data, b"<html><body>" + data, page(f"<p>{SENTENCE * 3}</p>{text}", text)):
        try:
            extract_page(document, url=URL)
        except ParseError:
            continue


def test_the_feeds_that_a_page_names() -> None:
    assert named_feeds(NEWS, url=URL) == [
        "https://coast.example/rss",
        "https://coast.example/comments/rss",
        "https://coast.example/api",
    ]
    assert named_feeds(b"") == []


def test_an_entry_has_its_article() -> None:
    entry = Entry(
        id=1, feed_id=1, feed_title="Coast Courier", feed_url="https://coast.example/feed",
        guid="g", title="Harbour closes", link="https://coast.example/news/1",
        authors=("Ada Ray", "Bo Li"), published=1_700_000_000, updated=None, seen=1,
        content_html='<h1>Harbour closes</h1><p><a href="2">More</a>', content_hash="",
        language="en", enclosures=(), read=False, bookmarked=False,
    )  # fmt: skip
    article = entry_article(entry)
    assert (article.title, article.text, article.byline) == (
        "Harbour closes",
        "More",
        "Ada Ray, Bo Li",
    )
    assert (article.site, article.published, article.language) == (
        "Coast Courier",
        1_700_000_000,
        "en",
    )
    assert article.link == "https://coast.example/news/1"
    assert article.blocks[0].inlines[0].url == "https://coast.example/news/2"


@pytest.mark.parametrize("feed", [b"<rss><channel/></rss>", b"<feed/>", b'{"items": []}'])
def test_a_feed_is_no_article(feed: bytes) -> None:
    with pytest.raises(ParseError):
        extract_page(feed + b" " * 200)


def test_a_giant_tag_costs_its_attributes_only() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(20_000))
    prose = "The quay was quiet, and nobody said a word about the tide that came in early. " * 4
    page = extract_page(f"<html><body><p {attributes}>{prose}</p></body></html>".encode())
    assert "quay was quiet" in page.html
    assert "a19999" not in page.html


def test_an_address_that_is_none_costs_nothing() -> None:
    prose = "The quay was quiet, and nobody said a word about the tide that came in early. " * 4
    page = extract_page(f"<html><body><p>{prose}</p></body></html>".encode(), url="http://[::1")
    assert "quay was quiet" in page.html
