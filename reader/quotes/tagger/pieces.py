"""Cuts words into the pieces of a vocabulary: WordPiece (Wu et al. 2016, arXiv:1609.08144)."""

import re
import unicodedata

_RUN = re.compile(r"\w+|[^\w]")
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_LONGEST = 40  # letters that are looked up at once
_MOST = 12  # pieces kept of a word
UNKNOWN = "[UNK]"
SEPARATOR = "[SEP]"


class Pieces:
    """A vocabulary of pieces; those inside a word begin with "##"."""

    def __init__(self, vocabulary: list[str]) -> None:
        """Take the pieces in the order of their numbers."""
        self._numbers = dict(zip(vocabulary, range(len(vocabulary)), strict=True))
        self._unknown = self._numbers[UNKNOWN]
        self._separator = self._numbers[SEPARATOR]

    def cut(self, word: str) -> list[int]:
        """Return the numbers of a word's pieces, the longest possible ones first.

        No word at all is a break between paragraphs.
        """
        if not word:
            return [self._separator]
        lower = word.lower().translate(_STRAIGHT)
        known = self._numbers.get(lower)
        if known is not None and lower.isalnum():
            return [known]
        if not lower.isascii():
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
            for stop in range(min(len(run), at + _LONGEST), at, -1):
                number = self._numbers.get(("##" if at else "") + run[at:stop])
                if number is not None:
                    found.append(number)
                    at = stop
                    break
            else:
                return [self._unknown]
        return found
