"""Keeping what feeds say: entries that are new, those that changed, and the user's rules."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reader.identity import untracked
from reader.model import Article, Entry, Pace, ParsedEntry, ParsedFeed, Rule, Saved
from reader.store.bookmarks import Bookmarks
from reader.store.entries import Entries
from reader.store.feeds import Feeds, pace_json
from reader.store.identities import Identities
from reader.store.queries import Queries

_MOST_VERSIONS = 20
"""How much of what an entry said before is kept."""

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
_HIDE = "UPDATE entries SET hidden = 1, shown = 0 WHERE id IN (SELECT value FROM json_each(?))"
_TAG = "INSERT OR IGNORE INTO entry_tags (entry_id, tag) SELECT value, ? FROM json_each(?)"


class Saving(Entries, Feeds, Identities, Bookmarks, Queries):
    """Writing the tables ``entries``, ``contents`` and ``versions``."""

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
        rules: Iterable[Rule] = (),
        article_of: Callable[[Entry], Article] | None = None,
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
            rules: What is done with entries that are new, in this order.
            article_of: Makes the article of an entry, where a rule bookmarks it.

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
            ids = [id_ for id_, _ in new]
            for rule in rules if ids else ():
                self._follow(rule, ids, now, article_of)
        return Saved(len(new), len(changed), tuple(ids))

    def expect_read(self, feed_id: int, guids: Iterable[str], *, now: int) -> list[int]:
        """Mark entries of a feed as read, also those that have not come yet.

        Args:
            feed_id: The feed.
            guids: What it calls them.
            now: Seconds since 1970, UTC.

        Returns:
            The ids of those that were not so before.
        """
        rows = [(feed_id, guid) for guid in dict.fromkeys(guids) if guid]
        entries = [ParsedEntry(guid, "") for _, guid in rows]
        with self._transaction():
            sql = "INSERT INTO identities (feed_id, guid) VALUES (?, ?)"
            known = self._known_entries(feed_id, entries, now)
            self._connection.executemany(sql, [row for row in rows if row[1] not in known])
            known = self._known_entries(feed_id, entries, now)
            return self.set_read([id_ for id_, _ in known.values()], True, now=now)

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

    def _follow(
        self,
        rule: Rule,
        ids: Sequence[int],
        now: int,
        article_of: Callable[[Entry], Article] | None,
    ) -> None:
        """Do with entries that came what a rule says, inside a transaction."""
        ids = self._among(rule.query, ids)
        match rule.action:
            case "mark_read":
                self.set_read(ids, True, now=now)
            case "hide":
                self._run(_HIDE, (json.dumps(ids),))
            case "tag":
                self._run(_TAG, (rule.tag, json.dumps(ids)))
            case "bookmark":
                for entry in filter(None, map(self.entry, ids)):
                    assert article_of  # noqa: S101 - given with the rules
                    self.add_bookmark(
                        entry.id,
                        article=article_of(entry),
                        content_html=entry.content_html,
                        feed=entry.feed_title,
                        authors=entry.authors,
                        quotation=None,
                        source=None,
                        now=now,
                    )


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
