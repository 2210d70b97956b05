"""A table drawn in columns."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from reader.ui.render.cells import fit, width_of, wrap

_GAP = "  "
_NARROWEST = 6
"""Cells under which a column is no longer readable."""


class Piece(NamedTuple):
    """A stretch of a cell on a line."""

    shown: int
    """Where it begins on the line, in code points."""
    cell: int
    """Which cell of its row."""
    start: int
    """Where it begins in the cell's text."""
    size: int
    """Code points."""


class TableLine(NamedTuple):
    """A line of a row, and which stretches of which cells it shows."""

    text: str
    pieces: tuple[Piece, ...]


def draw(rows: Sequence[Sequence[str]], width: int) -> list[list[TableLine]]:
    """Return, for each row, the lines that show it in at most ``width`` cells.

    Columns are as wide as what they hold, the widest give way first, cells are wrapped inside
    them. Where not even the narrowest columns fit, each cell has lines of its own, and a blank
    one follows each row.
    """
    columns = max(len(row) for row in rows)
    widths = [max([1, *(width_of(row[n]) for row in rows if n < len(row))]) for n in range(columns)]
    room = width - len(_GAP) * (columns - 1)
    while sum(widths) > room:
        widest = max(widths)
        if widest <= _NARROWEST:
            return [_stacked(row, width) for row in rows]
        widths[widths.index(widest)] -= 1
    return [_row(row, widths) for row in rows]


def _row(row: Sequence[str], widths: Sequence[int]) -> list[TableLine]:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=False)]
    return [_line(row, spans, widths) for spans in zip_longest(*cells)]


def _line(
    row: Sequence[str], spans: Sequence[tuple[int, int] | None], widths: Sequence[int]
) -> TableLine:
    text = ""
    pieces: list[Piece] = []
    for cell, (span, width) in enumerate(zip(spans, widths, strict=False)):
        piece = row[cell][slice(*span)] if span else ""
        fitted = fit(piece, width)
        if span and piece and fitted.startswith(piece):
            pieces.append(Piece(len(text), cell, span[0], len(piece)))
        text += fitted + _GAP
    return TableLine(text.rstrip(), tuple(pieces))


def _stacked(row: Sequence[str], width: int) -> list[TableLine]:
    lines = [
        TableLine(text[start:end], (Piece(0, cell, start, end - start),))
        for cell, text in enumerate(row)
        for start, end in wrap(text, width)
        if start < end
    ]
    return [*lines, TableLine("", ())]
