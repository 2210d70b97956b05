"""Well-known feeds to tick."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.outlines import Outline
from reader.ui.render.cells import fit
from reader.ui.render.rows import Piece
from reader.ui.widgets.row_list import RowList


class StarterList(RowList):
    """One line a feed: ticked or not, its topic or country, its title."""

    BINDING_GROUP_TITLE = "Add a feed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick, or not", show=False, id="starters.tick"),
    ]

    def __init__(self, outlines: Sequence[Outline], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._outlines = outlines
        self._shown = list(range(len(outlines)))
        self._ticked: set[int] = set()
        self.empty = "No well-known feed has these words. enter searches the address above."

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._shown)

    @property
    def ticked(self) -> list[Outline]:
        """What is ticked, in order."""
        return [self._outlines[index] for index in sorted(self._ticked)]

    def find(self, words: str) -> None:
        """Show only feeds whose line has every word; what is ticked is always shown."""
        wanted = words.casefold().split()
        self._shown = [
            index
            for index, outline in enumerate(self._outlines)
            if index in self._ticked or all(word in _label(outline).casefold() for word in wanted)
        ]
        self.reset()

    def action_tick(self) -> None:
        """Tick the row under the cursor, or not any more."""
        if self._shown:
            self._ticked ^= {self._shown[self.cursor]}
            self.refresh_row(self.cursor)

    def action_open(self) -> None:
        """Tick, as everywhere enter or a click chooses."""
        self.action_tick()

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Draw a feed."""
        number = self._shown[index]
        ticked = number in self._ticked
        label = fit(_label(self._outlines[number]), width - 4)
        return [[("[x] " if ticked else "[ ] ", "sign"), (label, "unread" if ticked else "read")]]


def _label(outline: Outline) -> str:
    return f"{' / '.join(outline.folder)} · {outline.title}"
