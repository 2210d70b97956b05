"""Saved queries that tell of what is new."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from reader.errors import QueryError
from reader.query import parse_query
from reader.store import Store


class News(NamedTuple):
    """What came that a saved query asks for."""

    name: str
    """The query's."""
    titles: Sequence[str]
    """Of the entries, the newest first; not empty."""

    @property
    def text(self) -> str:
        """The first title, and how many more there are."""
        more = len(self.titles) - 1
        return f"{self.titles[0]} (and {more} more)" if more else self.titles[0]


def news_of(store: Store, ids: Sequence[int], now: datetime) -> list[News]:
    """Return what saved queries that tell of it find among entries that came just now.

    What is known only once an article was analysed (``said:``, ``quotes:``) is not known yet.

    Args:
        store: Where both are.
        ids: The entries.
        now: The time, with the time zone that days are counted in.
    """
    found = []
    for saved in store.saved_queries():
        if not (saved.notify and ids):
            continue
        try:
            query = parse_query(saved.query, now)
        except QueryError:  # of a field that there is no more
            continue
        if rows := store.entry_rows(store.among(query, ids)):
            found.append(News(saved.name, [row.title or "(no title)" for row in rows]))
    return found
