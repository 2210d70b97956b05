"""The full text of an entry: the article of the page it links to, in place of the feed's."""

import asyncio
import threading
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from reader.errors import ReaderError
from reader.store import Store
from reader.ui.library import Place
from reader.ui.render.words import now
from reader.ui.screens.refreshing import RefreshingScreen

if TYPE_CHECKING:
    from reader.article.pages import PageReader

_GROUP = "full-text"
_TURNED = {True: "full text shown", False: "text of the feed shown"}


class FullTextScreen(RefreshingScreen):
    """Fetching the full text of an entry, and changing between it and what the feed gave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "full_text", "Full text of the page, or the feed's", show=False,
                id="desk.full-text"),
    ]  # fmt: skip

    def action_full_text(self) -> None:
        """Show the full text of the entry, fetched where it has to be, or the feed's again."""
        if not self._stop_fetching():
            self._full_text(self.place)

    def action_back(self) -> None:
        """Let go what was chosen last, a fetch that is under way before all else."""
        if not self._stop_fetching():
            super().action_back()

    def _stop_fetching(self) -> bool:
        """End a fetch; return whether there was one."""
        fetching = any(one.group == _GROUP and one.is_running for one in self.workers)
        if fetching:
            self.workers.cancel_group(self, _GROUP)
            self.status.tell("Full text stopped")
        return fetching

    @work(exit_on_error=False, group="change")
    async def _full_text(self, place: Place | None) -> None:
        reading = await self.reading_at(place)
        if reading is None or reading.entry_id is None or self.in_bookmarks:
            self.status.tell("Choose an entry of a feed first: its page is fetched")
            return
        entry_id = reading.entry_id
        async with self.library.changing:
            entry = await self.library.call(Store.entry, entry_id)
            wanted = entry is None or entry.full_text_url is None
            known = await self.library.call(Store.show_full_text, entry_id, wanted)
            if known:
                self._note_turn(entry_id, wanted)
        if known:
            await self._turned_to(entry_id, wanted)
        else:
            self._fetch(entry_id)

    @work(exit_on_error=False, group=_GROUP, exclusive=True)
    async def _fetch(self, entry_id: int) -> None:
        from reader.article.pages import PageReader

        key = self.key("desk.full-text")
        self.status.tell(f"Fetching the full text... · {key} stops", stay=True)
        stopped, pages = threading.Event(), PageReader()
        try:
            error = await asyncio.to_thread(self._fetched, entry_id, pages, stopped)
        finally:  # also where the key was pressed again, or the reader is being left
            stopped.set()
            pages.stop()
        if error is not None:
            self.status.tell(f"No full text: {error}")
            return
        self._note_turn(entry_id, True)
        await self._turned_to(entry_id, True)

    def _fetched(
        self, entry_id: int, pages: "PageReader", stopped: threading.Event
    ) -> ReaderError | None:
        """Fetch and keep a full text, in a thread; return why there is none."""
        from reader.fulltext import fetch_full_texts

        with Store(self.library.path) as store, pages:
            fetching = fetch_full_texts(
                store,
                [entry_id],
                pages,
                timeout=self.config.timeout,
                now=now(),
                stop=stopped.is_set,
            )
            return next((error for _, error in fetching), None)

    def _note_turn(self, entry_id: int, full: bool) -> None:
        """Keep how showing one text in place of the other is taken back."""
        back, again = partial(_show, entry_id, not full), partial(_show, entry_id, full)
        self.library.remember(_TURNED[full], back, again)

    async def _turned_to(self, entry_id: int, full: bool) -> None:
        """Show the article anew, if it is still the one that is read."""
        if self.reading is not None and self.reading.entry_id == entry_id:
            await self.preview()
            await self.changed([entry_id])
        else:
            self.analyse()
        self.told(_TURNED[full])


def _show(entry_id: int, shown: bool, store: Store) -> None:
    store.show_full_text(entry_id, shown)
