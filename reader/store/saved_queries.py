"""Queries that were given a name."""

from reader.errors import NotFoundError
from reader.model import SavedQuery
from reader.store.database import Database

_SAVED = "SELECT id, name, query, notify FROM saved_queries WHERE removed_at IS NULL ORDER BY id"


class SavedQueries(Database):
    """The table ``saved_queries``."""

    def save_query(self, name: str, query: str, *, notify: bool = False, now: int) -> int:
        """Give a query a name; return its id.

        Args:
            name: What it is called.
            query: What is asked for, as it was written; it is not looked at here.
            notify: Whether new entries that it asks for are told of.
            now: Seconds since 1970, UTC.
        """
        values = (name, query, notify, now)
        with self._transaction():
            sql = "INSERT INTO saved_queries (name, query, notify, created) VALUES (?, ?, ?, ?)"
            return int(self._run(sql, values).lastrowid or 0)

    def saved_queries(self) -> list[SavedQuery]:
        """Return the queries that have a name, the first that was given one first."""
        rows = self._rows(_SAVED)
        return [SavedQuery(row[0], row[1], row[2], bool(row[3])) for row in rows]

    def edit_query(self, query_id: int, *, name: str, query: str, notify: bool) -> None:
        """Set what a saved query is called and asks for.

        Raises:
            NotFoundError: There is no such query.
        """
        self._change_query(
            "UPDATE saved_queries SET name = ?, query = ?, notify = ? WHERE id = ?",
            (name, query, notify, query_id),
        )

    def remove_query(self, query_id: int, *, now: int) -> None:
        """Take a saved query away; ``restore_query`` brings it back.

        Raises:
            NotFoundError: There is no such query.
        """
        self._change_query("UPDATE saved_queries SET removed_at = ? WHERE id = ?", (now, query_id))

    def restore_query(self, query_id: int) -> None:
        """Undo ``remove_query``.

        Raises:
            NotFoundError: There is no such query.
        """
        self._change_query("UPDATE saved_queries SET removed_at = NULL WHERE id = ?", (query_id,))

    def _change_query(self, sql: str, values: tuple[object, ...]) -> None:
        with self._transaction():
            if not self._run(sql, values).rowcount:
                raise NotFoundError(f"there is no saved query {values[-1]}")
