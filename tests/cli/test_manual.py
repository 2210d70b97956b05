"""The manual page says what is true, and what reads such pages has nothing to say against it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli.grammar import grammar
from reader.config import SETTINGS
from reader.ui import keys
from tests.cli.conftest import Run


def plain(page: str) -> str:
    """The page without what roff reads."""
    return re.sub(r"\\f.|\\&", "", page).replace("\\-", "-").replace("\\e", "\\")


def test_the_page_has_every_command_option_key_and_setting(run: Run) -> None:
    ran = run("man")
    assert (ran.status, ran.err) == (0, "")
    told = plain(ran.out)
    for command in grammar().all():
        assert command.synopsis in told or not command.path
        for option in command.options:
            assert ", ".join(option.names) in told or "--help" in option.names
    for setting in SETTINGS:
        assert f"\n{setting.key}\n" in told
    for table in keys().values():
        for _, what in table:
            assert f"\n{what}." in told
    for status in (0, 1, 2, 65, 66, 69, 78, 130):
        assert f".TP\n{status}\n" in told


@pytest.mark.parametrize(
    "check",
    [
        ["mandoc", "-T", "lint", "-W", "error"],
        ["groff", "-man", "-Kutf8", "-ww", "-z"],
    ],
    ids=lambda check: check[0],
)
def test_programs_that_show_manuals_find_nothing_wrong(
    run: Run, tmp_path: Path, check: list[str]
) -> None:
    if not shutil.which(check[0]):
        pytest.skip(f"{check[0]} is not installed")
    page = tmp_path / "newsreader.1"
    page.write_text(run("man").out, encoding="utf-8")
    ran = subprocess.run([*check, str(page)], capture_output=True, text=True, check=False)  # noqa: S603
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_it_reads_well(run: Run, tmp_path: Path) -> None:
    if not shutil.which("mandoc"):
        pytest.skip("mandoc is not installed")
    page = tmp_path / "newsreader.1"
    page.write_text(run("man").out, encoding="utf-8")
    command = ["mandoc", "-T", "utf8", str(page)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    lines = re.sub(".\b", "", shown).splitlines()  # bold is a sign struck twice
    assert "       newsreader - a terminal news reader that shows who says what" in lines
    assert "       ctrl+p Command palette." in lines
    assert "   corrections export" in lines
