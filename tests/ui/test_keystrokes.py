"""Counts, keys of several presses, and keys pressed faster than anything can be shown."""

from pathlib import Path

import pytest

from reader.config import Config
from reader.store import Store
from reader.ui.keystrokes import Command, Keystrokes, Wrong, normal, shown, written
from tests.ui.driver import Driver, Reader

BOUND = {"j", "g g", "g t", "G", "x", "x x", "ctrl+x o"}


@pytest.mark.parametrize(
    ("presses", "given"),
    [
        ("j", Command("j")),
        ("5 j", Command("j", 5)),
        ("1 0 G", Command("G", 10)),
        ("3 g g", Command("g g", 3)),
        ("g j", Wrong("g j")),
        ("ctrl+x o", Command("ctrl+x o")),
        ("q", Command("q")),
        ("0", Command("0")),
        ("9 9 9 9 9 9 9 9 j", Command("j", 999_999)),
        ("5 g", None),
        ("5", None),
        ("x", None),
    ],
)
def test_what_presses_come_to(presses: str, given: object) -> None:
    strokes = Keystrokes()
    taken = [strokes.take(key, BOUND) for key in presses.split()]
    assert taken[:-1] == [None] * (len(taken) - 1)
    assert taken[-1] == given
    assert bool(strokes) == (given is None)


def test_a_digit_that_is_a_key_is_no_count() -> None:
    assert Keystrokes().take("5", {"5"}) == Command("5")


def test_the_end_of_waiting_runs_what_is_a_command_by_itself() -> None:
    strokes = Keystrokes()
    strokes.take("x", BOUND)
    assert strokes.expire(BOUND) == Command("x")
    strokes.take("g", BOUND)
    assert strokes.expire(BOUND) is None
    assert not strokes


def test_keys_are_written_and_shown() -> None:
    assert normal("?,g g, ctrl+x o") == "question_mark,g g,ctrl+x o"
    assert written("question_mark") == "?"
    assert written("ctrl+underscore") == "ctrl+_"
    assert written("g g") == "g g"
    assert (written("comma"), shown("comma")) == ("comma", ",")
    assert [shown(keys) for keys in ("g g", "ctrl+x o", "space", "G")] == [
        "gg", "ctrl+x o", "space", "G",
    ]  # fmt: skip


# --- In the reader -----------------------------------------------------------------------


def cursor(driver: Driver) -> int:
    return driver.screen.entries.cursor


async def test_counts_in_lists(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press_quickly("3", "j")
        assert cursor(driver) == 3
        await driver.press_quickly("2", "k")
        assert cursor(driver) == 1
        await driver.press_quickly("5", "G")
        assert cursor(driver) == 4
        await driver.press_quickly("2", "g", "g")
        assert cursor(driver) == 1
        await driver.press_quickly("9", "9", "j")
        assert cursor(driver) == 5
        await driver.press_quickly("1", "0", "G")
        assert cursor(driver) == 5
        await driver.press("home")
        await driver.press_quickly("2", "n")
        assert cursor(driver) == 2
        await driver.press_quickly("h", "6", "G")  # the blank row is passed over
        assert driver.screen.feeds.view is not None


async def test_counts_in_the_article(reader: Reader) -> None:
    async with reader(120, 16) as driver:
        await driver.press("enter")
        article = driver.screen.article
        await driver.press_quickly("5", "j")
        assert article.scroll_y == 5
        await driver.press_quickly("1", "0", "G")
        assert article.scroll_y == 9
        await driver.press_quickly("g", "g", "3", "right_square_bracket")
        assert article.quotation == 2
        await driver.press_quickly("2", "left_square_bracket")
        assert article.quotation == 0
        await driver.press_quickly("9", "9", "right_square_bracket")
        assert article.analysis is not None
        assert article.quotation == len(article.analysis.quotations) - 1


async def test_what_is_pending_is_shown_and_goes(reader: Reader) -> None:
    async with reader() as driver:
        await driver.pilot.press("j", "1", "2", "g")
        assert driver.last_line.rstrip().endswith("12g")
        assert "First row" in driver.last_line
        await driver.press("escape")
        assert "12g" not in driver.last_line
        await driver.press("g", "escape", "g")
        await driver.until(lambda: not driver.screen.status.pending)
        assert cursor(driver) == 1
        await driver.press_quickly("g", "d")
        assert "gd is no key" in driver.last_line
        await driver.press_quickly("3", "escape", "j")
        assert cursor(driver) == 2


async def test_sequences_are_the_users(reader: Reader) -> None:
    config = Config(keymap={"list.last": "] ?", "list.first": "z"})
    async with reader(config=config) as driver:
        await driver.press_quickly("right_square_bracket", "question_mark")
        assert cursor(driver) == 5
        await driver.press("z")
        assert cursor(driver) == 0
        await driver.press("right_square_bracket")  # still a key by itself, after a while
        await driver.until(lambda: driver.screen.article.quotation == 0)
        await driver.press("question_mark")
        assert "]?" in driver.text


async def test_a_burst_keeps_its_order(reader: Reader) -> None:
    """The keys move between panes while others act in them."""
    async with reader() as driver:
        await driver.press_quickly(*"jhjl", "j", "enter", *"jjh", *"3G", *"ggj")
        assert driver.screen.pane == "list"
        assert cursor(driver) == 1
        assert driver.screen.article.article is not None


async def test_what_is_typed_does_not_wait_for_what_it_finds(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("slash")
        finding = driver.screen.run_worker(driver.pilot.pause(30), group="view")
        for key in "ice":
            driver.app.simulate_key(key)
        await driver.pilot.pause(0.3)
        assert driver.screen.search_line is not None
        assert "ice" in driver.text
        finding.cancel()


async def test_a_burst_goes_into_the_dialog_that_it_opens(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press_quickly("b", "e", *"why", "enter", *"sea", "enter", "j")
        assert cursor(driver) == 1
    with Store(database) as store:
        bookmark = store.bookmark(store.bookmarks()[0])
        assert bookmark is not None
        assert (bookmark.note, bookmark.tags) == ("why", ("sea",))
