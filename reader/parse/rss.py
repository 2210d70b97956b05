"""RSS 0.9x and 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0 in RDF."""

from typing import Final

from reader.parse import elements
from reader.parse.names import listed
from reader.parse.walk import Element, Handler, Walk, attributes, decline, unread

_OUTSIDE: Final = frozenset(("channel", "item", "image", "textinput"))
"""What stands in the outermost element: all of RDF, and the channel of RSS."""


def read_rss(walk: Walk, root: Element) -> None:
    """Read an ``rss`` or ``rdf:RDF`` element."""
    if not walk.lenient:
        names = [walk.handlers.name(child) for child in root]
        if names.count("channel") != 1:
            decline("not one channel")
        for name, child in zip(names, root, strict=True):
            if name not in _OUTSIDE and walk.handlers.is_read(child):
                decline(f"<{name}> outside a channel")
    walk.children(root, 2)


def _channel(walk: Walk, element: Element, depth: int) -> None:
    """What the feed says of itself, and in RSS its entries."""
    if depth != 2:
        decline("a channel within")
    if element.attrib:
        said = attributes(element)
        if "lastmod" in said or "href" in said:
            decline("a channel in the manner of CDF")
    walk.children(element, depth + 1)


HANDLERS: Final[dict[str, Handler]] = {
    "channel": _channel,
    "description": elements.description,
    "enclosure": elements.enclosure,
    "fullitem": elements.encoded,
    "guid": elements.identity,
    "image": elements.image,
    "item": elements.entry,
    "language": elements.language,
    "lastbuilddate": elements.updated,
    "managingeditor": elements.person,
    "pubdate": elements.published,
    "source": elements.source,
    "textinput": elements.text_input,
    **dict.fromkeys(
        listed(
            "category cloud copyright expirationdate height homepage keywords url webmaster width"
        ),
        unread,
    ),
}
