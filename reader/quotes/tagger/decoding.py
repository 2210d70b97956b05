"""The likeliest sequence of tags: Viterbi's algorithm, over all paragraphs at once.

Tags are those of Ramshaw and Marcus 1995: "B" begins a span, "I" goes on with one.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from reader.quotes.listed import Listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.intp]

OUTSIDE, CONTENT, CUE, SOURCE = 0, 1, 3, 5
"""The tags: outside, and of each kind the one that begins; the next one goes on."""
TAGS = 7
_NEVER = -1e4
_LONGEST = 48
"""Rows that are decided on together; a longer paragraph is cut, and any tag may follow there.
The fewer, the fewer steps; the scores have seen the whole paragraph."""


class Transitions(Listed):
    """How likely tags follow each other, as scores to add."""

    between: "Floats"
    """From the tag of the line to the tag of the column."""
    first: "Floats"
    last: "Floats"
    """For the first and last row of a paragraph."""

    @classmethod
    def of(cls, learned: "Floats") -> "Transitions":
        """Return them from a square of ``TAGS`` + 1, whose last line and column are the edges."""
        between, first = learned[:TAGS, :TAGS].copy(), learned[TAGS, :TAGS].copy()
        for begin in (CONTENT, CUE, SOURCE):
            goes_on = begin + 1
            first[goes_on] = _NEVER
            others = [tag for tag in range(TAGS) if tag not in (begin, goes_on)]
            between[others, goes_on] = _NEVER
        return cls(between, first, learned[:TAGS, TAGS].copy())


def decode(scores: "Floats", breaks: "Sequence[int]", transitions: Transitions) -> "Ints":
    """Return the tag of each row; those of ``breaks`` are outside."""
    tags = np.zeros(len(scores), np.intp)
    rows, alive, fresh = _order(np.array(breaks, np.intp))
    if not len(rows):
        return tags
    edges = np.concatenate([[0], np.cumsum(alive)]).tolist()
    given = np.ascontiguousarray(scores[rows].T)
    between = transitions.between[:, :, None]
    # Of each step the best score of a path that ends there, by tag and unit.
    best = given[:, : alive[0]] + transitions.first[:, None] * fresh
    history = [best]
    for start, stop in pairwise(edges[1:]):
        best = (best[:, None, : stop - start] + between).max(0)
        best += given[:, start:stop]
        history.append(best)
    found = np.zeros(len(rows), np.intp)
    ending = transitions.last[:, None]
    current = found[:0]
    for start, best in zip(edges[-2::-1], reversed(history), strict=True):
        now, later = best.shape[1], len(current)
        chosen = found[start : start + now]
        best[:, later:] += ending
        if later:
            best[:, :later] += transitions.between[:, current]
        best.argmax(0, chosen)
        current = chosen
    tags[rows] = found
    return _mended(tags)


def _mended(tags: "Ints") -> "Ints":
    """Begin a span where one goes on that has not begun: after a cut."""
    goes_on = (tags == CONTENT + 1) | (tags == CUE + 1) | (tags == SOURCE + 1)
    goes_on[1:] &= (tags[1:] != tags[:-1]) & (tags[1:] != tags[:-1] + 1)
    tags[goes_on] -= 1
    return tags


def _order(breaks: "Ints") -> tuple["Ints", list[int], "Ints"]:
    """Return the rows between breaks in the order of the steps: the next one of every unit.

    And how many units are alive at each step, and of each unit whether it begins a paragraph (1)
    or goes on with one (0). Units stand by length, longest first.
    """
    sizes = np.diff(breaks) - 1
    pieces = -(-sizes // _LONGEST)
    of = np.repeat(np.arange(len(sizes)), pieces)
    cut = _LONGEST * (np.arange(len(of)) - np.repeat(pieces.cumsum() - pieces, pieces))
    starts, sizes = breaks[of] + 1 + cut, np.minimum(sizes[of] - cut, _LONGEST)
    if not len(sizes):
        return starts, [], starts
    order = np.argsort(-sizes, kind="stable")
    starts, sizes = starts[order], sizes[order]
    steps = np.arange(int(sizes[0]))
    alive = np.searchsorted(-sizes, -steps, "left")
    unit = np.arange(int(sizes.sum())) - np.repeat(alive.cumsum() - alive, alive)
    return starts[unit] + np.repeat(steps, alive), alive.tolist(), (cut[order] == 0).astype(np.intp)


def spans(tags: "Ints", begin: int) -> tuple["Ints", "Ints"]:
    """Return first and last row of every span of a kind: ``CONTENT``, ``CUE`` or ``SOURCE``."""
    begins = tags == begin
    inside = begins | (tags == begin + 1)
    first = np.flatnonzero(begins)
    # A span ends before the next one of its kind, or where its kind ends.
    stops = np.flatnonzero(~inside | begins)
    after = np.searchsorted(stops, first, "right")
    last = np.where(after < len(stops), stops[np.minimum(after, len(stops) - 1)], len(tags)) - 1
    return first, last
