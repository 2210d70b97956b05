"""Lines set apart or justified: every sign stays where its place says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article import article_from_html
from reader.ui.render.lines import Page
from reader.ui.render.page import lay_out
from reader.ui.render.typeset import typeset

WORDS = st.lists(
    st.sampled_from(
        ["a", "tide", "harbour", "終電", "قارب", "café", "👩‍👩‍👧", "x" * 30, "<b>so</b>", "<br>"]
    ),
    min_size=1,
    max_size=60,
)


def page(html: str, width: int, *, spacing: int = 0, justify: bool = False) -> list[Page]:
    """The page as it is laid out, and as it is set."""
    article = article_from_html(html)
    plain = lay_out(article, None, width)
    return [plain, typeset(plain, width, spacing=spacing, justify=justify)]


@given(WORDS, st.integers(10, 100))
def test_justified_lines_fill_the_width_and_keep_their_places(words: list[str], width: int) -> None:
    html = f"<p>{' '.join(words)}</p>"
    plain, set_ = page(html, width, justify=True)
    text = article_from_html(html).text
    assert len(plain.lines) == len(set_.lines)
    for before, after in zip(plain.lines, set_.lines, strict=True):
        assert after.text.split() == before.text.split()
        assert after == before or cell_len(after.text) == width
        for shown, start, length in after.places:
            assert after.text[shown : shown + length] == text[start : start + length]
        assert sum(place[2] for place in after.places) == sum(place[2] for place in before.places)
        marked = [after.text[run.start : run.end].split() for run in after.runs]
        assert marked == [before.text[run.start : run.end].split() for run in before.runs]


def test_the_last_line_and_one_that_is_broken_stay_as_they_are() -> None:
    html = "<p>the tide waits for the ferry and<br>then it comes back again in</p>"
    _, set_ = page(html, 20, justify=True)
    assert [line.text for line in set_.lines] == [
        "the tide  waits  for", "the ferry and", "then it  comes  back", "again in",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html", ["<pre>a b\nc d e f</pre>", "<h2>a b c d e</h2>", "<p>aaaa bbbbbbbbb</p>"]
)
def test_what_is_not_justified(html: str) -> None:
    plain, set_ = page(html, 10, justify=True)
    assert plain == set_


def test_lines_are_set_apart_inside_paragraphs_only() -> None:
    html = "<p>the tide waits for the ferry</p><pre>x\ny</pre>"
    _, set_ = page(html, 20, spacing=1)
    assert [line.text for line in set_.lines] == [
        "the tide waits for", "", "the ferry", "", "", "  x", "  y",
    ]  # fmt: skip
    assert set_.line_of(article_from_html(html).text.index("the ferry")) == 2
