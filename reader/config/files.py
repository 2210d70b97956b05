"""TOML files of the user's: what they hold, and where in them something stands."""

import json
import re
from pathlib import Path
from typing import Any

from reader.errors import ConfigError

KeyPath = tuple[str | int, ...]
"""Where a value stands: names of tables and keys, and numbers of tables in a list."""

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """Return what a file holds, and its text.

    Raises:
        FileNotFoundError: There is none.
        ConfigError: It cannot be read or is no TOML; the message names file and line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"{path} cannot be read: {reason}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}, line {line}: this is not UTF-8") from None
    import tomllib  # 4 ms, which a start without the file is spared

    try:
        return tomllib.loads(text), text
    except ValueError as error:  # more than TOMLDecodeError: a number may have too many digits
        raise ConfigError(_not_toml(path, text, str(error))) from None


def wrong(path: Path, text: str, key: KeyPath, problem: str) -> ConfigError:
    """Return the error for a key with what is wrong with it, as the rest of a sentence."""
    return ConfigError(f"{path}, line {line_of(key, text)}: {dotted(key)} {problem}")


def dotted(path: KeyPath) -> str:
    """Write a key as TOML does; quoted, and its odd characters escaped, where it has any."""
    names = (name for name in path if isinstance(name, str))  # the line tells which table
    return ".".join(name if _BARE.fullmatch(name) else json.dumps(name) for name in names)


def line_of(path: KeyPath, text: str) -> int:
    """Return the line that sets a key, counted from 1.

    tomllib tells no places. But the first lines of a document that read as TOML by
    themselves end with a whole statement, so the first of them that hold the key end with
    the statement that sets it.
    """
    import tomllib

    lines = text.split("\n")
    start = 1
    for end in range(1, len(lines)):
        try:
            found: Any = tomllib.loads("\n".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
        for name in path:
            found = _within(found, name)
        if found is not None:
            break
        start = end + 1
    return start


def _within(value: Any, name: str | int) -> Any:
    """Return what a table has by a name, or a list at a number; None where there is nothing."""
    if isinstance(name, int):
        return value[name] if isinstance(value, list) and name < len(value) else None
    return value.get(name) if isinstance(value, dict) else None


def _not_toml(path: Path, text: str, error: str) -> str:
    """Tell what tomllib found wrong, with the place in front."""
    place = _PLACE.search(error)
    line = place[1] if place and place[1] else text.rstrip().count("\n") + 1
    reason = _PLACE.sub("", error)
    return f"{path}, line {line}: this is not TOML: {reason[:1].lower()}{reason[1:]}"
