"""What the store keeps, and how it is looked at."""

from dataclasses import dataclass, field
from typing import Literal

from reader.model.feeds import Enclosure


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a feed changes, by what it said when it last sent anything."""

    rhythm: int | None = None
    """Seconds between its entries."""
    ttl: int | None = None
    """Seconds that it says it stays as it is."""
    skip_hours: tuple[int, ...] = ()
    """Hours of the day in UTC, 0 to 23, at which it asks not to be fetched."""
    skip_days: tuple[str, ...] = ()
    """Days of the week at which it asks not to be fetched: in English, in lower case."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription."""

    id: int
    url: str
    title: str
    link: str | None
    folder: str | None
    language: str | None
    etag: str | None
    last_modified: str | None
    fetched_at: int | None
    """When the feed last answered."""
    error: str | None
    """Why the last refresh failed, in words, or None."""
    trusted_host: str | None = None
    """The host that the user typed, which may then be in the user's own network."""
    due_at: int = 0
    """When it is to be asked again; 0 for at once."""
    failures: int = 0
    """How many refreshes failed since it last answered."""
    gone_at: int | None = None
    """When its server said that it is gone for good: it is not asked any more."""
    pace: Pace = Pace()


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A subscription as the feeds pane and ``newsreader feeds`` show it."""

    id: int
    url: str
    title: str
    folder: str | None
    unread: int
    entries: int
    fetched_at: int | None
    error: str | None
    due_at: int = 0
    failures: int = 0
    gone_at: int | None = None
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with all that is kept of it."""

    id: int
    feed_id: int
    feed_title: str
    feed_url: str
    guid: str
    title: str
    link: str | None
    authors: tuple[str, ...]
    published: int | None
    updated: int | None
    seen: int
    """When the entry first came."""
    content_html: str
    """The article of its page, where that is shown; else what the feed gave, "" for nothing."""
    content_hash: str
    """Of what the feed gave."""
    language: str | None
    enclosures: tuple[Enclosure, ...]
    read: bool
    bookmarked: bool
    full_text_url: str | None = None
    """Where the page lies whose article ``content_html`` is, None where that is the feed's."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What a row of a list shows of an entry: never its text."""

    id: int
    feed_id: int
    title: str
    link: str | None
    feed: str
    authors: tuple[str, ...]
    published: int | None
    seen: int
    read: bool
    bookmarked: bool
    quotations: int | None
    """How many quotations it holds; None while it has not been analysed."""
    others: int = 0
    """How many entries of other subscriptions tell the same story."""


@dataclass(frozen=True, slots=True)
class TextQuote:
    """Where a passage stands in a text, so that it is found again after changes.

    The W3C Web Annotation text-quote selector, with the offsets of a text-position
    selector and the hash of the text they count in.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    text_hash: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An article or one quotation in it, with its own copy of all it needs."""

    id: int
    entry_id: int | None
    """The entry it was made on while that is kept, else None."""
    title: str
    link: str | None
    feed: str
    authors: tuple[str, ...]
    published: int | None
    content_html: str
    text: str
    """The article's plain text when the bookmark was made."""
    text_hash: str
    quotation: TextQuote | None
    source: str | None
    """Who the bookmarked quotation was attributed to, when it was made."""
    note: str
    tags: tuple[str, ...]
    created: int


Order = Literal["newest", "oldest", "feed", "stories"]
"""How a list stands: by date, by the names of feeds, or the newest of each story alone."""
ViewKind = Literal["all", "unread", "today", "bookmarks", "folder", "feed", "query"]


@dataclass(frozen=True, slots=True)
class View:
    """Which entries a list shows: a smart view, a folder or one feed."""

    kind: ViewKind
    folder: str | None = None
    feed_id: int | None = None
    query: str | None = None
    """What is asked for, as it was written."""
    best_first: bool = False
    """Whether what a query finds stands by how well it fits, not by its date."""


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query that was given a name."""

    id: int
    name: str
    query: str
    notify: bool
    """Whether new entries that it asks for are told of."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a fetched feed brought."""

    new: int
    """Entries that were not there."""
    changed: int
    """Entries whose content is another one than before."""
    ids: tuple[int, ...] = field(default=(), compare=False)
    """Those that were not there."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many the smart views hold."""

    all: int
    unread: int
    today: int
    bookmarks: int


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """What an entry said before its feed changed it."""

    title: str
    published: int | None
    updated: int | None
    content_html: str
    content_hash: str
    replaced_at: int


@dataclass(frozen=True, slots=True)
class BookmarkRow:
    """What a list shows of a bookmark: never the article's text."""

    id: int
    entry_id: int | None
    title: str
    link: str | None
    feed: str
    authors: tuple[str, ...]
    published: int | None
    quotation: str | None
    """The bookmarked words, or None where the article is bookmarked."""
    source: str | None
    note: str
    tags: tuple[str, ...]
    created: int
