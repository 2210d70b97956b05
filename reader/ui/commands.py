"""What the command palette offers: every action, view and feed."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from reader.ui.screens.desk import DeskScreen
from reader.ui.screens.help import DESK, key_table

Command = tuple[str, str, IgnoreReturnCallbackType]
"""Name, help, what it does."""


class ReaderCommands(Provider):
    """Actions with their keys, then views and feeds. Names from outside are shown literally."""

    def _commands(self) -> Iterator[Command]:
        screen = self.screen
        if not isinstance(screen, DeskScreen):
            return
        actions = {
            binding.id: binding.action
            for owner in DESK
            for binding in owner.BINDINGS
            if not isinstance(binding, tuple)
        }
        for key in key_table(type(self.app), screen.config.keymap)["Anywhere"]:
            if key.id in actions:
                yield (
                    key.what,
                    f"key {key.shown}",
                    partial(screen.run_action, actions[key.id]),
                )
        for index in range(screen.feeds.count):
            item = screen.feeds.item(index)
            if item.view is not None:
                yield (
                    f"Show {item.label}",
                    f"{item.view.kind} in the list",
                    partial(screen.change_view, item.view),
                )

    async def discover(self) -> Hits:
        """Offer everything while nothing is typed."""
        for name, about, run in self._commands():
            yield DiscoveryHit(Content(name), run, text=name, help=about)

    async def search(self, query: str) -> Hits:
        """Offer what fits the words typed."""
        matcher = self.matcher(query)
        for name, about, run in self._commands():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, Content(name), run, text=name, help=about)
