"""The last line while letters are typed to go to what they stand on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class JumpLine(Widget, can_focus=True):
    """Seen while it is open; every letter typed belongs to it."""

    BINDING_GROUP_TITLE = "Jump"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Stay where one is", show=False, id="jump.end"),
        Binding("backspace", "back", "Take a letter back", show=False, id="jump.back"),
    ]
    DEFAULT_CSS = """
    JumpLine {
        layer: command;
        dock: bottom;
        height: 1;
        display: none;
        padding: 0 1;
    }
    JumpLine.-open { display: block; }
    """

    typed: reactive[str] = reactive("", init=False)
    """The letters so far."""

    @dataclass
    class Typed(Message):
        """Other letters are typed so far."""

        letters: str

    @dataclass
    class Chosen(Message):
        """Letters that stand on something were typed."""

        label: str

    @dataclass
    class Ended(Message):
        """Nothing is to be gone to."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: Mapping[str, str] = {}

    def open(self, labels: Mapping[str, str]) -> None:
        """Show the line and wait for letters.

        Args:
            labels: What may be typed; the name of what it stands for where that is shown in this
                line and nowhere else, else "".
        """
        self._labels = labels
        self.set_reactive(JumpLine.typed, "")
        self.add_class("-open")
        self.refresh()

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
        """Take a letter that leads on; no other one does anything."""
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

    def on_blur(self) -> None:
        """End where the keys go elsewhere, by the mouse."""
        if self.is_open:
            self.action_leave()

    def action_back(self) -> None:
        """Take a letter back."""
        self.typed = self.typed[:-1]

    def action_leave(self) -> None:
        """Go nowhere."""
        self.post_message(self.Ended())

    def render(self) -> Content:
        """Draw what is typed, and the panes with their letters."""
        parts: list[tuple[str, str]] = [("Go to ", "$dim"), (f"{self.typed}_", "")]
        for label, name in self._labels.items():
            if name and label.startswith(self.typed):
                parts += [("  ", ""), (label, "bold reverse $accent"), (f" {name}", "$dim")]
        return Content.assemble(*parts)
