"""What becomes of a feed that was asked: what it says is kept, or why it says nothing."""

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, NamedTuple, Self

from reader.config import Config, FeedSettings
from reader.credentials import settings_of
from reader.errors import CredentialsError, FetchError, ReaderError
from reader.fetch import Fetched, Limits, NotModified
from reader.model import Article, Entry, Feed, ParsedFeed, Saved
from reader.refresh.answers import Answered
from reader.refresh.schedule import due_after_answer, due_after_failure, held_for, pace
from reader.store import Store

_LOOPBACK: Final = 128
"""Connections to this machine itself: what reads a local server spares nobody by waiting."""
_LIMITS: Final = Limits(loopback=_LOOPBACK)


@dataclass(frozen=True, slots=True)
class Refresh:
    """How feeds are asked."""

    timeout: float = 20.0
    """Seconds for each feed."""
    limits: Limits = _LIMITS
    feeds: tuple[FeedSettings, ...] = ()
    """What the user set for single feeds."""
    clock: Callable[[], float] = time.time
    spread: Callable[[], float] = random.random
    """Gives 0 to 1: keeps feeds that failed together from coming back together."""

    @classmethod
    def as_set(cls, config: Config) -> Self:
        """Return how the user wants feeds asked."""
        limits = replace(_LIMITS, connections=config.connections, per_host=config.per_host)
        return cls(timeout=config.timeout, limits=limits, feeds=config.feeds)


class Outcome(NamedTuple):
    """What became of one feed."""

    feed: Feed
    """As it was before."""
    saved: Saved = Saved(0, 0)
    error: ReaderError | None = None
    """Why there is nothing, where that is so; it is kept with the feed."""


def keep_answer(store: Store, answered: Answered, how: Refresh) -> Outcome:
    """Keep what a server said; return what became of the feed."""
    feed, answer, parsed = answered
    now = int(how.clock())
    if not isinstance(answer, FetchError) and (moved := _moved_onto(store, feed, answer)):
        return failed(store, feed, moved, how, now)
    if isinstance(answer, NotModified):
        own = settings_of(how.feeds, feed.url)
        interval = own.interval if own else None
        due_at = due_after_answer(now, feed.pace, fresh_for=answer.fresh_for, interval=interval)
        store.save_not_modified(
            feed.id,
            now=now,
            etag=answer.etag,
            last_modified=answer.last_modified,
            url=answer.permanent_url,
            due_at=due_at,
        )
        return Outcome(feed)
    if isinstance(answer, FetchError):
        if answer.kind == "held":
            return postponed(store, feed, answer, how)
        return failed(store, feed, answer, how, now)
    assert parsed is not None  # noqa: S101 - what was fetched is parsed
    try:
        told = parsed.result()
    except ReaderError as error:
        return failed(store, feed, error, how, now)
    return Outcome(feed, keep_parsed(store, feed, told, answer, feeds=how.feeds, now=now))


def keep_parsed(  # noqa: PLR0913 - what came, each by its name
    store: Store,
    feed: Feed,
    told: ParsedFeed,
    answer: Fetched,
    *,
    feeds: Iterable[FeedSettings],
    now: int,
) -> Saved:
    """Keep what a feed says, and when to ask it again.

    Args:
        store: Where it is kept.
        feed: The feed as it was before.
        told: What it says now.
        answer: What its server sent.
        feeds: What is set for single feeds.
        now: When it answered, in seconds since 1970 UTC.
    """
    told_pace = pace(told)
    own = settings_of(feeds, feed.url)
    interval = own.interval if own else None
    return store.save_parsed(
        feed.id,
        told,
        now=now,
        etag=answer.etag,
        last_modified=answer.last_modified,
        url=answer.permanent_url,
        due_at=due_after_answer(now, told_pace, fresh_for=answer.fresh_for, interval=interval),
        pace=told_pace,
        rules=own.rules(datetime.now().astimezone()) if own else (),
        article_of=_article,
    )


def _moved_onto(store: Store, feed: Feed, answer: Fetched | NotModified) -> FetchError | None:
    """Return that a feed moved for good to where another subscription is, if so.

    Its entries stay its own: anyone can send a feed of theirs to somebody else's address.
    """
    other = store.feed_by_url(answer.permanent_url) if answer.permanent_url else None
    if other is None or other.id == feed.id or other.gone_at is not None:
        return None
    return FetchError(f"moved to {other.url}, which is subscribed to", kind="gone")


def _article(entry: Entry) -> Article:
    from reader.article import entry_article  # the HTML parser: only for a rule that bookmarks

    return entry_article(entry)


def failed(store: Store, feed: Feed, error: ReaderError, how: Refresh, now: int) -> Outcome:
    """Keep why a feed says nothing, and when it is asked again."""
    gone = isinstance(error, FetchError) and error.kind == "gone"
    asked = not isinstance(error, CredentialsError)  # else the user mends it, not the server
    due_at = due_after_failure(
        now,
        feed.failures + 1 if asked else 1,
        retry_after=error.retry_after if isinstance(error, FetchError) else None,
        spread=how.spread(),
    )
    message = f"{error}: it is gone for good and not asked any more" if gone else str(error)
    store.save_error(feed.id, message, now=now, due_at=due_at, gone=gone)
    return Outcome(feed, error=error)


def postponed(store: Store, feed: Feed, error: FetchError, how: Refresh) -> Outcome:
    """Leave a feed alone whose server wants to be: it did not fail, it was not asked."""
    wait = held_for(error.retry_after or 0, how.spread())
    store.postpone(feed.id, int(how.clock()) + wait)
    return Outcome(feed, error=error)
