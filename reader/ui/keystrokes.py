"""Between key presses and bindings: counts (``5j``) and keys of several presses (``g g``).

A binding of several presses is written with spaces, ``Binding("g g,home", ...)``. No key event has
such a name, so Textual keeps it like any other and never runs it by itself; what is pressed is put
together here.
"""

import inspect
import re
from collections.abc import Callable, Collection, Iterable
from typing import Final, NamedTuple

from textual import actions
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import REPLACED_KEYS, _character_to_key, key_to_character

_MOST_DIGITS: Final = 6
_COMMAND: Final = re.compile(r"\{([a-z]+\.[a-z-]+)\}")


class Command(NamedTuple):
    """What was typed to its end."""

    keys: str
    """As a binding names it: "g g"."""
    times: int | None = None
    """The count before it."""


class Wrong(NamedTuple):
    """What was typed that no binding begins with."""

    keys: str


class Keystrokes:
    """The presses so far that are no command yet."""

    def __init__(self) -> None:
        self._digits = ""
        self._keys: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._digits or self._keys)

    @property
    def keys(self) -> str:
        """The beginning of a sequence, "" where there is none."""
        return " ".join(self._keys)

    @property
    def shown(self) -> str:
        """What was typed so far, for people."""
        return self._digits + shown(self.keys)

    def clear(self) -> None:
        """Forget what was typed."""
        self._digits = ""
        self._keys.clear()

    def take(self, key: str, bound: Collection[str]) -> Command | Wrong | None:
        """Take one more press.

        Args:
            key: Textual's name of the key.
            bound: The keys of all bindings that are active where one is.

        Returns:
            A command that is complete, what is no command, or None where more is to come. A key
            that nothing is bound to is given back as a command, for who else wants it.
        """
        if not self._keys and self._is_digit(key) and key not in bound:
            self._digits = (self._digits + key)[:_MOST_DIGITS]
            return None
        self._keys.append(key)
        typed = self.keys
        if any(name.startswith(f"{typed} ") for name in bound):
            return None
        if len(self._keys) > 1 and typed not in bound:
            self.clear()
            return Wrong(typed)
        return self._command(typed)

    def expire(self, bound: Collection[str]) -> Command | None:
        """End the waiting: what is a command by itself, though the beginning of another, is run."""
        typed = self.keys
        if typed in bound:
            return self._command(typed)
        self.clear()
        return None

    def _is_digit(self, key: str) -> bool:
        return len(key) == 1 and key in "0123456789" and (key != "0" or bool(self._digits))

    def _command(self, typed: str) -> Command:
        count = int(self._digits) if self._digits else None
        self.clear()
        return Command(typed, count)


def counted(action: str, node: DOMNode, count: int) -> tuple[str, str, tuple[object, ...]]:
    """Return a binding's action with a count.

    A number in the action is multiplied: 5 times ``move(1)`` is ``move(5)``. A method with a
    parameter ``count`` is given it: ``10G``. To anything else a count means nothing.
    """
    place, name, values = actions.parse(action)
    if len(values) == 1 and type(values[0]) is int:
        return place, name, (values[0] * count,)
    method = getattr(node, f"action_{name}", None)
    if not values and method is not None and "count" in inspect.signature(method).parameters:
        return place, name, (count,)
    return place, name, values


def keys_of(owners: Iterable[type]) -> dict[str, str]:
    """Return the keys of all bindings of these classes and those they build on, by id."""
    return {one.id or "": one.key for one in bindings_of(owners)}


def bindings_of(owners: Iterable[type]) -> list[Binding]:
    """Return all bindings with an id of these classes and those they build on."""
    bases = [base for owner in owners for base in owner.__mro__]
    bindings = [one for base in bases for one in base.__dict__.get("BINDINGS", ())]
    return [one for one in bindings if isinstance(one, Binding) and one.id]


def normal(keys: str) -> str:
    """Return the keys of a setting as Textual names them: "?,g g" gives "question_mark,g g"."""
    return ",".join(" ".join(map(_name, one.split())) for one in keys.split(","))


def written(keys: str) -> str:
    """Return one key or sequence as it is written in the settings: "?", "g g", "comma"."""
    parts = (_written(key) for key in keys.split())
    return " ".join("comma" if part == "," else part for part in parts)


def shown(keys: str) -> str:
    """Return one key or sequence as short as can be: "?", "gg", "esc"."""
    parts = [_written(key).replace("escape", "esc") for key in keys.split()]
    return ("" if all(len(part) == 1 for part in parts) else " ").join(parts)


def in_force(text: str, key: Callable[[str], str]) -> str:
    """Put keys in the place of commands in one of our own texts: "{desk.undo} undoes"."""
    return _COMMAND.sub(lambda found: key(found[1]), text)


def following(typed: str, described: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return which keys go on from what was typed, and what they do."""
    begun = f"{typed} "
    going = ((keys[len(begun) :], what) for keys, what in described if keys.startswith(begun))
    return tuple((shown(keys), what) for keys, what in going)


def _name(key: str) -> str:
    head, last = (key[:-1], key[-1]) if key.endswith("+") else _parted(key)
    return head + (_character_to_key(last) if len(last) == 1 else last)


def _parted(key: str) -> tuple[str, str]:
    """Return the modifiers of a key, with the sign behind them, and what they modify."""
    head, plus, last = key.rpartition("+")
    return head + plus, last


def _written(key: str) -> str:
    head, last = _parted(key)
    character = key_to_character(REPLACED_KEYS.get(last, last)) or ""
    if not character.isprintable() or character.isspace():
        character = ""
    return head + (character or last)
