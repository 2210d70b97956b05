import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import article_from_html, article_from_text
from reader.model import Article, Block

BASE = "https://coast.example/dir/page"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def blocks(html: str, title: str = "") -> tuple[Block, ...]:
    article = article_from_html(html, base_url=BASE, title=title)
    check(article)
    return article.blocks


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


def check(article: Article) -> None:
    """Every offset tells the truth."""
    assert article.text == "\n\n".join(block.text for block in article.blocks if block.text)
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text
        assert block.text or block.kind in ("rule", "image")
        assert not FORBIDDEN.search(block.text + (block.url or "") + block.marker)
        for inline in block.inlines:
            assert 0 <= inline.start < inline.end <= len(block.text)
            assert (inline.url is not None) == (inline.kind == "link")


def inlines(html: str) -> list[tuple[str, str, str | None]]:
    [block] = blocks(html)
    return [(one.kind, block.text[one.start : one.end], one.url) for one in block.inlines]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a\n  b\t c </p>", ["a b c"]),
        ("<p> a <b> b </b> c</p>", ["a b c"]),
        ("<p>a<b>b</b>c</p>", ["abc"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("one<br>two", ["one\ntwo"]),
        ("one<br> <br/>two<br>", ["one", "two"]),
        ("<p>a&nbsp;b&shy;c</p><p>&nbsp;</p>", ["a\xa0bc"]),
        ("no tags &amp; no\nblocks\n\nbut two", ["no tags & no\nblocks", "but two"]),
        ("one line\nanother", ["one line", "another"]),
        ("<p>&#27;[31mred&#x202e;</p>", ["[31mred"]),
        ("<p>[b]a[/b] < 5 & 3 > 2</p>", ["[b]a[/b] < 5 & 3 > 2"]),
        ("<p>say <q>a <q>b</q></q></p>", ["say “a ‘b’”"]),
        ("<p>a<script>x</script><style>y</style>b<template>z</template></p>", ["ab"]),
        ("<p>a</p><p hidden>x</p><p style='display: none'>y</p><p class='sr-only'>z</p>", ["a"]),
        ("<p>a<span aria-hidden='true'>x<br><b>y</b></span>b</p>", ["ab"]),
        ("<p>a</p><noscript>b</noscript>", ["a"]),
        ("<dl><dt>term</dt><dd>what it is</dd></dl>", ["term", "what it is"]),
        ("", []),
        ("<p></p><!-- c -->", []),
    ],
)
def test_text_is_what_a_browser_shows(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_headings_have_levels_and_one_that_repeats_the_title_goes() -> None:
    html = "<h1>The  Title</h1><h3>Part</h3>"
    assert [(block.kind, block.level) for block in blocks(html)] == [("heading", 1), ("heading", 3)]
    assert [block.text for block in blocks(html, title="The Title")] == ["Part"]


def test_items_have_markers_and_depth() -> None:
    html = """<ul><li>a<ol start="3"><li>b<p>more</p><li value="9">c<li>d</ol><li><p>e</p></ul>
        <ol><li></li><li>f</ol>"""
    assert [(b.kind, b.marker, b.level, b.text) for b in blocks(html)] == [
        ("item", "•", 1, "a"),
        ("item", "3.", 2, "b"),
        ("paragraph", "", 2, "more"),
        ("item", "9.", 2, "c"),
        ("item", "10.", 2, "d"),
        ("item", "•", 1, "e"),
        ("item", "2.", 1, "f"),
    ]


def test_quotes_have_depth() -> None:
    html = "<blockquote>a<blockquote><p>b</p></blockquote></blockquote><p>c</p>"
    assert [(b.kind, b.level) for b in blocks(html)] == [
        ("quote", 1),
        ("quote", 2),
        ("paragraph", 0),
    ]


def test_code_keeps_its_white_space_and_names_its_language() -> None:
    [code] = blocks(
        '<pre><code class="x language-python">\n  if a &lt; b:\n\n\tpass \n</code></pre>'
    )
    assert (code.kind, code.language, code.text) == ("code", "python", "  if a < b:\n\n\tpass")


def test_a_table_is_rows_of_cells() -> None:
    html = """<table><caption>Counts</caption><thead><tr><th>Name<th>Number</thead>
        <tr><td>a<br>b<td><a href="/x">2</a><tr><td><td>3</table>"""
    caption, table = blocks(html)
    assert (caption.kind, caption.text) == ("caption", "Counts")
    assert (table.kind, table.text, table.header_rows) == ("table", "Name\tNumber\na b\t2\n\t3", 1)
    [link] = table.inlines
    assert (table.text[link.start : link.end], link.url) == ("2", "https://coast.example/x")


def test_a_table_that_only_places_text_is_no_table() -> None:
    html = "<table><tr><td><p>a</p><p>b</p></td><td><h2>c</h2></td></tr></table>"
    assert [(b.kind, b.text) for b in blocks(html)] == [
        ("paragraph", "a"),
        ("paragraph", "b"),
        ("heading", "c"),
    ]


def test_images_and_what_stands_for_them() -> None:
    html = """<p>a<img src="/i.png" alt=" An
        image "> b <img src="e.gif" width="16" height="16" alt=":)">
        <img src="t.gif" width=1 height=1></p>
        <figure><img data-src="l.png" src="data:image/gif;base64,R0">
        <figcaption>C</figcaption></figure>
        <noscript><img src="l.png?again"></noscript><img src="javascript:x" alt="no">"""
    assert [(b.kind, b.text, b.url) for b in blocks(html)] == [
        ("paragraph", "a b :)", None),
        ("image", "An image", "https://coast.example/i.png"),
        ("image", "", "https://coast.example/dir/l.png"),
        ("caption", "C", None),
    ]


def test_rules_stand_alone() -> None:
    assert [b.kind for b in blocks("<p>a<hr><hr><p>b")] == ["paragraph", "rule", "paragraph"]


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ('<pre><code class="language-python">x</code></pre>', "python"),
        ('<pre><code class="lang-C++ x">x</code></pre>', "c++"),
        ('<pre class="highlight viml"><code>x</code></pre>', "viml"),
        ('<div class="language-rust rouge"><div><pre class="x">x</pre></div></div>', "rust"),
        ('<div class="highlight-ini notranslate"><div class="highlight"><pre>x</pre>', "ini"),
        ('<div class="highlight highlight-source-shell"><pre>x</pre></div>', "shell"),
        ('<div data-language="sql"><pre>x</pre></div>', "sql"),
        ('<pre class="sourceCode haskell"><code>x</code></pre>', "haskell"),
        ('<pre><code class="hljs go">x</code></pre>', "go"),
        ('<pre><code class="java hljs">x</code></pre>', "java"),
        ('<pre class="src src-emacs-lisp">x</pre>', "emacs-lisp"),
        ('<pre lang="ruby">x</pre>', "ruby"),
        ('<pre class="code">x</pre>', None),
        ('<pre class="highlight"><code>x</code></pre>', None),
        ('<div class="language-js"><p>text</p><pre>x</pre></div>', None),
    ],
)  # fmt: skip
def test_languages_of_code(html: str, language: str | None) -> None:
    assert blocks(html)[-1].language == language


