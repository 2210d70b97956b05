"""Which class a mistake belongs to, on sentences with one mistake each."""

from typing import Any

import pytest

from tests.bench.quotes.compare import Comparison, compare
from tests.bench.quotes.data import article_from, found_from
from tests.bench.quotes.mistakes import Mistake, by_class, examples, mistakes

TEXT = "Ada Ray, the mayor, said that the pier, which is old, would close. Bo Lind called it “odd”."


def place(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def span(words: str | None) -> dict[str, int] | None:
    return dict(zip(("start", "end"), place(words), strict=True)) if words else None


GOLD = {
    "source": [place("Ada Ray, the mayor")],
    "cue": [place("said")],
    "content": [place("that the pier, which is old, would close")],
}
NAMED = {**GOLD, "resolved": "Ada Ray", "source_type": "person"}
CONTENT = "that the pier, which is old, would close"


def quote(
    content: str = CONTENT,
    speaker: str | None = "Ada Ray, the mayor",
    cue: str | None = "said",
    name: str | None = None,
) -> dict[str, Any]:
    start, end = place(content)
    source = name and {"name": name, "type": "person"}
    return {
        "start": start,
        "end": end,
        "speaker": span(speaker),
        "cue": span(cue),
        "source": source,
    }


def compared(quotes: list[dict[str, Any]], gold: dict[str, Any] = GOLD, **more: Any) -> Comparison:
    article = article_from({"id": "a", "text": TEXT, "attributions": [gold], **more})
    return compare(article, [found_from(each, article) for each in quotes])


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([quote()], []),
        ([], ["missed indirect"]),
        ([quote("the pier")], ["wrong extent, indirect: too short"]),
        ([quote("that the pier"), quote("would close")], ["wrong extent, indirect: in pieces"]),
        ([quote(TEXT[:-1])], ["wrong extent, indirect: too long"]),
        ([quote("would close. Bo Lind called it")], ["wrong extent, indirect: shifted"]),
        ([quote("that the pier, which is old")], ["extent a little off, indirect"]),
        ([quote(), quote("the mayor")], ["false indirect"]),
        ([quote(), quote("Bo Lind called it “odd”")], ["false mixed"]),
        ([quote(), quote("odd")], ["scare quotes as speech"]),
        ([quote(), quote("the pier")], ["found twice"]),
        ([quote(speaker=None)], ["missing source"]),
        ([quote(speaker="Bo Lind")], ["wrong mention"]),
        ([quote(speaker="Ada")], ["extent of the mention"]),
        ([quote(cue=None)], ["missing cue"]),
        ([quote(cue="called")], ["wrong cue"]),
    ],
)
def test_classes(quotes: list[dict[str, Any]], expected: list[str]) -> None:
    assert [each.name for each in mistakes(compared(quotes))] == expected


def test_what_nobody_says_has_no_source_and_no_cue() -> None:
    silent = {"source": [], "cue": [], "content": GOLD["content"]}

    names = [each.name for each in mistakes(compared([quote()], silent))]

    assert names == ["source where there is none", "cue where there is none"]


@pytest.mark.parametrize(
    ("mention", "name", "expected"),
    [
        ("Ada Ray, the mayor", "Ray", []),
        ("Ada Ray, the mayor", "Bo Lind", ["wrong name, printed in full"]),
        ("Ada", "Bo Lind", ["wrong name, printed in part"]),
        ("the mayor", None, ["wrong name, not printed"]),
    ],
)
def test_wrong_names(mention: str, name: str | None, expected: list[str]) -> None:
    comparison = compared(
        [quote(speaker=mention, name=name)], {**NAMED, "source": [place(mention)]}
    )

    assert [each.name for each in mistakes(comparison)] == expected


def test_scare_quotes_are_those_that_annotators_marked_where_they_did() -> None:
    elsewhere = compared([quote(), quote("odd")], scare_quotes=[place("the pier")])
    here = compared([quote(), quote("odd")], scare_quotes=[place("“odd”")])

    assert [each.name for each in mistakes(elsewhere)] == ["false direct"]
    assert [each.name for each in mistakes(here)] == ["scare quotes as speech"]


def test_the_doubtful_is_no_mistake() -> None:
    doubtful = {"source": [], "cue": [], "content": [place("odd")]}

    assert not list(mistakes(compared([quote(), quote("odd")], optional=[doubtful])))


def test_both_sides_are_told_in_the_words_of_the_text() -> None:
    (mistake,) = mistakes(compared([quote(speaker="Bo Lind")]))

    assert mistake == Mistake(
        "wrong mention",
        "a",
        TEXT.index("that"),
        "[Ada Ray, the mayor | said] that the pier, which is old, would close",
        "[Bo Lind | said] that the pier, which is old, would close",
    )


def test_the_commonest_come_first() -> None:
    classes = by_class([compared([]), compared([quote(cue=None)]), compared([])])

    assert [(name, len(group)) for name, group in classes] == [
        ("missed indirect", 2),
        ("missing cue", 1),
    ]


def test_examples_are_taken_from_all_over() -> None:
    group = [Mistake("missed direct", "a", start, "", "") for start in range(10)]

    assert [each.start for each in examples(group, 3)] == [0, 3, 6]
    assert examples(group, 0) == []
    assert examples(group, 20) == group
