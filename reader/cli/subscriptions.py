"""``newsreader add``, ``remove`` and ``feeds``."""

from argparse import Namespace

from reader.cli.output import iso_time, local_time, print_columns, print_json, remark
from reader.cli.profile import find_feed, now, open_profile
from reader.cli.shapes import Shape
from reader.model import FeedRow
from reader.text import clean_line

_FEED_CELLS = 40
_FOLDER_CELLS = 20


def add(options: Namespace) -> int:
    """Subscribe to a feed, or to the feed that a page names."""
    from reader.subscribe import subscribe  # the parsers and the HTTP client

    with open_profile() as profile:
        known = {row.id for row in profile.store.feeds()}
        folder = clean_line(options.folder or "") or None
        feed = subscribe(profile.store, options.url, folder=folder, timeout=profile.config.timeout)
        row = find_feed(profile.store, feed.url)
    if feed.id in known:
        print(f"Already subscribed: {row.title} ({row.url})")
    else:
        print(f"Subscribed: {row.title} ({row.url}), entries: {row.entries}")
    return 0


def remove(options: Namespace) -> int:
    """Unsubscribe; bookmarks stay."""
    with open_profile() as profile:
        row = find_feed(profile.store, options.feed)
        profile.store.unsubscribe(row.id, now())
    print(f"Unsubscribed: {row.title} ({row.url})")
    return 0


def feeds(options: Namespace) -> int:
    """Print the subscriptions with what is unread and why they last failed."""
    with open_profile() as profile:
        rows = profile.store.feeds()
    if options.json:
        print_json([_shape(row) for row in rows])
        return 0
    if not rows:
        remark("No subscriptions yet: newsreader add URL")
    print_columns(
        [
            (str(row.id), _unread(row), row.folder or "", row.title, row.url, _state(row))
            for row in rows
        ],
        (None, None, _FOLDER_CELLS, _FEED_CELLS, None, None),
    )
    return 0


def _unread(row: FeedRow) -> str:
    return f"{row.unread}/{row.entries}"


def _state(row: FeedRow) -> str:
    if row.error:
        return f"failed: {row.error}"
    return local_time(row.fetched_at)


def _shape(row: FeedRow) -> Shape:
    return {
        "id": row.id,
        "title": row.title,
        "url": row.url,
        "folder": row.folder,
        "unread": row.unread,
        "entries": row.entries,
        "fetched": iso_time(row.fetched_at),
        "error": row.error,
    }
