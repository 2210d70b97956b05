"""Segments, kinds and matches: what everything else is counted in."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.quotes import spans
from tests.bench.quotes.data import Span


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def kind(text: str, words: str) -> str:
    return spans.kind_of(text, [place(text, words)], spans.quoted(text))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ada Ray said it was “late”.", "late", "direct"),
        ("Ada Ray said it was “late”.", "it was “late”", "mixed"),
        ("Ada Ray said it was “late”.", "Ada Ray", "indirect"),
        ('"Yes," she said, "no."', "she said", "indirect"),
        ("''Yes,'' she said, ''no.''", "no", "direct"),
        ("``Yes,'' she said.", "Yes", "direct"),
        ("„Ja“ heißt „yes”, sagte sie.", "sagte sie", "indirect"),
        ("« Non », dit-elle.", "Non", "direct"),
        ("“One two.\n\n“Three,” she said.", "One two", "direct"),
        ('"One two.\n\n"Three," she said.', "One two", "direct"),
        ('A 6" pipe broke.\n\nIt leaked.', "pipe broke", "indirect"),
        ("She called it ‘odd’ twice.", "odd", "direct"),
        ("“She called it ‘odd’ twice,” he said.", "She called it ‘odd’ twice", "direct"),
        ("The boats’ ‘n’ cars’ road", "cars", "indirect"),
    ],
)
def test_kinds_follow_the_marks(text: str, words: str, expected: str) -> None:
    assert kind(text, words) == expected


def test_marks_blanks_and_stops_at_the_ends_do_not_count() -> None:
    text = "“It is late,” she said."

    assert spans.segments(text, [(0, 13)]) == spans.segments(text, [(1, 11)]) == [(1, 11)]


def test_content_is_cut_at_its_paragraphs() -> None:
    text = "“One.\n\n“Two.”"

    assert spans.segments(text, [(0, len(text))]) == [(1, 4), (8, 11)]


def test_pieces_with_only_marks_between_are_one_segment() -> None:
    text = "“One.” “Two.” and three"

    pieces = [(0, 6), (7, 13), (18, 23)]
    assert spans.segments(text, pieces) == [(1, 11), (18, 23)]


def test_pieces_without_a_letter_are_nothing() -> None:
    assert spans.segments("… — !", [(0, 5), (2, 2)]) == []


def test_pairs_are_one_to_one_best_first() -> None:
    gold = [(0, 10), (20, 30)]
    found = [(0, 8), (0, 10), (24, 40)]

    assert spans.match(gold, found, 0.5) == [(0, 1)]
    assert spans.match(gold, found, 0.3) == [(0, 1), (1, 2)]


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda s: (s[0], sum(s))))


@given(SPANS, SPANS, st.sampled_from([0.3, 0.5, 0.8, 1.0]))
def test_no_pair_is_left_that_both_sides_could_have(
    gold: list[Span], found: list[Span], least: float
) -> None:
    pairs = spans.match(gold, found, least)

    ours, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    assert len(ours) == len(theirs) == len(pairs)
    assert all(spans.overlap(gold[i], found[j]) >= least for i, j in pairs)
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if i not in ours and j not in theirs:
                assert spans.overlap(g, f) < least


@given(st.text(alphabet="ab \n\"'“”‘’„«»`", max_size=60))
def test_any_text_has_its_marks_read(text: str) -> None:
    inside = spans.quoted(text)

    assert len(inside) == len(text)
    assert not any(inside[i] for i, c in enumerate(text) if c == "\n")


@pytest.mark.parametrize("unit", ["‘a ", "“a ", '"a', "a\n\n", "''"])
def test_marks_of_a_long_text_are_read_in_a_moment(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    began = time.process_time()

    spans.quoted(text)

    assert time.process_time() - began < 2
