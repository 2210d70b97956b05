"""Pages of strangers, read in a process of their own: whatever they are, they do no harm."""

import re
import time
from collections.abc import Iterator
from threading import Timer

import pytest

from reader.article.html import article_html
from reader.article.pages import PageReader
from reader.errors import ParseError
from reader.model import Article

URL = "https://coast.example/news/harbour"
SENTENCE = "The harbour stood open for many years, and the town lived from what came in. "
PROSE = "".join(f"<p>{n} {SENTENCE * 3}</p>" for n in "abcde")
TEXT = "\n\n".join(f"{n} {SENTENCE * 3}".strip() for n in "abcde")
EVIL = "\x1b[31mred\x9b1m \x1b]8;;https://evil.example\x07x\u202eeht\u2066 [bold]b[/bold]"
FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.fixture(scope="module")
def pages() -> Iterator[PageReader]:
    with PageReader() as reader:
        yield reader


def strings(article: Article) -> list[str]:
    fields = (article.title, article.byline, article.site, article.language, article.link)
    urls = [inline.url for block in article.blocks for inline in block.inlines]
    texts = [text for block in article.blocks for text in (block.text, block.url, block.language)]
    return [text for text in (*fields, *urls, *texts, article.text) if text]


@pytest.mark.parametrize(
    "data",
    [
        page("<div>" * 100_000 + PROSE),
        page("<div>" * 100_000 + PROSE + "</div>" * 100_000),
        page("<b>" * 50_000 + PROSE),
        page("<table><tr><td>" * 2_000 + PROSE),
        page(f"<i {' '.join(f'a{n}=1' for n in range(100_000))}></i>{PROSE}"),
        page(PROSE, f'<script type="application/ld+json">{"[" * 1_000_000}</script>'),
        page(PROSE + " " * (15 * 2**20)),
        page(PROSE + "<!--" * 100_000),
        page(PROSE.replace("<p>", "<p onclick=alert(1) style='display:none;display:block'>")),
        page("<form><div>" + PROSE + "</div></form>"),
    ],
    ids=[
        "deep", "deep and closed", "deep inline", "tables in tables", "attributes", "deep JSON-LD",
        "16 MB", "comments", "hidden throughout", "in a form",
    ],
)  # fmt: skip
def test_pages_that_explode_are_read_all_the_same(pages: PageReader, data: bytes) -> None:
    assert pages(data, url=URL).text == TEXT


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "this is no web page"),
        (b"\0" * 1000, "this is no web page"),
        (bytes(range(256)) * 99, "this is no web page"),
        (b"%PDF-1.7 <p>" + PROSE.encode()[:60], "no article found"),
        (page(""), "no article found"),
        (page("<meta http-equiv=refresh content='0;url=file:///etc/passwd'>"), "no article found"),
        (page("".join(f"<p><a href=/{n}>{SENTENCE}</a></p>" for n in range(9))), "no article"),
        (b"<rss><channel><item><title>x</title></item></channel></rss>", "this is a feed"),
    ],
)
def test_what_holds_no_article_is_refused_in_one_line(
    pages: PageReader, data: bytes, words: str
) -> None:
    with pytest.raises(ParseError, match=words) as caught:
        pages(data, url=URL)
    assert "\n" not in str(caught.value)


def test_an_endless_article_is_cut_where_it_would_stall_the_reader() -> None:
    endless = "".join(f"<p>{n} {SENTENCE * 3}</p>" for n in range(12_000))
    with PageReader(seconds=60) as pages:
        article = pages(page(endless), url=URL)
    assert article.text.startswith("0 The harbour")
    assert 1_500_000 < len(article.text) < 2_000_000


def test_where_one_extractor_takes_too_long_the_other_answers() -> None:
    tables = "<table><tr><td>x</table>" * 10_000  # half a minute for the first one
    with PageReader(seconds=4) as pages:
        assert pages(page(tables + PROSE), url=URL).text.endswith(TEXT)


