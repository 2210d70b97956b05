from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.model import ParsedEntry, ParsedFeed
from reader.store import Store

Run = Callable[..., Any]


def test_list_is_newest_first_in_its_shape(run: Run, kept: list[int]) -> None:
    ran = run("list", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert [entry["id"] for entry in ran.json] == kept
    assert ran.json[0] == {
        "id": kept[0],
        "title": "Harbour closes",
        "link": "https://coast.example/b",
        "feed": "Coast Courier",
        "authors": ["Ada Ray", "Bo Li"],
        "published": "2023-11-14T22:13:20Z",
        "read": False,
        "bookmarked": False,
        "quotations": None,
    }


def test_jsonl_is_the_same_one_a_line(run: Run, kept: list[int]) -> None:
    assert len(kept) == len(run("list", "--jsonl").lines)
    assert run("list", "--jsonl").lines == run("list", "--json").json


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        ([], ["Harbour closes", "冰 leaves early"]),
        (["HARBOUR"], ["Harbour closes"]),
        (["coast", "early"], ["冰 leaves early"]),
        (["coast early"], ["冰 leaves early"]),
        (["冰"], ["冰 leaves early"]),
        (["nothing of the kind"], []),
        (["--limit", "1"], ["Harbour closes"]),
        (["--limit", "0"], []),
        (["--limit", "9" * 30], ["Harbour closes", "冰 leaves early"]),
    ],
)
@pytest.mark.usefixtures("kept")
def test_list_of_what_is_asked_for(run: Run, arguments: list[str], titles: list[str]) -> None:
    ran = run("list", "--json", *arguments)
    assert [entry["title"] for entry in ran.json] == titles


def test_list_for_people_is_aligned(run: Run, home: Path, kept: list[int]) -> None:
    with Store(home / "data" / "reader.db") as store:
        store.set_read([kept[1]], True, now=2)
    run("bookmark", str(kept[1]))
    assert run("list").out == (
        f"{kept[0]}  ●    2023-11-14 22:13  Coast Courier  Harbour closes\n"
        f"{kept[1]}    ★  2020-09-13 12:26  Coast Courier  冰 leaves early\n"
    )


def test_an_empty_profile_lists_the_samples(run: Run) -> None:
    entries = run("list", "--json").json
    assert entries
    ran = run("show", str(entries[0]["id"]))
    assert ran.status == 0
    assert entries[0]["title"].split()[0] in ran.out


def test_show_numbers_quotations_and_names_their_sources(run: Run, kept: list[int]) -> None:
    ran = run("show", str(kept[0]))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(
        "Harbour closes\n"
        "Coast Courier · Ada Ray, Bo Li · 2023-11-14 22:13\n"
        f"entry {kept[0]} · ● unread\n"
        "https://coast.example/b\n"
        "\n"
        "The harbour will close in May.\n"
        "\n"
        "“We had no other choice,” [1] said Ada Ray, the mayor of Lund.\n"
        "\n"
        "Sources\n"
        "Ada Ray"
    )
    assert "[1]" in ran.out.rpartition("Ada Ray")[2]


def test_show_as_json(run: Run, kept: list[int]) -> None:
    shape = run("show", str(kept[0]), "--json").json
    row = run("list", "--json").json[0]
    assert row["quotations"] == 1
    assert {key: shape[key] for key in row} == row
    more = {"enclosures", "language", "quotes", "sources", "notes", "text", "same_story"}
    assert set(shape) == {*row, *more}
    assert shape["enclosures"] == [
        {"url": "https://coast.example/b.mp3", "type": "audio/mpeg", "length": 12}
    ]
    quote = shape["quotes"][0]
    assert shape["text"][quote["start"] : quote["end"]] == "“We had no other choice,”"


def test_showing_does_not_mark_as_read(run: Run, kept: list[int]) -> None:
    run("show", str(kept[0]))
    assert run("list", "--json").json[0]["read"] is False


@pytest.mark.parametrize("wanted", ["999", "abc", "-1", "1.0", "9" * 30, "٣", ""])
@pytest.mark.parametrize("command", ["show", "bookmark"])
@pytest.mark.usefixtures("kept")
def test_an_entry_that_is_not_there_is_66(run: Run, command: str, wanted: str) -> None:
    ran = run(command, wanted)
    assert (ran.status, ran.out) == (66, "")
    assert ran.error == f"newsreader: no entry {wanted!r}; 'newsreader list' shows their numbers"


def test_the_same_story_of_another_feed_is_named(run: Run, home: Path, kept: list[int]) -> None:
    with Store(home / "data" / "reader.db") as store:
        entry = store.entry(kept[0])
        assert entry
        feed = store.add_feed("https://post.example/", title="Harbour Post", now=1)
        again = ParsedEntry("p", "Shut", link=entry.link, published=entry.published)
        store.save_parsed(feed.id, ParsedFeed("", entries=(again,)), now=entry.seen)
        (other,) = store.same_story(kept[0])
    assert run("show", str(kept[0]), "--json").json["same_story"] == [other]
    assert run("show", str(kept[0])).out.endswith(
        f"\nThe same story\n{other}  ●   2023-11-14 22:13  Harbour Post  Shut\n"
    )
    assert "same story" not in run("show", str(kept[1])).out


def test_search_gives_what_fits_best_first(run: Run, home: Path, kept: list[int]) -> None:
    with Store(home / "data" / "reader.db") as store:
        feed = store.add_feed("https://coast.example/more", now=1)
        entry = ParsedEntry("x", "Notes", published=1_700_900_000, content_html="<p>The harbour")
        store.save_parsed(feed.id, ParsedFeed("More", entries=(entry,)), now=1_700_900_000)
    titles = [entry["title"] for entry in run("search", "harbour", "--json").json]
    assert titles[:2] == ["Harbour closes", "Notes"]
    newest = run("search", "harbour", "--newest", "--jsonl").lines
    assert newest[0]["title"] == "Notes"
    assert len(run("search", "harbour", "--limit", "1", "--json").json) == 1
    assert run("search", "kept:").status == 2
    assert kept[0] in [entry["id"] for entry in run("search", "clos*", "--json").json]


def test_search_writes_its_index_anew_where_it_is_lost(run: Run, home: Path) -> None:
    assert run("search", "harb*", "--json").json
    index = home / "cache" / "search.db"
    assert f"{index}, 18 of 18 entries" in run("doctor").out
    for file in index.parent.glob("search.db*"):
        file.unlink()
    assert run("search", "harb*", "--json").json
    index.write_bytes(b"not a database, but longer than the header of one" * 99)
    assert run("search", "harb*", "--json").json
    assert index.exists()


def test_doctor_takes_a_damaged_index_away(run: Run, home: Path) -> None:
    run("search", "harb*")
    index = home / "cache" / "search.db"
    data = index.read_bytes()
    index.write_bytes(data[:8192] + bytes(len(data) - 8192))
    for end in ("-wal", "-shm"):
        index.with_name(f"search.db{end}").unlink(missing_ok=True)
    assert "doctor --repair takes it away" in run("doctor").out
    assert "took the damaged" in run("doctor", "--repair").out
    assert not index.exists() or "18 of 18" not in run("doctor").out
    assert run("search", "harb*", "--json").json
