"""The reader at work: a view in the list, an article in the reading pane, who says what."""

import asyncio
import gc
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.worker import Worker, WorkerState, get_current_worker

from reader.config import Config
from reader.errors import ReaderError
from reader.model import View
from reader.reading import Reading, analyse_next, open_bookmark, open_entry
from reader.samples import ensure_samples
from reader.store import Store
from reader.text import clean_line
from reader.ui.library import Library, Listing, Place, key_of
from reader.ui.render.evidence import summary
from reader.ui.render.words import count, now
from reader.ui.screens.hints import ALWAYS, EMPTY, HINTS, QUOTATION_HINTS
from reader.ui.screens.panes import PanesScreen
from reader.ui.screens.visits import Visit, Visits
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.ui.widgets.article_view import ArticleView
    from reader.ui.widgets.source_panel import SourcePanel

_BATCH = 5
"""Entries analysed between two looks at whether the reader is being closed."""
_BATCHES = 100
_MOST_STEPS = 200
"""Unread entries that one key goes over at most."""
_REST = 0.08
"""Seconds the cursor rests on a row before its article is shown."""


class ReadingScreen(PanesScreen):
    """Shows views and articles; what changes them is in the screen that builds on this one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back, or close what is open", show=False, id="reader.back"),
        Binding("space", "read_on", "Page down, then next unread", show=False, id="reader.read-on"),
        Binding("n", "unread(1)", "Next unread", show=False, id="reader.next-unread"),
        Binding("N", "unread(-1)", "Previous unread", show=False, id="reader.previous-unread"),
        Binding("]", "quotation(1)", "Next quotation", show=False, id="reader.next-quotation"),
        Binding(
            "[", "quotation(-1)", "Previous quotation", show=False, id="reader.previous-quotation"
        ),
    ]

    def __init__(self, library: Library, config: Config, *, view: View | None = None) -> None:
        super().__init__(config)
        self.library = library
        self.view = view or View("all")
        self._given = view
        self.reading: Reading | None = None
        self.visits = Visits()
        self._shown: Place | None = None
        """The row whose article is shown."""
        self._timer: Timer | None = None
        self.ready = asyncio.Event()
        """Set once the first article is shown: what is typed before waits for it."""

    @property
    def in_bookmarks(self) -> bool:
        """Whether the list shows bookmarks."""
        return self.view.kind == "bookmarks"

    @property
    def place(self) -> Place | None:
        """The row under the cursor."""
        row_id = self.entries.current
        return None if row_id is None else Place(self.in_bookmarks, row_id)

    # --- Start and views -------------------------------------------------------------

    def on_mount(self) -> None:
        """Show what was seen last; at once, if the store was quicker than Textual."""
        first = self.library.first
        if self._given is None and first.done() and first.exception() is None:
            self._list(first.result())
        self.call_after_refresh(self._start)  # the list is seen before anything else is imported

    @work(exit_on_error=False, group="start")
    async def _start(self) -> None:
        try:
            await self._open_panes()
        finally:
            gc.enable()
            self.ready.set()  # whatever failed was told; what is typed from now on is tried
        if await self.library.call(ensure_samples):
            await self.reload()
        self.analyse()

    async def _open_panes(self) -> None:
        if not self.entries.count:
            given = self._given
            first = asyncio.wrap_future(self.library.first)
            self._list(await (self.library.listing(given) if given else first))
        gc.freeze()  # what was imported stays: collections need not look at it again
        gc.enable()
        await self.build_other_panes()
        await self.update_feeds()
        self.feeds.select(self.view)
        self._update_title()
        await self._show_current()
        self._complete()

    async def show_view(self, view: View) -> None:
        """Show a view in the list, with the cursor where it was last."""
        await self._fill(await self.library.listing(view))
        if self._given is None:
            self.library.keep_state("view", key_of(view))

    async def reload(self) -> None:
        """Show the view anew after it changed; the cursor stays on its row, or on its place."""
        view = self.view
        ids = await self.library.ids(view)
        if view == self.view:  # else another one was chosen meanwhile
            self.entries.complete(ids)
            await self.entries.reload_all()
            self._update_title()
            await self._show_current()
            await self._renew()
        await self.update_feeds()

    async def know_all(self) -> None:
        """Wait until all rows of a list are known: of a long one, only those seen are at first."""
        view = self.view
        if self.entries.whole:
            return
        ids = await self.library.ids(view)
        if view == self.view and not self.entries.whole:
            self.entries.complete(ids)
            self._update_title()

    @work(exit_on_error=False, group="whole", exclusive=True)
    async def _complete(self) -> None:
        await self.know_all()

    async def _renew(self) -> None:
        """Show the article anew where its feed changed it since it was opened."""
        reading = self.reading
        if reading is None or reading.entry_id is None or self._shown != self.place:
            return
        entry = await self.library.call(Store.entry, reading.entry_id)
        told = (reading.article.title, reading.content_html)
        if entry is not None and (entry.title, entry.content_html) != told:
            await self.preview()
            self.status.tell("The article changed: this is its new version")

    async def _fill(self, listing: Listing) -> None:
        self._list(listing)
        await self._show_current()
        self._complete()

    def _list(self, listing: Listing) -> None:
        self.view = listing.view
        self.entries.empty = self.with_keys(EMPTY[listing.view.kind])
        self.entries.show(listing, partial(self.library.rows, listing.view))
        self._update_title()

    async def _show_current(self) -> None:
        if self.place is None:
            self._show_nothing()
        elif self.place != self._shown:
            await self.preview()

    async def update_feeds(self) -> None:
        """Show subscriptions and counts anew."""
        overview = await self.library.overview()
        self.feeds.show(overview.counts, overview.feeds, overview.saved)
        self._update_title()

    @on(RowList.Opened, "#feeds")
    def _feed_opened(self) -> None:
        if (view := self.feeds.view) is not None:
            self.change_view(view)

    @work(exit_on_error=False, group="view", exclusive=True)
    async def change_view(self, view: View) -> None:
        """Show another view, with the keys in its list."""
        await self.show_view(view)
        self.feeds.select(view)
        self.go("list")

    def watch_pane(self) -> None:
        """Show the keys of the pane one is in."""
        super().watch_pane()
        self.show_hints((*HINTS[self.pane], *ALWAYS))

    @property
    def _label(self) -> str:
        """What the view is called; a document that is opened by itself, by its own title."""
        row = self.entries.row(0) if self._given is not None and self.entries.count else None
        return row.feed if row is not None else self.feeds.label_of(self.view)

    @property
    def order_told(self) -> str:
        """How the list stands, in words, "" for as usual."""
        return ""

    def _update_title(self) -> None:
        total = self.entries.count
        what = f" · {total:,}" if self.in_bookmarks else f" · {count(total, 'entry', 'entries')}"
        order = f" · {self.order_told}" if self.order_told else ""
        self.list_title.update(f"{self._label}{what if self.entries.whole else ''}{order}")
        self._update_place()

    def _update_place(self) -> None:
        if not self.entries.whole:
            self.status.where = self._label
            return
        at = f"{self.entries.cursor + 1:,} of {self.entries.count:,}"
        self.status.where = f"{self._label} · {at if self.entries.count else 'empty'}"

    # --- Articles --------------------------------------------------------------------

    @on(RowList.Highlighted, "#list")
    def _highlighted(self) -> None:
        """Show the article of a row once the cursor rests on it."""
        self.status.quiet()
        self._update_place()
        self.show_soon(_REST)

    def show_soon(self, seconds: float) -> None:
        """Show the article of the row under the cursor, if none is asked for in the meantime."""
        if self._timer is not None:
            self._timer.stop()
        if seconds:
            self._timer = self.set_timer(seconds, self._rested)
        else:
            self._rested()

    @work(exit_on_error=False, group="rest", exclusive=True)
    async def _rested(self) -> None:
        await self.ready.wait()
        await self._show_current()

    async def preview(self) -> Reading | None:
        """Show the article of the row under the cursor, without marking it read."""
        place = self.place
        reading = await self._load(place)
        if place != self.place:
            return reading
        self.keep_place()
        if reading is None:
            self._show_nothing()
            return None
        if not await self.article.show(
            reading.article,
            reading.analysis,
            offset=reading.offset,
            above=(reading.remarks, reading.enclosures),
        ):
            return reading
        # No await from here on: article, panel and what they belong to change at once.
        self._shown, self.reading = place, reading
        self.sources.show(reading.article.text, reading.analysis, reading.removed)
        if reading.passage is not None:
            self.article.go_to_passage(reading.passage)
        if place is not None:
            self._keep_row(place)
            if not place.in_bookmarks:  # its quotations may have been found just now
                await self.entries.reload([place.row_id])
        return reading

    def _keep_row(self, place: Place) -> None:
        """Remember where in the list one is; what was searched for begins at its top again."""
        if self.view.kind != "query":
            self.library.keep_state(f"at:{key_of(self.view)}", str(place.row_id))

    async def _load(self, place: Place | None) -> Reading | None:
        if place is None:
            return None
        opener = open_bookmark if place.in_bookmarks else open_entry
        return await self.library.call(opener, place.row_id, now=now())

    async def reading_at(self, place: Place | None) -> Reading | None:
        """Return the article of a row, whether it is shown already or not."""
        await self.ready.wait()
        return self.reading if place == self._shown else await self._load(place)

    def _show_nothing(self) -> None:
        self.keep_place()
        self._shown = self.reading = None
        self.article.clear()
        self.sources.show("", None)

    def keep_place(self) -> None:
        """Remember where in the article one is."""
        if self.reading is not None and self.reading.entry_id is not None:
            self.library.submit(Store.set_position, self.reading.entry_id, self.article.top)

    @on(RowList.Opened, "#list")
    def open(self) -> None:
        """Read the article of the row under the cursor."""
        if self._timer is not None:
            self._timer.stop()
        if self.place is not None:
            self._open(self.place)

    @work(exit_on_error=False, group="open", exclusive=True)
    async def _open(self, place: Place) -> None:
        """Show an article, mark it read, and let the keys go to it."""
        await self.ready.wait()
        self.go("article")
        reading = self.reading if place == self._shown else await self.preview()
        if reading is not None:
            self.visits.go(Visit(self.view, place))
        if reading is not None and reading.entry_id is not None:
            await self.library.call(Store.set_read, [reading.entry_id], True, now=now())
            await self.changed([reading.entry_id])

    def action_pane(self, by: int) -> None:
        """Go to the next or previous pane; who comes to the article reads it."""
        before = self.pane
        super().action_pane(by)
        if self.pane == "article" and before != "sources":
            self.open()

    def action_side(self, by: int) -> None:
        """Go to the pane on the left or right; who comes to the article reads it."""
        before = self.pane
        super().action_side(by)
        if self.pane == "article" and before == "list":
            self.open()

    async def changed(self, entry_ids: Sequence[int]) -> None:
        """Show entries anew whose status changed."""
        if not self.in_bookmarks:
            await self.entries.reload(entry_ids)
        await self.update_feeds()

    def action_read_on(self) -> None:
        """Scroll the article a page on; at its end go to the next unread one."""
        if not self.article.read_on():
            self.action_unread(1)

    @work(exit_on_error=False, group="unread", exclusive=True)
    async def action_unread(self, by: int) -> None:
        """Go to the next or previous unread entry of the list, or some further, and read it."""
        index = None
        if not self.in_bookmarks:
            await self.know_all()
            index = await self._further_unread(by)
        if index is None:
            self.status.tell("Nothing unread here")
            return
        self.entries.cursor = index
        self.open()

    async def _further_unread(self, by: int) -> int | None:
        way, index = (1 if by > 0 else -1), self.entries.cursor
        for _ in range(min(abs(by), _MOST_STEPS)):
            found = await self.library.next_unread(self.entries.ids, index, way)
            if found is None:
                return None
            index = found
        return index

    # --- Who says what ---------------------------------------------------------------

    def action_quotation(self, by: int) -> None:
        """Go to the next or previous quotation, or some further."""
        step, moved = (1 if by > 0 else -1), 0
        while moved < abs(by) and self.article.step(step):
            moved += 1
        if not moved:
            known = self.reading is not None and self.reading.analysis.quotations
            where = "further " + ("down" if by > 0 else "up") if known else "in this article"
            self.status.tell(f"No quotation {where}")

    # Named, not @on: that would need the classes before the reading pane is imported.

    def on_source_panel_source_chosen(self, event: "SourcePanel.SourceChosen") -> None:
        """Dim everything but what a source says, or nothing any more."""
        self.article.source = event.index
        if event.index is not None and self.reading is not None:
            self.article.go_to(self.reading.analysis.sources[event.index].quotations[0])

    def on_source_panel_quotation_chosen(self, event: "SourcePanel.QuotationChosen") -> None:
        """Scroll to a quotation."""
        self.article.go_to(event.index)

    def on_source_panel_passage_chosen(self, event: "SourcePanel.PassageChosen") -> None:
        """Scroll to a remark on sourcing, or to words that are no quotation."""
        self.article.bring_into_sight(event.offset, event.offset)
        if self.sources.removed is not None:
            self.status.tell("You removed this one · c restores it")

    def on_article_view_quotation_changed(self, event: "ArticleView.QuotationChanged") -> None:
        """Say in the last line who says the current quotation."""
        self.status.quiet()
        self.tell_quotation(event.index)

    def tell_quotation(self, index: int | None) -> None:
        """Say in the last line which keys act on a quotation, and who says it."""
        if index is None or self.reading is None:
            self.show_hints((*HINTS[self.pane], *ALWAYS))
            self._update_place()
            return
        self.show_hints((*QUOTATION_HINTS, *ALWAYS))
        self.status.where = summary(self.reading.analysis, index, self.config.doubtful)

    def action_back(self) -> None:
        """Let go what was chosen last: source, panel, quotation, reading pane."""
        if self.article.source is not None:
            self.sources.choose(None)
        elif self.sources_open:
            self.close_sources()
        elif self.article.quotation is not None:
            self.article.quotation = None
        elif self.zen:
            self.action_zen()
        elif self.pane == "article":
            self.go("list")

    # --- Analysis --------------------------------------------------------------------

    @work(thread=True, exit_on_error=False, group="analysis", exclusive=True)
    def analyse(self) -> None:
        """Find the quotations of the newest entries that were not analysed yet.

        Older ones are analysed when they are opened.
        """
        worker = get_current_worker()
        with Store(self.library.path) as store:
            for _ in range(_BATCHES):
                done = [] if worker.is_cancelled else analyse_next(store, _BATCH, now=now())
                if not done:
                    return
                self.app.call_from_thread(self._analysed, done)

    @work(exit_on_error=False, group="rows")
    async def _analysed(self, entry_ids: Sequence[int]) -> None:
        if not self.in_bookmarks:
            await self.entries.reload(entry_ids)

    # --- Errors ----------------------------------------------------------------------

    @on(Worker.StateChanged)
    def _worker_ended(self, event: Worker.StateChanged) -> None:
        """Tell what kept background work from being done."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        message = str(error)
        if not isinstance(error, ReaderError):
            self.log.error(error)
            message = f"Something went wrong: {clean_line(f'{type(error).__name__}: {error}')}"
        self.notify(message, severity="error", timeout=10, markup=False)
