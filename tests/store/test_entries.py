from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.model import (
    Article,
    Counts,
    Enclosure,
    Entry,
    EntryRow,
    Feed,
    ParsedEntry,
    ParsedFeed,
    Saved,
    TextQuote,
    View,
    ViewKind,
)
from reader.store import Store

Fill = Callable[..., Feed]
DAY = 86400
FULL = ParsedEntry(
    "guid",
    "Title",
    link="https://a.example/1",
    authors=("Ada Ray", "M. Ökafor"),
    published=900,
    updated=950,
    content_html="<p>Content",
    summary="<p>Summary",
    language="en",
    enclosures=(Enclosure("https://a.example/1.mp3", "audio/mpeg", 12), Enclosure("u")),
)


def save(store: Store, *entries: ParsedEntry, now: int = 1000) -> Saved:
    feed = store.feed_by_url("https://a.example/") or store.add_feed("https://a.example/", now=1)
    return store.save_parsed(feed.id, ParsedFeed("A feed", entries=entries), now=now)


def titles(store: Store, view: View = View("all")) -> list[str]:  # noqa: B008 - frozen
    return [row.title for row in store.entry_rows(store.entry_ids(view))]


def test_all_of_an_entry_is_kept(store: Store) -> None:
    assert save(store, FULL) == Saved(new=1, changed=0)
    (entry_id,) = store.entry_ids(View("all"))
    entry = store.entry(entry_id)
    assert entry is not None
    assert entry == Entry(
        id=entry_id,
        feed_id=1,
        feed_title="A feed",
        feed_url="https://a.example/",
        guid="guid",
        title="Title",
        link="https://a.example/1",
        authors=("Ada Ray", "M. Ökafor"),
        published=900,
        updated=950,
        seen=1000,
        content_html="<p>Content",
        content_hash=entry.content_hash,
        language="en",
        enclosures=FULL.enclosures,
        read=False,
        bookmarked=False,
    )
    assert store.entry_rows([entry_id]) == [
        EntryRow(
            id=entry_id,
            feed_id=1,
            title="Title",
            link="https://a.example/1",
            feed="A feed",
            authors=("Ada Ray", "M. Ökafor"),
            published=900,
            seen=1000,
            read=False,
            bookmarked=False,
            quotations=None,
        )
    ]


@pytest.mark.parametrize(
    ("content", "summary", "kept"),
    [
        (None, "<p>S", "<p>S"),
        (None, None, ""),
        ("", "<p>S", "<p>S"),
        ("half \ud83d", None, "half ?"),
    ],
)
def test_the_content_is_what_there_is(
    store: Store, content: str | None, summary: str | None, kept: str
) -> None:
    save(store, ParsedEntry("g", "T", content_html=content, summary=summary))
    (entry_id,) = store.entry_ids(View("all"))
    entry = store.entry(entry_id)
    assert entry is not None
    assert entry.content_html == kept


def test_unknown_entries(store: Store, fill: Fill) -> None:
    fill(entries=1)
    assert store.entry(99) is None
    assert store.entry(10**30) is None
    assert store.entry_rows([10**30]) == []
    assert store.versions(99) == []
    assert [row.id for row in store.entry_rows([99, 1, 98])] == [1]


def test_what_did_not_change_is_not_written(store: Store) -> None:
    save(store, FULL, ParsedEntry("other", "T"))
    before = dump(store)
    assert save(store, FULL, ParsedEntry("other", "T"), now=2000) == Saved(new=0, changed=0)
    assert dump(store) == before


def test_dates_alone_are_no_change(store: Store) -> None:
    save(store, FULL)
    before = dump(store)
    assert save(store, replace(FULL, published=1, updated=2)) == Saved(new=0, changed=0)
    assert dump(store) == before


def dump(store: Store) -> dict[str, list[Any]]:
    """Everything but what is kept of the feed itself."""
    tables = [row[0] for row in store._rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        table: [tuple(row) for row in store._rows(f"SELECT * FROM {table}")]  # noqa: S608 - ours
        for table in tables
        if table != "feeds"
    }


