"""The sample articles that ship: what a profile without subscriptions shows."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reader.model import ParsedEntry, ParsedFeed
from reader.paths import seeds
from reader.store import Store

SAMPLE_SCHEME: Final = "sample:"
"""What the addresses of the sample feeds begin with; the name of the file follows."""

_FOLDER: Final = "Samples"
_PAGES: Final = "pages"


def ensure_samples(store: Store) -> bool:
    """Fill a profile that never had a feed with the sample articles; return whether it was one."""
    if store.ever_had_feeds():
        return False
    now = int(time.time())
    for name, parsed in _samples(seeds() / "samples"):
        feed = store.add_feed(SAMPLE_SCHEME + name, folder=_FOLDER, now=now)
        store.save_parsed(feed.id, parsed, now=now)
    return True


def _samples(folder: Path) -> Iterator[tuple[str, ParsedFeed]]:
    """Yield the sample feeds with their names, those that are read fastest first."""
    from reader.parse import parse  # the parsers: not for a profile that has feeds

    files = sorted(folder.iterdir(), key=lambda path: (path.suffix != ".json", path.name))
    for path in files:
        if path.suffix in (".json", ".xml", ".rss", ".atom"):
            yield path.stem, parse(path.read_bytes())
    pages = tuple(_page(path) for path in files if path.suffix == ".html")
    if pages:
        yield _PAGES, ParsedFeed(title="Web pages (sample)", entries=pages)


def _page(path: Path) -> ParsedEntry:
    """Return a page as an entry."""
    from reader.article import extract_page

    page = extract_page(path.read_bytes())
    return ParsedEntry(
        guid=page.link or path.name,
        title=page.title,
        link=page.link,
        authors=(page.byline,) if page.byline else (),
        published=page.published,
        content_html=page.html,
        language=page.language,
    )
