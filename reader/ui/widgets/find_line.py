"""The last line of the reading pane while words are looked for in the article."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FindInput(Input):
    """Where the words are typed."""

    BINDING_GROUP_TITLE = "Find in the article"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,ctrl+n,ctrl+f", "step(1)", "Next match", show=False, id="find.next"),
        Binding("up,ctrl+r", "step(-1)", "Previous match", show=False, id="find.previous"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="find.page-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="find.page-up"),
        Binding("escape", "leave", "End, and stay there", show=False, id="find.end"),
    ]

    @dataclass
    class Stepped(Message):
        """Another match is wanted."""

        by: int

    @dataclass
    class Paged(Message):
        """Another page of the article is wanted."""

        by: int

    @dataclass
    class Ended(Message):
        """Looking ended."""

    def action_step(self, by: int) -> None:
        """Ask for the next or previous match."""
        self.post_message(self.Stepped(by))

    def action_page(self, by: int) -> None:
        """Ask for the next or previous page."""
        self.post_message(self.Paged(by))

    def action_leave(self) -> None:
        """End looking."""
        self.post_message(self.Ended())


class FindLine(Horizontal):
    """One line, seen while it is open: the words, and how many matches they have."""

    DEFAULT_CSS = """
    FindLine {
        height: 1;
        display: none;
        padding: 0 1;
    }
    FindLine.-open { display: block; }
    FindLine > Static { width: auto; margin: 0 1 0 0; }
    FindLine > Input { width: 1fr; }
    """

    @dataclass
    class Changed(Message):
        """Other words are looked for."""

        words: str

    def __init__(self) -> None:
        super().__init__()
        self._input = FindInput(compact=True)
        self._input.cursor_blink = False
        self._count = Static("", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out what the line is for, the words, and the count."""
        yield Static("Find", markup=False)
        yield self._input
        yield self._count

    @property
    def words(self) -> str:
        """What is looked for, "" while the line is closed."""
        return self._input.value if self.has_class("-open") else ""

    def open(self) -> None:
        """Show the line, with the words looked for last, and let the keys go to it."""
        self.add_class("-open")
        self._input.focus(scroll_visible=False)

    def close(self) -> None:
        """Show the line no more."""
        self.remove_class("-open")

    def tell(self, current: int | None, count: int) -> None:
        """Say which of how many matches is the current one; indexes count from 0."""
        if not self.words.strip():
            told = ""
        elif current is None:
            told = f"{count:,}" if count else "not found"
        else:
            told = f"{current + 1:,} of {count:,}"
        self._count.update(Content(told))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        """Let nobody take these words for those of another prompt."""
        event.stop()
        self.post_message(self.Changed(event.value))
