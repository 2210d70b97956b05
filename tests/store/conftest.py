from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.model import Feed, ParsedEntry, ParsedFeed
from reader.store import Store

Fill = Callable[..., Feed]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reader.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path) as store:
        yield store
        assert store.check() == []


@pytest.fixture
def fill(store: Store) -> Fill:
    """Subscribe to a feed whose entries g0, g1... came at the time 1000, the newest first."""

    def fill(url: str = "https://a.example/", entries: int = 3, folder: str | None = None) -> Feed:
        feed = store.add_feed(url, folder=folder, now=1000)
        parsed = ParsedFeed(
            "A feed",
            entries=tuple(
                ParsedEntry(f"g{i}", f"Title {i}", published=900 - i, content_html=f"<p>{i}")
                for i in range(entries)
            ),
        )
        store.save_parsed(feed.id, parsed, now=1000)
        return feed

    return fill
