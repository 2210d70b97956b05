import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.model import View
from reader.store import Store
from reader.store.schema import MIGRATIONS

NOBODY = 65534


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def wide_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that any user may look into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def become_user(folder: Path) -> Iterator[Callable[[], None]]:  # noqa: ARG001 - outlives this
    """Give up the superuser's rights, which no mode of a file binds, until the test ends."""
    root = os.geteuid() == 0

    def become() -> None:
        if root:
            os.seteuid(NOBODY)

    yield become
    if root:
        os.seteuid(0)


@pytest.mark.usefixtures("wide_umask")
def test_folder_and_files_are_the_users_alone(path: Path) -> None:
    with Store(path) as store:
        store.set_state("a", "b")
        files = list(path.parent.iterdir())
        assert {file.name for file in files} == {"reader.db", "reader.db-wal", "reader.db-shm"}
        assert mode(path.parent) == 0o700
        assert {mode(file) for file in files} == {0o600}


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    Store(tmp_path / "reader.db").close()
    assert mode(tmp_path) == 0o750


def test_check_tells_of_a_file_that_others_can_read(path: Path) -> None:
    with Store(path) as store:
        path.chmod(0o644)
        assert store.check() == [f"{path} can be read or written by other users"]


def test_opens_again_what_it_wrote(path: Path) -> None:
    with Store(path) as store:
        store.set_state("a", "b")
    with Store(path) as store:
        assert store.get_state("a") == "b"
        assert store.schema_version == len(MIGRATIONS)


def test_writes_ahead_and_waits_for_the_disk(store: Store) -> None:
    with store._transaction():
        assert store._row("PRAGMA synchronous")[0] == 2
    with store._transaction(durable=False):
        assert store._row("PRAGMA synchronous")[0] == 1
    assert store._row("PRAGMA journal_mode")[0] == "wal"
    assert store._row("PRAGMA foreign_keys")[0] == 1


def test_a_path_may_hold_what_a_uri_would_not(tmp_path: Path) -> None:
    path = tmp_path / "50% of what? #1" / "reader.db"
    Store(path).close()
    assert path.exists()


def test_a_newer_schema_is_refused_and_left_alone(path: Path) -> None:
    Store(path).close()
    raw = sqlite3.connect(path)
    newer = len(MIGRATIONS) + 1
    raw.execute(f"PRAGMA user_version = {newer}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreError) as error:
        Store(path)
    assert str(error.value) == (
        f"{path} was written by a newer newsreader (schema {newer}, this one knows {newer - 1}); "
        "nothing was changed"
    )
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["reader.db"]


@pytest.mark.parametrize("version", [0, 1])
def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path, version: int) -> None:
    path = tmp_path / "places.sqlite"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE places (a)")
    raw.execute(f"PRAGMA user_version = {version}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"is the database of another program; nothing was"):
        Store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, but long enough to be looked at as one" * 20)
    before = path.read_bytes()
    with pytest.raises(StoreError) as error:
        Store(path)
    assert str(error.value) == f"{path} is not a database"
    assert path.read_bytes() == before


def test_a_damaged_file_is_told_in_words(path: Path, fill: Callable[..., object]) -> None:
    fill(entries=300)
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    content = bytearray(path.read_bytes())
    copy = path.with_name("damaged.db")
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    copy.write_bytes(content)
    copy.chmod(0o600)
    with Store(copy) as damaged:
        with pytest.raises(StoreError, match=r"damaged\.db is damaged"):
            damaged.entry_rows(list(range(300)))
        assert damaged.check() == [f"{copy} is damaged"]


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        Store(tmp_path)
    assert str(error.value) == f"{tmp_path} cannot be opened: is a directory"


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StoreError, match=r"data/reader\.db cannot be opened: file exists"):
        Store(tmp_path / "data" / "reader.db")


def test_a_folder_that_cannot_be_written(folder: Path, become_user: Callable[[], None]) -> None:
    folder.chmod(0o555)
    become_user()
    with pytest.raises(StoreError, match=r"reader\.db cannot be opened: permission denied"):
        Store(folder / "reader.db")
    with pytest.raises(StoreError, match=r"reader\.db cannot be opened: permission denied"):
        Store(folder / "data" / "reader.db")


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o555, 0o666)])
def test_what_is_read_only_can_be_read(
    folder: Path, become_user: Callable[[], None], folder_mode: int, file_mode: int
) -> None:
    path = folder / "reader.db"
    with Store(path) as store:
        store.set_state("a", "b")
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    become_user()
    with Store(path) as store:
        assert store.get_state("a") == "b"
        assert store.entry_ids(View("all")).tolist() == []
        with pytest.raises(StoreError) as error:
            store.set_state("a", "c")
        assert str(error.value) == f"{path} cannot be written: it or its folder is read-only"
        assert store.get_state("a") == "b"


def test_a_read_only_file_in_a_folder_that_is_not(
    folder: Path, become_user: Callable[[], None]
) -> None:
    path = folder / "reader.db"
    with Store(path) as store:
        store.set_state("a", "b")
    path.chmod(0o444)
    folder.chmod(0o777)
    become_user()
    with Store(path) as store:
        assert store.get_state("a") == "b"
        with pytest.raises(StoreError, match="read-only"):
            store.set_state("a", "c")


def test_a_file_that_cannot_be_read(folder: Path, become_user: Callable[[], None]) -> None:
    path = folder / "reader.db"
    Store(path).close()
    path.chmod(0)
    become_user()
    with pytest.raises(StoreError, match=r"reader\.db cannot be opened: permission denied"):
        Store(path)


def test_a_full_disk_changes_nothing(store: Store, path: Path, fill: Callable[..., object]) -> None:
    fill()
    pages = store._row("PRAGMA page_count")[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError) as error:
        fill("https://b.example/", entries=2000)
    assert str(error.value) == f"{path} cannot be written: the disk is full"
    assert len(store.entry_ids(View("all"))) == 3
    store._connection.execute("PRAGMA max_page_count = 1000000")
    fill("https://b.example/", entries=2000)
    assert len(store.entry_ids(View("all"))) == 2003


def test_a_locked_database_is_told_in_words(store: Store, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(path, timeout=0.05) as waiting:
        with pytest.raises(StoreError) as error:
            waiting.set_state("a", "b")
        assert str(error.value) == f"{path} is in use by another program"
        other.execute("COMMIT")
        other.close()
        waiting.set_state("a", "b")
    assert store.get_state("a") == "b"


def test_what_fails_inside_a_transaction_undoes_it(store: Store) -> None:
    def work() -> None:
        with store._transaction():
            store._run("INSERT INTO state VALUES ('a', 'b')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert store.get_state("a") is None
    store.set_state("a", "c")
    assert store.get_state("a") == "c"


def test_a_log_that_cannot_be_read_is_not_passed_over(
    folder: Path, become_user: Callable[[], None]
) -> None:
    path = folder / "reader.db"
    with Store(path) as store:
        store.set_state("a", "b")
        log = path.with_name("reader.db-wal").read_bytes()
    path.with_name("reader.db-wal").write_bytes(log)
    path.chmod(0o444)
    folder.chmod(0o555)
    become_user()
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(path)
