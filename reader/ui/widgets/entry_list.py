"""The entries of a view, or the bookmarks: rows are fetched as they come into sight."""

from array import array
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual.cache import LRUCache

from reader.model import EntryRow
from reader.ui.library import PAGE, Listing, Row
from reader.ui.render.rows import Piece, bookmark_row, entry_row
from reader.ui.render.words import now
from reader.ui.widgets.row_list import RowList

Fetch = Callable[[Sequence[int]], Awaitable[Sequence[Row]]]

_PAGES = 20


class EntryList(RowList):
    """Two lines a row: title, then feed, age and author. Only the rows in sight are in memory."""

    ROW_LINES: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._ids: array[int] = array("q")
        self._fetch: Fetch | None = None
        self._pages: LRUCache[int, Sequence[Row | None]] = LRUCache(_PAGES)
        self._asked: set[int] = set()

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

    def index_of(self, row_id: int | None) -> int | None:
        """Return where the row with an id stands, if it is in the list."""
        if row_id is None:
            return None
        try:
            return self._ids.index(row_id)
        except ValueError:
            return None

    def show(self, listing: Listing, fetch: Fetch) -> None:
        """Show a list; the cursor stays on the line of the screen where it was.

        Args:
            listing: The ids of all rows, and the rows around the cursor.
            fetch: Gives rows for ids; those that are gone are left out.
        """
        above = self.cursor * self.ROW_LINES - self.scroll_offset.y
        self._ids, self._fetch = listing.ids, fetch
        self._pages.clear()
        self._asked.clear()
        self._keep(listing.start // PAGE, listing.rows)
        self.reset(listing.cursor, above=above)

    def row(self, index: int) -> Row | None:
        """Return a row if it is in memory; if not, ask for its page and return None."""
        page = index // PAGE
        rows = self._pages.get(page)
        if rows is not None:
            return rows[index % PAGE]
        if page not in self._asked and self._fetch is not None:
            self._asked.add(page)
            self.screen.run_worker(
                self._load(page, self._fetch, self._ids), group="rows", exit_on_error=False
            )
        return None

    def _keep(self, page: int, rows: Sequence[Row]) -> None:
        """Keep a page of rows; one that is gone since its id was listed stays blank."""
        found = {row.id: row for row in rows}
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        self._pages.discard(page)  # the cache keeps what it has under a key
        self._pages[page] = [found.get(row_id) for row_id in ids]

    async def _load(self, page: int, fetch: Fetch, ids: "array[int]") -> None:
        try:
            rows = await fetch(ids[page * PAGE : (page + 1) * PAGE])
        finally:
            self._asked.discard(page)
        if ids is self._ids:
            self._keep(page, rows)
            self.refresh_lines(page * PAGE * self.ROW_LINES, PAGE * self.ROW_LINES)

    async def reload(self, row_ids: Sequence[int]) -> None:
        """Fetch rows that changed anew; what is seen stays until they are there."""
        changed = {self.index_of(row_id) for row_id in row_ids} - {None}
        pages = {index // PAGE for index in changed if index is not None}
        for page in pages & set(self._pages.keys()):
            if self._fetch is not None:
                await self._load(page, self._fetch, self._ids)

    async def reload_all(self) -> None:
        """Fetch every row in memory anew."""
        for page in list(self._pages.keys()):
            if self._fetch is not None:
                await self._load(page, self._fetch, self._ids)

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Draw an entry or a bookmark."""
        row = self.row(index)
        if row is None:
            return [[(" " * width, "")]] * self.ROW_LINES
        if isinstance(row, EntryRow):
            return entry_row(row, width, now())
        return bookmark_row(row, width, now())
