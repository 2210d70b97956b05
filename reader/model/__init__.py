"""What the parts of the reader hand to each other.

Times are whole seconds since 1970 in UTC, or None where unknown. Spans are
``(start, end)`` in Unicode code points of the text they belong to, end exclusive.
Every string that came from outside has passed ``reader.text.clean``.
"""

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]

# --- What a feed says ----------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed document: what it says of itself, and its entries in document order."""

    title: str
    link: str | None = None
    description: str | None = None
    language: str | None = None
    updated: int | None = None
    entries: tuple[ParsedEntry, ...] = ()


# --- What is kept --------------------------------------------------------------------


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
    """Content, else summary, else empty; as the feed gave it."""
    content_hash: str
    language: str | None
    enclosures: tuple[Enclosure, ...]
    read: bool
    bookmarked: bool


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


# --- An article ----------------------------------------------------------------------

InlineKind = Literal["link", "strong", "emphasis", "code", "strike", "superscript", "subscript"]


@dataclass(frozen=True, slots=True)
class Inline:
    """A run inside a block: a link, emphasis. The span counts in the block's own text."""

    start: int
    end: int
    kind: InlineKind
    url: str | None = None
    """Where a link leads: absolute, http, https or mailto; None for the other kinds."""


BlockKind = Literal[
    "heading", "paragraph", "item", "quote", "code", "table", "image", "rule", "caption"
]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of an article: a heading, a paragraph, a list item, a table...

    A block's text stands at ``start`` in the article's text; blocks are in reading order.
    """

    kind: BlockKind
    text: str
    """Plain text. A table's rows are lines and its cells are parted by tabs; an image's is its
    alternative text."""
    start: int = 0
    inlines: tuple[Inline, ...] = ()
    level: int = 0
    """Headings: 1 to 6. Items: depth of the list, from 1. Quotes: depth, from 1. Else 0, or the
    depth of the list or quote that a paragraph, code or table continues."""
    marker: str = ""
    """Items: what stands before them, as "•" or "3."."""
    url: str | None = None
    """Images: the picture's address."""
    language: str | None = None
    """Code: the programming language, where the page names it."""
    header_rows: int = 0
    """Tables: how many of the first rows are headings."""

    @property
    def end(self) -> int:
        """Where the block ends in the article's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Article:
    """The readable text of an entry or page.

    ``text`` is every block's text joined by a blank line; offsets of quotations count in it.
    """

    title: str
    blocks: tuple[Block, ...]
    text: str
    byline: str | None = None
    site: str | None = None
    published: int | None = None
    language: str | None = None
    link: str | None = None

    @property
    def prose(self) -> tuple[Span, ...]:
        """The spans of the text that people write sentences in: no code, no tables."""
        return tuple(
            (block.start, block.end)
            for block in self.blocks
            if block.text and block.kind not in ("code", "table", "image", "rule")
        )


# --- Who says what -------------------------------------------------------------------

QuotationKind = Literal["direct", "mixed", "indirect"]
SourceType = Literal["person", "organization", "outlet", "document", "group", "unnamed"]
NoteKind = Literal["anonymous", "no_comment"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text with their place: how a source is named, or a cue."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Content, the cue that says it is said, and the mention of who says it."""

    start: int
    end: int
    parts: tuple[Span, ...]
    """The unbroken runs of the content, in order; quotation marks belong to them."""
    kind: QuotationKind
    mention: Mention | None
    """How the source is named beside the quotation, or None."""
    cue: Mention | None
    source: int | None
    """Index into ``Analysis.sources``, or None where nobody is named."""
    via: str | None = None
    """The channel, in the article's words: "a post on Weibo"."""
    anonymous: bool = False
    """Whether the source is unnamed, or an outlet that relays an unnamed one."""
    confidence: float = 1.0
    """How likely it is right, 0 to 1."""
    rule: str = ""
    """Which rule found it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something in an article: every mention of them, under one name."""

    name: str
    """The fullest form of the name that the article gives; several names parted by "; "."""
    type: SourceType
    role: str | None = None
    """In the article's own words: "CEO of Acme"."""
    anonymous: bool = False
    quotations: tuple[int, ...] = ()
    """Indexes into ``Analysis.quotations``."""
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on sourcing that is no quotation: anonymous sources, a declined comment."""

    kind: NoteKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """Who says what in one text."""

    language: str
    """Two letters (ISO 639-1), "und" where undetermined."""
    quotations: tuple[Quotation, ...] = ()
    """In the order in which they start."""
    sources: tuple[Source, ...] = ()
    """In the order of their first quotation."""
    notes: tuple[Note, ...] = ()


# --- Views ---------------------------------------------------------------------------

ViewKind = Literal["all", "unread", "today", "bookmarks", "folder", "feed"]


@dataclass(frozen=True, slots=True)
class View:
    """Which entries a list shows: a smart view, a folder or one feed."""

    kind: ViewKind
    folder: str | None = None
    feed_id: int | None = None


# --- What the store answers ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Saved:
    """What a fetched feed brought."""

    new: int
    """Entries that were not there."""
    changed: int
    """Entries whose content is another one than before."""


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
