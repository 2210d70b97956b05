"""Corrections all the way: kept, laid over every analysis, counted, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model import Analysis, ParsedEntry, ParsedFeed, Verdict
from reader.reading import (
    Reading,
    analyse_next,
    correct_quotation,
    open_bookmark,
    open_entry,
    restore_quotation,
    set_corrections,
    toggle_bookmark,
)
from reader.store import Store
from reader.text import text_hash

HTML = (
    "<p>“We will not be hurried,” said Mira Okell, who chairs the council.</p>"
    "<p>Jon Hask said that the plan would cost nine million crowns.</p>"
)
HASK = Verdict("Jon Hask", "person")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data" / "reader.db") as store:
        feed = store.add_feed("https://a.example/", now=1000)
        save(store, feed.id, HTML)
        yield store
        assert store.check() == []


def save(store: Store, feed_id: int, html: str, guid: str = "g0") -> None:
    parsed = ParsedFeed("A feed", entries=(ParsedEntry(guid, "A title", content_html=html),))
    store.save_parsed(feed_id, parsed, now=1000)


def opened(store: Store, entry_id: int = 1) -> Reading:
    reading = open_entry(store, entry_id, now=2000)
    assert reading is not None
    return reading


def said(reading: Reading) -> list[tuple[str, str | None]]:
    """The words of each quotation, and who says them."""
    analysis = reading.analysis
    return [
        (
            reading.article.text[q.start : q.end],
            None if q.source is None else analysis.sources[q.source].name,
        )
        for q in analysis.quotations
    ]


def listed(store: Store, entry_id: int = 1) -> int | None:
    """How many quotations a list shows."""
    return store.entry_rows([entry_id])[0].quotations


def test_a_correction_holds_in_every_later_analysis(store: Store) -> None:
    reading = opened(store)
    assert [name for _, name in said(reading)] == ["Mira Okell", "Jon Hask"]
    correct_quotation(store, reading, 0, HASK, now=3000)
    assert [name for _, name in said(opened(store))] == ["Jon Hask", "Jon Hask"]
    # Another engine's result in its place, so that the text is analysed again.
    store.save_analysis(
        1, text_hash(reading.article.text), "another-engine", Analysis("en"), now=4000
    )
    assert [name for _, name in said(opened(store))] == ["Jon Hask", "Jon Hask"]


def test_what_is_removed_is_counted_no_more_until_it_is_restored(store: Store) -> None:
    reading = opened(store)
    assert listed(store) == 2
    number = correct_quotation(store, reading, 0, Verdict(removed=True), now=3000)
    assert listed(store) == 1
    assert [name for _, name in said(opened(store))] == ["Jon Hask"]
    (removed,) = opened(store).removed
    assert (removed.id, removed.quotation.start) == (number, 0)
    ids = restore_quotation(store, reading, number, now=3100)
    assert ids == [number]
    assert listed(store) == 2
    assert said(opened(store)) == said(reading)
    set_corrections(store, reading, ids, True, now=3200)
    assert listed(store) == 1


def test_background_analysis_counts_what_is_left(store: Store) -> None:
    reading = opened(store)
    correct_quotation(store, reading, 0, Verdict(removed=True), now=3000)
    store.save_analysis(1, "x", "another-engine", Analysis("en"), now=4000)
    assert analyse_next(store, 5, now=5000) == [1]
    assert listed(store) == 1


def test_the_same_text_in_another_feed_is_corrected_too(store: Store) -> None:
    feed = store.add_feed("https://b.example/", now=1000)
    save(store, feed.id, HTML, "other")
    correct_quotation(store, opened(store), 0, HASK, now=3000)
    assert [name for _, name in said(opened(store, 2))] == ["Jon Hask", "Jon Hask"]


def test_a_changed_text_keeps_what_is_still_there(store: Store) -> None:
    correct_quotation(store, opened(store), 0, HASK, now=3000)
    save(store, 1, f"<p>Updated at noon.</p>{HTML}")
    assert [name for _, name in said(opened(store))] == ["Jon Hask", "Jon Hask"]
    save(store, 1, HTML.replace("hurried", "rushed"))
    assert [name for _, name in said(opened(store))] == ["Mira Okell", "Jon Hask"]


def test_a_bookmarks_copy_is_corrected_and_can_be(store: Store) -> None:
    bookmark_id, _ = toggle_bookmark(store, opened(store), None, now=2500)
    save(store, 1, "<p>All is new.</p>")
    copy = open_bookmark(store, bookmark_id, now=2600)
    assert copy is not None
    correct_quotation(store, copy, 1, Verdict("Mira Okell", "person"), now=3000)
    copy = open_bookmark(store, bookmark_id, now=3100)
    assert copy is not None
    assert [name for _, name in said(copy)] == ["Mira Okell", "Mira Okell"]
    assert said(opened(store)) == []
