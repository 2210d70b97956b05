"""How far two readings of a feed agree, field by field.

Titles are compared with entities decoded and white space folded, addresses by what a browser
would ask for (escapes in upper case, host in lower case), dates in seconds. A field that the
one reading leaves empty because feedparser has no valid value for it agrees where the other is
empty, too.
"""

import calendar
import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, urlsplit

from reader.model import ParsedEntry, ParsedFeed

FIELDS: Final = ("entries", "title", "link", "id", "published", "updated", "enclosures")
_TAG: Final = re.compile("<[A-Za-z!/?][^<>]*>")
_ESCAPE: Final = re.compile("%[0-9a-fA-F]{2}")
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


@dataclass(slots=True)
class Agreement:
    """How many values were compared and how many agree, by field; some that do not."""

    compared: Counter[str] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[str, str, str, str]] = field(default_factory=list)
    """File, field, feedparser's value, ours."""

    def count(self, name: str, file: str, theirs: object, ours: object) -> None:
        """Compare one value."""
        self.compared[name] += 1
        if theirs == ours:
            self.agreed[name] += 1
        else:
            self.examples.append((file, name, repr(theirs)[:200], repr(ours)[:200]))


def compare(agreement: Agreement, file: str, theirs: Any, ours: ParsedFeed | None) -> None:
    """Compare what feedparser gives for a feed with ours; None for a feed that we refuse."""
    entries = theirs["entries"]
    agreement.count("entries", file, len(entries), len(ours.entries) if ours else 0)
    if not ours or len(ours.entries) != len(entries):
        return
    for their, our in zip(entries, ours.entries, strict=True):
        for name, (a, b) in _values(their, our):
            agreement.count(name, file, a, b)


def _values(their: Any, our: ParsedEntry) -> Iterator[tuple[str, tuple[object, object]]]:
    get = dict.get
    yield "title", (title_key(get(their, "title")), title_key(our.title))
    yield "link", (address_key(get(their, "link")), address_key(our.link))
    if get(their, "id"):
        yield "id", (address_key(get(their, "id")) or _folded(their["id"]), address_key(our.guid))
    yield "published", (_seconds(get(their, "published_parsed")), our.published)
    yield "updated", (_seconds(get(their, "updated_parsed")), our.updated)
    files = [
        address_key(get(one, "href"))
        for one in get(their, "links") or ()
        if get(one, "rel") == "enclosure"
    ]
    yield "enclosures", (files, [address_key(one.url) for one in our.enclosures])


def title_key(text: str | None) -> str:
    shown = html.unescape(html.unescape(text or ""))
    return _folded(_TAG.sub("", shown))


def _folded(text: str | None) -> str:
    return " ".join(_UNSEEN.sub("", text or "").split())


def address_key(text: str | None) -> str:
    """Return an address in one spelling; an address that is none is its text."""
    folded = _folded(text)
    try:
        parts = urlsplit(folded)
    except ValueError:
        return folded
    if parts.scheme not in ("http", "https"):
        return folded
    host = parts.netloc.lower()
    whole = quote(parts._replace(netloc=host).geturl(), safe="%/:?#[]@!$&'()*+,;=~")
    return _ESCAPE.sub(lambda found: found[0].upper(), whole).rstrip("/")


def _seconds(parsed: Any) -> int | None:
    try:
        return calendar.timegm(parsed) if parsed else None
    except (ValueError, OverflowError):
        return None
