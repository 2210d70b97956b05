"""Pairing of quotation marks: what stands between them, and what an odd one costs."""

import pytest

from reader.quotes.marks import Quoted, pair_marks
from reader.text import paragraphs


def runs(text: str) -> list[Quoted]:
    return pair_marks(text, list(paragraphs(text, [(0, len(text))])))


def quoted(text: str) -> list[str]:
    return [text[run.start : run.end] for run in runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "one" and "two".', ['"one"', '"two"']),
        ("He said “one” and “two”.", ["“one”", "“two”"]),
        ("Er sagte „eins“ und „zwei”.", ["„eins“", "„zwei”"]),
        ("Il dit « un » et «deux».", ["« un »", "«deux»"]),
        ("Er sagte »eins« und ›zwei‹ laut.", ["»eins«", "›zwei‹"]),
        ("Han sa ”ett” till oss.", ["”ett”"]),
        ("「一」と言った。", ["「一」"]),
        ("He said ``one'' today.", ["``one''"]),
        ("He said ‘one’ and 'two'.", ["‘one’", "'two'"]),
        ("It’s the dogs’ day and the cats' night.", []),
        ("'It's late,' she said.", ["'It's late,'"]),
        ("‘The workers’ rights matter,’ she said.", ["‘The workers’ rights matter,’"]),
        ("Rock 'n' roll in the '90s.", []),
        ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
        ("“He said “no” to me,” she said.", ["“He said “no” to me,”"]),
        ('A 6" plank and “one” nail.', ["“one”"]),
        ('A lone " mark.', []),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_odd_mark_costs_its_own_paragraph_at_most() -> None:
    text = 'She said "one.\nHe said "two" twice.\nThey said “three” once.'

    assert quoted(text) == ['"two"', "“three”"]


def test_a_quotation_over_paragraphs_repeats_its_opening_mark() -> None:
    text = "She said: “One.\n“Two.\n“Three,” and left.\n“Four” is new."

    found = runs(text)

    assert [text[run.start : run.end] for run in found] == [
        "“One.",
        "“Two.",
        "“Three,”",
        "“Four”",
    ]
    assert [run.continues for run in found] == [False, True, True, False]
    assert [run.closed for run in found] == [False, False, True, True]


def test_straight_marks_go_on_over_paragraphs_too() -> None:
    text = 'She said: "One.\n"Two," and left.'

    assert quoted(text) == ['"One.', '"Two,"']


def test_runs_know_their_paragraph() -> None:
    assert [run.paragraph for run in runs("“a”\n\nb\n“c” “d”")] == [0, 2, 2]
