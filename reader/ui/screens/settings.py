"""The settings that most people want, changed here and written into the file."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.config import SETTINGS, Config, Setting, problem_of
from reader.config.writing import Value
from reader.errors import ReaderError
from reader.paths import styles
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.setting_list import SettingList, stepped

Keep = Callable[[str, Value | None], Awaitable[Config]]
"""Writes a setting, or takes it out of the file, and gives what is in force from then on."""

_HINT = "h l change · enter types · backspace as at first · esc closes"


class SettingsScreen(ModalScreen[None]):
    """Shows every setting but single keys; what is changed is in force and in the file at once."""

    CSS_PATH = styles() / "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - Textual's own
    BINDING_GROUP_TITLE = "Settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,comma", "back", "Close, or type no number", show=False,
                id="settings.close"),
    ]  # fmt: skip

    def __init__(self, config: Config, choices: Mapping[str, Sequence[str]], keep: Keep) -> None:
        """Take the settings in force, the values of those that are names, and what keeps one."""
        super().__init__()
        self._choices, self._keep = choices, keep
        shown = [setting for setting in SETTINGS if setting.kind not in ("keys", "notice")]
        self._list = SettingList(shown, config, choices)
        self._told = Static(classes="dialog-told -told", markup=False)
        self._number = Input(id="number", select_on_focus=False)
        self._one = asyncio.Lock()
        """Held while a setting is written: the next step begins where it ended."""

    def compose(self) -> ComposeResult:
        """Lay out the list, what the setting under the cursor does, and a line for a number."""
        with Vertical(classes="dialog"):
            yield Static("Settings", classes="dialog-title", markup=False)
            yield self._list
            yield self._told
            yield self._number
            yield Static(_HINT, classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """Begin at the first setting."""
        self._number.display = False
        self._list.focus()
        self._tell()

    @on(RowList.Highlighted)
    def _tell(self) -> None:
        self.remove_class("-refused")
        setting = self._list.current
        about = setting.about.replace("`", "")
        bounded = setting.kind in ("number", "whole number")
        self._told.update(f"{about} {setting.least:g} to {setting.most:g}." if bounded else about)

    def _refuse(self, why: str) -> None:
        self.add_class("-refused")
        self._told.update(why)

    # --- Changing --------------------------------------------------------------------

    @on(SettingList.Stepped)
    def _step(self, event: SettingList.Stepped) -> None:
        setting, by = event.setting, event.by
        choices = self._choices.get(setting.key, ())

        def make(config: Config) -> Value | None:
            value = getattr(config, setting.field)  # of a theme, None: the one chosen last
            return stepped(setting, self.app.theme if value is None else value, by, choices)

        self._change(setting, make)

    @work(exit_on_error=False, group="change")
    async def _change(self, setting: Setting, make: Callable[[Config], Value | None]) -> None:
        async with self._one:
            try:
                value = make(self._list.config)
                if value != getattr(self._list.config, setting.field):
                    self._list.show(await self._keep(setting.key, value))
                self._tell()
            except ReaderError as error:
                self._refuse(str(error))

    @on(RowList.Opened)
    def _opened(self) -> None:
        """Type a number, or step on."""
        setting = self._list.current
        if setting.kind not in ("number", "whole number"):
            self._list.action_step(1)
            return
        self._number.value = f"{getattr(self._list.config, setting.field):g}"
        self._number.cursor_position = len(self._number.value)
        self._number.display = True
        self._number.focus()

    @on(Input.Submitted, "#number")
    def _typed(self, event: Input.Submitted) -> None:
        setting = self._list.current
        value = _number(event.value, whole=setting.kind == "whole number")
        if problem := problem_of(setting, value):
            self._refuse(f"{setting.key} {problem}")
            return
        self._close_number()
        self._change(setting, lambda _: value)

    def _close_number(self) -> None:
        self._number.display = False
        self._list.focus()

    def action_back(self) -> None:
        """Leave the line for a number, or close."""
        if self._number.display:
            self._close_number()
            self._tell()
        else:
            self.dismiss(None)


def _number(text: str, *, whole: bool) -> int | float | None:
    try:
        return int(text) if whole else float(text)
    except ValueError:
        return None
