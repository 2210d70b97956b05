"""Where the user was: the state of the program, and the place in each article."""

from reader.store.database import Database


class State(Database):
    """The tables ``state`` and ``positions``."""

    def get_state(self, key: str) -> str | None:
        """Return what was set for a key, None where nothing was."""
        row = self._row("SELECT value FROM state WHERE key = ?", (key,))
        return row[0] if row else None

    def set_state(self, key: str, value: str) -> None:
        """Keep a value for a key, in place of the earlier one."""
        with self._transaction(durable=False):
            self._run("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))

    def position(self, entry_id: int) -> int:
        """Return where the user was in an article, in code points of its text; 0 at first."""
        row = self._row("SELECT offset FROM positions WHERE entry_id = ?", (entry_id,))
        return row[0] if row else 0

    def set_position(self, entry_id: int, offset: int) -> None:
        """Keep where the user is in an article; nothing where there is no such entry.

        Args:
            entry_id: The entry.
            offset: Code points of the article's text.
        """
        sql = "INSERT OR REPLACE INTO positions SELECT id, ? FROM identities WHERE id = ?"
        with self._transaction(durable=False):
            self._run(sql, (offset, entry_id))
