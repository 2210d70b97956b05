"""The network that gives every row a score for every tag, by matrix products alone.

Words become vectors by their pieces, ending and shape. Then each row sees those around it: the
row before and the row after, by a convolution, and all of its paragraph, by gated recurrences
that run through it in both directions and whose gates depend on the input alone (minGRU, Feng
et al. 2024, arXiv:2410.01201), so that all products are done before they run.
"""

# What ``threading`` offers as Lock, and takes longer to read.
from _thread import allocate_lock
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import numpy as np

from reader.quotes.tagger.pieces import Pieces
from reader.quotes.tagger.rows import QUOTED_STATES, Rows, shape, suffix
from reader.quotes.tagger.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from reader.quotes.tagger.pieces import Alike

    Floats = NDArray[np.float32]
    Ints = NDArray[np.intp]
    Weights = Mapping[str, NDArray[np.generic]]

_GREATEST = 80.0  # whose exponential a float of 32 bits still holds
_BLOCK = 4096
"""Rows that are computed at once: memory stays bounded however long a text is."""
_KNOWN = 20_000
"""Words whose vectors are kept from one text to the next: 8 MB."""


class Space:
    """Room for what layers reckon, taken once: fresh memory costs more than sums."""

    def __init__(self, rows: int, width: int) -> None:
        self.rows = rows
        self._room = np.empty((6, rows * width), np.float32)

    def part(self, number: int, rows: int, columns: int) -> "Floats":
        """Return a part of it as a matrix, where nothing is kept; wide ones take several."""
        flat = self._room.reshape(-1)
        start = number * self._room.shape[1]
        return flat[start : start + rows * columns].reshape(rows, columns)


