"""The network that gives every row a score for every tag, by matrix products alone.

Words become vectors by their pieces, ending and shape. Layers of two kinds let each row see
those around it: a convolution over its neighbours, and a gated recurrence that runs through
its paragraph in both directions and whose gates depend on the input alone (minGRU, Feng et
al. 2024, arXiv:2410.01201), so that all products are done before it runs.
"""

from threading import Lock, local
from typing import TYPE_CHECKING, Protocol

import numpy as np

from reader.quotes.tagger.pieces import Pieces
from reader.quotes.tagger.rows import Rows, shape, suffix
from reader.quotes.tagger.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.intp]
    Weights = Mapping[str, NDArray[np.generic]]

_GREATEST = 80.0  # whose exponential a float of 32 bits still holds
_BLOCK = 4096
"""Rows that are computed at once: memory stays bounded however long a text is."""
_KNOWN = 20_000
"""Words whose vectors are kept from one text to the next: 10 MB."""


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

    def __init__(self, weights: "Weights", vocabulary: list[str], layers: "Sequence[str]") -> None:
        """Take the weights by name, and the kind of each layer: ``LAYERS``."""
        self._pieces = Pieces(vocabulary)
        self._by_number = weights["pieces"]
        self._scale = _float(weights["scale"])
        self._input = _float(weights["input"])
        self._shapes = _float(weights["shapes"])
        self._suffixes = _float(weights["suffixes"])
        self._quoted = _float(weights["quoted"])
        self._layers = [LAYERS[kind](weights, f"layer{n}") for n, kind in enumerate(layers)]
        self._lock = Lock()
        self._local = local()
        self._known: dict[str, int] = {}
        self._vectors = np.empty((0, self._input.shape[1]), np.float32)
        self._out = _float(weights["out.weight"]), _float(weights["out.bias"])

    def scores(self, rows: Rows) -> "Floats":
        """Return the score of every tag (columns) for every row."""
        words = self._vectors_of(rows.words)
        weight, bias = self._out
        found = np.empty((len(rows.word), len(bias)), np.float32)
        word, quoted = np.array(rows.word), np.array(rows.quoted)
        for start, stop, breaks in _blocks(rows.breaks, len(rows.word)):
            state = words[word[start:stop]]
            state += self._quoted[quoted[start:stop]]
            np.maximum(state, 0, out=state)
            steps, space = Steps(breaks, stop - start), self._space(state)
            for layer in self._layers:
                layer.add(state, steps, space)
            np.matmul(state, weight, out=found[start:stop])
        found += bias
        return found

    def _space(self, state: "Floats") -> Space:
        """Return the room of this thread, at least as large as ``state`` needs."""
        space: Space | None = getattr(self._local, "space", None)
        if space is None or space.rows < len(state):
            space = self._local.space = Space(
                min(_BLOCK, max(1024, 2 * len(state))), state.shape[1]
            )
        return space

    def _vectors_of(self, words: list[str]) -> "Floats":
        """Return the vector of each word, as the first layer takes it; known ones are kept."""
        if len(words) > _KNOWN:
            return self._made(words)
        with self._lock:
            new = [word for word in words if word not in self._known]
            if len(self._known) + len(new) > _KNOWN:
                self._known, new = {}, words
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
        vectors *= self._scale[flat, None]
        starts = np.cumsum(counts) - counts
        summed: Floats = np.add.reduceat(vectors, starts, axis=0)
        summed /= counts[:, None]
        result: Floats = summed @ self._input
        result += self._shapes[[*map(shape, words)]]
        result += self._suffixes[[*map(suffix, words)]]
        return result


def _blocks(breaks: list[int], size: int) -> "Iterator[tuple[int, int, list[int]]]":
    """Yield where blocks of rows begin and end, and the breaks in each, counted from its start.

    A block ends at a break where it can.
    """
    start = index = 0
    while start < size:
        own: list[int] = []
        while index < len(breaks) and breaks[index] < start + _BLOCK:
            own.append(breaks[index] - start)
            index += 1
        stop = min(start + _BLOCK, size)
        if stop < size and own and own[-1] > 0:
            index -= 1
            stop = start + own.pop()
        yield start, stop, own
        start = stop


class Layer(Protocol):
    """What lets rows see each other."""

    def add(self, state: "Floats", steps: Steps, space: Space) -> None:
        """Add to every row what it learns from those around it."""


class Convolution:
    """Sees the row before, the row and the row after."""

    def __init__(self, weights: "Weights", name: str) -> None:
        """Take the weights that stand under a name."""
        self._weight = _float(weights[f"{name}.weight"])
        self._bias = _float(weights[f"{name}.bias"])

    def add(self, state: "Floats", steps: Steps, space: Space) -> None:  # noqa: ARG002 the other kind's
        """Add to every row what it learns from its neighbours."""
        size, width = state.shape
        beside = space.part(0, size, 3 * width)
        beside[0, :width] = 0
        beside[1:, :width] = state[:-1]
        beside[:, width : 2 * width] = state
        beside[:-1, 2 * width :] = state[1:]
        beside[-1, 2 * width :] = 0
        _rectified(state, beside, self._weight, self._bias, space)


class Recurrence:
    """Sees all of the paragraph before the row, and all of it after the row."""

    def __init__(self, weights: "Weights", name: str) -> None:
        """Take the weights that stand under a name."""
        self._in = _float(weights[f"{name}.in"]), _float(weights[f"{name}.in_bias"])
        self._weight = _float(weights[f"{name}.weight"])
        self._bias = _float(weights[f"{name}.bias"])

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
        _rectified(state, seen, self._weight, self._bias, space)


LAYERS: "dict[str, type[Convolution | Recurrence]]" = {
    "convolution": Convolution,
    "recurrence": Recurrence,
}


def _rectified(
    state: "Floats", seen: "Floats", weight: "Floats", bias: "Floats", space: Space
) -> None:
    added = np.matmul(seen, weight, out=space.part(4, *state.shape))
    added += bias
    np.maximum(added, 0, out=added)
    state += added


def _float(array: "NDArray[np.generic]") -> "Floats":
    return np.ascontiguousarray(array, np.float32)
