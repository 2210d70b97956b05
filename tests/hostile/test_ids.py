"""Ids that are missing, the same, huge or another each time, from the document to the lists."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model import View
from reader.parse import parse
from reader.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data" / "reader.db") as store:
        yield store
        assert store.check() == []


def rss(*guids: str | None, text: str = "") -> bytes:
    items = (
        f"<item><title>Title {number}</title><description>{text}{number}</description>"
        + ("" if guid is None else f"<guid isPermaLink='false'>{guid}</guid>")
        + "</item>"
        for number, guid in enumerate(guids)
    )
    return f"<rss><channel>{''.join(items)}</channel></rss>".encode()


def new(store: Store, data: bytes) -> int:
    feed = store.feed_by_url("https://a.example/") or store.add_feed("https://a.example/", now=1)
    return store.save_parsed(feed.id, parse(data), now=1000).new


def test_huge_ids_are_told_apart_by_their_ends(store: Store) -> None:
    data = rss(*("x" * 1_000_000 + str(number) for number in range(3)))
    assert (new(store, data), new(store, data)) == (3, 0)
    size = store._row("SELECT max(length(guid)) FROM identities")[0]
    assert size < 100


def test_missing_ids_are_made_and_stay(store: Store) -> None:
    data = rss(*[None] * 200)
    assert (new(store, data), new(store, data)) == (200, 0)


def test_one_id_for_all_is_one_entry_that_stays(store: Store) -> None:
    data = rss(*["same"] * 200)
    assert (new(store, data), new(store, data)) == (1, 0)
    assert store.save_parsed(1, parse(data), now=2000).changed == 0


def test_ids_of_nothing_but_what_is_cleaned_away_are_missing(store: Store) -> None:
    data = rss("\u202e", " ", "\u200b" * 9, None)
    assert (new(store, data), new(store, data)) == (4, 0)


def test_ids_that_are_new_each_time_end_in_the_same_entries(store: Store) -> None:
    words = "the harbour stays closed until friday since two boats sank in the storm "
    for turn in range(4):
        came = new(store, rss(*(f"{turn}-{number}" for number in range(50)), text=words))
        assert came == (0 if turn else 50)
    assert len(store.entry_ids(View("all"))) == 50


def test_twenty_thousand_entries_of_one_title_take_no_more_than_their_number(store: Store) -> None:
    for turn in range(2):
        items = "".join(
            f"<item><guid>{turn}-{number}</guid><title>The same</title></item>"
            for number in range(20_000)
        )
        assert new(store, f"<rss><channel>{items}</channel></rss>".encode()) == 20_000
