"""Asking for entries: as one types, in words or fields; queries that are kept as views."""

import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import Worker, get_current_worker

from reader.errors import QueryError, StoreError
from reader.model import View
from reader.store import Store
from reader.ui.library import Listing, query_of
from reader.ui.render.words import now
from reader.ui.screens.hints import SEARCH_HINTS
from reader.ui.screens.subscribing import SubscribingScreen

if TYPE_CHECKING:
    from reader.ui.widgets.search_line import SearchInput, SearchLine

_INDEXED_AT_ONCE: Final = 20
"""Entries put into the index between two rests."""
_REST_SHARE: Final = 2
"""How many times as long it rests."""
_PAUSE: Final = 0.25
"""Seconds after the last letter until the first article that was found is shown."""


class SearchingScreen(SubscribingScreen):
    """Search, and the views that are made of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", key_display="/", show=False, id="desk.search"),
    ]

    search_line: "SearchLine | None" = None
    _before = View("all")
    """What was shown before one searched."""

    async def build_other_panes(self) -> None:
        """Put the line for searching above the list."""
        await super().build_other_panes()
        from reader.ui.widgets.search_line import SearchLine

        self.search_line = SearchLine(self._completed)
        await self.query_one("#list-pane").mount(self.search_line, before="#list")

    # --- The index -------------------------------------------------------------------

    def analyse(self) -> Worker[None]:
        """Put what came into the index too."""
        self._write_index()
        return super().analyse()

    @work(thread=True, exit_on_error=False, group="index", exclusive=True)
    def _write_index(self) -> None:
        worker = get_current_worker()
        if self.library.index is None:
            return
        with self.library.open_store() as store:
            try:
                begun = time.monotonic()
                while not worker.is_cancelled and store.index_some(_INDEXED_AT_ONCE):
                    # Keys go first: it rests longer than it works.
                    time.sleep(_REST_SHARE * (time.monotonic() - begun))
                    begun = time.monotonic()
            except StoreError as error:  # search tells how far the index is
                self.log.warning(error)

    def _list(self, listing: Listing) -> None:
        """Mark the words that were asked for, in the titles and in the article."""
        wanted = _wanted(listing.view)
        self.entries.sought = wanted
        if self.search_line is not None:  # the reading pane is there too
            self.article.want(wanted)
        super()._list(listing)

    # --- Searching -------------------------------------------------------------------

    def action_search(self) -> None:
        """Ask for entries; what was asked for before can be changed."""
        if self.search_line is None:
            return
        self.go("list")
        if self.view.kind != "query":
            self._before = self.view
        self.search_line.open(self.view.query or "")
        self.show_hints(SEARCH_HINTS)

    # Named, not @on: that would need the classes before the reading pane is imported.

    def on_search_line_changed(self, event: "SearchLine.Changed") -> None:
        """Show what is found for what was typed so far."""
        if event.query.strip():
            self._seek(View("query", query=event.query, best_first=self.view.best_first))
        else:
            self._seek(self._before)

    @work(exit_on_error=False, group="view", exclusive=True)
    async def _seek(self, view: View) -> None:
        line = self.search_line
        try:
            listing = await self.library.listing(view)
        except QueryError as error:
            if line is not None:
                line.tell(str(error))
            return
        self._list(listing)
        if line is not None:
            line.tell(await self._unfinished() if view.kind == "query" else "")
        self.show_soon(_PAUSE)
        await self.know_all()

    async def _unfinished(self) -> str:
        """Tell how far the index is, while it is being written."""
        progress = await self.library.read(Store.index_progress)
        if progress.complete or self.library.index is None:
            return ""
        return (
            f"The index is being written: {100 * progress.done // max(1, progress.total)} % so far"
        )

    def on_search_input_wanted(self, event: "SearchInput.Wanted") -> None:
        """Do what a key of the line asks for."""
        match event.what:
            case "list":
                self._leave_line()
            case "leave":
                self._leave_search()
            case "order":
                self._turn_order()
            case "save":
                self._save()

    def _leave_line(self) -> None:
        """Go to what was found."""
        self._close_line()
        self.show_soon(0)

    def _leave_search(self) -> None:
        """Go back to what was shown before."""
        self._close_line()
        if self.view.kind == "query":
            self.change_view(self._before)

    def _close_line(self) -> None:
        if self.search_line is not None:
            self.search_line.close()
        self.go("list")
        self.watch_pane()  # it is the same one, but other keys help in it

    def action_back(self) -> None:
        """Let go what was chosen last, at the end the search."""
        if self.pane == "list" and self.view.kind == "query":
            self._leave_search()
        else:
            super().action_back()

    def _turn_order(self) -> None:
        view = self.view
        if view.kind == "query":
            self._seek(View("query", query=view.query, best_first=not view.best_first))

    # --- Views made of queries -------------------------------------------------------

    @work(exit_on_error=False, group="change")
    async def _save(self) -> None:
        """Ask for a name, and keep the query under it."""
        from reader.ui.screens.save_query import SaveQueryScreen

        query = self.view.query
        if self.view.kind != "query" or not query:
            self.status.tell("Nothing is asked for yet")
            return
        wanted = await self.ask(SaveQueryScreen(query))
        if wanted is None:
            return
        name, notify = wanted
        what = f"saved the view {name}"
        async with self.library.changing:
            saved = await self.library.call(Store.save_query, name, query, notify=notify, now=now())
            back, again = partial(remove_query, saved), partial(restore_query, saved)
            self.library.remember(what, back, again)
        await self.update_feeds()
        self.told(what)

    # --- Completion ------------------------------------------------------------------

    def _completed(self, text: str) -> str | None:
        from reader.ui.render.completion import completed

        names = {"feed": self.feeds.names("feed"), "folder": self.feeds.names("folder")}
        return completed(text, names)


def _wanted(view: View) -> Sequence[tuple[str, bool]]:
    if view.kind != "query":
        return ()
    from reader.query import sought

    return sought(query_of(view))


def remove_query(query_id: int, store: Store) -> None:
    """Take a view away that was made of a query."""
    store.remove_query(query_id, now=now())


def restore_query(query_id: int, store: Store) -> None:
    """Undo ``remove_query``."""
    store.restore_query(query_id)
