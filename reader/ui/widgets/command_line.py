"""The last line while a command is typed, and above it what that can come to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from reader.ui.render.cells import crop, fit, width_of

Complete = Callable[[str], Sequence[tuple[str, str]]]
"""Gives what a text can be completed to, each with a word on it."""

_MOST_SHOWN = 6


class CommandInput(Input):
    """Where the command is typed."""

    BINDING_GROUP_TITLE = "Command line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Do it", show=False, id="command.run"),
        Binding("tab", "complete(1)", "Complete, or the next that fits", show=False,
                id="command.complete"),
        Binding("shift+tab", "complete(-1)", "The one that fits before", show=False,
                id="command.complete-back"),
        Binding("up", "recall(1)", "What was typed before", show=False, id="command.older"),
        Binding("down", "recall(-1)", "What was typed after that", show=False, id="command.newer"),
        Binding("escape", "leave", "Do nothing", show=False, id="command.end"),
    ]  # fmt: skip

    @dataclass
    class Completed(Message):
        """Another of what fits is wanted."""

        by: int

    @dataclass
    class Recalled(Message):
        """An older line is wanted, or for -1 a newer one."""

        by: int

    @dataclass
    class Ended(Message):
        """Nothing is to be done."""

    def action_complete(self, by: int) -> None:
        """Ask for another of what fits."""
        self.post_message(self.Completed(by))

    def action_recall(self, by: int) -> None:
        """Ask for an older or newer line."""
        self.post_message(self.Recalled(by))

    def action_leave(self) -> None:
        """End without doing anything."""
        self.post_message(self.Ended())

    def on_blur(self) -> None:
        """End where the keys went elsewhere, by the mouse; a line that is closed already knows."""
        self.action_leave()

    def action_delete_left(self) -> None:
        """Delete a sign; where there is none, end."""
        if self.value:
            super().action_delete_left()
        else:
            self.action_leave()


class CommandLine(Vertical):
    """Seen while it is open, over the last line: nothing else moves for it."""

    DEFAULT_CSS = """
    CommandLine {
        layer: command;
        dock: bottom;
        height: auto;
        display: none;
    }
    CommandLine.-open { display: block; }
    CommandLine > Static { height: auto; padding: 0 1; }
    CommandLine > Horizontal { height: 1; padding: 0 1; }
    CommandLine Horizontal > Static { width: auto; }
    CommandLine Input { width: 1fr; }
    """

    @dataclass
    class Given(Message):
        """A line was typed to its end."""

        text: str

    def __init__(self) -> None:
        super().__init__()
        self.input = CommandInput(compact=True, select_on_focus=False)
        self.input.cursor_blink = False
        self._fits = Static("", markup=False)
        self._complete: Complete = lambda _: ()
        self._history: list[str] = []
        self._recalled = 0
        """How many lines back the one is that is shown; 0 is the one that is typed."""
        self._typed = ""
        self._found: Sequence[tuple[str, str]] = ()
        self._at: int | None = None
        """Which of what fits was put into the line."""

    def compose(self) -> ComposeResult:
        """Lay out what fits above the line."""
        yield self._fits
        with Horizontal():
            yield Static(":", markup=False)
            yield self.input

    def open(self, complete: Complete, history: Sequence[str]) -> None:
        """Show an empty line.

        Args:
            complete: What completes it.
            history: What was typed before, the oldest first.
        """
        self._complete, self._history, self._recalled = complete, list(history), 0
        self.input.value = ""
        self._set_typed("")
        self.add_class("-open")

    def close(self) -> None:
        """Show the line no more."""
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Whether a command is waited for."""
        return self.has_class("-open")

    # --- What is typed ---------------------------------------------------------------

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        shown = None if self._at is None else self._found[self._at][0]
        if event.value not in (self._typed, shown):
            self._recalled = 0
            self._set_typed(event.value)

    def _set_typed(self, text: str) -> None:
        self._typed, self._at = text, None
        self._found = self._complete(text)
        self._draw()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Given(event.value.strip()))

    def on_command_input_completed(self, event: CommandInput.Completed) -> None:
        """Put the next of what fits into the line, after the last what was typed itself."""
        if not self._found:
            return
        places = [None, *range(len(self._found))]
        self._at = places[(places.index(self._at) + event.by) % len(places)]
        self._put(self._typed if self._at is None else self._found[self._at][0])
        self._draw()

    def on_command_input_recalled(self, event: CommandInput.Recalled) -> None:
        """Put an older or newer line in place of this one."""
        back = max(0, min(self._recalled + event.by, len(self._history)))
        if back != self._recalled:
            self._recalled = back
            text = self._history[-back] if back else ""
            self._set_typed(text)
            self._put(text)

    def _put(self, text: str) -> None:
        self.input.value = text
        self.input.cursor_position = len(text)

    # --- Drawing ---------------------------------------------------------------------

    def _draw(self) -> None:
        """Draw what fits: a few lines, the one that was chosen among them."""
        most = max(1, min(_MOST_SHOWN, self.screen.size.height - 4))
        at = self._at or 0
        first = max(0, min(at - most // 2, len(self._found) - most))
        width = max(1, self.screen.size.width - 2)
        self._fits.display = bool(self._found)
        shown = enumerate(self._found[first : first + most], first)
        lines = [self._line(number, *one, width) for number, one in shown]
        self._fits.update(Content("\n").join(lines))

    def _line(self, number: int, words: str, about: str, width: int) -> Content:
        left = f"{'▌' if number == self._at else ' '}{crop(words, width - 1)}"
        room = width - width_of(left) - 2
        right = crop(about, room) if room > 0 else ""
        look = "bold" if number == self._at else ""
        return Content.assemble((fit(left, width - width_of(right)), look), (right, "$dim"))
