"""What the network reads: a text as rows, one for each token and one for each paragraph break."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from reader.quotes.listed import Listed
from reader.quotes.marks import Quoted
from reader.quotes.prose import Prose

BREAK = ""
"""The word of a row that stands between paragraphs."""

# Where a token stands to quotation marks. What belongs to a run that is left open, or goes on
# with one, counts ``_UNCLOSED`` more.
_INSIDE, _OPENING, _CLOSING, _UNCLOSED = 1, 2, 3, 3
QUOTED_STATES = 7

_SHAPES = {
    ",": 8, ".": 9, ":": 10, ";": 11, "?": 12, "!": 13, "-": 14, "–": 14, "—": 14,
    "(": 15, ")": 16, "[": 15, "]": 16,
}  # fmt: skip
_QUOTATION_MARKS = frozenset("\"“”‘’'«»„`")
SHAPES = 19
SUFFIXES = 1024


class Rows(Listed):
    """The rows of a text, in order; a break stands before each paragraph and after the last."""

    words: list[str]
    """Each distinct word once, as it is written; the first is ``BREAK``."""
    word: list[int]
    """Of each row: which of ``words``."""
    quoted: list[int]
    """Of each row: where it stands to quotation marks."""
    starts: list[int]
    ends: list[int]
    """Of each row: its span in the text, in code points; a break's is empty."""
    breaks: list[int]
    """The rows that are breaks."""
    run: list[int]
    """Of each row: which quoted run it belongs to, or -1."""


def rows_of(prose: Prose) -> Rows:
    """Return the rows of a text."""
    seen = {BREAK: 0}
    numbers = [seen.setdefault(word, len(seen)) for word in prose.words]
    word: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: list[int] = []
    parts = pairwise([*prose.heads, len(prose.words)])
    for (start, _), (first, last) in zip(prose.paragraphs, parts, strict=True):
        breaks.append(len(word))
        word.append(0)
        word += numbers[first:last]
        starts.append(start)
        starts += prose.starts[first:last]
        ends.append(start)
        ends += prose.ends[first:last]
    breaks.append(len(word))
    word.append(0)
    starts.append(len(prose.text))
    ends.append(len(prose.text))
    quoted, run = _quoted(starts, ends, word, prose.runs)
    return Rows(list(seen), word, quoted, starts, ends, breaks, run)


def _quoted(
    starts: list[int], ends: list[int], word: list[int], runs: Sequence[Quoted]
) -> tuple[list[int], list[int]]:
    quoted = [0] * len(word)
    within = [-1] * len(word)
    for index, run in enumerate(runs):
        first = bisect_left(starts, run.start)
        while first < len(word) and not word[first]:
            first += 1
        last = bisect_left(starts, run.end, first)
        unclosed = _UNCLOSED if run.continues or not run.closed else 0
        size = last - first
        if size <= 0:
            continue
        quoted[first:last] = [_INSIDE + unclosed] * size
        within[first:last] = [index] * size
        if run.closed and ends[last - 1] == run.end:
            quoted[last - 1] = _CLOSING + unclosed
        if starts[first] == run.start:
            quoted[first] = _OPENING + unclosed
    return quoted, within


def shape(word: str) -> int:
    """Return a number below ``SHAPES`` for how a word or mark is written; 0 for a break."""
    if not word:
        return 0
    if not word[0].isalnum():
        return _SHAPES.get(word, 17 if word in _QUOTATION_MARKS else 18)
    if any(letter.isdigit() for letter in word):
        return 1 if word.isdigit() else 2
    return _case(word)


def _case(word: str) -> int:
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    return 6 if word[0].isupper() else 7


def suffix(word: str) -> int:
    """Return a number below ``SUFFIXES`` for a word's last three letters; 0 for marks."""
    if not word or not word[0].isalnum():
        return 0
    hashed = 0
    for letter in word.lower().replace("’", "'")[-3:]:
        hashed = (hashed * 31 + ord(letter)) & 0xFFFF
    return 1 + hashed % (SUFFIXES - 1)
