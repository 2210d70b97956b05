"""Several threads and processes on one file."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from reader.model import Feed, View
from reader.store import Store

Fill = Callable[..., Feed]
SOURCE = Path(__file__).parents[2]

BOOKMARK_THEN_HANG = """
import sys, time
from pathlib import Path
from reader.model import Article
from reader.store import Store

store = Store(Path(sys.argv[1]))
store.set_read([1], True, now=5)
store.add_bookmark(
    2, article=Article("T", (), "Text."), content_html="", feed="", authors=(), quotation=None,
    source=None, now=6,
)
print("kept", flush=True)
with store._transaction():
    store._run("INSERT INTO state VALUES ('half', 'done')")
    print("half", flush=True)
    time.sleep(60)
"""
OPEN = """
import sys
from pathlib import Path
from reader.store import Store

sys.stdin.readline()
with Store(Path(sys.argv[1])) as store:
    store.set_state(sys.argv[2], "here")
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", code, *arguments],
        cwd=SOURCE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_what_is_done_outlives_a_kill(path: Path, fill: Fill) -> None:
    fill()
    with start(BOOKMARK_THEN_HANG, str(path)) as child:
        assert child.stdout is not None
        assert [child.stdout.readline() for _ in range(2)] == ["kept\n", "half\n"]
        os.kill(child.pid, signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL
    with Store(path) as after:
        assert [row.read for row in after.entry_rows([1, 2])] == [True, False]
        assert [row.bookmarked for row in after.entry_rows([1, 2])] == [False, True]
        assert len(after.bookmarks()) == 1
        assert after._row("SELECT count(*) FROM changes")[0] == 2
        assert after.get_state("half") is None
        assert after.check() == []


def test_many_processes_make_the_database_at_once(path: Path) -> None:
    names = [f"p{i}" for i in range(6)]
    children = [start(OPEN, str(path), name) for name in names]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        child.communicate()
    assert [child.returncode for child in children] == [0] * len(children)
    with Store(path) as store:
        assert [store.get_state(name) for name in names] == ["here"] * len(names)


def test_two_stores_write_by_turns(store: Store, path: Path, fill: Fill) -> None:
    fill(entries=20)
    with Store(path) as other:
        for turn, entry_id in enumerate(range(1, 21)):
            (store, other)[turn % 2].set_read([entry_id], True, now=turn)
            assert store.counts(since=0) == other.counts(since=0)
        assert other.counts(since=0).unread == 0


def test_writers_in_threads_lose_nothing(store: Store, path: Path, fill: Fill) -> None:
    fill(entries=60)
    changed: list[int] = []

    def work(first: int) -> None:
        with Store(path) as own:
            for entry_id in range(first, first + 20):
                changed.extend(own.set_read([entry_id], True, now=1))

    threads = [Thread(target=work, args=(first,)) for first in (1, 21, 41)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(changed) == list(range(1, 61))
    assert store.counts(since=0).unread == 0


def test_a_reader_does_not_wait_for_a_writer_nor_see_half(
    store: Store, path: Path, fill: Fill
) -> None:
    fill()
    with Store(path, timeout=0) as reading:
        with store._transaction():
            store._set_status("read", [1, 2], True, 5)
            assert reading.counts(since=0).unread == 3
        assert reading.counts(since=0).unread == 1


def test_a_store_is_for_one_thread(store: Store) -> None:
    errors: list[Exception] = []

    def work() -> None:
        try:
            store.get_state("a")
        except Exception as error:  # noqa: BLE001 - what it is, is the test
            errors.append(error)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    with pytest.raises(Exception, match="created in a thread"):
        raise errors[0]


def test_a_store_sees_what_another_wrote(path: Path, fill: Fill) -> None:
    with Store(path) as other:
        assert other.entry_ids(View("all")).tolist() == []
        fill()
        assert len(other.entry_ids(View("all"))) == 3


LOOK = """
import sys
from pathlib import Path
from reader.store import Store
with Store(Path(sys.argv[1])) as store:
    print(store.get_state("seen"))
"""


def look(path: Path) -> str:
    return subprocess.run(  # noqa: S603 - our own program, our own path
        [sys.executable, "-c", LOOK, str(path)], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_a_second_store_of_a_process_takes_no_lock_from_the_first(path: Path) -> None:
    """POSIX locks are a process's, and closing any descriptor of the file drops them all."""
    with Store(path) as store:
        store.set_state("seen", "one")
        Store(path).close()
        assert look(path) == "one"  # as the last one out, it would take the log away
        store.set_state("seen", "two")
        assert look(path) == "two"
        assert store.check() == []
