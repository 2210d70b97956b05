from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.article import entry_article
from reader.model import View
from reader.paths import seeds
from reader.samples import SAMPLE_SCHEME, ensure_samples
from reader.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data" / "reader.db") as store:
        yield store


def test_an_empty_profile_gets_every_sample_once(store: Store) -> None:
    assert ensure_samples(store)
    rows = store.feeds()
    names = {path.stem for path in (seeds() / "samples").iterdir()}
    assert {row.url for row in rows} == {SAMPLE_SCHEME + name for name in names}
    assert {row.folder for row in rows} == {"Samples"}
    assert all(row.title and row.entries for row in rows)
    assert not ensure_samples(store)
    assert store.feeds() == rows


def test_every_sample_can_be_read(store: Store) -> None:
    ensure_samples(store)
    for entry_id in store.entry_ids(View("all")):
        entry = store.entry(entry_id)
        assert entry
        assert entry.title
        assert len(entry_article(entry).text) > 50


def test_who_ever_had_a_feed_gets_none(store: Store) -> None:
    feed = store.add_feed("https://coast.example/feed", now=1)
    store.unsubscribe(feed.id, 2)
    assert not ensure_samples(store)
    assert store.feeds() == []
