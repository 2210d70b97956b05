"""The pieces of a vocabulary by their numbers, read as they are looked for."""

from collections.abc import Mapping
from itertools import accumulate, count

_LETTERS = 2  # of a word that tell its group


class Vocabulary:
    """A vocabulary that is written by groups: pieces of one beginning stand together.

    To number all of them takes longer than the rest of the weights, and an article needs few.
    """

    def __init__(self, listed: str) -> None:
        """Take the pieces, a line each, in the order of their numbers; empty lines part groups."""
        groups = listed.split("\n\n")
        firsts = accumulate((group.count("\n") + 1 for group in groups), initial=0)
        self._groups = {
            beginning(group): (first, group) for first, group in zip(firsts, groups, strict=False)
        }
        self._read: dict[str, dict[str, int]] = {}

    def alike(self, piece: str) -> Mapping[str, int]:
        """Return the pieces that begin as a piece does, and its first letter, by their numbers."""
        begins = beginning(piece)
        if begins in self._read:
            return self._read[begins]
        letter = self.alike(begins[0]) if len(begins) == _LETTERS else {}
        if begins not in self._groups:
            return letter
        first, listed = self._groups[begins]
        found = {**letter, **dict(zip(listed.split("\n"), count(first), strict=False))}
        self._read[begins] = found
        return found


def beginning(piece: str) -> str:
    """Return what pieces of a group begin with: two letters, or one that goes on with a word."""
    return piece[:3] if piece.startswith("##") else piece[:_LETTERS]


def grouped(pieces: list[str]) -> list[list[str]]:
    """Return pieces by groups, as they are to be written."""
    groups: dict[str, list[str]] = {}
    for piece in pieces:
        groups.setdefault(beginning(piece), []).append(piece)
    return [*groups.values()]
