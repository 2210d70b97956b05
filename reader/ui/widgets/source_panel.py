"""The sources of an article: who speaks, how often, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.message import Message

from reader.model import Analysis, Correction
from reader.ui.render.rows import Piece
from reader.ui.render.sources import note_row, quotation_row, removed_row, source_row
from reader.ui.widgets.row_list import RowList


class _Row(NamedTuple):
    """A source, a quotation of it, a remark on sourcing, words that are no quotation.

    Each by its index: in the analysis, or in what a person removed.
    """

    source: int | None = None
    quotation: int | None = None
    note: int | None = None
    removed: int | None = None


class SourcePanel(RowList):
    """Sources, under the chosen one its quotations, below all the remarks on sourcing.

    Last comes what a person said is no quotation, so that it can be found and restored.
    """

    BINDING_GROUP_TITLE = "Sources panel"

    @dataclass
    class SourceChosen(Message):
        """A source was chosen, or let go."""

        index: int | None

    @dataclass
    class QuotationChosen(Message):
        """A quotation was chosen."""

        index: int

    @dataclass
    class PassageChosen(Message):
        """A remark on sourcing was chosen, or words that are no quotation."""

        offset: int
        """Where it stands in the article's text."""

    def __init__(self, doubtful: float, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.doubtful = doubtful
        self._removed: Sequence[Correction] = ()
        self._analysis: Analysis | None = None
        self._text = ""
        self._rows: list[_Row] = []
        self._chosen: int | None = None
        self.empty = "No source is quoted here."

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def show(
        self, text: str, analysis: Analysis | None, removed: Sequence[Correction] = ()
    ) -> None:
        """Show who speaks in a text, and what in it a person said is no quotation."""
        self._text, self._analysis, self._chosen = text, analysis, None
        self._removed = removed
        self._build(0)

    @property
    def removed(self) -> Correction | None:
        """The removed quotation under the cursor."""
        index = self._rows[self.cursor].removed if self._rows else None
        return None if index is None else self._removed[index]

    def choose(self, source: int | None) -> None:
        """Choose a source, or none; its quotations are listed below it."""
        self._chosen = source
        self._build(source or 0)
        self.post_message(self.SourceChosen(source))

    def _build(self, source: int) -> None:
        analysis = self._analysis or Analysis("und")
        rows: list[_Row] = []
        for index, found in enumerate(analysis.sources):
            rows.append(_Row(index))
            if index == self._chosen:
                rows += [_Row(index, quotation) for quotation in found.quotations]
        rows += [_Row(note=index) for index in range(len(analysis.notes))]
        rows += [_Row(removed=index) for index in range(len(self._removed))]
        self._rows = rows
        self.reset(rows.index(_Row(source)) if _Row(source) in rows else 0)

    def watch_cursor(self, old: int, new: int) -> None:
        """Follow the cursor to the quotation it is on."""
        super().watch_cursor(old, new)
        if self._rows and (quotation := self._rows[new].quotation) is not None:
            self.post_message(self.QuotationChosen(quotation))

    def action_open(self) -> None:
        """Choose the source under the cursor, let it go, or go to what else is there."""
        if not self._rows or self._analysis is None:
            return
        row = self._rows[self.cursor]
        if row.note is not None:
            self.post_message(self.PassageChosen(self._analysis.notes[row.note].start))
        elif row.removed is not None:
            self.post_message(self.PassageChosen(self._removed[row.removed].quotation.start))
        elif row.quotation is not None:
            self.post_message(self.QuotationChosen(row.quotation))
        else:
            self.choose(None if row.source == self._chosen else row.source)

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Draw a source, a quotation or a remark."""
        analysis, row = self._analysis, self._rows[index]
        if analysis is None:
            return [[]]
        if row.note is not None:
            return [note_row(analysis.notes[row.note], self._text, width)]
        if row.quotation is not None:
            quotation = analysis.quotations[row.quotation]
            return [quotation_row(quotation, self._text, width, self.doubtful)]
        if row.removed is not None:
            return [removed_row(self._removed[row.removed].quotation, self._text, width)]
        number = row.source or 0
        return [source_row(number, analysis.sources[number], analysis, width)]
