"""Which source a content belongs to: a ranker over the source spans around it.

Every pair of a content and a source near it is described by numbers - how far apart, what
stands between, who speaks where - and a small network gives each pair a score beside the
score for nobody (a ranking as in O'Keefe et al. 2012, "A sequence labelling approach to
quote attribution"). All pairs of a text are described at once.
"""

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import numpy as np

from reader.quotes.listed import Listed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.intp]
    Floats = NDArray[np.float32]

BEFORE, AFTER = 160, 60
"""Rows before and after a content within which its source is looked for."""
_PARAGRAPHS_BEFORE, _PARAGRAPHS_AFTER = 3, 1
FEATURES = 46

# Kinds of words that a source may begin with, or that stand around a content.
PRONOUNS = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them", "his", "their"}
)
RELATIVES = frozenset({"who", "which"})
SPEAKERS_OWN = frozenset({"i", "we", "you", "my", "our"})
OPENERS = frozenset({"that", "“", '"'})
ENDS = frozenset(",”\"’'")
CLOSING = frozenset(',”"')
INNER_ENDS = frozenset(",?!")


class Spans(Listed):
    """Spans of rows, in order: of each the first, and the last that still belongs to it."""

    first: "Ints"
    last: "Ints"


class Surroundings(Listed):
    """What is known of each row of a text."""

    words: list[str]
    """Lower case; empty at breaks."""
    capital: "Ints"
    sentence: "Ints"
    paragraph: "Ints"
    quoted: "Ints"
    """1 inside quotation marks, else 0."""


class Pairs(Listed):
    """Pairs of contents and sources by their numbers, those of one content side by side."""

    content: "Ints"
    source: "Ints"
    features: "Floats"
    """One line of ``FEATURES`` numbers for each pair."""


def pairs_of(
    contents: Spans, cues: Spans, sources: Spans, sure: "Floats", around: Surroundings
) -> Pairs:
    """Describe every pair of a content and a source near it.

    ``sure`` tells of each source how likely it is one, 0 to 1.
    """
    content, source = _near(contents, sources, around)
    of = _Facts(contents, cues, sources, around)
    first, last = contents.first[content], contents.last[content]
    begin, end = sources.first[source], sources.last[source]
    before = end < first
    gap_start = np.where(before, end, last) + 1
    gap_end = np.where(before, first, begin)
    distance = np.where(before, first - end, begin - last)
    cues_between = _between(cues.first, gap_start, gap_end)
    contents_between = _between(contents.first, gap_start, gap_end)
    sources_between = _between(sources.first, gap_start, gap_end)
    quoted_between = of.quoted_before[np.maximum(gap_end, gap_start)] > of.quoted_before[gap_start]
    sentence, paragraph = around.sentence, around.paragraph
    apart = np.where(before, sentence[first] - sentence[end], sentence[begin] - sentence[last])
    same = (sentence[begin] == sentence[first]) | (sentence[begin] == sentence[last])
    turn = paragraph[begin] - paragraph[first]
    own_cue = of.cue_of_source[source]
    has_cue = own_cue >= 0
    cue_first, cue_last = _at(cues, own_cue)
    cue_gap = np.where(cue_first > last, cue_first - last, first - cue_last)
    cue_same = has_cue & (
        (sentence[cue_first] == sentence[first]) | (sentence[cue_first] == sentence[last])
    )
    shared = has_cue & (own_cue == of.cue_of_content[content])
    inside = of.inside[content]
    whole = inside == 1.0
    alone = of.alone[content]
    columns = [
        before,
        _bucket(distance),
        distance <= 2,
        distance <= 6,
        same,
        turn == 0,
        turn == -1,
        turn < -1,
        turn > 0,
        np.minimum(cues_between, 3) / 3,
        np.minimum(contents_between, 3) / 3,
        np.minimum(sources_between, 4) / 4,
        sources_between == 0,
        cues_between == 0,
        has_cue,
        np.where(has_cue, _bucket(of.cue_distance[source]), 1.0),
        np.where(has_cue, _bucket(cue_gap), 1.0),
        cue_same,
        shared,
        np.minimum(apart, 6) / 6,
        apart == 0,
        apart == 1,
        of.pronoun[source],
        of.relative[source],
        of.speakers_own[source],
        around.capital[begin],
        sure[source],
        np.minimum(end - begin, 12) / 12,
        around.quoted[begin],
        quoted_between,
        inside,
        inside * before,
        whole & of.ends_open[content],
        whole & of.ends_open[content] & of.ends_closing[content] & ~before & (distance < 4),
        alone,
        alone * (turn == 0),
        alone * (turn == -1) * before,
        of.colon[content],
        of.colon[content] & before,
        of.comma[content],
        of.opened[content],
        np.minimum(last - first, 40) / 40,
        of.leads[content],
        of.cue_of_content[content] < 0,
        np.where(of.cue_of_content[content] < 0, 1.0, _bucket(of.content_cue_gap[content])),
        of.follows[content] * before,
    ]
    features = np.empty((len(content), FEATURES), np.float32)
    for number, column in enumerate(columns):
        features[:, number] = column
    return Pairs(content, source, features)


