"""What a person set right, laid over what some engine found."""

from dataclasses import replace

import pytest

from reader.corrections import correct, judge
from reader.model import (
    Analysis,
    Correction,
    Mention,
    Quotation,
    Source,
    Span,
    TextQuote,
    Verdict,
)
from reader.text import text_hash

TEXT = (
    "“We will wait,” said Mira Okell of the council.\n"
    "The plan would cost nine million, she said.\n"
    "Jon Hask said the banks were nervous. “We will wait,” he said.\n"
    "It was called “the wet plan” by some."
)
OKELL = Verdict("Mira Okell", "person", "of the council")
HASK = Verdict("Jon Hask", "person")
REMOVED = Verdict(removed=True)


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def mention(words: str, nth: int = 0) -> Mention:
    return Mention(*span(words, nth), words)


def quoted(content: Span, named: Mention | None, source: int | None, **more: object) -> Quotation:
    plain = Quotation(*content, (content,), "direct", named, None, source, rule="some-rule")
    return plain._replace(**more)  # type: ignore[arg-type]


FOUND = Analysis(
    "en",
    (
        quoted(span("“We will wait,”"), mention("Mira Okell"), 0),
        quoted(span("The plan would cost nine million"), mention("she"), 0),
        quoted(span("the banks were nervous"), mention("Jon Hask"), 1),
        quoted(span("“We will wait,”", 1), mention("he", 1), 1, confidence=0.4),
        quoted(span("“the wet plan”"), None, None),
    ),
    (
        Source("Mira Okell", "person", "of the council", False, (0, 1),
               (span("Mira Okell"), span("she"))),
        Source("Jon Hask", "person", None, False, (2, 3), (span("Jon Hask"), span("he", 1))),
    ),
)  # fmt: skip


def correction(index: int, verdict: Verdict, *, number: int = 1, text: str = TEXT) -> Correction:
    """What is kept of a verdict on a quotation of ``FOUND``."""
    start, end = FOUND.quotations[index].start, FOUND.quotations[index].end
    place = TextQuote(
        text[start:end], text[max(0, start - 32) : start], text[end : end + 32], start, end,
        text_hash(text),
    )  # fmt: skip
    return Correction(number, 7, place, judge(FOUND, index, verdict, text), verdict, 1000)


def sources(analysis: Analysis) -> dict[str, tuple[int, ...]]:
    return {source.name: source.quotations for source in analysis.sources}


def words(analysis: Analysis, text: str = TEXT) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in analysis.quotations]


def test_nothing_corrected_is_the_analysis_itself() -> None:
    assert correct(FOUND, TEXT, ()) is FOUND


def test_a_quotation_gets_the_source_that_was_chosen() -> None:
    corrected = correct(FOUND, TEXT, [correction(3, OKELL)])
    assert sources(corrected) == {"Mira Okell": (0, 1, 3), "Jon Hask": (2,)}
    assert corrected.quotations[3].correction == 1
    assert [quotation.correction for quotation in corrected.quotations[:3]] == [None] * 3
    assert corrected.quotations[3].confidence == 0.4, "what the engine thought is still told"
    # "he" can be anybody: it stays, and is now a mention of the new source.
    assert corrected.quotations[3].mention == mention("he", 1)
    assert span("he", 1) in corrected.sources[0].mentions
    assert span("he", 1) not in corrected.sources[1].mentions
    assert corrected.sources[0].role == "of the council"


def test_a_mention_that_names_the_former_source_gives_way() -> None:
    corrected = correct(FOUND, TEXT, [correction(2, OKELL)])
    assert corrected.quotations[2].mention is None, "no mention of hers is in this paragraph"
    corrected = correct(FOUND, TEXT, [correction(0, HASK)])
    assert corrected.quotations[0].mention is None
    other = judge(
        FOUND._replace(quotations=(*FOUND.quotations[:2], FOUND.quotations[2]._replace(source=0,
                mention=mention("Mira Okell")), *FOUND.quotations[3:])),
        2, HASK, TEXT,
    )  # fmt: skip
    assert other.mention == mention("Jon Hask"), "the new source's own, in the same paragraph"


