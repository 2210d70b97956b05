"""What one does with news: mark, bookmark, open, copy, subscribe, refresh; and take it back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.model import Quotation, View
from reader.reading import find_bookmark, toggle_bookmark
from reader.samples import is_sample
from reader.store import Store
from reader.ui.browser import open_address, web_address
from reader.ui.render.words import count, now
from reader.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from reader.ui.screens.subscribe import Choice
    from reader.ui.widgets.article_view import ArticleView


class DeskScreen(ReadingScreen):
    """The reader, whole: what is seen, and all that changes it."""

    BINDING_GROUP_TITLE = "Anywhere"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "bookmark", "Bookmark the article, or not", show=False, id="desk.bookmark"),
        Binding(
            "B", "bookmark_quotation", "Bookmark the current quotation, or not", show=False,
            id="desk.bookmark-quotation",
        ),
        Binding("e", "edit", "Note and tags of a bookmark", show=False, id="desk.edit"),
        Binding("m", "toggle_read", "Mark read or unread", show=False, id="desk.read"),
        Binding("A", "all_read", "Mark all in the list read", show=False, id="desk.all-read"),
        Binding("o", "browse", "Open in the browser", show=False, id="desk.browse"),
        Binding("y", "copy", "Copy the address", show=False, id="desk.copy"),
        Binding("a", "subscribe", "Add a feed", show=False, id="desk.subscribe"),
        Binding("d", "remove", "Remove the bookmark or feed", show=False, id="desk.remove"),
        Binding("r", "refresh_feeds", "Refresh the feeds, or stop", show=False, id="desk.refresh"),
        Binding("u", "undo", "Undo", show=False, id="desk.undo"),
    ]  # fmt: skip

    _refreshing = False
    _greeted = False

    async def update_feeds(self) -> None:
        """Show subscriptions and counts anew; greet who has none yet."""
        await super().update_feeds()
        if not self._greeted and self.feeds.only_samples:
            self.status.tell("Welcome! These are samples. a: feeds to follow, ?: the keys")
        self._greeted = True

    # --- Read and unread -------------------------------------------------------------

    @work(exit_on_error=False, group="change")
    async def action_toggle_read(self) -> None:
        """Mark the entry read or unread."""
        await self.ready.wait()
        entry_id = self.reading.entry_id if self.reading else None
        if entry_id is None:
            self.status.tell("No entry to mark")
            return
        entry = await self.library.call(Store.entry, entry_id)
        if entry is None:
            return
        what = "marked unread" if entry.read else "marked read"
        await self.library.set_read([entry_id], not entry.read, what)
        await self.changed([entry_id])
        self._told(what)

    @work(exit_on_error=False, group="change")
    async def action_all_read(self) -> None:
        """Mark every entry of the list read."""
        if self.in_bookmarks:
            self.status.tell("Bookmarks are neither read nor unread")
            return
        ids = self.entries.ids
        done = await self.library.set_read(ids, True, "marked all read")
        await self.entries.reload_all()
        await self.update_feeds()
        self._told(f"marked {count(len(done), 'entry', 'entries')} read")

    # --- Bookmarks -------------------------------------------------------------------

    def action_bookmark(self) -> None:
        """Bookmark the article, or remove its bookmark."""
        self._bookmark(None)

    def action_bookmark_quotation(self) -> None:
        """Bookmark the current quotation, or remove its bookmark."""
        index = self.article.quotation
        if index is None or self.reading is None:
            self.status.tell("Choose a quotation with ] or [ first, then press B")
            return
        self._bookmark(self.reading.analysis.quotations[index])

    @work(exit_on_error=False, group="change")
    async def _bookmark(self, quotation: Quotation | None) -> None:
        await self.ready.wait()
        reading = self.reading
        if reading is None:
            self.status.tell("No article to bookmark")
            return
        bookmark_id, added = await self.library.call(toggle_bookmark, reading, quotation, now=now())
        what = "bookmarked" if added else "bookmark removed"
        if quotation is not None:
            what = "quotation bookmarked" if added else "quotation's bookmark removed"
        self._undoable(bookmark_id, added, what)
        await self._bookmarks_changed([reading.entry_id] if reading.entry_id else [])
        self._told(what)

    def _undoable(self, bookmark_id: int, added: bool, what: str) -> None:
        back = Store.remove_bookmark if added else Store.restore_bookmark
        self.library.remember(what, lambda store: back(store, bookmark_id, now=now()))

    async def _bookmarks_changed(self, entry_ids: Sequence[int]) -> None:
        if self.in_bookmarks:
            await self.reload()
        else:
            await self.changed(entry_ids)

    @work(exit_on_error=False, group="change")
    async def action_edit(self) -> None:
        """Edit note and tags of the bookmark under the cursor, or of the article's."""
        await self.ready.wait()
        bookmark_id = await self._bookmark_here()
        bookmark = None
        if bookmark_id is not None:
            bookmark = await self.library.call(Store.bookmark, bookmark_id)
        if bookmark is None:
            self.status.tell("No bookmark here: b makes one")
            return
        from reader.ui.screens.bookmark import BookmarkScreen

        edited = await self.app.push_screen_wait(BookmarkScreen(bookmark))
        if edited is None:
            return
        note, tags = edited
        edit = Store.edit_bookmark
        await self.library.call(edit, bookmark.id, note=note, tags=tags, now=now())
        self.library.remember(
            "note and tags changed",
            lambda store: edit(
                store, bookmark.id, note=bookmark.note, tags=bookmark.tags, now=now()
            ),
        )
        if self.in_bookmarks:
            await self.reload()
        self._told("note and tags kept")

    async def _bookmark_here(self) -> int | None:
        """Return the bookmark under the cursor, else the current quotation's or the article's."""
        if self.in_bookmarks:
            return self.entries.current
        if self.reading is None:
            return None
        index = self.article.quotation
        quotation = None if index is None else self.reading.analysis.quotations[index]
        return await self.library.call(find_bookmark, self.reading, quotation)

    # --- Feeds -----------------------------------------------------------------------

    @work(exit_on_error=False, group="change")
    async def action_remove(self) -> None:
        """Remove the bookmark under the cursor; in the feeds pane, unsubscribe."""
        if self.pane == "feeds":
            await self._unsubscribe()
        elif self.in_bookmarks and self.entries.current is not None:
            bookmark_id = self.entries.current
            await self.library.call(Store.remove_bookmark, bookmark_id, now=now())
            self._undoable(bookmark_id, False, "bookmark removed")
            await self.reload()
            self._told("bookmark removed")
        else:
            self.status.tell("d removes a bookmark in Bookmarks, a feed in the feeds pane")

    async def _unsubscribe(self) -> None:
        view = self.feeds.view
        if view is None or view.feed_id is None:
            self.status.tell("Choose a feed to unsubscribe from")
            return
        feed_id, label = view.feed_id, self.feeds.label_of(view)
        await self.library.call(Store.unsubscribe, feed_id, now=now())
        what = f"unsubscribed from {label}"
        self.library.remember(what, lambda store: store.resubscribe(feed_id))
        if self.view == view:
            await self.show_view(View("all"))
        else:
            await self.reload()
        await self.update_feeds()
        self._told(what)

    @work(exit_on_error=False, group="change")
    async def action_subscribe(self) -> None:
        """Ask for a feed's address, or choose among well-known feeds."""
        from reader.ui.screens.subscribe import SubscribeScreen  # reads OPML: not at the start

        choices = await self.app.push_screen_wait(SubscribeScreen())
        if choices:
            self._subscribe(choices)

    @work(thread=True, exit_on_error=False, group="refresh", exclusive=True)
    def _subscribe(self, choices: Sequence["Choice"]) -> None:
        from reader.subscribe import subscribe

        worker, tell = get_current_worker(), self.app.call_from_thread
        added = 0
        with Store(self.library.path) as store:
            for number, choice in enumerate(choices, 1):
                if worker.is_cancelled:
                    return
                where = f"{number} of {len(choices)}"
                tell(self.status.tell, f"Subscribing {where}: {choice.title or choice.url}", True)
                try:
                    subscribe(store, choice.url, folder=choice.folder, timeout=self.config.timeout)
                    added += 1
                except ReaderError as error:
                    tell(self._failed, str(error))
        tell(self._refreshed, f"Subscribed to {count(added, 'feed')}")

    def action_refresh_feeds(self) -> None:
        """Fetch every feed; pressed again, stop."""
        if self._refreshing:
            self.workers.cancel_group(self, "refresh")
            self._refreshing = False
            self.status.tell("Refresh stopped")
        else:
            self._refreshing = True
            self._refresh()

    @work(thread=True, exit_on_error=False, group="refresh", exclusive=True)
    def _refresh(self) -> None:
        from reader.refresh import refresh_feed

        worker, tell = get_current_worker(), self.app.call_from_thread
        new = failed = 0
        with Store(self.library.path) as store:
            rows = [row for row in store.feeds() if not is_sample(row.url)]
            for number, row in enumerate(rows, 1):
                if worker.is_cancelled:
                    return
                tell(self.status.tell, f"Refreshing {number} of {len(rows)} · r stops", True)
                feed = store.feed(row.id)
                try:
                    if feed is not None:
                        new += refresh_feed(store, feed, timeout=self.config.timeout, now=now()).new
                except ReaderError:
                    failed += 1
        message = f"{count(new, 'new entry', 'new entries')}"
        if failed:
            message += f", {count(failed, 'feed')} failed: marked ! in the feeds pane"
        tell(self._refreshed, message if rows else "No feeds yet: a adds one")

    def _failed(self, message: str) -> None:
        self.notify(message, severity="error", timeout=10, markup=False)

    def _refreshed(self, message: str) -> None:
        self._refreshing = False
        self.status.tell(message)
        self._show_new()

    @work(exit_on_error=False, group="view", exclusive=True)
    async def _show_new(self) -> None:
        await self.reload()
        self.analyse()

    # --- Out of the reader -----------------------------------------------------------

    @property
    def _address(self) -> str | None:
        return self.reading.article.link if self.reading else None

    def action_browse(self) -> None:
        """Open the article in the browser."""
        self._open_address(self._address)

    def on_article_view_link_followed(self, event: "ArticleView.LinkFollowed") -> None:
        """Open a link of the article in the browser."""
        self._open_address(event.url)

    def _open_address(self, url: str | None) -> None:
        if not url:
            self.status.tell("This article has no address")
            return
        try:
            open_address(url)
        except ReaderError as error:
            self._failed(str(error))
        else:
            self.status.tell(f"Opened {url}")

    def action_copy(self) -> None:
        """Copy the article's address."""
        if web_address(self._address) is None:
            self.status.tell("This article has no address")
        else:
            self.app.copy_to_clipboard(self._address or "")
            self.status.tell(f"Copied {self._address}")

    # --- Undo ------------------------------------------------------------------------

    @work(exit_on_error=False, group="change")
    async def action_undo(self) -> None:
        """Take the last change back."""
        what = await self.library.undo()
        if what is None:
            self.status.tell("Nothing to undo")
            return
        await self.reload()
        self.status.tell(f"Undone: {what}")

    def _told(self, what: str) -> None:
        self.status.tell(f"{what[0].upper()}{what[1:]} · u undoes")
