"""Subscriptions <-> OPML 2.0 (http://opml.org/spec2.opml)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from reader.errors import ParseError
from reader.model import Feed, FeedRow
from reader.safe_xml import parse_xml, root_name
from reader.text import clean_line
from reader.web import decode, web_url

_MAX_FOLDERS: Final = 8
"""How deep folders are nested before the inner ones are left out."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in an OPML document."""

    title: str
    url: str
    link: str | None = None
    """The page that belongs to it."""
    folder: tuple[str, ...] = ()
    """The folders it lies in, the outermost first."""


def parse_opml(data: bytes) -> tuple[Outline, ...]:
    """Return the feeds of an OPML document in its order; others than http and https are left out.

    Raises:
        ParseError: It is no OPML.
    """
    text = decode(data)
    if root_name(text) != "opml":
        raise ParseError("not OPML")
    found: list[Outline] = []
    waiting: list[tuple[etree._Element, tuple[str, ...]]] = [(parse_xml(text), ())]
    while waiting:
        element, folder = waiting.pop()
        told = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        title = clean_line(told.get("title") or told.get("text") or "")
        url = web_url(told.get("xmlurl"))
        if url:
            found.append(Outline(title or url, url, web_url(told.get("htmlurl")), folder))
        elif title and len(folder) < _MAX_FOLDERS:
            folder = (*folder, title)
        waiting.extend((child, folder) for child in reversed(element))
    return tuple(found)


def write_opml(feeds: Iterable[Feed | FeedRow]) -> bytes:
    """Return subscriptions as an OPML document in UTF-8, a folder an outline."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "newsreader subscriptions"
    body = etree.SubElement(root, "body")
    folders: dict[str | None, etree._Element] = {None: body}
    for feed in feeds:
        if feed.folder not in folders:
            name = feed.folder or ""
            folders[feed.folder] = etree.SubElement(body, "outline", text=name, title=name)
        told = {"type": "rss", "text": feed.title, "title": feed.title, "xmlUrl": feed.url}
        if isinstance(feed, Feed) and feed.link:
            told["htmlUrl"] = feed.link
        etree.SubElement(folders[feed.folder], "outline", told)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
