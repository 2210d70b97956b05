"""Runs a program in a terminal of its own (a pty), types, and waits for what it draws."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self


class Terminal:
    """A program in a pty of ``columns`` by ``rows``; everything it writes is kept in ``output``."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        *,
        columns: int = 120,
        rows: int = 40,
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), {**os.environ, **env, "TERM": "xterm-256color"})  # noqa: S606
        self.output = b""

    def wait_for(self, text: str, timeout: float = 20.0) -> float:
        """Return the seconds from the start until ``text`` was drawn; raise TimeoutError."""
        wanted = text.encode()
        end = time.perf_counter() + timeout
        while wanted not in self.output:
            left = end - time.perf_counter()
            if left <= 0 or not self._read(left):
                raise TimeoutError(f"{text!r} was not drawn; the end is {self.output[-600:]!r}")
        return time.perf_counter() - self.started

    def _read(self, seconds: float) -> bool:
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # the program ended
            return False
        self.output += data
        return bool(data)

    def drain(self, seconds: float) -> None:
        """Read what is drawn for some time."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def seconds_to(self, keys: str, drawn: re.Pattern[bytes], timeout: float = 20.0) -> float:
        """Press keys; return the seconds until what matches is drawn; raise TimeoutError."""
        self.press(keys)
        begun = time.perf_counter()
        while not drawn.search(self.output):
            left = begun + timeout - time.perf_counter()
            if left <= 0 or not self._read(left):
                raise TimeoutError(f"nothing was drawn for {keys!r}")
        return time.perf_counter() - begun

    def press(self, keys: str) -> None:
        """Press keys."""
        self.output = b""
        os.write(self._fd, keys.encode())

    def memory(self) -> int:
        """Return the bytes that the program holds now."""
        return self._kilobytes("VmRSS") * 1024

    def most_memory(self) -> int:
        """Return the most bytes that the program ever held."""
        return self._kilobytes("VmHWM") * 1024

    def _kilobytes(self, name: str) -> int:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split(f"{name}:", 1)[1].split(None, 1)[0])

    def end(self, timeout: float = 10.0) -> int:
        """Read until the program ends by itself; return its exit status."""
        limit = time.perf_counter() + timeout
        while time.perf_counter() < limit and self._read(limit - time.perf_counter()):
            pass
        return self._reap()

    def kill(self) -> None:
        """End the program at once, as kill -9 does."""
        os.kill(self.pid, signal.SIGKILL)
        self._reap()

    def _reap(self) -> int:
        if self.pid == 0:
            return 0
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        os.close(self._fd)
        return os.waitstatus_to_exitcode(status)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.pid:
            self.kill()
