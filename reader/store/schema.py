"""The tables, as migrations, oldest first.

A released migration is never edited: a change to the tables is one more at the end.
"""

import json
import sqlite3
from collections.abc import Iterator

from reader.identity import keys

APPLICATION_ID = 0x4E575352
"""Written into the file's header, so that another program's database is told apart: "NWSR"."""

_FIRST = """
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    own_title TEXT,                 -- what the user calls it
    title TEXT NOT NULL DEFAULT '', -- what it calls itself
    name TEXT NOT NULL GENERATED ALWAYS AS (coalesce(own_title, nullif(title, ''), url)) VIRTUAL,
    link TEXT,
    folder TEXT,
    language TEXT,
    etag TEXT,
    last_modified TEXT,
    added_at INTEGER NOT NULL,
    unsubscribed_at INTEGER,
    fetched_at INTEGER,
    failed_at INTEGER,
    error TEXT
) STRICT;

-- What an entry is known by for ever, so that what the user did can come before the entry
-- and outlive it. AUTOINCREMENT: an id is never given to a second entry.
CREATE TABLE identities (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER NOT NULL REFERENCES feeds (id),
    guid TEXT NOT NULL,
    UNIQUE (feed_id, guid)
) STRICT;

-- What the user did, each with the time of its last change.
CREATE TABLE statuses (
    entry_id INTEGER PRIMARY KEY REFERENCES identities (id),
    read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
    read_at INTEGER,
    starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    starred_at INTEGER
) STRICT;

-- What is still to be told to a server: the wanted value of a field, one row for each. A new
-- wish takes a new id, so that a row is deleted only if it still is the one that was sent.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES identities (id),
    field TEXT NOT NULL CHECK (field IN ('read', 'starred')),
    value INTEGER NOT NULL CHECK (value IN (0, 1)),
    at INTEGER NOT NULL,
    UNIQUE (entry_id, field)
) STRICT;

-- What a list needs of an entry. Its text stands apart, in contents: a change of status
-- rewrites the row, and a list reads many. shown, read and starred repeat feeds and statuses
-- for the indexes; the triggers below keep them. A date in the future counts for at most a
-- day after the entry came, or it would stay on top of every list.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY REFERENCES identities (id),
    feed_id INTEGER NOT NULL REFERENCES feeds (id),
    title TEXT NOT NULL,
    link TEXT,
    authors TEXT NOT NULL,          -- JSON: list of names
    published INTEGER,
    updated INTEGER,
    seen INTEGER NOT NULL,
    language TEXT,
    sort_at INTEGER NOT NULL
        GENERATED ALWAYS AS (min(coalesce(published, seen), seen + 86400)) VIRTUAL,
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    read INTEGER NOT NULL CHECK (read IN (0, 1)),
    starred INTEGER NOT NULL CHECK (starred IN (0, 1))
) STRICT;

CREATE INDEX entries_newest ON entries (sort_at) WHERE shown = 1;
CREATE INDEX entries_unread ON entries (sort_at) WHERE shown = 1 AND read = 0;
CREATE INDEX entries_unread_of_feed ON entries (feed_id) WHERE shown = 1 AND read = 0;
CREATE INDEX entries_of_feed ON entries (feed_id, shown, sort_at);

CREATE TRIGGER statuses_added AFTER INSERT ON statuses BEGIN
    UPDATE entries SET read = NEW.read, starred = NEW.starred WHERE id = NEW.entry_id;
END;
CREATE TRIGGER statuses_changed AFTER UPDATE OF read, starred ON statuses BEGIN
    UPDATE entries SET read = NEW.read, starred = NEW.starred WHERE id = NEW.entry_id;
END;
CREATE TRIGGER feeds_shown AFTER UPDATE OF unsubscribed_at ON feeds
    WHEN (OLD.unsubscribed_at IS NULL) <> (NEW.unsubscribed_at IS NULL)
BEGIN
    UPDATE entries SET shown = NEW.unsubscribed_at IS NULL WHERE feed_id = NEW.id;
END;

CREATE TABLE contents (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    enclosures TEXT NOT NULL,       -- JSON: list of [url, type, length]
    html TEXT NOT NULL
) STRICT;

-- What an entry said before its feed changed it.
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    replaced_at INTEGER NOT NULL,
    title TEXT NOT NULL,
    published INTEGER,
    updated INTEGER,
    hash TEXT NOT NULL,
    html TEXT NOT NULL
) STRICT;
CREATE INDEX versions_of_entry ON versions (entry_id);

CREATE TABLE analyses (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    engine TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    language TEXT NOT NULL,
    quotations INTEGER NOT NULL,    -- how many
    analysed_at INTEGER NOT NULL,
    result TEXT NOT NULL            -- JSON: the fields of model.Analysis
) STRICT;
CREATE INDEX analyses_of_engine ON analyses (entry_id, engine);

-- A bookmark holds its own copy of all it shows. Removing sets removed_at, so that it can be
-- undone with note and tags. quote_...: the selectors of the W3C Web Annotation Data Model
-- for text quote and text position; all NULL where the whole article is bookmarked.
CREATE TABLE bookmarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER REFERENCES identities (id),
    created INTEGER NOT NULL,
    edited_at INTEGER,
    removed_at INTEGER,
    title TEXT NOT NULL,
    link TEXT,
    feed TEXT NOT NULL,
    authors TEXT NOT NULL,          -- JSON: list of names
    published INTEGER,
    quote_exact TEXT,
    quote_prefix TEXT,
    quote_suffix TEXT,
    quote_start INTEGER,
    quote_end INTEGER,
    quote_text_hash TEXT,
    source TEXT,
    note TEXT NOT NULL DEFAULT '',
    text_hash TEXT NOT NULL,
    text TEXT NOT NULL,
    content_html TEXT NOT NULL
) STRICT;
CREATE INDEX bookmarks_newest ON bookmarks (created) WHERE removed_at IS NULL;
CREATE INDEX bookmarks_of_entry ON bookmarks (entry_id);

CREATE TABLE bookmark_tags (
    bookmark_id INTEGER NOT NULL REFERENCES bookmarks (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,      -- in the user's order
    tag TEXT NOT NULL,
    PRIMARY KEY (bookmark_id, position),
    UNIQUE (bookmark_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX bookmark_tags_of_tag ON bookmark_tags (tag);

CREATE TABLE positions (
    entry_id INTEGER PRIMARY KEY REFERENCES identities (id),
    offset INTEGER NOT NULL         -- code points of the article's text
) STRICT;

CREATE TABLE state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

_CORRECTIONS = """
-- A text that somebody set something right in: corrections outlive the entry, and say nothing
-- without it.
CREATE TABLE corrected_texts (
    text_hash TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    link TEXT,
    language TEXT,
    prose TEXT NOT NULL,            -- JSON: list of [start, end]
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a person said of a quotation. Of several at one place the last counts. Taking one back
-- sets undone_at, so that it can be done again. quote_...: as in bookmarks; the place counts in
-- the text of that hash.
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER REFERENCES identities (id),
    text_hash TEXT NOT NULL REFERENCES corrected_texts (text_hash),
    created INTEGER NOT NULL,
    undone_at INTEGER,
    quote_exact TEXT NOT NULL,
    quote_prefix TEXT NOT NULL,
    quote_suffix TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    quotation TEXT NOT NULL,        -- JSON: the fields of model.Quotation
    verdict TEXT NOT NULL           -- JSON: the fields of model.Verdict
) STRICT;
CREATE INDEX corrections_of_entry ON corrections (entry_id);
CREATE INDEX corrections_of_place ON corrections (text_hash, quote_start, quote_end);
"""

_SCHEDULE = """
-- The host that the user typed, which may be on this machine or in its own network. What was
-- subscribed to before this was asked keeps it, but for addresses with a bare IPv6 host.
ALTER TABLE feeds ADD COLUMN trusted_host TEXT;
UPDATE feeds SET trusted_host = substr(url, instr(url, '://') + 3) WHERE url LIKE 'http%://%';
UPDATE feeds SET trusted_host = substr(trusted_host, 1, instr(trusted_host || '/', '/') - 1);
UPDATE feeds SET trusted_host = substr(trusted_host, instr(trusted_host, '@') + 1);
UPDATE feeds SET trusted_host = lower(substr(trusted_host, 1, instr(trusted_host || ':', ':') - 1));
-- When it is to be asked again; how often in a row it could not be; since when it says that it
-- is gone for good (HTTP 410); what it told of how often it changes.
ALTER TABLE feeds ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN gone_at INTEGER;
ALTER TABLE feeds ADD COLUMN pace TEXT NOT NULL DEFAULT '{}'; -- JSON: the fields of model.Pace
"""

_FULL_TEXTS = """
-- The article of the page that an entry links to, once it was fetched; shown in place of what
-- the feed gave, or kept for when it is asked for again.
CREATE TABLE full_texts (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    url TEXT NOT NULL,              -- where the page came from in the end
    fetched_at INTEGER NOT NULL,
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    html TEXT NOT NULL              -- of the article alone
) STRICT;
"""

_SAME = """
-- The other ids by which a feed called an entry, and how it was known to be the same.
CREATE TABLE aliases (
    feed_id INTEGER NOT NULL REFERENCES feeds (id),
    guid TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES identities (id),
    why TEXT NOT NULL,
    noticed_at INTEGER NOT NULL,
    PRIMARY KEY (feed_id, guid)
) STRICT, WITHOUT ROWID;

