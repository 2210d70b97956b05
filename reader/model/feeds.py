"""What a feed says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an entry points to: audio, video, a picture."""

    url: str
    type: str | None = None
    length: int | None = None
    """Bytes, as the feed tells."""


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One entry as its feed tells it."""

    guid: str
    """What the feed calls the entry, or what stands in for it: link, or a hash. Never empty."""
    title: str
    link: str | None = None
    authors: tuple[str, ...] = ()
    published: int | None = None
    updated: int | None = None
    content_html: str | None = None
    """The fullest content that the feed carries, as HTML."""
    summary: str | None = None
    """The summary, as HTML, where the feed carries one."""
    language: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    media: tuple[Enclosure, ...] = ()
    """Files that Media RSS names beside the enclosures: pictures, mostly."""
    origin: str | None = None
    """The title of the feed that the entry came from, where another passes it on."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed document: what it says of itself, and its entries in document order."""

    title: str
    link: str | None = None
    description: str | None = None
    language: str | None = None
    updated: int | None = None
    entries: tuple[ParsedEntry, ...] = ()
    ttl: int | None = None
    """Seconds that the feed says it stays as it is."""
    skip_hours: tuple[int, ...] = ()
    """Hours of the day in UTC, 0 to 23, at which it asks not to be fetched."""
    skip_days: tuple[str, ...] = ()
    """Days of the week at which it asks not to be fetched: in English, in lower case."""
