"""Whatever is done in whatever order, the store agrees with a simple model of it."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reader.model import Article, Counts, ParsedEntry, ParsedFeed, TextQuote, View
from reader.store import Store

DAY = 86400
FEEDS = st.integers(0, 2)
GUIDS = st.integers(0, 4)
# Titles of their own: an entry of another id under the same title may be the same one.
ENTRY = st.builds(
    lambda number, title, **dates: ParsedEntry(f"g{number}", f"{title} {number}", **dates),
    number=GUIDS,
    title=st.sampled_from(["a", "b"]),
    published=st.none() | st.integers(0, 9 * DAY),
    updated=st.none() | st.integers(0, 9),
)
Key = tuple[int, str]


class Agreement(RuleBasedStateMachine):
    """``entries`` holds, for each feed and guid, the title and when it stands in the order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "reader.db")
        self.now = 4 * DAY
        self.subscribed: set[int] = set()
        self.entries: dict[Key, tuple[str, int]] = {}
        self.seen: dict[Key, int] = {}
        self.read: set[Key] = set()
        self.bookmarked: set[tuple[Key, bool]] = set()
        self.journal: dict[tuple[Key, str], bool] = {}

    def teardown(self) -> None:
        assert self.store.check() == []
        self.store.close()
        self.folder.cleanup()

    def ids(self) -> dict[Key, int]:
        rows = self.store._rows(
            "SELECT url, guid, identities.id FROM identities JOIN feeds ON feeds.id = feed_id"
        )
        return {(int(url), guid): entry_id for url, guid, entry_id in rows}

    @rule(feed=FEEDS)
    def subscribe(self, feed: int) -> None:
        self.store.add_feed(str(feed), folder=f"f{feed % 2}", now=self.now)
        self.subscribed.add(feed)

    @rule(feed=FEEDS)
    def unsubscribe(self, feed: int) -> None:
        known = self.store.feed_by_url(str(feed))
        if known:
            self.store.unsubscribe(known.id, now=self.now)
        self.subscribed.discard(feed)

    @rule(feed=FEEDS, entries=st.lists(ENTRY, max_size=5), passed=st.integers(0, DAY))
    def fetch(self, feed: int, entries: list[ParsedEntry], passed: int) -> None:
        known = self.store.feed_by_url(str(feed))
        if known is None:
            return
        self.now += passed
        parsed = ParsedFeed("", entries=tuple(entries))
        saved = self.store.save_parsed(known.id, parsed, now=self.now)
        told: dict[str, ParsedEntry] = {}
        for entry in entries:
            other = told.setdefault(entry.guid, entry)
            if (entry.updated or entry.published or 0) > (other.updated or other.published or 0):
                told[entry.guid] = entry
        new = changed = 0
        for guid, entry in told.items():
            key = (feed, guid)
            if key in self.entries and self.entries[key][0] == entry.title:
                continue
            new += key not in self.entries
            changed += key in self.entries
            seen = self.seen.setdefault(key, self.now)
            published = seen if entry.published is None else entry.published
            self.entries[key] = (entry.title, min(published, seen + DAY))
        assert (saved.new, saved.changed) == (new, changed)

    @precondition(lambda self: self.entries)
    @rule(data=st.data(), read=st.booleans())
    def mark(self, data: st.DataObject, read: bool) -> None:
        keys = data.draw(st.lists(st.sampled_from(sorted(self.entries)), max_size=4, unique=True))
        ids = self.ids()
        changed = [key for key in keys if (key in self.read) != read]
        assert self.store.set_read([ids[key] for key in keys], read, now=self.now) == sorted(
            ids[key] for key in changed
        )
        for key in changed:
            (self.read.add if read else self.read.discard)(key)
            self.journal[key, "read"] = read

    @precondition(lambda self: self.entries)
    @rule(data=st.data(), passage=st.booleans())
    def toggle_bookmark(self, data: st.DataObject, passage: bool) -> None:
        key = data.draw(st.sampled_from(sorted(self.entries)))
        entry_id = self.ids()[key]
        quotation = TextQuote("a", "", "", 0, 1, "") if passage else None
        bookmark_id = self.store.bookmark_of(entry_id, quotation)
        assert (bookmark_id is not None) == ((key, passage) in self.bookmarked)
        if bookmark_id is not None:
            self.store.remove_bookmark(bookmark_id, now=self.now)
            self.bookmarked.remove((key, passage))
        else:
            values: dict[str, Any] = {"content_html": "", "feed": "", "authors": (), "source": None}
            article = Article("", (), "a")
            self.store.add_bookmark(
                entry_id, article=article, quotation=quotation, now=self.now, **values
            )
            self.bookmarked.add((key, passage))
        if not passage:
            self.journal[key, "starred"] = bookmark_id is None

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = Store(Path(self.folder.name) / "reader.db")

    @invariant()
    def views_agree(self) -> None:
        ids = self.ids()
        order = sorted(self.entries, key=lambda key: (self.entries[key][1], ids[key]), reverse=True)
        shown = [key for key in order if key[0] in self.subscribed]
        unread = [key for key in shown if key not in self.read]
        today = [key for key in shown if self.entries[key][1] >= self.now - DAY]
        marked = {key for key, _ in self.bookmarked}

        def check(expected: list[Key], view: View) -> None:
            found = self.store.entry_ids(view, since=self.now - DAY).tolist()
            assert found == [ids[key] for key in expected]

        check(shown, View("all"))
        check(unread, View("unread"))
        check(today, View("today"))
        check([key for key in order if key in marked], View("bookmarks"))
        for folder in (0, 1):
            view = View("folder", folder=f"f{folder}")
            check([key for key in shown if key[0] % 2 == folder], view)
        for row in self.store.feeds():
            mine = [key for key in shown if key[0] == int(row.url)]
            check(mine, View("feed", feed_id=row.id))
            assert (row.entries, row.unread) == (len(mine), len(set(mine) & set(unread)))
        assert self.store.counts(since=self.now - DAY) == Counts(
            len(shown), len(unread), len(today), len(self.bookmarked)
        )

    @invariant()
    def rows_agree(self) -> None:
        ids = self.ids()
        keys = sorted(self.entries)
        rows = self.store.entry_rows([ids[key] for key in keys])
        assert [(row.title, row.read, row.bookmarked) for row in rows] == [
            (self.entries[key][0], key in self.read, (key, False) in self.bookmarked)
            for key in keys
        ]
        journal = self.store._rows("SELECT entry_id, field, value FROM changes")
        assert {tuple(row) for row in journal} == {
            (ids[key], field, int(value)) for (key, field), value in self.journal.items()
        }


Agreement.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
test_agreement = Agreement.TestCase