-- What entries of a feed share that may be the same: numbers that reader.identity makes of
-- link and title. They may outlive their entry. By feed, so that those of one are written
-- together.
CREATE TABLE entry_keys (
    feed_id INTEGER NOT NULL,
    key INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (feed_id, key, entry_id)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_keys
SELECT feed_id, key.value, entries.id FROM entries, json_each(identity_keys(title, link)) AS key;

-- What entries of different feeds share that tell one story, of those that were news when they
-- came: these numbers lie far apart, and each costs a page of the file to be written.
CREATE TABLE story_keys (
    key INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (key, entry_id)
) STRICT, WITHOUT ROWID;

-- Hashes are made of something else from now on: until then, an entry's is not known.
UPDATE contents SET hash = '';

-- Which entries of several feeds tell one story: the id of one of them. NULL for most.
ALTER TABLE entries ADD COLUMN story INTEGER;
CREATE INDEX entries_of_story ON entries (story) WHERE story IS NOT NULL;
"""

_RULES = """
-- Entries that a rule hid: they stand in no view.
ALTER TABLE entries ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
DROP TRIGGER feeds_shown;
CREATE TRIGGER feeds_shown AFTER UPDATE OF unsubscribed_at ON feeds
    WHEN (OLD.unsubscribed_at IS NULL) <> (NEW.unsubscribed_at IS NULL)
BEGIN
    UPDATE entries SET shown = (NEW.unsubscribed_at IS NULL AND hidden = 0) WHERE feed_id = NEW.id;
END;

-- Tags of entries, whether these are kept or not.
CREATE TABLE entry_tags (
    entry_id INTEGER NOT NULL REFERENCES identities (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (entry_id, tag)
) STRICT, WITHOUT ROWID;
"""

_FINDING = """
-- Entries whose words are others than when they came, for the full-text index: an entry that
-- changes again takes a new id.
CREATE TABLE retold (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER contents_retold AFTER UPDATE OF html ON contents WHEN OLD.html <> NEW.html BEGIN
    DELETE FROM retold WHERE entry_id = NEW.entry_id;
    INSERT INTO retold (entry_id) VALUES (NEW.entry_id);
END;
CREATE TRIGGER entries_retold AFTER UPDATE OF title, authors ON entries
    WHEN OLD.title <> NEW.title OR OLD.authors <> NEW.authors
BEGIN
    DELETE FROM retold WHERE entry_id = NEW.id;
    INSERT INTO retold (entry_id) VALUES (NEW.id);
END;
CREATE TRIGGER full_texts_added AFTER INSERT ON full_texts BEGIN
    DELETE FROM retold WHERE entry_id = NEW.entry_id;
    INSERT INTO retold (entry_id) VALUES (NEW.entry_id);
END;
CREATE TRIGGER full_texts_changed AFTER UPDATE OF shown, html ON full_texts BEGIN
    DELETE FROM retold WHERE entry_id = NEW.entry_id;
    INSERT INTO retold (entry_id) VALUES (NEW.entry_id);
END;
CREATE TRIGGER feeds_renamed AFTER UPDATE OF own_title, title ON feeds
    WHEN coalesce(OLD.own_title, OLD.title) <> coalesce(NEW.own_title, NEW.title)
BEGIN
    DELETE FROM retold WHERE entry_id IN (SELECT id FROM entries WHERE feed_id = NEW.id);
    INSERT INTO retold (entry_id) SELECT id FROM entries WHERE feed_id = NEW.id;
END;

-- Queries that were given a name: views like those of feeds. Removing one sets removed_at, so
-- that it can be undone.
CREATE TABLE saved_queries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    notify INTEGER NOT NULL DEFAULT 0 CHECK (notify IN (0, 1)),
    created INTEGER NOT NULL,
    removed_at INTEGER
) STRICT;
"""

MIGRATIONS = (_FIRST, _CORRECTIONS, _SCHEDULE, _FULL_TEXTS, _SAME, _RULES, _FINDING)
"""The SQL that makes each version of the schema from the one before; version 1 is the first."""


def statements(script: str) -> Iterator[str]:
    """Split SQL into its statements; each ends at the end of a line."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the database to the newest schema, each version in one transaction.

    Another process may do the same meanwhile: what is to be done is asked anew in each
    transaction. After an error the connection is to be closed, which undoes the version begun.
    """
    connection.create_function("identity_keys", 2, _keys, deterministic=True)
    while schema_version(connection) < len(MIGRATIONS):
        connection.execute("BEGIN IMMEDIATE")
        version = schema_version(connection)
        for statement in statements("".join(MIGRATIONS[version : version + 1])):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {min(version + 1, len(MIGRATIONS))}")
        connection.execute("COMMIT")


def _keys(title: str, link: str | None) -> str:
    return json.dumps(keys(title, link).same())


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the version of the schema that the file holds; 0 for an empty one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
