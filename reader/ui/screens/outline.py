"""The headings of an article, to go to one."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.paths import styles
from reader.ui.render.outline import Heading
from reader.ui.widgets.choice_list import Choice, ChoiceList
from reader.ui.widgets.row_list import RowList


class OutlineScreen(ModalScreen[int | None]):
    """Lists headings, the cursor on the one that is read; gives the offset of the one chosen."""

    CSS_PATH = styles() / "dialogs.tcss"
    BINDING_GROUP_TITLE = "Outline of the article"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - Textual's own
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,O", "dismiss(None)", "Close", show=False, id="outline.close"),
    ]

    def __init__(self, headings: Sequence[Heading], offset: int, length: int) -> None:
        """Take the headings of a text of ``length`` code points that is read at ``offset``."""
        super().__init__()
        self._headings = headings
        at = bisect_right(headings, offset, key=attrgetter("offset")) - 1
        choices = [
            Choice("", "  " * one.depth + one.text, f"{one.offset * 100 // max(length, 1):3} %")
            for one in headings
        ]
        self._list = ChoiceList(choices, cursor=max(at, 0))

    def compose(self) -> ComposeResult:
        """Lay out the list and the keys."""
        with Vertical(classes="dialog -list"):
            yield Static("Outline", classes="dialog-title", markup=False)
            yield self._list
            yield Static("enter goes there · esc closes", classes="dialog-hint", markup=False)

    @on(RowList.Opened)
    def _chosen(self, event: RowList.Opened) -> None:
        self.dismiss(self._headings[event.index].offset)
