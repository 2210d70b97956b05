"""Bookmarks of articles and passages, each with its own copy of all it shows."""

import json
from array import array
from collections.abc import Sequence
from typing import Any

from reader.errors import NotFoundError
from reader.model import Article, Bookmark, BookmarkRow, TextQuote
from reader.store.statuses import Statuses
from reader.text import text_hash

_SELECTOR = ("exact", "prefix", "suffix", "start", "end", "text_hash")
_TAGS = """
    (SELECT json_group_array(tag) FROM
        (SELECT tag FROM bookmark_tags WHERE bookmark_id = b.id ORDER BY position))
"""
_BOOKMARK = f"""
    SELECT b.id, b.entry_id, b.title, b.link, b.feed, b.authors, b.published, b.content_html,
        b.text, b.text_hash, b.source, b.note, {_TAGS} AS tags, b.created,
        {", ".join(f"b.quote_{name}" for name in _SELECTOR)}
    FROM bookmarks AS b
    WHERE b.id = ? AND b.removed_at IS NULL
"""  # noqa: S608 - made of our own words only
_BOOKMARK_ROWS = f"""
    SELECT b.id, b.entry_id, b.title, b.link, b.feed, b.authors, b.published,
        b.quote_exact AS quotation, b.source, b.note, {_TAGS} AS tags, b.created
    FROM json_each(?) AS wanted
    CROSS JOIN bookmarks AS b ON b.id = wanted.value AND b.removed_at IS NULL
    ORDER BY wanted.key
"""  # noqa: S608 - made of our own words only
# The same article: the entry, or without one the address, or without that the text. The same
# passage: its words and what stands around them, for its place moves when the text changes.
_SAME = """
    SELECT id FROM bookmarks
    WHERE entry_id IS :entry_id
        AND (entry_id IS NOT NULL OR link IS :link AND (link IS NOT NULL OR text_hash = :text_hash))
        AND quote_exact IS :quote_exact AND quote_prefix IS :quote_prefix
        AND quote_suffix IS :quote_suffix
"""
_ADD = """
    INSERT INTO bookmarks (entry_id, created, title, link, feed, authors, published, source,
        text_hash, text, content_html, quote_exact, quote_prefix, quote_suffix, quote_start,
        quote_end, quote_text_hash)
    VALUES (:entry_id, :now, :title, :link, :feed, :authors, :published, :source,
        :text_hash, :text, :content_html, :quote_exact, :quote_prefix, :quote_suffix, :quote_start,
        :quote_end, :quote_text_hash)
"""