def _near(contents: Spans, sources: Spans, around: Surroundings) -> tuple["Ints", "Ints"]:
    """Return the numbers of the contents and sources that are near each other, pair by pair."""
    low = np.searchsorted(sources.first, contents.first - BEFORE)
    counts = np.searchsorted(sources.first, contents.last + AFTER, "right") - low
    content = np.repeat(np.arange(len(counts)), counts)
    source = np.arange(len(content)) + np.repeat(low - (np.cumsum(counts) - counts), counts)
    turn = around.paragraph[sources.first[source]] - around.paragraph[contents.first[content]]
    apart = (sources.first[source] > contents.last[content]) | (
        sources.last[source] < contents.first[content]
    )
    kept = (turn >= -_PARAGRAPHS_BEFORE) & (turn <= _PARAGRAPHS_AFTER) & apart
    return content[kept], source[kept]


def _between(starts: "Ints", low: "Ints", high: "Ints") -> "Ints":
    found: Ints = np.searchsorted(starts, high) - np.searchsorted(starts, low)
    return np.maximum(found, 0)


def _bucket(distance: "Ints") -> "Floats":
    result: Floats = np.log1p(np.abs(distance)) / 5
    return result


def _at(spans: Spans, numbers: "Ints") -> tuple["Ints", "Ints"]:
    """Return where spans begin and end; anywhere for those numbered below 0."""
    if not len(spans.first):
        return np.zeros_like(numbers), np.zeros_like(numbers)
    return spans.first[numbers], spans.last[numbers]


class _Facts:
    """What is told of each content and each source alone."""

    def __init__(self, contents: Spans, cues: Spans, sources: Spans, around: Surroundings) -> None:
        words = around.words
        quoted = np.concatenate([[0], np.cumsum(around.quoted)])
        self.quoted_before = quoted
        first, last = contents.first, contents.last
        self.inside = (quoted[last + 1] - quoted[first]) / (last + 1 - first)
        # Breaks stand before and after every paragraph, so there is always a row beside.
        at_start = np.array([not words[at - 1] for at in first.tolist()], bool)
        at_end = np.array([not words[at + 1] for at in last.tolist()], bool)
        self.alone = at_start & at_end
        self.leads = at_start
        self.follows = np.zeros(len(first))
        self.follows[1:] = around.paragraph[first[1:]] - around.paragraph[last[:-1]] <= 1
        self.ends_open = np.array(
            [words[at] in ENDS and words[at - 1] in INNER_ENDS for at in last.tolist()], bool
        )
        self.ends_closing = np.array([words[at] in CLOSING for at in last.tolist()], bool)
        preceding = [words[at - 1] for at in first.tolist()]
        self.colon = np.array([word == ":" for word in preceding], bool)
        self.comma = np.array([word == "," for word in preceding], bool)
        self.opened = np.array([word in OPENERS for word in preceding], bool)
        starting = [words[at] for at in sources.first.tolist()]
        self.pronoun = np.array([word in PRONOUNS for word in starting], bool)
        self.relative = np.array([word in RELATIVES for word in starting], bool)
        self.speakers_own = np.array([word in SPEAKERS_OWN for word in starting], bool)
        self.cue_of_source, self.cue_distance = _nearest(sources, cues, around, strict=True)
        self.cue_of_content, self.content_cue_gap = _nearest(contents, cues, around)


