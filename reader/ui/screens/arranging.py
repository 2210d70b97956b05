"""Keeping the feeds pane in order: names and folders; what is no longer wanted."""

from collections.abc import Mapping
from functools import partial

from textual import on

from reader.errors import QueryError
from reader.model import SavedQuery, View
from reader.store import Store
from reader.ui.library import query_of
from reader.ui.render.words import count, now
from reader.ui.screens.searching import SearchingScreen, remove_query, restore_query
from reader.ui.screens.subscribing import resubscribe_all, unsubscribe_all
from reader.ui.widgets.row_list import RowList


class ArrangingScreen(SearchingScreen):
    """Changes what stands in the feeds pane."""

    @on(RowList.Highlighted, "#feeds")
    def _tell_error(self) -> None:
        """Tell why the feed under the cursor could not be fetched."""
        self.status.quiet()
        if error := self.feeds.error:
            self.status.where = error
        else:
            self._update_place()

    async def remove_listed(self) -> None:
        """Unsubscribe from the feed under the cursor, or take a saved search away."""
        view = self.feeds.view
        saved = self.feeds.saved(view) if view is not None else None
        if saved is not None:
            await self._remove_saved(saved)
        elif view is not None and view.feed_id is not None:
            await self._unsubscribe(view, view.feed_id)
        else:
            self.status.tell("Choose a feed to unsubscribe from, or a saved search")

    async def _unsubscribe(self, view: View, feed_id: int) -> None:
        what = f"unsubscribed from {self.feeds.label_of(view)}"
        async with self.library.changing:
            await self.library.call(Store.unsubscribe, feed_id, now=now())
            self.library.remember(
                what, partial(resubscribe_all, [feed_id]), partial(unsubscribe_all, [feed_id])
            )
        if self.view == view:
            await self.show_view(View("all"))
        else:
            await self.reload()
        await self.update_feeds()
        self.told(what)

    async def _remove_saved(self, saved: SavedQuery) -> None:
        what = f"removed the view {saved.name}"
        async with self.library.changing:
            await self.library.call(Store.remove_query, saved.id, now=now())
            back, again = partial(restore_query, saved.id), partial(remove_query, saved.id)
            self.library.remember(what, back, again)
        await self.update_feeds()
        self.told(what)

    # --- Names and folders -----------------------------------------------------------

    async def edit_listed(self) -> None:
        """Ask for the name of what is under the cursor, and for its folder or query."""
        view = self.feeds.view
        saved = self.feeds.saved(view) if view is not None else None
        if saved is not None:
            await self._edit_saved(saved)
        elif view is not None and view.feed_id is not None:
            await self._edit_feed(view, view.feed_id)
        elif view is not None and view.folder is not None:
            await self._edit_folder(view.folder)
        else:
            self.status.tell("Choose a feed, a folder or a saved search to name it anew")

    async def _edit_feed(self, view: View, feed_id: int) -> None:
        from reader.ui.screens.listed import ListedScreen

        label = self.feeds.label_of(view)
        before = await self.library.call(Store.own_names, feed_id)
        known = self.feeds.names("folder")
        wanted = await self.ask(ListedScreen(label, before[0], ("Folder", before[1]), known))
        if wanted is not None and wanted != before:
            what = f"named {label} {wanted[0]}" if wanted[0] != before[0] else f"moved {label}"
            await self._name_all({feed_id: wanted}, {feed_id: before}, what)

    async def _edit_folder(self, folder: str) -> None:
        from reader.ui.screens.listed import ListedScreen

        wanted = await self.ask(ListedScreen(folder, folder, None))
        name = wanted[0] if wanted is not None else folder
        if name == folder:
            return
        ids = [row.id for row in await self.library.call(Store.feeds) if row.folder == folder]
        before = {id_: await self.library.call(Store.own_names, id_) for id_ in ids}
        after = {id_: (title, name) for id_, (title, _) in before.items()}
        where = f"to {name}" if name else "out of it"
        await self._name_all(after, before, f"moved {count(len(ids), 'feed')} of {folder} {where}")

    async def _name_all(
        self,
        after: Mapping[int, tuple[str, str]],
        before: Mapping[int, tuple[str, str]],
        what: str,
    ) -> None:
        async with self.library.changing:
            await self.library.call(partial(_name_feeds, after))
            self.library.remember(what, partial(_name_feeds, before), partial(_name_feeds, after))
        await self.reload()
        self.told(what)

    async def _edit_saved(self, saved: SavedQuery) -> None:
        from reader.ui.screens.listed import ListedScreen

        asked = ListedScreen(saved.query, saved.name, ("Search", saved.query))
        wanted = await self.ask(asked)
        if wanted is None or wanted == (saved.name, saved.query):
            return
        name, query = wanted[0] or saved.name, wanted[1] or saved.query
        try:
            query_of(View("query", query=query))
        except QueryError as error:
            self.failed(str(error))
            return
        edit = partial(_edit_query, saved.id, name, query, saved.notify)
        back = partial(_edit_query, saved.id, saved.name, saved.query, saved.notify)
        async with self.library.changing:
            await self.library.call(edit)
            self.library.remember(f"changed the view {saved.name}", back, edit)
        await self.update_feeds()
        self.told(f"changed the view {saved.name}")


def _name_feeds(names: Mapping[int, tuple[str, str]], store: Store) -> None:
    for feed_id, (title, folder) in names.items():
        store.edit_feed(feed_id, title=title, folder=folder)


def _edit_query(query_id: int, name: str, query: str, notify: bool, store: Store) -> None:
    store.edit_query(query_id, name=name, query=query, notify=notify)
