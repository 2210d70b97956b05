"""Subscribing: feeds are asked for, fetched and kept off the screen, then shown."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.model import Feed, View
from reader.store import Store
from reader.ui.render.words import count, now
from reader.ui.screens.full_text import FullTextScreen

if TYPE_CHECKING:
    from reader.discover import FoundFeed
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
        from reader.ui.screens.subscribe import SubscribeScreen  # reads OPML: not at the start

        known = {row.url for row in await self.library.call(Store.feeds)}
        choices = await self.ask(SubscribeScreen(self._find, known))
        if choices:
            self._subscribe(choices)

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


def unsubscribe_all(feed_ids: Sequence[int], store: Store) -> None:
    """End subscriptions."""
    for feed_id in feed_ids:
        store.unsubscribe(feed_id, now=now())


def resubscribe_all(feed_ids: Sequence[int], store: Store) -> None:
    """Undo ``unsubscribe_all``."""
    for feed_id in feed_ids:
        store.resubscribe(feed_id)
