from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from reader.errors import NotFoundError
from reader.model import (
    Article,
    Bookmark,
    BookmarkRow,
    Feed,
    ParsedEntry,
    ParsedFeed,
    TextQuote,
    View,
)
from reader.store import Store
from reader.text import text_hash

Fill = Callable[..., Feed]
ARTICLE = Article("Title", (), "He said “no”.", published=900, link="https://a.example/1")
PASSAGE = TextQuote("“no”", "He said ", ".", 8, 12, text_hash(ARTICLE.text))


def add(store: Store, entry_id: int | None = 1, **changes: Any) -> int:
    values: dict[str, Any] = {
        "article": ARTICLE,
        "content_html": "<p>He said",
        "feed": "A feed",
        "authors": ["Ada Ray"],
        "quotation": None,
        "source": None,
        "now": 50,
    }
    return store.add_bookmark(entry_id, **(values | changes))


def journal(store: Store) -> list[tuple[object, ...]]:
    rows = store._rows("SELECT entry_id, field, value, at FROM changes ORDER BY id")
    return [tuple(row) for row in rows]


def starred(store: Store, entry_id: int = 1) -> bool:
    return store.entry_rows([entry_id])[0].bookmarked


def test_an_article(store: Store, fill: Fill) -> None:
    fill()
    bookmark_id = add(store)
    assert store.bookmark(bookmark_id) == Bookmark(
        id=bookmark_id,
        entry_id=1,
        title="Title",
        link="https://a.example/1",
        feed="A feed",
        authors=("Ada Ray",),
        published=900,
        content_html="<p>He said",
        text="He said “no”.",
        text_hash=text_hash(ARTICLE.text),
        quotation=None,
        source=None,
        note="",
        tags=(),
        created=50,
    )
    assert starred(store)
    entry = store.entry(1)
    assert entry is not None
    assert entry.bookmarked
    assert journal(store) == [(1, "starred", 1, 50)]
    assert store.bookmark_of(1, None) == bookmark_id
    assert store.bookmark_of(1, PASSAGE) is None
    assert store.bookmark_of(2, None) is None


def test_a_passage(store: Store, fill: Fill) -> None:
    fill()
    bookmark_id = add(store, quotation=PASSAGE, source="Ada Ray")
    bookmark = store.bookmark(bookmark_id)
    assert bookmark is not None
    assert (bookmark.quotation, bookmark.source) == (PASSAGE, "Ada Ray")
    assert store.bookmark_rows([bookmark_id]) == [
        BookmarkRow(
            id=bookmark_id,
            entry_id=1,
            title="Title",
            link="https://a.example/1",
            feed="A feed",
            authors=("Ada Ray",),
            published=900,
            quotation="“no”",
            source="Ada Ray",
            note="",
            tags=(),
            created=50,
        )
    ]
    assert store.bookmark_of(1, PASSAGE) == bookmark_id
    assert store.bookmark_of(1, None) is None
    assert not starred(store)
    assert journal(store) == []


def test_the_same_passage_is_the_same_bookmark(store: Store, fill: Fill) -> None:
    fill()
    bookmark_id = add(store, quotation=PASSAGE)
    moved = replace(PASSAGE, start=18, end=22, text_hash=text_hash("The text has changed."))
    assert add(store, quotation=moved, now=60) == bookmark_id
    assert store.bookmark_of(1, moved) == bookmark_id
    elsewhere = replace(PASSAGE, prefix="She said ")
    assert add(store, quotation=elsewhere) != bookmark_id
    assert add(store, entry_id=2, quotation=PASSAGE) != bookmark_id
    assert add(store) != bookmark_id
    assert len(store.bookmarks()) == 4


def test_the_same_article_is_the_same_bookmark(store: Store, fill: Fill) -> None:
    fill()
    bookmark_id = add(store)
    store.edit_bookmark(bookmark_id, note="Mine", tags=["a"], now=55)
    before = store.bookmark(bookmark_id)
    assert add(store, article=replace(ARTICLE, title="Changed"), now=60) == bookmark_id
    assert store.bookmark(bookmark_id) == before
    assert journal(store) == [(1, "starred", 1, 50)]


