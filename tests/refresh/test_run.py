"""Whole refreshes, against servers on loopback."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from reader.config import FeedSettings
from reader.errors import FetchError, ParseError
from reader.fetch import Limits
from reader.model import Feed, Saved, View
from reader.reading import open_entry
from reader.refresh import Outcome, Refresh, follow_programs, refresh_feeds
from reader.store import Store
from tests.support.sites import Farm, body, redirect

RSS = "<rss version='2.0'><channel><title>Coast</title>{}</channel></rss>"
ITEM = "<item><guid>{0}</guid><title>{0}</title></item>"
NOT_MODIFIED = b"HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=7200\r\n\r\n"
HOUR = 3600


def rss(*items: str) -> str:
    return RSS.format("".join(ITEM.format(item) for item in items))


def status(code: int, *headers: bytes) -> bytes:
    lines = (b"HTTP/1.1 %d No" % code, *headers, b"Content-Length: 0")
    return b"".join(line + b"\r\n" for line in lines) + b"\r\n"


class Town:
    """A server whose pages can be changed."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes | Callable[[], bytes]] = {}
        self.farm = Farm(self._answer)
        self.url = self.farm.url
        self.close = self.farm.close

    def _answer(self, path: bytes) -> bytes:
        page = self.pages.get(path.decode(), status(404))
        return page() if callable(page) else page

    def add(self, store: Store, path: str, host: str = "127.0.0.1") -> Feed:
        url = self.url.replace("127.0.0.1", host) + path
        return store.add_feed(url, trusted=True, now=1)

    def asked(self) -> list[str]:
        return [request.split(b" ")[1].decode() for request in self.farm.requests]


@pytest.fixture
def town() -> Iterator[Town]:
    with closing(Town()) as town:
        yield town


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "data" / "reader.db") as store:
        yield store
        assert store.check() == []


def how(now: int = 10, **more: Any) -> Refresh:
    limits = Limits(loopback=20)
    return Refresh(timeout=5, limits=limits, clock=lambda: now, spread=lambda: 1.0, **more)


def refreshed(store: Store, *feeds: Feed, now: int = 10) -> list[Outcome]:
    fresh = [store.feed(feed.id) or feed for feed in feeds]
    return list(refresh_feeds(store, fresh, how(now)))


def known(store: Store, feed: Feed) -> Feed:
    kept = store.feed(feed.id)
    assert kept
    return kept


def test_what_is_new_is_kept_and_counted(store: Store, town: Town) -> None:
    feed = town.add(store, "/feed")
    town.pages["/feed"] = body(rss("a").encode(), b'ETag: "1"', b"Last-Modified: then")
    [outcome] = refreshed(store, feed)
    assert (outcome.saved, outcome.error) == (Saved(1, 0), None)
    kept = known(store, feed)
    assert (kept.title, kept.fetched_at, kept.error) == ("Coast", 10, None)
    assert (kept.etag, kept.last_modified) == ('"1"', "then")
    assert kept.due_at == 10 + HOUR
    town.pages["/feed"] = body(rss("c", "b", "a").encode())
    [outcome] = refreshed(store, feed)
    assert outcome.saved == Saved(2, 0)
    titles = [row.title for row in store.entry_rows(store.entry_ids(View("all")))]
    assert titles == ["c", "b", "a"]


def test_nothing_new_is_asked_for_and_kept(store: Store, town: Town) -> None:
    feed = town.add(store, "/feed")
    told = rss("a").replace("<item>", "<ttl>600</ttl><item>")
    town.pages["/feed"] = body(told.encode(), b'ETag: "1"')
    refreshed(store, feed)
    assert known(store, feed).due_at == 10 + 10 * HOUR
    town.pages["/feed"] = NOT_MODIFIED
    [outcome] = refreshed(store, feed, now=20)
    assert outcome == Outcome(outcome.feed, Saved(0, 0), None)
    assert b'if-none-match: "1"' in town.farm.requests[-1].lower()
    kept = known(store, feed)
    # What the document said holds although it was not sent again.
    assert (kept.fetched_at, kept.due_at, kept.etag) == (20, 20 + 10 * HOUR, '"1"')


