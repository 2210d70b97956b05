"""Which keys are in force: a preset, the user's own on top, and what then has none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.keys import REPLACED_KEYS, Keys, key_to_character

from reader.errors import SettingError
from reader.ui.keystrokes import normal, written
from reader.ui.screens.help import Key

Table = Mapping[str, Sequence[Key]]
"""Every command by the place where its keys work."""

_MODIFIERS = frozenset(["alt", "ctrl", "shift", "super", "hyper", "meta"])
_NAMES = frozenset(key.value for key in Keys)
_EVERYWHERE = "Anywhere"
_PANES = ("Lists", "Feeds", "Reading pane", "Sources panel")
"""Where a key of its own keeps the one that works anywhere from coming through."""


class Keymap(NamedTuple):
    """The keys of commands by id, and what there is to tell of them."""

    keys: dict[str, str]
    told: list[str]


def put_on_top(table: Table, own: Mapping[str, str]) -> Keymap:
    """Put the user's keys on top of those of a table.

    A key that another command of the same place had is that one's no more; that is told, and so is
    a key that another place keeps from coming through.

    Args:
        table: The keys without the user's own.
        own: The user's keys by id.

    Raises:
        SettingError: They name no command or no key, or give one key to two commands.
    """
    known = {key.id: place for place, keys in table.items() for key in keys}
    for name, keys in own.items():
        _check(name, keys, known)
    given = {name: _parted(keys) for name, keys in own.items()}
    _check_apart(given, known)
    kept: dict[str, str] = {}
    told: list[str] = []
    for place, commands in table.items():
        taken = {one: name for name in given if known[name] == place for one in given[name]}
        for command in commands:
            if command.id in given:
                kept[command.id] = ",".join(given[command.id])
                continue
            before = [normal(one) for one in command.keys]
            left = [one for one in before if one not in taken]
            if left != before:
                kept[command.id] = ",".join(left)
                rest = "which keeps its others" if left else "which has no key now"
                told += [
                    f"keymap.{taken[one]}: {written(one)} was the key of {command.id}, {rest}"
                    for one in before
                    if one in taken
                ]
    told += _hidden(table, given, known)
    return Keymap(kept, told)


def _parted(keys: str) -> list[str]:
    return [key for key in normal(keys).split(",") if key]


def _check(name: str, keys: str, known: Mapping[str, str]) -> None:
    if name not in known:
        raise SettingError(f"keymap.{name}", f"[keymap] names no binding of the reader: {name}")
    for one in _parted(keys):
        for key in one.split():
            *modifiers, last = key.split("+")
            if not _MODIFIERS.issuperset(modifiers) or not _is_key(last):
                raise SettingError(f"keymap.{name}", f"keymap.{name}: there is no key {key}")


def _is_key(name: str) -> bool:
    return (
        name in _NAMES
        or key_to_character(REPLACED_KEYS.get(name, name)) is not None
        or len(name) == 1
    )


def _check_apart(given: Mapping[str, Sequence[str]], known: Mapping[str, str]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for name, keys in given.items():
        for key in dict.fromkeys(keys):
            other = seen.setdefault((known[name], key), name)
            if other != name:
                what = f"keymap.{name}: {written(key)} is the key of {other} already"
                raise SettingError(f"keymap.{name}", what)


def _hidden(
    table: Table, given: Mapping[str, Sequence[str]], known: Mapping[str, str]
) -> Iterator[str]:
    """Yield which keys of commands that work anywhere do not come through somewhere."""
    for place in _PANES:
        taken = {
            one: key.id
            for key in table.get(place, ())
            for one in given.get(key.id, [normal(one) for one in key.keys])
        }
        for name, keys in given.items():
            if known[name] == _EVERYWHERE:
                for key in keys:
                    if key in taken:
                        where = place[0].lower() + place[1:]
                        what = f"{written(key)} does not reach it in the {where}"
                        yield f"keymap.{name}: {what}, where it is {taken[key]}"
