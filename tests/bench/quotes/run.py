"""Runs a system over articles, in a process of its own, and brings back what it found and cost."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.quotes.data import Json
from tests.bench.quotes.worker import NOT_INSTALLED

ROOT = Path(__file__).parents[3]
STARTS = 3
"""How often a system is started to see how long it loads: the shortest time counts."""
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1"
)


@dataclass(slots=True)
class Run:
    """What a system found in each article, and what it cost."""

    quotes: dict[str, list[Json]] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    """Seconds of one processor for each article."""
    load: float = 0.0
    """Seconds of one processor from a running interpreter to the first answer."""
    megabytes: float | None = None
    """The most memory of the whole process; None where it was stopped."""
    stopped: bool = False
    """Whether it took too long: the articles it did not come to have no answer."""

    @property
    def milliseconds(self) -> float:
        """The mean cost of an article."""
        return 1000 * statistics.fmean(self.cpu.values()) if self.cpu else 0.0


class SystemMissingError(Exception):
    """A system that cannot be run here; says why, and what to do."""


class SystemFailedError(Exception):
    """A system that ended with an error."""


def run(
    python: str,
    system: Sequence[str],
    texts: Iterable[tuple[str, str]],
    *,
    limit: float,
    starts: int = STARTS,
) -> Run:
    """Let a system read some texts.

    Args:
        python: The interpreter that the system is installed for.
        system: Its name, and the file it needs, if any.
        texts: Ids and texts.
        limit: Seconds after which it is stopped.
        starts: How often it is started for the sake of ``load``.

    Raises:
        SystemMissingError: Where it is not installed.
        SystemFailedError: Where it breaks.
    """
    answers, stopped = _ask(python, system, texts, limit)
    result = Run(stopped=stopped)
    loads = [_take(result, answer) for answer in answers]
    for _ in range(starts - 1):
        again, _ = _ask(python, system, (), limit)
        loads += [answer.get("load") for answer in again]
    result.load = min((load for load in loads if load is not None), default=0.0)
    return result


def _take(result: Run, answer: Json) -> float | None:
    if "id" in answer:
        result.quotes[answer["id"]] = answer["quotes"]
        result.cpu[answer["id"]] = answer["cpu"]
    result.megabytes = answer.get("megabytes", result.megabytes)
    return answer.get("load")


def _ask(
    python: str, system: Sequence[str], texts: Iterable[tuple[str, str]], limit: float
) -> tuple[list[Json], bool]:
    """Return the lines a system answers, and whether it had to be stopped."""
    command = [python, "-m", "tests.bench.quotes.worker", *system]
    # Files, not pipes: what is read and written while a text is analysed costs it nothing.
    with tempfile.TemporaryFile("w+") as questions, tempfile.TemporaryFile("w+") as answers:
        questions.writelines(json.dumps({"id": n, "text": text}) + "\n" for n, text in texts)
        questions.seek(0)
        status, complaint = call(command, limit, questions.fileno(), answers.fileno())
        answers.seek(0)
        lines = [json.loads(line) for line in answers if line.endswith("\n")]
    if status == NOT_INSTALLED:
        raise SystemMissingError(
            f"{complaint}; it comes with {python} -m pip install --group bench"
        )
    if status:
        raise SystemFailedError(complaint)
    return lines, status is None


def call(
    command: Sequence[str], limit: float, stdin: int = subprocess.DEVNULL, stdout: int = 2
) -> tuple[int | None, str]:
    """Run a command in the repository, on one thread.

    Returns:
        Its exit status, None where it was stopped at the limit; the last line of its complaint.
    """
    with tempfile.TemporaryFile("w+", errors="replace") as errors:
        try:
            status: int | None = subprocess.run(  # noqa: S603 - our own worker
                command,
                cwd=ROOT,
                env=_environment(),
                stdin=stdin,
                stdout=stdout,
                stderr=errors,
                timeout=limit,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            status = None
        errors.seek(0)
        lines = errors.read().strip().splitlines()
    return status, lines[-1] if lines else ""


def _environment() -> Mapping[str, str]:
    return {**os.environ, **ONE_THREAD}


def is_there(python: str) -> bool:
    """Tell whether there is such an interpreter."""
    return python == sys.executable or Path(python).exists()
