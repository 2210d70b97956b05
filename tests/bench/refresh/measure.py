"""What a command costs, with all the processes that it starts: seconds and memory."""

import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_LOOK = 0.02


class Cost(NamedTuple):
    """What one run of a command cost."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all its processes."""
    memory: float
    """MB that all its processes held together at most, as seen every 20 ms."""


def cost(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder to its end; raise CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    most = 0
    with subprocess.Popen(  # noqa: S603 - our own words
        list(command),
        cwd=folder,  # not this one: its package reader is not the library of that name
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        while process.poll() is None:
            most = max(most, sum(_resident(pid) for pid in _tree(process.pid)))
            time.sleep(_LOOK)
        told = process.stderr.read() if process.stderr else b""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command[0], stderr=told)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.perf_counter() - begun, cpu, most / 1e6)


def _tree(root: int) -> list[int]:
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                waiting += [int(child) for child in task.read_text().split()]
            except OSError:  # it ended
                continue
    return found


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * resource.getpagesize()
