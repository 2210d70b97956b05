"""What all formats tell with one element or another: titles, texts, links, dates, people.

Each function reads an element of ``walk.told``, the feed, entry or source in hand. Where an
element comes twice, what counts is what feedparser would keep.
"""

import re
from typing import Final

from reader.parse.told import Link, Told
from reader.parse.values import HTML, bounded, media_type, name_and_address, resolved, settled
from reader.parse.walk import (
    NO_ATTRIBUTES,
    Attributes,
    Element,
    Walk,
    attributes,
    decline,
    unread,
)

_COPIED: Final = frozenset(("text/plain", *HTML))
_ENTITY: Final = re.compile("&([A-Za-z0-9_]+);")
_PERSON: Final = frozenset(("name", "itunes_name", "email", "itunes_email"))
_PERSON_PAGE: Final = frozenset(("uri", "url", "homepage"))
_IMAGE: Final = frozenset(("title", "link", "url", "href", "width", "height", "description"))
_TEXT_INPUT: Final = frozenset(("title", "description", "name", "link"))

_NO_TEXT: Final = frozenset(
    ("cc_license", "cloud", "enclosure", "link", "media_content", "media_group")
)
"""Elements that have no text of their own to feedparser."""


def entry(walk: Walk, element: Element, depth: int) -> None:
    """An entry: one after the other, none within another."""
    if walk.told is not walk.feed:
        decline("an entry in an entry")
    told = Told()
    if element.attrib:
        said = attributes(element)
        if "lastmod" in said or "href" in said:
            decline("an entry in the manner of CDF")
        told.id = said.get("rdf:about") or None
    walk.entries.append(told)
    walk.told, walk.in_entry, walk.has_summary, walk.title_depth = told, True, False, -1
    walk.children(element, depth + 1)
    walk.told, walk.in_entry, walk.has_content = walk.feed, False, False
    walk.has_summary = walk.feed_has_summary


def title(walk: Walk, element: Element, depth: int) -> None:
    """A title: the first of those that stand highest."""
    detail = walk.text(element, "text/plain")
    told = walk.told
    if not -1 < walk.title_depth <= depth:
        if not walk.in_entry or told.title is None or depth <= walk.title_at:
            told.title, walk.title_at = detail.value, depth
        told.title_detail = detail
    if detail.value:
        walk.title_depth = depth


def description(walk: Walk, element: Element, _depth: int) -> None:
    """RSS's summary; of a feed, its subtitle. The second one of an entry is its content."""
    if walk.has_summary and not walk.has_content:
        content(walk, element, _depth)
    else:
        _describe(walk, element, "text/html")


def abstract(walk: Walk, element: Element, _depth: int) -> None:
    """A summary that is plain text."""
    _describe(walk, element, "text/plain")


def _describe(walk: Walk, element: Element, default: str) -> None:
    told = walk.text(element, default)
    if walk.in_entry:
        walk.told.summary = told
        walk.summarised()
    else:
        walk.told.subtitle = told.value


def summary(walk: Walk, element: Element, _depth: int) -> None:
    """Atom's and iTunes' summary; after another summary it is the content."""
    if walk.has_summary and not walk.has_content:
        content(walk, element, _depth)
        return
    walk.told.summary = walk.text(element, "text/plain")
    walk.summarised()


def subtitle(walk: Walk, element: Element, _depth: int) -> None:
    """The subtitle of a feed; that of an entry is not kept."""
    told = walk.text(element, "text/plain")
    if not walk.in_entry:
        walk.told.subtitle = told.value


def content(walk: Walk, element: Element, _depth: int) -> None:
    """Atom's content."""
    _content(walk, element, "text/plain")


def encoded(walk: Walk, element: Element, _depth: int) -> None:
    """RSS's content:encoded."""
    _content(walk, element, "text/html")


def _content(walk: Walk, element: Element, default: str) -> None:
    walk.has_content = True
    told = walk.text(element, default)
    walk.told.contents.append(told)
    if told.type in _COPIED:
        walk.summarised()


# --- Addresses ---------------------------------------------------------------------------


def link(walk: Walk, element: Element, _depth: int) -> None:
    """A link: RSS's text, or Atom's attribute."""
    said = attributes(element) if element.attrib else NO_ATTRIBUTES
    kind = "application/atom+xml" if said.get("rel") == "self" else "text/html"
    one = Link(
        said.get("rel", "alternate"), None, said.get("type", kind), length=said.get("length")
    )
    told = walk.told
    told.links.append(one)
    address = _href(said)
    if address is not None:
        if len(element):
            decline("elements in a link")
        one.href = resolved(address, walk.base)
        if one.rel == "alternate" and media_type(one.type or "") in HTML:
            told.link = one.href
        return
    address = walk.address(element)
    if "&" in address:
        if walk.in_entry:
            address = address.replace("&amp;", "&")
        address = _ENTITY.sub(r"&\1", address)
    told.link = address
    if address or not walk.in_entry:
        one.href = address


def _href(said: Attributes) -> str | None:
    return said.get("url", said.get("uri", said.get("href"))) or said.get("href")


def identity(walk: Walk, element: Element, _depth: int) -> None:
    """RSS's guid, a link as well unless it says no, and Atom's id."""
    said = attributes(element) if element.attrib else NO_ATTRIBUTES
    is_link = said.get("ispermalink", "true") == "true"
    told = walk.told
    told.id = walk.address(element, resolve=is_link)
    if is_link and told.link is None:
        told.link = told.id


