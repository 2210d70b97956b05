"""Makes the blocks of an article from the events of its HTML."""

import re
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlsplit

from reader.article.anchors import Anchors
from reader.article.attributes import code_language, is_hidden, number, sizes
from reader.article.elements import (
    BLOCKS,
    COUNTED,
    DROPPED,
    EMBEDS,
    INLINES,
    LISTS,
    TABLE_PARTS,
    VOID,
)
from reader.article.run import Run
from reader.article.tables import Table
from reader.model import Block, BlockKind, Inline
from reader.text import clean_line
from reader.web import link_url, web_url

_HEADING: Final = re.compile("h[1-6]")
_SOURCES: Final = ("src", "data-src", "data-original", "data-lazy-src")
_QUOTATION_MARKS: Final = (("“", "”"), ("‘", "’"))
_SMALL: Final = 32
"""Pixels: an image up to this size belongs to the line, as its alternative text."""
_MAX_LEVEL: Final = 32


class Builder:
    """Makes blocks of the events of an HTML document; each event is looked at once."""

    def __init__(self, base_url: str | None, *, shows_hidden: bool = False) -> None:
        """Begin a document.

        Args:
            base_url: What relative addresses are resolved against.
            shows_hidden: Whether to show what the page hides.
        """
        self._base = base_url
        self._shows_hidden = shows_hidden
        self._run = Run()
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._images: list[Block] = []
        """Pictures inside a paragraph: they come after it."""
        self._seen_images: set[str] = set()
        self._lists: list[int | None] = []
        """The lists that are open: the next number of each, None where it has no numbers."""
        self._marker = ""
        """What stands before the next block, if that begins an item."""
        self._links: list[str | None] = []
        self._open: dict[str, int] = {}
        """How many are open, by element or inline kind, of those that make a difference."""
        self._heading = 0
        self._language: str | None = None
        self._coming_language: str | None = None
        """What a division says of the code that stands in it, until other text comes."""
        self._skipped = 0
        """How many elements are open from the one on that is not shown."""
        self._anchors = Anchors()
        self._embedded = ""
        """What a video or audio without an address of its own is called."""
        self._acts: Final[Mapping[str, Callable[[Mapping[str, str]], None]]] = {
            "a": self._start_link,
            "br": self._line_break,
            "hr": self._rule,
            "img": self._image,
            "q": self._start_quotation,
        }

    # --- events ---

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skipped:
            self._inside_skipped(tag, attrib)
        elif tag in DROPPED or (is_hidden(attrib) and not self._shows_hidden):
            self._skipped = int(tag not in VOID)
        elif tag in EMBEDS:
            self._embed(tag, attrib)
        elif tag in BLOCKS:
            self._flush()
            self._anchors.element(attrib)
            self._start_block(tag, attrib)
        else:
            self._anchors.element(attrib)
            self._start_inline(tag, attrib)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= tag not in VOID
        elif tag in BLOCKS:
            self._flush()
            self._end_block(tag)
        else:
            self._end_inline(tag)

    def data(self, text: str) -> None:
        """Text comes, its entities decoded."""
        if not self._skipped and not self._open.get("noscript"):
            self._run.add(text, folded=not self._open.get("pre"))

    def finish(self) -> list[Block]:
        """Return the blocks of the document."""
        self._flush()
        while self._tables:
            self._end_table()
        return self._anchors.resolved(self._blocks)

    # --- blocks ---

    @property
    def _sink(self) -> list[Block]:
        return self._tables[-1].sink if self._tables else self._blocks

    @property
    def _level(self) -> int:
        """The depth of the list or else the quote that is open."""
        listed = max(len(self._lists), 1) if self._open.get("li") else self._open.get("dd", 0)
        return min(listed or self._open.get("blockquote", 0), _MAX_LEVEL)

    def _flush(self) -> None:
        """End the block that is growing, if there is anything in it."""
        text, inlines = self._run.finish()
        if text:
            self._sink.append(self._block(text, inlines))
        self._sink.extend(self._images)
        self._images.clear()

    def _block(self, text: str, inlines: tuple[Inline, ...]) -> Block:
        kind, level, language = self._kind()
        self._coming_language = None
        marker = ""
        if kind == "item":
            marker, self._marker = self._marker, ""
        quoted = 0 if kind == "quote" else self._quoted
        return Block(
            kind, text, 0, inlines, level, marker=marker, language=language, quoted=quoted,
            anchors=self._anchors.take(),
        )  # fmt: skip

    @property
    def _quoted(self) -> int:
        return min(self._open.get("blockquote", 0), _MAX_LEVEL)

    def _kind(self) -> tuple[BlockKind, int, str | None]:
        """Return what a block with text is here, with its level and its code's language."""
        if self._open.get("figcaption") or self._open.get("caption"):
            return "caption", 0, None
        if self._heading:
            return "heading", self._heading, None
        if self._open.get("pre"):
            return "code", self._level, self._language
        if self._marker:
            return "item", max(self._level, 1), None
        if self._open.get("blockquote") and not self._open.get("li"):
            return "quote", self._level, None
        return "paragraph", self._level, None

    def _start_block(self, tag: str, attrib: Mapping[str, str]) -> None:
        if tag in COUNTED:
            self._open[tag] = self._open.get(tag, 0) + 1
        if _HEADING.fullmatch(tag):
            self._heading = int(tag[1])
        elif tag == "div":
            self._coming_language = code_language(attrib) or self._coming_language
        elif tag == "pre":
            self._language = code_language(attrib) or self._coming_language
        elif tag in LISTS:
            self._lists.append(number(attrib.get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            self._start_item(attrib)
        elif tag in TABLE_PARTS:
            self._start_table_part(tag)

    def _end_block(self, tag: str) -> None:
        if tag in COUNTED:
            self._open[tag] -= 1
        if _HEADING.fullmatch(tag):
            self._heading = 0
        elif tag in LISTS:
            self._lists.pop()
        elif tag == "li":
            self._marker = ""
        elif tag == "table":
            self._end_table()
        elif tag == "thead" and self._tables:
            self._tables[-1].in_head = False

    def _start_item(self, attrib: Mapping[str, str]) -> None:
        following = self._lists[-1] if self._lists else None
        if following is None:
            self._marker = "•"
            return
        here = number(attrib.get("value"), following)
        self._lists[-1] = here + 1
        self._marker = f"{here}."

    def _start_table_part(self, tag: str) -> None:
        if tag == "table":
            self._tables.append(Table(level=self._level, quoted=self._quoted))
        elif not self._tables:
            return
        elif tag == "thead":
            self._tables[-1].in_head = True
        elif tag == "tr":
            self._tables[-1].add_row()
        else:
            self._tables[-1].add_cell(heading=tag == "th")

    def _end_table(self) -> None:
        table = self._tables.pop()
        self._sink.extend(table.blocks())

    # --- inlines ---

    def _start_inline(self, tag: str, attrib: Mapping[str, str]) -> None:
        if act := self._acts.get(tag):
            act(attrib)
        elif tag == "code" and self._open.get("pre"):
            self._language = code_language(attrib) or self._language
        elif tag in COUNTED:
            self._open[tag] = self._open.get(tag, 0) + 1
        elif kind := INLINES.get(tag):
            self._open[kind] = self._open.get(kind, 0) + 1
            if self._open[kind] == 1:
                self._run.open(kind)

    def _end_inline(self, tag: str) -> None:
        if tag == "a":
            if self._links and self._links.pop():
                self._run.close("link")
        elif tag == "q":
            self._open["q"] -= 1
            self._run.add(_QUOTATION_MARKS[self._open["q"] % 2][1])
        elif tag in COUNTED:
            self._open[tag] -= 1
        elif (kind := INLINES.get(tag)) and self._open.get(kind):
            self._open[kind] -= 1
            if not self._open[kind]:
                self._run.close(kind)

    def _start_quotation(self, _: Mapping[str, str]) -> None:
        self._run.add(_QUOTATION_MARKS[self._open.get("q", 0) % 2][0])
        self._open["q"] = self._open.get("q", 0) + 1

    def _start_link(self, attrib: Mapping[str, str]) -> None:
        """Begin a link."""
        address = attrib.get("href", "").strip()
        url = self._anchors.link(address, link_url(address, self._base), self._base)
        self._links.append(url)
        if url:
            self._run.close("link")
            self._run.open("link", url)

    def _line_break(self, _: Mapping[str, str]) -> None:
        """End a line; two in a row end a paragraph, which is how many write them."""
        if self._run.at_line_start and not self._open.get("pre"):
            self._flush()
        else:
            self._run.line_break()

    def _rule(self, _: Mapping[str, str]) -> None:
        self._flush()
        if not self._sink or self._sink[-1].kind != "rule":
            self._sink.append(Block("rule", ""))

    def _image(self, attrib: Mapping[str, str]) -> None:
        """Show a picture after the paragraph that it stands in, or a small one as its text."""
        shown = sizes(attrib, _SMALL + 1)
        alternative = clean_line(attrib.get("alt", ""))
        if max(shown) <= _SMALL or self._tables:
            self._run.add(alternative if min(shown) > 1 else "")
            return
        addresses = (web_url(attrib.get(name), self._base) for name in _SOURCES)
        url = next(filter(None, addresses), None)
        known = url.partition("?")[0] if url else ""
        if url and known not in self._seen_images:
            self._seen_images.add(known)
            place = self._sink if self._run.empty else self._images
            place.append(Block("image", alternative, url=url, quoted=self._quoted))

    # --- what is not shown as it is ---

    def _embed(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Show where a player or a frame stands, and what it would show."""
        self._skipped = int(tag not in VOID)
        self._embedded = ""
        if self._open.get("noscript") or min(sizes(attrib, _SMALL)) <= 1:
            return
        name = clean_line(attrib.get("title", ""))
        url = web_url(attrib.get("src") or attrib.get("data-src"), self._base)
        self._embedded = name or tag
        self._embedding(name, url)

    def _inside_skipped(self, tag: str, attrib: Mapping[str, str]) -> None:
        self._skipped += tag not in VOID
        if tag == "base":
            self._base = web_url(attrib.get("href"), self._base) or self._base
        elif tag == "source" and self._embedded:
            self._embedding(self._embedded, web_url(attrib.get("src"), self._base))

    def _embedding(self, name: str, url: str | None) -> None:
        """Add an embed, if it leads anywhere; without a name it has that of its host."""
        if not url:
            return
        self._embedded = ""
        self._flush()
        name = name or (urlsplit(url).hostname or url).removeprefix("www.")
        self._sink.append(Block("embed", name, url=url, quoted=self._quoted))
