"""Links from one place of a document to another: footnotes, and back from them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import unquote

from reader.model import Block, Inline

_LONGEST: Final = 200
"""Code points of a name: a longer one is none."""


class Anchors:
    """Collects the names of elements and the links to them while a document is read."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        """Names of elements whose block has not ended yet."""
        self._links: dict[str, str] = {}
        """The names that links lead to, by their addresses."""

    def element(self, attrib: Mapping[str, str]) -> None:
        """Take the names of an element that begins; they are those of the block it is in."""
        for key in ("id", "name"):
            name = attrib.get(key)
            if name and len(name) <= _LONGEST:
                self._waiting.append(name)

    def take(self) -> tuple[str, ...]:
        """Return the names of the block that ends."""
        names, self._waiting = tuple(dict.fromkeys(self._waiting)), []
        return names

    def link(self, address: str, url: str | None, base: str | None) -> str | None:
        """Return where a link leads: ``url``, or ``address`` where that is a name in the document.

        Args:
            address: As it is written.
            url: As it is resolved, None where it is no address of the web.
            base: That of the document.
        """
        page, _, name = (url or address).partition("#")
        here = address.startswith("#") or (base is not None and page == base.partition("#")[0])
        if not here or not name:
            return url if not address.startswith("#") else None
        kept = address if address.startswith("#") else url
        self._links[kept or address] = unquote(name)
        return kept

    def resolved(self, blocks: Sequence[Block]) -> list[Block]:
        """Return blocks with links that lead to one of them, and without names nobody asks for.

        A link to a name that the document does not have is text; a whole address leads there.
        """
        wanted = set(self._links.values())
        found = {name for block in blocks for name in block.anchors if name in wanted}
        return [self._resolved(block, found) for block in blocks]

    def _resolved(self, block: Block, found: set[str]) -> Block:
        if not block.anchors and not any(one.url in self._links for one in block.inlines):
            return block
        inlines = (self._inline(inline, found) for inline in block.inlines)
        return replace(
            block,
            anchors=tuple(name for name in block.anchors if name in found),
            inlines=tuple(inline for inline in inlines if inline is not None),
        )

    def _inline(self, inline: Inline, found: set[str]) -> Inline | None:
        name = self._links.get(inline.url or "")
        if name in found:
            return replace(inline, url=f"#{name}")
        return None if (inline.url or "").startswith("#") else inline
