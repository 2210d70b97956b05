"""What only a process of its own shows: imports, pipes, signals, encodings."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import reader
from reader.cli.output import cell_width

PROGRAM = [sys.executable, "-m", "reader"]
TEXT = "“We wait for the ice,” said Ada Ray, who is the mayor of the town.\n"
QUESTION = json.dumps({"id": "a", "text": TEXT}).encode() + b"\n"
LOADED = """
import sys
from reader.cli import main
main(sys.argv[1:])
print(sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "NEWSREADER_HOME": str(tmp_path / "home")}


def ran(
    environment: dict[str, str], *arguments: str, stdin: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, *arguments], input=stdin, capture_output=True, env=environment, check=False
    )


@contextmanager
def batch(environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """A batch of ``quotes`` that has answered its first line."""
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own program
        [*PROGRAM, "quotes", "--batch"], stdin=pipe, stdout=pipe, stderr=pipe, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        deadline = threading.Timer(30, process.kill)
        deadline.start()
        process.stdin.write(QUESTION)
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "a"
        yield process
        process.wait()
        deadline.cancel()


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], {"textual", "rich", "feedparser", "lxml", "sqlite3", "argparse"}),
        (["--help"], {"textual", "rich", "feedparser", "lxml", "sqlite3"}),
        (["list", "--help"], {"textual", "rich", "feedparser", "lxml", "sqlite3"}),
        (["paths"], {"textual", "rich", "feedparser", "lxml", "sqlite3"}),
        (["quotes", "--batch"], {"textual", "rich", "feedparser", "lxml", "sqlite3"}),
        (["quotes", "-"], {"textual", "rich", "feedparser", "sqlite3"}),
        (["feeds"], {"textual", "rich", "feedparser", "lxml"}),
        (["bookmarks"], {"textual", "rich", "feedparser", "lxml"}),
        (["doctor"], {"textual", "rich", "feedparser", "lxml"}),
        (["list"], {"textual", "rich"}),
    ],
)
def test_a_command_imports_only_what_it_needs(
    environment: dict[str, str], arguments: list[str], unwanted: set[str]
) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", LOADED, *arguments],
        input=TEXT.encode(),
        capture_output=True,
        env=environment,
        check=True,
    )
    loaded = set(json.loads(done.stderr.decode().splitlines()[-1].replace("'", '"')))
    assert "reader" in loaded
    assert not unwanted & loaded


def test_python_m_reader_is_the_program(environment: dict[str, str]) -> None:
    done = ran(environment, "--version")
    assert (done.returncode, done.stdout) == (0, f"newsreader {reader.__version__}\n".encode())


def test_a_batch_answers_while_its_input_is_open(environment: dict[str, str]) -> None:
    with batch(environment) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.close()
        assert process.wait() == 0
        assert process.stderr.read() == b""


def test_a_closed_pipe_is_quiet(environment: dict[str, str]) -> None:
    with batch(environment) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(QUESTION)
        process.stdin.close()
        assert process.wait() == 130
        assert process.stderr.read() == b""