@pytest.mark.parametrize("told", ["<language>de-at</language>", "<language>en-US</language>", ""])
def test_an_entry_is_read_in_the_language_of_its_feed(store: Store, town: Town, told: str) -> None:
    said = "„Wir haben lange gewartet“, sagte die Ministerin Anna Berg am Montag."
    rest = (
        "Die Brücke ist nicht offen, und das ist für die Stadt und auch für sie ein Problem. " * 4
    )
    item = f"<item><guid>a</guid><title>A</title><description>{said} {rest}</description></item>"
    town.pages["/feed"] = body(RSS.format(told + item).encode())
    refreshed(store, town.add(store, "/feed"))

    reading = open_entry(store, store.entry_ids(View("all"))[0], now=20)

    assert reading is not None
    assert reading.analysis.language == "de"
    assert [source.name for source in reading.analysis.sources] == ["Anna Berg"]


@pytest.mark.parametrize("code", [301, 308])
@pytest.mark.parametrize("changed", [True, False])
def test_a_feed_that_moved_for_good_has_a_new_address(
    store: Store, town: Town, code: int, changed: bool
) -> None:
    feed = town.add(store, "/old")
    town.pages["/old"] = body(rss("a").encode(), b'ETag: "1"')
    refreshed(store, feed)
    town.pages["/old"] = redirect(code, b"/new")
    town.pages["/new"] = body(rss("b").encode()) if changed else NOT_MODIFIED
    refreshed(store, feed)
    assert known(store, feed).url == f"{town.url}/new"


@pytest.mark.parametrize("changed", [True, False])
def test_a_feed_that_moved_to_another_subscription_is_asked_no_more(
    store: Store, town: Town, changed: bool
) -> None:
    old, new = town.add(store, "/old"), town.add(store, "/new")
    town.pages["/old"] = body(rss("a").encode(), b'ETag: "1"')
    town.pages["/new"] = body(rss("a").encode())
    refreshed(store, old, new)
    town.pages["/old"] = redirect(301, b"/new")
    town.pages["/new"] = body(rss("b").encode()) if changed else NOT_MODIFIED
    [outcome] = refreshed(store, old, now=20)
    assert str(outcome.error) == f"moved to {new.url}, which is subscribed to"
    assert (known(store, old).gone_at, known(store, new).gone_at) == (20, None)
    assert store.feeds_to_ask() == [known(store, new)]
    assert [row.entries for row in store.feeds()] == [1, 1]


def test_two_feeds_that_moved_to_each_other_are_not_both_lost(store: Store, town: Town) -> None:
    one, other = town.add(store, "/one"), town.add(store, "/other")
    town.pages["/one"], town.pages["/other"] = body(rss("a").encode()), redirect(301, b"/one")
    refreshed(store, other)
    town.pages["/other"], town.pages["/one"] = body(rss("a").encode()), redirect(301, b"/other")
    refreshed(store, one)
    assert [feed.id for feed in store.feeds_to_ask()] == [one.id]


def test_a_host_that_a_feed_moved_to_is_no_host_that_was_typed(store: Store, town: Town) -> None:
    feed = town.add(store, "/old")
    town.pages["/old"] = redirect(301, town.url.replace("127.0.0.1", "localhost").encode() + b"/x")
    town.pages["/x"] = body(rss("a").encode())
    [outcome] = refreshed(store, feed)
    assert isinstance(outcome.error, FetchError)
    assert outcome.error.kind == "refused-address"
    assert known(store, feed).url == feed.url


