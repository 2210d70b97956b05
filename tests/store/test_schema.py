"""Migrations: what each version of the schema wrote is opened with the newest.

``tests/data/schema/vN.sql`` is what SQLite's ``.dump`` gives of the database that ``sample``
writes with version N, with the two numbers of its header in front. It is never made again.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.model import (
    Analysis,
    Article,
    Feed,
    ParsedEntry,
    ParsedFeed,
    Quotation,
    Rule,
    Term,
    TextQuote,
    Verdict,
    View,
)
from reader.store import Store, schema

DUMPS = Path(__file__).parents[1] / "data" / "schema"
Fill = Callable[..., Feed]


def sample(path: Path) -> None:
    """Write a database with something in every table."""
    article = Article("Second", (), "He said “no”.", link="https://a.example/2")
    with Store(path) as store:
        feed = store.add_feed("https://a.example/", folder="World", now=1000)
        first = ParsedEntry("g1", "First", published=900, content_html="<p>One")
        second = ParsedEntry("g2", "Second", link="https://a.example/2", authors=("Ada Ray",))
        store.save_parsed(feed.id, ParsedFeed("Sample", entries=(second, first)), now=1000)
        first = ParsedEntry("g1", "First, changed", published=900, content_html="<p>Two")
        store.save_parsed(feed.id, ParsedFeed("Sample", entries=(second, first)), now=2000)
        second_id, first_id = store.entry_ids(View("all"))
        store.set_read([first_id], True, now=2100)
        for now, quotation in ((2200, None), (2300, TextQuote("“no”", "said ", ".", 8, 12, "x"))):
            store.add_bookmark(
                second_id,
                article=article,
                content_html="<p>",
                feed="Sample",
                authors=("Ada Ray",),
                quotation=quotation,
                source=None,
                now=now,
            )
        store.edit_bookmark(2, note="Mine", tags=("later", "maps"), now=2400)
        analysis = Analysis("en", (Quotation(8, 12, ((8, 12),), "direct", None, None, None),))
        store.save_analysis(second_id, "x", "rules-1", analysis, now=2500)
        store.add_correction(
            second_id,
            article=article,
            place=TextQuote("“no”", "said ", ".", 8, 12, "x"),
            quotation=analysis.quotations[0],
            verdict=Verdict("Ada Ray", "person"),
            now=2600,
        )
        store.save_full_text(first_id, "https://a.example/1", "<p>All of it", now=2700)
        store.set_position(second_id, 7)
        called_anew = replace(first, guid="g1 of another kind")
        parsed = ParsedFeed("Sample", entries=(second, called_anew))
        store.save_parsed(feed.id, parsed, now=2800)
        ad = ParsedEntry("ad", "Advertisement")
        advert = Term("title", "advert", begins=True)
        rules = (Rule("hide", advert), Rule("tag", advert, "ads"))
        parsed = ParsedFeed("Sample", entries=(second, called_anew, ad))
        store.save_parsed(feed.id, parsed, now=2900, rules=rules)
        store.set_state("view", "unread")
        store.save_query("Ferries", "ferry is:unread", now=3000)


def load(version: int, path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    path.touch(mode=0o600)
    raw = sqlite3.connect(path)
    raw.executescript((DUMPS / f"v{version}.sql").read_text(encoding="utf-8"))
    raw.close()


def described(store: Store) -> list[tuple[str, ...]]:
    rows = store._rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    return [tuple(row) for row in rows]


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    tables = store._rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {
        table: [tuple(row) for row in store._rows(f"SELECT * FROM {table}")]  # noqa: S608 - ours
        for (table,) in tables
    }


def test_there_is_a_dump_of_every_version() -> None:
    versions = range(1, len(schema.MIGRATIONS) + 1)
    assert sorted(dump.name for dump in DUMPS.glob("*.sql")) == [f"v{v}.sql" for v in versions]


def test_the_newest_dump_is_of_the_newest_schema(path: Path, tmp_path: Path) -> None:
    load(len(schema.MIGRATIONS), path)
    sample(tmp_path / "sample.db")
    with Store(path) as store, Store(tmp_path / "sample.db") as expected:
        assert described(store) == described(expected)
        assert all(rows(store).values())
        assert rows(store) == rows(expected)


@pytest.mark.parametrize("version", range(1, len(schema.MIGRATIONS) + 1))
def test_what_a_version_wrote_is_there_with_the_newest(
    version: int, path: Path, tmp_path: Path
) -> None:
    load(version, path)
    with Store(path) as store, Store(tmp_path / "fresh.db") as fresh:
        assert store.schema_version == len(schema.MIGRATIONS)
        assert described(store) == described(fresh)
        assert store.check() == []

        (feed,) = store.feeds()
        assert (feed.title, feed.folder, feed.entries, feed.unread) == ("Sample", "World", 2, 1)
        rows = store.entry_rows(store.entry_ids(View("all")))
        assert [(row.title, row.read, row.bookmarked, row.quotations) for row in rows] == [
            ("Second", False, True, 1),
            ("First, changed", True, False, None),
        ]
        assert [version.title for version in store.versions(rows[1].id)] == ["First"]
        bookmarks = [store.bookmark(one) for one in store.bookmarks()]
        assert [one.tags for one in bookmarks if one] == [("later", "maps"), ()]
        assert [one.quotation.exact for one in bookmarks if one and one.quotation] == ["“no”"]
        assert store.position(rows[0].id) == 7
        assert store.get_state("view") == "unread"


def test_a_migration_that_fails_leaves_the_version_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(path) as store:
        store.set_state("a", "b")
        before = described(store)
    # The table is made, then the script fails: both go.
    broken = ("CREATE TABLE extra (a ANY) STRICT;\nINSERT INTO missing VALUES (1);\n",)
    migrations = schema.MIGRATIONS + broken
    monkeypatch.setattr("reader.store.schema.MIGRATIONS", migrations)
    monkeypatch.setattr("reader.store.database.MIGRATIONS", migrations)
    with pytest.raises(StoreError, match="no such table: missing"):
        Store(path)
    monkeypatch.undo()
    with Store(path) as store:
        assert described(store) == before
        assert store.get_state("a") == "b"


def test_a_second_migration_is_run_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(path).close()
    version = len(schema.MIGRATIONS) + 1
    migrations = (*schema.MIGRATIONS, "INSERT INTO state VALUES ('migrated', 'once');\n")
    monkeypatch.setattr("reader.store.schema.MIGRATIONS", migrations)
    monkeypatch.setattr("reader.store.database.MIGRATIONS", migrations)
    for _ in range(2):
        with Store(path) as store:
            assert store.schema_version == version
            assert store.get_state("migrated") == "once"


def test_statements_are_told_apart() -> None:
    script = """
        CREATE TABLE a (b); -- with a word; and a semicolon
        CREATE TRIGGER t AFTER INSERT ON a BEGIN
            DELETE FROM a;
        END;
    """
    assert [one.split()[1] for one in schema.statements(script)] == ["TABLE", "TRIGGER"]


def test_check_finds_what_does_not_agree(path: Path, store: Store, fill: Fill) -> None:
    fill()
    store._connection.execute("PRAGMA foreign_keys = OFF")
    wrong = [
        "UPDATE entries SET read = 1 WHERE id = 1",
        "UPDATE entries SET shown = 0 WHERE id IN (1, 2)",
        "INSERT INTO positions VALUES (99, 1)",
        "PRAGMA ignore_check_constraints = ON",
        "INSERT INTO statuses (entry_id, starred) VALUES (3, 2)",
        "PRAGMA ignore_check_constraints = OFF",
        "UPDATE entries SET starred = 0",
    ]
    for sql in wrong:
        store._connection.execute(sql)
    assert store.check() == [
        f"{path}: CHECK constraint failed in statuses",
        f"{path}: a row of positions belongs to a row of identities that is missing",
        f"{path}: 2 entries stand in a view against their subscription",
        f"{path}: 2 entries stand in a view against their status",
    ]
    for sql in (
        "UPDATE entries SET read = 0, shown = 1",
        "DELETE FROM positions",
        "DELETE FROM statuses",
    ):
        store._connection.execute(sql)
