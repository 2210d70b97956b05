"""Entries: what feeds say, and the lists made of them."""

import hashlib
import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.identity import untracked
from reader.model import (
    Counts,
    Enclosure,
    Entry,
    EntryRow,
    EntryVersion,
    Pace,
    ParsedEntry,
    ParsedFeed,
    Saved,
    View,
)
from reader.store.feeds import Feeds, pace_json
from reader.store.identities import Identities

_MOST_VERSIONS = 20
"""How much of what an entry said before is kept."""

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
_COUNTS = f"""
    SELECT
        (SELECT count(*) FROM entries WHERE {_VIEWS["all"]}),
        (SELECT count(*) FROM entries WHERE {_VIEWS["unread"]}),
        (SELECT count(*) FROM entries WHERE {_VIEWS["today"]}),
        (SELECT count(*) FROM bookmarks WHERE removed_at IS NULL)
"""  # noqa: S608 - made of our own words only
_ENTRY_ROWS = """
    SELECT e.id, e.feed_id, e.title, e.link, feeds.name AS feed, e.authors, e.published, e.seen,
        e.read, e.starred AS bookmarked, analyses.quotations
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
_ADD_ENTRY = """
    INSERT INTO entries (id, feed_id, title, link, authors, published, updated, language, seen,
        shown, read, starred)
    VALUES (:id, :feed_id, :title, :link, :authors, :published, :updated, :language, :now,
        (SELECT unsubscribed_at IS NULL FROM feeds WHERE id = :feed_id),
        coalesce((SELECT read FROM statuses WHERE entry_id = :id), 0),
        coalesce((SELECT starred FROM statuses WHERE entry_id = :id), 0))
"""
_ADD_CONTENT = """
    INSERT INTO contents (entry_id, hash, enclosures, html) VALUES (:id, :hash, :enclosures, :html)
"""
# What a feed gives in turns with something else is kept once.
_FORGET_SAME_VERSION = """
    DELETE FROM versions WHERE entry_id = :id
        AND hash = (SELECT hash FROM contents WHERE entry_id = :id AND hash <> '')
"""
_KEEP_VERSION = """
    INSERT INTO versions (entry_id, replaced_at, title, published, updated, hash, html)
    SELECT id, :now, title, published, updated, hash, html
    FROM entries JOIN contents ON entry_id = id
    WHERE id = :id AND (hash <> '' OR html <> :html OR title <> :title)
"""
_FORGET_VERSIONS = """
    DELETE FROM versions WHERE entry_id = :id
        AND id NOT IN
            (SELECT id FROM versions WHERE entry_id = :id ORDER BY id DESC LIMIT :most - 1)
        AND id <> (SELECT min(id) FROM versions WHERE entry_id = :id)
"""
_CHANGE_ENTRY = """
    UPDATE entries SET title = :title, link = :link, authors = :authors, published = :published,
        updated = :updated, language = :language
    WHERE id = :id
"""
_CHANGE_CONTENT = """
    UPDATE contents SET hash = :hash, enclosures = :enclosures, html = :html WHERE entry_id = :id
