"""A table while it is read, and what it turns out to be: rows of data, or a layout."""

from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final

from reader.model import Block, Inline

_MAX_CELL: Final = 300
"""Code points: a longer cell is an article's text that the table only places."""


@dataclass
class Cell:
    """A cell and the blocks in it."""

    heading: bool
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Row:
    """A row and whether it stands in the table's head."""

    head: bool
    cells: list[Cell] = field(default_factory=list)

    @property
    def heading(self) -> bool:
        """Whether the row names columns."""
        return self.head or all(cell.heading for cell in self.cells)


@dataclass
class Table:
    """A table while it is read."""

    rows: list[Row] = field(default_factory=list)
    loose: list[Block] = field(default_factory=list)
    """Blocks outside every cell: the caption."""
    in_head: bool = False
    level: int = 0
    quoted: int = 0

    @property
    def sink(self) -> list[Block]:
        """Where the next block belongs."""
        if self.rows and self.rows[-1].cells:
            return self.rows[-1].cells[-1].blocks
        return self.loose

    def add_row(self) -> None:
        """A row begins."""
        self.rows.append(Row(self.in_head))

    def add_cell(self, *, heading: bool) -> None:
        """A cell begins, in a row of its own where there is none yet."""
        if not self.rows:
            self.add_row()
        self.rows[-1].cells.append(Cell(heading))

    def blocks(self) -> list[Block]:
        """Return the table as one block, or the blocks in it where it is no table of data."""
        rows = [row for row in self.rows if any(cell.blocks for cell in row.cells)]
        if not rows or not _is_data(rows, self.quoted):
            inside = [block for row in rows for cell in row.cells for block in cell.blocks]
            return [*self.loose, *inside]
        return [*self.loose, replace(_joined(rows, self.level), quoted=self.quoted)]


def _is_data(rows: list[Row], quoted: int) -> bool:
    """Whether there are columns, and in each cell at most one short paragraph."""
    cells = [cell for row in rows for cell in row.cells]
    return any(len(row.cells) > 1 for row in rows) and all(
        len(cell.blocks) <= 1 and all(_is_short(block, quoted) for block in cell.blocks)
        for cell in cells
    )


def _is_short(block: Block, quoted: int) -> bool:
    """Whether a block is a short paragraph; where the whole table is quoted, that is a quote."""
    plain = block.kind == "paragraph" or (block.kind == "quote" and block.level == quoted)
    return plain and len(block.text) <= _MAX_CELL


def _joined(rows: list[Row], level: int) -> Block:
    """Return one block: a line a row, a tab between cells."""
    lines: list[str] = []
    inlines: list[Inline] = []
    at = 0
    for row in rows:
        cells = [cell.blocks[0] if cell.blocks else Block("paragraph", "") for cell in row.cells]
        texts = [" ".join(cell.text.splitlines()).replace("\t", " ") for cell in cells]
        starts = accumulate((len(text) + 1 for text in texts), initial=at)
        for cell, start in zip(cells, starts, strict=False):  # one start more than cells
            inlines += (
                replace(one, start=start + one.start, end=start + one.end) for one in cell.inlines
            )
        lines.append("\t".join(texts))
        at += len(lines[-1]) + 1
    heads = [row.heading for row in rows]
    return Block(
        "table",
        "\n".join(lines),
        inlines=tuple(inlines),
        level=level,
        anchors=tuple(
            name
            for row in rows
            for cell in row.cells
            for one in cell.blocks
            for name in one.anchors
        ),
        header_rows=heads.index(False) if False in heads else len(heads),
    )
