"""The readable text of an entry or page, in blocks."""

from dataclasses import dataclass
from typing import Literal

from reader.model.quotations import Span

InlineKind = Literal["link", "strong", "emphasis", "code", "strike", "superscript", "subscript"]


@dataclass(frozen=True, slots=True)
class Inline:
    """A run inside a block: a link, emphasis. The span counts in the block's own text."""

    start: int
    end: int
    kind: InlineKind
    url: str | None = None
    """Where a link leads: absolute, http, https or mailto, or "#" and an anchor of a block of the
    same article; None for the other kinds."""


BlockKind = Literal[
    "heading", "paragraph", "item", "quote", "code", "table", "image", "rule", "caption", "embed"
]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of an article: a heading, a paragraph, a list item, a table...

    A block's text stands at ``start`` in the article's text; blocks are in reading order.
    """

    kind: BlockKind
    text: str
    """Plain text. A table's rows are lines and its cells are parted by tabs; an image's is its
    alternative text, that of an embed its title."""
    start: int = 0
    inlines: tuple[Inline, ...] = ()
    level: int = 0
    """Headings: 1 to 6. Items: depth of the list, from 1. Quotes: depth, from 1. Else 0, or the
    depth of the list or quote that a paragraph, code or table continues."""
    marker: str = ""
    """Items: what stands before them, as "•" or "3."."""
    url: str | None = None
    """Images: the picture's address. Embeds: that of the player or frame."""
    language: str | None = None
    """Code: the programming language, where the page names it."""
    header_rows: int = 0
    """Tables: how many of the first rows are headings."""
    quoted: int = 0
    """What is no quote itself: in how many it stands."""
    anchors: tuple[str, ...] = ()
    """Names under which links of the same article lead here: footnotes, and back from them."""

    @property
    def end(self) -> int:
        """Where the block ends in the article's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Article:
    """The readable text of an entry or page.

    ``text`` is every block's text joined by a blank line; offsets of quotations count in it.
    """

    title: str
    blocks: tuple[Block, ...]
    text: str
    byline: str | None = None
    site: str | None = None
    published: int | None = None
    language: str | None = None
    link: str | None = None

    @property
    def prose(self) -> tuple[Span, ...]:
        """The spans of the text that people write sentences in: no code, no tables."""
        return tuple(
            (block.start, block.end)
            for block in self.blocks
            if block.text and block.kind not in ("code", "table", "image", "rule", "embed")
        )
