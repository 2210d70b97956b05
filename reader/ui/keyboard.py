"""An app whose keys act at once and in order, with counts and sequences."""

import asyncio
from abc import abstractmethod
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from textual import events
from textual.app import App
from textual.binding import Keymap
from textual.dom import DOMNode
from textual.screen import Screen
from textual.timer import Timer

from reader.ui.keystrokes import Command, Keystrokes, Wrong, bindings_of, counted, following, shown

_PATIENCE = 1.0
"""Seconds that the rest of a sequence may take to come."""
_LONGEST_HOLD = 1.0
"""Seconds that keys wait for where an earlier one leads: a view, an article, a dialog."""
_LOOK = 0.001
"""Seconds between two looks at whether it is there."""


class KeyboardApp(App[None]):
    """Takes key presses before Textual does, but where text is typed.

    On Textual's way each goes up from widget to widget, and what moves the focus may overtake it.
    Here what they mean is done as they come. While one leads to another place, those after it
    wait: they were meant for there.
    """

    def __init__(self) -> None:
        super().__init__()
        self._strokes = Keystrokes()
        self._patience: Timer | None = None
        self._starts: frozenset[str] = frozenset()
        """Keys that sequences of the keymap begin with."""
        self._held: deque[events.Key] = deque()
        self._climbing = False
        self._arrived: Screen[Any] | None = None
        """The screen that the keys came to last: its focus is where it belongs."""

    # What the reader has of its own. Textual's metaclass allows no abstract classes.

    @abstractmethod
    def is_leading(self) -> bool:
        """Return whether something is under way that leads the keys to another place."""

    @abstractmethod
    def show_keys(self, pending: str, going: Sequence[tuple[str, str]]) -> None:
        """Show what was typed so far, and which keys go on from there."""

    @abstractmethod
    def tell_wrong(self, keys: str) -> None:
        """Tell that nothing has these keys."""

    def set_keymap(self, keymap: Keymap) -> None:
        """Put other keys in the place of the bindings' own, by id."""
        super().set_keymap(keymap)
        self._starts = _starts(keymap.values())

    # --- Order -----------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Do what a key means, or keep it for the place that an earlier one leads to."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._held:
            self._held.append(event)
        elif self._is_between():
            self._held.append(event)
            self.run_worker(self._release(), group="keys", exit_on_error=False)
        else:
            await self._press(event)

    def _is_between(self) -> bool:
        """Return whether the place that the keys are meant for is still to come."""
        if self._climbing or (self.is_leading() and not self._is_typing):
            return True
        screen = self.screen
        if screen is self._arrived:
            return False
        if screen.is_mounted and (screen.focused is not None or not screen.focus_chain):
            self._arrived = screen
        return screen is not self._arrived

    @property
    def _is_typing(self) -> bool:
        """Whether letters are text where one is."""
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    def _climb(self, node: DOMNode | None, rounds: int) -> None:
        """Follow the messages that a key caused, from the widget up to the app.

        Each widget handles its messages in order: what is asked of it now comes after them.

        Args:
            node: The widget to go on from.
            rounds: How often: where text is typed the key itself goes up first, and what it does
                comes after it.
        """
        if node is None or rounds == 0:
            self._climbing = False
        elif node is self:
            again = self.focused if rounds > 1 else self
            self._climbing = self.call_later(self._climb, again, rounds - 1)
        else:
            above = self if isinstance(node, Screen) else node.parent
            self._climbing = node.call_later(self._climb, above, rounds)

    async def _release(self) -> None:
        """Press the keys that were held, each once those before it led where they lead."""
        try:
            while self._held:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_LONGEST_HOLD):
                        # What it waits for is told by many: no event stands for it.
                        while self._is_between():  # noqa: ASYNC110
                            await asyncio.sleep(_LOOK)
                self._climbing, self._arrived = False, self.screen
                await self._press(self._held[0])
                self._held.popleft()
        finally:
            self._held.clear()

    async def _press(self, event: events.Key) -> None:
        at = self.focused or self.screen
        taken = await self._take(event.key)
        if not taken:
            await super().on_event(event)
        self._climb(at, 1 if taken else 2)

    # --- Counts and sequences --------------------------------------------------------

    async def _take(self, key: str) -> bool:
        """Take a key press; return False where Textual is to have it."""
        if self._is_typing or (not self._strokes and key == "escape" and self.screen.maximized):
            self._strokes.clear()
            return False
        if self._strokes and key == "escape":
            self._strokes.clear()
            self._show()
            return True
        taken = self._strokes.take(key, self.active_bindings if self._is_more(key) else ())
        self._show()
        if isinstance(taken, Command):
            return await self._run(taken)
        if isinstance(taken, Wrong):
            self.tell_wrong(shown(taken.keys))
        return True

    def _is_more(self, key: str) -> bool:
        """Return whether a key can be less than a command: only then are all keys looked at.

        With a keymap Textual takes three milliseconds to make a table of them.
        """
        owners = self.focused.ancestors_with_self if self.focused else (self.screen, self)
        return (
            bool(self._strokes)
            or key.isdecimal()
            or key in self._starts
            or any(key in _starts_of(type(owner)) for owner in owners)
        )

    async def _run(self, command: Command) -> bool:
        if command.keys == "escape":
            self.screen.clear_selection()
        if command.times is None:
            return await self._check_bindings(command.keys)
        active = self.active_bindings.get(command.keys)
        if active is None or not active.enabled:
            return False
        action = counted(active.binding.action, active.node, command.times)
        return await self.run_action(action, active.node)

    async def _expire(self) -> None:
        """Wait no longer for the rest of a sequence."""
        command = self._strokes.expire(self.active_bindings)
        self._show()
        if command is not None:
            await self._run(command)

    def _show(self) -> None:
        """Show what was typed so far, and wait a while for the rest of a sequence."""
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        keys = self._strokes.keys
        going: Sequence[tuple[str, str]] = ()
        if keys:
            active = self.active_bindings.items()
            going = following(keys, ((key, one.binding.description) for key, one in active))
            self._patience = self.set_timer(_PATIENCE, self._expire)
        self.show_keys(self._strokes.shown, going)


def _starts(bindings: Iterable[str]) -> frozenset[str]:
    """Return the keys that sequences among the keys of bindings begin with."""
    keys = (key.split() for binding in bindings for key in binding.split(","))
    return frozenset(parts[0] for parts in keys if len(parts) > 1)


@cache
def _starts_of(owner: type) -> frozenset[str]:
    return _starts(binding.key for binding in bindings_of([owner]))
