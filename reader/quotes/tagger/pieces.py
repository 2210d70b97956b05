"""Cuts words into the pieces of a vocabulary: WordPiece (Wu et al. 2016, arXiv:1609.08144)."""

import re
from typing import TYPE_CHECKING

_RUN = re.compile(r"\w+|[^\w]")
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_LONGEST = 40  # letters that are looked up at once
_MOST = 12  # pieces kept of a word
_INSIDE = "##"
UNKNOWN = "[UNK]"
SEPARATOR = "[SEP]"


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Alike = Callable[[str], Mapping[str, int]]
    """Gives pieces by their numbers: at least those that begin as what it is asked for does, and
    the piece of its first letter alone."""


class Pieces:
    """A vocabulary of pieces; those inside a word begin with "##"."""

    def __init__(self, alike: "Alike") -> None:
        """Take what gives the pieces, ``UNKNOWN`` and ``SEPARATOR`` among them.

        Raises:
            ValueError: It is no vocabulary of a BERT model.
        """
        self._alike = alike
        unknown, separator = (alike(piece).get(piece) for piece in (UNKNOWN, SEPARATOR))
        if unknown is None or separator is None:
            raise ValueError("no vocabulary of a BERT model")
        self._unknown, self._separator = unknown, separator

    def cut(self, word: str) -> list[int]:
        """Return the numbers of a word's pieces, the longest possible ones first.

        No word at all is a break between paragraphs.
        """
        if not word:
            return [self._separator]
        lower = word.lower().translate(_STRAIGHT)
        known = self._alike(lower).get(lower)
        if known is not None and lower.isalnum():
            return [known]
        if not lower.isascii():
            import unicodedata  # few English words need it

            decomposed = unicodedata.normalize("NFD", lower)
            lower = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
        found: list[int] = []
        for run in _RUN.findall(lower):
            found += self._run(run)
        return found[:_MOST] or [self._unknown]

    def _run(self, run: str) -> list[int]:
        found: list[int] = []
        at = 0
        while at < len(run):
            inside = _INSIDE if at else ""
            left = inside + run[at : at + _LONGEST]
            alike = self._alike(left)
            for stop in range(len(left), len(inside), -1):
                number = alike.get(left[:stop])
                if number is not None:
                    found.append(number)
                    at += stop - len(inside)
                    break
            else:
                return [self._unknown]
        return found