@pytest.mark.parametrize(
    ("html", "text", "url"),
    [
        ('<iframe src="https://v.example/1" title="A film"><p>x</iframe>', "A film", "https://v.example/1"),
        ('<video title="V"><source src="v.mp4">old</video>', "V", "https://coast.example/dir/v.mp4"),
        ('<audio src="a.mp3"></audio>', "coast.example", "https://coast.example/dir/a.mp3"),
        ('<audio><source src="a.mp3"></audio>', "audio", "https://coast.example/dir/a.mp3"),
    ],
)  # fmt: skip
def test_what_plays_is_an_embed(html: str, text: str, url: str) -> None:
    [block] = blocks(html)
    assert (block.kind, block.text, block.url) == ("embed", text, url)


def test_what_stands_in_quotes_knows_in_how_many() -> None:
    html = """<blockquote><p>a</p><blockquote><ul><li>b</li></ul><pre>c</pre><h3>d</h3>
    <table><tr><td>e</td><td>f</td></tr></table><img src="/g.png"></blockquote></blockquote><p>h"""
    assert [(one.kind, one.level, one.quoted) for one in blocks(html)] == [
        ("quote", 1, 0), ("item", 1, 2), ("code", 2, 2), ("heading", 3, 2), ("table", 2, 2),
        ("image", 0, 2), ("paragraph", 0, 0),
    ]  # fmt: skip


