"""``newsreader list``, ``newsreader search`` and ``newsreader show``."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reader.cli.output import (
    complain,
    local_time,
    print_columns,
    print_json,
    print_json_line,
    remark,
    show_progress,
    text_width,
    wrap,
)
from reader.cli.plain import plain_article, plain_notes, plain_sources
from reader.cli.profile import now, number, open_profile
from reader.cli.shapes import Shape, analysis_shape, enclosure_shape, entry_shape
from reader.errors import NotFoundError, StoreError
from reader.model import EntryRow, View
from reader.paths import user_paths
from reader.samples import ensure_samples
from reader.store import Store

if TYPE_CHECKING:
    from reader.reading import Reading

_ROWS_AT_ONCE = 500
_INDEXED_AT_ONCE = 500
_FEED_CELLS = 20


def list_entries(options: Namespace) -> int:
    """Print the entries that a query asks for, newest first."""
    return _print_found(options, best_first=False)


def search(options: Namespace) -> int:
    """Print the entries that a query asks for, those that it fits best first."""
    return _print_found(options, best_first=not options.newest)


def _print_found(options: Namespace, *, best_first: bool) -> int:
    with open_profile() as profile:
        ensure_samples(profile.store)
        ids = _found(profile.store, options.query, best_first=best_first)
        rows = islice(_rows(profile.store, ids), options.limit)
        if options.jsonl:
            for row in rows:
                print_json_line(entry_shape(row))
        elif options.json:
            print_json([entry_shape(row) for row in rows])
        else:
            _print_rows(list(rows))
    return 0


def _found(store: Store, words: Sequence[str], *, best_first: bool) -> Sequence[int]:
    if not words:
        return store.entry_ids(View("all"))
    from datetime import datetime

    from reader.query import has_words, parse_query

    query = parse_query(" ".join(words), datetime.now().astimezone())
    if has_words(query):
        _write_index(store)
    return store.find(query, best_first=best_first)


def _write_index(store: Store) -> None:
    """Put what is not in the full-text index into it: the first time this takes a while."""
    store.use_index(user_paths().index)
    try:
        while store.index_some(_INDEXED_AT_ONCE):
            done, total = store.index_progress()
            show_progress(f"Reading entries for the index: {100 * done // max(1, total)} %")
    except StoreError as error:
        complain(f"the full-text index is not complete: {error}")
    finally:
        show_progress("")


def all_rows(store: Store) -> Iterator[EntryRow]:
    """Return every entry of the subscriptions, newest first, read as they are asked for."""
    return _rows(store, store.entry_ids(View("all")))


def _rows(store: Store, ids: Sequence[int]) -> Iterator[EntryRow]:
    for start in range(0, len(ids), _ROWS_AT_ONCE):
        yield from store.entry_rows(ids[start : start + _ROWS_AT_ONCE])


def _print_rows(rows: Sequence[EntryRow]) -> None:
    if not rows:
        remark("No entries.")
    print_columns(
        [(str(row.id), _marks(row), _date(row), row.feed, row.title) for row in rows],
        (None, None, None, _FEED_CELLS, None),
    )


def _marks(entry: EntryRow) -> str:
    return ("  " if entry.read else "● ") + ("★" if entry.bookmarked else "")


def _date(entry: EntryRow) -> str:
    return local_time(entry.seen if entry.published is None else entry.published)


def show(options: Namespace) -> int:
    """Print one article, its quotations numbered, and who says what below."""
    from reader.reading import open_entry  # the HTML parser and the rules: 'list' does without

    with open_profile() as profile:
        ensure_samples(profile.store)
        entry_id = number(options.entry)
        reading = None if entry_id is None else open_entry(profile.store, entry_id, now=now())
        if entry_id is None or reading is None:
            raise no_entry(options.entry)
        row = profile.store.entry_rows([entry_id])[0]
        others = profile.store.entry_rows(profile.store.same_story(entry_id))
    if options.json:
        print_json({**_article_shape(row, reading), "same_story": [other.id for other in others]})
    else:
        _print_article(row, reading)
        if others:
            print("\nThe same story")
            _print_rows(others)
    return 0


def no_entry(wanted: str) -> NotFoundError:
    """Return the error that no entry has that number."""
    return NotFoundError(f"no entry {wanted!r}; 'newsreader list' shows their numbers")


def _article_shape(row: EntryRow, reading: "Reading") -> Shape:
    analysis = analysis_shape(reading.analysis)
    for shape, quotation in zip(analysis["quotes"], reading.analysis.quotations, strict=True):
        shape["corrected"] = quotation.correction is not None
    return {
        **entry_shape(row),
        "quotations": len(reading.analysis.quotations),
        "enclosures": [enclosure_shape(enclosure) for enclosure in reading.enclosures],
        **analysis,
        "text": reading.article.text,
    }


def _print_article(row: EntryRow, reading: "Reading") -> None:
    width = text_width()
    facts = [row.feed, ", ".join(row.authors), _date(row)]
    marks = [
        f"entry {row.id}",
        "read" if row.read else "● unread",
        *(["★ bookmarked"] if row.bookmarked else []),
    ]
    head = [row.title, " · ".join(filter(None, facts)), " · ".join(marks), row.link or ""]
    print("\n".join(wrap(line, width) for line in head if line))
    if reading.article.blocks:
        print("\n" + plain_article(reading.article, reading.analysis, width))
    if reading.analysis.quotations:
        print("\nSources\n" + plain_sources(reading.analysis, width))
    if reading.analysis.notes:
        print("\nOn sourcing\n" + plain_notes(reading.article.text, reading.analysis, width))
