"""OPML 1.0 and 2.0 (http://opml.org/spec2.opml)."""

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from reader.errors import ParseError
from reader.model import Feed, FeedRow
from reader.outlines.outline import (
    DEEPEST,
    LONGEST,
    MOST,
    LeftOut,
    Outline,
    Outlines,
    folder_levels,
)
from reader.safe_xml import parse_xml, root_name
from reader.text import clean_line
from reader.web import decode, web_url

_FEED_TYPES: Final = frozenset(("rss", "atom", "rdf", "json", "feed"))
_OTHER_TYPES: Final = frozenset(("include", "link"))
"""Outlines that lead to other documents: none is followed."""


def is_opml(text: str) -> bool:
    """Whether a document is OPML."""
    return root_name(text) == "opml"


def parse_opml(data: bytes) -> Outlines:
    """Return the feeds of an OPML document; others than http and https are left out.

    Raises:
        ParseError: It is no OPML.
    """
    text = decode(data)
    if not is_opml(text):
        raise ParseError("not OPML")
    feeds: list[Outline] = []
    left_out: list[LeftOut] = []
    waiting: list[tuple[etree._Element, tuple[str, ...]]] = [(parse_xml(text), ())]
    while waiting:
        element, folder = waiting.pop()
        told = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        title = clean_line(told.get("title") or told.get("text") or "")[:LONGEST]
        address = _address(told)
        other = told.get("type", "").strip().lower() in _OTHER_TYPES
        if address is None and not other and title and len(folder) < DEEPEST:
            folder = (*folder, title)
        waiting.extend((child, folder) for child in reversed(element))
        url = web_url(address)
        what = title or clean_line(address or told.get("url", ""))[:LONGEST]
        if url is not None and len(feeds) < MOST:
            feeds.append(_outline(told, title, url, folder))
        elif url is not None:
            left_out.append(LeftOut(what, f"more than {MOST:,} feeds"))
        elif address is not None:
            left_out.append(LeftOut(what, "not an http or https address"))
        elif other:
            left_out.append(LeftOut(what, "another document, which is not followed"))
    return Outlines(tuple(feeds), tuple(left_out))


def _address(told: Mapping[str, str]) -> str | None:
    """Return the address that makes an outline a feed, None where it is none."""
    if address := told.get("xmlurl", "").strip():
        return address
    if told.get("type", "").strip().lower() in _FEED_TYPES:  # in OPML 1 some knew but this one
        return told.get("url", "").strip() or None
    return None


def _outline(told: Mapping[str, str], title: str, url: str, folder: tuple[str, ...]) -> Outline:
    if not folder:  # a category is a path, the first of several is the one that counts here
        path = told.get("category", "").partition(",")[0].split("/")
        folder = tuple(filter(None, (clean_line(name)[:LONGEST] for name in path)))[:DEEPEST]
    language = clean_line(told.get("language", ""))[:LONGEST]
    return Outline(title or url, url, web_url(told.get("htmlurl")), folder, language or None)


def write_opml(feeds: Iterable[Feed | FeedRow]) -> bytes:
    """Return subscriptions as an OPML document in UTF-8, a folder an outline."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "newsreader subscriptions"
    folders: dict[tuple[str, ...], etree._Element] = {(): etree.SubElement(root, "body")}
    for feed in feeds:
        told = {"type": "rss", "text": feed.title, "title": feed.title, "xmlUrl": feed.url}
        more = {"htmlUrl": feed.link, "language": feed.language}
        told.update((name, value) for name, value in more.items() if value)
        etree.SubElement(_folder(folders, folder_levels(feed.folder)), "outline", told)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _folder(
    folders: dict[tuple[str, ...], etree._Element], levels: tuple[str, ...]
) -> etree._Element:
    """Return the outline of a folder, made with those around it where there is none yet."""
    if levels not in folders:
        around = _folder(folders, levels[:-1])
        folders[levels] = etree.SubElement(around, "outline", text=levels[-1], title=levels[-1])
    return folders[levels]
