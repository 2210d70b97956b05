"""Notifications: what the terminal is sent, what a program is given, whatever a title holds."""

import json
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ProgramError
from reader.notify import escape_sequence, notify
from reader.text import clean_line

EVIL = "a\x1b]52;c;eA==\x07b\x9c\nc\u202ed;e"


@pytest.fixture(autouse=True)
def no_tmux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)


def sent(how: str, title: str, text: str) -> str:
    out: list[str] = []
    notify(how, title, text, out.append)
    return "".join(out)


def test_the_terminal_is_told() -> None:
    assert sent("osc9", "Harbour", "3 new") == "\x1b]9;Harbour: 3 new\x1b\\"
    assert sent("osc777", "Harbour", "3 new") == "\x1b]777;notify;Harbour;3 new\x1b\\"


def test_tmux_passes_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/x,1,0")  # noqa: S108 - only that it is set counts
    assert sent("osc9", "a", "b") == "\x1bPtmux;\x1b\x1b]9;a: b\x1b\x1b\\\x1b\\"


@pytest.mark.parametrize("how", ["osc9", "osc777"])
@given(title=st.text(), text=st.text())
def test_nothing_gets_out_of_its_place(how: str, title: str, text: str) -> None:
    sequence = escape_sequence(how, title, text)
    body = sequence.removeprefix("\x1b]").removesuffix("\x1b\\")
    assert all(unicodedata.category(sign) != "Cc" for sign in body)
    assert clean_line(body) == body.strip()
    assert body.count(";") == (1 if how == "osc9" else 3)
    assert len(body) <= 420


def program(folder: Path, body: str = "") -> list[str]:
    script = folder / "told.py"
    out = folder / "out.json"
    script.write_text(
        f"import json, sys\njson.dump(sys.argv[1:], open({str(out)!r}, 'w'))\n{body}\n"
    )
    return [sys.executable, str(script)]


def told(folder: Path) -> list[str]:
    words: list[str] = json.loads((folder / "out.json").read_text())
    return words


def refuse(sequence: str) -> None:
    raise AssertionError(sequence)


def test_a_program_is_given_title_and_text(tmp_path: Path) -> None:
    notify(program(tmp_path), "Harbour", "3 new", refuse)
    assert told(tmp_path) == ["Harbour", "3 new"]


def test_a_program_has_them_where_it_wants_them(tmp_path: Path) -> None:
    command = [*program(tmp_path), "--title={title}", "-m", "{text}: {title}", "end"]
    notify(command, "{text}", "3 new", refuse)
    assert told(tmp_path) == ["--title={text}", "-m", "3 new: {text}", "end"]


def test_a_title_is_no_option_and_no_command(tmp_path: Path) -> None:
    notify(program(tmp_path), "--icon=x", f"$(touch x) {EVIL}", refuse)
    title, text = told(tmp_path)
    assert title == " --icon=x"
    assert text.startswith("$(touch x) a")
    assert all(unicodedata.category(sign) != "Cc" for sign in text)


def test_a_program_that_fails_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="failed: status 3"):
        notify(program(tmp_path, "sys.exit(3)"), "a", "b", refuse)
    with pytest.raises(ProgramError, match="cannot be run"):
        notify([str(tmp_path / "none")], "a", "b", refuse)
