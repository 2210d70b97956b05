"""Which entry is which: the ids that feeds give, and what entries have in common."""

import json
from collections.abc import Iterable, Mapping, Sequence

from reader.identity import Known, keys, same_entries
from reader.model import ParsedEntry
from reader.store.database import Database

_STORY_SECONDS = 3 * 86400
"""How far apart entries that tell one story may be."""
_MOST = 10_000
"""Pairs of entries that are looked at for one feed: one whose titles are all the same has more."""

_BY_GUID = """
    SELECT wanted.value, contents.entry_id, coalesce(identities.id, aliases.entry_id), contents.hash
    FROM json_each(:guids) AS wanted
    LEFT JOIN identities ON identities.feed_id = :feed_id AND identities.guid = wanted.value
    LEFT JOIN aliases ON aliases.feed_id = :feed_id AND aliases.guid = wanted.value
    LEFT JOIN contents ON contents.entry_id = coalesce(identities.id, aliases.entry_id)
"""
_BY_KEY = """
    SELECT DISTINCT wanted.value ->> 1 AS position, e.id, identities.guid, e.title, e.link,
        e.published
    FROM json_each(:wanted) AS wanted
    CROSS JOIN entry_keys ON entry_keys.feed_id = :feed_id AND entry_keys.key = wanted.value ->> 0
    CROSS JOIN entries AS e ON e.id = entry_keys.entry_id
    CROSS JOIN identities ON identities.id = e.id
    LIMIT :most
"""
_ADD_ALIAS = """
    INSERT INTO aliases (feed_id, guid, entry_id, why, noticed_at) VALUES (?, ?, ?, ?, ?)
"""
_ANY = "SELECT 1 FROM entries WHERE feed_id = ? LIMIT 1"
_HASH = "SELECT hash FROM contents WHERE entry_id = ?"
_CONTENT = "SELECT html FROM contents WHERE entry_id = ?"
_ADD_KEY = "INSERT OR IGNORE INTO entry_keys (feed_id, key, entry_id) VALUES (?, ?, ?)"
_ADD_STORY_KEYS = """
    INSERT OR IGNORE INTO story_keys (key, entry_id)
    SELECT value ->> 0, value ->> 1 FROM json_each(:wanted)
    JOIN entries ON entries.id = value ->> 1 AND sort_at >= seen - :seconds
"""
_SIMILAR = """
    SELECT mine.id AS entry_id, e.id AS other_id
    FROM json_each(:wanted) AS wanted
    CROSS JOIN entries AS mine ON mine.id = wanted.value ->> 1
    CROSS JOIN story_keys ON story_keys.key = wanted.value ->> 0
    CROSS JOIN entries AS e ON e.id = story_keys.entry_id
    WHERE e.feed_id <> :feed_id AND abs(e.sort_at - mine.sort_at) <= :seconds
    ORDER BY wanted.key, abs(e.sort_at - mine.sort_at), e.id
    LIMIT :most
"""
# A story has one entry of each feed at most: what returns every day under one title, in two
# feeds, would be one story for ever.
_JOIN_STORY = """
    UPDATE entries SET story = other.story
    FROM (SELECT coalesce(story, id) AS story FROM entries WHERE id = :other_id) AS other
    WHERE id IN (:entry_id, :other_id) AND NOT EXISTS
        (SELECT 1 FROM entries AS e WHERE e.story = other.story AND e.feed_id = :feed_id)
"""
_OF_STORY = """
    SELECT other.id FROM entries AS mine
    CROSS JOIN entries AS other ON other.story = mine.story AND other.id <> mine.id
    WHERE mine.id = ? AND other.shown = 1 ORDER BY other.sort_at DESC, other.id DESC
"""
_ALIASES = """
    SELECT feeds.name, why, count(*) FROM aliases JOIN feeds ON feeds.id = aliases.feed_id
    GROUP BY aliases.feed_id, why ORDER BY feeds.name, why
"""


class Identities(Database):
    """The tables ``identities``, ``aliases``, ``entry_keys`` and ``story_keys``."""

    def same_story(self, entry_id: int) -> list[int]:
        """Return the entries of other subscriptions that tell an entry's story, newest first.

        These have its link, or its title where that is long enough to tell one, within three
        days of each other, and were news when they came.
        """
        return self._ids(_OF_STORY, (entry_id,)).tolist()

    def aliases(self) -> list[tuple[str, str, int]]:
        """Return which feeds changed the ids of entries: name, how it was noticed, how many."""
        return [tuple(row) for row in self._rows(_ALIASES)]

    def _known_entries(
        self, feed_id: int, entries: Sequence[ParsedEntry], now: int
    ) -> dict[str, tuple[int, str | None]]:
        """Return by guid which of a feed's entries are kept: id, and the hash of the content.

        A new id of one that is kept is kept from now on. The hash is None where there is an
        identity without an entry.
        """
        values = {"feed_id": feed_id, "guids": json.dumps([entry.guid for entry in entries])}
        rows = [tuple(row) for row in self._run(_BY_GUID, values)]
        known = {guid: (id_, hash_) for guid, _, id_, hash_ in rows if id_ is not None}
        if not self._run(_ANY, (feed_id,)).fetchone():
            return known  # the first time that the feed is kept
        unknown = [entry for entry in entries if entry.guid not in known]
        here = {id_ for id_, _ in known.values()}
        same = same_entries(unknown, self._candidates(feed_id, unknown), here, self._html)
        for guid, (id_, why) in same.items():
            self._run(_ADD_ALIAS, (feed_id, guid, id_, why, now))
            known[guid] = id_, self._run(_HASH, (id_,)).fetchone()[0]
        return known

    def _candidates(
        self, feed_id: int, entries: Sequence[ParsedEntry]
    ) -> Mapping[str, Sequence[Known]]:
        """Return by the guid of each entry those of its feed that it may be."""
        wanted = [
            (key, position)
            for position, entry in enumerate(entries)
            for key in keys(entry.title, entry.link).same()
        ]
        values = {"wanted": json.dumps(wanted), "feed_id": feed_id, "most": _MOST}
        found: dict[str, list[Known]] = {}
        for position, *told in self._run(_BY_KEY, values):
            found.setdefault(entries[position].guid, []).append(Known(*told))
        return found

    def _html(self, entry_id: int) -> str:
        html: str = self._run(_CONTENT, (entry_id,)).fetchone()[0]
        return html

    def _keep_keys(self, feed_id: int, entries: Iterable[tuple[int, ParsedEntry]]) -> None:
        """Keep what entries have in common with others, and which tell a story that is known."""
        told = [(id_, keys(entry.title, entry.link)) for id_, entry in entries]
        rows = [(feed_id, key, id_) for id_, keys_ in told for key in keys_.same()]
        self._connection.executemany(_ADD_KEY, rows)
        wanted = [(key, id_) for id_, keys_ in told for key in keys_.story()]
        values = {
            "wanted": json.dumps(wanted),
            "feed_id": feed_id,
            "seconds": _STORY_SECONDS,
            "most": _MOST,
        }
        self._run(_ADD_STORY_KEYS, values)
        for entry_id, other_id in self._run(_SIMILAR, values).fetchall():
            ids = {"entry_id": entry_id, "other_id": other_id, "feed_id": feed_id}
            self._run(_JOIN_STORY, ids)
