"""The scorer: content, mention, cue, and all of it, on one short article."""

from typing import Any

import pytest

from tests.bench.quotes.compare import Comparison, compare
from tests.bench.quotes.data import Article, BadDataError, article_from, found_by_people, found_from
from tests.bench.quotes.stages import Scores, score

TEXT = (
    "“We will swim,” said Ada Ray, the harbour master. “It is late.”\n\n"
    "Bo Lind said the pier was “a mess” and would close.\n\n"
    "Critics doubt that. Cleo Fir said it rained."
)


def place(words: str, number: int = 0) -> list[int]:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return [start, start + len(words)]


def attribution(source: str, said: int, *content: str) -> dict[str, Any]:
    return {
        "source": [place(source)],
        "cue": [place("said", said)],
        "content": [place(each) for each in content],
    }


def article(*attributions: dict[str, Any]) -> Article:
    return article_from({"id": "a", "text": TEXT, "attributions": list(attributions)})


GOLD = article(
    attribution("Ada Ray, the harbour master", 0, "“We will swim,”", "“It is late.”"),
    attribution("Bo Lind", 1, "the pier was “a mess” and would close"),
    attribution("Cleo Fir", 2, "it rained"),
)


def quote(
    content: str, speaker: str | None = None, said: int | None = None, kind: str = ""
) -> dict[str, Any]:
    start, end = place(content)
    return {
        "start": start,
        "end": end,
        "kind": kind,
        "speaker": speaker and dict(zip(("start", "end"), place(speaker), strict=True)),
        "cue": None
        if said is None
        else dict(zip(("start", "end"), place("said", said), strict=True)),
    }


PERFECT = [
    quote("We will swim", "Ada Ray, the harbour master", 0, "direct"),
    quote("“It is late.”", "Ada Ray, the harbour master", 0, "direct"),
    quote("the pier was “a mess” and would close.", "Bo Lind", 1, "mixed"),
    quote("it rained.", "Cleo Fir", 2, "indirect"),
]


def compared(*quotes: dict[str, Any], gold: Article = GOLD) -> Comparison:
    return compare(gold, [found_from(each, gold) for each in quotes])


def scored(*quotes: dict[str, Any], gold: Article = GOLD) -> Scores:
    return score([compared(*quotes, gold=gold)])


def test_the_article_has_four_segments() -> None:
    scores = scored()

    assert {kind: tally.gold.of for kind, tally in scores.content.items()} == {
        "all": 4,
        "direct": 2,
        "mixed": 1,
        "indirect": 1,
    }
    assert scores.content["all"].f1 == 0


def test_everything_right_is_one() -> None:
    scores = scored(*PERFECT)

    tallies = [
        *scores.content.values(),
        *scores.source.values(),
        *scores.source_touched.values(),
        scores.content_close,
        scores.content_exact,
        scores.content_words,
        scores.direct_close,
        scores.direct_exact,
        scores.complete,
    ]
    assert {tally.f1 for tally in tallies} == {1.0}
    assert scores.cue.value == scores.mention.value == scores.kind.value == 1


def test_people_are_scored_as_a_system_is() -> None:
    scores = score([compare(GOLD, found_by_people(GOLD))])

    assert scores.complete.f1 == 1


def test_a_quotation_in_parts_is_as_good_as_two() -> None:
    parts = {
        **PERFECT[0],
        "end": place("“It is late.”")[1],
        "parts": [place("“We will swim,”"), place("“It is late.”")],
    }

    assert scored(parts, *PERFECT[2:]).complete.f1 == 1


def test_content_that_swallows_its_cue_is_not_found_as_direct() -> None:
    whole = {**PERFECT[0], "start": 0, "end": place("“It is late.”")[1]}

    scores = scored(whole, *PERFECT[2:])

    assert scores.direct_close.recall == 0
    assert scores.content["all"].recall == 0.5


