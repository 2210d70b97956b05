"""A table drawn in columns."""

from collections.abc import Sequence
from itertools import zip_longest

from reader.ui.render.cells import fit, width_of, wrap

_GAP = "  "
_NARROWEST = 6
"""Cells under which a column is no longer readable."""


def draw(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """Return, for each row, the lines that show it in at most ``width`` cells.

    Columns are as wide as what they hold, the widest give way first, cells are wrapped inside
    them. Where not even the narrowest columns fit, each cell has lines of its own.
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


def _row(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    full = [*row, *[""] * (len(widths) - len(row))]
    cells = [
        [cell[start:end] for start, end in wrap(cell, width)]
        for cell, width in zip(full, widths, strict=True)
    ]
    return [
        _GAP.join(fit(text, width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*cells, fillvalue="")
    ]


def _stacked(row: Sequence[str], width: int) -> list[str]:
    return [cell[start:end] for cell in row for start, end in wrap(cell, width)]