@pytest.mark.parametrize(
    "change",
    [
        {"title": "New"},
        {"link": "https://a.example/2"},
        {"authors": ("Ada Ray",)},
        {"content_html": "<p>New"},
        {"language": "de"},
        {"enclosures": ()},
    ],
)
def test_a_change_keeps_the_entry_and_what_it_said(store: Store, change: dict[str, Any]) -> None:
    save(store, FULL)
    (entry_id,) = store.entry_ids(View("all"))
    before = store.entry(entry_id)
    assert before is not None
    store.set_read([entry_id], True, now=1500)

    changed = replace(FULL, **change, published=901, updated=960)
    assert save(store, changed, now=2000) == Saved(new=0, changed=1)
    after = store.entry(entry_id)
    assert after is not None
    assert after.content_hash != before.content_hash
    assert after == replace(
        before, **change, published=901, updated=960, read=True, content_hash=after.content_hash
    )
    (version,) = store.versions(entry_id)
    assert (version.title, version.published, version.updated) == ("Title", 900, 950)
    assert (version.content_html, version.content_hash) == ("<p>Content", before.content_hash)
    assert version.replaced_at == 2000

    save(store, FULL, now=3000)
    assert [version.replaced_at for version in store.versions(entry_id)] == [3000, 2000]


def test_two_entries_of_one_guid_are_one_that_stays(store: Store) -> None:
    early = replace(FULL, title="Early", updated=10)
    late = replace(FULL, title="Late", updated=20)
    assert save(store, early, late) == Saved(new=1, changed=0)
    for entries in [(early, late), (late, early)]:
        assert save(store, *entries) == Saved(new=0, changed=0)
    assert titles(store) == ["Late"]


def test_of_two_entries_of_one_guid_without_dates_the_first_stays(store: Store) -> None:
    first, second = ParsedEntry("g", "First"), ParsedEntry("g", "Second")
    assert save(store, first, second) == Saved(new=1, changed=0)
    assert save(store, first, second) == Saved(new=0, changed=0)
    assert titles(store) == ["First"]


def test_the_same_guid_in_two_feeds_is_two_entries(store: Store, fill: Fill) -> None:
    fill("https://a.example/", entries=2)
    fill("https://b.example/", entries=2)
    assert len(store.entry_ids(View("all"))) == 4


def test_the_newest_come_first(store: Store) -> None:
    save(
        store,
        ParsedEntry("old", "Old", published=500),
        ParsedEntry("undated 1", "Undated 1"),
        ParsedEntry("new", "New", published=900),
        ParsedEntry("undated 2", "Undated 2"),
    )
    assert titles(store) == ["Undated 1", "Undated 2", "New", "Old"]


def test_a_date_in_the_future_counts_for_a_day_at_most(store: Store) -> None:
    save(store, ParsedEntry("far", "Far", published=99 * DAY), now=1000)
    save(store, ParsedEntry("tomorrow", "Tomorrow", published=1500), now=1000)
    assert titles(store) == ["Far", "Tomorrow"]
    save(store, ParsedEntry("later", "Later"), now=1001 + DAY)
    assert titles(store) == ["Later", "Far", "Tomorrow"]


def test_views(store: Store, fill: Fill) -> None:
    a = fill("https://a.example/", entries=3, folder="World")
    b = fill("https://b.example/", entries=2, folder="World")
    c = fill("https://c.example/", entries=1)
    ids = store.entry_ids(View("all"))
    assert ids.typecode == "I"
    assert sorted(ids) == [1, 2, 3, 4, 5, 6]
    of = {feed.id: store.entry_ids(View("feed", feed_id=feed.id)).tolist() for feed in (a, b, c)}
    assert [len(one) for one in of.values()] == [3, 2, 1]
    world = store.entry_ids(View("folder", folder="World")).tolist()
    assert world == [one for one in ids if one not in of[c.id]]
    assert store.entry_ids(View("folder", folder="Arts")).tolist() == []
    store.set_read(of[a.id], True, now=5)
    unread = store.entry_ids(View("unread")).tolist()
    assert unread == [one for one in ids if one not in of[a.id]]
    # Each feed's entries are dated 900, 899 and 898.
    today = store.entry_ids(View("today"), since=899).tolist()
    assert today == ids.tolist()[:5]
    assert store.counts(since=899) == Counts(all=6, unread=3, today=5, bookmarks=0)


