"""The tree of a feed -> what it tells: our own reading, some ten times as fast as feedparser.

It reads what well-made feeds are made of, and gives just what feedparser would. What else it
meets (an element where none belongs, a namespace under another's prefix) it declines: then
feedparser reads the whole document. ``docs/architecture.md`` tells how they are kept alike.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NoReturn
from xml.sax.saxutils import escape

from lxml import etree

from reader.parse.names import joined, known_prefix, listed, parted
from reader.parse.told import Text, Told
from reader.parse.values import (
    XHTML,
    decoded,
    is_base64,
    looks_like_html,
    media_type,
    resolved,
    settled,
)

Element = etree._Element  # noqa: SLF001 - lxml has no other name for it
Attributes = Mapping[str, str]
Handler = Callable[["Walk", Element, int], None]
"""Reads one element, which stands so many elements deep, into ``Walk.told``."""

_SCOPES: Final = frozenset(("base", "lang"))
NO_ATTRIBUTES: Final[Attributes] = {}
MAX_BASE: Final = 500
"""Code points of an xml:base; a longer one is none."""
SCHEMES: Final = frozenset(
    listed(
        """file ftp gopher h323 hdl http https imap magnet mailto mms news nntp prospero rsync rtsp
        rtspu sftp shttp sip sips snews svn svn+ssh telnet wais aim callto cvs facetime feed git
        gtalk irc ircs irc6 itms msnim skype ssh smb ymsg"""
    )
)
"""The schemes that a base may have."""
_MAX_DEPTH: Final = 60
"""Elements within elements; no feed goes deeper, and Python's stack does not go far."""
XML_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class DeclinedError(Exception):
    """This document is for feedparser to read."""


def decline(why: str) -> NoReturn:
    """Leave the document to feedparser."""
    raise DeclinedError(why)


