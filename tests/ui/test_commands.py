"""The palette and the command line: everything there is, by name."""

from pathlib import Path

import pytest
from textual.events import Key

from reader.config import Config
from reader.model import View
from reader.store import Store
from reader.ui.screens.help import key_table
from reader.ui.screens.offers import Offer, fitting, meant, misunderstood
from tests.ui.driver import Driver, Reader

OFFERS = [
    Offer(name, words, "", lambda: None, command)
    for name, words, command in (
        ("Bookmark the article, or not", "bookmark", "desk.bookmark"),
        ("Bookmark the current quotation", "bookmark-quotation", "desk.bookmark-quotation"),
        ("Next unread", "next-unread", "reader.next-unread"),
        ("Quit", "quit", "app.quit"),
        ("Show Bookmarks", "show Bookmarks", ""),
        ("Show Coast Courier", "show Coast Courier", ""),
        ("Theme nord", "theme nord", ""),
    )
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bookmark", ["bookmark", "bookmark-quotation", "show Bookmarks"]),
        ("desk.bookmark", ["bookmark", "bookmark-quotation"]),
        ("BOOKMARK  the article, or not", ["bookmark"]),
        ("bookm", ["bookmark", "bookmark-quotation", "show Bookmarks"]),
        ("unread next", ["next-unread"]),
        ("show cour", ["show Coast Courier"]),
        ("courier", ["show Coast Courier"]),
        ("the nord", ["theme nord"]),
        ("q", ["quit"]),
        ("ferry", []),
        ("", []),
        ("?!", []),
    ],
)
def test_what_a_text_can_mean(text: str, words: list[str]) -> None:
    assert [one.words for one in fitting(text, OFFERS)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bookmark", "bookmark"),
        ("desk.bookmark", "bookmark"),
        ("Bookmark the article, or not", "bookmark"),
        ("cour", "show Coast Courier"),
        ("q", "quit"),
        ("bookm", None),
        ("ferry", None),
        ("", None),
    ],
)
def test_what_a_text_does(text: str, words: str | None) -> None:
    offer = meant(text, OFFERS)
    assert (offer.words if offer else None) == words


def test_what_is_not_understood_is_told_in_words() -> None:
    assert misunderstood("bookm", OFFERS) == (
        "bookm may be bookmark, bookmark-quotation, show Bookmarks"
    )
    assert misunderstood("theem nord", OFFERS) == (
        "No command, view or theme fits: theem nord; did you mean theme nord?"
    )


async def type_line(driver: Driver, text: str) -> None:
    """Type a command in one burst, as fast as it comes in."""
    names = {" ": "space", ".": "full_stop", "-": "minus"}
    for key in (":", *text):
        name = "colon" if key == ":" else names.get(key, key)
        driver.app.post_message(Key(name, key))
    await driver.press_quickly("enter")


async def test_every_command_has_a_place_to_run(reader: Reader) -> None:
    """Those of dialogs and lines apart, which have keys of their own while they are open."""
    async with reader() as driver:
        offered = {one.id for one in driver.screen.offers()}
        table = key_table(type(driver.app), {})
        for place in ("Anywhere", "Lists", "Feeds", "Reading pane"):
            assert {key.id for key in table[place]} <= offered, place


async def test_the_line_runs_commands_views_and_themes(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        screen = driver.screen
        await type_line(driver, "list.last")
        assert screen.entries.cursor == 5
        await type_line(driver, "2")
        assert screen.entries.cursor == 1
        await type_line(driver, "bookmark")
        assert "Bookmarked" in driver.last_line
        await type_line(driver, "show coast courier")
        assert (screen.view.kind, screen.pane) == ("feed", "list")
        await type_line(driver, "theme nord")
        assert driver.app.theme == "nord"
        await type_line(driver, "bookm")
        assert "bookm may be bookmark" in driver.last_line
        await type_line(driver, "xyzzy")
        assert "No command, view or theme fits: xyzzy" in driver.last_line
    with Store(database) as store:
        assert len(store.bookmarks()) == 1


async def test_the_line_completes_and_remembers(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("colon", *"show u")
        assert "show Unread" in driver.text
        await driver.press("tab")
        assert driver.last_line.startswith(" :show Unread")
        await driver.press("tab")
        assert driver.last_line.startswith(" :show u ")
        await driver.press("shift+tab", "enter")
        assert driver.screen.view == View("unread")
        await type_line(driver, "help")
        await driver.press("escape", "colon", "up")
        assert driver.last_line.startswith(" :help")
        await driver.press("up", "up")
        assert driver.last_line.startswith(" :show Unread")
        await driver.press("down", "down")
        assert driver.last_line.strip() == ":"
        await driver.press("backspace")
        assert driver.app.focused is driver.screen.entries
    async with reader() as driver:
        await driver.press("colon", "up")
        assert driver.last_line.startswith(" :help")
        await driver.press("escape")
        assert ":" not in driver.last_line.split("·")[0]


async def test_keys_after_a_line_are_keys_again(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press_quickly("colon", *"last", "enter", "k", "k", "enter")
        assert driver.screen.entries.cursor == 3
        assert driver.screen.pane == "article"


async def test_a_click_elsewhere_closes_the_line(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("colon", *"sh")
        await driver.pilot.click("#list", offset=(5, 2))
        await driver.settle()
        assert "show" not in driver.text
        assert driver.screen.entries.cursor == 1
        await driver.press("h", "colon", "escape", "h")
        assert driver.screen.pane == "feeds"


async def test_the_palette_has_everything(reader: Reader) -> None:
    async with reader(config=Config(keys="newsboat")) as driver:
        await driver.press("ctrl+p", *"mark read")
        assert "key N" in driver.text
        await driver.press("enter", "enter")
        assert "Marked read" in driver.text
        await driver.press("ctrl+p", *"coast courier", "enter", "enter")
        assert driver.screen.view.kind == "feed"
        await driver.press("ctrl+p", *"theme nord", "enter", "enter")
        assert driver.app.theme == "nord"
