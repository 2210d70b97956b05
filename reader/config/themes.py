"""Themes of the user's own: ``themes/NAME.toml`` in the config folder."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from reader.config.files import KeyPath, read_toml, wrong

SOURCES: Final = 8
"""How many colours sources have; further sources take them again from the first."""

COLOURS: Final[Mapping[str, str]] = {
    "foreground": "Text.",
    "background": "The ground of all panes.",
    "surface": "The ground of what opens over them.",
    "panel": "The ground of the last line and of lines to type in.",
    "cursor": "The ground of the row one is on.",
    "dim": "What matters less: times, feeds, titles that were read.",
    "line": "Lines between panes, and scroll bars.",
    "primary": "Headings and links.",
    "secondary": "Code.",
    "accent": "Signs: unread, bookmarked, where one is.",
    "success": "What went well.",
    "warning": "What is to be looked at.",
    "error": "What failed.",
}
"""What the table ``[colours]`` may set, and what each is for."""

_COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_EXPECTED: Final = 'must be a colour such as "#7cc4f0" or "#fff"'


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """What a theme's file sets."""

    name: str
    base: str | None
    """The theme that has what is not set."""
    dark: bool | None
    colours: Mapping[str, str]
    sources: tuple[str, ...]
    """One colour a source, or none."""


def theme_files(folder: Path) -> list[Path]:
    """Return the files of a folder that are themes, by name; none where there is no folder."""
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def load_theme(path: Path) -> ThemeFile:
    """Read a theme; its name is the file's.

    Raises:
        FileNotFoundError: It is gone.
        ConfigError: It cannot be read, is no TOML, or holds a key that is not known or a value
            that cannot be; the message names file, line and key.
    """
    document, text = read_toml(path)
    for key, problem in _problems(document):
        raise wrong(path, text, key, problem)
    return ThemeFile(
        path.stem,
        document.get("base"),
        document.get("dark"),
        document.get("colours", {}),
        tuple(document.get("sources", ())),
    )


def _problems(document: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    for key, value in document.items():
        if key == "colours" and isinstance(value, dict):
            yield from _colour_problems(value)
        elif key not in _CHECKS:
            yield (key,), f"is not known{_hint(key)}"
        elif problem := _CHECKS[key](value):
            yield (key,), problem


def _colour_problems(table: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    for key, value in table.items():
        if key not in COLOURS:
            yield ("colours", key), f"is not known{_hint(key)}"
        elif not _is_colour(value):
            yield ("colours", key), _EXPECTED


def _is_colour(value: Any) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def _sources_problem(value: Any) -> str | None:
    if isinstance(value, list) and len(value) == SOURCES and all(map(_is_colour, value)):
        return None
    return f'must be a list of {SOURCES} colours such as "#7cc4f0"'


def _hint(key: str) -> str:
    import difflib  # only for who mistyped

    close = difflib.get_close_matches(key, [*_CHECKS, *COLOURS], n=1)
    return f"; did you mean {close[0]}?" if close else ""


_CHECKS: Final = {
    "base": lambda value: None if isinstance(value, str) else "must be a theme's name",
    "dark": lambda value: None if isinstance(value, bool) else "must be true or false",
    "colours": lambda _: "must be a table",
    "sources": _sources_problem,
}
