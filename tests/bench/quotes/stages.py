"""The stages of an engine, each scored alone: content, cue, mention, and all together."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.quotes import spans
from tests.bench.quotes.compare import (
    Comparison,
    Gold,
    Hit,
    all_right,
    cue_right,
    cue_touched,
    mention_right,
    mention_touched,
)
from tests.bench.quotes.data import Span
from tests.bench.quotes.figures import NOTHING, Share, Tally, share_of_pairs, tally, tally_pairs

KINDS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Scores:
    """How well the articles are read; where tallies go by kind, "all" stands beside them."""

    content: dict[str, Tally]
    """Segments found: half of the content in common, one to one."""
    content_close: Tally
    content_exact: Tally
    content_words: Tally
    direct_close: Tally
    """Direct segments against direct ones alone, four fifths in common."""
    direct_exact: Tally
    source: dict[str, Tally]
    """Found, and the mention right."""
    source_touched: dict[str, Tally]
    complete: Tally
    """Found, the mention right and the cue touched."""
    cue: Share
    cue_touched: Share
    mention: Share
    mention_touched: Share
    kind: Share
    """The kinds that a system claims."""


def score(comparisons: Sequence[Comparison]) -> Scores:
    """Score what a system found in some articles."""
    kinds = {"all": None, **{kind: kind for kind in KINDS}}

    def has_cue(gold: Gold) -> bool:
        return bool(gold.cue)

    return Scores(
        content={name: tally_pairs(comparisons, kind=kind) for name, kind in kinds.items()},
        content_close=_segments(comparisons, 0.8),
        content_exact=_segments(comparisons, 1.0),
        content_words=_words(comparisons),
        direct_close=_segments(comparisons, 0.8, "direct"),
        direct_exact=_segments(comparisons, 1.0, "direct"),
        source={k: tally_pairs(comparisons, mention_right, kind) for k, kind in kinds.items()},
        source_touched={
            k: tally_pairs(comparisons, mention_touched, kind) for k, kind in kinds.items()
        },
        complete=tally_pairs(comparisons, all_right),
        cue=share_of_pairs(comparisons, cue_right, has_cue),
        cue_touched=share_of_pairs(comparisons, cue_touched, has_cue),
        mention=share_of_pairs(comparisons, mention_right),
        mention_touched=share_of_pairs(comparisons, mention_touched),
        kind=_claimed_kinds(comparisons),
    )


def _segments(comparisons: Sequence[Comparison], least: float, kind: str | None = None) -> Tally:
    total = NOTHING
    for each in comparisons:
        gold, found = _of_kind(each.gold, kind), _of_kind(each.hits, kind)
        total += tally(len(spans.match(gold, found, least)), len(found), len(gold))
    return total


def _of_kind(segments: Sequence[Gold | Hit], kind: str | None) -> list[Span]:
    return [each.span for each in segments if kind in (None, each.kind)]


def _words(comparisons: Sequence[Comparison]) -> Tally:
    total = NOTHING
    for each in comparisons:
        gold = spans.words(each.article.text, _of_kind(each.gold, None))
        found = spans.words(each.article.text, _of_kind(each.hits, None))
        total += tally(len(gold & found), len(found), len(gold))
    return total


def _claimed_kinds(comparisons: Sequence[Comparison]) -> Share:
    answers = [
        hit.found.kind in (hit.kind, spans.kind_of(each.article.text, hit.found.parts, each.inside))
        for each in comparisons
        for hit in each.hits
        if hit.found.kind
    ]
    return Share(sum(answers), len(answers))
