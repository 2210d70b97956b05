"""The text of one block as it grows: white space folded as a browser does, spans counted."""

import re
from typing import Final

from reader.model import Inline, InlineKind
from reader.text import clean

_FOLDED: Final = re.compile("[ \t\n\f]+")
_UNSEEN: Final = re.compile("[\u00ad\u200b]")
"""Where a word may be broken: a browser shows nothing, and a search trips over it."""


class Run:
    """Text with its inlines, from the start of a block to its end."""

    def __init__(self) -> None:
        self._open: dict[InlineKind, tuple[str | None, int | None]] = {}
        """The inlines that are open: where each leads, and where it starts if it has text."""
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._last = ""
        self._space = False
        self._preformatted = False
        self._inlines: list[Inline] = []

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return self._length == 0

    @property
    def at_line_start(self) -> bool:
        """Whether a line break was the last thing that came."""
        return self._last == "\n"

    def add(self, text: str, *, folded: bool = True) -> None:
        """Add text from outside, its white space folded unless it is preformatted."""
        text = _UNSEEN.sub("", clean(text))
        if not folded:
            self._preformatted = True
            self._append(text)
            return
        words = _FOLDED.sub(" ", text)
        self._space = self._space or words.startswith(" ")
        if stripped := words.strip(" "):
            if self._space and self._length and self._last != "\n":
                self._append(" ", counted=False)
            self._space = words.endswith(" ")
            self._append(stripped)

    def line_break(self) -> None:
        """End the line, where there is one."""
        if self._length:
            self._append("\n", counted=False)
        self._space = False

    def open(self, kind: InlineKind, url: str | None = None) -> None:
        """Begin an inline with the next text that comes."""
        self._open[kind] = (url, None)

    def close(self, kind: InlineKind) -> None:
        """End an inline; one without text leaves nothing."""
        url, start = self._open.pop(kind, (None, None))
        if start is not None:
            self._inlines.append(Inline(start, self._length, kind, url))

    def finish(self) -> tuple[str, tuple[Inline, ...]]:
        """Return the text without white space at its ends, and its inlines; begin anew.

        Inlines that are still open go on in the next text.
        """
        going_on = {kind: url for kind, (url, _) in self._open.items()}
        for kind in going_on:
            self.close(kind)
        whole = "".join(self._pieces)
        # Preformatted text keeps its first indentation.
        text = whole.rstrip().lstrip("\n" if self._preformatted else None)
        skipped = len(whole.rstrip()) - len(text)
        moved = (
            Inline(
                max(one.start - skipped, 0), min(one.end - skipped, len(text)), one.kind, one.url
            )
            for one in self._inlines
        )
        inlines = sorted(
            (one for one in moved if one.start < one.end),
            key=lambda one: (one.start, -one.end, one.kind),
        )
        self._begin()
        for kind, url in going_on.items():
            self.open(kind, url)
        return text, tuple(inlines)

    def _append(self, text: str, *, counted: bool = True) -> None:
        """Append text as it is; inlines that wait for their first text begin, if counted."""
        if not text:
            return
        if counted:
            for kind, (url, start) in self._open.items():
                if start is None:
                    self._open[kind] = (url, self._length)
        self._pieces.append(text)
        self._length += len(text)
        self._last = text[-1]
