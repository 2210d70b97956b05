"""Searches on servers of loopback."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from reader.config import FeedSettings
from reader.discover import FoundFeed, find_feeds, habits
from reader.errors import CredentialsError, FetchError, ParseError
from tests.support.sites import OK, Farm, Site, body, redirect

Found = list[tuple[str, str]]


def rss(title: str, *items: str, link: str = "https://coast.example") -> bytes:
    entries = "".join(
        f"<item><title>{item}</title><link>{link}/{item}</link>"
        f"<pubDate>Tue, {number:02} Nov 2026 08:00:00 GMT</pubDate></item>"
        for number, item in enumerate(items, 1)
    )
    return body(
        f"<rss version='2.0'><channel><title>{title}</title>{entries}</channel></rss>".encode()
    )


def html(content: str = "", head: str = "") -> bytes:
    return body(f"<html><head>{head}</head><body>{content}</body></html>".encode())


def named(*links: str) -> bytes:
    one = "<link rel=alternate type=application/rss+xml href='{}'>"
    return html("<p>Welcome", "".join(map(one.format, links)))


NOTHING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


class Web:
    """A server of pages by their paths; what was asked for, in order."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.farm = Farm(self._answer)
        self.url = self.farm.url
        self.host = self.url.removeprefix("http://")

    def _answer(self, path: bytes) -> bytes:
        return self.pages.get(path.decode(), NOTHING)

    @property
    def asked(self) -> list[str]:
        return [head.split(b" ")[1].decode() for head in self.farm.requests]

    def found(self, text: str, **more: Any) -> Found:
        return [(one.url.removeprefix(self.url), one.place) for one in self.find(text, **more)]

    def find(self, text: str, **more: Any) -> list[FoundFeed]:
        return find_feeds(text if "//" in text else self.url + text, **more)


@pytest.fixture
def web() -> Iterator[Web]:
    web = Web()
    yield web
    web.farm.close()


def test_a_feed_leads_to_itself(web: Web) -> None:
    web.pages["/f"] = rss("Coast", "ice", "harbour")
    [one] = web.find("/f")
    assert (one.url, one.place, one.kind, one.title) == (f"{web.url}/f", "typed", "RSS", "Coast")
    assert one.latest
    assert (one.latest.title, len(one.feed.entries)) == ("harbour", 2)
    assert (one.answer.data, one.trusted, one.aside) == (b"", True, 0)
    assert web.asked == ["/f"]


def test_what_a_page_names_comes_before_what_it_links(web: Web) -> None:
    web.pages["/"] = html(
        "<a href=/rss/sport>RSS</a><a href=/feed/none>x</a>",
        "<link rel=alternate type=application/rss+xml href=/main><link rel=feed href=/gone>",
    )
    web.pages |= {"/main": rss("Coast", "ice"), "/rss/sport": rss("Sport", "rowing")}
    assert web.found("/") == [("/main", "named"), ("/rss/sport", "linked")]
    assert "/feed" not in web.asked  # nothing is guessed where the page tells


def test_parts_and_comments_come_last(web: Web) -> None:
    links = ("/comments/feed/", "/category/sea/feed", "/feed", "/b")
    web.pages = {link: rss(f"Coast {link}", link) for link in links}
    web.pages["/b"] = rss("Comments on: Coast", "b")
    web.pages["/"] = web.pages["/category/sea/"] = named(*links)
    order = ["/feed", "/category/sea/feed", "/b", "/comments/feed/"]
    assert [url for url, _ in web.found("/")] == order
    assert [one.aside for one in web.find("/")] == [0, 1, 2, 2]
    # Who is at a part of the site may mean that.
    assert [one.aside for one in web.find("/category/sea/")] == [0, 0, 2, 2]


def test_one_feed_under_several_addresses_is_one(web: Web) -> None:
    web.pages |= {
        "/": named("/rss", "/rss/", "/rss#x", "/moved", "/copy", "/empty", "/bare"),
        "/rss": rss("Coast", "ice", "sea"),
        "/copy": rss("Coast (copy)", "ice", "sea"),
        "/moved": redirect(302, b"/rss"),
        "/empty": rss("No entries"),
        "/bare": rss("None either"),
    }
    assert [url for url, _ in web.found("/")] == ["/rss", "/empty", "/bare"]
    assert web.asked.count("/rss/") == 0


def test_a_feed_that_moved_for_good_is_asked_where_it_went(web: Web) -> None:
    web.pages |= {"/old": redirect(301, b"/new"), "/new": rss("Coast", "ice")}
    assert web.found("/old") == [("/new", "typed")]


def test_a_page_that_names_hundreds_has_eight_of_them_tried(web: Web) -> None:
    links = [f"/feed/{number}" for number in range(300)]
    web.pages = {link: rss(link, link) for link in links} | {"/": named(*links)}
    assert len(web.find("/")) == 8
    assert len(web.asked) == 9


def test_guesses_are_made_only_where_a_page_leads_nowhere(web: Web) -> None:
    web.pages |= {
        "/blog/": named("/dead"),
        "/blog/index.xml": rss("Blog", "a"),
        "/atom.xml": rss("Coast", "b"),
    }
    assert web.found("/blog/") == [("/blog/index.xml", "guessed"), ("/atom.xml", "guessed")]
    assert len(web.asked) <= 10


def test_the_program_of_a_page_tells_where_its_feed_is(web: Web) -> None:
    web.pages |= {
        "/@ada": html("<div id=mastodon>"),
        "/@ada.rss": rss("Ada", "toot"),
        "/@bo": html("<p>Bo"),
        "/@bo.rss": rss("Bo", "b"),
    }
    assert web.found("/@ada") == [("/@ada.rss", "guessed")]
    with pytest.raises(ParseError):
        web.find("/@bo")


