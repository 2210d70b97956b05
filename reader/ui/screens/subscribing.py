"""Subscribing: feeds are asked for, fetched and kept off the screen, then shown."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.model import Feed, View
from reader.samples import is_sample
from reader.store import Store
from reader.ui.render.words import count, now
from reader.ui.screens.full_text import FullTextScreen

if TYPE_CHECKING:
    from reader.discover import FoundFeed
    from reader.importing import Imported
    from reader.subscribe import Subscribed
    from reader.ui.screens.subscribe import Choice


class SubscribingScreen(FullTextScreen):
    """Adding feeds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "subscribe", "Add a feed", show=False, id="desk.subscribe"),
    ]

    @work(exit_on_error=False, group="change")
    async def action_subscribe(self) -> None:
        """Ask for a feed's address, or choose among well-known feeds."""
        from reader.importing import newsboat_urls  # reads OPML: not at the start
        from reader.ui.screens.subscribe import SubscribeScreen

        known = {row.url for row in await self.library.call(Store.feeds)}
        own = {url for url in known if not is_sample(url)}
        newsboat = None if own else await asyncio.to_thread(newsboat_urls)
        choices = await self.ask(SubscribeScreen(self._find, own, newsboat))
        if isinstance(choices, Path):
            await self._import(choices)
        elif choices:
            self._subscribe(choices)

    async def _import(self, path: Path) -> None:
        """Subscribe to what a file lists, with what was read in newsboat, and fetch it."""
        self.status.tell(f"Importing {path.name}", stay=True)
        imported, read = await asyncio.to_thread(_take_in, self.library.path, path)
        if not imported.feed_ids:
            self.status.tell("Nothing new to follow")
            return
        await self.update_feeds()
        await self._show_added(imported.feed_ids)
        told = f"subscribed to {count(len(imported.feed_ids), 'feed')}"
        if read:
            told += f", {count(read, 'entry', 'entries')} read in newsboat"
        if imported.left_out:
            told += f"; left out: {len(imported.left_out)}, such as {imported.left_out[0].what}"
        self.told(told)
        await self.run_action("refresh_feeds")

    def _find(self, text: str, stop: Callable[[], bool]) -> "list[FoundFeed]":
        """Return the feeds that an address leads to; in a thread."""
        from reader.discover import find_feeds  # the HTTP client

        config = self.config
        return find_feeds(text, timeout=config.timeout, feeds=config.feeds, stop=stop)

    @work(thread=True, exit_on_error=False, group="subscribe")
    def _subscribe(self, choices: "Sequence[Choice]") -> None:
        worker, tell = get_current_worker(), self.app.call_from_thread
        done: list[Subscribed] = []
        with Store(self.library.path) as store:
            for number, choice in enumerate(choices, 1):
                if worker.is_cancelled:
                    return
                where = f"{number} of {len(choices)}"
                tell(self.status.tell, f"Subscribing {where}: {choice.title or choice.url}", True)
                try:
                    done.append(self._kept(store, choice))
                except ReaderError as error:
                    tell(self.failed, str(error))
        tell(self._subscribed, done)

    def _kept(self, store: Store, choice: "Choice") -> "Subscribed":
        from reader.subscribe import keep_found, subscribe

        feeds = self.config.feeds
        if choice.found:
            return keep_found(store, choice.found, folder=choice.folder, feeds=feeds)
        timeout = self.config.timeout
        return subscribe(store, choice.url, folder=choice.folder, timeout=timeout, feeds=feeds)

    @work(exit_on_error=False, group="subscribe")
    async def _subscribed(self, done: "Sequence[Subscribed]") -> None:
        """Show what new subscriptions brought, or the one that was there."""
        added = [one.feed.id for one in done if one.new]
        await self.update_feeds()
        if added:
            await self._show_added(added)
        elif len(done) == 1:
            await self._show(done[0].feed)
        else:
            self.status.tell("Nothing new to follow")

    async def _show_added(self, feed_ids: Sequence[int]) -> None:
        what = f"subscribed to {count(len(feed_ids), 'feed')}"
        self.library.remember(
            what, partial(unsubscribe_all, feed_ids), partial(resubscribe_all, feed_ids)
        )
        view = View("feed", feed_id=feed_ids[0]) if len(feed_ids) == 1 else View("all")
        await self.show_view(view)
        self.feeds.select(view)
        self.told(what)
        self.analyse()

    async def _show(self, feed: Feed) -> None:
        view = View("feed", feed_id=feed.id)
        await self.show_view(view)
        self.feeds.select(view)
        self.status.tell(f"Already subscribed: {feed.title}")

    def failed(self, message: str) -> None:
        """Tell what went wrong, for long enough to read it."""
        self.notify(message, severity="error", timeout=10, markup=False)


def _take_in(database: Path, path: Path) -> "tuple[Imported, int]":
    """Import a file, in a thread; return what became of it, and how much was read in newsboat."""
    from reader.importing import import_feeds, newsboat_cache, read_outlines, take_read

    cache = newsboat_cache(path)
    with Store(database) as store:
        imported = import_feeds(store, read_outlines(path), now=now())
        return imported, take_read(store, cache, now=now()) if cache else 0


def unsubscribe_all(feed_ids: Sequence[int], store: Store) -> None:
    """End subscriptions."""
    for feed_id in feed_ids:
        store.unsubscribe(feed_id, now=now())


def resubscribe_all(feed_ids: Sequence[int], store: Store) -> None:
    """Undo ``unsubscribe_all``."""
    for feed_id in feed_ids:
        store.resubscribe(feed_id)
