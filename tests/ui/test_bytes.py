"""What the terminal is really sent: no colour where none is wanted, its cursor in its place."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from reader.ui.themes import THEMES
from tests.support.terminal import Terminal

COMMAND = [sys.executable, "-m", "reader"]
SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
COLOURS = {*range(30, 50), *range(90, 108), 58, 59}
"""Parameters of SGR that set a colour, the default one too (ECMA-48 and xterm)."""
PALETTE = re.compile(rb"\x1b\](?:4|5|1[0-9]|10[45]|11[0-9]);")
"""The commands that set the terminal's own colours (xterm's OSC)."""
TOUR = ("\r", "]", "i", "\x1b", "s", "?", "\x1b", "\x10", "\x1b", "a", "\t", "\x1b", "b", "hh")
"""Keys that show every pane and most of what opens over them."""


def home(path: Path, settings: str, **env: str) -> dict[str, str]:
    (path / "config").mkdir()
    (path / "config" / "config.toml").write_text(settings, encoding="utf-8")
    return {"NEWSREADER_HOME": str(path), "COLORTERM": "truecolor", "LANG": "C.UTF-8", **env}


def drawn(env: Mapping[str, str]) -> bytes:
    """Everything that a look around draws."""
    with Terminal(COMMAND, env) as terminal:
        terminal.wait_for("used to being")
        everything = terminal.output
        for keys in TOUR:
            terminal.press(keys)
            terminal.drain(0.3)
            everything += terminal.output
        terminal.press("q")
        assert terminal.end() == 0
    return everything + terminal.output


def coloured(output: bytes) -> set[bytes]:
    """The SGR commands in it that set a colour."""
    return {
        codes
        for codes in SGR.findall(output)
        if any(int(code or 0) in COLOURS for code in re.split(rb"[;:]", codes))
    }


NAMES = sorted([*BUILTIN_THEMES, *(theme.name for theme in THEMES)])


@pytest.mark.parametrize("theme", ["newsreader-night", "newsreader-day", "ansi-dark", "ansi-light"])
def test_without_colour_no_theme_sends_any(tmp_path: Path, theme: str) -> None:
    assert theme in NAMES
    output = drawn(home(tmp_path, f'theme = "{theme}"\n', NO_COLOR="1"))
    assert coloured(output) == set()
    assert not PALETTE.search(output)
    used = {code for codes in SGR.findall(output) for code in codes.split(b";")}
    assert {b"1", b"3", b"4"} <= used  # what is left tells speech, sources and cues


@pytest.mark.parametrize("theme", NAMES)
def test_without_colour_no_theme_sends_any_at_the_start(tmp_path: Path, theme: str) -> None:
    env = home(tmp_path, f'theme = "{theme}"\n', NO_COLOR="yes")
    with Terminal(COMMAND, env) as terminal:
        terminal.wait_for("used to being")
        terminal.drain(0.2)
        assert SGR.search(terminal.output)
        assert coloured(terminal.output) == set()


def test_an_empty_no_color_asks_for_nothing(tmp_path: Path) -> None:
    output = drawn(home(tmp_path, "", NO_COLOR=""))
    assert b"38;2;120;162;255" in output  # the first source's colour, as it is


def cursor(terminal: Terminal) -> tuple[int, int]:
    """Row and column, from 1, where the terminal's own cursor was put last."""
    rows = re.findall(rb"\x1b\[(\d+);(\d+)H", terminal.output)
    return int(rows[-1][0]), int(rows[-1][1])


def test_the_terminals_cursor_stands_on_the_row_one_is_on(tmp_path: Path) -> None:
    with Terminal(COMMAND, home(tmp_path, ""), columns=120, rows=40) as terminal:
        terminal.wait_for("used to being")
        terminal.press("\x1b")  # the greeting goes
        terminal.drain(2.5)
        terminal.press("jj")
        terminal.drain(1.0)
        row, column = cursor(terminal)
        assert row == 6  # below the title, each entry has two lines
        terminal.press("k")
        terminal.drain(1.0)
        assert cursor(terminal) == (row - 2, column)
        terminal.press("h")
        terminal.drain(1.0)
        assert cursor(terminal) == (2, 1)  # the first of the feeds
