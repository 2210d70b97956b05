"""Entries: what feeds say, and the lists made of them."""

import json
from array import array
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from reader.model import (
    Counts,
    Enclosure,
    Entry,
    EntryRow,
    EntryVersion,
    Order,
    View,
)
from reader.store.database import Database

# The newest first; ids break ties, so that the order is the same at any time. No view reads
# the table: each has an index that holds all it asks for, and only a folder's entries and
# those with bookmarks are sorted.
_VIEWS = {
    "all": "shown = 1",
    "unread": "shown = 1 AND read = 0",
    "today": "shown = 1 AND sort_at >= :since",
    "bookmarks": "id IN (SELECT entry_id FROM bookmarks WHERE removed_at IS NULL)",
    "folder": "shown = 1 AND feed_id IN (SELECT id FROM feeds WHERE folder = :folder)",
    # Also of a feed that is not subscribed to: a document that is opened once.
    "feed": """feed_id = :feed_id
        AND shown = (SELECT unsubscribed_at IS NULL FROM feeds WHERE id = :feed_id)""",
}
_LISTED = "SELECT id FROM entries WHERE {} ORDER BY sort_at DESC, id DESC"
_ORDERS = {
    "newest": _LISTED,
    "stories": _LISTED,
    "oldest": "SELECT id FROM entries WHERE {} ORDER BY sort_at, id",
    "feed": """
        SELECT entries.id FROM entries JOIN (SELECT id AS feed, name FROM feeds) ON feed = feed_id
        WHERE {} ORDER BY name COLLATE NOCASE, feed_id, sort_at DESC, entries.id DESC""",
}
# Only the newest of those that tell one story: no other one in the view is newer.
_NEWEST_OF_STORY = """(story IS NULL OR NOT EXISTS (
    SELECT 1 FROM entries AS other
    WHERE other.story = entries.story AND {}
        AND (other.sort_at, other.id) > (entries.sort_at, entries.id)))"""
_OTHERS = {
    "all": "other.shown = 1",
    "unread": "other.shown = 1 AND other.read = 0",
    "today": "other.shown = 1",
    "folder": """other.shown = 1
        AND other.feed_id IN (SELECT id FROM feeds WHERE folder = :folder)""",
}
# The first condition is the one that an index can be searched with.
_NEWER = """
    SELECT id FROM entries WHERE {} AND sort_at >= :sort_at AND (sort_at, id) > (:sort_at, :id)
    ORDER BY sort_at, id LIMIT :size
"""
_NOT_NEWER = "sort_at <= :sort_at AND (sort_at, id) <= (:sort_at, :id)"
_COUNTS = f"""
    SELECT
        (SELECT count(*) FROM entries WHERE {_VIEWS["all"]}),
        (SELECT count(*) FROM entries WHERE {_VIEWS["unread"]}),
        (SELECT count(*) FROM entries WHERE {_VIEWS["today"]}),
        (SELECT count(*) FROM bookmarks WHERE removed_at IS NULL)
"""  # noqa: S608 - made of our own words only
_ENTRY_ROWS = """
    SELECT e.id, e.feed_id, e.title, e.link, feeds.name AS feed, e.authors, e.published, e.seen,
        e.read, e.starred AS bookmarked, analyses.quotations,
        CASE WHEN e.story IS NULL THEN 0 ELSE (
            SELECT count(*) FROM entries AS other
            WHERE other.story = e.story AND other.shown = 1 AND other.id <> e.id
        ) END AS others
    FROM json_each(?) AS wanted
    CROSS JOIN entries AS e ON e.id = wanted.value
    CROSS JOIN feeds ON feeds.id = e.feed_id
    LEFT JOIN analyses ON analyses.entry_id = e.id
    ORDER BY wanted.key
"""
_ENTRY = """
    SELECT e.id, e.feed_id, feeds.name AS feed_title, feeds.url AS feed_url, identities.guid,
        e.title, e.link, e.authors, e.published, e.updated, e.seen,
        coalesce(full_texts.html, contents.html) AS content_html, contents.hash AS content_hash,
        e.language, contents.enclosures, e.read, e.starred AS bookmarked,
        full_texts.url AS full_text_url
    FROM entries AS e
    JOIN feeds ON feeds.id = e.feed_id
    JOIN identities ON identities.id = e.id
    JOIN contents ON contents.entry_id = e.id
    LEFT JOIN full_texts ON full_texts.entry_id = e.id AND full_texts.shown = 1
    WHERE e.id = ?
"""
_VERSIONS = """
    SELECT title, published, updated, html AS content_html, hash AS content_hash, replaced_at
    FROM versions WHERE entry_id = ? ORDER BY id DESC
"""


