"""Presets of keys, the user's own on top, and what is told where they collide."""

from collections import Counter
from pathlib import Path

import pytest

from reader.config import Config
from reader.errors import SettingError
from reader.model import View
from reader.ui.app import ReaderApp
from reader.ui.library import Library
from reader.ui.presets import PRESETS
from reader.ui.screens.help import key_table
from reader.ui.screens.keymap import put_on_top
from tests.ui.driver import Reader

TABLE = key_table(ReaderApp, {})


def told(**own: str) -> list[str]:
    return put_on_top(TABLE, {name.replace("__", "."): keys for name, keys in own.items()}).told


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_commands_and_keys_that_there_are(preset: str) -> None:
    put_on_top(TABLE, PRESETS[preset])


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_of_a_preset_has_two_meanings_in_one_place(preset: str) -> None:
    for place, commands in key_table(ReaderApp, PRESETS[preset]).items():
        twice = [key for key, n in Counter(k for c in commands for k in c.keys).items() if n > 1]
        assert not twice, place


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_of_a_preset_is_the_beginning_of_another(preset: str) -> None:
    keys = [k for commands in key_table(ReaderApp, PRESETS[preset]).values() for c in commands
            for k in c.keys]  # fmt: skip
    assert not [(k, other) for k in keys for other in keys if other.startswith(f"{k} ")]


# --- The user's own ----------------------------------------------------------------------


def test_a_key_taken_from_another_command_is_told() -> None:
    assert told(list__next="j,k") == [
        "keymap.list.next: k was the key of list.previous, which keeps its others"
    ]
    assert told(desk__read="o") == [
        "keymap.desk.read: o was the key of desk.browse, which has no key now"
    ]
    assert told(desk__read="o", desk__browse="m") == []


def test_a_key_that_does_not_come_through_is_told() -> None:
    assert told(desk__bookmark="j") == [
        "keymap.desk.bookmark: j does not reach it in the lists, where it is list.next",
        "keymap.desk.bookmark: j does not reach it in the reading pane, where it is article.down",
    ]


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"list.nxt": "x"}, "names no binding of the reader: list.nxt"),
        ({"list.next": "pgdn"}, "keymap.list.next: there is no key pgdn"),
        ({"list.next": "g hyperspace"}, "there is no key hyperspace"),
        ({"list.next": "strg+n"}, r"there is no key strg\+n"),
        ({"list.next": "x", "list.last": "x"}, "keymap.list.last: x is the key of list.next alrea"),
    ],
)
def test_what_cannot_be_is_refused(own: dict[str, str], message: str) -> None:
    with pytest.raises(SettingError, match=message) as raised:
        put_on_top(TABLE, own)
    assert raised.value.key.startswith("keymap.")


def test_a_preset_that_is_not_there_is_refused(database: Path) -> None:
    library = Library(database)
    try:
        with pytest.raises(SettingError, match="no keys named joe: vim, newsboat, netnewswire"):
            ReaderApp(library, Config(keys="joe"))
    finally:
        library.close()


# --- In the reader -----------------------------------------------------------------------


async def test_newsboat(reader: Reader) -> None:
    async with reader(config=Config(keys="newsboat")) as driver:
        screen = driver.screen
        await driver.press("down")
        assert screen.entries.cursor == 1
        await driver.press("j")
        assert screen.view == View("unread")
        await driver.press("k", "n")
        assert (screen.view, screen.pane) == (View("all"), "article")
        await driver.press("J")
        assert screen.entries.cursor == 3
        await driver.press("q", "q")
        assert screen.pane == "feeds"
        await driver.press("question_mark", "slash", *"refresh")
        assert "R r" in driver.text
        await driver.press("escape", "q")
        await driver.press("q")
    assert driver.app.return_code == 0


async def test_netnewswire(reader: Reader) -> None:
    async with reader(config=Config(keys="netnewswire")) as driver:
        await driver.press("plus", "plus")
        assert driver.screen.entries.cursor == 2
        await driver.press("minus")
        assert driver.screen.entries.cursor == 0
        await driver.press("s")
        assert "Bookmarked · ctrl+z undoes" in driver.text
        await driver.press("ctrl+z")
        assert "Undone" in driver.text
        await driver.press("k")
        assert "read · ctrl+z undoes" in driver.text
        await driver.press("z")
        assert driver.screen.view == View("unread")
        await driver.press("a")
        assert driver.screen.view == View("all")


async def test_emacs(reader: Reader) -> None:
    async with reader(config=Config(keys="emacs")) as driver:
        screen = driver.screen
        await driver.press("n", "ctrl+n", "p")
        assert screen.entries.cursor == 1
        await driver.press("greater_than_sign")
        assert screen.entries.cursor == 5
        await driver.press("enter", "p")
        assert (screen.pane, screen.entries.cursor) == ("article", 4)
        await driver.press_quickly("ctrl+x", "o")
        assert screen.pane == "feeds"
        await driver.press_quickly("3", "ctrl+x", "ctrl+g", "ctrl+x", "u")
        assert "Nothing to undo" in driver.text
        await driver.press_quickly("ctrl+x", "ctrl+c")
    assert driver.app.return_code == 0


async def test_own_keys_stand_on_a_preset(reader: Reader) -> None:
    own = {"list.next": "j", "desk.undo": "", "desk.refresh": "R"}
    async with reader(80, 24, config=Config(keys="newsboat", keymap=own)) as driver:
        assert "does not reach" not in driver.text
        assert driver.screen.status.hints[0] == ("j up", "move")
        await driver.press("j", "ctrl+z")
        assert driver.screen.entries.cursor == 1
        await driver.press("N")
        assert "Marked read · desk.undo undoes" in driver.text
        await driver.press("ctrl+z")
        assert "Marked read" in driver.text


async def test_what_collides_is_told_at_the_start(reader: Reader) -> None:
    async with reader(config=Config(keymap={"desk.read": "o"})) as driver:
        assert "keymap.desk.read: o was the key of desk.browse" in " ".join(driver.text.split())


async def test_other_keys_are_in_force_at_once(reader: Reader) -> None:
    async with reader() as driver:
        driver.app.use_config(Config(keys="emacs", keymap={"list.last": "ctrl+x e"}))
        await driver.press("n")
        assert driver.screen.entries.cursor == 1
        assert driver.screen.status.hints[0] == ("n p", "move")
        await driver.press_quickly("ctrl+x", "e")
        assert driver.screen.entries.cursor == 5
        driver.app.use_config(Config())
        await driver.press("k")
        assert driver.screen.entries.cursor == 4
