"""What is new: fetched here, or kept by another process meanwhile."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.config import Config
from reader.samples import is_sample
from reader.store import Store
from reader.ui.render.words import count
from reader.ui.screens.correcting import CorrectingScreen

_LOOK: Final = 2.0
"""Seconds between two looks at whether something else wrote into the database."""
_SHARE: Final = 20.0
"""Showing a list anew takes at most one part in this many of the time."""
_TELL: Final = 0.1
"""Seconds between two notices of how far a refresh came."""
_WAITING: Final = "Another newsreader refreshes: waiting for it · {desk.refresh} stops"


class RefreshingScreen(CorrectingScreen):
    """Refreshing, and showing what came, whoever fetched it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "refresh_feeds", "Refresh the feeds, or stop", show=False, id="desk.refresh"),
    ]

    @dataclass
    class NewsCame(Message):
        """A saved search that tells of it has something new."""

        name: str
        text: str

    _seen: int | None = None
    """The version of the database that is shown."""
    _due: Timer | None = None
    """What looks for what is due."""

    def on_mount(self) -> None:
        """Begin to look for what others write, and for what is due where that is wanted."""
        self.set_timer(_LOOK, self._look)
        self._wait_for_due()

    def use_config(self, config: Config) -> None:
        """Let other settings be in force from now on."""
        changed = config.every != self.config.every
        super().use_config(config)
        if changed:
            self._wait_for_due()

    def _wait_for_due(self) -> None:
        """Begin to look for what is due, where that is wanted, and no more as before."""
        if self._due is not None:
            self._due.stop()
        every = 60 * self.config.every
        self._due = self.set_interval(every, self._refresh_due) if every else None

    # --- What others wrote -----------------------------------------------------------

    @work(exit_on_error=False, group="watch")
    async def _look(self) -> None:
        """Show what a refresh, another reader or a command wrote, as it comes."""
        wait = _LOOK
        try:
            await self.ready.wait()
            version = await self.library.call(Store.data_version)
            if self._seen is not None and version != self._seen:
                begun = time.monotonic()
                await self.reload()
                wait = max(_LOOK, (time.monotonic() - begun) * _SHARE)
            self._seen = version
        finally:
            self.set_timer(wait, self._look)

    # --- Refresh ---------------------------------------------------------------------

    def action_refresh_feeds(self) -> None:
        """Fetch every feed; pressed again, stop."""
        if self._is_refreshing():
            self.workers.cancel_group(self, "refresh")
        else:
            self._refresh()

    def _is_refreshing(self) -> bool:
        return any(worker.group == "refresh" and worker.is_running for worker in self.workers)

    def _refresh_due(self) -> None:
        if not self._is_refreshing():
            self._refresh(only_due=True)

    @work(thread=True, exit_on_error=False, group="refresh", exclusive=True)
    def _refresh(self, *, only_due: bool = False) -> None:
        from reader.refresh import refreshing

        worker, tell = get_current_worker(), self.app.call_from_thread
        path = self.library.path
        waiting = partial(tell, self.status.tell, self.with_keys(_WAITING), True)
        stop = partial(getattr, worker, "is_cancelled")
        with Store(path) as store, refreshing(path, stop=stop, waiting=waiting) as alone:
            message = self._ask(store, stop, only_due) if alone else "Not refreshed"
        if message:
            tell(self._refreshed, message)

    def _ask(self, store: Store, stop: Callable[[], bool], only_due: bool) -> str:
        """Fetch the feeds; return what came of it, in words, "" where none was due."""
        from reader.refresh import Refresh, follow_programs, refresh_feeds

        now = int(time.time())
        follow_programs(store, self.config.feeds, now)
        asked = store.feeds_to_ask(now if only_due else None)
        feeds = [feed for feed in asked if not is_sample(feed.url)]
        if not feeds:
            return "" if only_due else self.with_keys("No feeds yet: {desk.subscribe} adds one")
        new: list[int] = []
        failed = 0
        told = 0.0
        how = Refresh.as_set(self.config)
        for number, outcome in enumerate(refresh_feeds(store, feeds, how, stop=stop), 1):
            new += outcome.saved.ids
            failed += outcome.error is not None
            if time.monotonic() - told > _TELL:
                told = time.monotonic()
                key = self.key("desk.refresh")
                notice = f"Refreshing {number} of {len(feeds)} · {key} stops"
                self.app.call_from_thread(self.status.tell, notice, True)
        message = "Refresh stopped, " if stop() else ""
        message += count(len(new), "new entry", "new entries")
        if failed:
            message += f", {count(failed, 'feed')} failed: marked ! in the feeds pane"
        return message + self._news(store, new)

    def _news(self, store: Store, ids: Sequence[int]) -> str:
        """Tell the desktop what saved searches find among what came; return it in words."""
        from datetime import datetime

        from reader.standing import news_of

        news = news_of(store, ids, datetime.now().astimezone())
        for one in news:
            self.post_message(self.NewsCame(one.name, one.text))
        return "".join(f" · {one.name}: {len(one.titles)}" for one in news)

    def _refreshed(self, message: str) -> None:
        self.status.tell(message)
        self._show_new()

    @work(exit_on_error=False, group="refreshed")
    async def _show_new(self) -> None:
        await self.reload()
        self.analyse()
