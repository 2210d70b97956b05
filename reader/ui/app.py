"""The app: themes, keys, and the one screen below all others. No news logic."""

import asyncio
import os
import signal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import Any, ClassVar

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.content import Content
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerError

from reader.config import Config
from reader.errors import SettingError
from reader.model import View
from reader.paths import Paths, styles
from reader.text import clean_line
from reader.ui.colourless import Colourless
from reader.ui.configured import ConfiguredApp
from reader.ui.keystrokes import normal
from reader.ui.library import Library
from reader.ui.screens.desk import DeskScreen
from reader.ui.themes import variable_defaults

_PATIENCE = 6.0
"""Seconds that leaving waits for a change: a little more than for another program's lock."""

_NO_KEY = "no-key"
"""What no key press is called."""


def _commands() -> type[Provider]:
    """Return what the palette offers, once it is opened."""
    from reader.ui.commands import ReaderCommands

    return ReaderCommands


class ReaderApp(ConfiguredApp):
    """The reader."""

    TITLE = "newsreader"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        styles() / name for name in ("app.tcss", "reading.tcss")
    ]
    COMMANDS = App.COMMANDS | {_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", show=False, id="app.help"),
        Binding("ctrl+p", "command_palette", "Command palette", show=False, id="app.palette"),
        Binding("comma", "settings", "Settings", show=False, id="app.settings"),
        Binding("q", "quit", "Quit", show=False, id="app.quit"),
    ]

    def __init__(
        self,
        library: Library,
        config: Config,
        *,
        view: View | None = None,
        paths: Paths | None = None,
    ) -> None:
        """Take the store, the settings, what to show, and where the user's own themes are."""
        no_color = os.environ.pop("NO_COLOR", None)  # Textual would leave greys
        super().__init__(library, config, paths)
        if no_color is not None:
            os.environ["NO_COLOR"] = no_color  # the browser is to see it, too
        self.no_color = bool(no_color)  # no-color.org: an empty one asks for nothing
        self._told: list[str] = []
        """What there is to tell of the keys once the reader is seen."""
        self.config = config = replace(config, keymap=self._keys_in_force(config))
        self._view = view
        self.use_themes()

    def use_config(self, config: Config) -> None:
        """Let other settings be in force from now on."""
        super().use_config(replace(config, keymap=self._keys_in_force(config)))
        self._use_keys()
        if self._desk is not None:
            self._desk.use_config(self.config)
            self._desk.watch_pane()  # its hints name keys

    def _use_keys(self) -> None:
        # Textual leaves a binding as it is where the keymap gives it nothing.
        self.set_keymap({name: keys or _NO_KEY for name, keys in self.config.keymap.items()})
        if self._told:
            told, self._told = "\n".join(self._told), []
            self.notify(told, title="Keys", severity="warning", timeout=15, markup=False)

    def _keys_in_force(self, config: Config) -> dict[str, str]:
        """Return the keys in force, by id, but those that are the bindings' own."""
        keymap = self._preset(config.keys)
        if config.keymap:
            from reader.ui.screens.help import key_table
            from reader.ui.screens.keymap import put_on_top  # every screen

            own, self._told = put_on_top(key_table(ReaderApp, keymap), config.keymap)
            keymap |= own
        return {name: normal(keys) for name, keys in keymap.items()}

    def _preset(self, name: str) -> dict[str, str]:
        if name == Config().keys:
            return {}
        from reader.ui.presets import PRESETS

        if name not in PRESETS:
            names = ", ".join(PRESETS)
            raise SettingError("keys", f"there are no keys named {name}: {names}")
        return dict(PRESETS[name])

    def get_default_screen(self) -> DeskScreen:
        """Return the screen below all others."""
        return DeskScreen(self.library, self.config, view=self._view)

    def on_mount(self) -> None:
        """Put the user's keys in place; from now on a theme that is chosen is remembered."""
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, partial(self.call_later, self.action_quit))
        self._use_keys()
        self.follow_themes()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the reader's own colours, for themes that do not set them."""
        return variable_defaults(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Take every colour away under NO_COLOR."""
        return [Colourless()] if self.no_color else super().get_line_filters()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer themes; what else Textual offers by itself the reader has keys for."""
        del screen
        yield SystemCommand("Theme", "Choose another theme; it is remembered", self.search_themes)

    @on(DeskScreen.NewsCame)
    def _tell_news(self, event: DeskScreen.NewsCame) -> None:
        self.tell_desktop(event.name, event.text)

    def action_help(self) -> None:
        """Show the keys, those of the pane one is in first."""
        from reader.ui.screens.help import HelpScreen, key_table

        screen = self.screen
        places: list[str] = []
        if isinstance(screen, DeskScreen):
            bases = type(screen.query_one(f"#{screen.pane}")).__mro__
            titles = (base.__dict__.get("BINDING_GROUP_TITLE") for base in bases)
            places = [title for title in titles if title]  # a feed is a row of a list, too
        self.push_screen(HelpScreen(key_table(ReaderApp, self.config.keymap), places))

    # --- Keys ------------------------------------------------------------------------

    @property
    def _desk(self) -> DeskScreen | None:
        below = self.screen_stack[0] if self.screen_stack else None
        return below if isinstance(below, DeskScreen) else None

    @on(events.AppFocus)
    def _focus_anew(self) -> None:
        """Let the keys go somewhere where a browser took the focus before any pane had it."""
        if self._desk is not None and self._desk.is_current and self._desk.focused is None:
            self._desk.go(self._desk.pane)

    def is_leading(self) -> bool:
        """Return whether the screen is on its way to a view, an article or a dialog."""
        return self._desk is not None and self._desk.is_current and self._desk.is_leading

    def show_keys(self, pending: str, going: Sequence[tuple[str, str]]) -> None:
        """Show in the last line what was typed so far, and which keys go on from there."""
        if self._desk is not None:
            self._desk.status.pending, self._desk.status.going = pending, tuple(going)

    def tell_wrong(self, keys: str) -> None:
        """Tell in the last line that nothing has these keys."""
        if self._desk is not None:
            self._desk.status.tell(f"{keys} is no key of anything here")

    def _handle_exception(self, error: Exception) -> None:
        """Leave with one line where nobody caught an error: no traceback reaches a user."""
        if self.is_headless or os.environ.get("NEWSREADER_DEBUG") == "1":
            super()._handle_exception(error)
        else:
            what = clean_line(f"{type(error).__name__}: {error}")
            self.exit(return_code=1, message=Content(f"newsreader: unexpected {what}"))

    async def action_quit(self) -> None:
        """Leave; the place in the article is kept, and changes under way are waited for."""
        asking = len(self.screen_stack) > 1
        changes = [w for w in self.workers if w.group == "change" and not w.is_finished]
        if changes and not asking:
            with suppress(TimeoutError, WorkerError):
                async with asyncio.timeout(_PATIENCE):
                    await self.workers.wait_for_complete(changes)
        if isinstance(screen := self.screen_stack[0], DeskScreen):
            screen.keep_place()
        self.exit()
