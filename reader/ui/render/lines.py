"""The lines of a page, every one knowing its place in the article's text."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of a line with one meaning: a cue, a link, the words of source 2."""

    start: int
    end: int
    role: str
    """What it is: the name of a component class of the article view."""
    quotation: int | None = None
    """Index of the quotation it belongs to."""
    url: str | None = None


class Line(NamedTuple):
    """One line of the page, in code points of its own text."""

    text: str
    runs: tuple[Run, ...] = ()
    role: str = ""
    """The look of the whole line: "title", "dim", "heading", "code"..."""
    block: int | None = None
    """Which block of the article it shows, None for what stands around the article."""
    places: tuple[tuple[int, int, int], ...] = ()
    """Pieces of the article's text on this line: start on the line, start in the text, length."""
    goes_on: bool = False
    """Whether it goes on with what the line above had no room for."""


class Page(NamedTuple):
    """An article laid out."""

    lines: tuple[Line, ...]
    starts: tuple[tuple[int, int], ...]
    """(offset in the text, line): where each piece of text begins, by its offset."""

    def line_of(self, offset: int) -> int:
        """Return the line on which ``offset`` of the article's text stands."""
        at = bisect_right(self.starts, (offset, len(self.lines))) - 1
        return self.starts[at][1] if at >= 0 else 0

    def offset_of(self, line: int) -> int:
        """Return the offset of the first text at or after ``line``; the last one's at the end."""
        for number in range(line, len(self.lines)):
            if self.lines[number].places:
                return self.lines[number].places[0][1]
        return self.starts[-1][0] if self.starts else 0


def page_of(lines: Iterable[Line]) -> Page:
    """Return the page that lines make."""
    kept = tuple(lines)
    places = ((start, n) for n, line in enumerate(kept) for _, start, _ in line.places)
    return Page(kept, tuple(sorted(places)))
