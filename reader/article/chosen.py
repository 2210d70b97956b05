"""Which blocks of a page are its article, told by the words that an extractor found in it."""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from reader.model import Block

_NO_WORD: Final = re.compile(r"[\W_]+")
_HEAD: Final = 12
"""Letters by which the places are found where a block may begin."""
_SHORT: Final = 20
"""Letters: a shorter block is all of one line, or of some, or it is elsewhere on the page."""
_TRIES: Final = 100
"""Places that are looked at for one block, so that time stays in line with size."""
_WITHOUT_WORDS: Final = ("image", "rule", "embed")
_BETWEEN: Final = ("image", "rule", "caption", "embed")
"""Blocks that belong to what they stand between."""
_POINTER: Final = 0.9
"""The share of links from which on a paragraph leads to another article and says nothing."""


class Chosen(NamedTuple):
    """What was found again of an article."""

    blocks: list[Block]
    share: float
    """How much of the article's words they hold, 0 to 1."""


class _Place(NamedTuple):
    """Where a block's letters lie among those of the article."""

    block: int
    start: int
    end: int


def choose(blocks: Sequence[Block], article: str, title: str = "") -> Chosen:
    """Return those of a page's blocks that hold an article's words, in the page's order.

    Extractors tell well what belongs to an article, but they write its text anew: they join
    words, move spaces, lose links, captions and the kind of a block. So only what they chose
    is taken from them; the words stay the page's.

    Letters and digits are compared alone. The longest blocks are placed first, each where a
    line of the article begins with its letters, or else inside one, between those placed before
    it: so a short line that stands on the page several times is the one inside the article.
    Pictures, rules and captions go with what they stand between. A heading that repeats the
    title, and a paragraph that is nothing but a link, are left out.

    Args:
        blocks: All blocks of the page.
        article: What an extractor gave, in lines; none of them lies across two blocks unless
            it holds both.
        title: The article's.
    """
    lines = _Lines(article)
    places = lines.place([_letters_of(block) for block in blocks])
    taken = _with_between(blocks, {place.block for place in places})
    heading = _letters(title)
    kept = [
        blocks[index]
        for index in sorted(taken)
        if not _is_pointer(blocks[index])
        and not (blocks[index].kind == "heading" and _letters(blocks[index].text) == heading)
    ]
    return Chosen(kept, sum(place.end - place.start for place in places) / max(1, lines.size))


def _letters_of(block: Block) -> str:
    return "" if block.kind in _WITHOUT_WORDS else _letters(block.text)


def _letters(text: str) -> str:
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


class _Lines:
    """The lines of an article, by the letters that they begin with."""

    def __init__(self, article: str) -> None:
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        self._ends: set[int] = set()
        lines = [line for line in map(_letters, article.split("\n")) if line]
        self._all = "".join(lines)
        self.size = len(self._all)
        """How many letters there are."""
        at = 0
        for line in lines:
            # A line that is shorter than a head goes on with the next one, as a block may.
            self._starts[self._all[at : at + _HEAD]].append(at)
            if len(line) < _HEAD:
                self._starts[line].append(at)
            at += len(line)
            self._ends.add(at)

    def place(self, keys: Sequence[str]) -> list[_Place]:
        """Return where blocks lie, in order and apart from each other, given their letters."""
        places: list[_Place] = []
        for index in sorted(range(len(keys)), key=lambda index: -len(keys[index])):
            at = bisect_left(places, (index,))
            first = places[at - 1].end if at else 0
            last = places[at].start if at < len(places) else self.size
            start = self._start(keys[index], first, last)
            if start is not None:
                places.insert(at, _Place(index, start, start + len(keys[index])))
        return places

    def _start(self, key: str, first: int, last: int) -> int | None:
        """Return where a block's letters lie between two places, None for nowhere."""
        starts = self._starts.get(key[:_HEAD], ())
        at = bisect_left(starts, first)
        for start in starts[at : at + _TRIES]:
            end = start + len(key)
            if end > last:
                break
            if self._all.startswith(key, start) and (len(key) >= _SHORT or end in self._ends):
                return start
        # An extractor may join what stands beside an element to what is in it.
        inside = self._all.find(key, first, last) if len(key) >= _SHORT else -1
        return inside if inside >= 0 else None


def _with_between(blocks: Sequence[Block], taken: set[int]) -> set[int]:
    """Return what was taken, with what stands between two blocks of it or right before it."""
    words = [n for n, block in enumerate(blocks) if n in taken or block.kind not in _BETWEEN]
    kept, first = set(taken), min(taken, default=-1)
    for index, block in enumerate(blocks):
        if block.kind in _BETWEEN and index not in taken:
            at = bisect_left(words, index)
            after = words[at] if at < len(words) else -1
            leads = after == first and block.kind != "rule"
            if after in taken and (leads or (at > 0 and words[at - 1] in taken)):
                kept.add(index)
    return kept


def _is_pointer(block: Block) -> bool:
    linked = sum(inline.end - inline.start for inline in block.inlines if inline.kind == "link")
    return block.kind == "paragraph" and linked >= _POINTER * len(block.text)
