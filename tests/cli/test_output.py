import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.output import cell_width, cut, iso_time, pad, print_columns, to_json, wrap
from reader.text import clean

any_text = st.text(st.characters(exclude_categories=["Cs"]) | st.just("\ud800"))
lines = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@pytest.mark.parametrize(
    ("text", "cells"),
    [("harbour", 7), ("Lübeck", 6), ("Lu\u0308beck", 6), ("冰 ab", 5), ("ｆull", 5), ("", 0)],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_a_cut_ends_in_an_ellipsis_and_parts_no_wide_character() -> None:
    assert cut("harbour", 7) == "harbour"
    assert cut("harbour", 6) == "harbo…"
    assert cut("冰冰冰", 4) == "冰…"
    assert cut("冰冰冰", 5) == "冰冰…"


@given(lines, st.integers(min_value=1, max_value=40))
def test_a_cut_text_fits(text: str, width: int) -> None:
    assert cell_width(cut(text, width)) <= width


@given(lines, st.integers(min_value=1, max_value=40))
def test_padding_fills(text: str, width: int) -> None:
    assert cell_width(pad(cut(text, width), width)) == width


def test_wrapped_text_keeps_its_line_ends_and_margins() -> None:
    assert wrap("one two three\nfour", 9, "- ", "  ") == "- one two\n  three\n  four"


def test_wide_characters_part_without_spaces_and_keep_their_marks() -> None:
    assert wrap("港口将在五月关闭。", 6) == "港口将\n在五月\n关闭。"
    assert wrap("港口将。在", 6) == "港口\n将。在"


def test_a_word_longer_than_the_line_stays_whole() -> None:
    assert wrap("see https://coast.example/harbour now", 10) == (
        "see\nhttps://coast.example/harbour\nnow"
    )


@given(lines, st.integers(min_value=10, max_value=80))
def test_wrapping_loses_nothing_but_white_space(text: str, width: int) -> None:
    assert "".join(wrap(text, width).split()) == "".join(text.split())


def test_times_are_iso_in_utc_or_null() -> None:
    assert iso_time(0) == "1970-01-01T00:00:00Z"
    assert iso_time(-1) == "1969-12-31T23:59:59Z"
    assert iso_time(None) is None
    assert iso_time(10**18) is None


def test_json_keeps_letters_as_they_are() -> None:
    assert to_json({"a": "“冰”"}) == '{"a": "“冰”"}'


@given(st.recursive(any_text, st.lists))
def test_json_is_json_and_nothing_a_terminal_obeys(value: object) -> None:
    text = to_json(value)
    assert clean(text) == text
    assert json.loads(text) == value


def test_columns_are_aligned_by_cells(capsys: pytest.CaptureFixture[str]) -> None:
    print_columns([("1", "冰冰冰", "a"), ("22", "ice", "b\x1b[31m\nc")], (None, 4, None))
    assert capsys.readouterr().out == "1   冰…   a\n22  ice   b[31m c\n"


def test_no_rows_print_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    print_columns([], (None, None))
    assert capsys.readouterr().out == ""
