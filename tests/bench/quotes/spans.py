"""Spans of a text: cut into segments, matched, weighed, and told from what is in quotation marks.

A segment is one unbroken run of content inside one paragraph, without the marks, blanks and stops
at its ends. People and systems are cut the same way, so it costs nothing whether a quotation that
its cue breaks is told as one or as two.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from tests.bench.quotes.data import Span

WORD = re.compile(r"\w+")
DOUBLE_MARK = re.compile("``|''|[“„«\"”»‘]")
LONG_OPENING = ("“", "„", "«", "``")
CLOSING = ("”", "»", '"', "''")
SINGLE_CLOSING = re.compile(r"’(?!\w)")
GOES_ON = ('"', "“", "''")
"""How a paragraph begins that goes on with what the last one left open."""


def quoted(text: str) -> bytearray:
    """Return a byte a character: 1 where it stands in quotation marks, marks included.

    Marks pair inside a line. One left open holds to the end of its line; a straight one only
    where the next paragraph goes on with a mark. Typographic single marks count where they are
    not inside double ones; apostrophes do not.
    """
    inside = bytearray(len(text))
    start = 0
    lines = text.split("\n")
    for line, goes_on in zip(lines, _goes_on(lines), strict=True):
        for first, last in _quoted_in(line, goes_on=goes_on):
            inside[start + first : start + last] = b"\1" * (last - first)
        start += len(line) + 1
    return inside


def _goes_on(lines: Sequence[str]) -> list[bool]:
    """Tell of each line whether the next one that is not blank begins with a mark."""
    answers, following = [], False
    for line in reversed(lines):
        answers.append(following)
        if line.strip():
            following = line.lstrip().startswith(GOES_ON)
    return answers[::-1]


def _quoted_in(line: str, *, goes_on: bool) -> Iterator[Span]:
    position, singles = 0, True
    while mark := DOUBLE_MARK.search(line, position):
        position = mark.end()
        if mark[0] == "‘":
            closing = _single_closing(line, mark.start()) if singles else None
            singles = singles and closing != -1
            if closing and closing > 0:
                yield mark.start(), closing
                position = closing
        elif mark[0] in LONG_OPENING or mark[0] in ('"', "''"):
            closing = _closing(line, position)
            if closing is None:
                if goes_on or mark[0] in LONG_OPENING:
                    yield mark.start(), len(line)
                return
            yield mark.start(), closing
            position = closing


def _closing(line: str, position: int) -> int | None:
    """Return the end of the mark that closes what was opened before ``position``."""
    for mark in DOUBLE_MARK.finditer(line, position):
        if mark[0] in CLOSING:
            return mark.end()
    return None


def _single_closing(line: str, opening: int) -> int | None:
    """Return the end of a single-quoted run; None: no opening mark; -1: none closes any more."""
    if (
        line[max(opening - 1, 0) : opening].isalnum()
        or not line[opening + 1 : opening + 2].isalnum()
    ):
        return None
    closing = SINGLE_CLOSING.search(line, opening + 2)
    return closing.end() if closing else -1


def kind_of(text: str, pieces: Iterable[Span], inside: bytes | bytearray) -> str:
    """Return direct, mixed or indirect: whether all, some or no letters are in marks."""
    marks = {inside[i] for start, end in pieces for i in range(start, end) if text[i].isalnum()}
    if marks == {1}:
        return "direct"
    return "mixed" if len(marks) == 2 else "indirect"


def segments(text: str, pieces: Iterable[Span]) -> list[Span]:
    """Cut pieces of content into segments; pieces with only punctuation between are one."""
    joined: list[Span] = []
    for start, end in (each for piece in sorted(pieces) for each in _lines_of(text, piece)):
        last = joined[-1] if joined else None
        if last and start >= last[1] and not re.search(r"[\w\n]", text[last[1] : start]):
            joined[-1] = (last[0], end)
        else:
            joined.append((start, end))
    return joined


def _lines_of(text: str, piece: Span) -> Iterator[Span]:
    start, stop = piece
    while start <= stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        bare = stripped(text, (start, end))
        if bare[0] < bare[1]:
            yield bare
        start = end + 1


def stripped(text: str, span: Span) -> Span:
    """Return the span without what is no letter or digit at its ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def words(text: str, pieces: Iterable[Span]) -> frozenset[int]:
    """Return where the words of the pieces start."""
    return frozenset(
        word.start() for start, end in pieces for word in WORD.finditer(text, start, end)
    )


def overlap(one: Span, other: Span) -> float:
    """Return the share of two spans that they have in common (IoU), 0 to 1."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def match(gold: Sequence[Span], found: Sequence[Span], least: float) -> list[tuple[int, int]]:
    """Pair spans one to one, those with most in common first.

    Args:
        gold: Spans to be found.
        found: Spans that were.
        least: What a pair must have in common, over 0 and up to 1.

    Returns:
        Pairs of indexes into ``gold`` and ``found``.
    """
    pairs, taken_gold, taken_found = [], set(), set()
    for _, i, j in sorted(_candidates(gold, found, least)):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs


def _candidates(
    gold: Sequence[Span], found: Sequence[Span], least: float
) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs that have enough in common; near linear, for texts of any size."""
    order = sorted(range(len(found)), key=lambda j: found[j])
    starts = [found[j][0] for j in order]
    for i, (start, end) in enumerate(gold):
        # What has enough in common with a span is no longer than the span over ``least``.
        first = bisect_left(starts, end - (end - start) / least - 1)
        for j in order[first : bisect_left(starts, end)]:
            common = overlap((start, end), found[j])
            if common >= least:
                yield -common, i, j


class Places:
    """Spans of a text, asked again and again which of them a span touches."""

    def __init__(self, places: Iterable[Span]) -> None:
        self._spans = sorted(places)
        self._starts = [start for start, _ in self._spans]
        self._ends = list(accumulate((end for _, end in self._spans), max))

    def touching(self, span: Span) -> list[Span]:
        """Return those with a character in common, in order."""
        first = bisect_right(self._ends, span[0])
        last = bisect_left(self._starts, span[1])
        return [each for each in self._spans[first:last] if overlap(each, span) > 0]
