import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article import article_from_html
from reader.model import Analysis, Article, Mention, Quotation, Source
from reader.ui.render.page import lay_out

HTML = """
<h2>Plan</h2><p>“We wait,” said Mira Okell, “for the tide.” She <a href="https://e.org/x">left</a>.</p>
<ol><li>first thing to be done soon</li><li>second</li></ol>
<blockquote>A harbour is a promise.</blockquote>
<table><tr><th>Part</th><th>Cost</th></tr><tr><td>Quay walls and steps</td><td>6</td></tr></table>
<pre>x = 1</pre><p>Okell said it was “no joke” at all.</p><hr>
<img src="https://e.org/i.png" alt="A quay">
"""


def analysed(article: Article) -> Analysis:
    """Two quotations, marked by hand."""
    text = article.text

    def span(words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    def mention(words: str) -> Mention:
        return Mention(*span(words), words)

    parts = (span("“We wait,”"), span("“for the tide.”"))
    mixed = span("it was “no joke” at all")
    return Analysis(
        "en",
        (
            Quotation(
                parts[0][0], parts[1][1], parts, "direct", mention("Mira Okell"), mention("said"), 0
            ),
            Quotation(*mixed, (mixed,), "mixed", None, None, None),
        ),
        (Source("Mira Okell", "person", quotations=(0,)),),
    )


ARTICLE = article_from_html(HTML, title="T")


@given(st.integers(1, 100))
def test_every_line_fits_and_knows_its_text(width: int) -> None:
    page = lay_out(ARTICLE, analysed(ARTICLE), width)
    shown = set()
    for line in page.lines:
        assert cell_len(line.text) <= max(width, 4)  # a marker and one letter need four
        for start, offset, length in line.places:
            assert line.text[start : start + length] == ARTICLE.text[offset : offset + length]
            shown |= set(range(offset, offset + length))
        for run in line.runs:
            assert 0 <= run.start < run.end <= len(line.text)
    prose = {at for start, end in ARTICLE.prose for at in range(start, end)}
    assert {at for at in prose - shown if not ARTICLE.text[at].isspace()} == set()


@given(st.integers(10, 100))
def test_the_place_of_an_offset_is_found_again(width: int) -> None:
    page = lay_out(ARTICLE, None, width)
    for number, line in enumerate(page.lines):
        for _, offset, length in line.places:
            assert page.line_of(offset) == page.line_of(offset + length - 1) == number
        if line.places:
            assert page.offset_of(number) == line.places[0][1]


def test_numbers_follow_the_last_words() -> None:
    lines = [line.text for line in lay_out(ARTICLE, analysed(ARTICLE), 80).lines]
    assert "“We wait,” said Mira Okell, “for the tide.”\u00a0[1] She left." in lines
    assert "Okell said it was “no joke” at all\u00a0[–]." in lines


@pytest.mark.parametrize(
    ("doubtful", "signs"), [(0.0, ["1", "–"]), (0.5, ["1", "–?"]), (0.95, ["1?", "–?"])]
)
def test_a_quotation_below_the_threshold_is_doubtful(doubtful: float, signs: list[str]) -> None:
    found = analysed(ARTICLE)
    first, second = found.quotations
    found = found._replace(
        quotations=(first._replace(confidence=0.9), second._replace(confidence=0.4))
    )
    text = " ".join(line.text for line in lay_out(ARTICLE, found, 80, doubtful=doubtful).lines)
    assert re.findall(r"\u00a0\[(.*?)\]", text) == signs


def test_what_a_person_judged_is_not_doubtful() -> None:
    found = analysed(ARTICLE)
    judged = tuple(q._replace(confidence=0.1, correction=3) for q in found.quotations)
    page = lay_out(ARTICLE, found._replace(quotations=judged), 80, doubtful=0.9)
    assert "[1]" in " ".join(line.text for line in page.lines)
    assert "?]" not in " ".join(line.text for line in page.lines)


def test_what_stretches_mean() -> None:
    page = lay_out(ARTICLE, analysed(ARTICLE), 80)
    found = {
        (line.text[run.start : run.end], run.role, run.quotation)
        for line in page.lines
        for run in line.runs
    }
    assert {
        ("“We wait,”", "direct", 0),
        ("“for the tide.”", "direct", 0),
        ("Mira Okell", "mention", 0),
        ("said", "cue", 0),
        ("\u00a0[1]", "number", 0),
        ("it was “no joke” at all", "mixed", 1),
        ("“no joke”", "quoted", 1),
        ("left", "link", None),
    } <= found
    assert any(run.url == "https://e.org/x" for line in page.lines for run in line.runs)


def test_blocks_look_like_what_they_are() -> None:
    lines = [line.text for line in lay_out(ARTICLE, None, 24).lines]
    assert "1. first thing to be" in lines
    assert "   done soon" in lines
    assert "2. second" in lines
    assert "│ A harbour is a" in lines
    assert "Part                Cost" in lines
    assert "Quay walls and      6" in lines
    assert "  x = 1" in lines
    assert "[image: A quay]" in lines


def lines_of(html: str, width: int) -> list[str]:
    return [line.text for line in lay_out(article_from_html(html), None, width).lines]


def test_a_quote_has_its_bars_all_along() -> None:
    html = """<blockquote><p>One.</p><blockquote><p>Two.</p></blockquote><ul><li>item</li></ul>
    <h4>Head</h4><pre>code</pre></blockquote><p>After.</p>"""
    assert lines_of(html, 40) == [
        "│ One.", "│", "│ │ Two.", "│", "│ • item", "│", "│ Head", "│", "│   code", "", "After.",
    ]  # fmt: skip


def test_what_is_nested_deeply_keeps_most_of_the_width() -> None:
    html = "<ul><li>a" * 20 + "</ul>" * 20
    assert max(line.index("•") for line in lines_of(html, 40)) == 10
    html = "<blockquote>" * 20 + "tide and ferry" + "</blockquote>" * 20
    assert lines_of(html, 40) == ["│ " * 5 + "tide and ferry"]


def test_embeds_and_raised_figures() -> None:
    html = """<p>Okell<sup>12</sup>, H<sub>2</sub>O, the 1<sup>st</sup>.</p>
    <iframe src="https://www.e.org/film" title="The film"></iframe>
    <video><source src="https://www.e.org/v.mp4"></video><iframe src="https://e.org/x"></iframe>"""
    assert lines_of(html, 60) == [
        "Okell¹², H₂O, the 1st.", "", "▶ The film · e.org", "", "▶ video · e.org", "", "▶ e.org",
    ]  # fmt: skip


TABLE = """<table><tr><th>Harbour</th><th>What of it</th></tr><tr><td>Skerry quay and steps</td>
<td>see <a href="https://e.org/x">the long chart of it</a></td></tr></table>"""


@pytest.mark.parametrize("width", [10, 14, 24, 40, 80])
def test_a_table_knows_its_places_and_links(width: int) -> None:
    article = article_from_html(TABLE)
    page = lay_out(article, None, width)
    seen = ""
    for line in page.lines:
        for shown, offset, length in line.places:
            piece = line.text[shown : shown + length]
            assert piece == article.text[offset : offset + length]
            seen += piece
    assert sorted(seen.replace(" ", "")) == sorted("".join(article.text.split()))
    linked = [line.text[run.start : run.end] for line in page.lines for run in line.runs if run.url]
    assert "".join(linked).replace(" ", "") == "thelongchartofit"


def test_a_table_too_wide_for_columns_names_them_beside_each_cell() -> None:
    head = "<tr>" + "".join(f"<th>Name {n}</th>" for n in range(4)) + "</tr>"
    rows = "".join(f"<tr>{''.join(f'<td>cell {r}{n}</td>' for n in range(4))}</tr>" for r in "ab")
    assert lines_of(f"<table>{head}{rows}</table><p>after</p>", 20) == [
        "Name 0: cell a0", "Name 1: cell a1", "Name 2: cell a2", "Name 3: cell a3", "",
        "Name 0: cell b0", "Name 1: cell b1", "Name 2: cell b2", "Name 3: cell b3", "", "after",
    ]  # fmt: skip


def test_an_article_of_one_endless_line_is_laid_out_quickly() -> None:
    """Work grows with the length, not with its square: counted, not timed."""
    text = "“Ha,” said Bo. " * 4000
    article = article_from_html(f"<p>{text}</p>")
    parts = [(at, at + 5) for at in range(0, len(article.text) - 5, 15)]
    quotations = tuple(Quotation(s, e, ((s, e),), "direct", None, None, None) for s, e in parts)
    page = lay_out(article, Analysis("en", quotations), 60)
    assert sum(len(line.runs) for line in page.lines) < 3 * len(parts)
    assert page.line_of(len(article.text) - 2) == len(page.lines) - 1
