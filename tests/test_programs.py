"""The user's own programs: what they print, and how they fail."""

import os
import sys
import time
from pathlib import Path
from threading import Event

import pytest

from reader.errors import ProgramError
from reader.programs import run_program

MEGABYTE = 2**20


def python(code: str, **more: object) -> bytes:
    settings = {"seconds": 20.0, "most": MEGABYTE, **more}
    return run_program([sys.executable, "-c", code], **settings)  # type: ignore[arg-type] # by name


def test_what_a_program_prints() -> None:
    assert python("print('<rss/>', end='')") == b"<rss/>"


def test_a_program_reads_much_while_it_prints_much() -> None:
    code = "import sys\nfor line in sys.stdin.buffer: sys.stdout.buffer.write(line.upper())"
    data = b"line after line\n" * 60_000
    assert python(code, data=data) == data.upper()


def test_a_program_that_reads_nothing_of_its_input() -> None:
    assert python("print(1)", data=b"x" * MEGABYTE) == b"1\n"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import sys; sys.exit('no\\n\\x1b[31mtime')", "failed: status 1: [31mtime"),
        ("import sys; sys.exit(3)", "failed: status 3"),
        ("import os; os.kill(os.getpid(), 9)", "failed: status -9"),
        (
            "import sys\nwhile True: sys.stdout.write('x' * 1000)",
            "prints more than 1,048,576 bytes",
        ),
    ],
)
def test_what_fails_is_told_in_a_line(code: str, message: str) -> None:
    with pytest.raises(ProgramError) as raised:
        python(code)
    assert str(raised.value) == f"the command {sys.executable} {message}"


def test_what_may_be_secret_is_not_told() -> None:
    with pytest.raises(ProgramError, match=r"failed: status 1$"):
        python("import sys; sys.exit('the secret')", quiet=True)


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(ProgramError, match=r"^the command /no/such cannot be run: no such file or"):
        run_program(["/no/such", "argument"], seconds=1, most=1)


def test_a_program_that_takes_too_long_is_ended_with_what_it_began(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(told)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(60)"
    )
    begun = time.monotonic()
    with pytest.raises(ProgramError, match=r"took longer than 3 seconds"):
        python(code, seconds=3.0)
    assert time.monotonic() - begun < 20
    child = int(told.read_text())
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:  # until whoever adopted it has noticed
        try:
            state = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return
        if state == "Z":
            return
        time.sleep(0.05)
    os.kill(child, 9)
    pytest.fail("it lives")


def test_a_program_is_ended_when_nobody_waits() -> None:
    over = Event()
    over.set()
    begun = time.monotonic()
    with pytest.raises(ProgramError):
        python("import time; time.sleep(60)", stop=over.is_set)
    assert time.monotonic() - begun < 20


def test_no_shell_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "made"
    assert run_program(["echo", f"$(touch {file})", ";", "x"], seconds=9, most=99).endswith(
        b"; x\n"
    )
    assert not file.exists()
