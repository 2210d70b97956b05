"""newsboat's list of feeds, and what its database says was read."""

import sqlite3
import time
from pathlib import Path

import pytest

from reader.errors import NotFoundError, ParseError
from reader.model import ParsedEntry, ParsedFeed, View
from reader.outlines import LeftOut, Outline, Outlines, parse_outlines
from reader.store import Store
from reader.store.newsboat import read_in_newsboat

URLS = """# feeds
https://a.example/feed  tech "two words" ~Mine
https://b.example/feed "~Quoted \\"title\\"" !hidden "!also" news

https://c.example/?x=1
"query:Unread:unread = \\"yes\\"" tech
exec:~/bin/weather
filter:mend:https://d.example/
file:///etc/passwd
"""


def test_a_list_of_newsboats() -> None:
    assert parse_outlines(URLS.encode()) == Outlines(
        (
            Outline("Mine", "https://a.example/feed", None, ("tech",)),
            Outline('Quoted "title"', "https://b.example/feed", None, ("news",)),
            Outline("https://c.example/?x=1", "https://c.example/?x=1"),
        ),
        (
            LeftOut('query:Unread:unread = "yes"', "a query of newsboat's"),
            *(
                LeftOut(
                    one, "a program: write it into config.toml, docs/configuration.md tells how"
                )
                for one in ("exec:~/bin/weather", "filter:mend:https://d.example/")
            ),
            LeftOut("file:///etc/passwd", "not an http or https address"),
        ),
    )


@pytest.mark.parametrize("data", [b"", b"# nothing", b"Dear Ada,\nno feeds here", b"\x00\x01\xff"])
def test_what_lists_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(ParseError, match="neither OPML nor a list of addresses"):
        parse_outlines(data)


def test_hostile_lines_take_no_time() -> None:
    begun = time.process_time()
    line = b"https://a.example/ " + b'"\\' * 400_000 + b"\n" + b"x" * 10**6
    assert [feed.url for feed in parse_outlines(line).feeds] == ["https://a.example/"]
    assert time.process_time() - begun < 1


SCHEMA = """
    CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid VARCHAR(64), url VARCHAR(1024),
        feedurl VARCHAR(1024), unread INTEGER(1), deleted INTEGER(1) DEFAULT 0)
"""


def database(path: Path, *rows: tuple[object, ...], schema: str = SCHEMA) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute(schema)
        connection.executemany(
            "INSERT INTO rss_item (guid, url, feedurl, unread, deleted) VALUES (?, ?, ?, ?, ?)",
            rows,
        )
    connection.close()
    return path


FEED = "https://a.example/feed"


def test_what_was_read(tmp_path: Path) -> None:
    path = database(
        tmp_path / "cache.db",
        ("read", "https://a.example/1", FEED, 0, 0),
        ("unread", "https://a.example/2", FEED, 1, 0),
        ("deleted", "https://a.example/3", FEED, 1, 1),
        ("https://a.example/4Tue, 24 Nov 2026", "https://a.example/4", FEED, 0, 0),
        ("https://a.example/5", "https://a.example/5", FEED, 0, 0),
        ("x" * 5000, "", FEED, 0, 0),
        (None, None, None, 0, 0),
        (b"\xff", 7, FEED, 0, 0),
    )
    assert [guid for feed, guid in read_in_newsboat(path) if feed == FEED and guid] == [
        "read",
        "deleted",
        "https://a.example/4",
        "https://a.example/5",
    ]


def test_what_is_no_database_of_newsboats(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database")
    other = database(
        tmp_path / "other.db",
        schema="CREATE TABLE rss_item (guid, url, feedurl, unread, deleted, x)",
    )
    with sqlite3.connect(other) as connection:
        connection.execute("ALTER TABLE rss_item DROP COLUMN unread")
    for path in (tmp_path / "text", other):
        with pytest.raises(ParseError, match="no database of newsboat's"):
            list(read_in_newsboat(path))
    with pytest.raises(NotFoundError):
        list(read_in_newsboat(tmp_path / "none"))


def test_a_view_that_never_ends_is_ended(tmp_path: Path) -> None:
    endless = """
        CREATE VIEW rss_item AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT '' AS guid, '' AS url, '' AS feedurl, 0 AS unread, 0 AS deleted FROM n WHERE i < 0
    """
    path = tmp_path / "cache.db"
    with sqlite3.connect(path) as connection:
        connection.execute(endless)
    begun = time.monotonic()
    with pytest.raises(ParseError):
        list(read_in_newsboat(path))
    assert time.monotonic() - begun < 20


def test_what_was_read_is_read_when_it_comes(tmp_path: Path) -> None:
    with Store(tmp_path / "data" / "reader.db") as store:
        feed = store.add_feed(FEED, now=1)
        here, later = ParsedEntry("here", "Here"), ParsedEntry("later", "Later")
        store.save_parsed(feed.id, ParsedFeed("A", entries=(here,)), now=2)
        changed = store.expect_read(feed.id, ["here", "later", "later", "never", ""], now=3)
        assert len(changed) == 3
        assert store.expect_read(feed.id, ["here", "later"], now=4) == []
        new = ParsedEntry("new", "New")
        store.save_parsed(feed.id, ParsedFeed("A", entries=(new, later, here)), now=5)
        rows = store.entry_rows(store.entry_ids(View("all")))
        assert {row.title: row.read for row in rows} == {"New": False, "Later": True, "Here": True}
        journal = store._rows("SELECT field, value FROM changes")
        assert [tuple(row) for row in journal] == [("read", 1)] * 3
        assert store.check() == []
