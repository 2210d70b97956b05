"""The full-text index: a file of its own in the cache folder, made again where it is lost.

It is written after everything else, in the background: writing it costs several times what
keeping an entry does. SQLite's FTS5 keeps the words (<https://www.sqlite.org/fts5.html>), not
the texts; ``reader.tokens`` says what a word is.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from reader.errors import StoreError
from reader.store.database import SMALL_CACHE, Database
from reader.store.schema import statements
from reader.tokens import spaced

_VERSION: Final = "1"
"""Another one makes the index anew: of its tables, or of what a word is."""
# Compiled when first needed (``re`` keeps them): the reader starts without.
_UNSEEN: Final = r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->"
_INLINE: Final = (
    r"(?i)</?(?:a|abbr|b|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>"
)
_TAG: Final = r"<[^<>]*>"
_TABLES: Final = """
CREATE TABLE found_in.told (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- One row for what is found of an entry: an entry that changed has a new one, and what the words
-- say of the old one is not looked at any more. The ids are in the order in which entries came.
CREATE TABLE found_in.documents (id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE found_in.words USING fts5(
    title, authors, feed, text, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
-- A word counts for more in a title than in a name, and least in a text.
INSERT INTO found_in.words (words, rank) VALUES ('rank', 'bm25(8.0, 4.0, 2.0, 1.0)');
"""
_TO_INDEX: Final = """
    SELECT {place} AS place, e.id, e.title, e.authors, feeds.name AS feed,
        coalesce(full_texts.html, contents.html, '') AS html
    FROM {source} JOIN feeds ON feeds.id = e.feed_id
    LEFT JOIN contents ON contents.entry_id = e.id
    LEFT JOIN full_texts ON full_texts.entry_id = e.id AND full_texts.shown = 1
    WHERE {which} LIMIT :limit
"""
_ADD: Final = """
    INSERT INTO found_in.words (rowid, title, authors, feed, text) VALUES (?, ?, ?, ?, ?)
"""
_NEXT: Final = {
    # What came since, what is another text by now, what was there before: where it goes on, and
    # the name under which the index keeps how far that is.
    "last": _TO_INDEX.format(
        place="e.id", source="entries AS e", which="e.id > :last ORDER BY e.id"
    ),
    "retold": _TO_INDEX.format(
        place="retold.id",
        source="retold CROSS JOIN entries AS e ON e.id = retold.entry_id",
        which="retold.id > :retold ORDER BY retold.id",
    ),
    "first": _TO_INDEX.format(
        place="e.id", source="entries AS e", which="e.id < :first ORDER BY e.id DESC"
    ),
}


class Progress(NamedTuple):
    """How far the index is."""

    done: int
    total: int
    """Entries; both as near as their ids tell."""

    @property
    def complete(self) -> bool:
        """Whether all entries are in it, but for some that changed just now."""
        return self.done >= self.total


class Index(Database):
    """Words -> entries. Nothing in it is ever needed but to find."""

    _index: Path | None = None
    _attached = False

    def use_index(self, path: Path) -> None:
        """Look up words in this file, made when it is first needed."""
        self._index = path

    def index_some(self, limit: int) -> bool:
        """Put some more entries into the index, the newest first; return whether any are left.

        Args:
            limit: How many at most.

        Raises:
            StoreError: Another program is at it, or the file cannot be written.
        """
        if not self._attach():
            return False
        name = self._own_name()
        with self._index_errors(), self._index_transaction():
            if self._told("of") != name:
                self._begin_index(name)
            kind, rows = self._next(limit)
            self._put(rows, older=kind == "first")
            if rows:
                self._tell(**{kind: rows[-1]["place"]})
        return bool(rows)

    def index_progress(self) -> Progress:
        """Return how far the index is; nothing is in one that is not there yet."""
        least, most = self._row("SELECT min(id), max(id) FROM entries")
        total = most - least + 1 if most else 0
        if not self._attach():
            return Progress(0, total)
        with self._index_errors():
            first, last = int(self._told("first") or 0), int(self._told("last") or 0)
        return Progress(min(last - first + 1, total) if last else 0, total)

    def check_index(self) -> str | None:
        """Return what is wrong with the index, in words; None where it is well. Reads it all."""
        try:
            if self._attach():
                self._run("INSERT INTO found_in.words (words) VALUES ('integrity-check')")
        except (StoreError, sqlite3.DatabaseError) as error:
            return f"{self._index}: {error}"
        return None

    def drop_index(self) -> None:
        """Take the index away, to be made anew."""
        self._detach()
        if self._index is not None:
            for end in ("", "-wal", "-shm"):
                Path(f"{self._index}{end}").unlink(missing_ok=True)

    # --- The file --------------------------------------------------------------------

    def _attach(self) -> bool:
        """Make the index a part of the connection; return whether there is one to be used."""
        if self._attached or self._index is None:
            return self._attached
        try:
            self._open_index(self._index)
        except (OSError, sqlite3.DatabaseError) as error:
            self._detach()
            if not _is_damage(error):
                return False
            self.drop_index()
            with suppress(OSError, sqlite3.DatabaseError):
                self._open_index(self._index)
        return self._attached

    def _detach(self) -> None:
        if self._attached:
            self._connection.execute("DETACH found_in")
            self._attached = False

    def _open_index(self, path: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):  # SQLite would make it with the mode of the umask
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        self._connection.execute("ATTACH ? AS found_in", (str(path),))
        self._attached = True
        self._connection.execute("PRAGMA found_in.journal_mode = WAL")
        self._connection.execute("PRAGMA found_in.synchronous = NORMAL")
        self._connection.execute(f"PRAGMA found_in.cache_size = -{SMALL_CACHE}")
        if not self._has_tables():
            self._make_tables()
        if self._told("version") not in (None, _VERSION):
            raise sqlite3.DatabaseError("of another version")

    def _has_tables(self) -> bool:
        return bool(self._run("SELECT count(*) FROM found_in.sqlite_schema").fetchone()[0])

    def _make_tables(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")  # of the database too, but once only
        try:
            if not self._has_tables():  # nobody else was quicker
                for statement in statements(_TABLES):
                    self._run(statement)
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    @contextmanager
    def _index_transaction(self) -> Iterator[None]:
        """Write into the index alone: BEGIN IMMEDIATE would take the lock of the database too."""
        self._connection.execute("BEGIN")
        try:
            # What another program writes is waited for here: later it would be an error.
            self._run("DELETE FROM found_in.told WHERE key = ''")
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    @contextmanager
    def _index_errors(self) -> Iterator[None]:
        """Take a damaged index away; what is asked next makes a new one."""
        try:
            with self._errors():
                yield
        except StoreError as error:
            if _is_damage(error.__cause__):
                self.drop_index()
            raise

    # --- What is in it ---------------------------------------------------------------

    def _told(self, key: str) -> str | None:
        row = self._run("SELECT value FROM found_in.told WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _tell(self, **values: object) -> None:
        rows = [(key, str(value)) for key, value in values.items()]
        self._connection.executemany("INSERT OR REPLACE INTO found_in.told VALUES (?, ?)", rows)

    def _own_name(self) -> str:
        """Return what tells this database from any other, also from an earlier one in its place."""
        sql = "SELECT value FROM state WHERE key = 'name'"
        row = self._row(sql)
        if row is None:
            with self._transaction():
                values = (os.urandom(12).hex(),)
                self._run("INSERT OR IGNORE INTO state VALUES ('name', ?)", values)
            row = self._row(sql)
        return str(row[0])

    def _begin_index(self, name: str) -> None:
        """Empty the index; from now on what comes is newer, and what is there is older."""
        self._run("INSERT INTO found_in.words (words) VALUES ('delete-all')")
        self._run("DELETE FROM found_in.documents")
        self._run("DELETE FROM found_in.told")
        last = self._run("SELECT coalesce(max(id), 0) FROM entries").fetchone()[0]
        retold = self._run("SELECT coalesce(max(id), 0) FROM retold").fetchone()[0]
        self._tell(version=_VERSION, of=name, first=last + 1, last=last, retold=retold)

    def _next(self, limit: int) -> tuple[str, list[Any]]:
        values = {key: int(self._told(key) or 0) for key in _NEXT} | {"limit": limit}
        for key, sql in _NEXT.items():
            if rows := self._run(sql, values).fetchall():
                return key, rows
        return "", []

    def _put(self, rows: list[Any], *, older: bool) -> None:
        # No number is used twice, as the words keep it: above all, or below all, that were.
        key, step = ("lowest", -1) if older else ("highest", 1)
        document = int(self._told(key) or 0)
        for row in rows:
            document += step
            self._run("DELETE FROM found_in.documents WHERE entry_id = ?", (row["id"],))
            self._run("INSERT INTO found_in.documents VALUES (?, ?)", (document, row["id"]))
            texts = (row["title"], row["authors"], row["feed"], text_of(row["html"]))
            self._run(_ADD, (document, *map(spaced, texts)))
        self._tell(**{key: document})


def text_of(html: str) -> str:
    """Return the words of HTML as they are read, without what is never seen."""
    if "<" not in html and "&" not in html:
        return html
    from html import unescape  # its table of names takes two milliseconds

    seen = re.sub(_UNSEEN, " ", html)
    return unescape(re.sub(_TAG, " ", re.sub(_INLINE, "", seen)))


def _is_damage(error: BaseException | None) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
