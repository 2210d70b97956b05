"""The address of a page or feed -> a subscription."""

import time
from typing import Final

from reader.article import named_feeds
from reader.errors import FetchError, ParseError
from reader.fetch import Fetched, fetch, host_of
from reader.model import Feed, ParsedFeed
from reader.parse import parse
from reader.samples import retire_samples
from reader.store import Store
from reader.text import clean_line

_MAX_TRIED: Final = 3
"""How many of the feeds that a page names are tried: the first is the site's own."""


def subscribe(store: Store, url: str, *, folder: str | None = None, timeout: float = 20.0) -> Feed:
    """Subscribe to the feed at an address, or to the one that the page there names.

    The feed is fetched and its entries are kept. One that is subscribed already is left
    as it is.

    Args:
        store: Where it is kept.
        url: An http or https address; without a scheme, https is meant.
        folder: The folder it goes to.
        timeout: Seconds for each fetch.

    Raises:
        FetchError: The server could not be reached, or refused.
        ParseError: There is no feed at the address, nor does the page there name one.
    """
    address = clean_line(url)
    if "://" not in address:
        address = f"https://{address}"
    known = store.feed_by_url(address)
    if known:
        return known
    typed = address
    address, fetched, parsed = _find(address, timeout)
    known = store.feed_by_url(address)
    if known:
        return known
    now = int(time.time())
    trusted = host_of(address) == host_of(typed)
    feed = store.add_feed(address, folder=folder, trusted=trusted, now=now)
    retire_samples(store)
    store.save_parsed(
        feed.id,
        parsed,
        now=now,
        etag=fetched.etag,
        last_modified=fetched.last_modified,
    )
    return store.feed_by_url(address) or feed


def _find(address: str, timeout: float) -> tuple[str, Fetched, ParsedFeed]:
    """Return the address of a feed, what its server sent, and the feed."""
    typed = host_of(address)
    fetched = fetch(address, timeout=timeout, trusted_host=typed)
    try:
        return _feed_in(fetched, address)
    except ParseError:
        named = named_feeds(fetched.data, url=fetched.url, content_type=fetched.content_type)
    problem: FetchError | ParseError = ParseError(f"no feed found at {address}")
    for other in named[:_MAX_TRIED]:
        try:
            return _feed_in(fetch(other, timeout=timeout, trusted_host=typed), other)
        except ParseError:
            continue
        except FetchError as error:
            problem = error
    raise problem


def _feed_in(fetched: Fetched, address: str) -> tuple[str, Fetched, ParsedFeed]:
    """Return the feed that was sent, and the address to ask from now on."""
    parsed = parse(fetched.data, base_url=fetched.url, content_type=fetched.content_type)
    return fetched.permanent_url or address, fetched, parsed
