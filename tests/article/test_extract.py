from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import entry_article
from reader.article.extract import read_page
from reader.errors import ParseError
from reader.model import Entry

PAGES = Path(__file__).parent.parent / "data" / "pages"
NEWS = (PAGES / "news.html").read_bytes()
URL = "https://coast.example/news/harbour?from=home"
SENTENCE = "The harbour stood open for many years, and the town lived from what came in. "


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def test_a_page_keeps_its_article_and_loses_what_stands_around_it() -> None:
    article = read_page(NEWS, url=URL)
    assert article.text == (PAGES / "news.txt").read_text(encoding="utf-8").rstrip("\n")
    assert article.link == URL
    links = [inline.url for block in article.blocks for inline in block.inlines]
    assert links == ["https://coast.example/ray"]


def test_what_a_page_says_of_itself() -> None:
    found = read_page(NEWS, url=URL)
    assert (found.title, found.byline, found.published) == (
        "Harbour closes",
        "Ada Ray, Bo Li",
        1_700_000_000,
    )
    assert (found.site, found.language, found.link) == (
        "Coast Courier",
        "en-GB",
        URL,
    )


@pytest.mark.parametrize(
    ("name", "title", "byline", "site", "published"),
    [
        (
            "how-to-read.html",
            "How to read this, from the people who stay up for it",
            "Rosa Lindwall",
            "Night Desk (sample)",
            datetime(2026, 11, 22, 6, 30, tzinfo=UTC),
        ),
        (
            "bridge-inquiry.html",
            "The night the bridge stayed up",
            "Hanne Delacroix",
            "The Ostervik Record (sample)",
            datetime(2026, 11, 15, 13, 20, tzinfo=UTC),
        ),
    ],
)
def test_whole_pages_give_their_metadata(
    name: str, title: str, byline: str, site: str, published: datetime
) -> None:
    found = read_page((PAGES / name).read_bytes())
    assert (found.title, found.byline, found.site) == (title, byline, site)
    assert found.published == published.timestamp()
    assert found.language == "en"


@pytest.mark.parametrize(
    ("name", "first", "last", "chrome"),
    [
        (
            "how-to-read.html",
            "It is a little after midnight",
            "the people in it are invented.",
            ["Puzzles", "Ten lamps", "newsletter", "Cookies", "Skip to"],
        ),
        (
            "bridge-inquiry.html",
            "For forty-one minutes on the night",
            "the people and companies in it are invented.",
            ["Obituaries", "value your privacy", "Swan", "seagull44", "Terms", "analytics"],
        ),
    ],
)
def test_whole_pages_keep_their_article_and_lose_what_surrounds_it(
    name: str, first: str, last: str, chrome: list[str]
) -> None:
    text = read_page((PAGES / name).read_bytes()).text
    assert first in text
    assert text.endswith(last)
    assert [words for words in chrome if words in text] == []


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
    found = read_page(page(body + f"<p>{SENTENCE * 3}</p>", head), url="https://coast.example/x")
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
        read_page(data, url=URL)
    assert "\n" not in str(caught.value)


def text_of(data: bytes, content_type: str | None = None) -> str:
    return read_page(data, content_type=content_type).text


def test_an_article_built_of_what_looks_like_clutter_stays_whole() -> None:
    parts = "".join(f'<div class="sidebar-grid"><p>{n} {SENTENCE * 3}</p></div>' for n in range(9))
    assert text_of(page(parts)).count(SENTENCE.strip()) == 27
    assert text_of(page(f"<form><div><p>{SENTENCE * 9}</p></div></form>"))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_character_sets(encoding: str) -> None:
    text = f"Größe “q” {SENTENCE * 3}".strip()
    label = "" if encoding == "utf-16" else f"<meta charset={encoding}>"
    data = f"<html><head>{label}</head><body><p>{text}</p></body></html>".encode(encoding)
    assert text_of(data) == text


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=100), st.text(max_size=100))
def test_nothing_but_a_parse_error_is_raised(data: bytes, text: str) -> None:
    for document in (data, b"<html><body>" + data, page(f"<p>{SENTENCE * 3}</p>{text}", text)):
        try:
            read_page(document, url=URL)
        except ParseError:
            continue


def test_endless_titles_and_names_end() -> None:
    long = "a " * 20_000
    head = f"<title>{long}</title><meta name=author content='{long}'>"
    found = read_page(page(f"<p>{SENTENCE * 3}</p>", head))
    assert found.title == found.byline == ("a " * 1000).rstrip()


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
        read_page(feed + b" " * 200)


def test_a_giant_tag_costs_its_attributes_only() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(20_000))
    prose = "The quay was quiet, and nobody said a word about the tide that came in early. " * 4
    page = read_page(f"<html><body><p {attributes}>{prose}</p></body></html>".encode())
    assert "quay was quiet" in page.text
    assert "a19999" not in page.text


def test_an_address_that_is_none_costs_nothing() -> None:
    prose = "The quay was quiet, and nobody said a word about the tide that came in early. " * 4
    page = read_page(f"<html><body><p>{prose}</p></body></html>".encode(), url="http://[::1")
    assert "quay was quiet" in page.text
