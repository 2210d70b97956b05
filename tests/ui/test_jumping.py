"""Jump mode: letters on rows, links and panes."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.model import View
from reader.store import Store
from reader.ui.screens.jumping import short_labels
from tests.ui.conftest import COURIER, entry
from tests.ui.driver import NOW, Driver, Reader


def letters_of(driver: Driver, index: int, pane: str = "list") -> str:
    rows = {"list": driver.screen.entries, "feeds": driver.screen.feeds}[pane]
    return rows.letters[rows.key_at(index)]


async def test_letters_go_to_rows_and_panes(reader: Reader) -> None:
    async with reader() as driver:
        screen = driver.screen
        await driver.press("semicolon")
        assert "Go to _  a feeds  s article" in driver.last_line
        await driver.press(letters_of(driver, 3))
        assert (screen.pane, screen.entries.cursor) == ("article", 3)
        assert not screen.entries.letters
        await driver.press("semicolon")
        await driver.press("a")
        assert screen.pane == "feeds"
        await driver.press("semicolon")
        await driver.press(letters_of(driver, 1, "feeds"))
        assert (screen.view, screen.pane) == (View("unread"), "list")


async def test_a_link_is_followed(reader: Reader) -> None:
    followed: list[str] = []
    async with reader() as driver:
        driver.screen._open_address = followed.append  # type: ignore[assignment, method-assign]
        await driver.press("semicolon")
        ((_, label),) = next(iter(driver.screen.article.labels.values()))
        await driver.press(label)
        assert followed == ["https://example.org/plan"]
        assert not driver.screen.article.labels


async def test_escape_stays(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("j", "semicolon", "escape")
        assert driver.app.focused is driver.screen.entries
        assert driver.screen.entries.cursor == 1
        assert not driver.screen.entries.letters
        assert "Go to" not in driver.last_line


@pytest.mark.parametrize("count", [0, 1, 26, 27, 51, 52, 300, 676, 1000])
def test_labels_are_short_and_none_begins_another(count: int) -> None:
    labels = short_labels(count)
    assert len(labels) == len(set(labels)) == min(count, 676)
    assert not [a for a in labels for b in labels if a != b and b.startswith(a)]
    assert all(len(label) == 1 for label in labels[: 26 if count < 27 else 0])


async def test_of_many_rows_some_have_two_letters(reader: Reader, database: Path) -> None:
    with Store(database) as store:
        new = [entry(f"new{number}", f"New {number}", "<p>New.</p>", 0) for number in range(40)]
        store.save_parsed(1, replace(COURIER, entries=tuple(new)), now=NOW)
    async with reader(120, 60) as driver:
        await driver.press("semicolon")
        at = next(n for n in range(30) if len(letters_of(driver, n)) == 2)
        label = letters_of(driver, at)
        await driver.press(label[0])
        assert all(one.startswith(label[0]) for one in driver.screen.entries.letters.values())
        await driver.press("backspace")
        assert letters_of(driver, 0)
        await driver.press_quickly(*label)
        assert driver.screen.entries.cursor == at


async def test_letters_stay_on_their_rows_when_entries_come(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        entries = driver.screen.entries
        await driver.press("semicolon")
        wanted, label = entries.ids[1], letters_of(driver, 1)
        with Store(database) as store:
            new = (entry("new", "New", "<p>New.</p>", 0), *COURIER.entries)
            store.save_parsed(1, replace(COURIER, entries=new), now=NOW)
        await driver.screen.reload()
        assert entries.ids[2] == wanted
        await driver.press(label)
        assert entries.current == wanted


async def test_a_row_that_is_gone_is_told(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("semicolon")
        label = letters_of(driver, 2)  # of the other feed
        with Store(database) as store:
            store.unsubscribe(2, now=NOW)
        await driver.screen.reload()
        await driver.press(label)
        assert "That row is gone" in driver.last_line
