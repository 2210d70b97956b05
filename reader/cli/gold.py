"""Corrected articles in the form of annotated data, to score and to learn from."""

from collections.abc import Iterable, Sequence

from reader.cli.shapes import Shape
from reader.corrections import correct, placed
from reader.model import (
    Analysis,
    CorrectedText,
    Correction,
    Mention,
    Quotation,
    QuotationKind,
    Span,
)
from reader.quotes.marks import pair_marks

_ID_DIGITS = 16


def gold_shape(text: CorrectedText, found: Analysis, corrections: Sequence[Correction]) -> Shape:
    """Return an article with who says what in it, as a line of annotated data has it.

    All quotations of the article are given; ``corrected`` tells which of them a person judged.
    What a person said is no quotation stands in ``removed``, and in ``scare_quotes`` where it
    is in quotation marks.

    Args:
        text: The article.
        found: What the engine finds in it.
        corrections: What a person set right in it.
    """
    analysis = correct(found, text.text, corrections)
    removed = [own for one, own in placed(text.text, corrections) if one.verdict.removed]
    return {
        "id": text.text_hash[:_ID_DIGITS],
        "sha256": text.text_hash,
        "title": text.title,
        "url": text.link,
        "language": analysis.language,
        "text": text.text,
        "attributions": [_attribution(q, analysis, text.text) for q in analysis.quotations],
        "scare_quotes": _spans(part for q in removed if q.kind == "direct" for part in q.parts),
        "removed": _spans(part for q in removed for part in q.parts),
    }


def _attribution(quotation: Quotation, analysis: Analysis, text: str) -> Shape:
    source = None if quotation.source is None else analysis.sources[quotation.source]
    names = [] if source is None else source.name.split("; ")
    return {
        "source": _place(quotation.mention),
        "cue": _place(quotation.cue),
        "content": _spans(quotation.parts),
        "kind": quotation.kind,
        "kinds": [_kind(quotation, part, text) for part in quotation.parts],
        "resolved": names if len(names) > 1 else next(iter(names), None),
        "source_type": None if source is None else source.type,
        "role": None if source is None else source.role,
        "via": quotation.via,
        "anonymous_behind": quotation.anonymous and source is not None and source.type != "unnamed",
        "corrected": quotation.correction is not None,
    }


def _place(words: Mention | None) -> list[list[int]]:
    return [] if words is None else [[words.start, words.end]]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _kind(quotation: Quotation, part: Span, text: str) -> QuotationKind:
    """Return the kind of one piece: a mixed quotation may have pieces of every kind."""
    if quotation.kind != "mixed":
        return quotation.kind
    quoted = pair_marks(text, [part])
    if not quoted:
        return "indirect"
    outside = text[part[0] : quoted[0].start] + text[quoted[-1].end : part[1]]
    return "direct" if len(quoted) == 1 and not any(map(str.isalnum, outside)) else "mixed"
