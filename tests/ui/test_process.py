"""The reader as a process in a terminal: what is kept when it is killed."""

import json
import os
import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from reader.store import Store
from tests.support.terminal import Terminal

COMMAND = [sys.executable, "-m", "reader"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"NEWSREADER_HOME": str(tmp_path), "LANG": "C.UTF-8"}


def bookmarked(home: dict[str, str]) -> list[str]:
    with Store(Path(home["NEWSREADER_HOME"]) / "data" / "reader.db") as store:
        return [row.title for row in store.bookmark_rows(store.bookmarks())]


def test_a_bookmark_survives_the_kill_right_after_it(home: dict[str, str]) -> None:
    with Terminal(COMMAND, home) as terminal:
        terminal.wait_for("used to being")
        terminal.press("b")
        terminal.wait_for("Bookmarked")
        terminal.kill()
    assert len(bookmarked(home)) == 1
    with Terminal(COMMAND, home) as terminal:
        terminal.wait_for("★")


def test_q_leaves_and_the_terminal_is_given_back(home: dict[str, str]) -> None:
    with Terminal(COMMAND, home) as terminal:
        terminal.wait_for("used to being")
        terminal.press("q")
        assert terminal.end() == 0
        assert b"\x1b[?1049l" in terminal.output


def test_a_page_is_opened_without_subscribing(home: dict[str, str], tmp_path: Path) -> None:
    page = tmp_path / "note.txt"
    page.write_text("The quay\n\n“We wait,” said Mira Okell, who chairs the council.\n")
    with Terminal([*COMMAND, "open", str(page)], home) as terminal:
        terminal.wait_for("Mira Okell")
        terminal.press("b")
        terminal.wait_for("Bookmarked")
        terminal.press("q")
        assert terminal.end() == 0
    assert bookmarked(home) == ["note.txt"]


def test_a_newer_database_is_refused_in_one_line(home: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "data" / "reader.db"
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with Terminal(COMMAND, home) as terminal:
        assert terminal.end() == 1
    assert terminal.output.count(b"\n") == 1
    assert b"999" in terminal.output


def test_a_wrong_setting_is_refused_in_one_line(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text('[keymap]\n"list.nxt" = "x"\n')
    with Terminal(COMMAND, home) as terminal:
        assert terminal.end() == 78
    assert b"config.toml, line 2: " in terminal.output
    assert b"list.nxt" in terminal.output
    assert b"Traceback" not in terminal.output


def test_nothing_from_outside_reaches_the_terminal_as_a_command(
    home: dict[str, str], tmp_path: Path
) -> None:
    evil = "\x1b]52;c;ZXZpbA==\x07\x9b31m\u202e[@click=app.quit]x\x1b[2J"
    item = {
        "id": "1",
        "title": f"Evil title {evil}",
        "content_html": "<p>Evil text &#27;]52;c;eA==&#7;&#x9b;31m &#8238;</p>",
        "authors": [{"name": evil}],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": evil, "items": [item]}
    path = tmp_path / "evil.json"
    path.write_text(json.dumps(feed))
    with Terminal([*COMMAND, "open", str(path)], home) as terminal:
        terminal.wait_for("Evil text")
        output = terminal.output
        terminal.press("q")
        assert terminal.end() == 0
    assert b"[@click=app.quit]x" in output
    for command in (b"\x1b]52", "\x9b".encode(), "\u202e".encode()):
        assert command not in output


def test_a_polite_end_gives_the_terminal_back(home: dict[str, str]) -> None:
    with Terminal(COMMAND, home) as terminal:
        terminal.wait_for("used to being")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.end() == 0
        assert b"\x1b[?1049l" in terminal.output


def test_what_was_pressed_before_q_is_kept(home: dict[str, str]) -> None:
    with Terminal(COMMAND, home) as terminal:
        terminal.wait_for("●")
        terminal.press("jbq")
        assert terminal.end() == 0
    assert len(bookmarked(home)) == 1