class Window(NamedTuple):
    """A part of a list, as far as it was read."""

    ids: "array[int]"
    cursor: int
    """Where the entry stands that it was read around, or the one that follows its place."""
    whole: bool
    """Whether it is all of the list."""


class Entries(Database):
    """Reading the tables ``entries``, ``contents`` and ``versions``."""

    def entry_ids(
        self, view: View, *, since: int | None = None, order: Order = "newest"
    ) -> "array[int]":
        """Return the ids of a view's entries, the newest first.

        An entry stands by its date of publication, or by when it came where it has none; a
        date in the future counts for at most a day after it came.

        Args:
            view: Which entries. "bookmarks" are those with a bookmark, of the article or of
                a passage, also of feeds that are no longer subscribed.
            since: The last midnight, seconds since 1970, for the view "today".
            order: Another order; "stories" leaves out all but the newest of a story.

        Returns:
            Ids as 32-bit integers.
        """
        return self._ids(_ORDERS[order].format(_condition(view, order)), _values(view, since))

    def entries_around(
        self,
        view: View,
        entry_id: int | None,
        size: int,
        *,
        since: int | None = None,
        order: Literal["newest", "stories"] = "newest",
    ) -> Window:
        """Return a part of what ``entry_ids`` gives, without reading the rest of it.

        Args:
            view: As for ``entry_ids``.
            entry_id: The entry around which; the newest ones where there is no such entry.
            size: How many on either side, at most.
            since: As for ``entry_ids``.
            order: As for ``entry_ids``.
        """
        values = _values(view, since) | {"size": size}
        newer = array("I")
        place = self._row("SELECT sort_at, id FROM entries WHERE id = ?", (entry_id,))
        condition = _condition(view, order)
        if place is not None:
            values |= {"sort_at": place[0], "id": place[1]}
            newer = self._ids(_NEWER.format(condition), values)
            condition = f"{condition} AND {_NOT_NEWER}"
        older = self._ids(_LISTED.format(condition) + " LIMIT :size", values)
        newer.reverse()
        return Window(newer + older, len(newer), len(newer) < size and len(older) < size)

    def entry_rows(self, ids: Sequence[int]) -> list[EntryRow]:
        """Return what a list shows of these entries, in their order; unknown ids are left out.

        ``bookmarked`` tells whether the article is: a bookmark of a passage does not count.
        """
        rows = self._rows(_ENTRY_ROWS, (json.dumps(list(ids)),))
        return [EntryRow(**_typed(row)) for row in rows]

    def entry(self, entry_id: int) -> Entry | None:
        """Return all that is kept of an entry, None where there is none.

        ``bookmarked`` tells whether the article is: a bookmark of a passage does not count.
        """
        row = self._row(_ENTRY, (entry_id,))
        if row is None:
            return None
        fields = _typed(row)
        fields["enclosures"] = tuple(Enclosure(*one) for one in json.loads(row["enclosures"]))
        return Entry(**fields)

    def versions(self, entry_id: int) -> list[EntryVersion]:
        """Return what an entry said before, the latest first; empty if it never changed."""
        return [EntryVersion(**row) for row in self._rows(_VERSIONS, (entry_id,))]

    def counts(self, *, since: int) -> Counts:
        """Return how many entries the smart views hold, and how many bookmarks there are.

        Args:
            since: The last midnight, seconds since 1970.
        """
        return Counts(*self._row(_COUNTS, {"since": since}))


def _condition(view: View, order: Order) -> str:
    if order == "stories" and view.kind in _OTHERS:
        return f"{_VIEWS[view.kind]} AND {_NEWEST_OF_STORY.format(_OTHERS[view.kind])}"
    return _VIEWS[view.kind]


def _values(view: View, since: int | None) -> dict[str, Any]:
    return {"since": since, "folder": view.folder, "feed_id": view.feed_id}


def _typed(row: Any) -> dict[str, Any]:
    fields = dict(row)
    fields["authors"] = tuple(json.loads(row["authors"]))
    fields["read"] = bool(row["read"])
    fields["bookmarked"] = bool(row["bookmarked"])
    return fields
