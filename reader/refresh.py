"""One feed: fetch -> parse -> store."""

from reader.errors import ReaderError
from reader.fetch import NotModified, fetch, host_of
from reader.model import Feed, Saved
from reader.parse import parse
from reader.store import Store


def refresh_feed(store: Store, feed: Feed, *, timeout: float, now: int) -> Saved:
    """Fetch a feed and keep what it says; return what was new.

    Args:
        store: Where it is kept.
        feed: The subscription, with what the server told of its last answer.
        timeout: Seconds for the fetch.
        now: Seconds since 1970 UTC.

    Raises:
        ReaderError: It could not be fetched or read; why is kept with the feed.
    """
    try:
        fetched = fetch(
            feed.url,
            etag=feed.etag,
            last_modified=feed.last_modified,
            timeout=timeout,
            trusted_host=host_of(feed.url) if feed.trusted else None,
        )
        if isinstance(fetched, NotModified):
            store.save_not_modified(feed.id, now=now)
            return Saved(0, 0)
        parsed = parse(fetched.data, base_url=fetched.url, content_type=fetched.content_type)
    except ReaderError as error:
        store.save_error(feed.id, str(error), now=now)
        raise
    return store.save_parsed(
        feed.id,
        parsed,
        now=now,
        etag=fetched.etag,
        last_modified=fetched.last_modified,
        url=fetched.permanent_url,
    )
