from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]

SENTENCES = " ".join(f"The harbour stood open for the {n}th time this year." for n in range(30))
PAGE = f"""<html lang="en"><head><title>Harbour closes</title></head><body>
<article><h1>Harbour closes</h1><p>{SENTENCES}</p><p>{SENTENCES}</p><p>{SENTENCES}</p></article>
</body></html>""".encode()


def test_an_entry_is_bookmarked_once(run: Run, kept: list[int]) -> None:
    ran = run("bookmark", str(kept[0]))
    assert (ran.status, ran.out, ran.err) == (0, "Bookmarked: 1 Harbour closes\n", "")
    ran = run("bookmark", str(kept[0]))
    assert (ran.status, ran.out) == (0, "Already bookmarked: 1 Harbour closes\n")
    [row] = run("bookmarks", "--json").json
    assert row.pop("created").endswith("Z")
    assert row == {
        "id": 1,
        "title": "Harbour closes",
        "link": "https://coast.example/b",
        "feed": "Coast Courier",
        "quotation": None,
        "note": "",
        "tags": [],
    }
    assert run("list", "--json").json[0]["bookmarked"] is True


def test_an_address_that_an_entry_has_bookmarks_the_entry(run: Run, kept: list[int]) -> None:
    assert run("bookmark", "https://coast.example/b").out == "Bookmarked: 1 Harbour closes\n"
    rows = run("list", "--json").json
    assert [(row["id"], row["bookmarked"]) for row in rows] == [(kept[0], True), (kept[1], False)]


def test_a_page_is_fetched_and_bookmarked_once(run: Run, server: Any) -> None:
    server.pages["/page"] = ("text/html; charset=utf-8", PAGE)
    assert run("bookmark", f"{server.url}/page").out == "Bookmarked: 1 Harbour closes\n"
    del server.pages["/page"]
    assert run("bookmark", f"{server.url}/page").out == "Already bookmarked: 1 Harbour closes\n"
    [row] = run("bookmarks", "--json").json
    assert (row["title"], row["link"]) == ("Harbour closes", f"{server.url}/page")
    assert "Harbour closes" in run("bookmarks").out


def test_a_page_that_is_not_there_is_69(run: Run, server: Any) -> None:
    ran = run("bookmark", f"{server.url}/page")
    assert (ran.status, ran.out) == (69, "")
    assert ran.error
    assert run("bookmarks", "--json").json == []


def test_no_bookmarks_are_an_empty_list(run: Run) -> None:
    assert run("bookmarks", "--json").json == []
    assert run("bookmarks").out == ""


@pytest.mark.parametrize("target", ["ftp://coast.example/", "coast.example/b"])
def test_other_addresses_are_no_entries(run: Run, target: str) -> None:
    assert run("bookmark", target).status == 66
