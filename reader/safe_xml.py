"""XML that cannot be made to expand or fetch."""

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Final

from lxml import etree

from reader.errors import ParseError

_LOOSE: Final = re.compile(
    r"&(?:#[xX](?P<hex>[0-9a-fA-F]{1,8});|#(?P<dec>[0-9]{1,8});|(?P<name>[A-Za-z][A-Za-z0-9]{0,40});)?"
    r"|<(?=[\s\d<=]|\Z)"
)
"""A reference, a bare ampersand, a bare "less than"."""
_XML_NAMES: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))
_NEVER_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow (2.2), not even as a reference."""

_ENTITY: Final = re.compile(
    r"<!ENTITY\s+([A-Za-z_][\w.-]{0,60})\s+([\"'])(&#x?[0-9a-fA-F]{1,7};|[^&%<\"']{0,1000})\2\s*>"
)
_CDATA: Final = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_MAX_ENTITIES: Final = 500
_MAX_ADDED: Final = 100_000
"""Code points that all entities of a document may add to it."""


def root_at(text: str) -> int:
    """Return where the first element of a document starts, ``len(text)`` where there is none.

    Passes over what may stand before it: a declaration, processing instructions,
    comments, the document type with its internal subset.
    """
    at = text.find("<")
    while 0 <= at < len(text):
        if text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!--", at):
            end = text.find("-->", at)
        elif text.startswith("<!", at):
            end = _doctype_end(text, at)
        else:
            return at
        at = text.find("<", end) if end >= 0 else -1
    return len(text)


def body(text: str) -> str:
    """Return a document from its first element on.

    The document type is left out. Of the entities that it declares, those that stand for plain
    text or one character are written out, as far as that stays small; all others are left, as
    references to nothing.
    """
    at = root_at(text)
    meant = _harmless(text[:at]) if "<!ENTITY" in text[:at] else None
    text = text[at:]
    if not meant:
        return text
    reference = re.compile(f"&({'|'.join(map(re.escape, meant))});")
    added = sum(len(meant[found[1]]) for found in reference.finditer(text))
    if added > _MAX_ADDED:
        return text
    return "".join(
        piece if piece.startswith("<![CDATA[") else reference.sub(lambda one: meant[one[1]], piece)
        for piece in _CDATA.split(text)
    )


def _harmless(head: str) -> dict[str, str]:
    """Return the entities of a document type that cannot expand: without references or tags."""
    found = _ENTITY.findall(head)[:_MAX_ENTITIES]
    return {
        name: html.escape(value) if "&#" not in value else value
        for name, _, value in found
        if name not in _XML_NAMES
    }


def _doctype_end(text: str, at: int) -> int:
    """Return where the declaration that begins at ``at`` closes, -1 where it does not."""
    end, subset = text.find(">", at), text.find("[", at)
    if 0 <= subset < end:
        closing = re.compile(r"\]\s*>").search(text, subset)
        return closing.end() - 1 if closing else -1
    return end


def root_name(text: str) -> str:
    """Return the local name of a document's first element in lower case, "" for none."""
    found = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)").match(text, root_at(text))
    return found[1].lower() if found else ""


def _parser(*, mends: bool = False) -> etree.XMLParser:
    """Return a parser that neither fetches nor expands; one that ``mends`` reads any size."""
    return etree.XMLParser(
        recover=mends,
        huge_tree=mends,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )


def parse_strictly(text: str) -> etree._Element | None:
    """Return the root of a well-formed document without a document type, None for any other.

    Comments and processing instructions are dropped. libxml2's own limits hold: 256 elements
    deep, ten million bytes of one text.
    """
    try:
        return etree.fromstring(text.encode(), _parser())
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        return None


def parse_xml(text: str) -> etree._Element:
    """Return the root of an XML document, mended where it is broken.

    Nothing is fetched and nothing expanded: the document type is left out, and with it
    every entity that it declares. HTML's entities and bare signs come out as what their
    writer meant. Comments and processing instructions are dropped.

    Raises:
        ParseError: There is no element in the text.
    """
    text = _NEVER_XML.sub("", re.sub("[\v\f]", "\n", text[root_at(text) :]))
    try:
        root = etree.fromstring("".join(_without_loose(text)).encode(), _parser(mends=True))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise ParseError("there is no XML in it")
    return root


def _without_loose(text: str) -> Iterator[str]:
    """Yield the text in pieces, loose references and signs mended but inside CDATA."""
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0:
        end = text.find("]]>", start)
        if end < 0:
            break
        yield _LOOSE.sub(_mend, text[at:start])
        yield text[start : end + 3]
        at = end + 3
    yield _LOOSE.sub(_mend, text[at:])


def _mend(found: re.Match[str]) -> str:
    """Return what stands for one loose piece."""
    written = found[0]
    if name := found["name"]:
        return written if name in _XML_NAMES else _character(name)
    if number := found["hex"] or found["dec"]:
        code = int(number, 16 if found["hex"] else 10)
        usable = code <= 0x10FFFF and not _NEVER_XML.match(chr(code))
        return written if usable else ""
    return html.escape(written)


def _character(name: str) -> str:
    """Return the character that HTML calls ``name``, or the reference as text."""
    meant = html5.get(name + ";")
    return html.escape(meant) if meant else f"&amp;{name};"
