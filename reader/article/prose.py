"""How much of the text below each element of a page is prose, and how much is links."""

from collections import Counter
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from reader.article.elements import BLOCKS

_MIN_PIECE: Final = 40
"""A shorter piece of text says nothing about where the article is."""
_MAX_LINKED: Final = 0.5
"""The share of links from which on a piece of text is navigation."""
_MIN_LINKS: Final = 2
_LISTS: Final = frozenset(("ul", "ol", "dl", "div", "section", "table", "p", "h2", "h3", "h4"))
_FIRST_WIDE: Final = "\u2e80"
"""From here on a character of East Asian scripts says about as much as two of others."""


class Prose:
    """The measures of one page, taken in one pass; lengths in code points, wide ones twice."""

    def __init__(self, root: HtmlElement) -> None:
        self._text: Counter[HtmlElement] = Counter()
        self._linked: Counter[HtmlElement] = Counter()
        self._links: Counter[HtmlElement] = Counter()
        self._prose: Counter[HtmlElement] = Counter()
        own: Counter[tuple[HtmlElement, bool]] = Counter()
        within: list[tuple[HtmlElement, bool]] = [(root, False)]
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                block, linked = within[-1]
                here = (
                    element if element.tag in BLOCKS else block,
                    linked or element.tag == "a",
                )
                within.append(here)
                own[here] += _length(element.text)
            else:
                within.pop()
                self._end(element, own)
                own[within[-1]] += _length(element.tail)

    def _end(self, element: HtmlElement, own: Counter[tuple[HtmlElement, bool]]) -> None:
        """Add up an element whose parts are all measured, and pass the sums to its parent."""
        plain, linked = own.pop((element, False), 0), own.pop((element, True), 0)
        self._text[element] += plain + linked
        self._linked[element] += linked
        self._links[element] += element.tag == "a"
        if plain >= _MIN_PIECE and linked < _MAX_LINKED * (plain + linked):
            self._prose[element] += plain
        parent = element.getparent()
        if parent is not None:
            for sums in (self._text, self._linked, self._links, self._prose):
                sums[parent] += sums[element]

    def total(self, element: HtmlElement) -> int:
        """Return the length of the prose in an element and all below it."""
        return self._prose[element]

    def is_navigation(self, element: HtmlElement) -> bool:
        """Whether an element is a list of links rather than text with links."""
        if element.tag not in _LISTS or not self._text[element]:
            return False
        share = self._linked[element] / self._text[element]
        return share > _MAX_LINKED and (self._links[element] >= _MIN_LINKS or share > 0.9)


def _length(text: str | None) -> int:
    if not text:
        return 0
    words = " ".join(text.split())
    return len(words) + sum(character >= _FIRST_WIDE for character in words)