def test_inlines_have_their_place() -> None:
    html = """<p> A <b>bold <i>and</i></b><strong> x</strong> <a href=" /l ">link <code>c</code></a>
        <del>d</del><sup>2</sup><sub>i</sub></p>"""
    assert inlines(html) == [
        ("strong", "bold and", None),
        ("emphasis", "and", None),
        ("strong", "x", None),
        ("link", "link c", "https://coast.example/l"),
        ("code", "c", None),
        ("strike", "d", None),
        ("superscript", "2", None),
        ("subscript", "i", None),
    ]


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("//other.example/x", "https://other.example/x"),
        ("HTTPS://Other.example/a b", "https://Other.example/a%20b"),
        ("javascript:alert(1)", None),
        (" java\tscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("http://[", None),
        ("http:///x", None),
        ("#note", None),
    ],
)
def test_links_lead_to_the_web_or_nowhere(address: str, url: str | None) -> None:
    found = inlines(f'<p><a href="{address}">x</a></p>')
    assert found == ([("link", "x", url)] if url else [])


def test_the_base_of_a_page_wins() -> None:
    html = '<head><base href="https://base.example/"></head><p><a href="x">x</a></p>'
    assert inlines(html) == [("link", "x", "https://base.example/x")]


def test_plain_text_is_paragraphs_at_their_places() -> None:
    text = "One line\nand its second.\n\nAnother [b] <i> & paragraph."
    article = article_from_text(text, title="T")
    check(article)
    assert article.text == text
    assert [block.text for block in article.blocks] == text.split("\n\n")
    assert [block.text for block in article_from_text("a\nb\n").blocks] == ["a", "b"]
    assert article_from_text("\n").blocks == ()


DEEP = {
    "divisions": "<div>" * 100_000 + "x" + "</div>" * 100_000,
    "open inlines, other ends": "<b>" * 100_000 + "</i>" * 100_000,
    "open inlines, block ends": "<font>" * 50_000 + "</div>" * 50_000,
    "tables": "<table><tr><td>" * 30_000 + "x",
    "tables side by side in tables": "<table><tr><td>" * 300 + "<table><tr><td>x</table>" * 9000,
    "lists": "<ul><li>" * 50_000 + "x",
    "quotes": "<blockquote>x" * 50_000,
    "links": "<a href=x>x" * 50_000,
    "paragraphs in bold": "<b><p>x" * 30_000,
    "preformatted": "<pre>" * 50_000 + "x",
    "open comments": "<!--" * 100_000,
    "ampersands": "&" * 200_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_takes_no_more_than_its_size_and_loses_no_text(name: str) -> None:
    start = time.process_time()
    article = article_from_html(DEEP[name] + "<p>after</p>")
    assert time.process_time() - start < 3
    check(article)
    assert article.text.endswith("after") or "comments" in name


TAGS = [
    "p", "div", "b", "a href='x'", "a href=javascript:x", "ul", "ol start=2", "li", "blockquote",
    "pre", "code", "table", "tr", "td", "th", "caption", "q", "br", "hr", "img src=x alt=y",
    "noscript", "figure", "figcaption", "h2", "iframe src=/v", "video", "source src=s", "sup", "dd",
    "script", "p hidden", "base href=/b", "thead", "html", "body", "svg",
]  # fmt: skip
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]),
        st.sampled_from([" ", "\n", "&#27;", "&#x9b;", "&amp;", "&nbsp;", "\t", "\u202e", "<!--"]),
        st.text(max_size=6),
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_any_markup_makes_an_article_whose_places_are_right(parts: list[str]) -> None:
    check(article_from_html("".join(parts), base_url=BASE, title="t"))
    check(article_from_text("".join(parts)))
