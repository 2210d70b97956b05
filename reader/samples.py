"""The sample articles that ship: what a profile without subscriptions shows."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reader.model import ParsedFeed
from reader.paths import seeds
from reader.store import Store

SAMPLE_SCHEME: Final = "sample:"
"""What the addresses of the sample feeds begin with; the name of the file follows."""

_FOLDER: Final = "Samples"
_STATE: Final = "samples"
"""The name under which the store keeps how far the samples came."""
_BEGUN: Final = "begun"
_DONE: Final = "done"


def ensure_samples(store: Store, *, quick: bool = False) -> bool:
    """Fill a profile that never had a feed with the sample articles; return whether it did.

    Args:
        store: The profile's.
        quick: Only those that are read without the slow parsers, so that a first list can be
            shown; the next call brings the others.
    """
    state = store.get_state(_STATE)
    if state == _DONE or (state is None and store.ever_had_feeds()):
        return False
    now = int(time.time())
    for name, parsed in _samples(seeds() / "samples", quick=quick):
        feed = store.add_feed(SAMPLE_SCHEME + name, folder=_FOLDER, now=now)
        store.save_parsed(feed.id, parsed, now=now)
    store.set_state(_STATE, _BEGUN if quick else _DONE)
    return True


def is_sample(url: str) -> bool:
    """Tell whether a feed ships with the reader, and stands on no server."""
    return url.startswith(SAMPLE_SCHEME)


def retire_samples(store: Store) -> None:
    """Take the samples out of the lists: there is a subscription of the user's own now.

    Bookmarks made on them stay.
    """
    store.set_state(_STATE, _DONE)
    for row in store.feeds():
        if is_sample(row.url):
            store.unsubscribe(row.id, now=int(time.time()))


def _samples(folder: Path, *, quick: bool) -> Iterator[tuple[str, ParsedFeed]]:
    """Yield the sample feeds with their names, those that are read fastest first or alone."""
    from reader.parse import parse  # the parsers: not for a profile that has feeds

    files = sorted(folder.iterdir(), key=lambda path: (path.suffix != ".json", path.name))
    for path in files:
        if quick and path.suffix != ".json":
            return
        yield path.stem, parse(path.read_bytes())
