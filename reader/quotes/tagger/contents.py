"""Contents as tags give them, set right by the quotation marks."""

from typing import TYPE_CHECKING

import numpy as np

from reader.quotes.tagger.decoding import CONTENT, spans
from reader.quotes.tagger.linking import Spans
from reader.quotes.tagger.rows import Rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.intp]

_FREE = frozenset(".,;:!?…—–-")
"""Marks that a content neither begins nor ends with, outside quotation marks."""


def contents_of(rows: Rows, tags: "Ints", words: list[str]) -> Spans:
    """Return the contents: none over a break, each with whole quoted runs where it holds most.

    ``words`` holds the word of each row.
    """
    runs = _runs(rows)
    found: list[tuple[int, int]] = []
    first, last = spans(tags, CONTENT)
    for span in zip(first.tolist(), last.tolist(), strict=True):
        start, end = _without_marks(*_with_runs(span, rows.run, runs), rows.run, words)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    pairs = np.array(found, np.intp).reshape(-1, 2)
    return Spans(pairs[:, 0], pairs[:, 1])


def _runs(rows: Rows) -> dict[int, tuple[int, int]]:
    """Return first and last row of each quoted run."""
    found: dict[int, tuple[int, int]] = {}
    for at, run in enumerate(rows.run):
        if run >= 0:
            found[run] = (found[run][0] if run in found else at, at)
    return found


def _with_runs(
    span: tuple[int, int], run: list[int], runs: dict[int, tuple[int, int]]
) -> tuple[int, int]:
    """Return a span with the runs its ends stand in, where it holds at least half of them."""
    start, end = span
    first, last = runs.get(run[start], (start, start))
    if 2 * (min(end, last) - start + 1) >= last - first + 1:
        start = min(start, first)
    first, last = runs.get(run[end], (end, end))
    if 2 * (end - max(start, first) + 1) >= last - first + 1:
        end = max(end, last)
    return start, end


def _without_marks(start: int, end: int, run: list[int], words: list[str]) -> tuple[int, int]:
    while start < end and words[start] in _FREE and run[start] < 0:
        start += 1
    while start < end and words[end] in _FREE and run[end] < 0:
        end -= 1
    return start, end
