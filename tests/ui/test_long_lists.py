"""Lists too long to be known whole when they are first seen."""

from pathlib import Path

import pytest

from reader.model import ParsedFeed, View
from reader.store import Store
from tests.ui.conftest import entry
from tests.ui.driver import Driver, Reader

MANY = 1000
FEED = ParsedFeed(
    "Many", entries=tuple(entry(f"{n}", f"Title {n}", "", 100 + n) for n in range(MANY))
)


@pytest.fixture
def ids(database: Path) -> list[int]:
    """The ids of a thousand entries, the newest first, in a feed of their own."""
    with Store(database) as store:
        feed = store.add_feed("https://example.org/many", now=0)
        store.save_parsed(feed.id, FEED, now=0)
        return list(store.entry_ids(View("feed", feed_id=feed.id)))


def place(driver: Driver) -> tuple[int | None, int]:
    """Return the entry under the cursor, and how far down the screen it is."""
    entries = driver.screen.entries
    return entries.current, entries.cursor * entries.ROW_LINES - entries.scroll_offset.y


async def test_the_rest_of_a_list_comes_without_moving_what_is_seen(
    reader: Reader, database: Path, ids: list[int]
) -> None:
    with Store(database) as store:
        store.set_state("at:all:", str(ids[700]))
    async with reader() as driver:
        entries = driver.screen.entries
        assert entries.whole
        assert list(entries.ids)[-MANY:] == ids
        before = place(driver)
        assert before[0] == ids[700]
        driver.screen._list(await driver.screen.library.listing(View("all")))
        await driver.press("j")
        assert not entries.whole
        at = place(driver)
        assert at[0] == ids[701]
        await driver.screen.know_all()
        assert entries.whole
        assert place(driver) == at
        assert f"{entries.cursor + 1:,} of {MANY + 6:,}" in driver.text


async def test_the_end_is_the_end_of_the_whole_list(reader: Reader, ids: list[int]) -> None:
    async with reader() as driver:
        screen = driver.screen
        screen._list(await screen.library.listing(View("all")))
        assert not screen.entries.whole
        screen.entries.action_last()
        await screen.know_all()
        assert screen.entries.current == ids[-1]


async def test_the_next_unread_may_be_far(reader: Reader, database: Path, ids: list[int]) -> None:
    with Store(database) as store:
        everything = store.entry_ids(View("all"))
        store.set_read(set(everything) - {ids[900]}, True, now=0)
    async with reader() as driver:
        await driver.press("n")
        assert driver.screen.entries.current == ids[900]
        await driver.press("n")
        assert "Nothing unread here" in driver.text


async def test_all_are_marked_read_also_those_not_seen(
    reader: Reader, database: Path, ids: list[int]
) -> None:
    async with reader() as driver:
        await driver.press("A")
        with Store(database) as store:
            assert not store.entry_ids(View("unread"))
        await driver.press("u")
        with Store(database) as store:
            assert len(store.entry_ids(View("unread"))) == len(ids) + 6
