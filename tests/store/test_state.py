from collections.abc import Callable

from reader.model import Feed
from reader.store import Store

Fill = Callable[..., Feed]


def test_state(store: Store) -> None:
    assert store.get_state("view") is None
    store.set_state("view", "unread")
    store.set_state("view", "")
    store.set_state("other", "x")
    assert (store.get_state("view"), store.get_state("other")) == ("", "x")


def test_position(store: Store, fill: Fill) -> None:
    fill(entries=2)
    assert store.position(1) == 0
    store.set_position(1, 500)
    store.set_position(1, 7)
    assert (store.position(1), store.position(2)) == (7, 0)


def test_a_position_in_an_unknown_entry_is_dropped(store: Store) -> None:
    store.set_position(9, 5)
    assert store.position(9) == 0
