from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reader
from reader.cli import main

COMMANDS = [
    "open", "list", "show", "add", "remove", "feeds", "refresh", "import", "export",
    "bookmark", "bookmarks", "corrections", "quotes", "parse", "extract", "doctor", "paths",
    "completion", "man", "serve",
]  # fmt: skip


def test_version(run: Callable[..., Any]) -> None:
    for arguments in (["--version"], ["-V"], ["--version", "list"]):
        ran = run(*arguments)
        assert (ran.status, ran.out, ran.err) == (0, f"newsreader {reader.__version__}\n", "")


def test_help_names_every_command(run: Callable[..., Any]) -> None:
    ran = run("--help")
    assert (ran.status, ran.err) == (0, "")
    for command in COMMANDS:
        assert f"\n    {command} " in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(run: Callable[..., Any], command: str) -> None:
    ran = run(command, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: newsreader {command} ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["harvest"],
        ["--lsit"],
        ["add"],
        ["add", "u", "--folder"],
        ["add", "u", "--folder", "a", "--folder", "b"],
        ["feeds", "extra"],
        ["feeds", "--js"],
        ["feeds", "--json", "--json"],
        ["list", "--limit", "-1"],
        ["list", "--limit", "few"],
        ["list", "--limit", "٣"],
        ["list", "--limit", "9" * 5000],
        ["list", "--limit", "1", "--limit", "1"],
        ["list", "--json", "--jsonl"],
        ["parse"],
        ["parse", "file", "--batch"],
        ["parse", "--batch", "--base-url", "https://coast.example/"],
        ["extract"],
        ["extract", "file", "--batch"],
        ["quotes", "--batch", "file"],
        ["open"],
        ["open", "-"],
        ["corrections", "import"],
        ["corrections", "export", "a", "b"],
        ["corrections", "remove"],
    ],
)
def test_wrong_usage_is_one_line_and_2(run: Callable[..., Any], arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.error


def test_a_usage_error_names_the_command(run: Callable[..., Any]) -> None:
    assert run("add").error == "newsreader: add: the following arguments are required: URL"


def test_what_a_person_typed_cannot_move_the_cursor(run: Callable[..., Any]) -> None:
    assert "\x1b" not in run("harvest\x1b[2J").error


def test_the_reader_needs_a_terminal(run: Callable[..., Any]) -> None:
    ran = run()
    assert (ran.status, ran.out) == (2, "")
    assert "terminal" in ran.error


def test_an_output_that_cannot_be_written_is_one_line_and_1(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    target = tmp_path / "missing" / "feeds.opml"
    ran = run("export", str(target))
    assert ran.status == 1
    assert ran.error == f"newsreader: {target}: No such file or directory"


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"], ["show", "1"], ["feeds"], ["add", "http://127.0.0.1:9/"], ["remove", "1"],
        ["refresh"], ["bookmark", "1"], ["bookmarks"], ["import", "-"], ["export"],
        ["corrections"], ["corrections", "export"], ["corrections", "remove", "1"],
    ],
)  # fmt: skip
def test_a_wrong_configuration_is_one_line_and_78(
    run: Callable[..., Any], home: Path, arguments: list[str]
) -> None:
    config = home / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("colour = 1\n")
    ran = run(*arguments)
    assert (ran.status, ran.out) == (78, "")
    assert "config.toml" in ran.error
    assert not (home / "data").exists()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["paths"]])
def test_what_needs_no_configuration_does_not_read_it(
    run: Callable[..., Any], home: Path, arguments: list[str]
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text("colour = 1\n")
    assert run(*arguments).status == 0


def test_main_takes_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["newsreader", "--version"])
    assert main() == 0
    assert capsys.readouterr().out == f"newsreader {reader.__version__}\n"
