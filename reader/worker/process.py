"""The near end of a worker: it starts the process, and tells in words how it ended."""

import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from reader.errors import ParseError, ReaderError

T = TypeVar("T")

_CHILD: Final = "reader.worker.child"
_BROKEN = (OSError, EOFError, pickle.UnpicklingError)
"""What reading or writing raises when the process has ended."""


class Worker(Generic[T]):
    """Runs one function in a process of its own, call after call; for one thread at a time.

    The process starts with the first call, and again with the first after it died. It can
    write no file, and ends when the reader ends, however that happens.
    """

    def __init__(self, function: str, *, seconds: float, memory: int) -> None:
        """Say what is to be run; nothing is started yet.

        Args:
            function: As "module:name". Its arguments and results are pickled.
            seconds: How long one call may take, by the clock, what it imports included.
            memory: Bytes of address space that the process may have.
        """
        self._command = [
            sys.executable,
            "-P",  # no module of the folder that the reader happens to be started in
            "-m",
            _CHILD,
            function,
            str(seconds),
            str(memory),
        ]
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process if none runs, so that the first call need not wait for it.

        Raises:
            ReaderError: The system starts no more processes.
        """
        if self._process is None:
            try:
                self._process = subprocess.Popen(  # noqa: S603 - our own words
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,  # Ctrl+C is for the reader, which then closes this
                )
            except OSError as error:
                reason = (error.strerror or str(error)).lower()
                raise ReaderError(f"no process can be started: {reason}") from None

    def __call__(self, *arguments: Any, **named: Any) -> T:
        """Return what the function returns for these arguments.

        Raises:
            ParseError: It took too long, needed too much memory, or broke.
            ReaderError: What the function raised.
        """
        self.start()
        try:
            good, result = self._ask((arguments, named))
        except _BROKEN:
            raise ParseError(self._ended()) from None
        except BaseException:
            self.close()  # an answer may still come, which is not for the next call
            raise
        if not good:
            raise result
        value: T = result
        return value

    def kill(self) -> None:
        """End a call that another thread waits for: there it raises ParseError."""
        if process := self._process:
            process.kill()

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            _reap(process)

    def _ask(self, question: object) -> tuple[bool, Any]:
        assert self._process is not None  # noqa: S101 - tells the type checker
        assert self._process.stdin is not None  # noqa: S101
        assert self._process.stdout is not None  # noqa: S101
        pickle.dump(question, self._process.stdin, pickle.HIGHEST_PROTOCOL)
        self._process.stdin.flush()
        answer: tuple[bool, Any] = pickle.load(self._process.stdout)  # noqa: S301 - our own
        return answer

    def _ended(self) -> str:
        """Take leave of a process that ended by itself; return why, in words."""
        process, self._process = self._process, None
        assert process is not None  # noqa: S101 - it was asked
        _reap(process)
        if process.returncode == -signal.SIGALRM:
            return f"it took longer than {self._seconds:g} s to read"
        return "it broke the process that read it"


def _reap(process: "subprocess.Popen[bytes]") -> None:
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what was still to be sent cannot be
            if pipe:
                pipe.close()
    try:
        process.wait(timeout=1)
    except subprocess.TimeoutExpired:  # it closed its pipes and went on
        process.kill()
        process.wait()