class Walk:
    """Where the reading of a document stands: one pass, in document order."""

    def __init__(
        self, handlers: "Handlers", base: str, *, atom10: bool, atom: bool, lenient: bool = False
    ) -> None:
        """Begin a document; if ``lenient``, what is declined is left out, and the rest read."""
        self.lenient = lenient
        self.handlers = handlers
        self.atom10 = atom10
        self.atom = atom
        self.base = base
        self.language: str | None = None
        self.feed = Told()
        self.told = self.feed
        """The feed, entry or source that is being read."""
        self.in_entry = False
        self.entries: list[Told] = []
        self.has_summary = False
        """Whether ``told`` has a summary, or a content that passes for one."""
        self.has_content = False
        self.feed_has_summary = False
        self.wrote_author: Told | None = None
        """The last feed, entry or source that had an author in text."""
        self.title_depth = -1
        """How deep the title that counts stands; none deeper replaces it."""
        self.title_at = 0
        """How deep the title of ``told`` stands that was kept last."""

    def children(self, element: Element, depth: int) -> None:
        """Read the elements within one, which stand ``depth`` deep."""
        if depth > _MAX_DEPTH:
            decline("elements too deep")
        handlers = self.handlers
        base, language = self.base, self.language
        for child in element:
            scoped = child.keys() and _sets_scope(child)
            try:
                if scoped:
                    self._enter(child)
                handlers[child.tag](self, child, depth)
            except DeclinedError:
                if not self.lenient:
                    raise
            # As feedparser does it: where there is no base outside, that within stays.
            self.base = base or self.base
            if scoped:
                self.language = language

    def enter(self, element: Element) -> None:
        """Take on the base and language that an element sets, if it does."""
        if _sets_scope(element):
            self._enter(element)

    def _enter(self, element: Element) -> None:
        told = attributes(element)
        base = told.get("xml:base", told.get("base"))
        if base and len(base) <= MAX_BASE:
            self.base = joined_base(self.base, base)
            if joined_base(self.base, self.base) != self.base:
                decline("a base that resolves to another")
        language = told.get("xml:lang", told.get("lang"))
        if language is not None:
            self.language = language or None

    def summarised(self) -> None:
        """Note that ``told`` has a summary."""
        self.has_summary = True
        if self.told is self.feed:
            self.feed_has_summary = True

    def inside(self, element: Element) -> None:
        """See that nothing within an element is more than what it is passed over for."""
        if not self.base and any(key[-4:].lower() == "base" for key in _keys(element)):
            decline("a base that would stay")

    def plain(self, element: Element) -> str:
        """Return the text of an element that holds nothing else."""
        if len(element):
            decline("elements in a plain text")
        return settled((element.text or "").strip())

    def address(self, element: Element, *, resolve: bool = True) -> str:
        """Return the address that is the text of an element, "" for none."""
        if len(element):
            decline("elements in an address")
        written = (element.text or "").strip()
        if written and resolve:
            written = resolved(written, self.base)
        return settled(written)

    def text(self, element: Element, default: str) -> Text:
        """Return a title, summary or content; ``default`` is its media type if none is told."""
        told = attributes(element) if element.attrib else NO_ATTRIBUTES
        kind = media_type(told.get("type", default))
        based = is_base64(told.get("mode"), kind)
        if len(element) or kind == XHTML:
            value, kind = self._markup(element, kind)
        else:
            value = (element.text or "").strip()
        if based:
            value = decoded(value)
        if kind == "text/plain" and not self.atom and looks_like_html(value):
            kind = "text/html"
        language = self.language and self.language.replace("_", "-")
        return Text(settled(value), kind, self.base, language)

    # --- Markup that is not escaped -----------------------------------------------------

    def _markup(self, element: Element, kind: str) -> tuple[str, str]:
        """Return the elements within a text as HTML, and what its media type is by them."""
        pieces: list[str] = []
        text = element.text or ""
        pieces.append(escape(text) if kind == XHTML else text)
        if len(element):
            if kind.endswith("xml") and kind != XHTML:
                decline("elements in a text that is XML")
            for child in element:
                self._written(child, kind, pieces, 0)
                kind = XHTML
        if self.atom10:
            pieces = _without_div([piece for piece in pieces if piece])
        return "".join(pieces).strip(), kind

    def _written(self, element: Element, kind: str, pieces: list[str], depth: int) -> None:
        """Write an element within a text, with what is in it and what follows it."""
        name = self.handlers.inline(element)
        if depth > _MAX_DEPTH or (kind != XHTML and name == "div"):
            decline("deep or doubtful markup")
        pieces.append(f"<{name}{_written_attributes(element)}>")
        if element.text:
            pieces.append(escape(element.text))
        for child in element:
            self._written(child, XHTML, pieces, depth + 1)
        pieces.append(f"</{name}>")
        if element.tail:
            pieces.append(escape(element.tail))


def _without_div(pieces: list[str]) -> list[str]:
    """Leave out the ``div`` of an XHTML content, if all of it stands in one (RFC 4287, 4.1.3.3)."""
    while len(pieces) > 1 and not pieces[-1].strip():
        pieces.pop()
    while len(pieces) > 1 and not pieces[0].strip():
        pieces.pop(0)
    if not pieces or not re.match("<div[ >]", pieces[0]) or pieces[-1] != "</div>":
        return pieces
    depth = 0
    for piece in pieces[:-1]:
        if piece.startswith("</"):
            depth -= 1
            if not depth:
                return pieces
        elif piece.startswith("<") and not piece.endswith("/>"):
            depth += 1
    return pieces[1:-1]


def _written_attributes(element: Element) -> str:
    written = []
    for key, value in _items(element):
        name = "xml:lang" if key == XML_LANG else key.lower()
        if name[0] == "{" or name == "base":
            decline("a namespace in markup")
        shown = value.lower() if name in ("rel", "type") else value
        written.append(f' {name}="{escape(shown, {chr(34): "&quot;"})}"')
    return "".join(written)


