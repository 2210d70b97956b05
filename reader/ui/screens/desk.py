"""What one does with news: mark, bookmark, open, copy, unsubscribe; and take it back."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from reader.errors import ReaderError
from reader.model import Quotation
from reader.reading import find_bookmark, toggle_bookmark
from reader.store import Store
from reader.ui.browser import checked_address, open_address, web_address
from reader.ui.library import Place
from reader.ui.render.words import count, now
from reader.ui.screens.jumping import JumpingScreen

if TYPE_CHECKING:
    from reader.ui.widgets.article_view import ArticleView

_LEADING_GROUPS = ("command", "links", "open", "unread", "view", "visit")
_LEADING_NAMES = ("action_correct", "action_edit", "action_evidence", "action_subscribe")
"""Workers that end with a dialog; while one is open, keys are its own."""


def _edit(bookmark_id: int, note: str, tags: Sequence[str], store: Store) -> None:
    store.edit_bookmark(bookmark_id, note=note, tags=tags, now=now())


class DeskScreen(JumpingScreen):
    """The reader, whole: what is seen, and all that changes it."""

    BINDING_GROUP_TITLE = "Anywhere"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "bookmark", "Bookmark the article, or not", show=False, id="desk.bookmark"),
        Binding(
            "B", "bookmark_quotation", "Bookmark the current quotation, or not", show=False,
            id="desk.bookmark-quotation",
        ),
        Binding("e", "edit", "Edit the bookmark, or the feed", show=False, id="desk.edit"),
        Binding("m", "toggle_read", "Mark read or unread", show=False, id="desk.read"),
        Binding("A", "all_read", "Mark all in the list read", show=False, id="desk.all-read"),
        Binding("o", "browse", "Open in the browser", show=False, id="desk.browse"),
        Binding("y", "copy", "Copy the address", show=False, id="desk.copy"),
        Binding("d", "remove", "Remove the bookmark or feed", show=False, id="desk.remove"),
    ]  # fmt: skip

    _greeted = False

    async def update_feeds(self) -> None:
        """Show subscriptions and counts anew; greet who has none yet."""
        await super().update_feeds()
        if self._given is not None or not self.feeds.only_samples:
            await self.query("Greeting").remove()
        elif not self._greeted:
            self._greeted = True
            if await self.library.state("greeted") is None:
                await self._greet()

    async def _greet(self) -> None:
        from reader.ui.widgets.greeting import Greeting  # not for who was greeted

        await self.mount(Greeting(self.key))
        if self.has_class("-low"):
            self.status.tell(
                self.with_keys(
                    "Welcome! These are samples. {desk.subscribe}: feeds to follow, "
                    "{app.help}: the keys"
                )
            )

    def action_back(self) -> None:
        """Close the greeting, where it is what one sees; else what was opened last."""
        greeting = self.query("Greeting")
        if greeting and self.pane in ("list", "feeds"):
            greeting.remove()
            self.library.keep_state("greeted", "yes")
        else:
            super().action_back()

    @property
    def is_leading(self) -> bool:
        """Whether something is under way that ends elsewhere: a view, an article, a dialog."""
        return any(
            one.is_running and (one.group in _LEADING_GROUPS or one.name in _LEADING_NAMES)
            for one in self.workers
        )

    # --- Read and unread -------------------------------------------------------------

    def action_toggle_read(self) -> None:
        """Mark the entry read or unread."""
        self._toggle_read(self.place)

    @work(exit_on_error=False, group="change")
    async def _toggle_read(self, place: Place | None) -> None:
        async with self.library.changing:
            reading = await self.reading_at(place)
            entry_id = reading.entry_id if reading else None
            entry = await self.library.call(Store.entry, entry_id or 0)
            if entry is None:
                self.status.tell("No entry to mark")
                return
            what = "marked unread" if entry.read else "marked read"
            await self.library.set_read([entry.id], not entry.read, what)
        await self.changed([entry.id])
        self.told(what)

    @work(exit_on_error=False, group="change")
    async def action_all_read(self) -> None:
        """Mark every entry of the list read."""
        if self.in_bookmarks:
            self.status.tell("Bookmarks are neither read nor unread")
            return
        await self.know_all()
        async with self.library.changing:
            done = await self.library.set_read(self.entries.ids, True, "marked all read")
        await self.entries.reload_all()
        await self.update_feeds()
        self.told(f"marked {count(len(done), 'entry', 'entries')} read")

    # --- Bookmarks -------------------------------------------------------------------

    def action_bookmark(self) -> None:
        """Bookmark the article, or remove its bookmark."""
        self._bookmark(self.place, None)

    def action_bookmark_quotation(self) -> None:
        """Bookmark the current quotation, or remove its bookmark."""
        index = self.article.quotation
        if index is None or self.reading is None:
            self.tell_choose_first("desk.bookmark-quotation")
            return
        self._bookmark(self._shown, self.reading.analysis.quotations[index])

    @work(exit_on_error=False, group="change")
    async def _bookmark(self, place: Place | None, quotation: Quotation | None) -> None:
        async with self.library.changing:
            reading = await self.reading_at(place)
            if reading is None:
                self.status.tell("No article to bookmark")
                return
            toggled = self.library.call(toggle_bookmark, reading, quotation, now=now())
            bookmark_id, added = await toggled
            what = "bookmarked" if added else "bookmark removed"
            if quotation is not None:
                what = "quotation bookmarked" if added else "quotation's bookmark removed"
            self._undoable(bookmark_id, added, what)
        await self._bookmarks_changed([reading.entry_id] if reading.entry_id else [])
        self.told(what)

    def _undoable(self, bookmark_id: int, added: bool, what: str) -> None:
        back, again = Store.restore_bookmark, Store.remove_bookmark
        if added:
            back, again = again, back
        self.library.remember(
            what,
            lambda store: back(store, bookmark_id, now=now()),
            lambda store: again(store, bookmark_id, now=now()),
        )

    async def _bookmarks_changed(self, entry_ids: Sequence[int]) -> None:
        if self.in_bookmarks:
            await self.reload()
        else:
            await self.changed(entry_ids)

    @work(exit_on_error=False, group="change")
    async def action_edit(self) -> None:
        """Edit note and tags of a bookmark; in the feeds pane, name and folder of what is there."""
        if self.pane == "feeds":
            await self.edit_listed()
            return
        bookmark_id = await self._bookmark_here()
        bookmark = None
        if bookmark_id is not None:
            bookmark = await self.library.call(Store.bookmark, bookmark_id)
        if bookmark is None:
            self.status.tell(f"No bookmark here: {self.key('desk.bookmark')} makes one")
            return
        from reader.ui.screens.bookmark import BookmarkScreen

        edited = await self.ask(BookmarkScreen(bookmark))
        if edited is None:
            return
        (note, tags), before = edited, (bookmark.note, bookmark.tags)
        edit = partial(_edit, bookmark.id, note, tags)
        await self.library.call(edit)
        self.library.remember("note and tags changed", partial(_edit, bookmark.id, *before), edit)
        if self.in_bookmarks:
            await self.reload()
        self.told("note and tags kept")

    async def _bookmark_here(self) -> int | None:
        """Return the bookmark under the cursor, else the current quotation's or the article's."""
        place = self.place
        if place is not None and place.in_bookmarks:
            return place.row_id
        reading = await self.reading_at(place)
        if reading is None:
            return None
        index = self.article.quotation if place == self._shown else None
        quotation = None if index is None else reading.analysis.quotations[index]
        return await self.library.call(find_bookmark, reading, quotation)

    # --- Feeds -----------------------------------------------------------------------

    @work(exit_on_error=False, group="change")
    async def action_remove(self) -> None:
        """Remove the bookmark under the cursor; in the feeds pane, unsubscribe."""
        if self.pane == "feeds":
            await self.remove_listed()
        elif self.in_bookmarks and self.entries.current is not None:
            bookmark_id = self.entries.current
            async with self.library.changing:
                await self.library.call(Store.remove_bookmark, bookmark_id, now=now())
                self._undoable(bookmark_id, False, "bookmark removed")
            await self.reload()
            self.told("bookmark removed")
        else:
            key = self.key("desk.remove")
            self.status.tell(f"{key} removes a bookmark in Bookmarks, a feed in the feeds pane")

    # --- Out of the reader -----------------------------------------------------------

    def action_browse(self) -> None:
        """Open the article in the browser."""
        self._browse(self.place)

    @work(exit_on_error=False, group="change")
    async def _browse(self, place: Place | None) -> None:
        reading = await self.reading_at(place)
        self._open_address(reading.article.link if reading else None)

    def on_article_view_link_followed(self, event: "ArticleView.LinkFollowed") -> None:
        """Go to where a link leads in the article, or open it in the browser."""
        if event.url.startswith("#"):
            self.go_to_anchor(event.url[1:])
        else:
            self._open_address(event.url)

    def _open_address(self, url: str | None) -> None:
        if not url:
            self.status.tell("This article has no address")
            return
        try:
            if self.app.is_web:  # the browser that shows the reader, wherever that is
                self.app.open_url(checked_address(url))
            else:
                open_address(url)
        except ReaderError as error:
            self.failed(str(error))
        else:
            self.status.tell(f"Opened {url}")

    def action_copy(self) -> None:
        """Copy the article's address."""
        self._copy(self.place)

    @work(exit_on_error=False, group="change")
    async def _copy(self, place: Place | None) -> None:
        reading = await self.reading_at(place)
        address = web_address(reading.article.link if reading else None)
        if address is None:
            self.status.tell("This article has no address")
        else:
            self.app.copy_to_clipboard(address)
            self.status.tell(f"Copied {address}")
