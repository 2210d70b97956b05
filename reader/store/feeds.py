"""Subscriptions, and what happened when they were fetched."""

from typing import Any

from reader.errors import NotFoundError
from reader.model import Feed, FeedRow
from reader.store.database import Database

_FEED = """
    SELECT id, url, name AS title, link, folder, language, etag, last_modified, fetched_at, error
    FROM feeds
"""
_FEED_ROWS = """
    SELECT id, url, name AS title, folder, fetched_at, error,
        (SELECT count(*) FROM entries INDEXED BY entries_unread_of_feed
            WHERE feed_id = feeds.id AND shown = 1 AND read = 0) AS unread,
        (SELECT count(*) FROM entries WHERE feed_id = feeds.id AND shown = 1) AS entries
    FROM feeds
    WHERE unsubscribed_at IS NULL
"""


class Feeds(Database):
    """The table ``feeds``."""

    def add_feed(self, url: str, *, title: str = "", folder: str | None = None, now: int) -> Feed:
        """Subscribe to a feed.

        A known address is the same feed, subscribed again, with its entries and their
        statuses; a title or folder that is given then takes the place of the earlier one.

        Args:
            url: The feed's address.
            title: What the user calls it; empty for what it calls itself.
            folder: The folder it goes to, None for none.
            now: Seconds since 1970, UTC.
        """
        with self._transaction():
            self._run(
                """
                INSERT INTO feeds (url, own_title, folder, added_at)
                VALUES (?, nullif(?, ''), ?, ?)
                ON CONFLICT (url) DO UPDATE SET
                    own_title = coalesce(excluded.own_title, own_title),
                    folder = coalesce(excluded.folder, folder),
                    unsubscribed_at = NULL
                """,
                (url, title, folder, now),
            )
            return Feed(**self._row(f"{_FEED} WHERE url = ?", (url,)))

    def edit_feed(self, feed_id: int, *, title: str, folder: str | None) -> None:
        """Set what the user calls a feed (empty: what it calls itself) and its folder."""
        self._change_feed(feed_id, own_title=title or None, folder=folder)

    def feeds(self) -> list[FeedRow]:
        """Return the subscriptions by folder and title; those without a folder come last."""
        rows = [FeedRow(**row) for row in self._rows(_FEED_ROWS)]
        return sorted(
            rows,
            key=lambda row: (
                row.folder is None,
                (row.folder or "").casefold(),
                row.folder or "",
                row.title.casefold(),
                row.id,
            ),
        )

    def feed(self, feed_id: int) -> Feed | None:
        """Return a feed, also one that is no longer subscribed; None where there is none."""
        row = self._row(f"{_FEED} WHERE id = ?", (feed_id,))
        return Feed(**row) if row else None

    def feed_by_url(self, url: str) -> Feed | None:
        """Return the subscription with this address, None where there is none."""
        row = self._row(f"{_FEED} WHERE url = ? AND unsubscribed_at IS NULL", (url,))
        return Feed(**row) if row else None

    def unsubscribe(self, feed_id: int, now: int) -> None:
        """End a subscription. Its entries leave every view but stay, as do bookmarks.

        Raises:
            NotFoundError: There is no such feed.
        """
        self._change_feed(feed_id, unsubscribed_at=now)

    def resubscribe(self, feed_id: int) -> None:
        """Undo ``unsubscribe``.

        Raises:
            NotFoundError: There is no such feed.
        """
        self._change_feed(feed_id, unsubscribed_at=None)

    def ever_had_feeds(self) -> bool:
        """Return whether anything was ever subscribed to, even if it no longer is."""
        return self._row("SELECT 1 FROM feeds LIMIT 1") is not None

    def save_not_modified(self, feed_id: int, *, now: int) -> None:
        """Keep that a feed answered and had nothing new.

        Raises:
            NotFoundError: There is no such feed.
        """
        self._change_feed(feed_id, durable=False, fetched_at=now, failed_at=None, error=None)

    def save_error(self, feed_id: int, message: str, *, now: int) -> None:
        """Keep why a feed could not be refreshed, in words; what it said before stays.

        Raises:
            NotFoundError: There is no such feed.
        """
        self._change_feed(feed_id, durable=False, failed_at=now, error=message)

    def _change_feed(self, feed_id: int, *, durable: bool = True, **values: Any) -> None:
        with self._transaction(durable=durable):
            self._update_feed(feed_id, **values)

    def _update_feed(self, feed_id: int, **values: Any) -> None:
        columns = ", ".join(f"{column} = :{column}" for column in values)
        sql = f"UPDATE feeds SET {columns} WHERE id = :feed_id"  # noqa: S608 - our own names
        if self._run(sql, {**values, "feed_id": feed_id}).rowcount == 0:
            raise NotFoundError(f"there is no feed {feed_id}")