def _keys(element: Element) -> Iterator[str]:
    for one in element.iter():
        yield from map(str, one.keys())


def _sets_scope(element: Element) -> bool:
    """Whether an element has a base or a language of its own."""
    return any(key[-4:].lower() in _SCOPES for key in map(str, element.keys()))


def joined_base(base: str, told: str) -> str:
    """Return the base within an element that sets ``told``, where ``base`` is the one outside."""
    if not base:
        return resolved(told, "")
    url = resolved(told, base)
    return url if url.strip().split(":", 1)[0] in SCHEMES else base


def _items(element: Element) -> list[tuple[str, str]]:
    return element.items()  # type: ignore[return-value]  # bytes: in Python 2


def attributes(element: Element) -> dict[str, str]:
    """Return the attributes of an element: names in lower case, known prefixes before them."""
    told: dict[str, str] = {}
    plain: dict[str, str] = {}
    for key, value in _items(element):
        if key[0] != "{":
            name = key.lower()
            plain[name] = value.lower() if name in ("rel", "type") else value
            continue
        uri, local = parted(key)
        prefix = known_prefix(uri)
        name = local.lower()
        if prefix is None and name in ("about", "base", "lang"):
            decline("an attribute of an unknown namespace")
        name = f"{prefix}:{name}" if prefix else name
        told[name] = value.lower() if name in ("rel", "type") else value
    told.update(plain)
    return told


class Handlers(dict[str, Handler]):
    """How each element of one document is read, by the tag that lxml gives it."""

    def __init__(
        self, known: Mapping[str, Handler], declined: frozenset[str], passed: frozenset[str]
    ) -> None:
        """Take what reads each element, what is declined, and prefixes that are passed over."""
        super().__init__()
        self.known = known
        self.declined = declined
        self.passed = passed

    def __missing__(self, tag: str) -> Handler:
        uri, local = parted(tag)
        prefix = known_prefix(uri) if uri else ""
        if prefix is None:
            return self._unknown
        handler = self.named(joined(prefix, local))
        self[tag] = handler
        return handler

    def named(self, name: str) -> Handler:
        """Return what reads the element of that name."""
        handler = self.known.get(name)
        if handler:
            return handler
        if name.partition("_")[0] in self.passed:
            return _pass_over
        return _odd if name in self.declined else unread

    def _unknown(self, walk: Walk, element: Element, depth: int) -> None:
        """Read an element of a namespace that is not of feeds: its prefix tells what is meant."""
        handler = self.named(self.name(element))
        self[str(element.tag)] = handler
        handler(walk, element, depth)

    def name(self, element: Element) -> str:
        """Return the one name of an element."""
        uri, local = parted(str(element.tag))
        prefix = known_prefix(uri) if uri else ""
        if prefix is None:
            prefixes = [name for name, one in element.nsmap.items() if one == uri]
            if len(prefixes) > 1:
                decline("two prefixes of one namespace")
            prefix = prefixes[0] or ""
        return joined(prefix, local)

    def is_read(self, element: Element) -> bool:
        """Whether an element says anything to us, or to feedparser."""
        return self.named(self.name(element)) not in (unread, _pass_over)

    def inline(self, element: Element) -> str:
        """Return the tag of an element within a text, unless it is one that feeds are made of."""
        name = self.name(element)
        local = parted(str(element.tag))[1].lower()
        if name in self.known or name in self.declined or local in ("svg", "math"):
            decline(f"<{name}> in a text")
        return local


def _odd(_walk: Walk, element: Element, _depth: int) -> None:
    decline(f"{element.tag} where it does not belong")


def _pass_over(walk: Walk, element: Element, _depth: int) -> None:
    walk.inside(element)


def unread(walk: Walk, element: Element, _depth: int) -> None:
    """Pass over an element that says nothing to us."""
    if len(element) and any(map(walk.handlers.is_read, element.iterdescendants())):
        decline("what is read in what is not")
    if len(element) or element.keys():
        walk.inside(element)
