"""Orders of the list, and stories that open."""

from pathlib import Path

from reader.model import ParsedFeed
from reader.store import Store
from tests.ui.conftest import entry
from tests.ui.driver import NOW, Reader
from tests.ui.test_searching import titles

STORY = "The harbour council puts off its vote on the plan again"


async def test_orders_turn_and_are_remembered(reader: Reader) -> None:
    async with reader() as driver:
        newest = titles(driver)
        await driver.press("S")
        assert titles(driver) == newest[::-1]
        assert "All · 6 entries · the oldest first" in driver.text
        await driver.press("S")
        assert "· by feed" in driver.text
        assert titles(driver)[:3] == ["Harbour", "Why", "[/]"]
    async with reader() as driver:
        assert "· by feed" in driver.text
        await driver.press("S", "S")
        assert titles(driver) == newest


async def test_a_story_opens_and_closes(reader: Reader, database: Path) -> None:
    with Store(database) as store:
        for hours, name in enumerate(("North", "South")):
            feed = store.add_feed(f"https://example.org/{name}", now=0)
            told = ParsedFeed(name, entries=(entry(name, STORY, "<p>x</p>", hours),))
            store.save_parsed(feed.id, told, now=NOW)
    async with reader() as driver:
        await driver.press("S", "S", "S")
        assert "one row a story" in driver.text
        assert titles(driver).count("The") == 1
        assert "North · +1" in driver.text
        await driver.press("plus")
        assert titles(driver).count("The") == 2
        assert "╰ " in driver.text
        await driver.press("j", "enter", "h")
        assert driver.screen.entries.cursor == 1
        await driver.screen.reload()
        assert driver.screen.entries.cursor == 1  # what was opened stays open
        await driver.press("plus")
        assert titles(driver).count("The") == 1
        await driver.press("G", "plus")
        assert "No other feed has this story" in driver.text