def test_an_interrupt_is_quiet(environment: dict[str, str]) -> None:
    with batch(environment) as process:
        assert process.stderr
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr.read() == b""


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_output_is_utf8_in_any_locale(environment: dict[str, str], locale: str) -> None:
    settings = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = ran({**environment, **settings}, "quotes", "-", stdin=TEXT.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“We wait for the ice,”" in done.stdout.decode()


def on_a_screen(
    environment: dict[str, str], *arguments: str, keys: bytes = b"", after: bytes = b""
) -> tuple[int, str]:
    """Run a command on a terminal of 60 columns; its exit status and all that it shows.

    The keys are typed when ``after`` is to be seen.
    """
    ours, its = os.openpty()
    with subprocess.Popen(  # noqa: S603 - our own program
        [*PROGRAM, *arguments],
        stdin=its,
        stdout=its,
        stderr=its,
        env={**environment, "COLUMNS": "60", "LINES": "24"},
    ) as process:
        os.close(its)
        deadline = threading.Timer(30, process.kill)
        deadline.start()
        shown = b""
        while new := read_screen(ours):
            shown += new
            if keys and after in shown:
                os.write(ours, keys)
                keys = b""
        deadline.cancel()
    os.close(ours)
    return process.returncode, shown.decode().replace("\r\n", "\n")


def read_screen(screen: int) -> bytes:
    try:
        return os.read(screen, 65536)
    except OSError:  # so Linux says that no program writes to it any more
        return b""


@pytest.mark.parametrize("kind", ["txt", "html", "xml"])
def test_the_reader_opens_a_document_of_each_kind(
    environment: dict[str, str], tmp_path: Path, kind: str
) -> None:
    words = "The harbour stood open for many years and the town lived from it. " * 5
    content = {
        "txt": words,
        "html": f"<html><body><article><p>{words}</p></article></body></html>",
        "xml": f"<rss version='2.0'><channel><item><title>{words}</title></item></channel></rss>",
    }[kind]
    document = tmp_path / f"document.{kind}"
    document.write_text(content, encoding="utf-8")
    status, _ = on_a_screen(
        {**environment, "TERM": "xterm-256color"},
        *("open", str(document)),
        keys=b"q",
        after=b"\x1b[?1049h",  # the alternate screen: the reader is there
    )
    assert status == 0


@pytest.mark.parametrize("command", [["list"], ["show", "1"], ["quotes", "article.txt"]])
def test_lines_fit_the_screen_without_colour(
    environment: dict[str, str], tmp_path: Path, command: list[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT.replace("ice", "ice that comes each year" * 3), encoding="utf-8")
    command = [str(article) if argument == article.name else argument for argument in command]
    ran(environment, "list")
    status, shown = on_a_screen(environment, *command)
    assert status == 0
    assert "\x1b" not in shown
    widths = [cell_width(line) for line in shown.splitlines()]
    assert 50 <= max(widths) <= 60


def test_what_is_no_data_is_said_to_people_only(environment: dict[str, str]) -> None:
    assert on_a_screen(environment, "bookmarks") == (
        0,
        "No bookmarks yet: newsreader bookmark ENTRY\n",
    )
    done = ran(environment, "bookmarks")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_quotes_does_not_wait_for_a_person_to_type(environment: dict[str, str]) -> None:
    status, shown = on_a_screen(environment, "quotes")
    assert status == 2
    assert shown.startswith("newsreader: quotes: name an INPUT")


def test_a_dumb_terminal_cannot_show_the_reader(environment: dict[str, str]) -> None:
    status, shown = on_a_screen({**environment, "TERM": "dumb"})
    assert status == 2
    assert shown.startswith("newsreader: TERM=dumb cannot show the reader")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_one_line_and_1(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: S603 - our own program
            [*PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE, env=environment, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"newsreader: No space left on device\n")


def test_closed_streams_are_no_traceback(environment: dict[str, str]) -> None:
    command = f'"{sys.executable}" -m reader quotes --batch <&-'
    done = subprocess.run(  # noqa: S603 - our own program
        ["/bin/sh", "-c", command], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stdout) == (66, b"")
    assert done.stderr == b"newsreader: standard input is closed\n"
    done = subprocess.run(  # noqa: S603 - our own program
        ["/bin/sh", "-c", f'"{sys.executable}" -m reader paths >&-'],
        capture_output=True,
        env=environment,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_was_not_foreseen_is_one_line_and_a_traceback_only_when_asked_for(
    environment: dict[str, str], tmp_path: Path
) -> None:
    target = str(tmp_path / "missing" / "feeds.opml")
    done = ran(environment, "export", target)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    done = ran({**environment, "NEWSREADER_DEBUG": "1"}, "export", target)
    assert done.returncode == 1
    assert b"Traceback" in done.stderr