def enclosure(walk: Walk, element: Element, _depth: int) -> None:
    """RSS's enclosure. Its address is taken as it stands."""
    said = attributes(element)
    walk.told.links.append(Link("enclosure", _href(said), said.get("type"), said.get("length")))
    walk.inside(element)


def media(walk: Walk, element: Element, depth: int) -> None:
    """A file of Media RSS, with what is said of it within."""
    said = attributes(element)
    one = Link(said.get("medium"), said.get("url"), said.get("type"), said.get("filesize"))
    walk.told.media.append(one)
    group(walk, element, depth)


def group(walk: Walk, element: Element, depth: int) -> None:
    """Files of Media RSS and what is said of them: all of it counts for the entry."""
    for child in element:
        name = walk.handlers.name(child)
        if not name.startswith("media_"):
            decline(f"<{name}> in a group of media")
    walk.children(element, depth + 1)


def media_title(walk: Walk, element: Element, depth: int) -> None:
    """The title of a file: the entry's where that has none, yet."""
    before = walk.title_depth
    title(walk, element, depth)
    walk.title_depth = before


# --- Dates, languages, people ------------------------------------------------------------


def published(walk: Walk, element: Element, _depth: int) -> None:
    """When it was published."""
    walk.told.published = walk.plain(element)


def updated(walk: Walk, element: Element, _depth: int) -> None:
    """When it was changed."""
    walk.told.updated = walk.plain(element)


def language(walk: Walk, element: Element, _depth: int) -> None:
    """The language of a feed or entry."""
    walk.told.language = walk.plain(element)


def person(walk: Walk, element: Element, _depth: int) -> None:
    """An author: Atom's elements, or a text as RSS and mail write it."""
    text, tails = bounded(element.text or "", [child.tail or "" for child in element])
    written = "".join((text, *tails)).strip()
    said = [found for child in element if (found := _said_of_person(walk, child))]
    told = walk.told
    if said:
        if walk.wrote_author is told:
            decline("an author in elements after one in text")
        # feedparser begins an author with what the one before left.
        name, mail = name_and_address(told.author or "")
        for kind, value in said:
            name = value if kind == "name" else name
            mail = value if kind == "email" else mail
        told.author = _author_line(name, mail) or settled(written)
    else:
        told.author = settled(written)
        walk.wrote_author = told
        name, mail = name_and_address(told.author)
    told.authors.append((name, mail))


def _said_of_person(walk: Walk, element: Element) -> tuple[str, str] | None:
    """Return what an element says of an author, None for something else."""
    name = walk.handlers.name(element)
    if name in _PERSON:
        text, _ = bounded(element.text or "", [])
        found = name.removeprefix("itunes_"), text.strip()
    elif name in _PERSON_PAGE:
        found = "page", ""
    elif walk.handlers.named(name) is unread and not _adds_text(walk, element):
        return None
    else:
        decline(f"<{name}> in an author")
    if len(element):
        decline("elements in what an author is")
    return found


def _adds_text(walk: Walk, element: Element) -> bool:
    """Whether feedparser takes the text of an element for that of the one around it."""
    name = walk.handlers.name(element)
    if name not in _NO_TEXT and (walk.handlers.is_read(element) or not element.keys()):
        return False
    return "".join(map(str, element.itertext())).strip() != ""


def _author_line(name: str, mail: str) -> str:
    return f"{name} ({mail})" if name and mail else name or mail


# --- What holds others --------------------------------------------------------------------


def source(walk: Walk, element: Element, depth: int) -> None:
    """The feed that an entry came from: Atom's own elements, or RSS's title with an address."""
    if not walk.in_entry or walk.told.origin is not None:
        decline("a source where none belongs")
    whole, has_summary, title_at = walk.told, walk.has_summary, walk.title_at
    told = Told()
    walk.told, walk.in_entry, walk.title_depth = told, False, -1
    walk.has_summary = False
    if len(element):
        if (element.text or "").strip() or any(
            (one.tail or "").strip() or _adds_text(walk, one) for one in element
        ):
            decline("elements and text in a source")
        walk.children(element, depth + 1)
    elif text := walk.plain(element):
        told.title = text
    walk.told, walk.in_entry, walk.title_at = whole, True, title_at
    walk.has_summary = has_summary
    whole.origin = told


def image(walk: Walk, element: Element, depth: int) -> None:
    """The picture of a feed; only its title counts, in deciding which title is the first."""
    walk.title_depth = -1
    _aside(walk, element, depth, _IMAGE if not walk.in_entry else _IMAGE - {"description"})


def text_input(walk: Walk, element: Element, depth: int) -> None:
    """The search field of a feed, from when pages had one."""
    if walk.in_entry:
        decline("a text input in an entry")
    walk.title_depth = -1
    _aside(walk, element, depth, _TEXT_INPUT)


def _aside(walk: Walk, element: Element, depth: int, names: frozenset[str]) -> None:
    if walk.told is not walk.feed and not walk.in_entry:
        decline("a picture in a source")
    for child in element:
        name = walk.handlers.name(child)
        if name == "title" and not child.attrib:
            _title_aside(walk, child, depth + 1)
        elif len(child) or not (
            name in names or ("_" in name and not walk.handlers.is_read(child))
        ):
            decline(f"<{name}> in a picture")
        elif walk.in_entry and child.attrib:
            decline("attributes in an entry's picture")
    walk.inside(element)


def _title_aside(walk: Walk, element: Element, depth: int) -> None:
    if walk.in_entry:
        title(walk, element, depth)
    elif walk.text(element, "text/plain").value:
        walk.title_depth = depth
