"""The address of a page or feed -> a subscription."""

import time
from collections.abc import Iterable
from typing import NamedTuple

from reader.config import FeedSettings
from reader.discover import FoundFeed, addresses_of, find_feeds
from reader.model import Feed
from reader.refresh import keep_parsed
from reader.samples import retire_samples
from reader.store import Store


class Subscribed(NamedTuple):
    """What became of an address."""

    feed: Feed
    new: bool
    """Whether it was not subscribed to before."""
    others: tuple[FoundFeed, ...] = ()
    """Feeds that the address leads to as well."""


def subscribe(
    store: Store,
    text: str,
    *,
    folder: str | None = None,
    timeout: float = 20.0,
    feeds: Iterable[FeedSettings] = (),
) -> Subscribed:
    """Subscribe to the feed at an address, or to the likeliest that it leads to.

    The feed is fetched and its entries are kept. One that is subscribed already is left
    as it is.

    Args:
        store: Where it is kept.
        text: What somebody typed, as ``find_feeds`` takes it.
        folder: The folder it goes to.
        timeout: As in ``find_feeds``.
        feeds: What the user set for single feeds.

    Raises:
        ReaderError: As ``find_feeds``.
    """
    if known := subscription_at(store, text):
        return Subscribed(known, new=False)
    first, *others = find_feeds(text, timeout=timeout, feeds=feeds)
    kept = keep_found(store, first, folder=folder, feeds=feeds)
    return kept._replace(others=tuple(others))


def subscription_at(store: Store, text: str) -> Feed | None:
    """Return the subscription whose address somebody typed, None where there is none."""
    known = (store.feed_by_url(address) for address in addresses_of(text))
    return next((feed for feed in known if feed), None)


def keep_found(
    store: Store,
    found: FoundFeed,
    *,
    folder: str | None = None,
    feeds: Iterable[FeedSettings] = (),
) -> Subscribed:
    """Subscribe to a feed that was found, with what it said then; left as it is if known."""
    if known := store.feed_by_url(found.url):
        return Subscribed(known, new=False)
    now = int(time.time())
    feed = store.add_feed(found.url, folder=folder, trusted=found.trusted, now=now)
    retire_samples(store)
    keep_parsed(store, feed, found.feed, found.answer, feeds=feeds, now=now)
    return Subscribed(store.feed_by_url(found.url) or feed, new=True)
