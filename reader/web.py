"""What documents of the web share: their bytes as text, their addresses, their times."""

import codecs
import re
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urljoin, urlsplit

from reader.text import clean_line

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
_NEVER_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_MAX_NEVER_TEXT: Final = 0.02

_FIRST: Final = datetime(1970, 1, 2, tzinfo=UTC).timestamp()
_LAST: Final = datetime(2200, 1, 1, tzinfo=UTC).timestamp()

_BREAKS: Final = re.compile("[\t\r\n]")
"""What browsers drop from an address before they look at it (WHATWG URL, 4.4)."""
_IN_ADDRESS: Final = re.compile(r"[\s<>\"\\]")
_PLAIN_ADDRESS: Final = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?"
    r"(?:/[\w!$%&'()*+,./:=@~-]*)?(?:\?[\w!$%&'()*+,./:;=@~?-]+)?(?:#[\w!$%&'()*+,./:;=@~?-]+)?",
    re.ASCII,
)
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
    if address and is_plain(address):
        return address
    url = _resolve(address, base)
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return url if usable else None


def is_plain(address: str) -> bool:
    """Whether a text is an absolute http or https URL that stays as it is, however it is resolved.

    Nearly all are, and it takes a tenth of what it takes to make sure of the others.
    """
    return len(address) <= _MAX_ADDRESS and _PLAIN_ADDRESS.fullmatch(address) is not None


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
    except ValueError:  # the base is none: an absolute address needs none
        url = address
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
    return plausible(aware.timestamp())


def plausible(seconds: float) -> int | None:
    """Return a time in whole seconds since 1970, None outside 1970-01-02 to 2200."""
    return int(seconds) if _FIRST <= seconds < _LAST else None


def iso_time(text: object) -> int | None:
    """Return an ISO 8601 date and time in seconds since 1970 UTC, None where it is not one."""
    if not isinstance(text, str):
        return None
    try:
        return timestamp(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError):
        return None
