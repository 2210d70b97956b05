"""HTML as events, whatever its state: what lxml's own tree loses past 2,048 levels stays."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final, Protocol, cast

from lxml import etree

from reader.article.elements import SELF_ENDING, VOID
from reader.text import clean

_TAG: Final = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,60})[^>]*>?")
_GIANT_TAG: Final = re.compile(r"<([A-Za-z][A-Za-z0-9]*)[^<>]{65536,}>")
_MANY: Final = 2000
_DEEP: Final = 400


class Handler(Protocol):
    """Takes the events of an HTML document: every start has its end, void elements' too."""

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text with its entities decoded: not clean."""


class _Target:
    """What lxml calls, in the types that its stubs promise: a handler behind it."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        self._handler.start(str(tag), cast("Mapping[str, str]", attrib))

    def end(self, tag: str | bytes) -> None:
        self._handler.end(str(tag))

    def data(self, data: str | bytes) -> None:
        self._handler.data(str(data))

    def comment(self, text: str | bytes) -> None:
        """Nobody sees a comment."""

    def close(self) -> None:
        """Nothing is built, so nothing is returned."""


def walk(source: str, handler: Handler) -> None:
    """Tell ``handler`` the elements and texts of bounded HTML in order."""
    if not source.strip():
        return
    parser = etree.HTMLParser(
        huge_tree=True,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        target=_Target(handler),
    )
    parser.feed(source.encode())
    parser.close()


def bounded(source: str) -> str:
    """Return HTML that parsers take no longer for than in line with its length.

    It is clean, shallow, and without the attributes of giant tags: libxml2's time grows with
    the square of their number.
    """
    return _GIANT_TAG.sub(r"<\1>", _shallow(clean(source)))


def _shallow(source: str) -> str:
    """Return HTML whose elements are nested at most some hundred deep.

    libxml2 looks through all open elements for each end tag that closes none of them,
    which takes time in the square of the depth; and its tree ends at 2,048 levels. Tags
    too deep are left out, the text in them stays.
    """
    if source.count("<") < _MANY:
        return source
    return _TAG.sub(_Nesting().kept, source)


class _Nesting:
    """The elements that are open at a place in a document."""

    def __init__(self) -> None:
        self._stack: list[str] = []
        self._open: Counter[str] = Counter()

    def kept(self, found: re.Match[str]) -> str:
        """Return a tag, "" for one that is too deep or closes nothing."""
        name = found[2].lower()
        if name in VOID or name in SELF_ENDING:
            return found[0]
        return found[0] if (self._ends if found[1] else self._starts)(name) else ""

    def _starts(self, name: str) -> bool:
        if len(self._stack) >= _DEEP:
            return False
        self._stack.append(name)
        self._open[name] += 1
        return True

    def _ends(self, name: str) -> bool:
        if not self._open[name]:
            return False
        ended = ""
        while ended != name:
            ended = self._stack.pop()
            self._open[ended] -= 1
        return True
