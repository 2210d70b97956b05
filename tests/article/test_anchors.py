"""Links from one place of a document to another."""

from reader.article import article_from_html
from reader.article.html import article_html
from reader.model import Article

NOTES = """<p>Okell<sup id="ref1"><a href="#fn1">1</a></sup> waits
<a href="https://coast.example/a#fn2">two</a>, <a href="#none">three</a>,
<a href="https://coast.example/a#none">four</a>, <a href="https://coast.example/b#fn1">five</a>.</p>
<ol><li id="fn1">A note. <a href="#ref1">back</a></li><li><a name="fn2"></a>Another.</li></ol>
<table><tr><td id="unused">a</td><td>b</td></tr></table>"""


def read(html: str) -> Article:
    return article_from_html(
        html, base_url="https://coast.example/a", link="https://coast.example/a"
    )


def links(article: Article) -> list[tuple[str, str | None]]:
    return [
        (block.text[one.start : one.end], one.url)
        for block in article.blocks
        for one in block.inlines
        if one.kind == "link"
    ]


def test_links_lead_to_blocks_of_the_same_document() -> None:
    article = read(NOTES)
    assert links(article) == [
        ("1", "#fn1"),
        ("two", "#fn2"),
        ("four", "https://coast.example/a#none"),
        ("five", "https://coast.example/b#fn1"),
        ("back", "#ref1"),
    ]
    assert [block.anchors for block in article.blocks] == [("ref1",), ("fn1",), ("fn2",), ()]


def test_they_survive_being_html_again() -> None:
    article = read(NOTES)
    again = read(article_html(article))
    assert links(again) == links(article)
    assert [block.anchors for block in again.blocks] == [block.anchors for block in article.blocks]


def test_names_are_as_they_are_meant() -> None:
    article = read('<p><a href="#%C3%A9">x</a></p><h2 id="é">H</h2><p id="\x1b[2J">y</p>')
    assert links(article) == [("x", "#é")]
    assert [block.anchors for block in article.blocks] == [(), ("é",), ()]
