from collections.abc import Callable

import pytest

from reader.errors import NotFoundError
from reader.model import Article, Feed, FeedRow, Pace, ParsedEntry, ParsedFeed, View
from reader.store import Store

Fill = Callable[..., Feed]
ARTICLE = Article("Title 0", (), "Text.")


def test_a_new_feed_is_called_by_its_address(store: Store) -> None:
    feed = store.add_feed("https://a.example/feed", folder="World", now=1000)
    assert feed == Feed(
        id=feed.id,
        url="https://a.example/feed",
        title="https://a.example/feed",
        link=None,
        folder="World",
        language=None,
        etag=None,
        last_modified=None,
        fetched_at=None,
        error=None,
    )
    assert store.feed(feed.id) == store.feed_by_url("https://a.example/feed") == feed


def test_unknown_feeds(store: Store) -> None:
    assert store.feed(1) is None
    assert store.feed_by_url("https://a.example/") is None
    for act in (
        lambda: store.unsubscribe(1, now=1),
        lambda: store.resubscribe(1),
        lambda: store.save_not_modified(1, now=1),
        lambda: store.save_error(1, "no answer", now=1),
        lambda: store.edit_feed(1, title=""),
        lambda: store.save_parsed(1, ParsedFeed(""), now=1),
    ):
        with pytest.raises(NotFoundError, match=r"^there is no feed 1$"):
            act()


def test_the_users_title_comes_before_the_feeds_own(store: Store) -> None:
    feed = store.add_feed("https://a.example/", title="Mine", now=1000)
    store.save_parsed(feed.id, ParsedFeed("Its own"), now=1000)
    assert store.feeds()[0].title == "Mine"
    store.edit_feed(feed.id, title="", folder="World")
    assert (store.feeds()[0].title, store.feeds()[0].folder) == ("Its own", "World")
    store.edit_feed(feed.id, title="Mine")
    store.edit_feed(feed.id)
    assert (store.feeds()[0].title, store.feeds()[0].folder) == ("Mine", "World")
    store.edit_feed(feed.id, folder="")
    assert (store.feeds()[0].title, store.feeds()[0].folder) == ("Mine", None)


def test_what_a_refresh_found_is_kept(store: Store) -> None:
    feed = store.add_feed("https://a.example/", now=1000)
    store.save_error(feed.id, "no answer", now=1100)
    assert (store.feeds()[0].error, store.feeds()[0].fetched_at) == ("no answer", None)
    parsed = ParsedFeed("A feed", link="https://a.example/home", language="en")
    store.save_parsed(feed.id, parsed, now=1200, etag='"x"', last_modified="Mon")
    assert store.feed(feed.id) == Feed(
        id=feed.id,
        url="https://a.example/",
        title="A feed",
        link="https://a.example/home",
        folder=None,
        language="en",
        etag='"x"',
        last_modified="Mon",
        fetched_at=1200,
        error=None,
    )
    store.save_error(feed.id, "no answer", now=1300)
    store.save_not_modified(feed.id, now=1400)
    after = store.feed(feed.id)
    assert after is not None
    assert (after.error, after.fetched_at, after.etag) == (None, 1400, '"x"')


def test_a_feed_that_moved_takes_its_new_address(store: Store) -> None:
    old = store.add_feed("https://old.example/", now=1000)
    store.save_parsed(old.id, ParsedFeed("A feed"), now=1000, url="https://new.example/")
    moved = store.feed_by_url("https://new.example/")
    assert moved is not None
    assert moved.id == old.id


def test_a_feed_does_not_move_to_where_another_is(store: Store) -> None:
    old = store.add_feed("https://old.example/", now=1000)
    new = store.add_feed("https://new.example/", now=1000)
    parsed = ParsedFeed("A feed", entries=(ParsedEntry("g", "T"),))
    assert store.save_parsed(old.id, parsed, now=1, url="https://new.example/").new == 1
    assert {row.url: row.id for row in store.feeds()} == {old.url: old.id, new.url: new.id}


def test_feeds_stand_by_folder_and_title(store: Store) -> None:
    for title, folder in [("d", None), ("Äb", "world"), ("b", "World"), ("A", None), ("c", "Arts")]:
        store.add_feed(f"https://{title}.example/", title=title, folder=folder, now=1000)
    assert [(row.folder, row.title) for row in store.feeds()] == [
        ("Arts", "c"),
        ("World", "b"),
        ("world", "Äb"),
        (None, "A"),
        (None, "d"),
    ]


def test_feeds_count_their_entries(store: Store, fill: Fill) -> None:
    fill("https://a.example/", entries=3)
    feed = fill("https://b.example/", entries=2, folder="World")
    store.set_read(store.entry_ids(View("feed", feed_id=feed.id))[:1], True, now=1)
    counts = {row.url: (row.entries, row.unread) for row in store.feeds()}
    assert counts == {"https://a.example/": (3, 3), "https://b.example/": (2, 1)}
    assert (
        FeedRow(
            id=feed.id,
            url="https://b.example/",
            title="A feed",
            folder="World",
            unread=1,
            entries=2,
            fetched_at=1000,
            error=None,
        )
        in store.feeds()
    )


