"""A refresh: one thread asks the servers, workers parse, the caller's thread keeps it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from reader.config import FeedSettings
from reader.credentials import Secrets, as_set, settings_of
from reader.errors import CredentialsError
from reader.fetch import NotModified, Request
from reader.model import Feed
from reader.refresh.answers import Answered, Answers, Asked
from reader.refresh.holds import Holds
from reader.refresh.keeping import Outcome, Refresh, failed, keep_answer, postponed
from reader.store import Store


def follow_programs(store: Store, settings: Iterable[FeedSettings], now: int) -> None:
    """Subscribe to the feeds that programs of the settings print; end those it names no more."""
    wanted = {own.url for own in settings if own.command}
    there = {row.url: row.id for row in store.feeds() if row.url.startswith("exec:")}
    for url in sorted(wanted - there.keys()):
        store.add_feed(url, now=now)
    for url in there.keys() - wanted:
        store.unsubscribe(there[url], now)


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
    asked = Asked()
    yield from _prepare(store, takewhile(lambda _: not stop(), feeds), how, holds, asked)
    full: list[Sequence[int]] = []
    answers = Answers(asked, how.limits, stop)
    try:
        for waiting in answers:
            for outcome in _kept(store, waiting, holds, how):
                own = settings_of(how.feeds, outcome.feed.url)
                if own and own.full_text and outcome.saved.ids:
                    full.append(outcome.saved.ids)
                yield outcome
    finally:
        answers.close()
        holds.save(store)
    if full:
        _fetch_full(store, full, how, stop)


def _kept(
    store: Store, waiting: Sequence[Answered], holds: Holds, how: Refresh
) -> Iterator[Outcome]:
    """Keep feeds one by one, but those together that wait and have nothing new.

    These are most of them mostly, and a transaction of its own costs each more than all else.
    """
    for unchanged, group in groupby(waiting, lambda one: isinstance(one.answer, NotModified)):
        answers = list(group)
        for answered in answers:
            holds.note(answered.feed, answered.answer)
        if unchanged:
            with store.together():
                outcomes = [keep_answer(store, answered, how) for answered in answers]
            yield from outcomes
        else:
            yield from (keep_answer(store, answered, how) for answered in answers)


def _prepare(
    store: Store, feeds: Iterable[Feed], how: Refresh, holds: Holds, asked: Asked
) -> Iterator[Outcome]:
    """Find out how each feed is asked; yield what became of those that are not."""
    secrets = Secrets()
    for feed in feeds:
        _name(store, feed, how)
        own = settings_of(how.feeds, feed.url)
        if held := holds.of(feed):
            yield postponed(store, feed, held, how)
        elif own and own.command:
            asked.commands.append((feed, own.command))
        else:
            if own and own.filter:
                asked.filters[feed.id] = own.filter
            try:
                asked.requests.append((feed, _request(feed, how, secrets)))
            except CredentialsError as error:
                yield failed(store, feed, error, how, int(how.clock()))


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
