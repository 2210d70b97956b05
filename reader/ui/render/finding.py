"""Words looked for in a text: upper and lower case, accents and kinds of quotation marks alike."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from reader.model import Span
from reader.tokens import goes_on
from reader.ui.render.lines import Line, Run

_MOST = 10_000
"""Matches after which looking ends."""
_ALIKE = str.maketrans("‘’‚‛′“”„‟″«»‹›‐‑‒–—―−\n\t", "'''''\"\"\"\"\"\"\"''-------  ")


class Folded(NamedTuple):
    """A text made ready for looking into."""

    text: str
    starts: Sequence[int]
    """For each code point of the text as it was, where it stands in this one; and the end."""


def folded(text: str) -> Folded:
    """Return ``text`` in lower case, without accents, its marks and spaces as on a keyboard.

    Case folding and compatibility decomposition of Unicode (3.13, UAX #15); of what that leaves,
    combining marks of a class of their own go, so that letters that are vowels stay.
    """
    if text.isascii():
        return Folded(text.lower().translate(_ALIKE), range(len(text) + 1))
    pieces = [_fold(letter) for letter in text]
    whole = "".join(pieces)
    if len(whole) == len(text) and all(pieces):
        return Folded(whole, range(len(text) + 1))
    return Folded(whole, list(accumulate(map(len, pieces), initial=0)))


@lru_cache(4096)
def _fold(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter.translate(_ALIKE)).casefold()
    return "".join(mark for mark in apart if not unicodedata.combining(mark))


def find(text: Folded, words: str) -> list[Span]:
    """Return where ``words`` stand, in code points of the text as it was; none overlap."""
    wanted = folded(words).text
    found: list[Span] = []
    at = text.text.find(wanted) if wanted.strip() else -1
    while at >= 0 and len(found) < _MOST:
        end = at + len(wanted)
        found.append((_first(text.starts, at), _past(text.starts, end)))
        at = text.text.find(wanted, end)
    return found


def find_words(text: Folded, sought: Iterable[tuple[str, bool]]) -> list[Span]:
    """Return where whole words and phrases stand, in order; none overlap.

    Args:
        text: What is looked into.
        sought: Each phrase, and whether it may end within a word.
    """
    spans: list[Span] = []
    for phrase, begins in sought:
        for start, end in find(text, phrase.strip()):
            low, high = text.starts[start], text.starts[end]
            if not _goes_on(text.text, low) and (begins or not _goes_on(text.text, high)):
                spans.append((start, end))
    found: list[Span] = []
    for span in sorted(spans):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found


def _goes_on(text: str, at: int) -> bool:
    return 0 < at < len(text) and goes_on(text[at - 1], text[at])


def _first(starts: Sequence[int], at: int) -> int:
    """Return which code point of the text as it was begins at ``at`` of the folded one."""
    return bisect_right(starts, at) - 1  # behind marks that folding took


def _past(starts: Sequence[int], end: int) -> int:
    """Return where what ends at ``end`` of the folded text ends, its last marks included."""
    index = bisect_right(starts, end) - 1
    return index if starts[index] == end else index + 1


def marks(line: Line, found: Sequence[Span], current: int | None) -> Iterator[Run]:
    """Yield the stretches of a line that show what was found, in order of ``found``."""
    for shown, start, length in line.places:
        index = max(0, bisect_left(found, (start, start)) - 1)
        while index < len(found) and found[index][0] < start + length:
            low, high = max(found[index][0], start), min(found[index][1], start + length)
            if low < high:
                look = "found-current" if index == current else "found"
                yield Run(low - start + shown, high - start + shown, look)
            index += 1
