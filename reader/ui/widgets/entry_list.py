"""The entries of a view, or the bookmarks: rows are fetched as they come into sight."""

import sys
from array import array
from collections.abc import Awaitable, Callable, Hashable, Iterable, Sequence
from typing import ClassVar

from textual.cache import LRUCache

from reader.model import EntryRow
from reader.ui.library import PAGE, Listing, Row
from reader.ui.render.rows import Piece, bookmark_row, entry_row
from reader.ui.render.words import now
from reader.ui.widgets.row_list import RowList

Fetch = Callable[[Sequence[int]], Awaitable[Sequence[Row]]]

_KEPT = 1000
"""Rows in memory."""


class EntryList(RowList):
    """Two lines a row: title, then feed, age and author. Only rows near those seen are in memory.

    A long list is shown before all of it is known: then ``whole`` is False, its ids are those
    around the cursor, and ``complete`` adds the rest without moving what is seen.
    """

    ROW_LINES: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._ids: array[int] = array("I")
        self._fetch: Fetch | None = None
        self._rows: LRUCache[int, Row | None] = LRUCache(_KEPT)
        self._asked: set[int] = set()
        self._told: dict[int, Sequence[int]] = {}
        """Rows that were opened, and the rows of the same story below each."""
        self.whole = True
        self.sought: Sequence[tuple[str, bool]] = ()
        """Words and phrases that are marked in titles, and whether each may go on."""
        self._goal: int | None = None
        """Where the cursor is to go once all rows are known."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._ids)

    @property
    def ids(self) -> Sequence[int]:
        """The ids of the rows, in order."""
        return self._ids

    @property
    def current(self) -> int | None:
        """The id of the row under the cursor."""
        return self._ids[self.cursor] if self._ids else None

    def key_at(self, index: int) -> Hashable:
        """Return the id of a row."""
        return self._ids[index]

    def place_of(self, key: Hashable) -> int | None:
        """Return where the row with an id is now."""
        return self._ids.index(key) if isinstance(key, int) and key in self._ids else None

    def show(self, listing: Listing, fetch: Fetch) -> None:
        """Show a list.

        Args:
            listing: The ids of its rows, and the rows around the cursor.
            fetch: Gives rows for ids; those that are gone are left out.
        """
        self._fetch = fetch
        self._told.clear()
        self._rows.clear()
        self._asked.clear()
        self._keep([row.id for row in listing.rows], listing.rows)
        self._show_ids(listing.ids, listing.cursor, whole=listing.whole)

    def tell_story(self, row_id: int, others: Sequence[int]) -> None:
        """Show other rows of the same story below a row, or not any more.

        Args:
            row_id: The row.
            others: The ids of the others.
        """
        ids = self._without_told(self._ids)
        if self._told.pop(row_id, None) is None:
            self._told[row_id] = others
        self.complete(ids, whole=self.whole)

    @property
    def story(self) -> int | None:
        """The row under the cursor, or the one above it that was opened and shows it."""
        current = self.current
        return next((one for one, told in self._told.items() if current in told), current)

    def _without_told(self, ids: "array[int]") -> "array[int]":
        told = {one for others in self._told.values() for one in others}
        return array("I", (one for one in ids if one not in told)) if told else ids

    def _with_told(self, ids: "array[int]") -> "array[int]":
        if not self._told:
            return ids
        shown = self._without_told(ids)
        for row_id, others in self._told.items():
            if row_id in shown:
                at = shown.index(row_id) + 1
                shown[at:at] = array("I", others)
        return shown

    def complete(self, ids: "array[int]", *, whole: bool = True) -> None:
        """Show all rows of the list: the cursor stays on its row, or on the place of one gone."""
        ids = self._with_told(ids)
        try:
            cursor = ids.index(self._ids[self.cursor]) if self._goal is None else self._goal
        except (IndexError, ValueError):
            cursor = self.cursor
        self._show_ids(ids, cursor, whole=whole)

    def _show_ids(self, ids: "array[int]", cursor: int, *, whole: bool) -> None:
        above = self.cursor * self.ROW_LINES - self.scroll_offset.y
        self._ids, self.whole, self._goal = ids, whole, None
        self.reset(cursor, above=above)

    def row(self, index: int) -> Row | None:
        """Return a row if it is in memory; if not, ask for those about it and return None."""
        row_id = self._ids[index]
        if row_id in self._rows:
            return self._rows.get(row_id)
        if row_id not in self._asked:
            first = index // PAGE * PAGE
            ids = self._ids[first : first + PAGE]
            self._asked.update(ids)
            self.screen.run_worker(self._load(ids), group="rows", exit_on_error=False)
        return None

    def _keep(self, ids: Iterable[int], rows: Sequence[Row]) -> None:
        """Keep rows; one that is gone since its id was listed stays blank."""
        found = {row.id: row for row in rows}
        for row_id in ids:
            self._rows.discard(row_id)  # the cache keeps what it has under a key
            self._rows[row_id] = found.get(row_id)

    async def _load(self, ids: Sequence[int]) -> None:
        fetch = self._fetch
        if fetch is None:
            return
        try:
            rows = await fetch(ids)
        finally:
            self._asked.difference_update(ids)
        if fetch is self._fetch:
            self._keep(ids, rows)
            self.refresh()

    async def reload(self, row_ids: Sequence[int]) -> None:
        """Fetch rows that changed anew; what is seen stays until they are there."""
        if known := [row_id for row_id in row_ids if row_id in self._rows]:
            await self._load(known)

    async def reload_all(self) -> None:
        """Fetch the rows near the cursor anew, and forget all others."""
        near = self._ids[max(0, self.cursor - PAGE) : self.cursor + PAGE]
        for row_id in set(self._rows.keys()).difference(near):
            self._rows.discard(row_id)
        await self._load(near)

    def action_first(self, count: int = 1) -> None:
        """Move the cursor to the first row, or to the one that a count names, once it is known."""
        super().action_first(count)
        self._goal = None if self.whole else count - 1

    def action_last(self, count: int | None = None) -> None:
        """Move the cursor to the last row, or to the one that a count names, once it is known."""
        super().action_last(count)
        if count is None:
            self._goal = None if self.whole else sys.maxsize

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Draw an entry or a bookmark."""
        row = self.row(index)
        if row is None:
            return [[(" " * width, "")]] * self.ROW_LINES
        if isinstance(row, EntryRow):
            if any(row.id in told for told in self._told.values()):
                first, second = entry_row(row, width - 2, now(), self.sought)
                return [("╰ ", "dim"), *first], [("  ", ""), *second]
            return entry_row(row, width, now(), self.sought)
        return bookmark_row(row, width, now())
