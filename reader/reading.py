"""An entry or bookmark made ready to be read: its article, and who says what in it.

What a person set right is laid over what the engine found; the store keeps the two apart.

The parser and the engine are imported where they are used: a list is seen without them.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

from reader.corrections import correct, judge, placed
from reader.errors import StoreError
from reader.model import (
    Analysis,
    Article,
    Correction,
    Enclosure,
    Entry,
    Quotation,
    Span,
    TextQuote,
    Verdict,
)
from reader.store import Store
from reader.text import text_hash

_AROUND = 32
_LONGEST = 1_000_000
"""Code points that are analysed: a long novel; more would keep the store waiting."""


class Reading(NamedTuple):
    """What the reading pane shows."""

    article: Article
    analysis: Analysis
    content_html: str
    feed: str
    authors: tuple[str, ...] = ()
    entry_id: int | None = None
    """None where only a bookmark's own copy is left."""
    bookmark_id: int | None = None
    """The bookmark it was opened from."""
    enclosures: tuple[Enclosure, ...] = ()
    offset: int = 0
    """Where in the article's text one was."""
    origin: int | None = None
    """The entry that a bookmark's own copy was made of."""
    passage: Span | None = None
    """The bookmarked quotation, in the article's text."""
    remarks: tuple[str, ...] = ()
    """What the reader says above the article: a bookmark's note, that it is a kept copy."""
    removed: tuple[Correction, ...] = ()
    """What a person said is no quotation, each at its place in this text."""

    @property
    def identity(self) -> int | None:
        """The entry that changes belong to, also where only a bookmark's copy is left of it."""
        return self.origin if self.entry_id is None else self.entry_id


def analyse(article: Article) -> Analysis:
    """Find who says what in an article, in its prose only, and in a book's first part only."""
    return analyse_text(article.text, article.language, article.prose)


def analyse_text(text: str, language: str | None, prose: Sequence[Span]) -> Analysis:
    """Find who says what in an article's text; see ``analyse``."""
    from reader.quotes import find_quotations

    prose = [(start, min(end, _LONGEST)) for start, end in prose if start < _LONGEST]
    return find_quotations(text, language=language, prose=prose)


def text_quote(text: str, quotation: Quotation) -> TextQuote:
    """Return where a quotation stands, so that it is found again after the text changed.

    A text-quote selector of the W3C Web Annotation model (2017, 4.2.4), with 32 code points
    before and after.
    """
    start, end = quotation.start, quotation.end
    around = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return TextQuote(text[start:end], *around, start, end, text_hash(text))


def open_entry(store: Store, entry_id: int, *, now: int) -> Reading | None:
    """Make an entry ready, its analysis from the store where that is kept.

    Returns None where there is no such entry.
    """
    from reader.article import entry_article

    entry = store.entry(entry_id)
    if entry is None:
        return None
    article = entry_article(entry)
    reading = Reading(
        article,
        _analysis(store, entry_id, article, now),
        entry.content_html,
        entry.feed_title,
        entry.authors,
        entry_id,
        enclosures=entry.enclosures,
        offset=store.position(entry_id),
        remarks=tuple(_remarks(store, entry)),
    )
    return _corrected(store, reading)


def _remarks(store: Store, entry: Entry) -> Iterator[str]:
    if entry.full_text_url is not None:
        host = urlsplit(entry.full_text_url).hostname or ""
        yield f"The full text, from {host.removeprefix('www.')}"
    if others := store.entry_rows(store.same_story(entry.id)):
        yield "Also in " + ", ".join(dict.fromkeys(row.feed for row in others))


def open_bookmark(store: Store, bookmark_id: int, *, now: int) -> Reading | None:
    """Make a bookmark ready: its entry while that still has the same text, else its own copy.

    Returns None where there is no such bookmark.
    """
    from reader.article import article_from_html

    bookmark = store.bookmark(bookmark_id)
    if bookmark is None:
        return None
    quotation = bookmark.quotation
    passage = (quotation.start, quotation.end) if quotation else None
    own = " ".join([*(f"#{tag}" for tag in bookmark.tags), bookmark.note]).strip()
    remarks = (own,) if own else ()
    if bookmark.entry_id is not None:
        reading = open_entry(store, bookmark.entry_id, now=now)
        if reading and text_hash(reading.article.text) == bookmark.text_hash:
            return reading._replace(bookmark_id=bookmark_id, passage=passage, remarks=remarks)
        remarks = (*remarks, "The article has changed or gone: this is the copy kept of it.")
    article = article_from_html(
        bookmark.content_html,
        title=bookmark.title,
        base_url=bookmark.link,
        link=bookmark.link,
        site=bookmark.feed,
        byline=", ".join(bookmark.authors) or None,
        published=bookmark.published,
    )
    reading = Reading(
        article,
        analyse(article),
        bookmark.content_html,
        bookmark.feed,
        bookmark.authors,
        bookmark_id=bookmark_id,
        origin=bookmark.entry_id,
        passage=passage,
        remarks=remarks,
    )
    return _corrected(store, reading)