def test_a_name_that_was_typed_is_a_source_of_its_own() -> None:
    corrected = correct(FOUND, TEXT, [correction(4, Verdict("Fishers' Union", "organization"))])
    assert sources(corrected)["Fishers' Union"] == (4,)
    assert corrected.sources[-1].type == "organization"
    assert not corrected.quotations[4].anonymous
    corrected = correct(FOUND, TEXT, [correction(4, Verdict("a neighbour", "unnamed"))])
    assert corrected.quotations[4].anonymous
    assert corrected.sources[-1].anonymous


def test_nobody_is_named() -> None:
    corrected = correct(FOUND, TEXT, [correction(2, Verdict()), correction(3, Verdict(), number=2)])
    assert sources(corrected) == {"Mira Okell": (0, 1)}, "who says nothing is no source"
    assert corrected.quotations[2].source is None
    assert corrected.quotations[2].mention is None


def test_what_is_no_quotation_goes_and_the_rest_counts_anew() -> None:
    corrected = correct(FOUND, TEXT, [correction(0, REMOVED), correction(1, REMOVED, number=2)])
    assert words(corrected) == words(FOUND)[2:]
    assert sources(corrected) == {"Jon Hask": (0, 1)}
    assert [quotation.source for quotation in corrected.quotations] == [0, 0, None]


def test_the_later_correction_wins() -> None:
    both = [correction(3, REMOVED), correction(3, OKELL, number=2)]
    corrected = correct(FOUND, TEXT, both)
    assert corrected.quotations[3].correction == 2
    assert words(correct(FOUND, TEXT, [both[1], replace(both[0], id=3)])) == [
        word for index, word in enumerate(words(FOUND)) if index != 3
    ]


@pytest.mark.parametrize("nudge", [(0, 0), (-5, 3), (4, -2)])
def test_it_wins_over_an_engine_that_finds_other_borders(nudge: tuple[int, int]) -> None:
    start, end = span("the banks were nervous")
    content = (start + nudge[0], end + nudge[1])
    later = FOUND._replace(
        quotations=(quoted(content, None, None), *FOUND.quotations[3:]),
        sources=FOUND.sources,
    )
    corrected = correct(later, TEXT, [correction(2, HASK)])
    assert words(corrected)[0] == "the banks were nervous"
    assert corrected.sources[0].name == "Jon Hask"
    assert len(corrected.quotations) == 3
    assert len(correct(later, TEXT, [correction(2, REMOVED)]).quotations) == 2


def test_it_wins_over_an_engine_that_finds_nothing() -> None:
    corrected = correct(Analysis("en"), TEXT, [correction(0, OKELL)])
    assert words(corrected) == ["“We will wait,”"]
    assert corrected.sources == (
        Source("Mira Okell", "person", "of the council", False, (0,), (span("Mira Okell"),)),
    )
    assert correct(Analysis("en"), TEXT, [correction(0, REMOVED)]).quotations == ()


def test_words_that_only_contain_what_was_removed_stay() -> None:
    start, end = span("It was called “the wet plan” by some")
    wide = Analysis("en", (quoted((start, end), None, None),))
    assert len(correct(wide, TEXT, [correction(4, REMOVED)]).quotations) == 1


def shifted(found: Analysis, by: int) -> Analysis:
    """The analysis of a text with ``by`` code points put in above."""
    return found._replace(
        quotations=tuple(
            q._replace(start=q.start + by, end=q.end + by,
                    parts=tuple((s + by, e + by) for s, e in q.parts))
            for q in found.quotations
        ),
    )  # fmt: skip


def test_it_follows_its_own_words_where_the_text_grew_above_them() -> None:
    above = "Updated at noon.\n"
    corrected = correct(shifted(FOUND, len(above)), above + TEXT, [correction(3, OKELL)])
    assert words(corrected, above + TEXT) == words(FOUND)
    quotation = corrected.quotations[3]
    assert quotation.correction == 1
    assert quotation.mention is not None
    assert (above + TEXT)[quotation.mention.start : quotation.mention.end] == "he"


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.replace("“We will wait,” he", "“We will not wait,” he"),  # other words there
        TEXT.replace("nervous. “We", "calm. “We"),  # other neighbours: like words elsewhere stay
        TEXT.split("“We will wait,” he", maxsplit=1)[0],  # gone, the same words stand above
        f"{TEXT}\n\nUpdated.\n\n{TEXT}"[3:],  # twice, and which is not sure
    ],
)
def test_it_is_never_moved_to_a_like_sentence(changed: str) -> None:
    assert correct(FOUND, changed, [correction(3, OKELL)]) is FOUND
