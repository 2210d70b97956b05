import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.store import Store

Run = Callable[..., Any]

FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Lund Daily</title><link>https://lund.example/</link>
<item><title>First</title><guid isPermaLink="false">1</guid></item>{more}
</channel></rss>"""
SECOND = '<item><title>Second</title><guid isPermaLink="false">2</guid></item>'


def feed(more: str = "") -> tuple[str, bytes]:
    return "application/rss+xml", FEED.format(more=more).encode()


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_add_subscribes_and_feeds_lists(run: Run, server: Any) -> None:
    server.pages["/feed"] = feed()
    ran = run("add", f"{server.url}/feed", "--folder", "World")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"Subscribed: Lund Daily ({server.url}/feed), entries: 1\n"
    [row] = run("feeds", "--json").json
    assert row.pop("fetched").endswith("Z")
    assert row == {
        "id": row["id"],
        "title": "Lund Daily",
        "url": f"{server.url}/feed",
        "folder": "World",
        "unread": 1,
        "entries": 1,
        "error": None,
    }
    assert f"1/1  World  Lund Daily  {server.url}/feed" in run("feeds").out


@pytest.mark.parametrize(("folder", "kept"), [("", None), (" Wo\x1brld\udcff ", "World")])
def test_a_folder_is_cleaned(run: Run, server: Any, folder: str, kept: str | None) -> None:
    server.pages["/feed"] = feed()
    assert run("add", f"{server.url}/feed", "--folder", folder).status == 0
    assert run("feeds", "--json").json[0]["folder"] == kept


def test_adding_again_says_so(run: Run, server: Any) -> None:
    server.pages["/feed"] = feed()
    run("add", f"{server.url}/feed")
    ran = run("add", f"{server.url}/feed")
    assert ran.status == 0
    assert ran.out == f"Already subscribed: Lund Daily ({server.url}/feed)\n"
    assert len(run("feeds", "--json").json) == 1


def test_a_page_that_names_its_feed_can_be_added(run: Run, server: Any) -> None:
    server.pages["/feed"] = feed()
    link = b'<link rel="alternate" type="application/rss+xml" href="/feed">'
    page = b"<html><head>%s</head><body><p>Welcome</p></body></html>" % link
    server.pages["/"] = ("text/html", page)
    assert run("add", f"{server.url}/").status == 0
    assert run("feeds", "--json").json[0]["url"] == f"{server.url}/feed"


def test_what_is_no_feed_is_65(run: Run, server: Any) -> None:
    server.pages["/page"] = ("text/html", b"<html><body><p>Welcome</p></body></html>")
    ran = run("add", f"{server.url}/page")
    assert (ran.status, ran.out) == (65, "")
    assert ran.error
    assert run("feeds", "--json").json == []


def test_a_server_that_is_not_there_is_69(run: Run, closed_port: int) -> None:
    ran = run("add", f"http://127.0.0.1:{closed_port}/feed")
    assert (ran.status, ran.out) == (69, "")
    assert ran.error


def test_a_page_that_is_not_there_is_69(run: Run, server: Any) -> None:
    ran = run("add", f"{server.url}/feed")
    assert (ran.status, ran.out) == (69, "")
    assert ran.error


def test_the_first_subscription_takes_the_samples_out(run: Run, server: Any) -> None:
    sample = run("list", "--json").json[0]
    run("bookmark", str(sample["id"]))
    server.pages["/feed"] = feed()
    run("add", f"{server.url}/feed")
    assert [row["title"] for row in run("feeds", "--json").json] == ["Lund Daily"]
    assert [row["title"] for row in run("list", "--json").json] == ["First"]
    assert [row["title"] for row in run("bookmarks", "--json").json] == [sample["title"]]


@pytest.mark.parametrize("wanted", ["1", "https://coast.example/feed", "coast courier"])
@pytest.mark.usefixtures("kept")
def test_remove_by_number_address_or_title(run: Run, wanted: str) -> None:
    ran = run("remove", wanted)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "Unsubscribed: Coast Courier (https://coast.example/feed)\n"
    assert run("feeds", "--json").json == []
    assert run("list", "--json").json == []


@pytest.mark.parametrize("command", ["remove", "refresh"])
def test_a_subscription_that_is_not_there_is_66(run: Run, command: str) -> None:
    ran = run(command, "Harbour")
    assert (ran.status, ran.out) == (66, "")
    assert ran.error == ("newsreader: no subscription 'Harbour'; 'newsreader feeds' lists them")


def test_a_title_that_two_have_is_66_and_names_them(run: Run, home: Path) -> None:
    with Store(home / "data" / "reader.db") as store:
        first = store.add_feed("https://one.example/", title="News", now=1)
        second = store.add_feed("https://two.example/", title="news", now=1)
    ran = run("remove", "News")
    assert ran.status == 66
    assert ran.error.endswith(f"say which: {first.id}, {second.id}")


def test_refresh_brings_what_is_new(run: Run, server: Any) -> None:
    server.pages["/feed"] = feed()
    run("add", f"{server.url}/feed")
    server.pages["/feed"] = feed(SECOND)
    ran = run("refresh", "--all")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "Lund Daily: 1 new, 0 changed\nfeeds answered: 1 of 1, new entries: 1\n"
    assert [row["title"] for row in run("list", "--json").json] == ["Second", "First"]


def test_refresh_as_json(run: Run, server: Any) -> None:
    server.pages["/feed"] = feed()
    run("add", f"{server.url}/feed")
    server.pages["/feed"] = feed(SECOND)
    [result] = run("refresh", "Lund Daily", "--json").json
    assert result == {
        "id": 1,
        "title": "Lund Daily",
        "url": f"{server.url}/feed",
        "new": 1,
        "changed": 0,
        "error": None,
    }


def test_a_feed_that_fails_is_one_line_and_1_and_stops_no_other(
    run: Run, server: Any, home: Path, closed_port: int
) -> None:
    server.pages["/feed"] = feed()
    with Store(home / "data" / "reader.db") as store:
        store.add_feed(f"http://127.0.0.1:{closed_port}/", title="Away", trusted=True, now=1)
        store.add_feed(f"{server.url}/feed", title="There", trusted=True, now=1)
    ran = run("refresh", "--all", "--json")
    assert ran.status == 1
    assert ran.error.startswith("newsreader: Away: ")
    assert [(row["title"], row["new"], bool(row["error"])) for row in ran.json] == [
        ("Away", 0, True),
        ("There", 1, False),
    ]
    rows = {row["title"]: row["error"] for row in run("feeds", "--json").json}
    assert rows["Away"]
    assert rows["There"] is None
    assert "failed: " in run("feeds").out


def test_refresh_leaves_the_samples_alone(run: Run) -> None:
    run("list")
    [sample, *_] = run("feeds", "--json").json
    ran = run("refresh", "--all")
    assert (ran.status, ran.out) == (0, "feeds answered: 0 of 0, new entries: 0\n")
    ran = run("refresh", sample["url"])
    assert ran.status == 66
    assert ran.error


def coast(server: Any) -> None:
    """A site with two feeds of its own and one of comments."""
    server.pages["/news"] = feed()
    server.pages["/sport"] = ("text/xml", feed(SECOND)[1].replace(b"Lund Daily", b"Lund Sport"))
    server.pages["/comments/feed"] = ("text/xml", feed()[1].replace(b"First", b"Re: First"))
    link = "<link rel=alternate type=application/rss+xml href={}>"
    named = "".join(map(link.format, ("/news", "/comments/feed", "/sport")))
    server.pages["/"] = ("text/html", f"<html><head>{named}</head></html>".encode())


def test_the_feeds_of_a_page_are_listed_without_subscribing(run: Run, server: Any) -> None:
    coast(server)
    run("add", f"{server.url}/sport")
    ran = run("add", "--list", "--json", server.url)
    assert (ran.status, ran.err) == (0, "")
    assert [one["url"].removeprefix(server.url) for one in ran.json] == [
        "/news", "/sport", "/comments/feed",
    ]  # fmt: skip
    assert ran.json[0] == {
        "url": f"{server.url}/news",
        "title": "Lund Daily",
        "kind": "RSS",
        "entries": 1,
        "latest": {"title": "First", "published": None},
        "found": "named",
        "main": True,
        "subscribed": False,
    }
    assert [(one["main"], one["subscribed"]) for one in ran.json[1:]] == [
        (True, True), (False, False),
    ]  # fmt: skip
    lines = run("add", server.url, "--list").out.splitlines()
    assert lines[0].split("  ")[0:4] == ["Lund Daily", "RSS", "entries: 1", "named by the page"]
    assert "subscribed" in lines[1]
    assert len(run("feeds", "--json").json) == 1


def test_who_sees_it_is_told_of_other_feeds(
    run: Run, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    coast(server)
    assert run("add", server.url).out.count("\n") == 1
    run("remove", "Lund Daily")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    lines = run("add", server.url).out.splitlines()
    assert lines[0].startswith("Subscribed: Lund Daily")
    assert lines[2:] == [f"  newsreader add {server.url}/sport  # Lund Sport"]


def test_json_is_for_the_list(run: Run, server: Any) -> None:
    ran = run("add", "--json", server.url)
    assert (ran.status, ran.error) == (2, "newsreader: add: --json goes with --list")


def test_listing_nothing_is_65_and_reaching_nothing_69(
    run: Run, server: Any, closed_port: int
) -> None:
    server.pages["/page"] = ("text/html", b"<html><body><p>Welcome</p></body></html>")
    for address, status in ((f"{server.url}/page", 65), (f"127.0.0.1:{closed_port}", 69)):
        ran = run("add", "--list", address)
        assert (ran.status, ran.out) == (status, "")
        assert ran.error
