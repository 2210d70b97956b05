"""The order in which a recurrence goes through paragraphs: one row of each at a time."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.intp]

_LONGEST = 256
"""Rows after which a paragraph begins anew, so that there are never many steps."""


class Steps:
    """Rows in the order of the steps: at each step the next row of every paragraph.

    Forward, a paragraph begins with the break before it; backward, with the break after it.
    Paragraphs stand by length, longest first, so that those alive at a step are the first.
    """

    def __init__(self, breaks: "Sequence[int]", size: int) -> None:
        """Take the breaks of ``size`` rows, in order; the first and the last row are breaks."""
        starts, ends, sizes = _cut(np.array(breaks), size)
        order = np.argsort(-sizes, kind="stable")
        starts, ends, sizes = starts[order], ends[order], sizes[order]
        steps = np.arange(int(sizes[0]))
        counts = np.searchsorted(-sizes, -steps, "left")
        self._counts: list[int] = counts.tolist()
        line = np.arange(size) - np.repeat(counts.cumsum() - counts, counts)
        step = np.repeat(steps, counts)
        forward, backward = starts[line] + step, ends[line] - step
        # A line of four parts (gates and news, forward and backward) counts as four lines, so
        # that each part is taken from the row whose turn it is by one index.
        self._gates = np.stack([4 * forward, 4 * backward + 1], 1).ravel()
        self._news = self._gates + 2
        places = np.empty((size, 2), np.intp)
        places[forward, 0] = np.arange(0, 2 * size, 2)
        places[backward, 1] = np.arange(1, 2 * size, 2)
        self._places = places.ravel()

    def apart(self, mixed: "Floats", gates: "Floats", news: "Floats") -> None:
        """Put gates and news in the order of the steps, forward beside backward.

        ``mixed`` has four parts side by side: gates forward and backward, news likewise.
        """
        parts = mixed.reshape(4 * len(mixed), -1)
        half = parts.shape[1]
        # "clip" spares a copy; no index is out of range.
        parts.take(self._gates, 0, gates.reshape(-1, half), "clip")
        parts.take(self._news, 0, news.reshape(-1, half), "clip")

    def together(self, carried: "Floats", found: "Floats") -> None:
        """Put what stands in the order of the steps in the order of the rows."""
        parts = carried.reshape(2 * len(carried), -1)
        parts.take(self._places, 0, found.reshape(parts.shape), "clip")

    def run(self, kept: "Floats", carried: "Floats") -> None:
        """Turn what is new at each row into the state there: kept * state before + new.

        Both stand in the order of the steps; ``carried`` holds what is new, and is changed.
        """
        before = None
        at = 0
        for count in self._counts:
            now = carried[at : at + count]
            if before is not None:
                now += kept[at : at + count] * before[:count]
            before = now
            at += count


def _cut(breaks: "Ints", size: int) -> tuple["Ints", "Ints", "Ints"]:
    """Return where each paragraph begins forward and backward, and its rows with one break.

    The last break alone is one forward, the first one backward. None has more than ``_LONGEST``
    rows: what is longer is cut, from either end.
    """
    ends, sizes = np.append(breaks[1:], 0), np.diff(breaks, append=size)
    pieces = -(-sizes // _LONGEST)
    of = np.repeat(np.arange(len(sizes)), pieces)
    cut = _LONGEST * (np.arange(len(of)) - np.repeat(pieces.cumsum() - pieces, pieces))
    return breaks[of] + cut, ends[of] - cut, np.minimum(sizes[of] - cut, _LONGEST)
