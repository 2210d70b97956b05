"""The headings of an article, as an outline."""

from typing import NamedTuple

from reader.model import Article, Block

_LONGEST = 80
"""Code points that a line of strong words may have to stand for a heading."""
_STRONG_LEVEL = 7
"""Where such a line stands: below every real heading."""


class Heading(NamedTuple):
    """A heading and where it stands."""

    text: str
    depth: int
    """How far it is indented, from 0: levels that the article leaves out do not count."""
    offset: int
    """Where it begins in the article's text."""


def outline(article: Article) -> list[Heading]:
    """Return the headings of an article in order, and lines that are set as if they were some."""
    found = [(block, level) for block in article.blocks if (level := _level(block))]
    levels = sorted({level for _, level in found})
    return [
        Heading(" ".join(block.text.split()), levels.index(level), block.start)
        for block, level in found
    ]


def _level(block: Block) -> int:
    """Return the level of a heading, 0 for what is none."""
    if block.kind == "heading":
        return max(block.level, 1)
    alone = block.kind == "paragraph" and 0 < len(block.text) <= _LONGEST and not block.level
    strong = any(
        inline.kind == "strong" and (inline.start, inline.end) == (0, len(block.text))
        for inline in block.inlines
    )
    return _STRONG_LEVEL if alone and strong and block.text[-1] not in ".,;" else 0
