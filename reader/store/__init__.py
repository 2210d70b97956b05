"""What must never be lost, in one SQLite file: subscriptions, entries, bookmarks, corrections."""

from collections.abc import Iterator

from reader.errors import StoreError
from reader.store.analyses import Analyses
from reader.store.corrections import Corrections
from reader.store.full_texts import FullTexts
from reader.store.saved_queries import SavedQueries
from reader.store.saving import Saving
from reader.store.state import State
from reader.text import clean_line

_SHOWN = """
    SELECT count(*) FROM entries JOIN feeds ON feeds.id = feed_id
    WHERE shown <> (unsubscribed_at IS NULL AND hidden = 0)
"""
_STATUSES = """
    SELECT count(*) FROM entries LEFT JOIN statuses ON entry_id = id
    WHERE entries.read <> coalesce(statuses.read, 0)
        OR entries.starred <> coalesce(statuses.starred, 0)
"""


class Store(Saving, FullTexts, Analyses, Corrections, SavedQueries, State):
    """The database and all its queries, for use in one thread.

    Any number of threads and processes may have a Store on the same file. Every method raises
    ``StoreError`` where the file cannot be read or written, and then has changed nothing.
    """

    def check(self) -> list[str]:
        """Return what is wrong with the database, in words; empty where all is well.

        It reads the whole file.
        """
        try:
            return list(self._problems())
        except StoreError as error:
            return [str(error)]

    def _problems(self) -> Iterator[str]:
        if self.path.stat().st_mode & 0o077:
            yield f"{self.path} can be read or written by other users"
        for (problem,) in self._rows("PRAGMA integrity_check"):
            if problem != "ok":
                yield f"{self.path}: {clean_line(problem)}"
        for table, _, parent, _ in self._rows("PRAGMA foreign_key_check"):
            yield f"{self.path}: a row of {table} belongs to a row of {parent} that is missing"
        for sql, what in ((_SHOWN, "subscription"), (_STATUSES, "status")):
            if count := self._row(sql)[0]:
                yield f"{self.path}: {count} entries stand in a view against their {what}"
