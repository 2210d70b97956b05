"""The first minute: samples, three sentences, feeds to tick, files to bring along."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from reader.model import View
from reader.store import Store
from tests.ui.driver import Driver, Reader

OPML = """<opml version="2.0"><body><outline text="Sea">
<outline text="Tides" type="rss" xmlUrl="http://127.0.0.1:9/tides"/>
<outline text="Boats" type="rss" xmlUrl="http://127.0.0.1:9/boats"/>
</outline></body></opml>"""


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Where a profile is to be that nobody opened yet."""
    return tmp_path / "bare" / "reader.db"


def titles(path: Path) -> list[str]:
    with Store(path) as store:
        return [row.title for row in store.feeds()]


async def type_in(driver: Driver, text: str) -> None:
    await driver.press("a")
    await driver.pilot.press(*text)
    await driver.press("enter")


async def test_three_sentences_until_they_are_closed(reader: Reader, bare: Path) -> None:
    async with reader(80, 24, path=bare) as driver:
        assert "Welcome! These are samples" in driver.text
        assert "? shows every key" in driver.text
        await driver.press("j", "enter")  # the keys go where they always go
        assert driver.screen.pane == "article"
        await driver.press("escape")
        assert "Welcome!" in driver.text
        await driver.press("escape")
        assert "Welcome!" not in driver.text
    async with reader(80, 24, path=bare) as driver:
        assert "Welcome!" not in driver.text


async def test_it_comes_again_where_nobody_closed_it(reader: Reader, bare: Path) -> None:
    for _ in range(2):
        async with reader(80, 24, path=bare) as driver:
            assert "Welcome!" in driver.text


async def test_who_follows_a_feed_is_not_greeted(reader: Reader) -> None:
    async with reader(80, 24) as driver:
        assert "Welcome!" not in driver.text


async def test_in_few_lines_the_last_one_greets(reader: Reader, bare: Path) -> None:
    async with reader(40, 12, path=bare) as driver:
        assert driver.last_line.startswith(" Welcome!")
        assert driver.text.count("Welcome!") == 1


async def test_an_opml_file_is_taken_and_can_be_taken_back(
    reader: Reader, bare: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.opml").write_text(OPML)
    async with reader(120, 40, path=bare) as driver:
        await type_in(driver, str(tmp_path / "mine.opml"))
        assert titles(bare) == ["Boats", "Tides"]
        assert "Sea" in driver.text
        assert "Welcome!" not in driver.text
        assert "2 feeds failed" in driver.text  # nobody listens there; they were asked at once
        await driver.press("u")
        assert titles(bare) == []


async def test_newsboat_is_offered_and_what_was_read_there_stays_read(
    reader: Reader, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    folder = tmp_path / ".newsboat"
    folder.mkdir()
    (folder / "urls").write_text('http://127.0.0.1:9/tides sea "~Tides"\n"query:all:unread"\n')
    connection = sqlite3.connect(folder / "cache.db")
    connection.execute("CREATE TABLE rss_item (feedurl, guid, url, unread, deleted)")
    row = ("http://127.0.0.1:9/tides", "one", "http://x.example/1", 0, 0)
    connection.execute("INSERT INTO rss_item VALUES (?, ?, ?, ?, ?)", row)
    connection.commit()
    connection.close()
    async with reader(120, 40, path=bare) as driver:
        await driver.press("a")
        assert "Newsboat's feeds, to take along: ~/.newsboat/urls" in driver.text
        await driver.pilot.press(*"~/.newsboat/urls")
        await driver.press("enter")
        assert titles(bare) == ["Tides"]
    with Store(bare) as store:
        assert list(store.entry_ids(View("all"))) == []
    connection = sqlite3.connect(bare)
    assert connection.execute("SELECT count(*) FROM statuses WHERE read = 1").fetchone() == (1,)
    connection.close()


@pytest.mark.parametrize(
    ("name", "told"),
    [("none.opml", "there is no such file"), ("picture.png", "neither OPML nor a list")],
)
async def test_another_file_is_refused_and_can_be_mended(
    reader: Reader, bare: Path, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    async with reader(200, 40, path=bare) as driver:
        await type_in(driver, str(tmp_path / name))
        assert told in " ".join(driver.text.split())
        assert len(driver.app.screen_stack) == 2


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
async def test_picture_of_the_greeting(
    reader: Reader,
    bare: Path,
    matches_snapshot: Callable[[App[Any]], bool],
    size: tuple[int, int],
) -> None:
    theme = "newsreader-day" if size[0] == 80 else "newsreader-night"
    async with reader(*size, path=bare, theme=theme) as driver:
        assert matches_snapshot(driver.app)
