"""The headings of an article."""

from reader.article import article_from_html
from reader.ui.render.outline import outline

HTML = """<h2>Plan</h2><p>Text.</p><h4>Of the\nquay</h4><p><b>Set as a heading</b></p><p><b>All
of this is strong, but a sentence.</b></p><ul><li><b>Item</b></li></ul>
<blockquote><b>Q</b></blockquote><p><b>Not</b> all</p><h2>Cost</h2>"""


def test_levels_left_out_do_not_indent() -> None:
    article = article_from_html(HTML)
    found = outline(article)
    assert [(one.text, one.depth) for one in found] == [
        ("Plan", 0), ("Of the quay", 1), ("Set as a heading", 2), ("Cost", 0),
    ]  # fmt: skip
    assert all(article.text[one.offset :].startswith(one.text[:3]) for one in found)


def test_without_headings_there_is_no_outline() -> None:
    assert outline(article_from_html("<p>Text.</p>")) == []
