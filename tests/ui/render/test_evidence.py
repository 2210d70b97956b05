"""What is said for a quotation, and of it."""

import pytest

from reader.model import Analysis, Mention, Quotation, Source
from reader.ui.render.evidence import evidence, label, summary

SAID = Quotation(
    0, 10, ((0, 10),), "mixed", Mention(20, 22, "the\n minister"), Mention(12, 16, "said"), 0,
    via="a letter", confidence=0.854, rule="that-clause",
)  # fmt: skip
RELAYED = Quotation(30, 40, ((30, 40),), "indirect", None, None, 1, anonymous=True)
ALONE = Quotation(
    50, 60, ((50, 60),), "direct", None, None, None, confidence=0.3, rule="marks-only"
)
ANALYSIS = Analysis(
    "en",
    (SAID, RELAYED, ALONE),
    (
        Source("Mira Okell", "person", "minister of tides", False, (0,)),
        Source("Coast Courier", "outlet", None, True, (1,)),
    ),
)


def test_all_there_is_to_say() -> None:
    assert evidence(ANALYSIS, 0, 0.5) == [
        ("kind", "indirect speech that quotes some words"),
        ("found by", "a cue, then “that”, then what is said"),
        ("confidence", "85 %"),
        ("cue", "said"),
        ("mention", "the minister"),
        ("source", "[1] Mira Okell, person"),
        ("role", "minister of tides"),
        ("via", "a letter"),
        ("corrected", "no"),
    ]


def test_who_speaks_for_unnamed_ones_is_told() -> None:
    facts = dict(evidence(ANALYSIS, 1, 0.5))
    assert facts["source"] == "[2] Coast Courier, outlet"
    assert facts["behind it"] == "▲ an unnamed source behind it"
    unnamed = ANALYSIS.sources[1]._replace(name="a guard", type="unnamed")
    facts = dict(evidence(ANALYSIS._replace(sources=(unnamed, unnamed)), 1, 0.5))
    assert facts["source"] == "[2] a guard, ▲ unnamed"
    assert "behind it" not in facts


def test_nobody_and_nothing_are_told_too() -> None:
    facts = dict(evidence(ANALYSIS, 2, 0.5))
    assert facts["source"] == "[–] nobody is named"
    assert (facts["cue"], facts["mention"]) == ("none", "none")


@pytest.mark.parametrize(
    ("threshold", "words"),
    [(0.5, "30 %: doubtful, as it is below 50 %"), (0.3, "30 %"), (0.0, "30 %")],
)
def test_doubt_is_told_with_its_reason(threshold: float, words: str) -> None:
    assert dict(evidence(ANALYSIS, 2, threshold))["confidence"] == words


def test_a_person_has_the_last_word() -> None:
    judged = ANALYSIS._replace(quotations=(SAID, RELAYED, ALONE._replace(correction=1)))
    facts = dict(evidence(judged, 2, 0.5))
    assert facts["corrected"] == "yes: set right by hand"
    assert facts["confidence"] == "30 % when it was found"
    assert "doubtful" not in summary(judged, 2, 0.5)


def test_one_line_and_a_label_for_each() -> None:
    assert [summary(ANALYSIS, index, 0.5) for index in range(3)] == [
        "1 of 3 · mixed · [1] Mira Okell, minister of tides, via a letter",
        "2 of 3 · indirect · [2] Coast Courier",
        "3 of 3 · direct · doubtful · nobody named",
    ]
    assert [label(quotation) for quotation in ANALYSIS.quotations] == ["1", "2▲", "–"]