def test_without_an_entry_the_address_or_the_text_tells_the_article(store: Store) -> None:
    bookmark_id = add(store, None)
    changed = replace(ARTICLE, text="Another text.")
    assert add(store, None, article=changed) == bookmark_id
    assert store.bookmark_of(None, None, link=ARTICLE.link) == bookmark_id
    assert store.bookmark_of(None, None, link="https://b.example/") is None
    text = replace(ARTICLE, link=None)
    other = add(store, None, article=text)
    assert other != bookmark_id
    assert add(store, None, article=text) == other
    assert add(store, None, article=replace(changed, link=None)) not in (bookmark_id, other)
    assert store.bookmark_of(None, None) is None
    assert journal(store) == []


def test_removing_and_undoing(store: Store, fill: Fill) -> None:
    fill()
    bookmark_id = add(store)
    store.edit_bookmark(bookmark_id, note="Mine", tags=["b", "a"], now=55)
    before = store.bookmark(bookmark_id)

    store.remove_bookmark(bookmark_id, now=60)
    assert store.bookmark(bookmark_id) is None
    assert store.bookmarks().tolist() == []
    assert store.bookmark_rows([bookmark_id]) == []
    assert store.bookmark_of(1, None) is None
    assert store.counts(since=0).bookmarks == 0
    assert not starred(store)
    assert journal(store) == [(1, "starred", 0, 60)]
    with pytest.raises(NotFoundError, match=f"there is no bookmark {bookmark_id}"):
        store.edit_bookmark(bookmark_id, note="", tags=[], now=65)

    store.restore_bookmark(bookmark_id, now=70)
    assert store.bookmark(bookmark_id) == before
    assert starred(store)
    assert journal(store) == [(1, "starred", 1, 70)]

    store.remove_bookmark(bookmark_id, now=80)
    assert add(store, now=90) == bookmark_id
    assert store.bookmark(bookmark_id) == before
    assert journal(store) == [(1, "starred", 1, 90)]


def test_removing_a_passage_leaves_the_article_bookmarked(store: Store, fill: Fill) -> None:
    fill()
    add(store)
    store.remove_bookmark(add(store, quotation=PASSAGE), now=60)
    assert starred(store)


def test_note_and_tags(store: Store) -> None:
    bookmark_id = add(store, None)
    store.edit_bookmark(bookmark_id, note="First", tags=["b", "a", "b", "Ärger"], now=60)
    (row,) = store.bookmark_rows(store.bookmarks())
    assert (row.note, row.tags) == ("First", ("b", "a", "Ärger"))
    store.edit_bookmark(bookmark_id, note="", tags=["c"], now=70)
    bookmark = store.bookmark(bookmark_id)
    assert bookmark is not None
    assert (bookmark.note, bookmark.tags) == ("", ("c",))


def test_the_newest_come_first(store: Store) -> None:
    ids = [
        add(store, None, article=replace(ARTICLE, link=f"https://a.example/{i}"), now=now)
        for i, now in enumerate([10, 30, 20, 30])
    ]
    assert store.bookmarks().tolist() == [ids[3], ids[1], ids[2], ids[0]]
    assert [row.id for row in store.bookmark_rows([ids[2], 99, ids[0]])] == [ids[2], ids[0]]


def test_unknown_bookmarks_and_entries(store: Store) -> None:
    assert store.bookmark(1) is None
    no_bookmark = pytest.raises(NotFoundError, match=r"^there is no bookmark 1$")
    with no_bookmark:
        store.remove_bookmark(1, now=1)
    with no_bookmark:
        store.restore_bookmark(1, now=1)
    with no_bookmark:
        store.edit_bookmark(1, note="", tags=[], now=1)
    with pytest.raises(NotFoundError, match=r"^there is no entry 7$"):
        add(store, 7)
    assert store.bookmarks().tolist() == []


def test_a_bookmark_outlives_its_entry(store: Store, fill: Fill) -> None:
    feed = fill()
    bookmark_id = add(store)
    before = store.bookmark(bookmark_id)
    with store._transaction():
        store._run("DELETE FROM entries")
    assert store.bookmark(bookmark_id) == before
    assert store.entry_ids(View("bookmarks")).tolist() == []
    assert store.bookmark_of(1, None) == bookmark_id
    parsed = ParsedFeed("A feed", entries=(ParsedEntry("g2", "Back"),))
    store.save_parsed(feed.id, parsed, now=2000)
    assert store.entry_rows([1])[0].bookmarked
