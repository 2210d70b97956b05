"""Who says what in a text.

Named tuples, not dataclasses as elsewhere: the engine is a library of its own, and importing
``dataclasses`` would add 10 ms to the 120 in which it loads.
"""

from typing import Literal, NamedTuple

Span = tuple[int, int]


QuotationKind = Literal["direct", "mixed", "indirect"]
SourceType = Literal["person", "organization", "outlet", "document", "group", "unnamed"]
NoteKind = Literal["anonymous", "no_comment"]


class Mention(NamedTuple):
    """Words of the text with their place: how a source is named, or a cue."""

    start: int
    end: int
    text: str


class Quotation(NamedTuple):
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
    correction: int | None = None
    """The id of the correction by which a person set it right, or None."""


class Source(NamedTuple):
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


class Note(NamedTuple):
    """A remark on sourcing that is no quotation: anonymous sources, a declined comment."""

    kind: NoteKind
    start: int
    end: int


class Analysis(NamedTuple):
    """Who says what in one text."""

    language: str
    """Two letters (ISO 639-1), "und" where undetermined."""
    quotations: tuple[Quotation, ...] = ()
    """In the order in which they start."""
    sources: tuple[Source, ...] = ()
    """In the order of their first quotation."""
    notes: tuple[Note, ...] = ()