def test_why_a_refresh_failed_is_kept_and_the_entries_stay(store: Store, town: Town) -> None:
    feed = town.add(store, "/feed")
    town.pages["/feed"] = body(rss("a").encode())
    refreshed(store, feed)
    town.pages["/feed"] = body(b"<html><p>Gone")
    [outcome] = refreshed(store, feed, now=20)
    assert isinstance(outcome.error, ParseError)
    kept = known(store, feed)
    assert (kept.error, kept.fetched_at, kept.failures) == ("not a feed but <html>", 10, 1)
    assert kept.due_at == 20 + HOUR // 4
    del town.pages["/feed"]
    refreshed(store, feed, now=30)
    kept = known(store, feed)
    assert (kept.error, kept.failures) == ("127.0.0.1 answered 404 Not Found", 2)
    assert kept.due_at == 30 + HOUR // 2
    assert len(store.entry_ids(View("all"))) == 1
    town.pages["/feed"] = body(rss("b", "a").encode())
    refreshed(store, feed, now=40)
    kept = known(store, feed)
    assert (kept.error, kept.failures, kept.due_at) == (None, 0, 40 + HOUR)


def test_a_feed_that_is_gone_is_asked_no_more_and_nothing_is_deleted(
    store: Store, town: Town
) -> None:
    feed = town.add(store, "/feed")
    town.pages["/feed"] = body(rss("a").encode())
    refreshed(store, feed)
    town.pages["/feed"] = status(410)
    refreshed(store, feed, now=20)
    kept = known(store, feed)
    assert kept.gone_at == 20
    assert kept.error == ("127.0.0.1 answered 410 Gone: it is gone for good and not asked any more")
    assert store.feeds_to_ask() == []
    assert len(store.entry_ids(View("all"))) == 1
    # Who asks for it by name asks for it; and it may be back.
    town.pages["/feed"] = body(rss("a").encode())
    refreshed(store, feed, now=30)
    assert [one.id for one in store.feeds_to_ask()] == [feed.id]


def test_a_server_that_wants_to_be_left_alone_is(store: Store, town: Town) -> None:
    town.pages["/a"] = status(429, b"Retry-After: 1800")
    feeds = [town.add(store, path) for path in ("/a", "/b", "/c")]
    one_by_one = Refresh(limits=Limits(per_host=1), clock=lambda: 10, spread=lambda: 0.0)
    outcomes = {outcome.feed.id: outcome for outcome in refresh_feeds(store, feeds, one_by_one)}
    assert town.asked() == ["/a"]
    first, *others = (known(store, feed) for feed in feeds)
    assert (first.failures, first.due_at) == (1, 10 + 1800)
    for feed in others:
        error = outcomes[feed.id].error
        assert isinstance(error, FetchError)
        assert error.kind == "held"
        # It did not fail: it was not asked.
        assert (feed.failures, feed.error, feed.due_at) == (0, None, 10 + 1800)
    # The next refresh, of another process even, remembers.
    later = town.add(store, "/d")
    assert str(refreshed(store, later, now=1000)[0].error) == (
        "127.0.0.1 asks to be left alone for now"
    )
    assert known(store, later).due_at == 1000 + 810 + 81
    assert town.asked() == ["/a"]
    town.pages["/d"] = body(rss("d").encode())
    assert refreshed(store, later, now=1811)[0].saved == Saved(1, 0)
    assert store.get_state("held-hosts") == "{}"


def test_a_hold_in_the_future_does_not_outlast_a_wrong_clock(store: Store, town: Town) -> None:
    town.pages["/a"] = status(429, b"Retry-After: 86400")
    feed = town.add(store, "/a")
    refreshed(store, feed, now=10_000_000)
    town.pages["/a"] = body(rss("a").encode())
    assert refreshed(store, feed, now=100)[0].saved == Saved(1, 0)


def test_what_came_is_kept_while_others_are_waited_for(store: Store, town: Town) -> None:
    leave = Event()

    def slow() -> bytes:
        leave.wait(5)
        return body(rss("slow").encode())

    town.pages["/slow"] = slow
    feeds = [town.add(store, "/slow")]
    for number in range(5):
        town.pages[f"/{number}"] = body(rss(str(number)).encode())
        feeds.append(town.add(store, f"/{number}"))
    outcomes = refresh_feeds(store, feeds, how())
    for _ in range(5):
        assert next(outcomes).saved == Saved(1, 0)
    assert len(store.entry_ids(View("all"))) == 5
    leave.set()
    assert next(outcomes).feed.id == feeds[0].id
    assert list(outcomes) == []


