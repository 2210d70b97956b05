"""The text of an element -> what its feed means by it.

What feeds get wrong is mended here, by the rules of feedparser, whose readings other
programs and so the writers of feeds have gone by for twenty years.
"""

import base64
import binascii
import re
from contextlib import suppress
from html.entities import entitydefs
from typing import Final
from urllib.parse import urljoin

from reader.parse.names import listed
from reader.web import is_plain

_C1: Final = re.compile("[\x80-\x9f]")
_WINDOWS: Final = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What C1 controls are meant as: windows-1252, which has no other five."""
_SLASHES: Final = re.compile("^([A-Za-z][A-Za-z0-9+-.]*://)/*")
_CLOSED: Final = re.compile(r"</(\w+)>|&#?\w+;")
_TAGS: Final = re.compile(r"</?(\w+)")
_ENTITIES: Final = re.compile(r"&(\w+);")
HTML_NAMES: Final = frozenset(
    listed(
        """a abbr acronym address area article aside audio b big blockquote br button canvas
        caption center cite code col colgroup command datagrid datalist dd del details dfn
        dialog dir div dl dt em event-source fieldset figcaption figure font footer form h1 h2
        h3 h4 h5 h6 header hr i img input ins kbd keygen label legend li m map menu meter
        multicol nav nextid noscript ol optgroup option output p pre progress q s samp section
        select small sound source spacer span strike strong sub sup table tbody td textarea
        tfoot th thead time tr tt u ul var video"""
    )
)
"""The tags by which plain text is known to be HTML."""

HTML: Final = frozenset(("text/html", "application/xhtml+xml"))
XHTML: Final = "application/xhtml+xml"
_TYPES: Final = {
    "text": "text/plain",
    "plain": "text/plain",
    "html": "text/html",
    "xhtml": XHTML,
}


def settled(text: str) -> str:
    """Return a text with UTF-8 that was taken for Latin-1, and C1 controls, as what was meant."""
    if text.isascii():
        return text
    with suppress(UnicodeEncodeError, UnicodeDecodeError):
        text = text.encode("latin-1").decode()
    # They and a few other signs begin with this byte: to look for it is faster than the expression.
    return _C1.sub(_meant, text) if b"\xc2" in text.encode(errors="replace") else text


def _meant(found: re.Match[str]) -> str:
    return _WINDOWS.get(ord(found[0]), found[0])


def resolved(address: str, base: str) -> str:
    """Return an address resolved against ``base`` (RFC 3986, 5.2), "" where that cannot be."""
    if is_plain(address):
        return address
    address = _SLASHES.sub(r"\1", address) if "://" in address else address
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def media_type(written: str) -> str:
    """Return the media type that Atom's words for it stand for."""
    lower = written.lower()
    return _TYPES.get(lower, lower)


def is_base64(mode: str | None, kind: str) -> bool:
    """Whether the content of an element is in base64 (Atom 0.3, and RFC 4287, 4.1.3.3)."""
    return mode == "base64" or not (kind.startswith("text/") or kind.endswith(("+xml", "/xml")))


def decoded(text: str) -> str:
    """Return what a text in base64 stands for, or the text where it is none."""
    try:
        return base64.decodebytes(text.encode()).decode()
    except (binascii.Error, ValueError):
        return text


def looks_like_html(text: str) -> bool:
    """Whether what RSS calls plain text is HTML: with an end tag or entity, and none unknown."""
    if not _CLOSED.search(text):
        return False
    if any(tag.lower() not in HTML_NAMES for tag in _TAGS.findall(text)):
        return False
    return all(name in entitydefs for name in _ENTITIES.findall(text))


# --- Who wrote it ------------------------------------------------------------------------

MAX_NAME: Final = 200
"""Code points of an author that are read."""
_NAMED: Final = re.compile(
    r"\s*(?:\S+@\S+\s*\((?P<behind>[^()]+)\)|(?P<before>[^<>@]+)<\S+@\S+>)\s*"
)
"""A name beside an address, as RSS 2.0 and mail write them."""
_ADDRESS: Final = re.compile(
    r"[a-zA-Z0-9_.+-]+@(?:\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.|(?:[a-zA-Z0-9-]+\.)+)"
    r"(?:[a-zA-Z]{2,4}|[0-9]{1,3})\]?(?:\?subject=\S+)?"
)


def bounded(text: str, tails: list[str]) -> tuple[str, list[str]]:
    """Return the text of an author cut to what is read of it, and free from an address.

    What is longer than a name is none, and searching it for an address would take time in
    the square of its length.

    Args:
        text: What stands before the first element within.
        tails: What stands behind each of them.
    """
    whole = "".join((text, *tails))
    if len(whole) > MAX_NAME:
        text, tails = whole[:MAX_NAME], []
    named = _NAMED.fullmatch(text)
    return (named["behind"] or named["before"] if named else text), tails


def name_and_address(written: str) -> tuple[str, str]:
    """Return the name and the mail address that an author is written as, "" for none."""
    found = _ADDRESS.search(written)
    if not found:
        return written, ""
    name = written.replace(found[0], "")
    for empty in ("()", "<>", "&lt;&gt;"):
        name = name.replace(empty, "")
    name = name.strip().removeprefix("(").removesuffix(")").strip()
    return name, found[0]
