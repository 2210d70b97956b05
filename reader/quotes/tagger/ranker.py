"""Chooses the source of each content among those near it, or nobody."""

import itertools
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.quotes.tagger.linking import Pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


class Choice(NamedTuple):
    """The source of a content."""

    source: int
    """Which of the sources; -1: nobody."""
    share: float
    """How likely it is the right one, 0 to 1."""


class Ranker:
    """One hidden layer beside a linear score."""

    def __init__(self, weights: "Mapping[str, NDArray[np.float32]]") -> None:
        """Take the weights that begin with "link."."""
        self._hidden = weights["link.hidden"], weights["link.hidden_bias"]
        self._out, self._plain = weights["link.out"], weights["link.plain"]
        self._bias = float(weights["link.bias"][0])
        self._nobody = float(weights["link.nobody"][0])

    def choose(self, pairs: Pairs, contents: int) -> list[Choice]:
        """Return the choice for each of so many contents."""
        weight, bias = self._hidden
        hidden = np.maximum(pairs.features @ weight + bias, 0)
        scores = hidden @ self._out + pairs.features @ self._plain + self._bias
        edges = np.searchsorted(pairs.content, np.arange(contents + 1)).tolist()
        return [
            self._best(scores[start:stop], pairs.source[start:stop])
            for start, stop in itertools.pairwise(edges)
        ]

    def _best(self, scores: "Floats", sources: "NDArray[np.intp]") -> Choice:
        best = int(scores.argmax()) if len(scores) else -1
        top = max(float(scores[best]), self._nobody) if len(scores) else self._nobody
        whole = float(np.exp(scores - top).sum()) + float(np.exp(self._nobody - top))
        if best < 0 or scores[best] < self._nobody:
            return Choice(-1, float(np.exp(self._nobody - top)) / whole)
        return Choice(int(sources[best]), 1 / whole)
