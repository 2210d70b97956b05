"""The sources of an article: who speaks, how often, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from reader.model import Analysis
from reader.ui.render.rows import Piece
from reader.ui.render.sources import quotation_row, source_row
from reader.ui.widgets.row_list import RowList


class SourcePanel(RowList):
    """Sources, and under the chosen one its quotations."""

    BINDING_GROUP_TITLE = "Sources panel"

    @dataclass
    class SourceChosen(Message):
        """A source was chosen, or let go."""

        index: int | None

    @dataclass
    class QuotationChosen(Message):
        """A quotation was chosen."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._analysis: Analysis | None = None
        self._text = ""
        self._rows: list[tuple[int, int | None]] = []
        self._chosen: int | None = None
        self.empty = "No source is quoted here."

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def chosen(self) -> int | None:
        """Index of the chosen source."""
        return self._chosen

    def show(self, text: str, analysis: Analysis | None) -> None:
        """Show who speaks in a text."""
        self._text, self._analysis, self._chosen = text, analysis, None
        self._build(0)

    def choose(self, source: int | None) -> None:
        """Choose a source, or none; its quotations are listed below it."""
        self._chosen = source
        self._build(source or 0)
        self.post_message(self.SourceChosen(source))

    def _build(self, source: int) -> None:
        rows: list[tuple[int, int | None]] = []
        cursor = 0
        for index, found in enumerate(self._analysis.sources if self._analysis else ()):
            if index == source:
                cursor = len(rows)
            rows.append((index, None))
            if index == self._chosen:
                rows += [(index, quotation) for quotation in found.quotations]
        self._rows = rows
        self.reset(cursor)

    def watch_cursor(self, old: int, new: int) -> None:
        """Follow the cursor to the quotation it is on."""
        super().watch_cursor(old, new)
        if self._rows and self._rows[new][1] is not None:
            self.post_message(self.QuotationChosen(self._rows[new][1] or 0))

    def action_open(self) -> None:
        """Choose the source under the cursor, let it go, or go to the quotation."""
        if not self._rows:
            return
        source, quotation = self._rows[self.cursor]
        if quotation is not None:
            self.post_message(self.QuotationChosen(quotation))
        else:
            self.choose(None if source == self._chosen else source)

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Draw a source or a quotation."""
        if self._analysis is None:
            return [[]]
        source, quotation = self._rows[index]
        if quotation is not None:
            return [quotation_row(self._analysis.quotations[quotation], self._text, width)]
        return [source_row(source, self._analysis.sources[source], self._analysis, width)]
