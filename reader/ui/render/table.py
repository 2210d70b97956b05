"""A table drawn in columns."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from reader.model import Span
from reader.ui.render.cells import fit, width_of, wrap

_GAP = "  "
_NARROWEST = 6
"""Cells under which a column is no longer readable."""


class Piece(NamedTuple):
    """A stretch of a cell on a line."""

    shown: int
    """Where it begins on the line, in code points."""
    row: int
    column: int
    start: int
    """Where it begins in the cell's text."""
    size: int
    """Code points."""


class TableLine(NamedTuple):
    """A line of a table, and which stretches of which cells it shows."""

    text: str
    pieces: tuple[Piece, ...] = ()
    label: int = 0
    """How many code points at its beginning only say what column follows."""


def draw(rows: Sequence[Sequence[str]], width: int, header_rows: int = 0) -> list[list[TableLine]]:
    """Return, for each row, the lines that show it in at most ``width`` cells.

    Columns are as wide as what they hold, the widest give way first, cells are wrapped inside
    them. Where not even the narrowest columns fit, each cell stands below the one before it,
    behind the name of its column where one row names them; that row has no lines then.
    """
    columns = max(len(row) for row in rows)
    widths = [max([1, *(width_of(row[n]) for row in rows if n < len(row))]) for n in range(columns)]
    room = width - len(_GAP) * (columns - 1)
    while sum(widths) > room:
        widest = max(widths)
        if widest <= _NARROWEST:
            return _stacked(rows, width, named=header_rows == 1 and len(rows) > 1)
        widths[widths.index(widest)] -= 1
    return [_row(index, row, widths) for index, row in enumerate(rows)]


def _row(index: int, row: Sequence[str], widths: Sequence[int]) -> list[TableLine]:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=False)]
    return [_line(index, row, spans, widths) for spans in zip_longest(*cells)]


def _line(
    index: int, row: Sequence[str], spans: Sequence[Span | None], widths: Sequence[int]
) -> TableLine:
    text = ""
    pieces: list[Piece] = []
    for column, (span, width) in enumerate(zip(spans, widths, strict=False)):
        piece = row[column][slice(*span)] if span else ""
        fitted = fit(piece, width)
        if span and piece and fitted.startswith(piece):
            pieces.append(Piece(len(text), index, column, span[0], len(piece)))
        text += fitted + _GAP
    return TableLine(text.rstrip(), tuple(pieces))


def _stacked(rows: Sequence[Sequence[str]], width: int, *, named: bool) -> list[list[TableLine]]:
    """Return the cells of each row one below the other, a blank line between rows."""
    names = rows[0] if named else ()
    drawn: list[list[TableLine]] = [[]] if named else []
    for index in range(len(drawn), len(rows)):
        lines: list[TableLine] = []
        for column, cell in enumerate(rows[index]):
            lines += _cell((index, column), cell, names, width)
        drawn.append([*lines, TableLine("")] if index < len(rows) - 1 else lines)
    return drawn


def _cell(
    place: tuple[int, int], cell: str, names: Sequence[str], width: int
) -> Iterator[TableLine]:
    """Yield the lines of a cell behind the name of its column.

    In the first row that has names, they are those of the table; below they are repeated.
    """
    row, column = place
    name = names[column] if column < len(names) else ""
    label = f"{name}: " if name else ""
    text = label + cell
    for start, end in wrap(text, width):
        pieces = []
        if row == 1 and start < len(name):
            pieces.append(Piece(0, 0, column, start, min(end, len(name)) - start))
        if end > len(label):
            first = max(start, len(label))
            pieces.append(Piece(first - start, row, column, first - len(label), end - first))
        if start < end:
            yield TableLine(text[start:end], tuple(pieces), max(0, min(len(label), end) - start))
