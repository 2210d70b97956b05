from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.render.cells import crop, fit, index_at, whole, wrap

TEXTS = st.text(
    alphabet=st.sampled_from(list("ab c-—/\n「」、。終バ👩\u200d👧🇳🇴é\u0301مك\u00a0")), max_size=120
)


@given(TEXTS, st.integers(1, 40))
def test_lines_fit_and_lose_only_white_space(text: str, width: int) -> None:
    spans = wrap(text, width)
    at = 0
    for start, end in spans:
        assert at <= start <= end <= len(text)
        assert not text[at:start].strip(" \n")
        line = text[start:end]
        # A cluster of two cells cannot be parted, even where there is room for one.
        assert cell_len(line) <= max(width, 2)
        at = end
    assert not text[at:].strip(" \n")


@given(TEXTS.map(lambda text: text.replace("\n", "")), st.integers(1, 60))
def test_fit_fills_the_width_exactly(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
    assert cell_len(crop(text, width)) <= width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("a well-known name", 7, ["a well-", "known", "name"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("今夜も、終電を待つ", 8, ["今夜も、", "終電を待", "つ"]),
        ("彼は「待つ」と言う", 6, ["彼は", "「待", "つ」と", "言う"]),
        ("two\nlines", 20, ["two", "lines"]),
        ("see\u00a0[2] it", 7, ["see\u00a0[2]", "it"]),
        ("Harbour \u200d\u200d: c", 10, ["Harbour \u200d\u200d: ", "c"]),
        ("\u200d\u200d、a", 1, ["\u200d\u200d、", "a"]),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines


def test_a_cut_says_so() -> None:
    assert crop("a long title", 7) == "a long…"
    assert crop("終バス、今夜", 6) == "終バ…"
    assert fit("ab", 4) == "ab  "
    assert fit("ab", 0) == ""


def test_which_character_is_under_a_cell() -> None:
    assert [index_at("a終b", cell) for cell in range(5)] == [0, 1, 1, 2, 3]
    assert index_at("abc", 9) == 3


@given(TEXTS, st.lists(st.integers(0, 120), max_size=6))
def test_parts_are_as_wide_as_the_whole(text: str, cuts: list[int]) -> None:
    places = whole(text, [0, len(text), *(cut for cut in cuts if cut <= len(text))])
    assert (places[0], places[-1]) == (0, len(text))
    parts = [text[start:end] for start, end in pairwise(places)]
    assert "".join(parts) == text
    assert sum(map(cell_len, parts)) == cell_len(text)


def test_no_cut_goes_through_a_sign() -> None:
    family = "a👩‍👩‍👧b"
    assert whole(family, [0, 1, 2, 5, 7]) == [0, 1, 6, 7]
    assert whole("abc", [2, 0, 3]) == [0, 2, 3]
