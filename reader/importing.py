"""Subscriptions from files: OPML and newsboat's, with what was read there."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reader.errors import NotFoundError, ParseError
from reader.outlines import LeftOut, Outline, folder_name, parse_outlines
from reader.samples import retire_samples
from reader.store import Store
from reader.store.newsboat import read_in_newsboat

_LARGEST = 32 * 1024 * 1024
"""Bytes of a file that lists subscriptions."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    added: tuple[Outline, ...]
    feed_ids: tuple[int, ...]
    """Of those, in their order; none where nothing was to be kept."""
    known: int
    """How many there were already, or came twice."""
    left_out: tuple[LeftOut, ...]


def read_outlines(path: Path) -> bytes:
    """Return what a file holds that lists subscriptions.

    Raises NotFoundError where it cannot be read, ParseError where it is too large.
    """
    try:
        if not path.is_file():
            raise NotFoundError(f"{path}: there is no such file")
        if path.stat().st_size > _LARGEST:
            raise ParseError(f"{path} is too large for a list of subscriptions")
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise NotFoundError(f"{path}: {reason}") from None


def import_feeds(store: Store, data: bytes, *, now: int, dry_run: bool = False) -> Imported:
    """Subscribe to the feeds that a file lists; nothing is fetched.

    Args:
        store: Where they are kept.
        data: The file: OPML, or lines as newsboat's.
        now: Seconds UTC.
        dry_run: Only tell what would be done.

    Raises:
        ParseError: The file is neither.
    """
    outlines = parse_outlines(data)
    known = {row.url for row in store.feeds()}
    added = _once_each(outline for outline in outlines.feeds if outline.url not in known)
    ids = () if dry_run else tuple(_subscribe(store, outline, now) for outline in added)
    if ids:
        retire_samples(store)
    return Imported(tuple(added), ids, len(outlines.feeds) - len(added), outlines.left_out)


def _subscribe(store: Store, outline: Outline, now: int) -> int:
    # An address for a title means that the file names none: the feed's own is better.
    title = "" if outline.title == outline.url else outline.title
    folder = folder_name(outline.folder)
    return store.add_feed(outline.url, title=title, folder=folder, trusted=True, now=now).id


def _once_each(outlines: Iterable[Outline]) -> list[Outline]:
    """Leave out feeds that came before: many files list one in several folders."""
    first: dict[str, Outline] = {}
    for outline in outlines:
        first.setdefault(outline.url, outline)
    return list(first.values())


def take_read(store: Store, path: Path, *, now: int, dry_run: bool = False) -> int:
    """Mark what was read in newsboat, also what has not come yet; return how much that is.

    Raises NotFoundError or ParseError where ``path`` is no database of newsboat's.
    """
    guids: defaultdict[str, list[str]] = defaultdict(list)
    for url, guid in read_in_newsboat(path):
        guids[url].append(guid)
    if dry_run:
        return sum(map(len, guids.values()))
    feeds = {row.url: row.id for row in store.feeds()}
    return sum(
        len(store.expect_read(feeds[url], read, now=now))
        for url, read in guids.items()
        if url in feeds
    )


def newsboat_urls() -> Path | None:
    """Return the user's list of feeds in newsboat, None where there is none."""
    return next((folder / "urls" for folder in _newsboat() if (folder / "urls").is_file()), None)


def newsboat_cache(urls: Path) -> Path | None:
    """Return the database that belongs to a list of feeds of newsboat's, None where none does."""
    if urls.name != "urls":
        return None
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "newsboat"
    places = [urls.parent, data] if urls.parent in _newsboat() else [urls.parent]
    return next((one / "cache.db" for one in places if (one / "cache.db").is_file()), None)


def _newsboat() -> tuple[Path, Path]:
    """Return where newsboat looks for its files."""
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path.home() / ".newsboat", Path(config) / "newsboat"
