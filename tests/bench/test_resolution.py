"""Who the sources are: names, types, unnamed sources, scare quotes."""

from typing import Any

import pytest

from tests.bench.quotes.compare import compare
from tests.bench.quotes.data import article_from, found_from
from tests.bench.quotes.names import same_name
from tests.bench.quotes.resolution import Resolution, score_sources

TEXT = (
    "“We will swim,” said Ada Ray, head of Tarn Ferries. She said it was “late”.\n\n"
    "Bo Lind and Eva Lind met. Bo Lind said it rained. Insiders said he lied.\n\n"
    "Norwick and Tarn blamed the tide. The ‘clever’ plan failed, a study by Wavelab found.\n\n"
    "Will she go? It was an “odd” day, the Tarn Gazette reported."
)


def place(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def gold(content: str, source: str, name: Any, type_: str | None, **more: Any) -> dict[str, Any]:
    return {
        "source": [place(source)] if source else [],
        "cue": [],
        "content": [place(content)],
        "resolved": name,
        "source_type": type_,
        **more,
    }


LINE: dict[str, Any] = {
    "id": "a",
    "text": TEXT,
    "attributions": [
        gold("“We will swim,”", "Ada Ray, head", "Ada Ray", "person", kinds=["direct"]),
        gold("it was “late”", "She", "Ada Ray", "person"),
        gold("it rained", "Bo Lind", "Bo Lind", "person"),
        gold("he lied", "Insiders", "Insiders", "unnamed"),
        gold("the tide", "Norwick and Tarn", ["Norwick", "Tarn"], "organization"),
        gold(
            "The ‘clever’ plan failed",
            "a study",
            "study by Wavelab",
            "document",
            resolved_also=["Wavelab"],
            source_type_also=["organization"],
        ),
        gold(
            "It was an “odd” day",
            "the Tarn Gazette",
            "Tarn Gazette",
            "outlet",
            anonymous_behind=True,
        ),
    ],
    "optional": [
        gold("Will she go?", "", None, None),
        gold("Bo Lind and Eva Lind met", "Eva Lind", "Eva Lind", "person"),
    ],
    "scare_quotes": [place("‘clever’")],
}
ARTICLE = article_from(LINE)


def quote(content: str, name: str | None = None, type_: str = "", **more: Any) -> dict[str, Any]:
    start, end = place(content)
    source = {"name": name, "type": type_, **more} if type_ else None
    return {"start": start, "end": end, "source": source}


PERFECT = [
    quote("We will swim", "Ada Ray", "person"),
    quote("it was “late”", "Ray", "person"),
    quote("it rained", "Bo Lind", "person"),
    quote("he lied", "insiders", "unnamed"),
    quote("the tide", "Norwick; Tarn", "organization"),
    quote("The ‘clever’ plan failed", "a study by Wavelab", "document"),
    quote("It was an “odd” day", "The Tarn Gazette", "outlet", anonymous=True),
]


def scored(*quotes: dict[str, Any]) -> Resolution:
    return score_sources([compare(ARTICLE, [found_from(each, ARTICLE) for each in quotes])])


def instead(position: int, *quotes: dict[str, Any]) -> Resolution:
    return scored(*PERFECT[:position], *quotes, *PERFECT[position + 1 :])


def test_everything_right_is_one() -> None:
    scores = scored(*PERFECT)

    assert ARTICLE.resolved
    assert scores.named.f1 == scores.found.f1 == scores.anonymous.f1 == 1
    assert scores.right.value == scores.type.value == 1
    assert scores.scare_shown.value == 0
    assert scores.anonymous.gold.of == 2


def test_mentions_are_told_by_what_they_print_of_the_name() -> None:
    groups = scored(*PERFECT).named_by_mention

    assert {name: share.of for name, share in groups.items()} == {
        "named": 5,
        "part": 1,
        "none": 1,
    }


def test_a_last_name_is_right_but_not_the_fullest() -> None:
    assert scored(*PERFECT).fullest.right == 6


@pytest.mark.parametrize(
    ("position", "name", "type_", "right"),
    [
        (0, "Mrs. ada RAY", "person", True),
        (0, "Chairwoman Ray", "person", True),
        (0, "Ada", "person", False),
        (1, "She", "person", False),
        (2, "Lind", "person", False),
        (2, "Eva Lind", "person", False),
        (4, "Norwick", "organization", True),
        (4, "Norwick; Wavelab", "organization", False),
        (5, "Wavelab", "organization", True),
        (6, "Gazette", "outlet", False),
    ],
)
def test_right_and_wrong_names(position: int, name: str, type_: str, right: bool) -> None:
    start, end = LINE["attributions"][position]["content"][0]

    scores = instead(position, quote(TEXT[start:end], name, type_))

    assert scores.named.gold.right == 6 + right
    assert scores.found.f1 == 1


def test_nobody_is_wrong_where_there_is_a_source() -> None:
    assert instead(1, quote("it was “late”")).named.gold.right == 6


def test_a_type_may_be_allowed_without_being_the_first() -> None:
    scores = instead(5, quote("The ‘clever’ plan failed", "Wavelab", "organization"))

    assert (scores.type.right, scores.type_allowed.right) == (6, 7)


def test_unnamed_sources_are_missed_and_invented() -> None:
    missed = instead(3, quote("he lied", "Bo Lind", "person")).anonymous
    invented = instead(2, quote("it rained", "Bo Lind", "unnamed")).anonymous

    assert (missed.precision, missed.recall) == (1, 0.5)
    assert invented.precision == pytest.approx(2 / 3)
    assert invented.recall == 1


def test_the_doubtful_costs_nothing() -> None:
    scores = scored(
        *PERFECT, quote("Will she go?"), quote("Bo Lind and Eva Lind met", "x", "group")
    )

    assert scores.dropped == 2
    assert scores.named.f1 == scores.found.precision == 1


def test_what_is_nothing_costs_precision() -> None:
    named = scored(*PERFECT, quote("head of Tarn Ferries", "Ada Ray", "person")).named

    assert (named.precision, named.recall) == (0.875, 1)


def test_scare_quotes_shown_as_speech_and_given_a_speaker() -> None:
    shown = instead(5, quote("clever"))
    attributed = instead(5, quote("clever", "Wavelab", "organization"))

    assert (shown.scare_shown.value, shown.scare_attributed.value) == (1, 0)
    assert (attributed.scare_shown.value, attributed.scare_attributed.value) == (1, 1)


@pytest.mark.parametrize(
    ("found", "gold", "type_", "same"),
    [
        ("Zoe O’Fir", "Zoë O'Fir", "person", True),
        ("Ray-Lind", "Ada Ray-Lind", "person", True),
        ("Lind", "Ada Ray-Lind", "person", False),
        ("Sir Bo Fir", "Fir", "person", True),
        ("Lady Lind", "Bo Lind", "person", False),
        ("The U.K. Ferries", "UK Ferries", "organization", True),
        ("Ferries", "UK Ferries", "organization", False),
        ("two people on the pier", "people on the pier", "unnamed", True),
        ("the police", "people on the pier", "group", False),
        ("…", "Ada Ray", "person", False),
    ],
)
def test_names_are_the_same(found: str, gold: str, type_: str, same: bool) -> None:
    assert same_name(found, gold, type_, frozenset({"lind"})) is same
