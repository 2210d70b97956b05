"""Why something is a quotation, and setting it right, driven by keys."""

from pathlib import Path

import pytest

from reader.config import Config
from reader.model import ParsedFeed, Verdict
from reader.store import Store
from tests.ui.conftest import entry
from tests.ui.driver import NOW, Driver, Reader


def verdicts(path: Path) -> list[Verdict]:
    """Every verdict that counts."""
    with Store(path) as store:
        return [one.verdict for one in store.corrections()]


def signs(driver: Driver) -> list[str]:
    """What stands in brackets after each quotation."""
    return [
        line.text[run.start : run.end].strip("\u00a0[]")
        for line in driver.screen.article.page.lines
        for run in line.runs
        if run.role == "number"
    ]


def sure(driver: Driver) -> str:
    """How sure the engine is of the first quotation, as the reader writes it."""
    analysis = driver.screen.article.analysis
    assert analysis is not None
    return f"{analysis.quotations[0].confidence:.0%}".replace("%", " %")


NERVOUS = Verdict("A person familiar with the talks", "unnamed")


# --- Evidence ----------------------------------------------------------------------------


async def test_why_something_is_a_quotation(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "]", "i")
        for words in (
            "“We will not be hurried,” … “The tide has waited longer than we",
            "direct speech",
            "words in quotation marks, then a cue",
            sure(driver),
            "said",
            "[1] Mira Okell, person",
        ):
            assert words in driver.text
        await driver.press("]")
        assert "nine million crowns" in driver.text
        assert "indirect speech" in driver.text
        await driver.press("[", "escape")
        assert len(driver.app.screen_stack) == 1
        assert driver.screen.article.quotation == 0


async def test_keys_ask_for_a_quotation_first(reader: Reader) -> None:
    async with reader() as driver:
        for key in ("i", "c", "X"):
            await driver.press(key)
            assert f"] or [ first, then press {key}" in driver.last_line
            assert len(driver.app.screen_stack) == 1


async def test_a_doubtful_quotation_is_marked_by_the_setting(reader: Reader) -> None:
    async with reader() as driver:
        assert not [sign for sign in signs(driver) if sign.endswith("?")]
    async with reader(config=Config(doubtful=1.0)) as driver:
        assert all(sign.endswith("?") for sign in signs(driver))
        await driver.press("enter", "]")
        assert "1 of 4 · direct · doubtful · [1] Mira Okell" in driver.last_line
        await driver.press("i")
        assert f"{sure(driver)}: doubtful, as it is below 100 %" in driver.text


async def test_words_without_a_speaker_stay_without_one(reader: Reader, database: Path) -> None:
    html = "<p>On the door hung a note. “Gone until the tide turns, ask the gulls.”</p>"
    with Store(database) as store:
        feed = store.add_feed("https://example.org/note.xml", now=NOW)
        store.save_parsed(
            feed.id, ParsedFeed("Notes", entries=(entry("note", "A note", html, 1),)), now=NOW
        )
    async with reader() as driver:
        assert signs(driver) == ["–?"]
        await driver.press("enter", "]", "i")
        assert "[–] nobody is named" in driver.text


# --- Corrections -------------------------------------------------------------------------


