"""A choice of yes or no, told by a sign: a tick is seen without colour too."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Tick(Widget, can_focus=True):
    """One line: ticked or not, and what that means."""

    BINDING_GROUP_TITLE = "Save a search"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "Tick, or not", show=False, id="tick.turn"),
    ]
    DEFAULT_CSS = """
    Tick { height: 1; }
    Tick:focus { text-style: reverse; }
    """

    ticked: reactive[bool] = reactive(False)

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label

    def render(self) -> Content:
        """Draw the line."""
        return Content(f"[{'x' if self.ticked else ' '}] {self._label}")

    def action_turn(self) -> None:
        """Tick, or not."""
        self.ticked = not self.ticked

    def on_click(self) -> None:
        """Tick, or not."""
        self.action_turn()