def test_the_view_of_bookmarks_holds_articles_and_passages(store: Store, fill: Fill) -> None:
    fill()
    first, second, _ = store.entry_ids(View("all"))
    for entry_id, quotation in ((second, None), (first, TextQuote("a", "", "", 0, 1, ""))):
        store.add_bookmark(
            entry_id,
            article=Article("T", (), "Text"),
            content_html="",
            feed="",
            authors=(),
            quotation=quotation,
            source=None,
            now=5,
        )
    assert store.entry_ids(View("bookmarks")).tolist() == [first, second]
    assert [row.bookmarked for row in store.entry_rows([first, second])] == [False, True]
    assert store.counts(since=0).bookmarks == 2


def test_rows_come_in_the_order_asked_for(store: Store, fill: Fill) -> None:
    fill(entries=200)
    ids = store.entry_ids(View("all"))[::-1]
    assert [row.id for row in store.entry_rows(ids)] == ids.tolist()


def test_what_the_user_did_outlives_the_entry(store: Store, path: Path) -> None:
    save(store, FULL)
    (entry_id,) = store.entry_ids(View("all"))
    store.set_read([entry_id], True, now=5)
    with store._transaction():
        store._run("DELETE FROM entries")
    assert store.entry(entry_id) is None
    with Store(path) as other:
        assert save(other, FULL, now=9000) == Saved(new=1, changed=0)
    entry = store.entry(entry_id)
    assert entry is not None
    assert (entry.read, entry.seen) == (True, 9000)
    assert store.entry_ids(View("unread")).tolist() == []


def test_a_feed_is_saved_whole_or_not_at_all(store: Store) -> None:
    broken = ParsedEntry("second", "T", published="soon")  # type: ignore[arg-type] # no parser does
    with pytest.raises(Exception, match="cannot store TEXT"):
        save(store, broken, FULL)
    assert store.entry_ids(View("all")).tolist() == []
    assert store.feeds()[0].fetched_at is None


@pytest.mark.parametrize(
    ("view", "index"),
    [
        (View("all"), "SCAN entries USING INDEX entries_newest"),
        (View("unread"), "SCAN entries USING INDEX entries_unread"),
        (View("today"), "SEARCH entries USING INDEX entries_newest (sort_at>?)"),
    ],
)
def test_no_view_is_sorted_or_read_from_the_table(store: Store, view: View, index: str) -> None:
    assert plans(store, lambda: store.entry_ids(view, since=0)) == [index]


def test_a_feed_is_neither_sorted_nor_read_from_the_table(store: Store) -> None:
    assert plans(store, lambda: store.entry_ids(View("feed", feed_id=1))) == [
        "SEARCH entries USING INDEX entries_of_feed (feed_id=? AND shown=?)",
        "SCALAR SUBQUERY 1",  # of one row: whether the feed is subscribed to
        "SEARCH feeds USING INTEGER PRIMARY KEY (rowid=?)",
    ]


def test_a_folder_sorts_only_what_is_in_it(store: Store) -> None:
    plan = plans(store, lambda: store.entry_ids(View("folder", folder="World")))
    assert "SEARCH entries USING INDEX entries_of_feed (feed_id=? AND shown=?)" in plan
    assert not any("SCAN entries" in step for step in plan)


def test_counts_and_rows_use_indexes(store: Store) -> None:
    def act() -> None:
        store.counts(since=0)
        store.feeds()
        store.unanalysed("rules-1", 5)
        store.entry_rows([1])
        store.set_read([1], True, now=1)

    steps = plans(store, act)
    scans = [step for step in steps if step.startswith(("SCAN entries", "SCAN bookmarks"))]
    assert len(scans) == 6  # three counts, two for all feeds at once, and what is not analysed
    assert all("INDEX" in step for step in scans)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 50])
def test_the_entries_around_one_are_a_part_of_all(store: Store, fill: Fill, size: int) -> None:
    fill(entries=20)
    everything = store.entry_ids(View("all"))
    for at, entry_id in enumerate(everything):
        ids, cursor, whole = store.entries_around(View("all"), entry_id, size)
        assert ids == everything[max(0, at - size) : at + size]
        assert ids[cursor] == entry_id
        assert not whole or ids == everything
    assert store.entries_around(View("all"), None, size)[:2] == (everything[:size], 0)