async def test_a_source_is_chosen_among_the_articles(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("enter", "]", "c")
        assert "Who says this?" in driver.text
        assert "▌[1] Mira Okell" in driver.text, "the cursor is on who says it so far"
        await driver.press("j", "j", "enter")
        assert driver.last_line.startswith(f" Source set to {NERVOUS.name} · u undoes")
        assert driver.screen.article.quotation == 0, "the same quotation is still the current one"
        assert driver.screen.reading is not None
        assert driver.screen.reading.analysis.sources[0].name == NERVOUS.name
        assert signs(driver) == ["1▲", "2", "3", "1▲"], "numbers follow who speaks first"
        await driver.press("i")
        assert "yes: set right by hand" in driver.text
    assert verdicts(database) == [NERVOUS]
    async with reader() as driver:
        assert signs(driver) == ["1▲", "2", "3", "1▲"]


async def test_a_name_is_typed_with_what_it_is(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("enter", "]", "c", "G", "k", "enter")
        assert "The name, in full" in driver.text
        await driver.press("enter")
        assert len(driver.app.screen_stack) == 2, "a name is needed"
        await driver.press(*"Ada", "space", *"Ray", "enter", "j", "enter")
        assert "Source set to Ada Ray" in driver.last_line
        await driver.press("s")
        assert "[1] Ada Ray" in driver.text
    assert verdicts(database) == [Verdict("Ada Ray", "organization")]


async def test_nobody_is_named_after_all(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("enter", "]", "c", "G", "k", "k", "enter")
        assert signs(driver)[0] == "–"
        assert "Source set to nobody" in driver.last_line
    assert verdicts(database) == [Verdict()]


@pytest.mark.parametrize("keys", [["X"], ["c", "G", "enter"], ["i", "c", "G", "enter"]])
async def test_what_is_no_quotation_is_marked_no_more(
    reader: Reader, database: Path, keys: list[str]
) -> None:
    async with reader() as driver:
        await driver.press("enter")
        assert "❝4" in driver.text
        await driver.press("]", *keys)
        assert "Removed, not a quotation · u undoes" in driver.last_line
        assert signs(driver) == ["1", "2", "3▲"]
        assert driver.screen.article.quotation is None
        assert "❝3" in driver.text
    assert verdicts(database) == [Verdict(removed=True)]


async def test_undo_and_redo_of_corrections(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("enter")
        before = signs(driver)
        await driver.press("]", "X", "]", "c", "G", "k", "k", "enter")
        await driver.press("u")
        assert "Undone: source set to nobody · U redoes" in driver.last_line
        await driver.press("u")
        assert "Undone: removed, not a quotation" in driver.last_line
        assert signs(driver) == before
        assert "❝4" in driver.text
        assert verdicts(database) == []
        await driver.press("U")
        assert "Redone: removed, not a quotation · u undoes" in driver.last_line
        await driver.press("U")
        assert len(verdicts(database)) == 2
        await driver.press("U")
        assert "Nothing to redo" in driver.last_line
        await driver.press("u", "m", "U")
        assert "Nothing to redo" in driver.last_line, "a new change ends what could be redone"


async def test_a_removed_quotation_is_found_and_restored_in_the_sources(
    reader: Reader, database: Path
) -> None:
    async with reader() as driver:
        await driver.press("enter", "]", "X", "s", "G")
        assert "not a quotation: “We will not be hurried,”" in driver.text
        await driver.press("enter")
        assert "c restores it" in driver.last_line
        await driver.press("c")
        assert "Quotation as it was found · u undoes" in driver.last_line
        assert len(signs(driver)) == 4
        assert verdicts(database) == []
        await driver.press("u")
        assert verdicts(database) == [Verdict(removed=True)]


async def test_a_correction_is_taken_back_where_it_was_made(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("enter", "]", "c", "j", "enter")
        after = signs(driver)
        await driver.press("c", "G")
        assert "as it was found" in driver.text
        await driver.press("enter")
        assert signs(driver) != after
        assert verdicts(database) == []


async def test_leaving_changes_nothing(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("enter", "]", "c", "escape", "c", "G", "k", "enter", "A", "escape")
        assert len(driver.app.screen_stack) == 1
    assert verdicts(database) == []


async def test_the_place_in_the_article_stays(reader: Reader) -> None:
    async with reader(40, 12) as driver:
        await driver.press("enter", "]", "]", "j", "j")
        top = driver.screen.article.scroll_y
        assert top > 0
        await driver.press("X")
        assert driver.screen.article.scroll_y == top
        await driver.press("u")
        assert driver.screen.article.scroll_y == top
