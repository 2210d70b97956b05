"""Workers run functions of the standard library here: tests are not to be had from theirs."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import ParseError
from reader.model import ParsedFeed
from reader.worker import Pool, Worker

MEMORY = 2**30


def worker(function: str, seconds: float = 10, memory: int = MEMORY) -> Worker[object]:
    return Worker(function, seconds=seconds, memory=memory)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def ended(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not alive(pid)


def test_it_answers_call_after_call_from_one_process_of_its_own() -> None:
    with worker("os:getpid") as getpid:
        first = getpid()
        assert first != os.getpid()
        assert getpid() == first


def test_named_arguments_and_models_pass() -> None:
    with worker("reader.parse:parse") as parse:
        feed = parse(
            b"<rss><channel><title>A</title></channel></rss>", base_url="https://a.example"
        )
        assert feed == ParsedFeed("A")


def test_what_the_function_raises_is_raised_here() -> None:
    with worker("reader.parse:parse") as parse:
        with pytest.raises(ParseError, match=r"^not a feed: empty$"):
            parse(b"")
        assert parse(b"<rss><channel><title>A</title></channel></rss>") == ParsedFeed("A")


def test_a_mistake_in_the_function_costs_its_call_alone() -> None:
    with worker("json:loads") as loads:
        with pytest.raises(ParseError, match=r"^it cannot be read \(JSONDecodeError\)$"):
            loads("{")
        with pytest.raises(ParseError, match="nested too deeply"):
            loads("[" * 100_000)
        assert loads("[1]") == [1]


def test_a_call_that_hangs_is_ended_in_time_and_the_next_goes_on() -> None:
    begun = time.monotonic()
    with worker("time:sleep", seconds=0.5) as sleep:
        with pytest.raises(ParseError, match=r"^it took longer than 0\.5 s to read$"):
            sleep(60)
        assert sleep(0) is None
    assert time.monotonic() - begun < 10


def test_a_call_that_hangs_in_c_is_ended_too() -> None:
    with worker("re:match", seconds=0.5) as match, pytest.raises(ParseError, match="longer"):
        match("(a+)+$", "a" * 60 + "b")


def test_a_call_that_wants_all_memory_gets_an_error() -> None:
    with worker("builtins:bytearray") as allocate:
        with pytest.raises(ParseError, match="memory"):
            allocate(MEMORY)
        assert allocate(1) == bytearray(1)


def test_a_process_that_breaks_is_replaced() -> None:
    with worker("os:kill") as kill:
        for number in (signal.SIGSEGV, signal.SIGKILL):
            with worker("os:getpid") as other:
                pid = other()
            with pytest.raises(ParseError, match=r"^it cannot be read"):
                kill(pid, 0)  # it is gone: ProcessLookupError
            with pytest.raises(ParseError, match=r"^it broke the process that read it$"):
                kill(0, number)


def test_a_module_in_the_folder_one_is_in_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit")
    (tmp_path / "wave.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with worker("wave:open") as wave, pytest.raises(ParseError, match=r"\(FileNotFoundError\)$"):
        wave("missing")


def test_it_writes_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    with worker("shutil:copy") as copy, pytest.raises(ParseError):
        copy(str(tmp_path / "a"), str(tmp_path / "b"))
    assert (tmp_path / "b").read_text() == ""


def test_what_it_prints_is_no_answer() -> None:
    with worker("builtins:print") as say:
        assert say("x" * 100, flush=True) is None
        assert say("y", flush=True) is None


def test_it_ends_when_the_reader_is_killed() -> None:
    script = (
        "import sys, time\nfrom reader.worker import Worker\n"
        "w = Worker('os:getpid', seconds=10, memory=2**30)\n"
        "print(w(), flush=True)\ntime.sleep(60)"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as reader:  # noqa: S603 - our own
        assert reader.stdout
        pid = int(reader.stdout.readline())
        assert alive(pid)
        reader.kill()
    assert ended(pid)


def test_a_pool_works_side_by_side_and_in_order_of_its_queue() -> None:
    with Pool[int](2, "os:getpid", seconds=10, memory=MEMORY) as pool:
        futures = [pool.submit() for _ in range(20)]
        assert 1 <= len({future.result() for future in futures}) <= 2


def test_closing_a_pool_waits_for_nobody() -> None:
    pool = Pool[None](1, "time:sleep", seconds=60, memory=MEMORY)
    futures = [pool.submit(50) for _ in range(3)]
    time.sleep(0.3)
    begun = time.monotonic()
    pool.close()
    assert time.monotonic() - begun < 5
    for future in futures:
        with suppress(ParseError, CancelledError):
            future.result(timeout=1)
            pytest.fail("it was not ended")