class Bookmarks(Statuses):
    """The tables ``bookmarks`` and ``bookmark_tags``.

    A bookmark of an entry's whole article is its status ``starred`` as well, set and cleared in
    the same transaction.
    """

    def add_bookmark(  # noqa: PLR0913 - all that a bookmark copies, each by its name
        self,
        entry_id: int | None,
        *,
        article: Article,
        content_html: str,
        feed: str,
        authors: Sequence[str],
        quotation: TextQuote | None,
        source: str | None,
        now: int,
    ) -> int:
        """Bookmark an article or a passage of it.

        The same passage of the same article is the same bookmark: it stays as it was made,
        with its note and tags, and comes back if it was removed.

        Args:
            entry_id: The entry it is made on, or None.
            article: What is copied: title, link, date, text.
            content_html: The HTML that the article was made from.
            feed: The feed's title.
            authors: Who wrote it.
            quotation: The passage, or None for the whole article.
            source: Whom the passage is attributed to.
            now: Seconds since 1970, UTC.

        Returns:
            The bookmark's id.

        Raises:
            NotFoundError: There is no such entry.
        """
        values = _selector(quotation) | {
            "entry_id": entry_id,
            "now": now,
            "title": article.title,
            "link": article.link,
            "feed": feed,
            "authors": json.dumps(list(authors), ensure_ascii=False),
            "published": article.published,
            "source": source,
            "text_hash": text_hash(article.text),
            "text": article.text,
            "content_html": content_html,
        }
        with self._transaction():
            if not self._known(entry_id):
                raise NotFoundError(f"there is no entry {entry_id}")
            same = self._row(_SAME, values)
            bookmark_id: Any = same[0] if same else self._run(_ADD, values).lastrowid
            self._set_removed(bookmark_id, None, now)
        return int(bookmark_id)

    def remove_bookmark(self, bookmark_id: int, *, now: int) -> None:
        """Remove a bookmark; ``restore_bookmark`` brings it back with note and tags.

        Raises:
            NotFoundError: There is no such bookmark.
        """
        with self._transaction():
            self._set_removed(bookmark_id, now, now)

    def restore_bookmark(self, bookmark_id: int, *, now: int) -> None:
        """Undo ``remove_bookmark``.

        Raises:
            NotFoundError: There is no such bookmark.
        """
        with self._transaction():
            self._set_removed(bookmark_id, None, now)

    def edit_bookmark(self, bookmark_id: int, *, note: str, tags: Sequence[str], now: int) -> None:
        """Set a bookmark's note and tags; a tag given twice counts once.

        Raises:
            NotFoundError: There is no such bookmark, or it was removed.
        """
        sql = "UPDATE bookmarks SET note = ?, edited_at = ? WHERE id = ? AND removed_at IS NULL"
        with self._transaction():
            if self._run(sql, (note, now, bookmark_id)).rowcount == 0:
                raise NotFoundError(f"there is no bookmark {bookmark_id}")
            self._run("DELETE FROM bookmark_tags WHERE bookmark_id = ?", (bookmark_id,))
            for position, tag in enumerate(dict.fromkeys(tags)):
                self._run(
                    "INSERT INTO bookmark_tags VALUES (?, ?, ?)", (bookmark_id, position, tag)
                )

    def bookmark(self, bookmark_id: int) -> Bookmark | None:
        """Return a bookmark with its copy of the article; None where there is none."""
        row = self._row(_BOOKMARK, (bookmark_id,))
        if row is None:
            return None
        fields = _typed(row)
        selector = [fields.pop(f"quote_{name}") for name in _SELECTOR]
        return Bookmark(**fields, quotation=None if selector[0] is None else TextQuote(*selector))

    def bookmarks(self) -> "array[int]":
        """Return the ids of all bookmarks, of articles and of passages, the newest first."""
        sql = "SELECT id FROM bookmarks WHERE removed_at IS NULL ORDER BY created DESC, id DESC"
        return self._ids(sql)

    def bookmark_rows(self, ids: Sequence[int]) -> list[BookmarkRow]:
        """Return what a list shows of these bookmarks, in their order; unknown ids are left out."""
        rows = self._rows(_BOOKMARK_ROWS, (json.dumps(list(ids)),))
        return [BookmarkRow(**_typed(row)) for row in rows]

    def bookmark_of(
        self, entry_id: int | None, quotation: TextQuote | None, *, link: str | None = None
    ) -> int | None:
        """Return the bookmark of an article or of a passage of it, None where there is none.

        Args:
            entry_id: The entry, or None for what is read without a subscription.
            quotation: The passage, or None for the whole article.
            link: The article's address, which tells it where there is no entry.
        """
        values = _selector(quotation) | {"entry_id": entry_id, "link": link, "text_hash": ""}
        row = self._row(f"{_SAME} AND removed_at IS NULL", values)
        return row[0] if row else None

    def _known(self, entry_id: int | None) -> bool:
        sql = "SELECT 1 FROM identities WHERE id = ?"
        return entry_id is None or self._row(sql, (entry_id,)) is not None

    def _set_removed(self, bookmark_id: int, removed_at: int | None, now: int) -> None:
        """Remove or bring back a bookmark and set the status that goes with it."""
        sql = "SELECT entry_id, quote_exact FROM bookmarks WHERE id = ?"
        row = self._row(sql, (bookmark_id,))
        if row is None:
            raise NotFoundError(f"there is no bookmark {bookmark_id}")
        self._run("UPDATE bookmarks SET removed_at = ? WHERE id = ?", (removed_at, bookmark_id))
        entry_id, exact = row
        if entry_id is not None and exact is None:
            self._set_status("starred", [entry_id], removed_at is None, now)


def _typed(row: Any) -> dict[str, Any]:
    lists = {name: tuple(json.loads(row[name])) for name in ("authors", "tags")}
    return dict(row) | lists


def _selector(quotation: TextQuote | None) -> dict[str, Any]:
    return {f"quote_{name}": getattr(quotation, name, None) for name in _SELECTOR}
