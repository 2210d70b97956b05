"""What one does inside an article: find words, follow links, jump."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from reader.config import Config
from reader.model import Enclosure, ParsedFeed
from reader.store import Store
from tests.ui.conftest import entry
from tests.ui.driver import NOW, Driver, Reader
from tests.ui.render.test_widths import SCRIPTS


def marked(driver: Driver, look: str) -> list[str]:
    """What is drawn with a look, line by line."""
    article = driver.screen.article
    style = article.get_component_rich_style(f"article--{look}", partial=True)
    lines = [article.render_line(y) for y in range(article.size.height)]
    return [
        segment.text
        for line in lines
        for segment in line
        if segment.style is not None and segment.style + style == segment.style
    ]


def count(driver: Driver) -> str:
    """What is said of the matches."""
    return str(driver.screen.find_line._count.content)


# --- Find ----------------------------------------------------------------------------


async def test_words_are_found_as_they_are_typed(reader: Reader) -> None:
    async with reader(120, 16) as driver:
        await driver.press("enter", "ctrl+f", *"cost")
        assert count(driver) == "1 of 3"
        assert marked(driver, "found-current") == ["cost"]  # the heading
        await driver.press("enter")
        assert count(driver) == "2 of 3"
        await driver.press("enter", "ctrl+n")
        assert count(driver) == "1 of 3"
        await driver.press("up", "down", "ctrl+r")
        assert count(driver) == "3 of 3"
        await driver.press("x")
        assert count(driver) == "not found"
        assert marked(driver, "found-current") == []


async def test_looking_begins_where_one_reads(reader: Reader) -> None:
    async with reader(120, 14) as driver:
        await driver.press("enter", "G", "ctrl+f", *"said")
        assert count(driver) == "3 of 3"
        article = driver.screen.article
        top = article.scroll_y
        await driver.press("pageup")
        assert article.scroll_y < top


async def test_escape_ends_and_the_place_stays(reader: Reader) -> None:
    async with reader(120, 14) as driver:
        await driver.press("enter", "ctrl+f", *"nine")
        top = driver.screen.article.scroll_y
        assert top > 0
        await driver.press("escape")
        assert "Find" not in driver.text
        assert driver.screen.article.scroll_y == top
        assert driver.screen.pane == "article"
        await driver.press("j")
        assert driver.screen.article.scroll_y == min(top + 1, driver.screen.article.max_scroll_y)


async def test_the_words_of_last_time_wait_to_be_typed_over(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "ctrl+f", *"tide", "escape", "ctrl+f")
        assert count(driver) == "1 of 1"
        await driver.press(*"vote")
        assert driver.screen.find_line.words == "vote"


async def test_marks_stay_where_they_are_when_lines_break_otherwise(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "ctrl+f", *"fish market")
        assert "".join(marked(driver, "found-current")) == "fish market"
        await driver.pilot.resize_terminal(64, 30)
        await driver.settle()
        assert "".join(marked(driver, "found-current")).replace(" ", "") == "fishmarket"


async def test_another_article_is_looked_into_too(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "ctrl+f", *"the ice")
        assert count(driver) == "not found"
        driver.screen.entries.cursor = 1
        await driver.settle()
        assert count(driver) == "1"
        driver.screen.entries.focus()
        await driver.press("escape")
        assert "Find" not in driver.text


async def test_the_keys_go_back_to_the_pane_they_came_from(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("ctrl+f", *"tide", "escape")
        assert driver.screen.pane == "list"
        assert driver.screen.entries.has_focus
        await driver.press("f", "escape", "j")
        assert driver.screen.entries.cursor == 1
    async with reader(60, 20) as driver:
        await driver.press("k", "f")
        assert "Follow _  1 link" in driver.text
        await driver.press("escape")
        assert driver.screen.article.has_focus


async def test_find_from_the_list_of_a_narrow_terminal_shows_the_article(reader: Reader) -> None:
    async with reader(60, 20) as driver:
        await driver.press("ctrl+f", *"tide")
        assert driver.screen.pane == "article"
        assert count(driver) == "1 of 1"


# --- Links ---------------------------------------------------------------------------


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """A browser that keeps the addresses it is given; a call gives them once they are there."""
    called, browser = tmp_path / "called", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{called}"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))

    def addresses() -> list[str]:
        for _ in range(200):
            if called.exists() and (told := called.read_text()).endswith("\n"):
                return told.splitlines()
            time.sleep(0.02)
        return []

    return addresses


LINKED = "<p>" + " ".join(f'<a href="https://e.org/{n}">quay{n}</a>' for n in range(30)) + "</p>"
MORE = '<p><a href="mailto:a@e.org">mail</a> <a href="https://e.org/1">again</a></p>'


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A store with one article of many links, with three enclosures."""
    files = (
        Enclosure("https://e.org/a%20b.mp3", "audio/mpeg", 12_345_678),
        Enclosure("https://e.org/quay.jpg", "image/jpeg"),
        Enclosure("https://e.org/plan.pdf", "application/pdf", 999),
    )
    path = tmp_path / "linked" / "reader.db"
    with Store(path) as store:
        feed = store.add_feed("https://e.org/feed.xml", now=NOW)
        one = entry("links", "Thirty quays", LINKED + MORE, 1, enclosures=files)
        store.save_parsed(feed.id, ParsedFeed("Quays", entries=(one,)), now=NOW)
    return path


