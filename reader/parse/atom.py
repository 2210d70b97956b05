"""Atom 1.0 (RFC 4287) and 0.3, whose other names for the same its drafts had."""

from typing import Final

from reader.parse import elements
from reader.parse.names import listed
from reader.parse.walk import Element, Handler, Walk, unread


def read_atom(walk: Walk, root: Element) -> None:
    """Read a ``feed`` element."""
    walk.children(root, 2)


HANDLERS: Final[dict[str, Handler]] = {
    "abstract": elements.abstract,
    "author": elements.person,
    "content": elements.content,
    "entry": elements.entry,
    "id": elements.identity,
    "issued": elements.published,
    "link": elements.link,
    "modified": elements.updated,
    "published": elements.published,
    "subtitle": elements.subtitle,
    "summary": elements.summary,
    "tagline": elements.subtitle,
    "title": elements.title,
    "updated": elements.updated,
    **dict.fromkeys(listed("""contributor created email generator info name rights uri"""), unread),
}
