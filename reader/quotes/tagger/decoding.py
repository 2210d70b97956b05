"""The likeliest sequence of tags: Viterbi's algorithm, over all paragraphs at once.

Tags are those of Ramshaw and Marcus 1995: "B" begins a span, "I" goes on with one.
"""

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

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


class Transitions(NamedTuple):
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
    starts, sizes, fresh = _units(breaks)
    if not len(starts):
        return tags
    order = np.argsort(-sizes, kind="stable")
    starts, sizes, fresh = starts[order], sizes[order], fresh[order]
    steps = int(sizes[0])
    alive = np.searchsorted(-sizes, -np.arange(steps), "left").tolist()
    across = np.ascontiguousarray(scores.T)
    between = transitions.between[:, :, None]
    # Of each step the best score of a path that ends there, by tag and paragraph.
    best = across[:, starts] + transitions.first[:, None] * fresh
    history = [best]
    for step in range(1, steps):
        now = alive[step]
        best = (best[:, None, :now] + between).max(0)
        best += across[:, starts[:now] + step]
        history.append(best)
    current = np.zeros(len(starts), np.intp)
    ending = transitions.last[:, None]
    later = 0
    for step in range(steps - 1, -1, -1):
        now = alive[step]
        best = history[step]
        current[later:now] = (best[:, later:] + ending).argmax(0)
        if later:
            came = transitions.between[:, current[:later]]
            current[:later] = (best[:, :later] + came).argmax(0)
        tags[starts[:now] + step] = current[:now]
        later = now
    return _mended(tags)


def _mended(tags: "Ints") -> "Ints":
    """Begin a span where one goes on that has not begun: after a cut."""
    goes_on = (tags == CONTENT + 1) | (tags == CUE + 1) | (tags == SOURCE + 1)
    goes_on[1:] &= (tags[1:] != tags[:-1]) & (tags[1:] != tags[:-1] + 1)
    tags[goes_on] -= 1
    return tags


def _units(breaks: "Sequence[int]") -> tuple["Ints", "Ints", "Ints"]:
    """Return where the runs of rows between breaks begin, and how many rows each has.

    And whether it begins a paragraph (1) or goes on with one (0).
    """
    found = [
        (at, min(_LONGEST, after - at), int(at == before + 1))
        for before, after in pairwise(breaks)
        for at in range(before + 1, after, _LONGEST)
    ]
    starts, sizes, fresh = np.array(found, np.intp).reshape(-1, 3).T
    return starts, sizes, fresh


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
