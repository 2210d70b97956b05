import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from reader.model import ParsedEntry, ParsedFeed
from reader.store import Store

Run = Callable[..., Any]

OPML = b"""<?xml version="1.0"?><opml version="2.0"><head/><body>
<outline text="Coast Courier" type="rss" xmlUrl="https://coast.example/feed"/>
<outline text="Science"><outline text="Polar Notes" type="rss" xmlUrl="https://polar.example/"/>
<outline text="Polar Notes again" type="rss" xmlUrl="https://polar.example/"/></outline>
</body></opml>"""


@pytest.fixture
def opml(tmp_path: Path) -> str:
    (tmp_path / "feeds.opml").write_bytes(OPML)
    return str(tmp_path / "feeds.opml")


def subscriptions(run: Run) -> list[tuple[str | None, str, str]]:
    return [(row["folder"], row["title"], row["url"]) for row in run("feeds", "--json").json]


def test_import_adds_what_is_not_known(run: Run, opml: str, kept: list[int]) -> None:
    assert len(kept) == 2
    ran = run("import", opml)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "Science  Polar Notes  https://polar.example/\n"
    assert subscriptions(run) == [
        ("Science", "Polar Notes", "https://polar.example/"),
        ("World", "Coast Courier", "https://coast.example/feed"),
    ]


def test_a_feed_without_a_title_takes_its_own(run: Run, home: Path) -> None:
    nameless = OPML.replace(b'text="Coast Courier" ', b"")
    run("import", "-", stdin=nameless)
    with Store(home / "data" / "reader.db") as store:
        [row] = [row for row in store.feeds() if row.url == "https://coast.example/feed"]
        store.save_parsed(row.id, ParsedFeed(title="Coast Courier"), now=1)
    assert "Coast Courier" in [title for _, title, _ in subscriptions(run)]


def test_a_dry_run_adds_nothing(run: Run, opml: str) -> None:
    ran = run("import", opml, "--dry-run")
    assert ran.status == 0
    assert "https://polar.example/" in ran.out
    assert subscriptions(run) == []


def test_importing_takes_the_samples_out(run: Run, opml: str) -> None:
    run("list")
    assert run("feeds", "--json").json[0]["url"].startswith("sample:")
    run("import", opml)
    assert [url for _, _, url in subscriptions(run)] == [
        "https://polar.example/",
        "https://coast.example/feed",
    ]


def test_import_reads_standard_input(run: Run) -> None:
    assert run("import", "-", stdin=OPML).status == 0
    assert len(subscriptions(run)) == 2


@pytest.mark.parametrize(
    ("content", "status"), [(b"no outline", 65), (b"", 65), (b"<rss/>", 65), (None, 66)]
)
def test_what_is_no_opml_is_one_line(
    run: Run, tmp_path: Path, content: bytes | None, status: int
) -> None:
    path = tmp_path / "file"
    if content is not None:
        path.write_bytes(content)
    ran = run("import", str(path))
    assert (ran.status, ran.out) == (status, "")
    assert ran.error


def test_what_is_exported_can_be_imported(
    run: Run, opml: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", opml)
    before = subscriptions(run)
    target = tmp_path / "out.opml"
    assert run("export", str(target)).out == ""
    assert run("export").out == target.read_text(encoding="utf-8")
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path / "other"))
    run("import", str(target))
    assert subscriptions(run) == before


def test_samples_are_not_exported(run: Run) -> None:
    run("list")
    assert "sample:" not in run("export").out
    assert ET.fromstring(run("export").out.encode()).tag == "opml"  # noqa: S314 - our own


def test_folders_and_pages_survive_a_round_trip(run: Run, home: Path) -> None:
    with Store(home / "data" / "reader.db") as store:
        feed = store.add_feed("https://coast.example/feed", folder="World / North", now=1)
        store.save_parsed(feed.id, ParsedFeed("Coast", link="https://coast.example/"), now=1)
        store.add_feed("exec:weather", now=1)
    exported = run("export").out
    assert "exec:" not in exported
    north = ET.fromstring(exported.encode()).find("body/outline[@text='World']/outline")  # noqa: S314
    assert north is not None
    assert north.get("text") == "North"
    assert north[0].get("htmlUrl") == "https://coast.example/"
    ran = run("import", "-", stdin=exported.replace("coast.example/feed", "new.example/").encode())
    assert ran.status == 0
    assert ("World / North", "Coast", "https://new.example/") in subscriptions(run)


def test_what_is_left_out_is_named(run: Run) -> None:
    bad = b"".join(b'<outline text="Bad %d" xmlUrl="file:///%d"/>' % (n, n) for n in range(12))
    ran = run("import", "-", stdin=OPML.replace(b"<head/><body>", b"<head/><body>" + bad))
    assert ran.status == 0
    lines = ran.err.splitlines()
    assert lines[0] == "newsreader: left out: Bad 0: not an http or https address"
    assert (len(lines), lines[-1]) == (11, "newsreader: left out: 2 more")
    assert len(subscriptions(run)) == 2


def test_newsboats_feeds_and_what_was_read_there(run: Run, home: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache.db"
    with sqlite3.connect(cache) as connection:
        connection.execute("CREATE TABLE rss_item (guid, url, feedurl, unread, deleted)")
        row = ("one", "", "https://coast.example/feed", 0, 0)
        connection.execute("INSERT INTO rss_item VALUES (?, ?, ?, ?, ?)", row)
    urls = b"https://coast.example/feed north\nexec:weather\n"
    arguments = ("import", "-", "--newsboat-cache", str(cache))
    assert run(*arguments, "--dry-run", stdin=urls).status == 0
    assert subscriptions(run) == []
    ran = run(*arguments, stdin=urls)
    assert ran.status == 0
    assert ran.err.startswith("newsreader: left out: exec:weather: a program")
    assert subscriptions(run) == [
        ("north", "https://coast.example/feed", "https://coast.example/feed")
    ]
    with Store(home / "data" / "reader.db") as store:
        (feed,) = store.feeds()
        entries = (ParsedEntry("one", "One"), ParsedEntry("two", "Two"))
        store.save_parsed(feed.id, ParsedFeed("Coast", entries=entries), now=5)
        assert store.feeds()[0].unread == 1
    assert run("import", "-", "--newsboat-cache", str(tmp_path / "none"), stdin=urls).status == 66
