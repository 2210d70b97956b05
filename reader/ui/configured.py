"""An app whose settings and themes are files that it follows."""

import asyncio
from typing import TYPE_CHECKING

from textual import constants, events, on, work
from textual.app import App
from textual.theme import BUILTIN_THEMES

from reader.config import Config
from reader.errors import ConfigError, ReaderError, SettingError
from reader.paths import Paths
from reader.ui.keyboard import KeyboardApp
from reader.ui.library import Library
from reader.ui.themes import NIGHT, THEMES

if TYPE_CHECKING:
    from reader.config.writing import Value
    from reader.ui.theme_folder import Changes, ThemeFolder

_LOOK = 1.0
"""Seconds between two looks at the files of themes."""


class ConfiguredApp(KeyboardApp):
    """Has the settings in force, changes them, and reads themes again when they are saved."""

    def __init__(self, library: Library, config: Config, paths: Paths | None) -> None:
        """Take the store, the settings, and the folders of the files; none: it follows no file."""
        super().__init__()
        self.library = library
        self.config = config
        self.paths = paths
        self._themes: ThemeFolder | None = None
        self._theme_errors: dict[str, ConfigError] = {}
        """What is wrong with files of themes, by the theme's name."""
        self._still_or_not()

    # --- Settings --------------------------------------------------------------------

    def use_config(self, config: Config) -> None:
        """Let other settings be in force from now on."""
        before, self.config = self.config, config
        self._still_or_not()
        if config.theme and config.theme != before.theme:
            self.theme = config.theme

    def _still_or_not(self) -> None:
        still = self.config.reduced_motion
        self.animation_level = "none" if still else constants.TEXTUAL_ANIMATIONS

    @on(events.DescendantFocus)
    def _still(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink where nothing is to move."""
        if self.config.reduced_motion and hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def action_settings(self) -> None:
        """Show the settings, to change them."""
        from reader.ui.presets import PRESETS
        from reader.ui.screens.settings import SettingsScreen

        choices = {
            "theme": sorted(self.available_themes),
            "keys": sorted({Config().keys, *PRESETS}),
        }
        self.push_screen(SettingsScreen(self.config, choices, self._keep_setting))

    async def _keep_setting(self, key: str, value: "Value | None") -> Config:
        """Write a setting, and let it be in force."""
        from reader.config.writing import write_setting

        if self.paths is None:
            raise ConfigError("This reader has no file of settings")
        self.use_config(await asyncio.to_thread(write_setting, self.paths.config_file, key, value))
        return self.config

    # --- The desktop -----------------------------------------------------------------

    @work(exit_on_error=False, group="notify")
    async def tell_desktop(self, title: str, text: str) -> None:
        """Show a notification on the desktop, as the setting says; without one nothing."""
        how = self.config.notify
        if how is None or self._driver is None:
            return
        from reader.notify import notify

        if isinstance(how, str):
            notify(how, title, text, self._driver.write)
            return
        try:
            await asyncio.to_thread(notify, how, title, text, self._driver.write)
        except ReaderError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)

    # --- Themes ----------------------------------------------------------------------

    def use_themes(self) -> None:
        """Know all themes there are, and have the one that is wanted.

        Raises ConfigError where a setting wants one that is not there, or whose file is wrong.
        """
        for theme in THEMES:
            self.register_theme(theme)
        if self.paths and self.paths.themes.is_dir():
            self._take_themes(self._look_at_themes())
        self.theme = self._theme_wanted()

    def follow_themes(self) -> None:
        """Remember from now on which theme is chosen, and see when a file is saved."""
        self.watch(self, "theme", self._remember_theme, init=False)
        self._tell_theme_errors()
        self.set_interval(_LOOK, self._renew_themes)

    def _theme_wanted(self) -> str:
        """Return the theme of the configuration, else the one chosen last, else our own."""
        name = self.config.theme or self.library.theme() or NIGHT.name
        if self.config.theme in self._theme_errors:
            raise self._theme_errors[self.config.theme]
        if name in self.available_themes:
            return name
        if self.config.theme:
            themes = ", ".join(sorted(self.available_themes))
            raise SettingError("theme", f"there is no theme {name}: {themes}")
        return NIGHT.name

    def _remember_theme(self, name: str) -> None:
        self.library.keep_state("theme", name)

    def _look_at_themes(self) -> "Changes":
        from reader.ui.theme_folder import Changes, ThemeFolder

        if self.paths is None:
            return Changes([], [], {})
        if self._themes is None:
            self._themes = ThemeFolder(self.paths.themes, self.available_themes)
        return self._themes.look()

    async def _renew_themes(self) -> None:
        """Take over what was saved in the themes' folder."""
        if changes := await asyncio.to_thread(self._look_at_themes):
            self._take_themes(changes)
            self._tell_theme_errors()
            if self.theme in {*changes.gone, *(theme.name for theme in changes.themes)}:
                self.theme = self.theme if self.theme in self.available_themes else NIGHT.name
                self.mutate_reactive(App.theme)  # the same name, another look

    def _take_themes(self, changes: "Changes") -> None:
        shipped = {theme.name: theme for theme in (*BUILTIN_THEMES.values(), *THEMES)}
        self._theme_errors = dict(changes.errors)
        for theme in changes.themes:
            self.register_theme(theme)
        for name in changes.gone:
            self.unregister_theme(name)
            if name in shipped:
                self.register_theme(shipped[name])

    def _tell_theme_errors(self) -> None:
        for error in self._theme_errors.values():
            self.notify(str(error), severity="error", timeout=10, markup=False)
