"""Hosts that asked to be left alone, from one refresh to the next."""

import json
from typing import Final

from reader.errors import FetchError
from reader.fetch import Fetched, NotModified, host_of
from reader.model import Feed
from reader.refresh.schedule import DAY
from reader.store import Store

_STATE: Final = "held-hosts"
"""The name under which the store keeps them: JSON, from host to when it may be asked again."""
_UNTOLD: Final = 15 * 60
"""Seconds for a server that says 429 and not for how long."""


class Holds:
    """Which hosts are not to be asked, and until when."""

    def __init__(self, store: Store, now: int) -> None:
        """Read what the last refreshes were told; ``now`` in seconds UTC."""
        self._now = now
        kept: dict[str, int] = json.loads(store.get_state(_STATE) or "{}")
        # A clock that was set back must not hold a host for ever.
        self._until = {host: at for host, at in kept.items() if now < at <= now + DAY}
        self._changed = len(kept) != len(self._until)

    def of(self, feed: Feed) -> FetchError | None:
        """Return why a feed is not to be asked, with the seconds left; None if it may be."""
        host = host_of(feed.url)
        until = self._until.get(host or "")
        if until is None:
            return None
        return FetchError(
            f"{host} asks to be left alone for now",
            kind="held",
            retry_after=until - self._now,
        )

    def note(self, feed: Feed, answer: Fetched | NotModified | FetchError) -> None:
        """Remember what a server said of being left alone."""
        host = host_of(feed.url)
        if host and isinstance(answer, FetchError) and _wants_rest(answer):
            wait = _UNTOLD if answer.retry_after is None else answer.retry_after
            self._until[host] = self._now + wait
            self._changed = True

    def save(self, store: Store) -> None:
        """Keep it for the next refresh."""
        if self._changed:
            store.set_state(_STATE, json.dumps(self._until))


def _wants_rest(error: FetchError) -> bool:
    return error.status == 429 or (error.status == 503 and error.retry_after is not None)