"""


class Entries(Feeds, Identities):
    """The tables ``entries``, ``contents`` and ``versions``."""

    def save_parsed(  # noqa: PLR0913 - what came with the feed, each by its name
        self,
        feed_id: int,
        parsed: ParsedFeed,
        *,
        now: int,
        etag: str | None = None,
        last_modified: str | None = None,
        url: str | None = None,
        due_at: int = 0,
        pace: Pace | None = None,
    ) -> Saved:
        """Keep what a feed says, all of it or nothing.

        An entry is known by its guid within its feed, or, where that is a new one, by what
        it has in common with an entry that the feed no longer names (``reader.identity``).
        One whose title, link, authors, language, content or enclosures changed keeps its id
        and statuses, and what it said before stays among its versions: the first and the
        latest. Other dates alone are no change: feeds that make them up at each request
        would change for ever; nor is what a link tells of where its reader came from.

        Args:
            feed_id: The feed.
            parsed: What it says now.
            now: Seconds since 1970, UTC.
            etag: The answer's ETag.
            last_modified: The answer's Last-Modified.
            url: The feed's new address, where the server says that it moved for good; kept
                out where another feed has it.
            due_at: When to ask it again.
            pace: How often it changes, by what it says; None where it is not to be asked.

        Raises:
            NotFoundError: There is no such feed.
        """
        entries = _one_a_guid(parsed.entries)
        with self._transaction(durable=False):
            self._update_feed(
                feed_id,
                title=parsed.title,
                link=parsed.link,
                language=parsed.language,
                etag=etag,
                last_modified=last_modified,
                fetched_at=now,
                failed_at=None,
                error=None,
                failures=0,
                gone_at=None,
                due_at=due_at,
                pace=pace_json(pace or Pace()),
            )
            self._move_feed(feed_id, url)
            known = self._known_entries(feed_id, entries, now)
            new: list[tuple[int, ParsedEntry]] = []
            changed: list[tuple[int, ParsedEntry]] = []
            # Backwards: where no date parts them, the first of the document is the newest,
            # and so takes the highest id.
            for entry in reversed(_one_an_id(entries, known)):
                values = _values(entry) | {"feed_id": feed_id, "now": now}
                values["id"], before = known.get(entry.guid, (None, None))
                if before is None:
                    self._add_entry(values)
                    new.append((values["id"], entry))
                elif before != values["hash"]:
                    self._change_entry(values)
                    changed.append((values["id"], entry))
            self._keep_keys(feed_id, new + changed)
        return Saved(len(new), len(changed))

    def _add_entry(self, values: dict[str, Any]) -> None:
        if values["id"] is None:
            sql = "INSERT INTO identities (feed_id, guid) VALUES (:feed_id, :guid)"
            values["id"] = self._run(sql, values).lastrowid
        self._run(_ADD_ENTRY, values)
        self._run(_ADD_CONTENT, values)

    def _change_entry(self, values: dict[str, Any]) -> None:
        self._run(_FORGET_SAME_VERSION, values)
        self._run(_KEEP_VERSION, values)
        self._run(_FORGET_VERSIONS, values | {"most": _MOST_VERSIONS})
        self._run(_CHANGE_ENTRY, values)
        self._run(_CHANGE_CONTENT, values)
        self._run("DELETE FROM analyses WHERE entry_id = :id", values)

    def entry_ids(self, view: View, *, since: int | None = None) -> "array[int]":
        """Return the ids of a view's entries, the newest first.

        An entry stands by its date of publication, or by when it came where it has none; a
        date in the future counts for at most a day after it came.

        Args:
            view: Which entries. "bookmarks" are those with a bookmark, of the article or of
                a passage, also of feeds that are no longer subscribed.
            since: The last midnight, seconds since 1970, for the view "today".

        Returns:
            Ids as 64-bit integers.
        """
        sql = (
            f"SELECT id FROM entries WHERE {_VIEWS[view.kind]} "  # noqa: S608 - our own words
            "ORDER BY sort_at DESC, id DESC"
        )
        parameters = {"since": since, "folder": view.folder, "feed_id": view.feed_id}
        return self._ids(sql, parameters)

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


def _typed(row: Any) -> dict[str, Any]:
    fields = dict(row)
    fields["authors"] = tuple(json.loads(row["authors"]))
    fields["read"] = bool(row["read"])
    fields["bookmarked"] = bool(row["bookmarked"])
    return fields


def _one_a_guid(entries: Iterable[ParsedEntry]) -> list[ParsedEntry]:
    """Leave one entry of each guid: the one updated last, else the first (RFC 4287, 4.1.1)."""
    kept: dict[str, ParsedEntry] = {}
    for entry in entries:
        other = kept.get(entry.guid)
        if other is None or _changed_at(entry) > _changed_at(other):
            kept[entry.guid] = entry
    return list(kept.values())


def _one_an_id(
    entries: Iterable[ParsedEntry], known: Mapping[str, tuple[int, str | None]]
) -> list[ParsedEntry]:
    """Leave one entry of those that are known to be the same: the one updated last.

    Which it is must not depend on their order, or the entry would change at every refresh.
    """
    kept: dict[int | str, ParsedEntry] = {}
    for entry in entries:
        id_ = known[entry.guid][0] if entry.guid in known else entry.guid
        other = kept.get(id_)
        if other is None or (_changed_at(other), other.guid) < (_changed_at(entry), entry.guid):
            kept[id_] = entry
    return list(kept.values())


def _changed_at(entry: ParsedEntry) -> int:
    return entry.updated or entry.published or 0


def _values(entry: ParsedEntry) -> dict[str, Any]:
    html = entry.content_html or entry.summary or ""
    try:
        data = html.encode()
    except UnicodeEncodeError:  # halves of surrogate pairs, which no UTF-8 has
        data = html.encode(errors="replace")
        html = data.decode()
    authors = json.dumps(entry.authors, ensure_ascii=False) if entry.authors else "[]"
    files = [(e.url, e.type, e.length) for e in entry.enclosures]
    enclosures = json.dumps(files) if files else "[]"
    link = untracked(entry.link or "")
    head = "\0".join((entry.title, link, authors, entry.language or "", enclosures, ""))
    return {
        "guid": entry.guid,
        "title": entry.title,
        "link": entry.link,
        "authors": authors,
        "published": entry.published,
        "updated": entry.updated,
        "language": entry.language,
        "enclosures": enclosures,
        "html": html,
        "hash": hashlib.sha256(head.encode() + data).hexdigest(),
    }