def test_it_ends_when_it_is_stopped_or_closed_and_the_rest_stays_due(
    store: Store, town: Town
) -> None:
    def slow() -> bytes:
        time.sleep(2)
        return body(rss("slow").encode())

    town.pages["/slow"] = slow
    town.pages["/quick"] = body(rss("quick").encode())
    feeds = [town.add(store, path) for path in ("/slow", "/quick")]
    stopped = Event()
    begun = time.monotonic()
    for outcome in refresh_feeds(store, feeds, how(), stop=stopped.is_set):
        assert outcome.feed.id == feeds[1].id
        stopped.set()
    outcomes = refresh_feeds(store, feeds[:1], how())
    outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 1.5
    kept = known(store, feeds[0])
    assert (kept.due_at, kept.error, kept.failures) == (0, None, 0)


def test_many_feeds_with_few_at_a_time(store: Store, town: Town) -> None:
    feeds = []
    for number in range(120):
        town.pages[f"/{number}"] = body(rss(str(number)).encode())
        feeds.append(town.add(store, f"/{number}"))
    outcomes = refreshed(store, *feeds)
    assert {outcome.feed.id for outcome in outcomes} == {feed.id for feed in feeds}
    assert len(store.entry_ids(View("all"))) == 120


def test_no_feeds_are_no_refresh(store: Store) -> None:
    assert refreshed(store) == []


def own(feed: Feed, **more: Any) -> Refresh:
    return how(feeds=(FeedSettings(feed.url, **more),))


def test_a_feed_is_asked_as_the_user_set_it(store: Store, town: Town, tmp_path: Path) -> None:
    town.pages["/a"] = body(rss("1").encode(), b'ETag: "1"')
    town.pages["/b"] = body(rss("2").encode())
    feed, other = town.add(store, "/a"), town.add(store, "/b")
    (tmp_path / "word").write_text("open\n")
    settings = own(
        feed,
        interval=5 * HOUR,
        user_agent="Club reader",
        headers=(("X-Colour", "blue"),),
        user="ada",
        password_file=str(tmp_path / "word"),
    )
    outcomes = list(refresh_feeds(store, [feed, other], settings))
    assert [outcome.error for outcome in outcomes] == [None, None]
    asked = {request.split(b" ")[1]: request for request in town.farm.requests}
    for line in (b"User-Agent: Club reader", b"X-Colour: blue", b"Basic YWRhOm9wZW4="):
        assert line in asked[b"/a"]
        assert line not in asked[b"/b"]
    assert known(store, feed).due_at == 10 + 5 * HOUR
    town.pages["/a"] = NOT_MODIFIED
    list(refresh_feeds(store, [known(store, feed)], replace(settings, clock=lambda: 20)))
    assert known(store, feed).due_at == 20 + 5 * HOUR
    assert b"open" not in store.path.read_bytes()


def test_a_feed_without_its_secret_is_not_asked_and_says_why(store: Store, town: Town) -> None:
    town.pages["/b"] = body(rss("2").encode())
    feed, other = town.add(store, "/a"), town.add(store, "/b")
    settings = own(feed, token_file="/nowhere/token")  # noqa: S106 - a path
    outcomes = list(refresh_feeds(store, [feed, other], settings))
    assert [outcome.feed for outcome in outcomes] == [feed, other]
    assert [str(outcome.error) for outcome in outcomes] == [
        "the secret in /nowhere/token cannot be read: no such file or directory",
        "None",
    ]
    assert town.asked() == ["/b"]
    assert known(store, feed).failures == 1
    for _ in range(5):  # no server was asked, so none is spared by waiting longer
        list(refresh_feeds(store, [known(store, feed)], settings))
    assert known(store, feed).due_at == 10 + 15 * 60


