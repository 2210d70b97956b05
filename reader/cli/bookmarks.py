"""``newsreader bookmark`` and ``newsreader bookmarks``."""

from argparse import Namespace
from dataclasses import replace

from reader.cli.entries import all_rows, no_entry
from reader.cli.inputs import is_url
from reader.cli.output import iso_time, local_time, print_columns, print_json, remark
from reader.cli.profile import now, number, open_profile
from reader.cli.shapes import Shape
from reader.model import BookmarkRow
from reader.samples import ensure_samples
from reader.store import Store
from reader.text import clean_line

_FEED_CELLS = 20


def bookmark(options: Namespace) -> int:
    """Keep the article of an entry, or of a page by its address; once is enough."""
    with open_profile() as profile:
        store = profile.store
        ensure_samples(store)
        before = set(store.bookmarks())
        target = clean_line(options.target)
        if is_url(target):
            bookmark_id = _bookmark_url(store, target, profile.config.timeout)
        else:
            bookmark_id = _bookmark_entry(store, number(target), target)
        row = store.bookmark_rows([bookmark_id])[0]
    known = bookmark_id in before
    print(f"{'Already bookmarked' if known else 'Bookmarked'}: {row.id} {row.title}")
    return 0


def _bookmark_entry(store: Store, entry_id: int | None, wanted: str) -> int:
    entry = None if entry_id is None else store.entry(entry_id)
    if entry is None:
        raise no_entry(wanted)
    from reader.article import entry_article  # the HTML parser

    return store.add_bookmark(
        entry.id,
        article=entry_article(entry),
        content_html=entry.content_html,
        feed=entry.feed_title,
        authors=entry.authors,
        quotation=None,
        source=None,
        now=now(),
    )


def _bookmark_url(store: Store, url: str, timeout: float) -> int:
    """Bookmark the entry that leads to this address, or else the page, fetched now."""
    entry_id = next((row.id for row in all_rows(store) if row.link == url), None)
    if entry_id is not None:
        return _bookmark_entry(store, entry_id, url)
    known = store.bookmark_of(None, None, link=url)
    return _bookmark_page(store, url, timeout) if known is None else known


def _bookmark_page(store: Store, url: str, timeout: float) -> int:
    from reader.article.html import article_html
    from reader.article.pages import PageReader  # the HTML parser
    from reader.fetch import Fetched, fetch, host_of  # the HTTP client

    fetched = fetch(url, timeout=timeout, trusted_host=host_of(url))
    assert isinstance(fetched, Fetched)  # noqa: S101 - nothing was asked conditionally
    with PageReader() as pages:
        article = pages(fetched.data, url=fetched.url, content_type=fetched.content_type)
    article = replace(article, link=url)
    return store.add_bookmark(
        None,
        article=article,
        content_html=article_html(article),
        feed=article.site or "",
        authors=(article.byline,) if article.byline else (),
        quotation=None,
        source=None,
        now=now(),
    )


def list_bookmarks(options: Namespace) -> int:
    """Print the bookmarks, newest first."""
    with open_profile() as profile:
        rows = profile.store.bookmark_rows(profile.store.bookmarks())
    if options.json:
        print_json([_shape(row) for row in rows])
        return 0
    if not rows:
        remark("No bookmarks yet: newsreader bookmark ENTRY")
    print_columns(
        [
            (str(row.id), local_time(row.created), row.feed, _title(row), " ".join(row.tags))
            for row in rows
        ],
        (None, None, _FEED_CELLS, 60, None),
    )
    return 0


def _title(row: BookmarkRow) -> str:
    return row.title if row.quotation is None else f"{row.title}: {row.quotation}"


def _shape(row: BookmarkRow) -> Shape:
    return {
        "id": row.id,
        "title": row.title,
        "link": row.link,
        "feed": row.feed,
        "quotation": row.quotation,
        "note": row.note,
        "tags": list(row.tags),
        "created": iso_time(row.created),
    }