_AROUND = np.arange(-3, 6)  # of the cues after a span's beginning, those that are looked at
_FAR = 10**6


def _nearest(
    spans: Spans, cues: Spans, around: Surroundings, *, strict: bool = False
) -> tuple["Ints", "Ints"]:
    """Return of each span the number of the cue nearest to it (-1: none), and how far it is.

    ``strict``: of the same sentence only. Else one of another sentence or paragraph counts as
    20 rows farther for each.
    """
    size = len(spans.first)
    if not len(cues.first) or not size:
        return np.full(size, -1), np.full(size, _FAR)
    first, last = spans.first[:, None], spans.last[:, None]
    # One line for each span, one column for each of the cues around it.
    number = np.searchsorted(cues.first, first) + _AROUND
    fits = (number >= 0) & (number < len(cues.first))
    number = np.clip(number, 0, len(cues.first) - 1)
    begin, end = cues.first[number], cues.last[number]
    gap = np.where(begin > last, begin - last, first - end)
    sentence = around.sentence[begin]
    here = (sentence == around.sentence[first]) | (sentence == around.sentence[last])
    if strict:
        fits &= here
    else:
        turn = np.abs(around.paragraph[begin] - around.paragraph[first])
        fits &= turn <= 1
        gap = gap + 20 * ~here + 20 * turn
    gap = np.where(fits, gap, _FAR)
    line, best = np.arange(size), gap.argmin(1)
    least = gap[line, best]
    return np.where(least < _FAR, number[line, best], -1), least


_SENTENCES_BACK = 2
_CUES = 8  # cues before and after a content that may be its own
_OTHER_SENTENCE = 10  # rows that a cue in another sentence than its source counts as farther


class Cues:
    """The cues of a text, to be asked for the one that belongs to a content."""

    def __init__(self, cues: Spans, around: Surroundings) -> None:
        self._first: list[int] = cues.first.tolist()
        self._last: list[int] = cues.last.tolist()
        self._sentence: list[int] = around.sentence[cues.first].tolist()
        self._sentences = around.sentence

    def beside(self, content: tuple[int, int], source: tuple[int, int] | None) -> int:
        """Return which cue stands nearest to a content and its source; -1 if none is near.

        Both are given by their first and last row.
        """
        low = int(self._sentences[content[0]]) - _SENTENCES_BACK
        high = int(self._sentences[content[1]]) + 1
        start, stop = bisect_left(self._sentence, low), bisect_right(self._sentence, high)
        # In a sentence of nothing but cues, only those around are looked at.
        start = max(start, bisect_left(self._first, content[0]) - _CUES)
        stop = min(stop, bisect_left(self._first, content[1]) + _CUES)
        own = -1 if source is None else int(self._sentences[source[0]])
        return min(
            range(start, stop), key=lambda at: self._far(at, content, source, own), default=-1
        )

    def _far(
        self, at: int, content: tuple[int, int], source: tuple[int, int] | None, own: int
    ) -> int:
        first, last = self._first[at], self._last[at]
        far: int = first - content[1] if first > content[1] else content[0] - last
        if source is None:
            return far
        apart: int = first - source[1] if first > source[1] else source[0] - last
        return far + max(apart, 0) + _OTHER_SENTENCE * (self._sentence[at] != own)
