"""The reader driven by keys: what is shown, what is kept."""

from pathlib import Path

import pytest

from reader.config import Config
from reader.errors import ConfigError
from reader.model import View
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.library import Library
from tests.ui.driver import NOW, Reader


def unread(path: Path) -> int:
    with Store(path) as store:
        return store.counts(since=NOW).unread


def bookmarks(path: Path) -> list[str | None]:
    """The bookmarked quotations, None for an article."""
    with Store(path) as store:
        return [row.quotation for row in store.bookmark_rows(store.bookmarks())]


# --- Moving and reading ------------------------------------------------------------------


async def test_the_first_entry_is_shown_without_being_read(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        assert "Harbour vote postponed again" in driver.text
        assert "said Mira Okell" in driver.article
    assert unread(database) == 6


async def test_opening_marks_read(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("enter")
        assert driver.screen.pane == "article"
    assert unread(database) == 5


async def test_moving_shows_the_article_under_the_cursor(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("j")
        assert "It was gone before the geese came" in driver.article
        await driver.press("k")
        assert "said Mira Okell" in driver.article
        await driver.press("G")
        assert driver.screen.entries.cursor == 5
        await driver.press_quickly("g", "g")
        assert driver.screen.entries.cursor == 0


async def test_next_and_previous_unread(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("n", "n")
        assert driver.screen.entries.cursor == 2
        await driver.press("N")
        assert driver.screen.entries.cursor == 0
        await driver.press("N")  # round to the last one
        assert driver.screen.entries.cursor == 5
        await driver.press("n", "n", "n")
        assert "Nothing unread here" in driver.text
    assert unread(database) == 0


async def test_space_pages_then_goes_to_the_next_unread(reader: Reader) -> None:
    async with reader(120, 16) as driver:
        await driver.press("enter")
        while driver.screen.article.scroll_y < driver.screen.article.max_scroll_y:
            before = driver.screen.article.scroll_y
            await driver.press("space")
            assert driver.screen.article.scroll_y > before
        await driver.press("space")
        assert driver.screen.entries.cursor == 1


async def test_scrolling_by_keys(reader: Reader) -> None:
    async with reader(120, 16) as driver:
        await driver.press("enter", "j", "j", "k")
        assert driver.screen.article.scroll_y == 1
        await driver.press("G")
        assert driver.screen.article.scroll_y == driver.screen.article.max_scroll_y > 1
        await driver.press_quickly("g", "g")
        assert driver.screen.article.scroll_y == 0
        await driver.press("ctrl+d", "pagedown", "pageup", "ctrl+u")
        assert driver.screen.article.scroll_y == 0


async def test_panes_by_key(reader: Reader) -> None:
    async with reader() as driver:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "h", "l", "h", "h", "h"):
            await driver.press(key)
            seen.append(driver.screen.pane)
        assert seen == [
            "article", "feeds", "list", "feeds", "feeds", "list", "feeds", "feeds", "feeds",
        ]  # fmt: skip


async def test_a_view_is_chosen_in_the_feeds_pane(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("h", "j", "j", "j", "enter")
        assert driver.screen.view == View("bookmarks")
        assert "No bookmarks yet" in driver.text
        await driver.press("h", "G", "enter")
        assert driver.screen.view.kind == "feed"
        assert driver.screen.entries.count == 3


async def test_a_folder_folds(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("h", "j", "j", "j", "j")
        assert driver.screen.feeds.view == View("folder", folder="Coast")
        rows = driver.screen.feeds.count
        await driver.press("space")
        assert driver.screen.feeds.count == rows - 1
        assert "▸ Coast" in driver.text
        await driver.press("space")
        assert driver.screen.feeds.count == rows


async def test_the_reading_pane_alone(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("z")
        assert "Bookmarks" not in driver.text
        await driver.press("escape")
        assert "Bookmarks" in driver.text


# --- Who says what -----------------------------------------------------------------------


async def test_stepping_through_quotations_says_who_speaks(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("]")
        first = driver.last_line
        assert "1 of " in first
        assert "Mira Okell" in first
        await driver.press("]")
        assert "2 of " in driver.last_line
        await driver.press("[")
        assert driver.last_line == first
        await driver.press("[")
        assert "No quotation further up" in driver.text


async def test_choosing_a_source_steps_through_what_it_says(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("s", "enter")
        article = driver.screen.article
        assert article.analysis is not None
        own = article.analysis.sources[0].quotations
        assert article.source == 0
        assert article.quotation == own[0]
        for expected in own[1:]:
            await driver.press("]")
            assert article.quotation == expected
        await driver.press("]")
        assert article.quotation == own[-1]
        await driver.press("escape")
        assert article.source is None
        await driver.press("escape")
        assert not driver.screen.sources_open


async def test_choosing_a_quotation_scrolls_to_it(reader: Reader) -> None:
    async with reader(120, 14) as driver:
        await driver.press("s", "G", "enter", "j")
        article = driver.screen.article
        assert article.analysis is not None
        assert article.quotation == article.analysis.sources[-1].quotations[0]
        line = article.page.line_of(article.analysis.quotations[article.quotation].start)
        assert 0 <= line - article.scroll_y < article.size.height


async def test_a_click_on_a_quotation_makes_it_the_current_one(reader: Reader) -> None:
    async with reader() as driver:
        article = driver.screen.article
        lines = [line.text for line in article.page.lines]
        y = next(number for number, line in enumerate(lines) if "We will not" in line)
        await driver.pilot.click("#article", offset=(article.indent + 4, y))
        await driver.settle()
        assert article.quotation == 0


# --- Statuses and bookmarks --------------------------------------------------------------


async def test_read_and_unread_and_back(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("m")
        assert "Marked read · u undoes" in driver.text
        assert unread(database) == 5
        await driver.press("u")
        assert "Undone: marked read" in driver.text
        assert unread(database) == 6
        await driver.press("u")
        assert "Nothing to undo" in driver.text


async def test_all_read_and_back(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("A")
        assert unread(database) == 0
        await driver.press("u")
        assert unread(database) == 6


async def test_a_bookmark_is_made_removed_and_brought_back(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("b")
        assert bookmarks(database) == [None]
        assert "★" in driver.text
        await driver.press("b")
        assert bookmarks(database) == []
        await driver.press("u")
        assert bookmarks(database) == [None]
        await driver.press("u", "u")
        assert bookmarks(database) == []


async def test_a_quotation_is_bookmarked_with_note_and_tags(reader: Reader, database: Path) -> None:
    async with reader(200) as driver:
        await driver.press("B")
        assert "Choose a quotation" in driver.text
        await driver.press("]", "B", "e")
        await driver.press(*"why", "enter", *"tide #sea", "enter")
        await driver.press("h", "h", "j", "j", "j", "enter")
        assert "#tide #sea · why" in driver.text
        assert "Mira Okell" in driver.text
    with Store(database) as store:
        bookmark = store.bookmark(store.bookmarks()[0])
        assert bookmark is not None
        assert bookmark.quotation is not None
        assert bookmark.quotation.exact.startswith("“We will not be hurried,”")
        assert (bookmark.source, bookmark.note) == ("Mira Okell", "why")
        assert bookmark.tags == ("tide", "sea")


async def test_removing_in_bookmarks_is_undone_with_its_note(
    reader: Reader, database: Path
) -> None:
    async with reader() as driver:
        await driver.press("b", "e", *"keep", "enter", "enter")
        await driver.press("h", "j", "j", "j", "enter", "d")
        assert "No bookmarks yet" in driver.text
        await driver.press("u")
        assert "keep" in driver.text
    assert bookmarks(database) == [None]


async def test_a_bookmark_outlives_its_feed(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("b", "h", "G", "k", "d")
        assert "nsubscribed from Coast Courier" in driver.text
        assert driver.screen.entries.count == 3
        await driver.press("home", "j", "j", "j", "enter")
        assert "said Mira Okell" in driver.article
        await driver.press("u")
    with Store(database) as store:
        assert len(store.feeds()) == 2


# --- Out of the reader -------------------------------------------------------------------


async def test_the_address_is_copied(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("y")
        assert driver.app.clipboard == "https://example.org/harbour"


async def test_the_browser_gets_the_address_as_an_argument(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = tmp_path / "called"
    browser = tmp_path / "browser"
    browser.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > "{called}.new"; mv "{called}.new" "{called}"\n'
    )
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    async with reader() as driver:
        await driver.press("o")
        for _ in range(100):
            if called.exists():
                break
            await driver.pilot.pause(0.02)
    assert called.read_text().splitlines() == ["https://example.org/harbour"]


# --- What is kept from one start to the next ---------------------------------------------


async def test_place_and_view_survive_a_restart(reader: Reader) -> None:
    async with reader(120, 16) as driver:
        await driver.press("h", "j", "enter", "j", "j", "k", "k", "enter", *"jjjjjjjjj", "q")
    async with reader(120, 16) as driver:
        screen = driver.screen
        assert screen.view == View("unread")
        assert screen.entries.cursor == 0
    async with reader(120, 16) as driver:
        await driver.press("h", "k", "enter")
        assert driver.screen.article.scroll_y > 0


async def test_the_cursor_stays_on_its_row_when_entries_come(
    reader: Reader, database: Path
) -> None:
    from dataclasses import replace

    from tests.ui.conftest import COURIER, entry

    async with reader() as driver:
        await driver.press("j", "j")
        at = driver.screen.entries.current
        with Store(database) as store:
            new = [entry(f"new{number}", "New", "<p>New.</p>", 0) for number in range(5)]
            store.save_parsed(1, replace(COURIER, entries=(*new, *COURIER.entries)), now=NOW)
        await driver.screen.reload()
        assert driver.screen.entries.current == at
        assert driver.screen.entries.cursor == 7


async def test_the_place_in_the_text_survives_resizing(reader: Reader) -> None:
    async with reader(120, 16) as driver:
        await driver.press("enter", *"jjjjjjjj")
        top = driver.screen.article.top
        assert top > 0
        for size in ((60, 20), (200, 16), (44, 12)):
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            article = driver.screen.article
            line = article.page.line_of(top)
            assert abs(line - article.scroll_y) <= 1 or article.scroll_y == article.max_scroll_y


async def test_the_theme_chosen_is_remembered(reader: Reader) -> None:
    async with reader() as driver:
        driver.app.theme = "newsreader-day"
        await driver.settle()
    async with reader() as driver:
        assert driver.app.theme == "newsreader-day"


async def test_an_empty_profile_shows_the_samples(reader: Reader, tmp_path: Path) -> None:
    async with reader(path=tmp_path / "new" / "reader.db") as driver:
        assert driver.screen.entries.count >= 8
        assert "Samples" in driver.text
        assert driver.screen.article.analysis is not None
        assert driver.screen.article.analysis.quotations


# --- Settings ----------------------------------------------------------------------------


async def test_keys_are_the_users(reader: Reader) -> None:
    config = Config(keymap={"list.next": "x", "desk.bookmark": "ctrl+b"})
    async with reader(config=config) as driver:
        await driver.press("x")
        assert driver.screen.entries.cursor == 1
        await driver.press("question_mark")
        assert "ctrl+b" in driver.text


def test_a_key_for_nothing_is_refused(database: Path) -> None:
    library = Library(database)
    try:
        with pytest.raises(ConfigError, match=r"list\.nxt"):
            ReaderApp(library, Config(keymap={"list.nxt": "x"}))
        with pytest.raises(ConfigError, match="no theme mauve"):
            ReaderApp(library, Config(theme="mauve"))
    finally:
        library.close()


# --- Text from outside -------------------------------------------------------------------


async def test_markup_from_outside_is_shown_literally(reader: Reader) -> None:
    async with reader() as driver:
        assert "World [i]in[/i] Brief" in driver.text
        await driver.press("G")
        assert driver.text.count("[/] [b]x[/b] [@click=app.quit]y") == 2
        await driver.press("b", "h", "G", "enter")
        assert driver.text.count("World [i]in[/i] Brief") > 2
        await driver.press("ctrl+p", *"world")
        assert "Show World [i]in[/i] Brief" in driver.text
        await driver.press("escape", "h", "d")
        assert "Unsubscribed from World [i]in[/i] Brief" in driver.text


# --- What goes wrong ---------------------------------------------------------------------


async def test_a_change_that_cannot_be_kept_is_told_and_the_reader_stays(
    reader: Reader, database: Path
) -> None:
    async with reader() as driver:
        await driver.screen.library.call(
            lambda store: store._connection.execute("PRAGMA query_only = 1")
        )
        await driver.press("b")
        assert "is read-only" in " ".join(driver.text.split())
        assert bookmarks(database) == []
        await driver.press("j")
        assert driver.screen.entries.cursor == 1


# --- Typing faster than anything can be shown --------------------------------------------


async def test_a_key_acts_on_the_row_the_cursor_was_on(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press_quickly("j", "b", "j", "m", "y")
        assert driver.app.clipboard == "https://example.org/bus"
    with Store(database) as store:
        titles = [row.title for row in store.bookmark_rows(store.bookmarks())]
        read = [row.title for row in store.entry_rows(store.entry_ids(View("all"))) if row.read]
    assert titles == ["Why the ice left early"]
    assert read == ["終バス、今夜も終電を待つ"]


async def test_an_undo_takes_back_the_change_before_it(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("m")
        await driver.press_quickly("b", "u")
        assert bookmarks(database) == []
        assert unread(database) == 5


async def test_keys_while_an_article_is_laid_out_do_no_harm(reader: Reader) -> None:
    async with reader(120, 16) as driver:
        await driver.press("enter", "s", "h", "h")
        await driver.press_quickly("j", "s", "enter", "down", "]", "n", "down", "j", "escape", "N")
        assert driver.screen.article.article is not None


async def test_every_unread_entry_opened_by_key_is_read(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press_quickly("n")
        await driver.press_quickly("n")
    assert unread(database) == 4


async def test_the_place_is_kept_while_only_one_pane_is_seen(
    reader: Reader, database: Path
) -> None:
    async with reader(60, 12) as driver:
        await driver.press("enter", *"jjjjjjjj", "escape", "j", "k", "enter")
        assert driver.screen.article.scroll_y > 4
        await driver.press("q")
    with Store(database) as store:
        assert store.position(store.entry_ids(View("all"))[0]) > 0


async def test_a_bookmark_another_program_removed_leaves_a_blank_row(
    reader: Reader, database: Path
) -> None:
    async with reader() as driver:
        await driver.press("b", "j", "b", "h", "j", "j", "j", "enter")
        with Store(database) as store:
            store.remove_bookmark(store.bookmarks()[1], now=NOW)
        await driver.screen.entries.reload_all()
        await driver.press("G", "home")
        assert driver.screen.entries.count == 2