def test_title_folder_and_rules_hold_for_what_comes(store: Store, town: Town) -> None:
    feed = town.add(store, "/feed")
    town.pages["/feed"] = body(rss("ferry", "quiz", "ice").encode())
    settings = own(
        feed,
        title="Mine",
        folder="North",
        mark_read=("ice",),
        hide=("title:quiz",),
        bookmark=("ferry",),
        tag=(("boats", ("ferry",)),),
    )
    [outcome] = refresh_feeds(store, [feed], settings)
    assert outcome.saved.new == 3
    assert (known(store, feed).title, known(store, feed).folder) == ("Mine", "North")
    rows = store.entry_rows(store.entry_ids(View("all")))
    assert [(row.title, row.read, row.bookmarked) for row in rows] == [
        ("ferry", False, True),
        ("ice", True, False),
    ]
    store.edit_feed(feed.id, title="")
    list(refresh_feeds(store, [known(store, feed)], settings))
    assert (known(store, feed).title, known(store, feed).folder) == ("Mine", "North")


def test_the_pages_of_new_entries_are_read_where_that_is_set(store: Store, town: Town) -> None:
    item = (
        f"<item><title>A</title><link>{town.url}/a</link><description>Teaser</description></item>"
    )
    town.pages["/feed"] = body(RSS.format(item).encode())
    sentence = "The harbour stays open, said Ada Ray, who runs the ferry over the sound. "
    town.pages["/a"] = body(f"<html><body><article><p>{sentence * 9}</article></html>".encode())
    feed = town.add(store, "/feed")
    list(refresh_feeds(store, [feed], own(feed, full_text=True)))
    [entry_id] = store.entry_ids(View("all"))
    entry = store.entry(entry_id)
    assert entry
    assert entry.full_text_url == f"{town.url}/a"
    assert "Ada Ray" in entry.content_html
    list(refresh_feeds(store, [known(store, feed)], own(feed, full_text=True)))
    assert town.asked() == ["/feed", "/a", "/feed"]


def shell(*words: str) -> tuple[str, ...]:
    return ("/bin/sh", "-c", *words)


def test_a_program_gives_a_feed(store: Store, town: Town) -> None:
    settings = how(
        feeds=(
            FeedSettings(
                "exec:boats", command=("echo", rss("ferry")), title="Boats", folder="North"
            ),
            FeedSettings("exec:broken", command=shell("echo ill >&2; exit 4")),
            FeedSettings("exec:talks", command=("echo", "hello")),
        )
    )
    follow_programs(store, settings.feeds, 5)
    town.pages["/feed"] = body(rss("a").encode())
    town.add(store, "/feed")
    outcomes = {
        outcome.feed.url: outcome
        for outcome in refresh_feeds(store, store.feeds_to_ask(), settings)
    }
    assert outcomes["exec:boats"].saved.new == 1
    assert str(outcomes["exec:broken"].error) == "the command /bin/sh failed: status 4: ill"
    assert isinstance(outcomes["exec:talks"].error, ParseError)
    assert outcomes[f"{town.url}/feed"].saved.new == 1
    boats = store.feed_by_url("exec:boats")
    assert boats
    assert (boats.title, boats.folder) == ("Boats", "North")
    follow_programs(store, settings.feeds[:1], 6)
    assert {row.url for row in store.feeds()} == {"exec:boats", f"{town.url}/feed"}


def test_what_was_fetched_goes_through_a_filter(store: Store, town: Town) -> None:
    town.pages["/feed"] = body(rss("ferry").encode(), b'ETag: "1"')
    feed = town.add(store, "/feed")
    settings = own(feed, filter=("sed", "s/ferry/bridge/g"))
    [outcome] = refresh_feeds(store, [feed], settings)
    assert (outcome.error, outcome.saved.new) == (None, 1)
    assert [row.title for row in store.entry_rows(store.entry_ids(View("all")))] == ["bridge"]
    assert known(store, feed).etag == '"1"'


def test_no_feed_can_name_a_program(store: Store, town: Town) -> None:
    feed, lone = town.add(store, "/feed"), store.add_feed("exec:boats", now=1)
    town.pages["/feed"] = redirect(301, b"exec:boats")
    outcomes = refreshed(store, feed, lone)
    assert [isinstance(outcome.error, FetchError) for outcome in outcomes] == [True, True]
    assert known(store, feed).url == feed.url