async def test_letters_follow_a_link(reader: Reader, opened: Callable[[], list[str]]) -> None:
    async with reader() as driver:
        await driver.press("enter", "f")
        assert "Follow _  1 link" in driver.text
        assert "ahe plan" in driver.text
        await driver.press("a")
        assert opened() == ["https://example.org/plan"]
        assert "Opened https://example.org/plan" in driver.last_line
        assert "Follow" not in driver.text
        assert driver.screen.pane == "article"


async def test_of_many_links_each_has_two_letters(
    reader: Reader, linked: Path, opened: Callable[[], list[str]]
) -> None:
    async with reader(path=linked) as driver:
        await driver.press("enter", "f", "s")
        assert "Follow s_" in driver.text
        shown = [label for labels in driver.screen.article.labels.values() for _, label in labels]
        assert shown
        assert all(label.startswith("s") for label in shown)
        await driver.press("backspace", "z", "question_mark", "A")
        assert (
            "Follow a_" in driver.text
        )  # no link has a z: letters that lead nowhere are not taken
        await driver.press("f")
    # Two enclosures stand above the links of the text.
    assert opened() == ["https://e.org/1"]


async def test_escape_and_another_article_end_the_letters(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "f", "escape")
        assert driver.screen.article.labels == {}
        assert "Follow" not in driver.text
        await driver.press("f")
        driver.screen.entries.cursor = 1
        await driver.settle()
        assert "Follow" not in driver.text
        await driver.press("f")
        assert "No link in sight" in driver.last_line


async def test_enclosures_are_lines_that_are_links(reader: Reader, linked: Path) -> None:
    async with reader(path=linked) as driver:
        assert "▶ audio · a b.mp3 · 12 MB" in driver.text
        assert "file · plan.pdf · 999 bytes" in driver.text
        assert "quay.jpg" not in driver.text


async def test_the_list_of_links(
    reader: Reader, linked: Path, opened: Callable[[], list[str]]
) -> None:
    async with reader(path=linked) as driver:
        await driver.press("L")
        assert "▶ audio a b.mp3" in driver.text
        assert "https://e.org/a%20b.mp3" in driver.text
        await driver.press("j", "j", "j", "enter")
        assert opened() == ["https://e.org/0"]
        await driver.press("L", "G", "y")
        assert driver.app.clipboard == "mailto:a@e.org"
        await driver.press("L", "G", "o")
        assert "Only http and https addresses are opened" in " ".join(driver.text.split())


