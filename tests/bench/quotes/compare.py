"""One article: what people found beside what a system found, segment by segment."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.bench.quotes import spans
from tests.bench.quotes.data import Article, Attribution, Found, Span

FOUND = 0.5
"""What a segment must have in common with another (IoU) to be found."""
LONGEST_MENTION = 12
"""Words a mention may have, however short the one it is compared with."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A segment that is to be found."""

    span: Span
    kind: str
    """As the quotation marks of the text say: no system can choose it."""
    labelled: str
    """As the annotators say, where they do; they know marks that a program may not."""
    attribution: Attribution
    mention: frozenset[int]
    cue: frozenset[int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A segment that a system found, right or wrong."""

    span: Span
    kind: str
    found: Found
    mention: frozenset[int]
    cue: frozenset[int]


Pair = tuple[Gold, Hit]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides of one article, paired by content."""

    article: Article
    inside: bytes
    gold: tuple[Gold, ...]
    hits: tuple[Hit, ...]
    pairs: tuple[tuple[int, int], ...]
    """Indexes into ``gold`` and ``hits``, one to one."""

    @property
    def paired(self) -> list[Pair]:
        """What was found, with what it was found as."""
        return [(self.gold[i], self.hits[j]) for i, j in self.pairs]

    @property
    def missed(self) -> list[Gold]:
        """What was not found."""
        taken = {i for i, _ in self.pairs}
        return [each for i, each in enumerate(self.gold) if i not in taken]

    @property
    def false(self) -> list[Hit]:
        """What was found and is nothing, or something else."""
        taken = {j for _, j in self.pairs}
        return [each for j, each in enumerate(self.hits) if j not in taken]


def compare(article: Article, found: Iterable[Found]) -> Comparison:
    """Set what a system found in an article beside what is there."""
    inside = bytes(spans.quoted(article.text))
    gold = gold_segments(article, article.attributions, inside)
    hits = _hits(article, found, inside)
    pairs = spans.match([each.span for each in gold], [each.span for each in hits], FOUND)
    return Comparison(article, inside, tuple(gold), tuple(hits), tuple(pairs))


def gold_segments(
    article: Article, attributions: Sequence[Attribution], inside: bytes
) -> list[Gold]:
    """Return the segments of attributions, in their order."""
    segments = []
    for each in attributions:
        mention = spans.words(article.text, each.source)
        cue = spans.words(article.text, each.cue)
        for span in spans.segments(article.text, each.content):
            kind = spans.kind_of(article.text, [span], inside)
            labelled = _label(each, span) or kind
            segments.append(Gold(span, kind, labelled, each, mention, cue))
    return segments


def _label(attribution: Attribution, segment: Span) -> str | None:
    for (start, end), kind in zip(attribution.content, attribution.kinds, strict=False):
        if start <= segment[0] < end:
            return kind
    return None


def _hits(article: Article, found: Iterable[Found], inside: bytes) -> list[Hit]:
    segments = []
    for each in found:
        mention = spans.words(article.text, each.mention)
        cue = spans.words(article.text, each.cue)
        for span in spans.segments(article.text, each.parts):
            kind = spans.kind_of(article.text, [span], inside)
            segments.append(Hit(span, kind, each, mention, cue))
    return segments


# --- Is it right? --------------------------------------------------------------------

Judgement = Callable[[Gold, Hit], bool]


def mention_right(gold: Gold, hit: Hit) -> bool:
    """Tell whether half of the words of both mentions are common: who is meant is plain.

    Where nobody speaks in the article, nobody may be named.
    """
    return _in_common(gold.mention, hit.mention) >= FOUND


def mention_touched(gold: Gold, hit: Hit) -> bool:
    """Tell whether the mentions share a word, and the one found is not half an article."""
    if not gold.mention:
        return not hit.mention
    longest = max(LONGEST_MENTION, 2 * len(gold.mention))
    return bool(gold.mention & hit.mention) and len(hit.mention) <= longest


def cue_right(gold: Gold, hit: Hit) -> bool:
    """Tell whether half of the words of both cues are common."""
    return _in_common(gold.cue, hit.cue) >= FOUND


def cue_touched(gold: Gold, hit: Hit) -> bool:
    """Tell whether the cues share a word, or both have none."""
    return bool(gold.cue & hit.cue) or not (gold.cue or hit.cue)


def all_right(gold: Gold, hit: Hit) -> bool:
    """Tell whether the mention is right and the cue touched."""
    return mention_right(gold, hit) and cue_touched(gold, hit)


def _in_common(gold: frozenset[int], found: frozenset[int]) -> float:
    return len(gold & found) / len(gold | found) if gold or found else 1.0
