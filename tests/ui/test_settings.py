"""The settings screen: what is changed is in force, in the file, and nothing else in it changes."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Input

from reader.config import SETTINGS, Config, Setting, load_config
from reader.paths import Paths
from reader.ui.widgets.setting_list import SettingList, stepped
from tests.ui.driver import Driver, Reader

FILE = "# mine\n[reading]  # as I like it\nmeasure = 60\n"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache")
    paths.config.mkdir()
    paths.config_file.write_text(FILE)
    return paths


async def choose(driver: Driver, key: str) -> None:
    """Open the settings, and put the cursor on one."""
    await driver.press("comma")
    names = [setting.key for setting in SETTINGS if setting.kind not in ("keys", "notice")]
    await driver.press(*["j"] * names.index(key))


def config(driver: Driver) -> Config:
    return driver.screen.config


async def test_steps_are_in_force_and_in_the_file(reader: Reader, paths: Paths) -> None:
    async with reader(config=Config(measure=60), paths=paths) as driver:
        await choose(driver, "reading.measure")
        await driver.press("l", "right", "h")
        assert driver.screen.article.measure == config(driver).measure == 62
        assert paths.config_file.read_text() == FILE.replace("60", "62")
        await driver.press("j", "l", "j", "enter", "j", "l")
        assert driver.screen.article.spacing == 1
        assert driver.screen.article.justify
        assert driver.screen.article.doubtful == driver.screen.sources.doubtful == 0.55
        assert load_config(paths.config_file) == Config(
            measure=62, spacing=1, justify=True, doubtful=0.55
        )
        assert paths.config_file.read_text().startswith(FILE.replace("60", "62"))


async def test_a_number_is_typed(reader: Reader, paths: Paths) -> None:
    async with reader(config=Config(measure=60), paths=paths) as driver:
        await choose(driver, "reading.measure")
        await driver.press("enter", "backspace", "backspace", "9", "9", "enter")
        assert config(driver).measure == 99
        await driver.press("enter", "0", "enter")
        assert "reading.measure must be a whole number from 40 to 120" in driver.text
        assert config(driver).measure == 99
        await driver.press("escape", "escape")
        assert len(driver.app.screen_stack) == 1


async def test_what_was_at_first_comes_back(reader: Reader, paths: Paths) -> None:
    async with reader(config=Config(measure=60), paths=paths) as driver:
        await choose(driver, "reading.measure")
        await driver.press("backspace")
        assert config(driver).measure == 72
        assert "measure" not in paths.config_file.read_text()
        assert "# as I like it" in paths.config_file.read_text()


async def test_a_theme_is_seen_at_once(reader: Reader, paths: Paths) -> None:
    async with reader(paths=paths) as driver:
        await choose(driver, "theme")
        await driver.press("h")
        assert driver.app.theme == "newsreader-day" == load_config(paths.config_file).theme
        await driver.press("l", "l")
        assert driver.app.theme == "nord"


async def test_keys_are_others_at_once(reader: Reader, paths: Paths) -> None:
    async with reader(paths=paths) as driver:
        await choose(driver, "keys")
        await driver.press("h")
        assert config(driver).keys == "newsboat"
        await driver.press("backspace", "escape")
        cursor = driver.screen.entries.cursor
        await driver.press("j")
        assert driver.screen.entries.cursor == cursor + 1


async def test_motion_and_refreshing_follow(reader: Reader, paths: Paths) -> None:
    async with reader(paths=paths) as driver:
        await choose(driver, "reduced_motion")
        await driver.press("l")
        assert driver.app.animation_level == "none"
        assert driver.screen._due is None
        await driver.press("escape")
        await choose(driver, "refresh.every")
        await driver.press("l")
        timer = driver.screen._due
        assert timer is not None
        assert timer._interval == 300
        await driver.press("h")
        assert driver.screen._due is None


@pytest.mark.parametrize("still", [True, False], ids=["reduced motion", "as usual"])
async def test_with_reduced_motion_nothing_moves_or_blinks(reader: Reader, still: bool) -> None:
    async with reader(config=Config(reduced_motion=still)) as driver:
        for keys in (["a"], ["escape", "ctrl+p"], ["escape", "slash"]):
            await driver.press(*keys)
            line = driver.app.focused
            assert isinstance(line, Input)
            assert line.cursor_blink is not still
            assert line._blink_timer is not None
            seen = set()
            for _ in range(8 if still else 30):
                await driver.pilot.pause(0.1)
                seen.add(line._cursor_visible)
                if not still and len(seen) == 2:
                    break
            assert seen == ({True} if still else {True, False})


async def test_a_broken_file_is_told_and_left_alone(reader: Reader, paths: Paths) -> None:
    async with reader(paths=paths) as driver:
        paths.config_file.write_text("theme =\n")
        await choose(driver, "reading.measure")
        await driver.press("l")
        said = " ".join(driver.text.split())
        assert "line 1: this is not TOML" in said.replace("\n", "")
        assert config(driver).measure == 72
        assert paths.config_file.read_text() == "theme =\n"


async def test_what_others_set_in_the_file_counts_too(reader: Reader, paths: Paths) -> None:
    async with reader(paths=paths) as driver:
        paths.config_file.write_text("[refresh]\ntimeout = 7\n")
        await choose(driver, "reading.spacing")
        await driver.press("l")
        assert config(driver).timeout == 7


async def test_the_desktop_is_told_by_a_program(reader: Reader, tmp_path: Path) -> None:
    out = tmp_path / "told"
    command = (sys.executable, "-c", "import sys; open(sys.argv[1], 'w').write(sys.argv[2])")
    config = Config(notify=(*command, str(out), "{title} / {text}"))
    async with reader(config=config) as driver:
        driver.app.tell_desktop("Harbour", "3 new\x1b[31m")
        await driver.settle()
        assert out.read_text() == "Harbour / 3 new[31m"


async def test_a_program_that_is_not_there_is_told_of(reader: Reader) -> None:
    async with reader(config=Config(notify=("/nowhere/notify",))) as driver:
        driver.app.tell_desktop("Harbour", "3 new")
        await driver.settle()
        assert "cannot be run" in driver.text


async def test_in_few_lines_the_row_one_is_on_is_seen(reader: Reader, paths: Paths) -> None:
    async with reader(40, 12, paths=paths) as driver:
        await choose(driver, "refresh.every")
        assert "▌ refresh.every" in driver.text


BY_KEY = {setting.key: setting for setting in SETTINGS}


@pytest.mark.parametrize(
    ("key", "value", "by", "expected"),
    [
        ("reading.measure", 119, 1, 120),
        ("reading.measure", 40, -1, 40),
        ("reading.doubtful", 0.1, 1, 0.15),
        ("reading.doubtful", 1.0, 1, 1.0),
        ("reduced_motion", False, -1, True),
        ("refresh.timeout", 20.0, -1, 15.0),
        ("reading.measure", 66, 0, None),
    ],
)
def test_a_step_stays_within_the_bounds(key: str, value: Any, by: int, expected: Any) -> None:
    result = stepped(BY_KEY[key], value, by, ())
    assert (result, type(result)) == (expected, type(expected))


def test_a_name_goes_round_and_round() -> None:
    def step(value: str, by: int) -> object:
        return stepped(BY_KEY["theme"], value, by, ["a", "b", "c"])

    assert [step("a", 1), step("c", 1), step("a", -1)] == ["b", "a", "c"]
    assert [step("gone", 1), step("gone", -1)] == ["a", "c"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
async def test_picture_of_the_settings(
    reader: Reader,
    paths: Paths,
    matches_snapshot: Callable[[App[Any]], bool],
    size: tuple[int, int],
) -> None:
    theme = "newsreader-day" if size[0] == 80 else "newsreader-night"
    async with reader(*size, config=Config(measure=60), paths=paths, theme=theme) as driver:
        await driver.press("comma", "j", "j", "j")
        rows = driver.app.screen.query_one(SettingList)
        assert isinstance(rows.current, Setting)
        assert matches_snapshot(driver.app)
