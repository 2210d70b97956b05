"""Who the sources are: names, types, the unnamed, and words in marks that nobody says.

Doubtful attributions cost nothing here: what is found of them is taken out first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.bench.quotes import spans
from tests.bench.quotes.compare import FOUND, Comparison, Gold, Hit, gold_segments
from tests.bench.quotes.data import Attribution, Found, Span
from tests.bench.quotes.figures import NONE, NOTHING, Share, Tally
from tests.bench.quotes.names import is_fullest, names_right, printed_name, shared_last_names

Groups = dict[str, Share]


@dataclass(slots=True)
class Resolution:
    """How well sources are resolved. "if found": among the segments that were found."""

    found: Tally = NOTHING
    named: Tally = NOTHING
    """End to end: found, and the resolved name right."""
    anonymous: Tally = NOTHING
    found_by_kind: Groups = field(default_factory=dict)
    named_by_kind: Groups = field(default_factory=dict)
    named_by_mention: Groups = field(default_factory=dict)
    """By what the mention prints of the name: "named", "part" or "none" of it."""
    right_by_mention: Groups = field(default_factory=dict)
    """The same, if found."""
    right: Share = NONE
    fullest: Share = NONE
    type: Share = NONE
    type_allowed: Share = NONE
    scare_shown: Share = NONE
    """Scare quotes taken for somebody's words."""
    scare_attributed: Share = NONE
    """Those that are given a speaker, too."""
    dropped: int = 0
    """Found segments that are doubtful, and do not count."""


def score_sources(comparisons: Sequence[Comparison]) -> Resolution:
    """Score the sources of articles whose annotators said who they are."""
    total = Resolution()
    for each in comparisons:
        dropped = doubtful(each)
        total.dropped += len(dropped)
        _count_names(total, each, len(dropped))
        _count_anonymous(total, each, dropped)
        _count_scare_quotes(total, each, dropped)
    return total


def doubtful(comparison: Comparison) -> set[int]:
    """Return which hits (indexes) match a doubtful attribution and nothing else."""
    optional = gold_segments(comparison.article, comparison.article.optional, comparison.inside)
    taken = {j for _, j in comparison.pairs}
    rest = [j for j in range(len(comparison.hits)) if j not in taken]
    pairs = spans.match(
        [each.span for each in optional], [comparison.hits[j].span for j in rest], FOUND
    )
    return {rest[j] for _, j in pairs}


def name_right(gold: Gold, hit: Hit, shared: frozenset[str]) -> bool:
    """Tell whether what was found has the right resolved source."""
    return names_right(hit.found.names, gold.attribution, shared)


def _count_names(total: Resolution, comparison: Comparison, dropped: int) -> None:
    shared = shared_last_names(comparison.article)
    found = dict(comparison.pairs)
    right = {
        i for i, j in comparison.pairs if name_right(comparison.gold[i], comparison.hits[j], shared)
    }
    counted = len(comparison.hits) - dropped
    total.found += Tally(Share(len(found), counted), Share(len(found), len(comparison.gold)))
    total.named += Tally(Share(len(right), counted), Share(len(right), len(comparison.gold)))
    for i, gold in enumerate(comparison.gold):
        printed = printed_name(comparison.article.text, gold.attribution)
        _add(total.found_by_kind, gold.labelled, Share(i in found, 1))
        _add(total.named_by_kind, gold.labelled, Share(i in right, 1))
        _add(total.named_by_mention, printed, Share(i in right, 1))
        if i in found:
            _add(total.right_by_mention, printed, Share(i in right, 1))
            _count_found(total, gold, comparison.hits[found[i]].found, right=i in right)


def _count_found(total: Resolution, gold: Gold, found: Found, *, right: bool) -> None:
    total.right += Share(right, 1)
    total.fullest += Share(right and is_fullest(found.names, gold.attribution), 1)
    if gold.attribution.type:
        allowed = {gold.attribution.type, *gold.attribution.types_too}
        total.type += Share(found.type == gold.attribution.type, 1)
        total.type_allowed += Share(found.type in allowed, 1)


def _count_anonymous(total: Resolution, comparison: Comparison, dropped: set[int]) -> None:
    gold_of = {j: comparison.gold[i].attribution for i, j in comparison.pairs}
    total.anonymous += Tally(gold=Share(0, sum(_unnamed(g.attribution) for g in comparison.gold)))
    for j, hit in enumerate(comparison.hits):
        claimed = hit.found.has_source and (hit.found.type == "unnamed" or hit.found.anonymous)
        gold = gold_of.get(j)
        right = gold is not None and _unnamed(gold)
        allowed = gold is not None and "unnamed" in gold.types_too
        if claimed and j not in dropped and (right or not allowed):
            total.anonymous += Tally(Share(right, 1), Share(right, 0))


def _unnamed(gold: Attribution) -> bool:
    return gold.type == "unnamed" or gold.relays_unnamed


def _count_scare_quotes(total: Resolution, comparison: Comparison, dropped: set[int]) -> None:
    taken = dropped | {j for _, j in comparison.pairs}
    false = [hit for j, hit in enumerate(comparison.hits) if j not in taken]
    for span in comparison.article.scare_quotes:
        shown = [hit for hit in false if is_scare(comparison, hit, span)]
        attributed = any(hit.found.has_source or hit.mention for hit in shown)
        total.scare_shown += Share(bool(shown), 1)
        total.scare_attributed += Share(attributed, 1)


def is_scare(comparison: Comparison, hit: Hit, scare: Span) -> bool:
    """Tell whether what was found is a scare quote, taken for direct speech.

    The annotators' span is in marks by definition: marks that ``spans`` does not know count.
    """
    text, inside = comparison.article.text, comparison.inside
    if spans.overlap(spans.stripped(text, scare), hit.span) < FOUND:
        return False
    return all(inside[i] or scare[0] <= i < scare[1] for i in range(*hit.span) if text[i].isalnum())


def _add(groups: Groups, name: str, share: Share) -> None:
    groups[name] = groups.get(name, NONE) + share
