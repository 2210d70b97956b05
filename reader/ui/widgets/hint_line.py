"""The last line of the reading pane while letters are typed to follow a link."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from reader.ui.render.words import count


class HintLine(Widget, can_focus=True):
    """One line, seen while it is open; every letter typed belongs to it."""

    BINDING_GROUP_TITLE = "Follow a link"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Follow none", show=False, id="hints.end"),
        Binding("backspace", "back", "Take a letter back", show=False, id="hints.back"),
    ]
    DEFAULT_CSS = """
    HintLine {
        height: 1;
        display: none;
        padding: 0 1;
    }
    HintLine.-open { display: block; }
    """

    typed: reactive[str] = reactive("", init=False)
    """The letters so far."""

    @dataclass
    class Typed(Message):
        """Other letters are typed so far."""

        letters: str

    @dataclass
    class Chosen(Message):
        """The letters of a link were typed."""

        label: str

    @dataclass
    class Ended(Message):
        """No link is to be followed."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: Collection[str] = ()

    def open(self, labels: Collection[str]) -> None:
        """Show the line and take the keys; ``labels`` are what may be typed."""
        self._labels = labels
        self.set_reactive(HintLine.typed, "")
        self.add_class("-open")
        self.focus(scroll_visible=False)

    def close(self) -> None:
        """Show the line no more."""
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Whether letters are waited for."""
        return self.has_class("-open")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that letters are this line's own, whatever keys they are elsewhere."""
        del key
        return character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Take a letter that leads on to a link; no other one does anything."""
        if not event.is_printable:
            return
        event.stop()
        event.prevent_default()
        letters = self.typed + (event.character or "").lower()
        if letters in self._labels:
            self.post_message(self.Chosen(letters))
        elif any(label.startswith(letters) for label in self._labels):
            self.typed = letters

    def watch_typed(self, letters: str) -> None:
        """Tell who listens."""
        self.post_message(self.Typed(letters))

    def action_back(self) -> None:
        """Take a letter back."""
        self.typed = self.typed[:-1]

    def action_leave(self) -> None:
        """Follow no link."""
        self.post_message(self.Ended())

    def render(self) -> Content:
        """Draw what is typed, and how many links there are."""
        return Content.assemble(
            ("Follow ", "$dim"), self.typed, ("_  ", ""), (count(len(self._labels), "link"), "$dim")
        )