class Network:
    """The weights, ready for use."""

    def __init__(self, weights: "Weights", alike: "Alike", recurrences: int) -> None:
        """Take the weights by name, and what gives the pieces."""
        self._words = Words(weights, alike)
        self._quoted = _float(weights["quoted"])
        self._neighbours = Neighbours(weights)
        self._recurrences = [Recurrence(weights, f"recurrence{n}") for n in range(recurrences)]
        self._out = _float(weights["out.weight"]), _float(weights["out.bias"])
        self._spaces: list[Space] = []

    def scores(self, rows: Rows) -> "Floats":
        """Return the score of every tag (columns) for every row."""
        weight, bias = self._out
        found = np.empty((len(rows.word), len(bias)), np.float32)
        # A word is the same to all rows where it stands to quotation marks in the same way.
        kinds = np.array(rows.word) * QUOTED_STATES + np.array(rows.quoted)
        for start, stop, breaks in _blocks(rows.breaks, len(rows.word)):
            kind, which = np.unique(kinds[start:stop], return_inverse=True)
            vectors = self._words.vectors([rows.words[word] for word in kind // QUOTED_STATES])
            vectors += self._quoted[kind % QUOTED_STATES]
            np.maximum(vectors, 0, out=vectors)
            steps, space = Steps(breaks, stop - start), self._taken(stop - start, vectors.shape[1])
            state = self._neighbours.first(vectors, which, space)
            for layer in self._recurrences:
                layer.add(state, steps, space)
            np.matmul(state, weight, out=found[start:stop])
            self._spaces.append(space)
        found += bias
        return found

    def _taken(self, rows: int, width: int) -> Space:
        """Return room that no thread uses, at least as large as so many rows need."""
        try:
            space = self._spaces.pop()
        except IndexError:
            space = None
        if space is None or space.rows < rows:
            space = Space(min(_BLOCK, max(1024, 2 * rows)), width)
        return space


class Words:
    """The vectors of words; known ones are kept from one text to the next."""

    def __init__(self, weights: "Weights", alike: "Alike") -> None:
        """Take the weights by name, and what gives the pieces."""
        self._pieces = Pieces(alike)
        self._by_number = weights["pieces"]
        self._scale = weights["scale"]
        self._input = _float(weights["input"])
        self._shapes = _float(weights["shapes"])
        self._suffixes = weights["suffixes"]
        self._lock = allocate_lock()
        self._known: dict[str, int] = {}
        self._vectors = np.empty((0, self._input.shape[1]), np.float32)

    def vectors(self, words: list[str]) -> "Floats":
        """Return the vector of each word (at most ``_BLOCK``), in an array of their own."""
        with self._lock:
            new = [*dict.fromkeys(word for word in words if word not in self._known)]
            if len(self._known) + len(new) > _KNOWN:
                self._known, new = {}, [*dict.fromkeys(words)]
            if new:
                start = len(self._known)
                stop = start + len(new)
                if stop > len(self._vectors):
                    room = min(_KNOWN, 2 * stop)
                    grown = np.empty((room, self._input.shape[1]), np.float32)
                    grown[:start] = self._vectors[:start]
                    self._vectors = grown
                self._vectors[start:stop] = self._made(new)
                self._known.update(zip(new, range(start, stop), strict=True))
            return self._vectors.take([self._known[word] for word in words], 0)

    def _made(self, words: list[str]) -> "Floats":
        cut = [*map(self._pieces.cut, words)]
        counts = np.array([*map(len, cut)])
        flat = np.array([number for numbers in cut for number in numbers])
        vectors = _float(self._by_number[flat])
        vectors *= _float(self._scale[flat])[:, None]
        starts = np.cumsum(counts) - counts
        summed: Floats = np.add.reduceat(vectors, starts, axis=0)
        summed /= counts[:, None]
        result: Floats = summed @ self._input
        result += self._shapes[[*map(shape, words)]]
        result += _float(self._suffixes[[*map(suffix, words)]])
        return result


def _blocks(breaks: list[int], size: int) -> "Iterator[tuple[int, int, list[int]]]":
    """Yield where blocks of rows begin and end, and the breaks in each, counted from its start.

    A block ends with a break, with which the next one begins; where there is none for too long,
    any row counts as one.
    """
    start = 0
    while True:
        stop = min(start + _BLOCK, size) - 1
        if stop < size - 1:
            before = breaks[bisect_right(breaks, stop) - 1]
            stop = before if before > start else stop
        inside = breaks[bisect_right(breaks, start) : bisect_left(breaks, stop)]
        yield start, stop + 1, sorted({0, *(at - start for at in inside), stop - start})
        if stop == size - 1:
            return
        start = stop


class Neighbours:
    """Sees the row before, the row and the row after."""

    def __init__(self, weights: "Weights") -> None:
        """Take the weights that stand under its name."""
        weight = _float(weights["neighbours.weight"])
        self._width = weight.shape[1]
        # From above each other to side by side: what the row before, the row, the row after adds.
        self._weight = np.concatenate(np.split(weight, 3), 1)
        self._bias = _float(weights["neighbours.bias"])

    def first(self, vectors: "Floats", which: "Ints", space: Space) -> "Floats":
        """Return the state of every row: its vector, and what it learns from its neighbours.

        ``vectors`` holds every vector once, ``which`` tells of each row the one it has: half as
        many are to be multiplied as there are rows.
        """
        size, width = len(which), self._width
        adds = np.matmul(vectors, self._weight, out=space.part(0, len(vectors), 3 * width))
        adds[:, width : 2 * width] += self._bias
        parts = adds.reshape(-1, width)
        state, added = space.part(5, size, width), space.part(3, size, width)
        beside = space.part(4, size, width)
        # "clip" spares a copy; no index is out of range.
        vectors.take(which, 0, state, "clip")
        third = 3 * which
        parts.take(third + 1, 0, added, "clip")
        parts.take(third, 0, beside, "clip")
        added[1:] += beside[:-1]
        parts.take(third + 2, 0, beside, "clip")
        added[:-1] += beside[1:]
        np.maximum(added, 0, out=added)
        state += added
        return state


class Recurrence:
    """Sees all of the paragraph before the row, and all of it after the row."""

    def __init__(self, weights: "Weights", name: str) -> None:
        """Take the weights that stand under a name."""
        self._in = _float(weights[f"{name}.in.weight"]), _float(weights[f"{name}.in.bias"])
        self._out = _float(weights[f"{name}.out.weight"]), _float(weights[f"{name}.out.bias"])

    def add(self, state: "Floats", steps: Steps, space: Space) -> None:
        """Add to every row what it learns from its paragraph."""
        weight, bias = self._in
        size, parts = len(state), weight.shape[1]
        mixed = np.matmul(state, weight, out=space.part(0, size, parts))
        mixed += bias
        keep, news = space.part(2, size, parts // 2), space.part(3, size, parts // 2)
        steps.apart(mixed, keep, news)
        # What a row keeps of what came before it: 1 - sigmoid(gate).
        np.minimum(keep, _GREATEST, out=keep)
        np.exp(keep, out=keep)
        keep += 1
        np.reciprocal(keep, out=keep)
        seen = space.part(0, size, parts // 2)
        np.multiply(keep, news, out=seen)
        news -= seen
        steps.run(keep, news)
        steps.together(news, seen)
        weight, bias = self._out
        added = np.matmul(seen, weight, out=space.part(4, *state.shape))
        added += bias
        np.maximum(added, 0, out=added)
        state += added


def _float(array: "NDArray[np.generic]") -> "Floats":
    return np.ascontiguousarray(array, np.float32)
