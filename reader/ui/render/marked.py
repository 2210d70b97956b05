"""A block's text with the numbers of sources put in, cut into lines."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from operator import itemgetter
from typing import NamedTuple

from reader.model import Block, Span
from reader.ui.render.lines import Line, Run

Stretch = tuple[int, int, str, int]
"""Start and end in the article's text, what it is, index of the quotation."""


_TAB = " " * 3
_RAISED = {
    "superscript": str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"),
    "subscript": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}


class Marked(NamedTuple):
    """A block's text with the numbers of sources put in, and what its stretches mean."""

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    runs: tuple[Run, ...]


def mark(block: Block, stretches: Sequence[Stretch], numbers: Sequence[Stretch]) -> Marked:
    """Put the numbers of sources into a block's text; what is of no quotation has index -1."""
    text = _raised(block)
    shown: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    runs: list[Run] = []
    at = length = 0
    for _, offset, number, quotation in [*numbers, (0, block.end, "", 0)]:
        cut = offset - block.start
        if cut > at:
            pieces.append((length, at, cut - at))
            shown.append(text[at:cut].replace("\t", " "))
            length += cut - at
        if number:
            if quotation >= 0:
                runs.append(Run(length, length + len(number), "number", quotation))
            shown.append(number)
            length += len(number)
        at = cut
    spans = [Run(i.start, i.end, i.kind, url=i.url) for i in block.inlines]
    spans += [
        Run(max(start, block.start) - block.start, min(end, block.end) - block.start, role, index)
        for start, end, role, index in stretches
    ]
    runs += [run._replace(start=s, end=e) for run in spans for s, e in _moved(run, pieces)]
    return Marked("".join(shown), tuple(pieces), tuple(runs))


def _raised(block: Block) -> str:
    """Return a block's text with raised and lowered figures as such, each in its place."""
    text = block.text
    for inline in block.inlines:
        table = _RAISED.get(inline.kind)
        part = text[inline.start : inline.end]
        if table and all(ord(letter) in table for letter in part):
            text = text[: inline.start] + part.translate(table) + text[inline.end :]
    return text


def tabs(block: Block) -> list[Stretch]:
    """Return what is to be put in for each tab of a block of code, besides the one cell it has."""
    places = (at for at, letter in enumerate(block.text) if letter == "\t")
    return [(block.start + at, block.start + at + 1, _TAB, -1) for at in places]


def _moved(run: Run, pieces: Sequence[tuple[int, int, int]]) -> list[Span]:
    """Return where a run of a block's text stands once numbers have been put in."""
    found: list[Span] = []
    first = max(bisect_right(pieces, run.start, key=itemgetter(1)) - 1, 0)
    for shown, start, length in islice(pieces, first, None):
        if start >= run.end:
            break
        low, high = max(run.start, start), min(run.end, start + length)
        if low < high:
            found.append((low - start + shown, high - start + shown))
    return found


def cut(marked: Marked, span: Span, active: Sequence[Run], prefix: str) -> Line:
    """Cut one line out of a block, ``prefix`` before it; places count in the block's text."""
    start, end = span
    shift = len(prefix) - start
    runs = tuple(
        run._replace(start=max(run.start, start) + shift, end=min(run.end, end) + shift)
        for run in active
        if run.start < end
    )
    places = tuple(
        (max(shown, start) + shift, at + max(shown, start) - shown, length)
        for shown, at, size in _pieces(marked, start, end)
        if (length := min(shown + size, end) - max(shown, start)) > 0
    )
    if prefix.strip():
        runs = (Run(0, len(prefix), "marker"), *runs)
    return Line(prefix + marked.text[start:end], runs, places=places)


def _pieces(marked: Marked, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the pieces of a marked text that reach into a span of it."""
    first = max(bisect_right(marked.pieces, start, key=itemgetter(0)) - 1, 0)
    return takewhile(lambda piece: piece[0] < end, islice(marked.pieces, first, None))
