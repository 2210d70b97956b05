"""What a person sets right."""

from dataclasses import dataclass

from reader.model.kept import TextQuote
from reader.model.quotations import Quotation, SourceType, Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of a quotation: whose it is, that it is nobody's, or that it is none."""

    name: str | None = None
    """Who says it; None where nobody is named."""
    type: SourceType | None = None
    """What the named one is; None only where nobody is named."""
    role: str | None = None
    removed: bool = False
    """Whether it is no quotation; name, type and role are None then."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict on one quotation, with all that is needed to lay it over any later analysis."""

    id: int
    entry_id: int | None
    """The entry it was made on, or None for what is read without one."""
    place: TextQuote
    """The content, from its first word to its last."""
    quotation: Quotation
    """The quotation as it is from now on, or as it was when it was removed; ``source`` is None."""
    verdict: Verdict
    created: int


@dataclass(frozen=True, slots=True)
class CorrectedText:
    """The text that corrections were made in, kept with them: its feed may change or drop it."""

    text_hash: str
    title: str
    link: str | None
    language: str | None
    prose: tuple[Span, ...]
    """As ``Article.prose`` was."""
    text: str