def test_what_is_nothing_costs_precision_alone() -> None:
    for false in (quote("Critics doubt that"), PERFECT[3]):
        content = scored(*PERFECT, false).content["all"]

        assert (content.precision, content.recall) == (0.8, 1)


def test_half_of_the_content_is_found_but_not_close() -> None:
    scores = scored(quote("“a mess” and would close"))

    assert scores.content["all"].recall == 0.25
    assert scores.content_close.recall == scores.content_exact.recall == 0
    assert 0 < scores.content_words.recall < 1


def test_just_half_is_enough() -> None:
    scores = scored(quote("mess” and would close"), quote("it rained", "Cleo"))

    assert scores.content["all"].recall == 0.5
    assert scores.mention.right == 1


def test_a_fifth_of_the_content_is_not_found() -> None:
    scores = scored(quote("the pier"))

    assert scores.content["all"].recall == 0
    assert scores.content_words.recall > 0


def test_scare_quotes_in_reported_words_are_false_direct_speech() -> None:
    scores = scored(quote("a mess"), *PERFECT[:2])

    assert scores.direct_close.precision == pytest.approx(2 / 3)
    assert scores.direct_close.recall == 1


def test_the_wrong_person_costs_the_source_of_that_kind_alone() -> None:
    scores = scored(quote("We will swim", "Bo Lind", 0), *PERFECT[1:])

    assert scores.source["direct"].f1 == 0.5
    assert scores.source["mixed"].f1 == scores.content["all"].f1 == 1
    assert scores.mention.value == scores.mention_touched.value == 0.75


def test_a_piece_of_the_mention_touches_it() -> None:
    scores = scored(quote("We will swim", "Ada", 0), *PERFECT[1:])

    assert scores.mention_touched.value == 1
    assert scores.mention.value == 0.75


def test_half_an_article_is_no_mention() -> None:
    everything = {**PERFECT[3], "speaker": {"start": 0, "end": len(TEXT)}}

    assert scored(everything).mention_touched.value == 0


def test_no_speaker_is_wrong_where_there_is_one() -> None:
    scores = scored(*PERFECT[:3], quote("it rained", None, 0))

    assert scores.source["indirect"].f1 == 0
    assert scores.cue_touched.value == scores.cue.value == 0.75
    assert scores.complete.f1 == 0.75


def test_only_nobody_is_right_where_nobody_speaks() -> None:
    silent = article({"source": [], "cue": [], "content": [place("it rained")]})

    assert scored(quote("it rained"), gold=silent).source["all"].f1 == 1
    assert scored(quote("it rained", "Cleo Fir"), gold=silent).source["all"].f1 == 0
    assert scored(quote("it rained"), gold=silent).cue.value is None


def test_a_kind_that_the_marks_do_not_bear_out_is_wrong() -> None:
    assert scored(quote("it rained", kind="direct")).kind.value == 0


def test_figures_add_up_over_articles() -> None:
    two = score([compared(*PERFECT), compared()])

    assert two.content["all"].recall == 0.5
    assert two.content["all"].precision == 1


def test_spans_count_code_points() -> None:
    text = "🗳 “Ja 👍🏽 so,” said Zoë."
    content, name = [2, text.index("”") + 1], [text.index("Zoë"), text.index("Zoë") + 3]
    gold = article_from(
        {
            "id": "b",
            "text": text,
            "attributions": [{"source": [name], "cue": [], "content": [content]}],
        }
    )
    found = {
        "start": content[0],
        "end": content[1],
        "speaker": {"start": name[0], "end": name[1]},
    }

    assert scored(found, gold=gold).complete.f1 == 1


@pytest.mark.parametrize("span", [(0, 10_000), (-1, 4), (9, 3)])
def test_a_span_outside_the_text_is_an_error(span: tuple[int, int]) -> None:
    with pytest.raises(BadDataError):
        compared({"start": span[0], "end": span[1]})
    with pytest.raises(BadDataError):
        article({"source": [list(span)], "cue": [], "content": []})
