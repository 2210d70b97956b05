"""Running the user's own programs: what the settings name, never what a feed does."""

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from reader.errors import ProgramError
from reader.text import clean_line

_PIECE: Final = 2**16
_LOOK: Final = 0.1
"""Seconds after which it is asked whether to stop."""
_END: Final = 2.0
"""Seconds for a program to end that prints no more."""
_TOLD: Final = 200
"""Characters of what a program says of its failure."""


def run_program(  # noqa: PLR0913 - its limits, each by its name
    command: Sequence[str],
    *,
    seconds: float,
    most: int,
    data: bytes = b"",
    quiet: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> bytes:
    """Return what a program prints.

    It has no terminal and is ended with all that it began. No shell is asked.

    Args:
        command: The program and its arguments; these may be secrets and are never told.
        seconds: What it may take.
        most: Bytes that it may print.
        data: Its input.
        quiet: What it says of a failure may be a secret too.
        stop: Asked often; true ends it.

    Raises:
        ProgramError: It cannot be run, fails, takes too long, prints too much, or is stopped.
    """
    name = f"the command {command[0]}"
    try:
        process = subprocess.Popen(  # noqa: S603 - the user's own command, without a shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if quiet else subprocess.PIPE,
            start_new_session=True,  # without the reader's terminal, and to be ended whole
        )
    except OSError as error:
        reason = (error.strerror or "it cannot be run").lower()
        raise ProgramError(f"{name} cannot be run: {reason}") from None
    try:
        printed, said = _talk(process, data, time.monotonic() + seconds, most, stop)
        if len(printed) > most:
            raise ProgramError(f"{name} prints more than {most:,} bytes")
        status = process.wait(_END)
    except (_TooLongError, subprocess.TimeoutExpired):
        raise ProgramError(f"{name} took longer than {seconds:g} seconds") from None
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        process.wait()
    if status:
        last = clean_line(said.decode(errors="replace").strip().rpartition("\n")[2])[:_TOLD]
        raise ProgramError(f"{name} failed: status {status}" + (f": {last}" if last else ""))
    return bytes(printed)


class _TooLongError(Exception):
    """The time is over, or nobody waits any more."""


def _talk(
    process: "subprocess.Popen[bytes]",
    data: bytes,
    deadline: float,
    most: int,
    stop: Callable[[], bool],
) -> tuple[bytearray, bytearray]:
    """Write a program's input and read what it prints and says, side by side."""
    heard: dict[object, bytearray] = {process.stdout: bytearray(), process.stderr: bytearray()}
    left = memoryview(data)
    with selectors.DefaultSelector() as selector:
        assert process.stdin  # noqa: S101 - a pipe, as is its output
        os.set_blocking(process.stdin.fileno(), False)
        selector.register(process.stdin, selectors.EVENT_WRITE)
        for pipe in filter(None, (process.stdout, process.stderr)):
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map() and len(heard[process.stdout]) <= most:
            if stop() or time.monotonic() > deadline:
                raise _TooLongError
            for key, _ in selector.select(_LOOK):
                if key.fileobj is process.stdin:
                    left = left[_written(key.fd, left) :]
                    done = not left
                else:
                    piece = os.read(key.fd, _PIECE)
                    heard[key.fileobj] += piece
                    done = not piece
                if done:
                    selector.unregister(key.fileobj)
                    key.fileobj.close()  # type: ignore[union-attr] # a file, as it was registered
    return heard[process.stdout], heard[process.stderr][-4 * _TOLD :]


def _written(descriptor: int, data: memoryview) -> int:
    """Write some of a program's input; return how much. One that reads no more has it all."""
    try:
        return os.write(descriptor, data[:_PIECE])
    except BlockingIOError:
        return 0
    except OSError:
        return len(data)
