"""The store in a thread of its own: nothing on the event loop waits for the disk.

Every call runs in the order in which it was made, on one connection, so that an undo can
never overtake what it undoes.
"""

import asyncio
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar, cast, get_args

from reader.errors import QueryError
from reader.model import (
    AllOf,
    BookmarkRow,
    Counts,
    EntryRow,
    FeedRow,
    Order,
    ParsedFeed,
    Query,
    SavedQuery,
    Term,
    View,
)
from reader.samples import ensure_samples
from reader.store import Store
from reader.ui.render.words import midnight, now

T = TypeVar("T")
P = ParamSpec("P")

Row = EntryRow | BookmarkRow

PAGE = 50
"""Rows fetched at a time."""
_AROUND = 200
"""Rows on either side of the cursor that a list has until it has them all."""
_BLOCK = 200
"""Rows looked through at first for the next unread one."""
_UNDO_STEPS = 200


class Overview(NamedTuple):
    """What the feeds pane shows."""

    counts: Counts
    feeds: list[FeedRow]
    saved: list[tuple[SavedQuery, int]]
    """Queries with a name, and how many unread entries they find."""


class Listing(NamedTuple):
    """What a list shows at first: the rows around the cursor, and the ids of more."""

    view: View
    ids: "array[int]"
    cursor: int
    rows: Sequence[Row]
    whole: bool
    """Whether ``ids`` are those of all rows: of very many, only those around the cursor."""


class Place(NamedTuple):
    """A row: bookmarks and entries count their ids apart."""

    in_bookmarks: bool
    row_id: int


class Change(NamedTuple):
    """How to take back one change, and how to make it again."""

    what: str
    """What was done, in words: "bookmarked"."""
    back: Callable[[Store], object]
    again: Callable[[Store], object]


class _Beside:
    """A thread that only reads, with a connection of its own."""

    def __init__(self, library: "Library", name: str) -> None:
        self._library = library
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._store: Store | None = None

    async def run(self, function: Callable[[Store], T]) -> T:
        """Run a function with the store in the thread."""
        return await asyncio.wrap_future(self._executor.submit(lambda: function(self._open())))

    def _open(self) -> Store:
        if self._store is None:
            self._library.wait_open()  # whoever opens it first makes its tables
            self._store = self._library.open_store()
            self._store.save_memory()
        return self._store

    def interrupt(self) -> None:
        """End what runs in the thread, which then raises StoreError."""
        if self._store is not None:
            self._store.interrupt()

    def close(self) -> None:
        """Wait for what runs, and close the connection."""
        self.interrupt()
        self._executor.submit(self._close)
        self._executor.shutdown(wait=True)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()


