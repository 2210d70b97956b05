"""Any feed -> what it tells, by feedparser: for what our own reading declines."""

import io
from typing import Any, Final

from lxml import etree

from reader.parse.told import Link, Text, Told, ToldFeed
from reader.parse.values import bounded
from reader.parse.walk import MAX_BASE, XML_BASE, Element

Dictionary = dict[str, Any]
"""What feedparser tells of a feed, an entry, a link: a dictionary with its own names."""

# What feedparser is slow on or stumbles over, and what we do not need of it: it compares each
# tag of an entry with all before it, searches an author for an address in quadratic time,
# resolves an inherited base again for every element, and takes chapters and places for whole.
_UNUSED: Final = (
    "{*}category",
    "{*}keywords",
    "{*}subject",
    "{*}tags",
    "{http://podlove.org/simple-chapters}*",
    "{http://www.georss.org/georss}*",
    "{http://www.opengis.net/gml}*",
)
_PEOPLE: Final = frozenset(
    ("author", "creator", "name", "email", "managingeditor", "webmaster", "publisher", "owner")
)
_BASES: Final = ("base", XML_BASE)


def read_slowly(root: Element, base_url: str | None) -> ToldFeed:
    """Return what a feed tells. The tree is changed: it is bounded to what feedparser can do.

    Args:
        root: The document, without comments.
        base_url: Where it came from.

    Raises:
        Exception: Anything that feedparser raises on what it does not expect.
    """
    etree.strip_elements(root, *_UNUSED, with_tail=False)
    for element in root.iter(etree.Element):
        _bound(element)
    found = _feedparser(etree.tostring(root, encoding="utf-8"), base_url)
    return ToldFeed(
        version=found["version"],
        feed=_told(found["feed"]),
        entries=[_told(entry) for entry in found["entries"]],
    )


def _bound(element: Element) -> None:
    """Cut what feedparser would spend too long on."""
    for name in _BASES:
        if len(element.get(name, "")) > MAX_BASE:
            del element.attrib[name]
    # Not etree.QName: a broken feed's tags need not be names.
    local = str(element.tag).rpartition("}")[2].rpartition(":")[2]
    if local.lower() in _PEOPLE:
        text, tails = bounded(element.text or "", [child.tail or "" for child in element])
        element.text = text
        if not tails:
            for child in element:
                child.tail = None


def _feedparser(document: bytes, base_url: str | None) -> Dictionary:
    import feedparser  # 50 ms that most feeds need not pay

    headers = {"content-type": "application/xml; charset=utf-8"}
    if base_url:
        headers["content-location"] = base_url
    # A stream: bytes it would take as the name of a file, if there is one of that name.
    found: Dictionary = feedparser.parse(
        io.BytesIO(document),
        response_headers=headers,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return found


def _told(found: Dictionary) -> Told:
    """Return what feedparser's dictionary of a feed or an entry tells."""
    origin = dict.get(found, "source")
    return Told(
        title=_string(found, "title"),
        title_detail=_text(dict.get(found, "title_detail")),
        link=_string(found, "link"),
        links=[_link(one, "rel", "href", "length") for one in _dictionaries(found, "links")],
        id=_string(found, "id"),
        published=_date(found, "published"),
        updated=_date(found, "updated"),
        contents=list(filter(None, map(_text, _dictionaries(found, "content")))),
        summary=_text(dict.get(found, "summary_detail")),
        subtitle=_string(found, "subtitle"),
        author=_string(found, "author"),
        authors=[
            (_string(one, "name") or "", _string(one, "email") or "")
            for one in _dictionaries(found, "authors")
        ],
        language=_string(found, "language"),
        media=[
            _link(one, "medium", "url", "filesize") for one in _dictionaries(found, "media_content")
        ],
        origin=_told(origin) if isinstance(origin, dict) else None,
    )


def _string(found: Dictionary, key: str) -> str | None:
    """Return a text; an element of no meaning leaves its attributes under its name."""
    # Not found.get(): feedparser's own warns, and takes "published" for "updated".
    value = dict.get(found, key)
    return value if isinstance(value, str) else None


def _dictionaries(found: Dictionary, key: str) -> list[Dictionary]:
    value = dict.get(found, key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _link(one: Dictionary, rel: str, href: str, length: str) -> Link:
    return Link(_string(one, rel), _string(one, href), _string(one, "type"), _string(one, length))


def _text(detail: object) -> Text | None:
    if not isinstance(detail, dict):
        return None
    return Text(
        _string(detail, "value") or "",
        _string(detail, "type") or "text/html",
        _string(detail, "base") or "",
        _string(detail, "language"),
    )


def _date(found: Dictionary, name: str) -> str | None:
    """Return a date as written, where feedparser knows it for one."""
    return _string(found, name) if f"{name}_parsed" in found else None
