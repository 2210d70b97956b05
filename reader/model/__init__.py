"""What the parts of the reader hand to each other.

Times are whole seconds since 1970 in UTC, or None where unknown. Spans are
``(start, end)`` in Unicode code points of the text they belong to, end exclusive.
Every string that came from outside has passed ``reader.text.clean``.

Every name is had from here. A module is read when the first of its names is asked for:
making a dataclass takes a millisecond, and few need all of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.articles import *  # noqa: F403 - listed below
    from reader.model.corrections import *  # noqa: F403 - listed below
    from reader.model.feeds import *  # noqa: F403 - listed below
    from reader.model.kept import *  # noqa: F403 - listed below
    from reader.model.queries import *  # noqa: F403 - listed below
    from reader.model.quotations import *  # noqa: F403 - listed below
else:
    _HOMES = {
        "articles": "Article Block BlockKind Inline InlineKind",
        "corrections": "CorrectedText Correction Verdict",
        "feeds": "Enclosure ParsedEntry ParsedFeed",
        "kept": "Bookmark BookmarkRow Counts Entry EntryRow EntryVersion Feed FeedRow Order Pace "
        "Saved SavedQuery TextQuote View ViewKind",
        "queries": "AllOf AnyOf Comparison Not Query Rule RuleAction Term",
        "quotations": "Analysis Mention Note NoteKind Quotation QuotationKind Source "
        "SourceType Span",
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for module, names in _HOMES.items():
            if name in names.split():
                found = getattr(import_module(f"reader.model.{module}"), name)
                globals()[name] = found  # not asked for again
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
