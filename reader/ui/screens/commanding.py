"""Commands by name: run from the palette, or typed in the last line."""

import json
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.binding import Binding, BindingType
from textual.dom import DOMNode

from reader.ui.keystrokes import bindings_of, counted
from reader.ui.screens.going import GoingScreen

if TYPE_CHECKING:
    from reader.ui.screens.offers import Offer
    from reader.ui.widgets.command_line import CommandInput, CommandLine

_HISTORY: Final = "commands"
"""The name under which lines are kept from one session to the next."""
_MOST_KEPT: Final = 100


class CommandingScreen(GoingScreen):
    """The command line, and what runs a command by its id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("colon", "command", "Command line", show=False, id="reader.command"),
    ]

    _line: "CommandLine | None" = None
    _history: list[str] | None = None

    # --- Commands by id --------------------------------------------------------------

    def owner_of(self, command: str) -> tuple[DOMNode, Binding] | None:
        """Return what a command acts on from here, and its binding.

        That is the pane the keys go to, else the pane or screen that has it.
        """
        panes = [self.query_one(f"#{self.pane}"), self.entries, self.feeds]
        if self._is_built:
            panes += [self.article, self.sources]
        for node in (*panes, self, self.app):
            for binding in bindings_of([type(node)]):
                if binding.id == command:
                    return node, binding
        return None

    async def run_command(self, command: str, count: int | None = None) -> None:
        """Run a command by its id, as its key does."""
        owner = self.owner_of(command)
        if owner is None:
            return
        node, binding = owner
        if count is None:
            await self.app.run_action(binding.action, node)
        else:
            await self.app.run_action(counted(binding.action, node, count), node)

    def offers(self) -> "list[Offer]":
        """Return all that can be done from here."""
        from reader.ui.screens.offers import offers  # every screen, for its keys

        return offers(self, self.config.keymap)

    # --- The command line ------------------------------------------------------------

    @work(exit_on_error=False, group="command", exclusive=True)
    async def action_command(self) -> None:
        """Let a command be typed."""
        from reader.ui.screens.offers import fitting
        from reader.ui.widgets.command_line import CommandLine

        if self._history is None:
            self._history = _read_history(await self.library.state(_HISTORY))
        if self._line is None:
            self._line = CommandLine()
            await self.mount(self._line)
        known = self.offers()

        def complete(text: str) -> list[tuple[str, str]]:
            found = fitting(text, known)
            return [(one.words, _about(one)) for one in found]

        self._line.open(complete, self._history)
        self.set_focus(self._line.input, scroll_visible=False)

    def on_command_input_ended(self, event: "CommandInput.Ended") -> None:
        """Do nothing."""
        event.stop()
        if self._line is not None and self._line.is_open:
            self._end_line()

    def on_command_line_given(self, event: "CommandLine.Given") -> None:
        """Do what was typed, and keep it."""
        event.stop()
        self._end_line()
        if event.text:
            history = [line for line in self._history or () if line != event.text]
            self._history = [*history, event.text][-_MOST_KEPT:]
            self.library.keep_state(_HISTORY, json.dumps(self._history))
            self._do(event.text)

    def _end_line(self) -> None:
        if self._line is not None:
            self._line.close()
        self.go(self.pane)

    @work(exit_on_error=False, group="command", exclusive=True)
    async def _do(self, text: str) -> None:
        from reader.ui.screens.offers import meant, misunderstood

        if text.isdecimal():
            place = "article.end" if self.pane == "article" else "list.last"
            await self.run_command(place, max(1, int(text[:6])))
            return
        known = self.offers()
        offer = meant(text, known)
        if offer is None:
            self.status.tell(misunderstood(text, known))
            return
        result = offer.run()
        if isawaitable(result):
            await result


def _about(offer: "Offer") -> str:
    name = offer.name if offer.id else ""
    return " · ".join(filter(None, (name, offer.about, offer.keys)))


def _read_history(kept: str | None) -> list[str]:
    """Return the lines that were kept; none where they cannot be read."""
    try:
        lines = json.loads(kept or "[]")
    except ValueError:
        return []
    return [line for line in lines if isinstance(line, str)] if isinstance(lines, list) else []
