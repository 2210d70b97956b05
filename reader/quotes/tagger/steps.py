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
        """Take the breaks of ``size`` rows, in order."""
        forward, self._counts = _ordered(_cut(sorted({0, *breaks}), size))
        turned = sorted({0, *(size - 1 - at for at in breaks)})
        backward, self._counts_back = _ordered(_cut(turned, size))
        backward = size - 1 - backward
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
        if self._counts == self._counts_back:
            _run(kept, carried, self._counts)
            return
        # A text cut into blocks: not every paragraph has a break at both of its ends.
        half = kept.shape[1] // 2
        _run(kept[:, :half], carried[:, :half], self._counts)
        _run(kept[:, half:], carried[:, half:], self._counts_back)


def _run(kept: "Floats", carried: "Floats", counts: list[int]) -> None:
    before = None
    at = 0
    for count in counts:
        now = carried[at : at + count]
        if before is not None:
            now += kept[at : at + count] * before[:count]
        before = now
        at += count


def _cut(starts: list[int], size: int) -> list[tuple[int, int]]:
    """Return start and size of each paragraph, none of more than ``_LONGEST`` rows."""
    found = []
    stops = [*starts[1:], size]
    for start, stop in zip(starts, stops, strict=True):
        found += [(at, min(_LONGEST, stop - at)) for at in range(start, stop, _LONGEST)]
    return found


def _ordered(units: list[tuple[int, int]]) -> tuple["Ints", list[int]]:
    """Return the rows in the order of the steps, and how many each step has."""
    starts, sizes = np.array(units).T
    order = np.argsort(-sizes, kind="stable")
    starts, sizes = starts[order], sizes[order]
    steps = np.arange(int(sizes[0]))
    counts = np.searchsorted(-sizes, -steps, "left")
    total = np.repeat(counts.cumsum() - counts, counts)
    line = np.arange(int(counts.sum())) - total
    return starts[line] + np.repeat(steps, counts), counts.tolist()
