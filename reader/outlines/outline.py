"""A subscription in a file, and what of a file is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_PARTS: Final = " / "
MOST: Final = 50_000
"""Subscriptions of one file that are read."""
LONGEST: Final = 500
"""Code points of a title or the name of a folder."""
DEEPEST: Final = 8
"""Folders inside each other; those further in are left out."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed."""

    title: str
    """Its address, where the file names none."""
    url: str
    link: str | None = None
    """The page that belongs to it."""
    folder: tuple[str, ...] = ()
    """The folders it lies in, the outermost first."""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a file lists and nobody can subscribe to."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a file lists, in its order."""

    feeds: tuple[Outline, ...]
    left_out: tuple[LeftOut, ...] = ()


def folder_name(levels: Sequence[str]) -> str | None:
    """Return folders inside each other as one name; None for none."""
    # A name that holds what parts the levels would be read as two.
    return _PARTS.join(level.replace(_PARTS, "/") for level in levels[:DEEPEST]) or None


def folder_levels(name: str | None) -> tuple[str, ...]:
    """Return the folders that a name stands for, the outermost first."""
    return tuple(name.split(_PARTS)) if name else ()
