"""Subscriptions, and what happened when they were fetched."""

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from reader.errors import NotFoundError
from reader.model import Feed, FeedRow, Pace
from reader.store.database import Database

_NEVER = 2**63 - 1
_FEED = """
    SELECT id, url, name AS title, link, folder, language, etag, last_modified, fetched_at,
        error, trusted_host, due_at, failures, gone_at, pace
    FROM feeds
"""
_FEED_ROWS = """
    SELECT id, url, name AS title, folder, fetched_at, error, due_at, failures, gone_at, link,
        language, coalesce(unread.number, 0) AS unread, coalesce(kept.number, 0) AS entries
    FROM feeds
    LEFT JOIN (
        SELECT feed_id, count(*) AS number FROM entries INDEXED BY entries_unread_of_feed
        WHERE shown = 1 AND read = 0 GROUP BY feed_id
    ) AS unread ON unread.feed_id = feeds.id
    LEFT JOIN (
        SELECT feed_id, count(*) AS number FROM entries INDEXED BY entries_of_feed
        WHERE shown = 1 GROUP BY feed_id
    ) AS kept ON kept.feed_id = feeds.id
    WHERE unsubscribed_at IS NULL
"""


class Feeds(Database):
    """The table ``feeds``."""

    def add_feed(
        self,
        url: str,
        *,
        title: str = "",
        folder: str | None = None,
        trusted: bool = False,
        now: int,
    ) -> Feed:
        """Subscribe to a feed.

        A known address is the same feed, subscribed again, with its entries and their
        statuses, due at once; a title or folder that is given then takes the place of the
        earlier one.

        Args:
            url: The feed's address.
            title: What the user calls it; empty for what it calls itself.
            folder: The folder it goes to, None for none.
            trusted: The user typed its host, which may then be in the user's own network;
                that it moves elsewhere does not change which host was typed.
            now: Seconds since 1970, UTC.
        """
        host = urlsplit(url).hostname if trusted else None
        with self._transaction():
            self._run(
                """
                INSERT INTO feeds (url, own_title, folder, trusted_host, added_at)
                VALUES (?, nullif(?, ''), ?, ?, ?)
                ON CONFLICT (url) DO UPDATE SET
                    own_title = coalesce(excluded.own_title, own_title),
                    folder = coalesce(excluded.folder, folder),
                    trusted_host = coalesce(excluded.trusted_host, trusted_host),
                    unsubscribed_at = NULL, due_at = 0, failures = 0, gone_at = NULL
                """,
                (url, title, folder, host, now),
            )
            return _feed(self._row(f"{_FEED} WHERE url = ?", (url,)))

    def edit_feed(
        self, feed_id: int, *, title: str | None = None, folder: str | None = None
    ) -> None:
        """Set what the user calls a feed, and its folder; None leaves it, "" takes it away.

        Raises:
            NotFoundError: There is no such feed.
        """
        wanted = {"own_title": title, "folder": folder}
        values = {column: text or None for column, text in wanted.items() if text is not None}
        if values:
            self._change_feed(feed_id, **values)

    def own_names(self, feed_id: int) -> tuple[str, str]:
        """Return what the user calls a feed, and its folder; "" where there is none.

        Raises:
            NotFoundError: There is no such feed.
        """
        row = self._row("SELECT own_title, folder FROM feeds WHERE id = ?", (feed_id,))
        if row is None:
            raise NotFoundError(f"there is no feed {feed_id}")
        return row[0] or "", row[1] or ""

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
        return _feed(row) if row else None

    def feed_by_url(self, url: str) -> Feed | None:
        """Return the subscription with this address, None where there is none."""
        row = self._row(f"{_FEED} WHERE url = ? AND unsubscribed_at IS NULL", (url,))
        return _feed(row) if row else None

    def feeds_to_ask(self, now: int | None = None) -> list[Feed]:
        """Return the subscriptions that are not gone for good, those due longest first.

        Args:
            now: Only those that are due by then, in seconds since 1970, UTC.
        """
        rows = self._rows(
            f"{_FEED} WHERE unsubscribed_at IS NULL AND gone_at IS NULL AND due_at <= ? "
            "ORDER BY due_at, id",
            (_NEVER if now is None else now,),
        )
        return [_feed(row) for row in rows]

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

    def together(self) -> AbstractContextManager[None]:
        """Keep what the block keeps in one transaction: all of it or nothing."""
        return self._transaction(durable=False)

    def save_not_modified(  # noqa: PLR0913 - what came with the answer, each by its name
        self,
        feed_id: int,
        *,
        now: int,
        etag: str | None = None,
        last_modified: str | None = None,
        url: str | None = None,
        due_at: int = 0,
    ) -> None:
        """Keep that a feed answered and had nothing new.

        Args:
            feed_id: The feed.
            now: Seconds since 1970, UTC.
            etag: The answer's ETag; None leaves the one before.
            last_modified: The answer's Last-Modified; None leaves the one before.
            url: The feed's new address, as in ``save_parsed``.
            due_at: When to ask again.

        Raises:
            NotFoundError: There is no such feed.
        """
        validators = {"etag": etag, "last_modified": last_modified}
        with self._transaction(durable=False):
            self._update_feed(
                feed_id,
                **{name: value for name, value in validators.items() if value},
                fetched_at=now,
                failed_at=None,
                error=None,
                failures=0,
                gone_at=None,
                due_at=due_at,
            )
            self._move_feed(feed_id, url)

    def save_error(
        self, feed_id: int, message: str, *, now: int, due_at: int = 0, gone: bool = False
    ) -> None:
        """Keep why a feed could not be refreshed, in words; what it said before stays.

        Args:
            feed_id: The feed.
            message: Why, in one line.
            now: Seconds since 1970, UTC.
            due_at: When to ask again.
            gone: Its server says that it is gone for good: it is no longer due.

        Raises:
            NotFoundError: There is no such feed.
        """
        sql = """
            UPDATE feeds SET failed_at = :now, error = :message, failures = failures + 1,
                due_at = :due_at, gone_at = iif(:gone, coalesce(gone_at, :now), gone_at)
            WHERE id = :feed_id
        """
        values = {"now": now, "message": message, "due_at": due_at, "gone": gone}
        with self._transaction(durable=False):
            self._run_on_feed(sql, feed_id, values)

    def postpone(self, feed_id: int, due_at: int) -> None:
        """Ask a feed later than it was due; nothing is said of it."""
        with self._transaction(durable=False):
            self._update_feed(feed_id, due_at=due_at)

    def _change_feed(self, feed_id: int, **values: Any) -> None:
        with self._transaction():
            self._update_feed(feed_id, **values)

    def _update_feed(self, feed_id: int, **values: Any) -> None:
        columns = ", ".join(f"{column} = :{column}" for column in values)
        sql = f"UPDATE feeds SET {columns} WHERE id = :feed_id"  # noqa: S608 - our own names
        self._run_on_feed(sql, feed_id, values)

    def _move_feed(self, feed_id: int, url: str | None) -> None:
        """Give a feed its new address, if any; kept out where another feed has it."""
        if url:
            self._run("UPDATE OR IGNORE feeds SET url = ? WHERE id = ?", (url, feed_id))

    def _run_on_feed(self, sql: str, feed_id: int, values: Mapping[str, Any]) -> None:
        if self._run(sql, {**values, "feed_id": feed_id}).rowcount == 0:
            raise NotFoundError(f"there is no feed {feed_id}")


def _feed(row: Any) -> Feed:
    told: dict[str, Any] = json.loads(row["pace"])
    for name in ("skip_hours", "skip_days"):
        told[name] = tuple(told.get(name, ()))
    return Feed(**{**dict(row), "pace": Pace(**told)})


def pace_json(pace: Pace) -> str:
    """Return a pace as the table keeps it: only what was told."""
    return json.dumps({name: value for name, value in asdict(pace).items() if value})