def test_unsubscribing_hides_and_loses_nothing(store: Store, fill: Fill) -> None:
    feed = fill(folder="World")
    other = fill("https://b.example/", entries=1)
    views = [View("all"), View("unread"), View("feed", feed_id=feed.id), View("folder", "World")]
    before = [store.entry_ids(view).tolist() for view in views]
    first, second, third = before[2]
    store.set_read([second], True, now=5)
    before[1].remove(second)
    bookmark = store.add_bookmark(
        first,
        article=ARTICLE,
        content_html="",
        feed="A feed",
        authors=(),
        quotation=None,
        source=None,
        now=6,
    )

    store.unsubscribe(feed.id, now=7)
    assert [row.id for row in store.feeds()] == [other.id]
    assert store.feed_by_url(feed.url) is None
    assert store.feed(feed.id) is not None
    for view in (views[0], views[1], views[3]):
        assert not {first, second, third} & set(store.entry_ids(view))
    # Asked for by its id it still lists them: so a document is read without subscribing.
    assert store.entry_ids(views[2]).tolist() == [first, second, third]
    assert store.entry_ids(View("today"), since=0).tolist() == store.entry_ids(View("all")).tolist()
    assert store.counts(since=0).all == 1
    assert store.bookmarks().tolist() == [bookmark]
    assert store.entry_ids(View("bookmarks")).tolist() == [first]
    assert store.entry(second) is not None

    store.resubscribe(feed.id)
    assert [store.entry_ids(view).tolist() for view in views] == before


def test_a_known_address_is_the_same_feed_again(store: Store, fill: Fill) -> None:
    feed = fill(folder="World")
    store.unsubscribe(feed.id, now=5)
    again = store.add_feed(feed.url, now=6)
    assert (again.id, again.folder, again.title) == (feed.id, "World", "A feed")
    assert len(store.entry_ids(View("all"))) == 3
    moved = store.add_feed(feed.url, title="Mine", folder="Arts", now=6)
    assert (moved.id, moved.folder, moved.title) == (feed.id, "Arts", "Mine")


def test_what_comes_after_unsubscribing_stays_hidden(store: Store, fill: Fill) -> None:
    feed = fill()
    store.unsubscribe(feed.id, now=5)
    store.save_parsed(feed.id, ParsedFeed("A feed", entries=(ParsedEntry("late", "T"),)), now=6)
    assert store.entry_ids(View("all")).tolist() == []
    store.resubscribe(feed.id)
    assert len(store.entry_ids(View("all"))) == 4


def test_whether_there_ever_was_a_feed(store: Store) -> None:
    assert not store.ever_had_feeds()
    feed = store.add_feed("https://a.example/", now=1)
    store.unsubscribe(feed.id, now=2)
    assert store.ever_had_feeds()


def test_what_is_due_is_asked_in_the_order_of_its_wait(store: Store) -> None:
    late, soon, gone, fresh, left = (
        store.add_feed(f"https://{name}.example/", now=1).id for name in "abcde"
    )
    store.save_not_modified(late, now=10, due_at=200)
    store.save_error(soon, "no answer", now=10, due_at=100)
    store.save_error(gone, "gone", now=10, gone=True)
    store.unsubscribe(left, now=10)
    assert [feed.id for feed in store.feeds_to_ask(99)] == [fresh]
    assert [feed.id for feed in store.feeds_to_ask(200)] == [fresh, soon, late]
    assert len(store.feeds_to_ask()) == 3
    store.postpone(fresh, 150)
    assert [feed.id for feed in store.feeds_to_ask(200)] == [soon, fresh, late]


def test_failures_are_counted_until_it_answers(store: Store) -> None:
    feed = store.add_feed("https://a.example/", now=1)
    for now in (10, 20):
        store.save_error(feed.id, "gone", now=now, due_at=now + 5, gone=True)
    kept = store.feed(feed.id)
    assert kept is not None
    assert (kept.failures, kept.gone_at, kept.due_at, kept.error) == (2, 10, 25, "gone")
    store.save_not_modified(feed.id, now=30, due_at=90)
    kept = store.feed(feed.id)
    assert kept is not None
    assert (kept.failures, kept.gone_at, kept.due_at, kept.error) == (0, None, 90, None)


def test_subscribing_again_asks_again_and_trust_is_never_lost(store: Store) -> None:
    feed = store.add_feed("https://a.example/", trusted=True, now=1)
    store.save_error(feed.id, "gone", now=10, due_at=500, gone=True)
    again = store.add_feed("https://a.example/", now=20)
    assert (again.id, again.due_at, again.gone_at) == (feed.id, 0, None)
    assert again.trusted_host == "a.example"


def test_the_pace_of_a_feed_is_kept(store: Store) -> None:
    feed = store.add_feed("https://a.example/", now=1)
    pace = Pace(3600, 7200, (0, 23), ("sunday",))
    store.save_parsed(feed.id, ParsedFeed("A"), now=10, due_at=70, pace=pace)
    kept = store.feed(feed.id)
    assert kept is not None
    assert (kept.pace, kept.due_at) == (pace, 70)


def test_a_feed_that_moved_and_had_nothing_new(store: Store) -> None:
    feed = store.add_feed("https://a.example/", now=1)
    other = store.add_feed("https://b.example/", now=1)
    store.save_not_modified(feed.id, now=10, url="https://c.example/")
    store.save_not_modified(other.id, now=10, url="https://c.example/")
    assert [row.url for row in store.feeds()] == ["https://b.example/", "https://c.example/"]
