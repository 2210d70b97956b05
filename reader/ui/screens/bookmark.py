"""Note and tags of a bookmark."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.model import Bookmark
from reader.paths import styles
from reader.text import clean_line

_APART = str.maketrans("#,;", "   ")
"""What people write between tags, or before them."""

Edited = tuple[str, tuple[str, ...]]


class BookmarkScreen(ModalScreen[Edited | None]):
    """Asks for note and tags; gives them, or None where nothing is to change."""

    CSS_PATH = styles() / "dialogs.tcss"
    BINDING_GROUP_TITLE = "Note and tags"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave as it was", show=False, id="bookmark.cancel"),
    ]

    def __init__(self, bookmark: Bookmark) -> None:
        super().__init__()
        self._bookmark = bookmark

    def compose(self) -> ComposeResult:
        """Lay out two lines to fill in."""
        marked = self._bookmark.quotation.exact if self._bookmark.quotation else None
        with Vertical(classes="dialog"):
            yield Static(marked or self._bookmark.title, classes="dialog-title", markup=False)
            yield Static("Note", classes="dialog-label", markup=False)
            yield Input(self._bookmark.note, id="note", placeholder="why this is worth keeping")
            yield Static("Tags, parted by spaces", classes="dialog-label", markup=False)
            yield Input(" ".join(self._bookmark.tags), id="tags", placeholder="budget harbour")
            yield Static("enter keeps · esc leaves as it was", classes="dialog-hint", markup=False)

    @on(Input.Submitted, "#note")
    def _to_tags(self) -> None:
        self.query_one("#tags", Input).focus()

    @on(Input.Submitted, "#tags")
    def _keep(self) -> None:
        note = clean_line(self.query_one("#note", Input).value)
        tags = clean_line(self.query_one("#tags", Input).value).translate(_APART).split()
        self.dismiss((note, tuple(dict.fromkeys(tags))))