def test_around_one_that_left_the_view_stands_what_follows_it(store: Store, fill: Fill) -> None:
    fill(entries=20)
    everything = store.entry_ids(View("all"))
    store.set_read([everything[7]], True, now=5)
    ids, cursor, whole = store.entries_around(View("unread"), everything[7], 3)
    assert ids == everything[4:7] + everything[8:11]
    assert ids[cursor] == everything[8]
    assert not whole
    assert store.entries_around(View("unread"), everything[7], 50).whole


@pytest.mark.parametrize("view", ["all", "unread", "feed"])
def test_the_entries_around_one_are_found_by_index(
    store: Store, fill: Fill, view: ViewKind
) -> None:
    fill(entries=20)
    steps = plans(store, lambda: store.entries_around(View(view, feed_id=1), 5, 3, since=0))
    assert [step for step in steps if step.startswith("SEARCH entries USING INDEX")]
    assert not [step for step in steps if "SCAN entries" in step or "TEMP B-TREE" in step]


def plans(store: Store, act: Callable[[], object]) -> list[str]:
    """Return the steps of the plans of all queries that ``act`` makes."""
    queries: list[str] = []
    store._connection.set_trace_callback(queries.append)
    act()
    store._connection.set_trace_callback(None)
    return [
        row["detail"]
        for sql in queries
        if "SELECT" in sql and not sql.startswith("--")
        for row in store._rows(f"EXPLAIN QUERY PLAN {sql}")
    ]


@pytest.mark.parametrize(("content", "versions"), [("<p>Content", []), ("<p>New", ["<p>Content"])])
def test_content_of_unknown_hash_is_a_version_only_if_it_differs(
    store: Store, content: str, versions: list[str]
) -> None:
    save(store, FULL)
    with store._transaction():
        store._run("UPDATE contents SET hash = ''")  # as a database has it that was made before
    (entry_id,) = store.entry_ids(View("all"))
    save(store, replace(FULL, content_html=content))
    assert [version.content_html for version in store.versions(entry_id)] == versions


def test_orders_of_a_list(store: Store, fill: Fill) -> None:
    store.edit_feed(fill("https://b.example/", entries=2).id, title="beta")
    store.edit_feed(fill("https://a.example/", entries=2).id, title="Alpha")
    newest = store.entry_ids(View("all"))
    assert store.entry_ids(View("all"), order="oldest") == newest[::-1]
    names = [row.feed for row in store.entry_rows(store.entry_ids(View("all"), order="feed"))]
    assert names == ["Alpha", "Alpha", "beta", "beta"]
    rows = store.entry_rows(store.entry_ids(View("all"), order="feed"))
    assert [row.title for row in rows] == ["Title 0", "Title 1"] * 2


def test_one_row_a_story(store: Store) -> None:
    story = "A title that is long enough to tell one story"
    for at, name in enumerate("abc"):
        feed = store.add_feed(
            f"https://{name}.example/", folder="F" if name == "a" else None, now=1
        )
        entries = (ParsedEntry("s", story, published=1000 + at), ParsedEntry("o", f"Other {name}"))
        store.save_parsed(feed.id, ParsedFeed(name, entries=entries), now=1500)
    everything = store.entry_rows(store.entry_ids(View("all")))
    told = [row for row in everything if row.title == story]
    assert [row.others for row in told] == [2, 2, 2]
    once = store.entry_rows(store.entry_ids(View("all"), order="stories"))
    assert [row.feed for row in once if row.title == story] == ["c"]
    assert len(once) == 4
    assert store.entries_around(View("all"), None, 9, order="stories").ids == (
        store.entry_ids(View("all"), order="stories")
    )
    store.set_read([told[0].id], True, now=2000)
    unread = store.entry_rows(store.entry_ids(View("unread"), order="stories"))
    assert [row.feed for row in unread if row.title == story] == ["b"]
    folder = View("folder", folder="F")
    assert len(store.entry_ids(folder, order="stories")) == 2
