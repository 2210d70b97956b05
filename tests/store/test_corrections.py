from collections.abc import Callable

import pytest

from reader.errors import NotFoundError
from reader.model import (
    Article,
    Block,
    Correction,
    Feed,
    Mention,
    ParsedEntry,
    ParsedFeed,
    Quotation,
    TextQuote,
    Verdict,
)
from reader.store import Store
from reader.text import text_hash

Fill = Callable[..., Feed]

TEXT = "“Nö,” said Ada Ray."
ARTICLE = Article("T", (Block("paragraph", TEXT),), TEXT, language="en", link="https://a.example/1")
PLACE = TextQuote("“Nö,”", "", " said Ada Ray.", 0, 5, text_hash(TEXT))
QUOTATION = Quotation(
    0, 5, ((0, 5),), "direct", Mention(11, 18, "Ada Ray"), Mention(6, 10, "said"), None,
    via="a post", confidence=0.5, rule="some-rule",
)  # fmt: skip
ADA = Verdict("Ada Ray", "person", "the mayor")
REMOVED = Verdict(removed=True)


def add(store: Store, verdict: Verdict, entry_id: int | None = 1, now: int = 50) -> int:
    return store.add_correction(
        entry_id, article=ARTICLE, place=PLACE, quotation=QUOTATION, verdict=verdict, now=now
    )


def test_a_correction_comes_back_whole_with_its_text(store: Store, fill: Fill) -> None:
    fill()
    number = add(store, ADA)
    expected = Correction(number, 1, PLACE, QUOTATION, ADA, 50)
    assert store.corrections() == [expected]
    assert store.corrections_of(1, "other") == [expected], "by the entry"
    assert store.corrections_of(None, PLACE.text_hash) == [expected], "by the text"
    assert store.corrections_of(2, "other") == []
    text = store.corrected_text(PLACE.text_hash)
    assert text is not None
    assert (text.title, text.link, text.language) == ("T", "https://a.example/1", "en")
    assert (text.text, text.prose) == (TEXT, ARTICLE.prose)
    assert store.corrected_text("other") is None


def test_without_an_entry_only_the_text_tells(store: Store) -> None:
    add(store, ADA, None)
    assert len(store.corrections_of(None, PLACE.text_hash)) == 1
    assert store.corrections_of(None, "other") == []


def test_the_last_of_a_place_counts_and_taking_it_back_brings_the_one_before(
    store: Store, fill: Fill
) -> None:
    fill()
    first, second = add(store, ADA), add(store, REMOVED, now=60)
    assert [one.id for one in store.corrections()] == [second]
    store.set_corrections([second], False, now=70)
    assert [one.id for one in store.corrections()] == [first]
    store.set_corrections([second], True, now=80)
    assert [one.id for one in store.corrections_of(1, "")] == [second]


def test_all_of_a_place_is_taken_back_at_once(store: Store, fill: Fill) -> None:
    fill()
    first, second = add(store, ADA), add(store, REMOVED)
    assert store.undo_correction(second, now=70) == [first, second]
    assert store.corrections() == []
    with pytest.raises(NotFoundError):
        store.undo_correction(second, now=80)
    store.set_corrections([first, second], True, now=90)
    assert [one.id for one in store.corrections()] == [second]


def test_corrections_outlive_what_the_feed_says(store: Store, fill: Fill) -> None:
    feed = fill()
    add(store, ADA)
    changed = ParsedFeed("", entries=(ParsedEntry("g0", "New"),))
    store.save_parsed(feed.id, changed, now=60)
    store.unsubscribe(feed.id, now=70)
    assert [one.verdict for one in store.corrections_of(1, "")] == [ADA]


def test_what_fails_keeps_nothing(store: Store) -> None:
    import sqlite3

    with pytest.raises(sqlite3.IntegrityError):
        add(store, ADA, entry_id=99)
    assert store.corrected_text(PLACE.text_hash) is None, "text and correction are one transaction"
