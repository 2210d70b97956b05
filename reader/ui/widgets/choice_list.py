"""A few rows to choose one of: a sign, what it stands for, and a word on it."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.ui.render.cells import fit, width_of
from reader.ui.render.rows import Piece
from reader.ui.widgets.row_list import RowList


class Choice(NamedTuple):
    """One row."""

    sign: str
    """What stands before it: the number of a source."""
    label: str
    about: str = ""
    look: str = "read"
    """The look of the sign: that of a source's colour."""


class ChoiceList(RowList):
    """Every choice there is, in three columns; as high as it has rows."""

    def __init__(self, choices: Sequence[Choice], *, cursor: int = 0) -> None:
        super().__init__()
        self._choices = choices
        self._signs = max(width_of(choice.sign) for choice in choices)
        self._labels = max(width_of(choice.label) for choice in choices)
        self._first = cursor
        self.styles.height = len(choices)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._choices)

    def on_mount(self) -> None:
        """Put the cursor on the row it is to begin with."""
        self.reset(self._first)

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Draw a choice."""
        sign, label, about, look = self._choices[index]
        left = f"{fit(sign, self._signs)} " if self._signs else ""
        room = width - width_of(left)
        name = min(self._labels + 2, room if not about else max(room * 3 // 5, room - 32))
        return [
            [
                (left, look),
                (f"{fit(label, name - 2)}  ", "unread"),
                (fit(about, room - name), "dim"),
            ]
        ]