def test_where_both_take_too_long_it_is_told() -> None:
    with PageReader(seconds=0.2) as pages, pytest.raises(ParseError, match=r"longer than 0\.2 s"):
        pages(page("<p>the same line, again</p>" * 200_000), url=URL)


def test_a_call_can_be_ended_from_another_thread() -> None:
    with PageReader() as pages:
        pages(page(PROSE))
        timer = Timer(0.3, pages.stop)
        timer.start()
        began = time.monotonic()
        with pytest.raises(ParseError):
            pages(page("<p>the same line, again</p>" * 200_000), url=URL)
        assert time.monotonic() - began < 3
        timer.join()


def test_after_a_page_that_breaks_the_process_the_next_one_is_read() -> None:
    with PageReader(seconds=2) as pages:
        with pytest.raises(ParseError):
            pages(page("<p>the same line, again</p>" * 200_000), url=URL)
        assert pages(page(PROSE), url=URL).text == TEXT


def test_nothing_that_a_terminal_obeys_comes_out_of_any_field(pages: PageReader) -> None:
    escaped = "".join(f"&#{ord(sign)};" if sign < " " else sign for sign in EVIL)
    head = (
        f"<title>{escaped}</title><meta name=author content='{escaped}'>"
        f"<meta property=og:site_name content='{escaped}'>"
        f"<meta property=og:url content='{escaped}'>"
        f'<script type="application/ld+json">{{"@type": "Article", "headline": "\\u001b[2J",'
        f' "author": {{"name": "\\u009b\\u202eAda [red]"}}}}</script>'
    )
    body = (
        f"<h2>{escaped}</h2><p lang='{escaped}'>{escaped} {SENTENCE * 3}</p>{PROSE}<figure>"
        f"<img src='/a.png' alt='{escaped}'><figcaption>{escaped}</figcaption></figure>{PROSE}"
        f"<pre class='language-{escaped}'>{escaped} {SENTENCE}</pre><p>{SENTENCE} {escaped}</p>"
    )
    for data in (page(body, head), page(body.replace("<p", "<p hidden"), head)):
        article = pages(data, url=URL)
        assert "[bold]b[/bold]" in article.text
        assert [text for text in strings(article) if FORBIDDEN.search(text)] == []
        assert not FORBIDDEN.search(article_html(article))


def test_links_and_pictures_lead_to_the_web_alone(pages: PageReader) -> None:
    evil = (
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "\x01javascript:x",
    )
    body = "".join(
        f"<p>{SENTENCE} <a href='{address}'>a link</a> {n}</p><img src='{address}' alt=x>"
        for n, address in enumerate(evil)
    )
    article = pages(page(PROSE + body + PROSE, "<base href='javascript:alert(1)'>"), url=URL)
    assert "a link" in article.text
    assert [block for block in article.blocks if block.kind == "image"] == []
    assert [block.inlines for block in article.blocks if block.inlines] == []


def test_a_page_is_what_its_address_says_whatever_it_says(pages: PageReader) -> None:
    head = (
        "<base href='https://evil.example/'><link rel=canonical href='https://bank.example/'>"
        "<meta property=og:url content='https://bank.example/'>"
        "<meta http-equiv=refresh content='0;url=http://127.0.0.1/'>"
    )
    body = f"{PROSE}<p>{SENTENCE}<a href=x>here</a></p>"
    assert pages(page(body, head), url=URL).link == URL
    assert pages(page(body, head)).link == "https://bank.example/"


@pytest.mark.parametrize("broken", [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\0", b"\xf5\x80"])
def test_a_bad_byte_costs_itself(pages: PageReader, broken: bytes) -> None:
    text = pages(page(PROSE).replace(b"town", b"to" + broken + b"wn", 1), url=URL).text
    assert text.count("harbour stood open") == TEXT.count("harbour stood open")
