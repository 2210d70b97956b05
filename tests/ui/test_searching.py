"""Search as one types, and the views that are made of it."""

from pathlib import Path

import pytest

from reader.model import ParsedFeed, View
from reader.store import Store
from reader.ui.render.completion import completed
from reader.ui.widgets.search_line import begun
from tests.ui.conftest import entry
from tests.ui.driver import NOW, Driver, Reader


async def ask(driver: Driver, text: str, *keys: str) -> None:
    """Type a query, all at once; wait; press some keys."""
    await driver.press("/")
    await driver.pilot.press(*text)
    await driver.settle()
    await driver.press(*keys)


def titles(driver: Driver) -> list[str]:
    """Return the titles in the list."""
    rows = [driver.screen.entries.row(at) for at in range(driver.screen.entries.count)]
    return [row.title.split()[0] for row in rows if row is not None]


async def test_what_is_typed_is_found_at_once(reader: Reader) -> None:
    async with reader() as driver:
        await ask(driver, "geese")  # a word of the text
        assert titles(driver) == ["Why"]
        assert "Search · 1 entry" in driver.text
        await driver.press("backspace", "backspace", "backspace")
        assert titles(driver) == ["Why"]  # "ge*": what is being typed may go on
        await driver.press("x")
        assert titles(driver) == []
        assert "Nothing has all of this." in driver.text


async def test_enter_goes_to_what_was_found_and_escape_back(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("j")
        before = driver.screen.entries.current
        await ask(driver, "harbour", "enter")
        assert driver.screen.pane == "list"
        assert "We will not be hurried" in driver.article
        await driver.press("escape")
        assert driver.screen.view == View("all")
        assert driver.screen.entries.current == before
        await ask(driver, "harbour", "escape")
        assert driver.screen.view == View("all")


async def test_a_mistake_is_told_while_what_was_found_stays(reader: Reader) -> None:
    async with reader() as driver:
        await ask(driver, "harbour or titel:x")
        assert 'did you mean "title:"?' in " ".join(driver.text.split())
        assert titles(driver) == ["Harbour"]
        await driver.press(*["backspace"] * 10)
        assert "did you mean" not in driver.text


async def test_the_order_turns(reader: Reader, database: Path) -> None:
    with Store(database) as store:
        feed = store.add_feed("https://example.org/more", now=0)
        entries = (entry("n", "Notes", "<p>A word on the harbour.</p>", 1),)
        store.save_parsed(feed.id, ParsedFeed("More", entries=entries), now=NOW)
    async with reader() as driver:
        await ask(driver, "harbour")
        assert titles(driver) == ["Notes", "Harbour"]
        await driver.press("ctrl+t")
        assert titles(driver) == ["Harbour", "Notes"]
        assert "best first" in driver.text
        await driver.press("ctrl+t")
        assert titles(driver) == ["Notes", "Harbour"]


async def test_a_search_is_kept_as_a_view(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await ask(driver, "ice or harbour", "ctrl+s")
        await driver.pilot.press(*"Coast news")
        await driver.press("tab", "space", "ctrl+s")
        assert "Saved the view Coast news · u undoes" in driver.text
        await driver.press("enter")
        assert "Coast news · 2 entries" in driver.text
        with Store(database) as store:
            [saved] = store.saved_queries()
        assert (saved.name, saved.query, saved.notify) == (
            "Coast news",
            "ice or harbour*",
            True,
        )
        await driver.press("escape", "h", "j", "j", "j", "j")
        assert driver.screen.feeds.view == View("query", query="ice or harbour*")
        await driver.press("enter")
        assert titles(driver) == ["Harbour", "Why"]
        await driver.press("h", "d")
        assert "Removed the view Coast news · u undoes" in driver.text
        await driver.press("u")
        assert "Coast news" in driver.text
        with Store(database) as store:
            assert store.saved_queries() == [saved]


async def test_saved_views_count_what_is_unread(reader: Reader, database: Path) -> None:
    with Store(database) as store:
        store.save_query("Nothing", "titel:x", now=0)
        store.save_query("Coast", 'feed:"Coast Courier"', now=0)
    async with reader() as driver:
        assert [driver.screen.feeds.item(at).count for at in (4, 5)] == [0, 3]
        await driver.press("enter")
        assert driver.screen.feeds.item(5).count == 2


async def test_a_saved_view_is_there_again_after_a_restart(reader: Reader, database: Path) -> None:
    with Store(database) as store:
        store.save_query("Geese", "geese", now=0)
    async with reader() as driver:
        await driver.press("h", "j", "j", "j", "j", "enter")
        assert titles(driver) == ["Why"]
        await ask(driver, "harbour", "enter")
    async with reader() as driver:
        assert driver.screen.view == View("query", query="geese")
        assert titles(driver) == ["Why"]
        assert "Geese · 1 entry" in driver.text


async def test_words_are_marked_in_titles_and_in_the_article(reader: Reader) -> None:
    async with reader() as driver:
        await ask(driver, "harb", "enter")
        looks = [look for _, look in driver.screen.entries.draw_row(0, 60)[0]]
        assert "unread-found" in looks
        article = driver.screen.article
        assert article.article is not None
        found = {article.article.text[start:end].casefold() for start, end in article._found}
        assert found == {"harb"}
        await driver.press("escape")
        assert not driver.screen.article._found
        looks = [look for _, look in driver.screen.entries.draw_row(0, 60)[0]]
        assert "unread-found" not in looks


async def test_the_index_is_written_while_one_reads(reader: Reader, database: Path) -> None:
    index = database.parent.with_name("cache") / "search.db"
    async with reader() as driver:
        await driver.press("j")
    with Store(database) as store:
        store.use_index(index)
        assert store.index_progress().complete


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("harb", "harb*"),
        ("harb ", "harb "),
        ("a harb", "a harb*"),
        ("harb or", "harb or"),
        ('"two wor', '"two wor'),
        ('"two words"', '"two words"'),
        ("is:unread", "is:unread"),
        ("feed:coast", "feed:coast"),
        ("title:har", "title:har*"),
        ("-har", "-har*"),
        ("(har", "(har*"),
        ("har*", "har*"),
        ("", ""),
        ("10:30", "10:30"),
    ],
)
def test_the_word_being_typed_may_go_on(typed: str, asked: str) -> None:
    assert begun(typed) == asked


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("fol", "folder:"),
        ("x ti", "x title:"),
        ("is:unr", "is:unread"),
        ("-is:r", "-is:read"),
        ("feed:coast", 'feed:"Coast Courier"'),
        ('feed:"Coast C', 'feed:"Coast Courier"'),
        ("feed:", 'feed:"Coast Courier"'),
        ("folder:n", "folder:North"),
        ("said:mu", None),
        ("zzz", None),
        ("f", None),
        ("", None),
        ("titel:x", None),
    ],
)
def test_the_last_word_is_completed(typed: str, whole: str | None) -> None:
    names = {"feed": ["Coast Courier", 'A "b"'], "folder": ["North"]}
    assert completed(typed, names) == whole
