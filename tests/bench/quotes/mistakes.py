"""What goes wrong, by class: what to mend first, with examples to look at.

Every segment counts in one class for its content, and where it was found, in one for each of
mention, cue and name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.quotes import spans
from tests.bench.quotes.compare import (
    Comparison,
    Gold,
    Hit,
    cue_touched,
    mention_right,
    mention_touched,
)
from tests.bench.quotes.data import Span
from tests.bench.quotes.names import printed_name, shared_last_names
from tests.bench.quotes.resolution import doubtful, is_scare, name_right

FEW_WORDS = 4
"""Words in marks that are rather a term than speech, where annotators did not say so."""
ALMOST = 0.8
SHOWN = 110
"""Characters of a piece of text that an example shows."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong."""

    name: str
    article: str
    start: int
    wanted: str
    """In the words of the text; empty where nothing was to be found."""
    got: str


def mistakes(comparison: Comparison) -> Iterator[Mistake]:
    """Yield what is wrong in one article."""
    yield from _missed(comparison)
    yield from _false(comparison)
    yield from _wrong_words(comparison)
    if comparison.article.resolved:
        yield from _wrong_names(comparison)


def by_class(comparisons: Iterable[Comparison]) -> list[tuple[str, list[Mistake]]]:
    """Return the mistakes in some articles by their class, the commonest first."""
    classes: dict[str, list[Mistake]] = defaultdict(list)
    for each in comparisons:
        for mistake in mistakes(each):
            classes[mistake.name].append(mistake)
    return sorted(classes.items(), key=lambda group: -len(group[1]))


def examples(group: Sequence[Mistake], count: int) -> list[Mistake]:
    """Return some mistakes from all over a class, always the same ones."""
    step = max(len(group) // count, 1) if count else 1
    return list(group[::step][:count])


# --- Content -------------------------------------------------------------------------


def _missed(comparison: Comparison) -> Iterator[Mistake]:
    hits = spans.Places(hit.span for hit in comparison.hits)
    for gold in comparison.missed:
        touching = hits.touching(gold.span)
        name = f"missed {gold.kind}"
        if touching:
            name = f"wrong extent, {gold.kind}: {_how(gold.span, touching)}"
        got = " … ".join(_text(comparison, hit) for hit in touching)
        yield _mistake(name, comparison, gold.span, _told(comparison, gold), got)


def _how(gold: Span, touching: Sequence[Span]) -> str:
    if len(touching) > 1:
        return "in pieces"
    start, end = touching[0]
    if start <= gold[0] and end >= gold[1]:
        return "too long"
    return "too short" if gold[0] <= start and end <= gold[1] else "shifted"


def _false(comparison: Comparison) -> Iterator[Mistake]:
    gold = spans.Places(each.span for each in comparison.gold)
    missed = spans.Places(each.span for each in comparison.missed)
    paired = {j for _, j in comparison.pairs} | doubtful(comparison)
    for j, hit in enumerate(comparison.hits):
        # What only has the wrong extent is told where it was missed.
        if j in paired or missed.touching(hit.span):
            continue
        touching = gold.touching(hit.span)
        name = "found twice" if touching else f"false {hit.kind}"
        if _scare(comparison, hit):
            name = "scare quotes as speech"
        wanted = " … ".join(_text(comparison, span) for span in touching)
        yield _mistake(name, comparison, hit.span, wanted, _shown(comparison, hit))


def _scare(comparison: Comparison, hit: Hit) -> bool:
    if any(is_scare(comparison, hit, span) for span in comparison.article.scare_quotes):
        return True
    few = len(spans.words(comparison.article.text, [hit.span])) <= FEW_WORDS
    return not comparison.article.scare_quotes and hit.kind == "direct" and few


# --- What was found ------------------------------------------------------------------


def _wrong_words(comparison: Comparison) -> Iterator[Mistake]:
    for gold, hit in comparison.paired:
        for name in filter(None, (_extent(gold, hit), _mention(gold, hit), _cue(gold, hit))):
            wanted, got = _told(comparison, gold), _shown(comparison, hit)
            yield _mistake(name, comparison, gold.span, wanted, got)


def _extent(gold: Gold, hit: Hit) -> str | None:
    loose = spans.overlap(gold.span, hit.span) < ALMOST
    return f"extent a little off, {gold.kind}" if loose else None


def _mention(gold: Gold, hit: Hit) -> str | None:
    if mention_right(gold, hit):
        return None
    if not hit.mention:
        return "missing source"
    if not gold.mention:
        return "source where there is none"
    return "extent of the mention" if mention_touched(gold, hit) else "wrong mention"


def _cue(gold: Gold, hit: Hit) -> str | None:
    if cue_touched(gold, hit):
        return None
    return "missing cue" if not hit.cue else "wrong cue" if gold.cue else "cue where there is none"


def _wrong_names(comparison: Comparison) -> Iterator[Mistake]:
    shared = shared_last_names(comparison.article)
    for gold, hit in comparison.paired:
        if name_right(gold, hit, shared):
            continue
        printed = printed_name(comparison.article.text, gold.attribution)
        told = {"named": "printed in full", "part": "printed in part", "none": "not printed"}
        wanted = "; ".join(gold.attribution.names) or "nobody"
        got = "; ".join(hit.found.names) or "nobody"
        yield _mistake(f"wrong name, {told[printed]}", comparison, gold.span, wanted, got)


# --- Telling -------------------------------------------------------------------------


def _mistake(name: str, comparison: Comparison, span: Span, wanted: str, got: str) -> Mistake:
    return Mistake(name, comparison.article.id, span[0], wanted, got)


def _told(comparison: Comparison, gold: Gold) -> str:
    each = gold.attribution
    return _line(comparison, each.source, each.cue, gold.span)


def _shown(comparison: Comparison, hit: Hit) -> str:
    return _line(comparison, hit.found.mention, hit.found.cue, hit.span)


def _line(
    comparison: Comparison, mention: Sequence[Span], cue: Sequence[Span], content: Span
) -> str:
    source, words = (
        " ".join(_text(comparison, span) for span in pieces) or "–" for pieces in (mention, cue)
    )
    return f"[{source} | {words}] {_text(comparison, content)}"


def _text(comparison: Comparison, span: Span) -> str:
    words = " ".join(comparison.article.text[span[0] : span[1]].split())
    if len(words) <= SHOWN:
        return words
    return f"{words[: SHOWN // 2]}…{words[-SHOWN // 2 :]}"
