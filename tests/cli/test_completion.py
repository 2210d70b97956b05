"""Completion in the shells themselves, each in a terminal of its own; it is made of the parser."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli.grammar import grammar
from reader.store import Store
from tests.cli.conftest import Run
from tests.support.terminal import Terminal

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source {}"),
    "zsh": (["zsh", "-f", "-i"], "autoload -U compinit; compinit -u -D; source {}"),
    "fish": (["fish", "--no-config", "-i"], "source {}"),
}
FEED = "https://coast.example/feed"


class Shell:
    """A shell that knows the completion, run in an empty folder."""

    def __init__(self, name: str, script: str, folder: Path) -> None:
        command, source = SHELLS[name]
        programs = folder / "bin"
        programs.mkdir()
        program = programs / "newsreader"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
        program.chmod(0o755)
        (folder / "script").write_text(script)
        env = {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "NEWSREADER_HOME": str(folder / "home"),
            "PS1": "$ ",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        (folder / "work").mkdir()
        (folder / "work" / "my feeds.opml").touch()
        change = f"cd {folder / 'work'}"
        self._terminal = Terminal(command, env, columns=200)
        self._terminal.press(f"{change}; {source.format(folder / 'script')}; echo rea''dy\r")
        self._terminal.wait_for("ready\r\n")

    def type(self, line: str, shown: str, tabs: int = 1) -> None:
        """Type a line and the tab key; wait until what is no part of the line is shown."""
        self._terminal.press(line + "\t" * tabs)
        self._terminal.wait_for(shown)
        self._terminal.drain(0.1)
        self._terminal.press("\x15")  # forget the line

    def close(self) -> None:
        self._terminal.kill()


def script(run: Run, shell: str) -> str:
    ran = run("completion", shell)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, run: Run, tmp_path: Path, home: Path) -> Iterator[Shell]:
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    with Store(home / "data" / "reader.db") as store:
        store.add_feed(FEED, folder="World News", now=1)
    shell = Shell(request.param, script(run, request.param), tmp_path)
    yield shell
    shell.close()


def test_a_person_types_and_presses_tab(shell: Shell) -> None:
    shell.type("newsreader ref", "resh")  # the only command of these letters
    shell.type("newsreader list --jsonl --lim", "it")
    shell.type("newsreader corrections ex", "port")  # a command below a command
    shell.type("newsreader list is:un", "read")  # with a colon, where bash parts words
    shell.type("newsreader remove https://co", "ast.example/feed")
    shell.type("newsreader add --folder Wor", "ld\\ News")
    shell.type("newsreader import my", "\\ feeds.opml")
    shell.type("newsreader import --newsboat-cache my", "\\ feeds.opml")
    shell.type("newsreader completion b", "ash")


def test_all_that_fits_is_shown(shell: Shell) -> None:
    shell.type("newsreader correc", "tions")
    shell.type("newsreader re", "refresh", tabs=2)
    shell.type("newsreader show --", "--json", tabs=2)


@pytest.mark.parametrize("shell_name", SHELLS)
def test_scripts_hold_every_command_and_option(run: Run, shell_name: str) -> None:
    made = script(run, shell_name)
    for command in grammar().all():
        for option in command.options:
            long = option.names[-1]
            wanted = f"-l {long[2:]}" if shell_name == "fish" else long
            assert wanted in made
        if command.path:
            assert " ".join(command.path) in made


def test_the_grammar_is_that_of_the_parser() -> None:
    told = {command.path: command for command in grammar().all()}
    limit = told["list",].options[1]
    assert (limit.names, limit.value and limit.value.name) == (("--limit",), "N")
    assert told["remove",].operands[0].words == "feeds"
    assert told["completion",].operands[0].choices[:3] == ("bash", "zsh", "fish")
    assert told["corrections", "remove"].synopsis.startswith("newsreader corrections remove ")


def test_words_are_one_line_each_and_make_no_profile(run: Run, home: Path) -> None:
    assert run("completion", "feeds").out == ""
    assert not home.exists()
    with Store(home / "data" / "reader.db") as store:
        feed = store.add_feed(FEED, folder="Wide\nWorld", now=1)
        assert feed.url == FEED
    assert run("completion", "feeds").out.splitlines() == [f"{FEED}\t{FEED}"]
    assert run("completion", "folders").out.count("\n") == 1
    assert "is:unread\t" in run("completion", "fields").out


def test_another_shell_is_refused(run: Run) -> None:
    ran = run("completion", "tcsh")
    assert ran.status == 2
    assert re.search("invalid choice.*bash", ran.error)
