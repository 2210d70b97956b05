"""Markup from outside: its bytes as text, its addresses and times; XML that cannot expand."""

import codecs
import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.entities import html5
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree

from reader.errors import ParseError
from reader.text import clean, clean_line

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),  # no mark, but the first "<" tells (XML 1.0, appendix F)
    (b"\0<", "utf-16-be"),
)
_LABEL_IN_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.ASCII | re.IGNORECASE)
_LABEL_IN_MARKUP: Final = re.compile(
    rb"(?:encoding|charset)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_LABEL_WITHIN: Final = 4096
"""How many bytes of a document are searched for its label, a few times what HTML asks for."""

# Codecs for character sets; the others that Python knows (idna, unicode_escape, utf-7)
# are no encodings of documents, and UTF-16 and 32 are told by their first bytes.
_DOCUMENT_CODEC: Final = re.compile(
    "iso|cp|koi8|mac|gb|big5|euc|shift|johab|tis|utf-8|ascii|latin", re.IGNORECASE
)
# What these labels mean where documents use them: the WHATWG Encoding Standard, 4.2.
_WIDER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}

_LOOSE: Final = re.compile(
    r"&(?:#[xX](?P<hex>[0-9a-fA-F]{1,8});|#(?P<dec>[0-9]{1,8});|(?P<name>[A-Za-z][A-Za-z0-9]{0,40});)?"
    r"|<(?=[\s\d<=]|\Z)"
)
"""A reference, a bare ampersand, a bare "less than"."""
_XML_NAMES: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))
_NEVER_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow (2.2), not even as a reference."""

_NEVER_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_MAX_NEVER_TEXT: Final = 0.02

_FIRST: Final = datetime(1970, 1, 2, tzinfo=UTC).timestamp()
_LAST: Final = datetime(2200, 1, 1, tzinfo=UTC).timestamp()

_BREAKS: Final = re.compile("[\t\r\n]")
"""What browsers drop from an address before they look at it (WHATWG URL, 4.4)."""
_IN_ADDRESS: Final = re.compile(r"[\s<>\"\\]")
_MAX_ADDRESS: Final = 8192
"""Code points; longer than any server takes, and long enough for a signed address."""


def decode(data: bytes, content_type: str | None = None) -> str:
    """Return the text of a document whose encoding may be declared, wrongly or not at all.

    In this order: a byte order mark, UTF-8 if every byte fits, the label in
    ``content_type`` (the HTTP header), the label in the document, UTF-8 if it has more
    good sequences than bad ones, windows-1252. Never fails: a byte that does not fit
    becomes U+FFFD.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    label = _label(data, content_type)
    if label.startswith("iso2022"):  # seven bits, so that it would pass for UTF-8
        return data.decode(label, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        if label and label != "utf-8":
            return data.decode(label, "replace")
    text = data.decode(errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - bad - len(text.encode("ascii", "ignore"))
    return text if good > bad else data.decode("cp1252", "replace")


def _label(data: bytes, content_type: str | None) -> str:
    """Return the codec that a document is declared to be in, "" for none or an unusable one."""
    found = _LABEL_IN_HEADER.search(content_type or "")
    label = found[1] if found else ""
    if not label and (inside := _LABEL_IN_MARKUP.search(data[:_LABEL_WITHIN])):
        label = inside[1].decode("ascii")
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    return _WIDER.get(name, name) if _DOCUMENT_CODEC.match(name) else ""


def is_binary(text: str) -> bool:
    """Whether a decoded document is none: much of it is what no text is made of."""
    return len(_NEVER_TEXT.findall(text)) > _MAX_NEVER_TEXT * len(text)


def web_url(address: str | None, base: str | None = None) -> str | None:
    """Return ``address`` as an absolute http or https URL, or None where it is not one.

    A relative address is resolved against ``base`` (RFC 3986, 5.2). White space, angle
    brackets, quotation marks and backslashes are percent-encoded: the result is one word.
    """
    url = _resolve(address, base)
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return url if usable else None


def link_url(address: str | None, base: str | None = None) -> str | None:
    """Return where a link in a text leads: as ``web_url``, or a mailto address; else None."""
    url = _resolve(address, base)
    return url if re.match("mailto:.", url) else web_url(url)


def _resolve(address: str | None, base: str | None) -> str:
    """Return ``address`` resolved and as one word, "" where that cannot be done."""
    if not address or len(address) > _MAX_ADDRESS:
        return ""
    address = clean_line(_BREAKS.sub("", address))
    try:
        url = urljoin(base, address) if base else address
    except ValueError:
        return ""
    scheme, colon, rest = url.partition(":")
    return _IN_ADDRESS.sub(_percent, f"{scheme.lower()}{colon}{rest}" if colon else url)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def timestamp(moment: datetime) -> int | None:
    """Return ``moment`` in seconds since 1970, None outside 1970-01-02 to 2200.

    A moment without a time zone is taken as UTC. What lies outside is a mistake of the
    document: a clock that was never set, a field misread.
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    seconds = aware.timestamp()
    return int(seconds) if _FIRST <= seconds < _LAST else None


def iso_time(text: object) -> int | None:
    """Return an ISO 8601 date and time in seconds since 1970 UTC, None where it is not one."""
    if not isinstance(text, str):
        return None
    try:
        return timestamp(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError):
        return None


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


def parse_xml(text: str) -> etree._Element:
    """Return the root of an XML document, mended where it is broken.

    Nothing is fetched and nothing expanded: the document type is left out, and with it
    every entity that it declares. HTML's entities and bare signs come out as what their
    writer meant. Comments and processing instructions are dropped.

    Raises:
        ParseError: There is no element in the text.
    """
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    text = _NEVER_XML.sub("", clean(text[root_at(text) :]))
    try:
        root = etree.fromstring("".join(_without_loose(text)).encode(), parser)
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
