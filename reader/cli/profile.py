"""The user's own: settings and database, and what a command names in it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reader.config import Config, load_config
from reader.errors import NotFoundError
from reader.model import FeedRow
from reader.paths import user_paths
from reader.store import Store

_LARGEST = 2**63 - 1
"""The largest number that SQLite keeps as an integer."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The settings, and the open database."""

    config: Config
    store: Store


@contextmanager
def open_profile() -> Iterator[Profile]:
    """Read the settings, then open the database, which is made where there is none.

    Raises ConfigError or StoreError.
    """
    paths = user_paths()
    config = load_config(paths.config_file)
    with Store(paths.database) as store:
        yield Profile(config, store)


def now() -> int:
    """Return the time in whole seconds UTC."""
    return int(time.time())


def number(text: str) -> int | None:
    """Return the number that the text is, as the lists show it, or None."""
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(_LARGEST))):
        return None
    return value if (value := int(text)) <= _LARGEST else None


def find_feed(store: Store, wanted: str) -> FeedRow:
    """Return the subscription of that number, address or title.

    Raises NotFoundError where there is none, or several of one title.
    """
    rows = store.feeds()
    by_key = [row for row in rows if row.url == wanted or row.id == number(wanted)]
    by_title = [row for row in rows if row.title.casefold() == wanted.casefold()]
    found = by_key or by_title
    if not found:
        raise NotFoundError(f"no subscription {wanted!r}; 'newsreader feeds' lists them")
    if len(found) > 1:
        numbers = ", ".join(str(row.id) for row in found)
        raise NotFoundError(f"several subscriptions are {wanted!r}; say which: {numbers}")
    return found[0]
