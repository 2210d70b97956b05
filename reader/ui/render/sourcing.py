"""Who speaks in an article, and how much of it is theirs: the figures of the sourcing strip."""

from typing import NamedTuple

from reader.model import Analysis, Source, SourceType
from reader.ui.render.cells import width_of

_GROUPS: tuple[tuple[str, frozenset[SourceType]], ...] = (
    ("named", frozenset({"person", "organization"})),
    ("outlets", frozenset({"outlet"})),
    ("documents", frozenset({"document"})),
    ("groups", frozenset({"group"})),
    ("unnamed", frozenset({"unnamed"})),
)
_BAR = 10
"""Cells of the bars together: all words that are anybody's."""


class Share(NamedTuple):
    """How many sources of one sort speak, and the share of the article's words that is theirs."""

    label: str
    sources: int
    words: float
    """0 to 1."""


def shares(text: str, analysis: Analysis) -> tuple[Share, ...]:
    """Return the share of each sort of source that speaks in ``text``."""
    total = max(len(text.split()), 1)
    found = []
    for label, types in _GROUPS:
        sources = [source for source in analysis.sources if source.type in types]
        if sources:
            words = sum(_words(text, analysis, source) for source in sources)
            found.append(Share(label, len(sources), min(words / total, 1.0)))
    return tuple(found)


def _words(text: str, analysis: Analysis, source: Source) -> int:
    return sum(
        len(text[start:end].split())
        for index in source.quotations
        for start, end in analysis.quotations[index].parts
    )


def strip(text: str, analysis: Analysis, width: int) -> str:
    """Return the sourcing strip in at most ``width`` cells, shortened in steps where it must be."""
    found = shares(text, analysis)
    silent = sum(note.kind == "no_comment" for note in analysis.notes)
    refused = [f"no comment {silent}"] if silent else []
    if not analysis.quotations:
        return " · ".join(["no quotations found", *refused])
    spoken = sum(share.words for share in found) or 1.0
    quoted = f"{round(100 * min(spoken, 1.0))} % of the words"
    counts = [f"{share.label} {share.sources}" for share in found]
    bars = [
        f"{label} {'▇' * max(1, round(share.words / spoken * _BAR))}"
        for label, share in zip(counts, found, strict=True)
    ]
    short = [*counts, *refused]
    for parts in ([*bars, *refused, quoted], [*short, quoted], short, counts):
        line = " · ".join(parts)
        if width_of(line) <= width:
            break
    return line