def test_a_habit_needs_no_page(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    row = habits.Habit("here", r"127\.0\.0\.1/c/(?P<id>\w+)", (f"{web.url}/feed/{{id}}",))
    monkeypatch.setattr(habits, "HABITS", (row,))
    web.pages |= {
        "/feed/1": rss("One", "a"),
        "/c/2": named("/two"),
        "/two": rss("Two", "b"),
        "/handle": html(head="<link rel=canonical href=/c/1>"),
    }
    assert web.found("/c/1") == [("/feed/1", "habit")]
    assert web.asked == ["/feed/1"]
    assert web.found("/c/2") == [("/two", "named")]  # the habit does not hold: as if none
    assert web.found("/handle") == [("/feed/1", "habit")]


@pytest.mark.parametrize("moved", [False, True])
def test_a_page_leads_into_nobodys_own_network(web: Web, moved: bool) -> None:
    there = f"http://localhost:{web.farm.port}/secret"
    web.pages |= {"/": named("/away" if moved else there), "/secret": rss("Secret", "a")}
    web.pages["/away"] = redirect(302, there.encode())
    with pytest.raises(FetchError, match="the page names a feed, but localhost is not on the"):
        web.find("/")
    assert "/secret" not in web.asked


def test_without_a_scheme_http_is_asked_where_https_is_not_spoken() -> None:
    bad, feed = b"HTTP/1.1 400 Bad Request\r\n\r\n", rss("Coast", "ice")
    site = Site(bad, feed, bad, NOTHING, bad)
    host = site.url.removeprefix("http://")
    [one] = find_feeds(host)
    assert (one.url, one.trusted) == (site.url, True)
    with pytest.raises(FetchError, match="404 Not Found"):
        find_feeds(host)
    with pytest.raises(FetchError, match="no secure connection"):
        find_feeds(f"https://{host}")
    site.close()
    assert len(site.requests) == 5


def test_a_server_that_cannot_be_reached_is_told_once() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(FetchError, match=r"^127\.0\.0\.1 refused the connection$"):
        find_feeds(f"127.0.0.1:{port}")


@pytest.mark.parametrize("page", [html(), body(b""), body(b"\0\1\2" * 99), body(b"{}"), named("/")])
def test_where_there_is_no_feed_it_is_told(web: Web, page: bytes) -> None:
    web.pages["/"] = page
    with pytest.raises(ParseError, match=f"^no feed found at {web.url}/$"):
        web.find("/")
    with pytest.raises(ParseError, match=f"^no feed found at {web.url}/$"):
        find_feeds(f"http://ada:swordfish@{web.host}/")


def test_a_list_of_subscriptions_is_told(web: Web) -> None:
    web.pages["/"] = body(b"<?xml version='1.0'?><opml version='2.0'><body/></opml>")
    with pytest.raises(ParseError, match=r"OPML.*newsreader import"):
        web.find("/")


def head_of(web: Web, path: str) -> bytes:
    return next(head for head in web.farm.requests if head.split(b" ")[1].decode() == path)


def test_only_the_host_that_was_typed_sees_who_asks(web: Web) -> None:
    web.pages |= {"/": named("/f"), "/f": rss("Coast", "ice")}
    own = FeedSettings(f"{web.url}/*", headers=(("X-Key", "k"),), user_agent="Gull/1")
    [one] = web.find(f"http://ada:swordfish@{web.host}/", feeds=[own])
    assert one.url == f"http://ada:swordfish@{web.host}/f"  # as a refresh has to ask for it
    for path in ("/", "/f"):
        sent = head_of(web, path)
        assert b"Authorization: Basic " in sent
        assert b"X-Key: k" in sent
        assert b"User-Agent: Gull/1" in sent


def test_a_page_of_a_stranger_gets_nobody_shown(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", web.url)
    club, blog = "http://club.example/f", "http://blog.example/"
    own = FeedSettings(club, headers=(("X-Key", "k"),), user_agent="Gull/1", user="ada",
                       password_file="/no/such/file")  # fmt: skip  # noqa: S106
    web.pages |= {blog: named(club), club: rss("Club", "boats")}
    [one] = find_feeds(blog, feeds=[own])
    assert (one.url, one.trusted) == (club, False)
    sent = head_of(web, club)
    assert b"X-Key" not in sent
    assert b"Authorization" not in sent
    assert b"User-Agent: Gull/1" in sent


def test_a_secret_that_cannot_be_had_is_told(web: Web) -> None:
    own = FeedSettings(f"{web.url}/f", user="ada", password_file="/no/such/file")  # noqa: S106
    web.pages |= {"/": named("/f", "/g"), "/g": rss("Coast", "ice")}
    assert web.found("/", feeds=[own]) == [("/g", "named")]
    with pytest.raises(CredentialsError, match="/no/such/file"):
        web.find("/f", feeds=[own])


def silent(held: threading.Event) -> Callable[[bytes], bytes]:
    def answer(path: bytes) -> bytes:
        if path == b"/":
            return named("/slow")
        held.set()
        time.sleep(2)
        return OK + b"\r\n"

    return answer


def test_a_search_ends_when_it_is_stopped() -> None:
    held = threading.Event()
    farm = Farm(silent(held))
    begun = time.monotonic()
    assert find_feeds(farm.url, stop=held.is_set) == []
    assert time.monotonic() - begun < 1.9
    farm.close()
