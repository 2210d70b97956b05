"""``newsreader add``, ``remove`` and ``feeds``."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from shlex import quote
from typing import TYPE_CHECKING

from reader.cli.output import (
    is_terminal,
    iso_time,
    local_time,
    print_columns,
    print_json,
    remark,
)
from reader.cli.profile import Profile, find_feed, now, open_profile
from reader.cli.shapes import Shape
from reader.errors import UsageError
from reader.model import FeedRow
from reader.text import clean_line

if TYPE_CHECKING:
    from reader.discover import FoundFeed

_FEED_CELLS = 40
_FOLDER_CELLS = 20
_FOUND = {
    "typed": "at the address",
    "named": "named by the page",
    "linked": "linked by the page",
    "habit": "habit of the site",
    "guessed": "a usual place",
}
"""How a feed was come by, in words."""


def add(options: Namespace) -> int:
    """Subscribe to a feed, or to the likeliest that a page leads to; or list what there is."""
    if options.json and not options.list:
        raise UsageError("add: --json goes with --list")
    with open_profile() as profile:
        if options.list:
            _list_found(profile, options)
        else:
            _subscribe(profile, options)
    return 0


def _subscribe(profile: Profile, options: Namespace) -> None:
    from reader.subscribe import subscribe  # the parsers and the HTTP client

    folder = clean_line(options.folder or "") or None
    feed, new, others = subscribe(
        profile.store,
        options.url,
        folder=folder,
        timeout=profile.config.timeout,
        feeds=profile.config.feeds,
    )
    row = find_feed(profile.store, feed.url)
    if not new:
        print(f"Already subscribed: {row.title} ({row.url})")
        return
    print(f"Subscribed: {row.title} ({row.url}), entries: {row.entries}")
    if is_terminal(sys.stdout):
        _name_others(others)


def _name_others(others: Iterable["FoundFeed"]) -> None:
    """Tell which feeds might as well have been meant; of comments one knows."""
    equal = [other for other in others if not other.aside]
    if equal:
        print("The address leads to other feeds, too. To subscribe to one of them:")
    for other in equal:
        print(f"  newsreader add {quote(other.url)}  # {other.title}")


def _list_found(profile: Profile, options: Namespace) -> None:
    """Print the feeds that an address leads to."""
    from reader.discover import find_feeds  # the parsers and the HTTP client

    config = profile.config
    found = find_feeds(options.url, timeout=config.timeout, feeds=config.feeds)
    known = {row.url for row in profile.store.feeds()}
    if options.json:
        print_json([_found_shape(one, one.url in known) for one in found])
        return
    print_columns(
        [
            (
                one.title,
                one.kind,
                f"entries: {len(one.feed.entries)}",
                "subscribed" if one.url in known else _FOUND[one.place],
                one.url,
                _latest(one),
            )
            for one in found
        ],
        (_FEED_CELLS, None, None, None, None, None),
    )


def _latest(found: "FoundFeed") -> str:
    latest = found.latest
    return f"{local_time(latest.published)} {latest.title}".strip() if latest else ""


def _found_shape(found: "FoundFeed", subscribed: bool) -> Shape:
    latest = found.latest
    return {
        "url": found.url,
        "title": found.title,
        "kind": found.kind,
        "entries": len(found.feed.entries),
        "latest": latest and {"title": latest.title, "published": iso_time(latest.published)},
        "found": found.place,
        "main": not found.aside,
        "subscribed": subscribed,
    }


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
