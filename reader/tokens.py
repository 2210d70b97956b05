"""The words of a text as search sees them: without case and accents.

Some languages (Chinese, Japanese, Korean, Thai...) write few spaces or none: a run of their signs
becomes its overlapping pieces of three, the last ones shorter. Any part of the run is then a phrase
of pieces, or the beginning of one.
"""

import re
from typing import Final, NamedTuple

# Compiled when first needed (``re`` keeps them): the reader starts without.
_WORD: Final = r"[^\W_]+"
_ACCENTS: Final = "[\u0300-\u036f]"
_UNSPACED: Final = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f]+"
)
_PIECE: Final = 3


class Phrase(NamedTuple):
    """Words that stand together."""

    words: tuple[str, ...]
    begins: bool
    """Whether the last one may be only the beginning of a word."""


def spaced(text: str) -> str:
    """Return a text in lower case and without accents, with a space between all its words.

    Signs that are part of no word may still stand in it.
    """
    return text.lower() if text.isascii() else re.sub(_UNSPACED, _in_pieces, _plain(text))


def _plain(text: str) -> str:
    from unicodedata import normalize

    return normalize("NFC", re.sub(_ACCENTS, "", normalize("NFKD", text)).casefold())


def _in_pieces(run: re.Match[str]) -> str:
    signs = run[0]
    return f" {' '.join(signs[at : at + _PIECE] for at in range(len(signs)))} "


def goes_on(before: str, after: str) -> bool:
    """Tell whether two signs that stand side by side are of one word, as far as that is told."""
    if not (before.isalnum() and after.isalnum()):
        return False
    return not re.match(_UNSPACED, before) and not re.match(_UNSPACED, after)


def words(text: str) -> list[str]:
    """Return the words of a text, in order."""
    return re.findall(_WORD, spaced(text))


def phrase(text: str, *, begins: bool = False) -> Phrase:
    """Return the words that a text must hold to hold this one.

    Args:
        text: What is sought.
        begins: Whether its last word may be only the beginning of one.
    """
    sought = words(text)
    plain = _plain(text).rstrip()
    signs = re.findall(_UNSPACED, plain)
    if not signs or not plain.endswith(signs[-1]):
        return Phrase(tuple(sought), begins)
    # The run may go on in the text: its last two pieces, which end with it, may be longer there.
    left_out = min(_PIECE, len(signs[-1])) - 1
    whole = len(signs[-1]) >= _PIECE
    return Phrase(tuple(sought[: len(sought) - left_out]), begins or not whole)


def holds(text: str, sought: Phrase) -> bool:
    """Tell whether a text holds words that stand together; no words are nowhere."""
    if not sought.words:
        return False
    end = "" if sought.begins else " "
    return f" {' '.join(sought.words)}{end}" in f" {' '.join(words(text))} "
