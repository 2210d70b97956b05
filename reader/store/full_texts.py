"""The articles of the pages that entries link to, where these were fetched."""

from reader.store.database import Database

_SAVE = """
    INSERT INTO full_texts (entry_id, url, fetched_at, shown, html)
    SELECT id, :url, :now, 1, :html FROM entries WHERE id = :entry_id
    ON CONFLICT (entry_id) DO UPDATE SET
        url = excluded.url, fetched_at = excluded.fetched_at, shown = 1, html = excluded.html
"""


class FullTexts(Database):
    """The table ``full_texts``: beside what the feed gave, never in place of it.

    Where one is shown, it is the content that ``Entries.entry`` gives. What counts in the text
    that was shown before goes with it: the place in it and the analysis.
    """

    def save_full_text(self, entry_id: int, url: str, html: str, *, now: int) -> None:
        """Keep the article of an entry's page and show it; nothing where the entry is gone.

        Args:
            entry_id: The entry.
            url: Where the page came from in the end.
            html: The article alone.
            now: Seconds since 1970, UTC.
        """
        values = {"entry_id": entry_id, "url": url, "html": html, "now": now}
        with self._transaction():
            self._run(_SAVE, values)
            self._forget_what_was_shown(entry_id)

    def show_full_text(self, entry_id: int, shown: bool) -> bool:
        """Show an entry's full text or what its feed gave; return whether there is a full text."""
        with self._transaction():
            sql = "UPDATE full_texts SET shown = ? WHERE entry_id = ?"
            found = self._run(sql, (shown, entry_id)).rowcount > 0
            if found:
                self._forget_what_was_shown(entry_id)
            return found

    def _forget_what_was_shown(self, entry_id: int) -> None:
        self._run("DELETE FROM positions WHERE entry_id = ?", (entry_id,))
        self._run("DELETE FROM analyses WHERE entry_id = ?", (entry_id,))
