"""Entries that stay the same ones while their feed calls them anew, and stories of several."""

from dataclasses import replace

import pytest

from reader.model import ParsedEntry, ParsedFeed, Saved, View
from reader.store import Store

DAY = 86400
TEXT = "<p>The harbour stays closed until Friday, the council said, since two boats sank there."
HARBOUR = ParsedEntry(
    "https://a.example/1",
    "Harbour stays closed until Friday",
    link="https://a.example/1",
    published=900,
    content_html=TEXT,
)
BRIDGE = replace(HARBOUR, guid="2", title="Bridge opens to the public", link="https://a.example/2")


def save(store: Store, *entries: ParsedEntry, url: str = "https://a.example/") -> Saved:
    feed = store.feed_by_url(url) or store.add_feed(url, now=1)
    now = 100 + max(entry.published or 0 for entry in entries)
    return store.save_parsed(feed.id, ParsedFeed(url, entries=entries), now=now)


def ids(store: Store) -> list[int]:
    return store.entry_ids(View("all")).tolist()


def test_a_site_that_moves_brings_nothing_new(store: Store) -> None:
    save(store, HARBOUR, BRIDGE)
    before = ids(store)
    store.set_read(before, True, now=5)
    moved = replace(HARBOUR, guid="https://b.example/1", link="https://b.example/1")
    assert save(store, moved, replace(BRIDGE, guid="two")) == Saved(new=0, changed=1)
    assert ids(store) == before
    assert store.counts(since=0).unread == 0
    assert save(store, moved, replace(BRIDGE, guid="two")) == Saved(new=0, changed=0)
    assert store.aliases() == [
        ("https://a.example/", "the same id but for its host, and the same title", 1),
        ("https://a.example/", "the same link and date", 1),
    ]


def test_ids_that_change_at_every_request_bring_nothing_new(store: Store) -> None:
    save(store, HARBOUR, BRIDGE)
    for time in range(5):
        again = [replace(one, guid=f"{time} {one.title}") for one in (HARBOUR, BRIDGE)]
        assert save(store, *again) == Saved(new=0, changed=0)


def test_servers_that_differ_in_their_ids_are_one_feed(store: Store) -> None:
    other = replace(HARBOUR, guid="x")
    for one in (HARBOUR, other, HARBOUR, other):
        save(store, one)
    assert len(ids(store)) == 1


def test_both_copies_in_one_feed_do_not_take_turns(store: Store) -> None:
    other = replace(HARBOUR, guid="x", content_html=TEXT + " More.", updated=950)
    save(store, HARBOUR)
    save(store, other)
    for both in ((HARBOUR, other), (other, HARBOUR), (HARBOUR, other)):
        assert save(store, *both) == Saved(new=0, changed=0)
    (entry_id,) = ids(store)
    assert [one.content_html for one in store.versions(entry_id)] == [TEXT]


def test_two_copies_that_come_together_stay_two(store: Store) -> None:
    other = replace(HARBOUR, guid="x")
    assert save(store, HARBOUR, other) == Saved(new=2, changed=0)
    for both in ((HARBOUR,), (other,), (other, HARBOUR)):
        assert save(store, *both) == Saved(new=0, changed=0)


def test_what_is_still_in_the_feed_is_not_taken_for_something_new(store: Store) -> None:
    comic = ParsedEntry("1", "New comic", link="https://a.example/comic", content_html=TEXT)
    comics = [replace(comic, guid=str(number), published=number) for number in range(30)]
    for first in range(20):
        saved = save(store, *comics[first : first + 10])
        assert saved.new == (1 if first else 10)


def test_another_feed_may_call_its_entries_as_it_likes(store: Store) -> None:
    save(store, HARBOUR)
    assert save(store, replace(HARBOUR, guid="x"), url="https://b.example/") == Saved(1, 0)


def test_what_a_link_tells_of_its_reader_is_no_change(store: Store) -> None:
    for source in ("rss", "mail"):
        saved = save(store, replace(HARBOUR, link=f"https://a.example/1?utm_source={source}"))
    assert saved == Saved(0, 0)


def test_what_takes_turns_is_kept_once(store: Store) -> None:
    for turn in range(50):
        save(store, replace(HARBOUR, content_html=f"<p>{turn % 2}"))
    (entry_id,) = ids(store)
    assert [one.content_html for one in store.versions(entry_id)] == ["<p>0", "<p>1"]


def test_of_very_many_versions_the_first_and_the_latest_are_kept(store: Store) -> None:
    for turn in range(50):
        save(store, replace(HARBOUR, content_html=f"<p>{turn}"))
    (entry_id,) = ids(store)
    kept = [one.content_html for one in store.versions(entry_id)]
    assert kept == [f"<p>{turn}" for turn in (*range(48, 29, -1), 0)]


# --- Stories -------------------------------------------------------------------------


def story(store: Store, entry_id: int) -> set[int]:
    return set(store.same_story(entry_id))


@pytest.mark.parametrize(
    "other",
    [
        replace(HARBOUR, guid="b", link="https://b.example/9"),  # by its title
        replace(HARBOUR, guid="b", title="Closed", link="http://www.a.example/1/?utm_id=2"),
    ],
)
def test_one_story_of_several_feeds(store: Store, other: ParsedEntry) -> None:
    save(store, HARBOUR, BRIDGE)
    save(store, other, url="https://b.example/")
    save(store, replace(HARBOUR, guid="c", published=950), url="https://c.example/")
    first, second, bridge, third = 2, 3, 1, 4
    assert story(store, first) == {second, third}
    assert story(store, second) == {first, third}
    assert store.same_story(bridge) == []
    assert store.same_story(99) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(HARBOUR, guid="b", link="https://b.example/9", published=900 + 4 * DAY),
        replace(HARBOUR, guid="b", title="Harbour closed", link="https://b.example/9"),
        replace(HARBOUR, guid="b", title="Other", link="https://a.example/"),
    ],
)
def test_another_story(store: Store, other: ParsedEntry) -> None:
    save(store, HARBOUR)
    save(store, other, url="https://b.example/")
    assert story(store, 1) == set()


def test_what_comes_every_day_under_one_title_is_a_story_a_day(store: Store) -> None:
    for day in range(5):
        for name in ("a", "b"):
            link = f"https://{name}.example/{day}"
            daily = replace(HARBOUR, guid=str(day), link=link, published=day * DAY)
            save(store, daily, url=f"https://{name}.example/")
    for day in range(5):
        assert story(store, 2 * day + 1) == {2 * day + 2}


def test_a_story_leaves_out_what_is_no_longer_subscribed(store: Store) -> None:
    save(store, HARBOUR)
    save(store, replace(HARBOUR, guid="b"), url="https://b.example/")
    feed = store.feed_by_url("https://b.example/")
    assert feed is not None
    store.unsubscribe(feed.id, now=5)
    assert story(store, 1) == set()