def find_bookmark(store: Store, reading: Reading, quotation: Quotation | None) -> int | None:
    """Return the bookmark of a quotation, or of the article; None where there is none."""
    selector = text_quote(reading.article.text, quotation) if quotation else None
    known = store.bookmark_of(reading.identity, selector, link=reading.article.link)
    if known is None and quotation is None and reading.passage is None:
        return reading.bookmark_id
    return known


def toggle_bookmark(
    store: Store, reading: Reading, quotation: Quotation | None, *, now: int
) -> tuple[int, bool]:
    """Bookmark the article, or one quotation in it; remove the bookmark where there is one.

    Returns the bookmark's id, and whether it is there now.
    """
    known = find_bookmark(store, reading, quotation)
    if known is not None:
        store.remove_bookmark(known, now=now)
        return known, False
    source = None
    if quotation is not None and quotation.source is not None:
        source = reading.analysis.sources[quotation.source].name
    added = store.add_bookmark(
        reading.identity,
        article=reading.article,
        content_html=reading.content_html,
        feed=reading.feed,
        authors=reading.authors,
        quotation=text_quote(reading.article.text, quotation) if quotation else None,
        source=source,
        now=now,
    )
    return added, True


# --- Corrections ---------------------------------------------------------------------


def correct_quotation(
    store: Store, reading: Reading, index: int, verdict: Verdict, *, now: int
) -> int:
    """Keep what a person says of a quotation that is shown; return the correction's id."""
    text = reading.article.text
    correction_id = store.add_correction(
        reading.identity,
        article=reading.article,
        place=text_quote(text, reading.analysis.quotations[index]),
        quotation=judge(reading.analysis, index, verdict, text),
        verdict=verdict,
        now=now,
    )
    _count_again(store, reading.identity, reading.article.text)
    return correction_id


def restore_quotation(store: Store, reading: Reading, correction_id: int, *, now: int) -> list[int]:
    """Let a quotation be as the engine finds it again; return the ids of what was taken back."""
    ids = store.undo_correction(correction_id, now=now)
    _count_again(store, reading.identity, reading.article.text)
    return ids


def take_back(store: Store, correction: Correction, *, now: int) -> None:
    """Let the quotation of a correction be as the engine finds it, whatever is shown."""
    store.undo_correction(correction.id, now=now)
    text = store.corrected_text(correction.place.text_hash)
    if text is not None:
        _count_again(store, correction.entry_id, text.text)


def set_corrections(
    store: Store, reading: Reading, ids: Sequence[int], kept: bool, *, now: int
) -> None:
    """Bring corrections back, or take them back."""
    store.set_corrections(ids, kept, now=now)
    _count_again(store, reading.identity, reading.article.text)


def _corrected(store: Store, reading: Reading) -> Reading:
    """Return a reading with what a person set right laid over its analysis."""
    text = reading.article.text
    corrections = store.corrections_of(reading.identity, text_hash(text))
    if not corrections:
        return reading
    here = [
        replace(correction, quotation=own)
        for correction, own in placed(text, corrections)
        if correction.verdict.removed
    ]
    here.sort(key=lambda one: one.quotation.start)
    analysis = correct(reading.analysis, text, corrections)
    return reading._replace(analysis=analysis, removed=tuple(here))


def _count_again(store: Store, entry_id: int | None, text: str) -> None:
    """Let lists tell as many quotations as there are since the last correction."""
    from reader.quotes import ENGINE

    digest = text_hash(text)
    found = None if entry_id is None else store.analysis(entry_id, digest, ENGINE)
    if entry_id is not None and found is not None:
        count = len(correct(found, text, store.corrections_of(entry_id, digest)).quotations)
        with suppress(StoreError):  # the correction itself is kept
            store.count_quotations(entry_id, count)


# --- Analysis ------------------------------------------------------------------------


def _analysis(store: Store, entry_id: int, article: Article, now: int) -> Analysis:
    from reader.quotes import ENGINE

    digest = text_hash(article.text)
    kept = store.analysis(entry_id, digest, ENGINE)
    if kept is None:
        kept = analyse(article)
        with suppress(StoreError):  # it can be made again: reading goes on where nothing is kept
            store.save_analysis(entry_id, digest, ENGINE, kept, now=now)
            if corrections := store.corrections_of(entry_id, digest):
                shown = correct(kept, article.text, corrections)
                store.count_quotations(entry_id, len(shown.quotations))
    return kept


def analyse_next(store: Store, limit: int, *, now: int) -> list[int]:
    """Analyse the newest entries that were not yet; return which. Empty when all are done."""
    from reader.article import entry_article
    from reader.quotes import ENGINE

    ids = store.unanalysed(ENGINE, limit)
    for entry_id in ids:
        entry = store.entry(entry_id)
        if entry is not None:
            _analysis(store, entry_id, entry_article(entry), now)
    return ids
