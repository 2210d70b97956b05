"""What the feed formats share: texts, guids, languages."""

import hashlib
import html
import re
from typing import Final
from urllib.parse import urljoin

from reader.text import clean, clean_line

_BREAK: Final = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]*>", re.IGNORECASE)
_TAG: Final = re.compile("<[A-Za-z!/?][^<>]*>")
_OPENING: Final = re.compile("<[A-Za-z][^<>]*>")
_ADDRESS: Final = re.compile(
    r"(?<=[\s\"'])((?:href|src|cite|poster)\s*=\s*)"
    r"(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile("(?:#|[a-z][a-z0-9+.-]*:|$)", re.IGNORECASE)
"""How an address begins that leads to the same from everywhere."""
_LANGUAGE: Final = re.compile("[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_MAX_LINE: Final = 2000
"""Code points of a title or name that are kept: what is longer is not one."""


def line(text: object) -> str:
    """Return a title or a name as one clean line, "" where it is not text."""
    return clean_line(text)[:_MAX_LINE] if isinstance(text, str) else ""


def line_of_html(source: str) -> str:
    """Return the text of a title that is HTML as one clean line."""
    return line(html.unescape(_TAG.sub("", _BREAK.sub(" ", source))))


def absolute(source: str, base: str) -> str:
    """Return HTML with its relative addresses resolved against ``base``; all else stays."""

    def resolved(found: re.Match[str]) -> str:
        address = html.unescape(found[2].strip("\"'")).strip()
        if _WHOLE.match(address):
            return found[0]
        try:
            return f'{found[1]}"{html.escape(urljoin(base, address))}"'
        except ValueError:
            return found[0]

    return _OPENING.sub(lambda tag: _ADDRESS.sub(resolved, tag[0]), source)


def html_of_text(text: str) -> str:
    """Return plain text as HTML that shows the same."""
    return html.escape(clean(text), quote=False)


def language(text: object) -> str | None:
    """Return a language tag (BCP 47), None where it is not one."""
    tag = line(text)
    return tag.replace("_", "-") if _LANGUAGE.fullmatch(tag) else None


def told_guid(text: object) -> str:
    """Return what a feed calls an entry, "" where it does not; of a very long id, its hash."""
    if not isinstance(text, str):
        return ""
    guid = clean_line(text)
    return guid if len(guid) <= _MAX_LINE else made_guid(guid)


def made_guid(*parts: object) -> str:
    """Return what stands in for the id of an entry that has none: a hash of what it says."""
    told = "\n".join(str(part) for part in parts)
    return "sha256:" + hashlib.sha256(told.encode(errors="replace")).hexdigest()
