"""The settings, each with its value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from reader.config import Config, Setting
from reader.config.writing import Value
from reader.ui.render.cells import fit, width_of
from reader.ui.render.rows import Piece
from reader.ui.widgets.row_list import RowList


class SettingList(RowList):
    """One line a setting: its name in the file, its value, which is bold where somebody set it."""

    BINDING_GROUP_TITLE = "Settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right,plus", "step(1)", "More, or the next one", show=False,
                id="settings.more"),
        Binding("h,left,minus", "step(-1)", "Less, or the one before", show=False,
                id="settings.less"),
        Binding("enter,space", "open", "Change it, or type a number", show=False,
                id="settings.change"),
        Binding("backspace,d", "default", "As it was at first", show=False,
                id="settings.default"),
    ]  # fmt: skip

    @dataclass
    class Stepped(Message):
        """Another value of the setting is wanted; 0: the first one."""

        setting: Setting
        by: int

    def __init__(
        self, settings: Sequence[Setting], config: Config, choices: Mapping[str, Sequence[str]]
    ) -> None:
        """Take the settings, their values, and what those may be that are names."""
        super().__init__()
        self._settings = settings
        self._choices = choices
        self.config = config
        self._names = max(width_of(setting.key) for setting in settings)
        self.styles.height = len(settings)

    def on_mount(self) -> None:
        """Know how many rows there are to scroll through."""
        self.reset()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._settings)

    @property
    def current(self) -> Setting:
        """The setting under the cursor."""
        return self._settings[self.cursor]

    def show(self, config: Config) -> None:
        """Show other values."""
        self.config = config
        self.refresh()

    def action_step(self, by: int) -> None:
        """Ask for more or less, for the other of two, or for the next of several."""
        self.post_message(self.Stepped(self.current, by))

    def action_default(self) -> None:
        """Ask for the value that nobody set."""
        self.post_message(self.Stepped(self.current, 0))

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Draw a setting."""
        setting = self._settings[index]
        value = getattr(self.config, setting.field)
        look = "read" if value == getattr(Config(), setting.field) else "unread"
        name = fit(f" {setting.key}", self._names + 3)
        shown = fit(told(value), width - width_of(name))
        return [[(name, "dim" if look == "read" else "read"), (shown, look)]]


def told(value: Value | None) -> str:
    """Return a value in words."""
    if value is None:
        return "as chosen last"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else f"{value:g}"


def stepped(setting: Setting, value: Value | None, by: int, choices: Sequence[str]) -> Value | None:
    """Return the value after (before) another one; at an end it stays.

    Args:
        setting: Whose value it is.
        value: The one it has.
        by: 1 or -1, or 0 for the one that nobody set.
        choices: The values of a setting that is a name, in order.
    """
    if by == 0:
        return None
    if isinstance(value, bool):
        return not value
    if choices:
        at = choices.index(value) if value in choices else -1 if by > 0 else 0
        return choices[(at + by) % len(choices)]
    assert not isinstance(value, str)  # noqa: S101 - a name has choices
    number = round((value or 0) + by * setting.step, 4)
    kept = max(setting.least, min(number, setting.most))
    return int(kept) if setting.kind == "whole number" else float(kept)
