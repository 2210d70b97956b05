"""A refresh: one thread asks the servers, workers parse, the caller's thread keeps it."""

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from reader.config import FeedSettings
from reader.credentials import Secrets, as_set, settings_of
from reader.errors import CredentialsError, FetchError, ReaderError
from reader.fetch import Fetched, Limits, NotModified, Request
from reader.model import Article, Entry, Feed, ParsedFeed, Saved
from reader.refresh.answers import Answered, Answers
from reader.refresh.holds import Holds
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


class Outcome(NamedTuple):
    """What became of one feed."""

    feed: Feed
    """As it was before."""
    saved: Saved = Saved(0, 0)
    error: ReaderError | None = None
    """Why there is nothing, where that is so; it is kept with the feed."""


def refresh_feeds(
    store: Store,
    feeds: Iterable[Feed],
    how: Refresh | None = None,
    *,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """Fetch feeds and keep what they say; yield what became of each, once it is kept.

    Each feed is kept in one transaction, so that whatever ends the refresh costs only those
    that were under way: they stay due. To end it early, close the generator.

    Args:
        store: Where they are kept; used in the thread that iterates.
        feeds: Those to be asked, due or not.
        how: How they are asked.
        stop: Asked often; true ends it without further outcomes.

    Raises:
        StoreError: What came could not be kept.
    """
    how = how or Refresh()
    holds = Holds(store, int(how.clock()))
    secrets = Secrets()
    requests: list[tuple[Feed, Request]] = []
    full: list[Sequence[int]] = []
    for feed in feeds:
        if stop():
            break
        _name(store, feed, how)
        if held := holds.of(feed):
            yield _postponed(store, feed, held, how)
            continue
        try:
            requests.append((feed, _request(feed, how, secrets)))
        except CredentialsError as error:
            yield _failed(store, feed, error, how, int(how.clock()))
    answers = Answers(requests, how.limits, stop)
    try:
        for answered in answers:
            holds.note(answered.feed, answered.answer)
            outcome = _keep(store, answered, how)
            own = settings_of(how.feeds, outcome.feed.url)
            if own and own.full_text and outcome.saved.ids:
                full.append(outcome.saved.ids)
            yield outcome
    finally:
        answers.close()
        holds.save(store)
    if full:
        _fetch_full(store, full, how, stop)


def _request(feed: Feed, how: Refresh, secrets: Secrets) -> Request:
    request = Request(
        feed.url,
        etag=feed.etag,
        last_modified=feed.last_modified,
        timeout=how.timeout,
        trusted_host=feed.trusted_host,
    )
    return as_set(request, how.feeds, secrets)


def _name(store: Store, feed: Feed, how: Refresh) -> None:
    """Give a feed the title and folder that the settings name."""
    own = settings_of(how.feeds, feed.url)
    if own and (own.title not in (None, feed.title) or own.folder not in (None, feed.folder)):
        store.edit_feed(feed.id, title=own.title, folder=own.folder)


def _fetch_full(
    store: Store, entries: Sequence[Sequence[int]], how: Refresh, stop: Callable[[], bool]
) -> None:
    """Fetch the pages of new entries, feed by feed; what cannot be had can be asked for later."""
    from reader.article.pages import PageReader  # a process that few need
    from reader.fulltext import fetch_full_texts

    with PageReader() as pages:
        for ids in entries:
            now = int(how.clock())
            for _ in fetch_full_texts(store, ids, pages, timeout=how.timeout, now=now, stop=stop):
                pass


def _keep(store: Store, answered: Answered, how: Refresh) -> Outcome:
    feed, answer, parsed = answered
    now = int(how.clock())
    if not isinstance(answer, FetchError) and (moved := _moved_onto(store, feed, answer)):
        return _failed(store, feed, moved, how, now)
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
            return _postponed(store, feed, answer, how)
        return _failed(store, feed, answer, how, now)
    assert parsed is not None  # noqa: S101 - what was fetched is parsed
    try:
        told = parsed.result()
    except ReaderError as error:
        return _failed(store, feed, error, how, now)
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


def _failed(store: Store, feed: Feed, error: ReaderError, how: Refresh, now: int) -> Outcome:
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


def _postponed(store: Store, feed: Feed, error: FetchError, how: Refresh) -> Outcome:
    """Leave a feed alone whose server wants to be: it did not fail, it was not asked."""
    wait = held_for(error.retry_after or 0, how.spread())
    store.postpone(feed.id, int(how.clock()) + wait)
    return Outcome(feed, error=error)
