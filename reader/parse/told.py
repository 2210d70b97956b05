"""What a feed tells, as text, before anything is made of it: what every way of reading gives."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Text:
    """A title, summary or content."""

    value: str
    type: str
    """A media type: text/plain, text/html, application/xhtml+xml, or what the feed says."""
    base: str = ""
    """What relative addresses in it are resolved against, "" for nothing."""
    language: str | None = None


@dataclass(slots=True)
class Link:
    """A link or a file. ``href`` is None where the feed gives no address."""

    rel: str | None
    href: str | None
    type: str | None
    length: str | None = None


@dataclass(slots=True)
class Told:
    """What a feed or an entry tells; None is what it does not tell, "" what it leaves empty."""

    title: str | None = None
    title_detail: Text | None = None
    link: str | None = None
    links: list[Link] = field(default_factory=list)
    id: str | None = None
    published: str | None = None
    updated: str | None = None
    contents: list[Text] = field(default_factory=list)
    summary: Text | None = None
    subtitle: str | None = None
    author: str | None = None
    """The last author, as written."""
    authors: list[tuple[str, str]] = field(default_factory=list)
    """Names and addresses, "" for what is not told."""
    language: str | None = None
    media: list[Link] = field(default_factory=list)
    origin: "Told | None" = None
    """The feed that an entry came from: Atom's and RSS's ``source``."""


@dataclass(slots=True)
class ToldFeed:
    """A document: what it tells of itself, and its entries in document order."""

    version: str
    """feedparser's name for the format: "rss20", "atom10"; "" for none."""
    feed: Told
    entries: list[Told]
