"""One connection to the database: opening it, transactions, errors in words."""

import os
import sqlite3
import threading
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reader.errors import StoreError
from reader.store.schema import APPLICATION_ID, MIGRATIONS, migrate, schema_version

_WORDS = {
    sqlite3.SQLITE_BUSY: "is in use by another program",
    sqlite3.SQLITE_LOCKED: "is in use by another program",
    sqlite3.SQLITE_READONLY: "cannot be written: it or its folder is read-only",
    sqlite3.SQLITE_FULL: "cannot be written: the disk is full",
    sqlite3.SQLITE_IOERR: "could not be read or written: the disk reports an error",
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_NOTADB: "is not a database",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_PERM: "cannot be opened: permission denied",
}
_UNSHARED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)

SMALL_CACHE = 256
"""KiB."""

Parameters = Sequence[Any] | Mapping[str, Any]


class Database:
    """A connection, for one thread; other threads and processes open their own.

    Where the folder or file is read-only, what it holds can be read, and whatever would
    write raises ``StoreError``.
    """

    def __init__(self, path: Path, *, timeout: float = 5.0) -> None:
        """Open the database, made if missing, with the newest schema.

        Args:
            path: The file. A folder that is made for it gets mode 0700, the file 0600.
            timeout: Seconds to wait for another program's transaction.

        Raises:
            StoreError: It cannot be opened, is no database of ours, or is from a newer
                version; nothing was changed.
        """
        self.path = path
        self._timeout = timeout
        self._make_file()
        with self._errors():
            self._connection = self._connect()
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was done is in it."""
        self._connection.close()

    def interrupt(self) -> None:
        """Let what the connection's thread is doing raise StoreError; for any thread to call."""
        self._connection.interrupt()

    def save_memory(self) -> None:
        """Keep few pages in memory: for a connection beside others, which reads what they do."""
        with self._errors():
            self._connection.execute(f"PRAGMA cache_size = -{SMALL_CACHE}")

    @property
    def schema_version(self) -> int:
        """The version of the schema that the file holds."""
        with self._errors():
            return schema_version(self._connection)

    def data_version(self) -> int:
        """Return a number that is another one once another connection wrote into the file."""
        version: int = self._row("PRAGMA data_version")[0]
        return version

    def _make_file(self) -> None:
        """Make a missing file, with mode 0600: SQLite would make it with that of the umask.

        The file itself is never opened here. POSIX drops all locks that a process has on a file
        when it closes any descriptor of it (fcntl(2)): the other connections of this process
        would lose theirs, and another process could take the log away under them.
        """
        if self.path.exists():
            self._check_file()
            return
        empty = self.path.with_name(f"{self.path.name}.{os.getpid()}.{threading.get_ident()}")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(empty, os.O_WRONLY | os.O_CREAT, 0o600))
            with suppress(FileExistsError):  # somebody was quicker
                os.link(empty, self.path)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise StoreError(f"{self.path} cannot be opened: {reason}") from None
        finally:
            with suppress(OSError):
                empty.unlink()

    def _check_file(self) -> None:
        reason = "is a directory" if self.path.is_dir() else "permission denied"
        if self.path.is_dir() or not os.access(self.path, os.R_OK, effective_ids=True):
            raise StoreError(f"{self.path} cannot be opened: {reason}")

    def _connect(self) -> sqlite3.Connection:
        connection = self._connect_as("mode=rw")
        try:
            schema_version(connection)
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF not in _UNSHARED or self._has_log():
                raise
            # A folder where -shm cannot be made, and no -wal: the file is all there is, and
            # can be read as it stands.
            return self._connect_as("immutable=1")
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect_as(self, how: str) -> sqlite3.Connection:
        uri = f"{self.path.absolute().as_uri()}?{how}"
        connection = sqlite3.connect(uri, timeout=self._timeout, isolation_level=None, uri=True)
        connection.row_factory = sqlite3.Row
        return connection

    def _has_log(self) -> bool:
        log = Path(f"{self.path}-wal")
        return log.exists() and log.stat().st_size > 0

    def _prepare(self) -> None:
        version = schema_version(self._connection)
        if version > len(MIGRATIONS):
            raise StoreError(
                f"{self.path} was written by a newer newsreader (schema {version}, this one "
                f"knows {len(MIGRATIONS)}); nothing was changed"
            )
        if not self._is_ours(version):
            raise StoreError(f"{self.path} is the database of another program; nothing was changed")
        if version < len(MIGRATIONS):
            self._connection.execute("PRAGMA journal_mode = WAL")
            migrate(self._connection)
        self._connection.execute("PRAGMA foreign_keys = ON")

    def _is_ours(self, version: int) -> bool:
        """Tell whether the file is empty or has our mark.

        The mark is asked for last: another process that fills the file meanwhile sets it too.
        """
        tables = "SELECT count(*) FROM sqlite_schema"
        if not version and self._connection.execute(tables).fetchone()[0] == 0:
            return True
        mark: int = self._connection.execute("PRAGMA application_id").fetchone()[0]
        return mark == APPLICATION_ID

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Tell what SQLite reports in words. A broken constraint is our mistake, not told."""
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            words = _WORDS.get(error.sqlite_errorcode & 0xFF, f"cannot be used: {error}")
            raise StoreError(f"{self.path} {words}") from error

    @contextmanager
    def _transaction(self, *, durable: bool = True) -> Iterator[None]:
        """Do all of the block or nothing of it; inside another it is a part of that.

        Args:
            durable: Whether it must outlive a loss of power from the moment it is done. What
                a feed said need not: it says it again. The end of the program, however
                sudden, loses neither.
        """
        if self._connection.in_transaction:
            yield
            return
        with self._errors():
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise

    def _run(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Run one statement inside a transaction."""
        return self._connection.execute(sql, parameters)

    def _rows(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """Return what a query gives: rows by position and by name."""
        with self._errors():
            return self._connection.execute(sql, parameters).fetchall()

    def _ids(self, sql: str, parameters: Parameters = ()) -> "array[int]":
        """Return the one column of integers that a query gives."""
        with self._errors():
            cursor = self._connection.cursor()
            cursor.row_factory = None  # bare tuples: half the time of rows, and there are many
            # One by one, in four bytes each: a million as a list would take ten times the memory,
            # and whoever keeps four thousand million entries has other sorrows.
            return array("I", (one for (one,) in cursor.execute(sql, parameters)))

    def _row(self, sql: str, parameters: Parameters = ()) -> Any:
        """Return the first row that a query gives, or None."""
        try:
            with self._errors():
                return self._connection.execute(sql, parameters).fetchone()
        except OverflowError:  # asked for a number past 64 bits, which no row has
            return None
