"""Themes of the user's own in the app: at the start, when saved, when broken, when gone."""

import sys
from pathlib import Path

import pytest

from reader.config import Config
from reader.errors import ConfigError
from reader.paths import Paths
from reader.ui.app import ReaderApp
from reader.ui.library import Library
from tests.support.terminal import Terminal
from tests.ui.driver import Driver, Reader

HARBOUR = '[colours]\nbackground = "#102030"\n'


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache")
    paths.themes.mkdir(parents=True)
    return paths


def write(paths: Paths, name: str, text: str) -> None:
    (paths.themes / f"{name}.toml").write_text(text)


def told(driver: Driver) -> str:
    """What is shown of errors; a long path wraps it anywhere."""
    return " ".join(notice.message for notice in driver.app._notifications)


def ground(driver: Driver) -> str:
    """The colour that the list really has on the screen."""
    colour = driver.screen.entries.background_colors[1]
    return colour.hex.lower()


async def test_a_theme_is_followed_as_it_is_saved(reader: Reader, paths: Paths) -> None:
    write(paths, "harbour", HARBOUR)
    async with reader(80, 24, config=Config(theme="harbour"), paths=paths) as driver:
        assert ground(driver) == "#102030"
        assert driver.app.current_theme.accent == "#f0b45a"  # as its base
        write(paths, "harbour", HARBOUR.replace("#102030", "#203040"))
        await driver.until(lambda: ground(driver) == "#203040")
        write(paths, "harbour", HARBOUR.replace('"#102030"', '"blue"'))
        await driver.until(lambda: "harbour.toml, line 2: colours.background" in told(driver))
        assert ground(driver) == "#203040"
        (paths.themes / "harbour.toml").unlink()
        await driver.until(lambda: driver.app.theme == "newsreader-night")
        assert "harbour" not in driver.app.available_themes


async def test_a_new_file_is_a_new_theme(reader: Reader, paths: Paths) -> None:
    paths.themes.rmdir()
    async with reader(80, 24, paths=paths) as driver:
        paths.themes.mkdir()
        write(paths, "harbour", 'base = "nord"\ndark = false\n')
        await driver.until(lambda: "harbour" in driver.app.available_themes)
        driver.app.theme = "harbour"
        await driver.settle()
        assert not driver.app.current_theme.dark
        nord = driver.app.available_themes["nord"]
        assert driver.app.current_theme.background == nord.background


async def test_a_theme_may_take_the_place_of_ours(reader: Reader, paths: Paths) -> None:
    write(paths, "newsreader-night", HARBOUR)
    async with reader(80, 24, paths=paths) as driver:
        assert ground(driver) == "#102030"
        (paths.themes / "newsreader-night.toml").unlink()
        await driver.until(lambda: ground(driver) == "#15181c")


async def test_a_broken_theme_that_is_not_used_is_told(reader: Reader, paths: Paths) -> None:
    write(paths, "harbour", "dark = 1")
    async with reader(120, 40, paths=paths) as driver:
        await driver.until(lambda: "line 1: dark must be true or false" in told(driver))
        assert driver.app.theme == "newsreader-night"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("dark = 1", "line 1: dark must be true or false"),
        ('\nbase = "dusk"', "line 2: base is not one of the themes that come along: ansi-dark, "),
    ],
)
def test_a_broken_theme_that_is_asked_for_is_refused(
    paths: Paths, database: Path, text: str, message: str
) -> None:
    write(paths, "harbour", text)
    library = Library(database)
    try:
        library.wait_open()
        with pytest.raises(ConfigError) as raised:
            ReaderApp(library, Config(theme="harbour"), paths=paths)
    finally:
        library.close()
    assert str(raised.value).startswith(f"{paths.themes / 'harbour.toml'}, {message}")


def test_the_terminal_has_the_theme_of_the_file(tmp_path: Path, paths: Paths) -> None:
    write(paths, "harbour", HARBOUR)
    (tmp_path / "config" / "config.toml").write_text('theme = "harbour"')
    env = {"NEWSREADER_HOME": str(tmp_path), "COLORTERM": "truecolor"}
    with Terminal([sys.executable, "-m", "reader"], env) as terminal:
        terminal.wait_for("48;2;16;32;48m")