class Library:
    """All that the screens ask of the store, each call answered from the store's thread.

    It begins to open the store, and to fill an empty profile with the samples, when it is made:
    before Textual is imported, so that both take their time side by side.
    """

    def __init__(self, path: Path, index: Path | None = None) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._beside = {name: _Beside(self, name) for name in ("reads", "searches")}
        self.path = path
        self.index = index
        """The full-text index; None where there is to be none."""
        self._opened = self._executor.submit(self.open_store)
        self._theme = self.submit(Store.get_state, "theme")
        self.submit(partial(ensure_samples, quick=True))
        self.order: Order = "newest"
        """How lists of entries stand."""
        self.first = self.submit(self._first)
        """The list seen when the reader was left, asked for before anyone can show it."""
        self._undo: deque[Change] = deque(maxlen=_UNDO_STEPS)
        self._redo: list[Change] = []
        self.changing = asyncio.Lock()
        """Held from a change to the note of how it is taken back: no undo comes between."""

    def _first(self, store: Store) -> "Listing":
        if (order := store.get_state("order")) in get_args(Order):
            self.order = cast("Order", order)
        return list_view(store, None, self.order)

    def submit(
        self, function: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> "Future[T]":
        """Run ``function`` with the store in its thread; the future raises what it raises."""
        return self._executor.submit(lambda: function(self._opened.result(), *args, **kwargs))

    async def call(
        self, function: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run ``function`` with the store in its thread and give what it gives."""
        return await asyncio.wrap_future(self.submit(function, *args, **kwargs))

    def open_store(self) -> Store:
        """Open the database once more, for another thread."""
        store = Store(self.path)
        if self.index is not None:
            store.use_index(self.index)
        return store

    async def read(
        self, function: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run what takes long and changes nothing in a thread of its own, beside the calls."""
        return await self._beside["reads"].run(lambda store: function(store, *args, **kwargs))

    async def _search(
        self, function: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a search in a thread of its own; one that is under way is given up for it."""
        self._beside["searches"].interrupt()
        beside = self._beside["searches"]
        return await beside.run(lambda store: function(store, *args, **kwargs))

    def wait_open(self) -> None:
        """Wait until the store is open; raise the StoreError that kept it from that."""
        self._opened.result()

    def theme(self) -> str | None:
        """Return the theme chosen last."""
        return self._theme.result()

    def add_document(self, document: ParsedFeed, source: str) -> View:
        """Keep a feed that is opened without subscribing; return the view of it.

        It is kept as a feed that is not subscribed to, so that statuses, bookmarks and the place
        in an article work as for any other, and are there when it is opened again.
        """
        return self.submit(_add_document, document, source).result()

    def close(self) -> None:
        """Wait for what is still to be written, then close the store."""
        for beside in self._beside.values():
            beside.close()
        if self._opened.exception() is None:
            self.submit(Store.close)
        self._executor.shutdown(wait=True)

    # --- Views -----------------------------------------------------------------------

    async def overview(self) -> Overview:
        """Return counts and subscriptions."""
        return await self.read(_overview)

    async def listing(self, view: View) -> Listing:
        """Return the beginning of a view's list, or the part around where the cursor was last.

        Raises QueryError where a view's query cannot be read.
        """
        if view.kind == "query":
            return await self._search(list_view, view, self.order)
        return await self.call(list_view, view, self.order)

    async def ids(self, view: View) -> "array[int]":
        """Return the ids of all rows of a view."""
        find = self._search if view.kind == "query" else self.read
        return await find(_ids, view, self.order)

    async def rows(self, view: View, ids: Sequence[int]) -> Sequence[Row]:
        """Return the rows of a view with these ids."""
        return await self.call(_rows, view, ids)

    async def next_unread(self, ids: Sequence[int], index: int, by: int) -> int | None:
        """Return the index of the next unread entry after (before) ``index``, round and round."""
        return await self.read(_next_unread, ids, index, by)

    # --- State -----------------------------------------------------------------------

    async def state(self, key: str) -> str | None:
        """Return what was kept under a name."""
        return await self.call(Store.get_state, key)

    def keep_state(self, key: str, value: str) -> None:
        """Keep something under a name."""
        self.submit(Store.set_state, key, value)

    # --- Changes ---------------------------------------------------------------------

    def remember(
        self, what: str, back: Callable[[Store], object], again: Callable[[Store], object]
    ) -> None:
        """Keep how a change is taken back and made again; what was undone before is done with."""
        self._undo.append(Change(what, back, again))
        self._redo.clear()

    async def undo(self) -> str | None:
        """Take the last change back; return what it was, or None where there is none."""
        async with self.changing:
            if not self._undo:
                return None
            await self.call(self._undo[-1].back)
            self._redo.append(self._undo.pop())
            return self._redo[-1].what

    async def redo(self) -> str | None:
        """Make the change again that was undone last; return what it is, or None."""
        async with self.changing:
            if not self._redo:
                return None
            await self.call(self._redo[-1].again)
            self._undo.append(self._redo.pop())
            return self._undo[-1].what

    async def set_read(self, ids: Sequence[int], read: bool, what: str) -> list[int]:
        """Mark entries as read or unread, undoable; return which changed."""
        changed = await self.call(lambda store: store.set_read(ids, read, now=now()))
        if changed:
            self.remember(
                what,
                lambda store: store.set_read(changed, not read, now=now()),
                lambda store: store.set_read(changed, read, now=now()),
            )
        return changed


def list_view(store: Store, view: View | None, order: Order) -> Listing:
    """Return a view's list as far as it is seen; of no view in particular, that seen last."""
    if view is None:
        view = _view_of(store.get_state("view"))
    last = store.get_state(f"at:{key_of(view)}")
    at = int(last) if last else None
    if view.kind == "bookmarks":
        ids, whole = store.bookmarks(), True
        cursor = ids.index(at) if at is not None and at in ids else 0
    elif view.kind == "query":
        ids = store.find(query_of(view), best_first=view.best_first, limit=_AROUND)
        cursor, whole = 0, len(ids) < _AROUND
    elif order in ("oldest", "feed"):
        ids, whole = _ids(store, view, order), True
        cursor = ids.index(at) if at is not None and at in ids else 0
    else:
        ids, cursor, whole = store.entries_around(
            view,
            at,
            _AROUND,
            since=midnight(now()),
            order="stories" if order == "stories" else "newest",
        )
        cursor = max(0, min(cursor, len(ids) - 1))
    shown = ids[max(0, cursor - PAGE) : cursor + PAGE]
    return Listing(view, ids, cursor, _rows(store, view, shown), whole)


def query_of(view: View) -> Query:
    """Return what a view asks for; raise QueryError where that cannot be read."""
    from datetime import datetime

    from reader.query import parse_query  # only where something is asked for

    return parse_query(view.query or "", datetime.fromtimestamp(now()).astimezone())


def _overview(store: Store) -> Overview:
    counts = store.counts(since=midnight(now()))
    saved = [(one, _unread(store, one)) for one in store.saved_queries()]
    return Overview(counts, store.feeds(), saved)


def _unread(store: Store, saved: SavedQuery) -> int:
    """Return how many unread entries a query finds; none where it cannot be read any more."""
    try:
        query = query_of(View("query", query=saved.query))
    except QueryError:
        return 0
    return len(store.find(AllOf((query, Term("is", "unread")))))


def _ids(store: Store, view: View, order: Order) -> "array[int]":
    if view.kind == "bookmarks":
        return store.bookmarks()
    if view.kind == "query":
        return store.find(query_of(view), best_first=view.best_first)
    return store.entry_ids(view, since=midnight(now()), order=order)


def _rows(store: Store, view: View, ids: Sequence[int]) -> Sequence[Row]:
    return store.bookmark_rows(ids) if view.kind == "bookmarks" else store.entry_rows(ids)


def key_of(view: View) -> str:
    """Return a view as a name under which state is kept."""
    if view.kind == "query":
        return f"query:{view.query or ''}"
    return f"{view.kind}:{(view.folder or '') if view.feed_id is None else view.feed_id}"


def _view_of(key: str | None) -> View:
    """Return the view that a name stands for; all entries where it stands for none."""
    kind, _, value = (key or "").partition(":")
    if kind == "feed" and value.isdecimal():
        return View("feed", feed_id=int(value))
    if kind == "folder":
        return View("folder", folder=value)
    if kind == "query":
        return View("query", query=value)
    smart = (View("unread"), View("today"), View("bookmarks"))
    return next((view for view in smart if view.kind == kind), View("all"))


def _add_document(store: Store, document: ParsedFeed, source: str) -> View:
    known = store.feed_by_url(source)
    feed = known or store.add_feed(source, now=now())
    if known is None:
        store.unsubscribe(feed.id, now=now())
    store.save_parsed(feed.id, document, now=now())
    return View("feed", feed_id=feed.id)


def _next_unread(store: Store, ids: Sequence[int], index: int, by: int) -> int | None:
    """Look through the list in blocks: the next one is mostly near, and the list may be huge."""
    count = len(ids)
    start, size = index + by, _BLOCK
    left = count if store.entries_around(View("unread"), None, 1).ids else 0
    while left > 0:
        size = min(size, left)
        places = [(start + by * step) % count for step in range(size)]
        unread = store.unread_among([ids[place] for place in places])
        found = next((place for place in places if ids[place] in unread), None)
        if found is not None:
            return found
        start, left, size = start + by * size, left - size, size * 4
    return None
