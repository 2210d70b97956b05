"""The JSON shapes that other programs rely on."""

from collections.abc import Sequence
from typing import Any

from reader.cli.output import iso_time
from reader.model import (
    Analysis,
    Enclosure,
    EntryRow,
    Mention,
    ParsedEntry,
    ParsedFeed,
    Quotation,
    Source,
)
from reader.text import clean

Shape = dict[str, Any]


def entry_shape(row: EntryRow) -> Shape:
    """Return an entry as ``list --json`` gives it."""
    return {
        "id": row.id,
        "title": row.title,
        "link": row.link,
        "feed": row.feed,
        "authors": list(row.authors),
        "published": iso_time(row.published),
        "read": row.read,
        "bookmarked": row.bookmarked,
        "quotations": row.quotations,
    }


def parsed_feed_shape(feed: ParsedFeed) -> Shape:
    """Return a feed document as ``parse`` gives it."""
    return {
        "feed": {
            "title": feed.title,
            "link": feed.link,
            "description": feed.description,
            "language": feed.language,
            "updated": iso_time(feed.updated),
        },
        "entries": [_parsed_entry_shape(entry) for entry in feed.entries],
    }


def _parsed_entry_shape(entry: ParsedEntry) -> Shape:
    return {
        "id": entry.guid,
        "title": entry.title,
        "link": entry.link,
        "authors": list(entry.authors),
        "published": iso_time(entry.published),
        "updated": iso_time(entry.updated),
        "language": entry.language,
        "content_html": _cleaned(entry.content_html),
        "summary": _cleaned(entry.summary),
        "enclosures": [enclosure_shape(enclosure) for enclosure in entry.enclosures],
    }


def enclosure_shape(enclosure: Enclosure) -> Shape:
    """Return a file that an entry points to."""
    return {"url": enclosure.url, "type": enclosure.type, "length": enclosure.length}


def _cleaned(html: str | None) -> str | None:
    return None if html is None else clean(html)


def analysis_shape(analysis: Analysis) -> Shape:
    """Return who says what, as ``quotes`` gives it; offsets are code points of the text."""
    return {
        "language": analysis.language,
        "quotes": [_quotation_shape(q, analysis.sources) for q in analysis.quotations],
        "sources": [_source_shape(source) for source in analysis.sources],
        "notes": [
            {"kind": note.kind, "start": note.start, "end": note.end} for note in analysis.notes
        ],
    }


def _quotation_shape(quotation: Quotation, sources: Sequence[Source]) -> Shape:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "parts": [list(part) for part in quotation.parts],
        "kind": quotation.kind,
        "speaker": _mention_shape(quotation.mention),
        "cue": _mention_shape(quotation.cue),
        "source": None
        if quotation.source is None
        else _attribution_shape(quotation, sources[quotation.source]),
        "confidence": round(quotation.confidence, 3),
        "rule": quotation.rule,
    }


def _mention_shape(mention: Mention | None) -> Shape | None:
    if mention is None:
        return None
    return {"start": mention.start, "end": mention.end, "text": clean(mention.text)}


def _attribution_shape(quotation: Quotation, source: Source) -> Shape:
    return {
        "name": clean(source.name),
        "type": source.type,
        "role": _cleaned(source.role),
        "via": _cleaned(quotation.via),
        "anonymous": quotation.anonymous,
    }


def _source_shape(source: Source) -> Shape:
    return {
        "name": clean(source.name),
        "type": source.type,
        "role": _cleaned(source.role),
        "anonymous": source.anonymous,
        "quotes": list(source.quotations),
        "mentions": [list(span) for span in source.mentions],
    }
