"""One refresh at a time for a database, whichever process does it."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_LOOK: Final = 0.1
"""Seconds between two looks at whether the other one has ended."""


@contextmanager
def refreshing(
    database: Path,
    *,
    stop: Callable[[], bool] = lambda: False,
    waiting: Callable[[], object] = lambda: None,
) -> Iterator[bool]:
    """Wait until nobody else refreshes, then keep others from it; give whether that came.

    Two at once would lose nothing, but ask every server twice. The system lets go of the lock
    when a process ends, however that happens (flock(2)).

    Args:
        database: The file; the lock is a file beside it. Where none can be made, there is
            nothing to keep others from.
        stop: Asked often; true ends the waiting.
        waiting: Called once when there is somebody to wait for.
    """
    try:
        lock = os.open(f"{database}-refresh", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        yield True
        return
    try:
        held = _try(lock)
        if not held:
            waiting()
        while not held and not stop():
            time.sleep(_LOOK)
            held = _try(lock)
        yield held
    finally:
        os.close(lock)


def _try(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
