"""Pairs quotation marks, also over paragraphs.

Only the outermost pair counts: a quotation inside a quotation is part of it. Marks are
paired within their paragraph, so an odd one costs that paragraph at most; an opening mark
that finds no partner holds to the end of its paragraph where the next paragraph opens again
(the printers' rule for a quotation of several paragraphs; Chicago Manual of Style 13.32).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Span


class Quoted(NamedTuple):
    """A run between quotation marks within one paragraph; the marks belong to it."""

    start: int
    end: int
    paragraph: int
    """Which of the paragraphs it stands in."""
    closed: bool = True
    """Whether its closing mark stands at its end."""
    continues: bool = False
    """Whether it goes on with a run that the paragraph before left open."""


# What opens, and what may close it. German and Nordic texts close with “ or ”, and open
# with » as well; straight marks open and close alike.
_CLOSERS = {
    '"': '"',
    "“": "”",
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "「": "」",
    "『": "』",
    "``": "''",
}
_ALWAYS_OPEN = frozenset("“„‟«「『") | {"``"}
_SINGLE = frozenset("‘‚'")
# What holds to the end of its paragraph even where the next one does not open again.
_HOLDS = frozenset("“«「")
_MARK = re.compile("``|''|[\"“”„‟«»‹›‘’‚'「」『』]")
# Words that begin with an apostrophe, lower case, without it.
_ELIDED = frozenset({"em", "til", "tis", "twas", "cause", "bout", "n", "round", "s"})


class _Open:
    """A mark that waits for its partner."""

    __slots__ = ("depth", "first_close", "mark", "start")

    def __init__(self, start: int, mark: str) -> None:
        self.start, self.mark = start, mark
        self.depth, self.first_close = 1, 0


def pair_marks(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """Return the runs of ``text`` between quotation marks, in order."""
    runs: list[Quoted] = []
    carried = False
    for index, (start, end) in enumerate(paragraphs):
        following = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else len(text)
        found, waiting = _Paragraph(text, start, end).pair(index)
        carries = waiting is not None and _carried_on(text, waiting.mark, following)
        if waiting is not None and (carries or waiting.mark in _HOLDS):
            found.append(Quoted(waiting.start, end, index, closed=False))
        if carried and found and found[0].start == start:
            found[0] = found[0]._replace(continues=True)
        carried = carries
        runs += found
    return runs


def _carried_on(text: str, mark: str, following: int) -> bool:
    """Whether the next paragraph opens with the mark that was left open, or with its repeat."""
    if mark in _SINGLE and mark != "‘":
        return False
    return text.startswith((mark, "»") if mark == "«" else mark, following)


class _Paragraph(NamedTuple):
    """The paragraph whose marks are being paired."""

    text: str
    start: int
    end: int

    def pair(self, index: int) -> tuple[list[Quoted], _Open | None]:
        """Return its closed runs, and the mark that is left without a partner."""
        runs: list[Quoted] = []
        waiting: _Open | None = None
        for found in _MARK.finditer(self.text, self.start, self.end):
            at, mark = found.start(), found.group()
            if waiting is None:
                waiting = _Open(at, mark) if self._opens(at, mark) else None
            elif self._closes(at, mark, waiting):
                runs.append(Quoted(waiting.start, found.end(), index))
                waiting = None
            else:
                waiting = self._inside(at, mark, waiting)
        if waiting is not None and waiting.first_close:
            runs.append(Quoted(waiting.start, waiting.first_close, index))
            waiting = None
        return runs, waiting

    def _inside(self, at: int, mark: str, waiting: _Open) -> _Open:
        """Return what waits after a mark that did not end the run: deeper, or begun anew."""
        if mark in _CLOSERS[waiting.mark] and waiting.depth > 1:
            waiting.first_close = waiting.first_close or at + len(mark)
            waiting.depth -= 1
        elif waiting.mark in _SINGLE and self._opens(at, mark) and not self._nested(at, mark):
            # The single mark before was an apostrophe.
            return _Open(at, mark)
        elif mark == waiting.mark and mark in _ALWAYS_OPEN and self._before_word(at, mark):
            waiting.depth += 1
        return waiting

    def _nested(self, at: int, mark: str) -> bool:
        """Whether what opens at ``at`` ends right where single marks end: ‘He said: “Come.”’."""
        closing = (self.text.find(each, at + 1, self.end) for each in _CLOSERS[mark])
        after = min((found for found in closing if found > 0), default=self.end) + 1
        while after < self.end and self.text[after] in ".,!?…":
            after += 1
        return (
            self.text[after : after + 1] == "’" and not self.text[after + 1 : after + 2].isalnum()
        )

    def _before_word(self, at: int, mark: str) -> bool:
        after = at + len(mark)
        return after < self.end and not self.text[after].isspace()

    def _after_word(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.start else " "
        return before.isalnum() or before in ".,!?…%"

    def _opens(self, at: int, mark: str) -> bool:
        """Whether the mark opens a run, when none is open."""
        if mark in _ALWAYS_OPEN:
            return True
        if mark not in _CLOSERS or self._after_word(at) or not self._before_word(at, mark):
            return False
        after = self.text[at + 1]
        if mark == "'":
            return after.isalpha() and self._word(at + 1) not in _ELIDED
        return mark not in _SINGLE or after.isalnum() or after in "[(…."

    def _word(self, at: int) -> str:
        """Return the lower-case word at ``at``, as far as it matters to tell elided ones."""
        last = at
        while last < min(self.end, at + 6) and self.text[last].isalnum():
            last += 1
        return self.text[at:last].lower()

    def _closes(self, at: int, mark: str, waiting: _Open) -> bool:
        """Whether the mark closes the run that waits."""
        if mark not in _CLOSERS[waiting.mark] or waiting.depth > 1:
            return False
        if waiting.mark in _SINGLE:
            # Not inside a word, and not the plural's apostrophe ("the workers’ rights").
            inside = at + 1 < self.end and self.text[at + 1].isalnum()
            return not inside and at > waiting.start + 1 and not self._plural(at)
        return mark != '"' or at > waiting.start + 1

    def _plural(self, at: int) -> bool:
        """Whether the mark reads as the apostrophe of a plural that a word follows."""
        if self.text[at - 1] not in "sS" or at + 2 >= self.end:
            return False
        later = self.text.find(self.text[at], at + 1, min(self.end, at + 400))
        goes_on = self.text[at + 1] == " " and self.text[at + 2].islower()
        return goes_on and later > 0 and not self.text[later - 1].isspace()