async def test_an_article_without_links_says_so(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("j", "L")
        assert "This article has no links" in driver.last_line


# --- Outline -------------------------------------------------------------------------

CHAPTERS = "".join(f"<h{2 + n % 2}>Part {n}</h{2 + n % 2}>" + "<p>Tide.</p>" * 9 for n in range(9))


@pytest.fixture
def chapters(tmp_path: Path) -> Path:
    """A store with one article of nine parts."""
    path = tmp_path / "chapters" / "reader.db"
    with Store(path) as store:
        feed = store.add_feed("https://e.org/feed.xml", now=NOW)
        one = entry("parts", "Nine parts", CHAPTERS, 1)
        store.save_parsed(feed.id, ParsedFeed("Parts", entries=(one,)), now=NOW)
    return path


async def test_the_outline_goes_to_a_heading_and_back(reader: Reader, chapters: Path) -> None:
    async with reader(120, 20, path=chapters) as driver:
        await driver.press("enter", "j", "O")
        assert "Part 8" in driver.text
        await driver.press("j", "j", "j", "enter")
        article = driver.screen.article
        assert article.page.lines[round(article.scroll_y)].text == "Part 3"
        assert driver.screen.pane == "article"
        await driver.press("O", "j", "enter")  # the cursor is on what is read
        assert article.page.lines[round(article.scroll_y)].text == "Part 4"
        await driver.press("ctrl+o")
        assert article.page.lines[round(article.scroll_y)].text == "Part 3"
        await driver.press("ctrl+o")
        assert article.scroll_y <= 1
        await driver.press("ctrl+t", "O", "escape")
        assert article.page.lines[round(article.scroll_y)].text == "Part 3"


async def test_an_article_without_headings_says_so(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("j", "O")
        assert "This article has no headings" in driver.last_line


# --- Width, spacing, justification ---------------------------------------------------


async def test_width_by_keys_is_remembered(reader: Reader) -> None:
    async with reader(160, 20) as driver:
        await driver.press("enter", *"jjjjjjjj")
        article = driver.screen.article
        top = article.top
        assert article.text_width == 72
        await driver.press("<", "<")
        assert article.text_width == 64
        assert "Lines of 64 columns" in driver.last_line
        assert max(len(line.text) for line in article.page.lines) <= 64
        assert abs(article.page.line_of(top) - article.scroll_y) <= 1
        await driver.press(">")
    async with reader(160, 20) as driver:
        assert driver.screen.article.text_width == 68
    async with reader(220, 20, config=Config(measure=80)) as driver:
        assert driver.screen.article.text_width == 80  # the setting was changed since


async def test_width_has_bounds(reader: Reader) -> None:
    async with reader(60, 20) as driver:
        await driver.press("enter", ">")
        assert "The pane is no wider" in driver.last_line
        await driver.press(*"<<<<<<<<<<<<")
        assert driver.screen.article.text_width == 30


async def test_spacing_and_justification_are_settings(reader: Reader) -> None:
    async with reader(60, 30, config=Config(spacing=1, justify=True)) as driver:
        await driver.press("enter")
        await driver.until(lambda: "harbour council" in driver.article)
        lines = [line.text for line in driver.screen.article.page.lines]
        at = next(n for n, line in enumerate(lines) if line.split()[:2] == ["The", "harbour"])
        assert "  " in lines[at]
        assert lines[at + 1] == ""
        driver.screen.article.text_select_all()
        selected = driver.screen.get_selected_text() or ""
        assert "The harbour council put off its vote again. The plan would move" in selected
        assert "\n\n" not in selected


# --- Copying -------------------------------------------------------------------------

COPIED = """<blockquote><p>A harbour is a promise that is kept twice a day, and pilots of the coast
do know.</p><p>Twice.</p></blockquote><pre>def tide(hours):
    return sin(hours / 12) + len("a rather long name of a rather long harbour on the coast")</pre>
<ul><li>one item that is long enough to go on in a second line of the pane, surely</li></ul>
<blockquote><ul><li>quoted</li></ul><h3>Head</h3></blockquote>"""


async def test_what_is_copied_has_neither_bars_nor_breaks(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "copied" / "reader.db"
    with Store(path) as store:
        feed = store.add_feed("https://e.org/feed.xml", now=NOW)
        store.save_parsed(
            feed.id, ParsedFeed("C", entries=(entry("c", "Copied", COPIED, 1),)), now=NOW
        )
    async with reader(60, 40, path=path) as driver:
        await driver.press("enter")
        driver.screen.article.text_select_all()
        selected = (driver.screen.get_selected_text() or "").splitlines()
        assert selected[-7:] == [
            "A harbour is a promise that is kept twice a day, and pilots of the coast do know.",
            "Twice.",
            "def tide(hours):",
            COPIED.splitlines()[2].removesuffix("</pre>"),
            "• one item that is long enough to go on in a second line of the pane, surely",
            "• quoted",
            "Head",
        ]


# --- Footnotes -----------------------------------------------------------------------

NOTED = (
    '<p>Okell<sup id="ref"><a href="#fn">1</a></sup> waits.</p>' + "<p>Tide.</p>" * 40
    + '<p id="fn">The note. <a href="#ref">back</a></p>' + "<p>Tide.</p>" * 40
)  # fmt: skip


async def test_a_footnote_is_gone_to_and_back(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "noted" / "reader.db"
    with Store(path) as store:
        feed = store.add_feed("https://e.org/feed.xml", now=NOW)
        one = entry("n", "Noted", NOTED, 1)
        store.save_parsed(feed.id, ParsedFeed("N", entries=(one,)), now=NOW)
    async with reader(path=path) as driver:
        article = driver.screen.article
        await driver.press("enter", "f", "a")
        assert article.page.lines[round(article.scroll_y)].text == "The note. back"
        await driver.press("ctrl+o")
        assert article.scroll_y == 0
        await driver.press("ctrl+t", "f", "a")
        assert article.scroll_y == 0
        await driver.press("L")
        assert "This article has no links" in driver.last_line


# --- Signs of every script -----------------------------------------------------------


@pytest.mark.parametrize("words", ["👩", "a", "ا", "終"])
async def test_what_is_marked_is_no_wider_for_it(
    reader: Reader, tmp_path: Path, words: str
) -> None:
    path = tmp_path / "scripts" / "reader.db"
    html = "".join(f"<p>{text}</p><pre>{text}</pre>" for text in SCRIPTS.values())
    with Store(path) as store:
        feed = store.add_feed("https://e.org/feed.xml", now=NOW)
        one = entry("n", "Scripts", html, 1)
        store.save_parsed(feed.id, ParsedFeed("N", entries=(one,)), now=NOW)
    async with reader(120, 100, path=path) as driver:
        await driver.press("enter", "ctrl+f", words)
        for width in (120, 87, 60, 41):
            await driver.pilot.resize_terminal(width, 100)
            await driver.settle()
            article = driver.screen.article
            article.text_select_all()
            for y in range(article.size.height):
                strip = article.render_line(y)
                drawn = [segment.text for segment in strip]
                assert sum(map(cell_len, drawn)) == article.scrollable_content_region.width
                line = "".join(drawn).rstrip(" \u200d")
                assert cell_len(line) + cell_len("".join(drawn)[len(line) :].strip("\u200d")) == (
                    article.scrollable_content_region.width
                )
