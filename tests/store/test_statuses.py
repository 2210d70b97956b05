from collections.abc import Callable

import pytest

from reader.model import Feed, View
from reader.store import Store

Fill = Callable[..., Feed]


def journal(store: Store) -> list[tuple[object, ...]]:
    rows = store._rows("SELECT entry_id, field, value, at FROM changes ORDER BY id")
    return [tuple(row) for row in rows]


def test_reading_is_kept_with_its_time_and_journalled(store: Store, fill: Fill) -> None:
    fill()
    first, second, third = store.entry_ids(View("all"))
    assert store.set_read([first, third], True, now=50) == sorted([first, third])
    assert [row.read for row in store.entry_rows([first, second, third])] == [True, False, True]
    assert store.entry_ids(View("unread")).tolist() == [second]
    entry = store.entry(first)
    assert entry is not None
    assert entry.read
    assert tuple(store._row("SELECT read, read_at, starred, starred_at FROM statuses")) == (
        1,
        50,
        0,
        None,
    )
    assert set(journal(store)) == {(first, "read", 1, 50), (third, "read", 1, 50)}


def test_only_what_changes_is_told_and_journalled(store: Store, fill: Fill) -> None:
    fill()
    first, second, third = store.entry_ids(View("all"))
    store.set_read([second], True, now=50)
    assert store.set_read([third, second, first, third], True, now=60) == sorted([first, third])
    assert set(journal(store)) == {
        (second, "read", 1, 50),
        (third, "read", 1, 60),
        (first, "read", 1, 60),
    }
    assert store.set_read([first], True, now=70) == []
    assert store.set_read([], True, now=70) == []
    assert len(journal(store)) == 3


def test_undoing_takes_back_the_wish_with_a_new_row(store: Store, fill: Fill) -> None:
    fill()
    first, *_ = store.entry_ids(View("all"))
    changed = store.set_read([first], True, now=50)
    (sent,) = store._row("SELECT id FROM changes")
    assert store.set_read(changed, False, now=60) == [first]
    assert journal(store) == [(first, "read", 0, 60)]
    assert store._row("SELECT id FROM changes")[0] > sent
    assert store.entry_ids(View("unread"))[0] == first


def test_unknown_entries_are_passed_over(store: Store, fill: Fill) -> None:
    fill(entries=1)
    assert store.set_read([99, 1, -1], True, now=5) == [1]


def test_any_number_at_once(store: Store, fill: Fill) -> None:
    fill(entries=40_000)
    ids = store.entry_ids(View("all"))
    assert sorted(store.set_read(ids, True, now=5)) == sorted(ids)
    assert store.counts(since=0).unread == 0


def test_what_is_unread_among_some(store: Store, fill: Fill) -> None:
    fill(entries=3)
    first, second, third = store.entry_ids(View("all"))
    store.set_read([second], True, now=5)
    assert store.unread_among([third, second, 999]) == {third}
    assert store.unread_among([]) == set()
    assert first not in store.unread_among([third])


def test_a_status_that_cannot_be_journalled_is_not_set(store: Store, fill: Fill) -> None:
    fill()
    ids = store.entry_ids(View("all"))
    with pytest.raises(Exception, match="NOT NULL"):
        store.set_read(ids, True, now=None)  # type: ignore[arg-type] # fails in the journal
    assert store.entry_ids(View("unread")) == ids
    assert store._row("SELECT count(*) FROM statuses")[0] == 0
