"""Words looked for in a text, whatever their case and accents."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import article_from_html
from reader.ui.render.finding import find, folded, marks
from reader.ui.render.page import lay_out

TEXTS = st.text(
    alphabet=st.sampled_from(list('aAäßfﬁİ e\u0301é\n“"終カ\u3099한مَ👩\u200d')), max_size=40
)


def found(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in find(folded(text), words)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Quay. the quay", "THE quay", ["The Quay", "the quay"]),
        ("Café, cafe\u0301!", "cafe", ["Café", "cafe\u0301"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("Straße", "as", ["aß"]),
        ("“Don’t – wait”", '"don\'t - wait"', ["“Don’t – wait”"]),
        ("one\ntwo", "one two", ["one\ntwo"]),
        ("한국어", "국", ["국"]),
        ("مَكتبة", "مكتبة", ["مَكتبة"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("Ｗｉｄｅ", "wide", ["Ｗｉｄｅ"]),
        ("a b", " ", []),
        ("a b", "", []),
        ("", "a", []),
    ],
)
def test_what_is_found(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


@given(TEXTS, st.data())
def test_every_piece_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    """Also in upper case and composed otherwise: at least where it was taken from."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    if not folded(piece).text.strip():
        return
    for words in (piece, unicodedata.normalize("NFD", piece)):
        spans = find(folded(text), words)
        assert spans
        assert all(0 <= low < high <= len(text) for low, high in spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_a_match_is_marked_on_each_line_it_stands_on() -> None:
    article = article_from_html("<p>The tide waited for the ferry and the ferry came.</p>")
    page = lay_out(article, None, 24)
    spans = find(folded(article.text), "the ferry")
    marked = [
        (line.text[run.start : run.end], run.role)
        for line in page.lines
        for run in marks(line, spans, 1)
    ]
    assert marked == [("the", "found"), ("ferry", "found"), ("the ferry", "found-current")]


def test_a_long_text_is_looked_through_once() -> None:
    text = "é" * 100_000
    assert len(find(folded(text), "e")) == 10_000
