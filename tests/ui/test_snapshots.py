"""What the reader looks like: one picture a state, looked at before it was kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from reader.config import Config
from tests.ui.driver import Reader

Matches = Callable[[App[Any]], bool]

STATES = [
    ("list-40x12", (40, 12), [], "newsreader-night"),
    ("article-40x12", (40, 12), ["enter", "]"], "newsreader-night"),
    ("sources-60x20", (60, 20), ["enter", "s"], "newsreader-night"),
    ("feeds-60x20", (60, 20), ["h"], "newsreader-night"),
    ("article-80x24", (80, 24), ["enter", "]", "]"], "newsreader-day"),
    ("feeds-80x24", (80, 24), ["h", "j"], "newsreader-night"),
    ("article-120x40", (120, 40), ["enter", "]"], "newsreader-night"),
    ("article-120x40-day", (120, 40), ["enter", "]"], "newsreader-day"),
    ("article-120x40-textual", (120, 40), ["enter", "]"], "textual-dark"),
    ("source-120x40", (120, 40), ["s", "enter", "j"], "newsreader-night"),
    ("sources-200x60", (200, 60), ["s"], "newsreader-day"),
    ("alone-200x60", (200, 60), ["z"], "newsreader-night"),
    ("bookmarks-120x40", (120, 40), ["b", "]", "B", "h", "j", "j", "j", "enter"],
     "newsreader-night"),
    ("no-bookmarks-80x24", (80, 24), ["h", "j", "j", "j", "enter"], "newsreader-night"),
    ("help-80x24", (80, 24), ["question_mark"], "newsreader-night"),
    ("help-search-40x12", (40, 12), ["question_mark", "slash", *"page"], "newsreader-day"),
    ("subscribe-80x24", (80, 24), ["a"], "newsreader-day"),
    ("evidence-80x24", (80, 24), ["enter", "]", "i"], "newsreader-night"),
    ("evidence-40x12", (40, 12), ["enter", "]", "]", "i"], "newsreader-day"),
    ("correct-80x24", (80, 24), ["enter", "]", "c", "j", "enter", "c"], "newsreader-day"),
    ("source-name-80x24", (80, 24), ["enter", "]", "c", "G", "k", "enter"], "newsreader-night"),
    ("corrected-120x40", (120, 40), ["enter", "]", "X", "s", "G"], "newsreader-night"),
    ("find-80x24", (80, 24), ["enter", "ctrl+f", *"okell", "enter"], "newsreader-night"),
    ("find-40x12", (40, 12), ["enter", "ctrl+f", *"okell", "enter"], "newsreader-day"),
    ("hints-80x24", (80, 24), ["enter", "f"], "newsreader-night"),
    ("links-80x24", (80, 24), ["enter", "L"], "newsreader-day"),
    ("outline-80x24", (80, 24), ["enter", "O"], "newsreader-night"),
    ("jump-80x24", (80, 24), ["semicolon"], "newsreader-night"),
    ("command-80x24", (80, 24), ["colon", *"next", "tab", "tab"], "newsreader-night"),
    ("command-40x12", (40, 12), ["colon", *"show"], "newsreader-day"),
    ("note-80x24", (80, 24), ["b", "e"], "newsreader-night"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("size", "keys", "theme"), [state[1:] for state in STATES], ids=[state[0] for state in STATES]
)
async def test_picture(
    reader: Reader, matches_snapshot: Matches, size: tuple[int, int], keys: list[str], theme: str
) -> None:
    async with reader(*size, theme=theme) as driver:
        await driver.press(*keys)
        assert matches_snapshot(driver.app)


async def test_picture_without_colour(
    reader: Reader, matches_snapshot: Matches, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(120, 40) as driver:
        await driver.press("s", "enter")
        assert matches_snapshot(driver.app)
        for line in driver.app.screen._compositor.render_strips(driver.app.size):
            for segment in line:
                style = segment.style
                assert style is None or style.color is None or style.color.is_default
                assert style is None or style.bgcolor is None or style.bgcolor.is_default


async def test_picture_of_doubt(reader: Reader, matches_snapshot: Matches) -> None:
    """Each doubtful quotation has its question mark, in the text and in the sources panel."""
    async with reader(120, 40, config=Config(doubtful=0.9)) as driver:
        await driver.press("s", "enter", "j", "j")
        assert matches_snapshot(driver.app)


async def test_picture_of_an_empty_profile(
    reader: Reader, matches_snapshot: Matches, tmp_path: Path
) -> None:
    """All feeds are gone: what would be here, and which key brings it."""
    from reader.store import Store

    path = tmp_path / "bare" / "reader.db"
    with Store(path) as store:
        store.unsubscribe(store.add_feed("https://example.org/x", now=1).id, now=1)
    async with reader(80, 24, path=path) as driver:
        assert matches_snapshot(driver.app)
