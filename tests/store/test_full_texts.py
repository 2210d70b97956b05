from collections.abc import Callable

from reader.model import Analysis, Entry, Feed, ParsedEntry, ParsedFeed, View
from reader.store import Store

Fill = Callable[..., Feed]


def shown(store: Store, entry_id: int) -> tuple[str, str | None]:
    entry = store.entry(entry_id)
    assert isinstance(entry, Entry)
    return entry.content_html, entry.full_text_url


def test_a_full_text_is_shown_in_place_of_the_feeds_until_that_is_wanted_again(
    store: Store, fill: Fill
) -> None:
    fill()
    first, second, _ = store.entry_ids(View("all"))
    assert not store.show_full_text(first, True)
    store.save_full_text(first, "https://a.example/0", "<p>All of it", now=2000)
    assert shown(store, first) == ("<p>All of it", "https://a.example/0")
    assert shown(store, second) == ("<p>1", None)
    assert store.show_full_text(first, False)
    assert shown(store, first) == ("<p>0", None)
    assert store.show_full_text(first, True)
    assert shown(store, first) == ("<p>All of it", "https://a.example/0")


def test_one_that_is_fetched_again_takes_the_place_of_the_other(store: Store, fill: Fill) -> None:
    fill()
    first = store.entry_ids(View("all"))[0]
    store.save_full_text(first, "https://a.example/0", "<p>Once", now=2000)
    store.show_full_text(first, False)
    store.save_full_text(first, "https://b.example/0", "<p>Twice", now=3000)
    assert shown(store, first) == ("<p>Twice", "https://b.example/0")


def test_the_feed_goes_on_below_it(store: Store, fill: Fill) -> None:
    feed = fill()
    first = store.entry_ids(View("all"))[0]
    store.save_full_text(first, "https://a.example/0", "<p>All of it", now=2000)
    changed = ParsedFeed("A feed", entries=(ParsedEntry("g0", "New", content_html="<p>New"),))
    assert store.save_parsed(feed.id, changed, now=3000).changed == 1
    assert shown(store, first) == ("<p>All of it", "https://a.example/0")
    store.show_full_text(first, False)
    assert shown(store, first) == ("<p>New", None)


def test_the_place_and_the_analysis_of_what_was_shown_go_with_it(store: Store, fill: Fill) -> None:
    fill()
    first = store.entry_ids(View("all"))[0]
    for change in (
        lambda: store.save_full_text(first, "https://a.example/0", "<p>All of it", now=2000),
        lambda: store.show_full_text(first, False),
    ):
        store.set_position(first, 7)
        store.save_analysis(first, "x", "rules-1", Analysis("en"), now=1)
        change()
        assert store.position(first) == 0
        assert first in store.unanalysed("rules-1", 9)


def test_of_an_entry_that_is_gone_none_is_kept(store: Store) -> None:
    store.save_full_text(99, "https://a.example/0", "<p>All of it", now=2000)
    assert not store.show_full_text(99, True)
