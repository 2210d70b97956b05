"""Entries -> the articles of the pages they link to, fetched and kept beside what feeds gave."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from reader.article.html import article_html
from reader.article.pages import PageReader
from reader.errors import FetchError, ParseError, ReaderError
from reader.fetch import Fetched, NotModified, Request, fetch_many
from reader.model import Article, Entry
from reader.samples import is_sample
from reader.store import Store

MOST: Final = 50
"""Pages fetched at a time: a feed that comes with hundreds of entries is no reason to fetch all."""


def fetch_full_texts(  # noqa: PLR0913 - what it works with, each by its name
    store: Store,
    entry_ids: Iterable[int],
    pages: PageReader,
    *,
    timeout: float,
    now: int,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[int, ReaderError | None]]:
    """Fetch the pages of entries and keep their articles, which are then shown.

    Neither a page nor what it redirects to may lie in the user's own network, unless it is on
    the host that the user typed to subscribe to the entry's feed.

    Args:
        store: Where they are kept; used in the thread that iterates.
        entry_ids: Entries, of which the first ``MOST`` count.
        pages: What reads the pages.
        timeout: Seconds for each page.
        now: Seconds since 1970, UTC.
        stop: Asked often; true ends it without further results.

    Yields:
        Each entry's id, with why there is no full text of it, or None where it is kept.
    """
    requests: list[tuple[int, Request]] = []
    for entry_id in islice(entry_ids, MOST):
        try:
            requests.append((entry_id, _request(store, store.entry(entry_id), timeout)))
        except ParseError as error:
            yield entry_id, error
    for entry_id, answer in fetch_many(requests, stop=stop):
        try:
            url, article = _read(answer, pages)
        except ReaderError as error:
            outcome: ReaderError | None = error
        else:
            outcome = None
        if stop():
            return
        if outcome is None:
            store.save_full_text(entry_id, url, article_html(article), now=now)
        yield entry_id, outcome


def _read(answer: Fetched | NotModified | FetchError, pages: PageReader) -> tuple[str, Article]:
    if isinstance(answer, FetchError):
        raise answer
    assert isinstance(answer, Fetched)  # noqa: S101 - nothing was asked conditionally
    return answer.url, pages(answer.data, url=answer.url, content_type=answer.content_type)


def _request(store: Store, entry: Entry | None, timeout: float) -> Request:
    if entry is None or not entry.link:
        raise ParseError("the entry names no page")
    if is_sample(entry.feed_url):
        raise ParseError("a sample has no page")
    feed = store.feed(entry.feed_id)
    trusted_host = feed.trusted_host if feed else None
    return Request(entry.link, timeout=timeout, trusted_host=trusted_host)
