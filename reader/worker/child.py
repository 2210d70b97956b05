"""The far end of a worker: reads questions from standard input and answers them in order."""

import os
import pickle
import resource
import signal
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO

from reader.errors import ParseError, ReaderError

_NICER = 5
"""What is read for later gives way to what a person looks at."""


def main(function: str, seconds: float, memory: int) -> None:
    """Answer until standard input ends; see ``reader.worker.process.Worker``."""
    questions, answers = sys.stdin.buffer, _apart()
    _limit(memory)
    module, _, name = function.partition(":")
    run = None
    while True:
        try:
            arguments, named = pickle.load(questions)  # noqa: S301 - from the reader itself
        except EOFError:
            return
        # The signal ends the process, wherever it hangs: in C code, too.
        signal.setitimer(signal.ITIMER_REAL, seconds)
        run = run or getattr(import_module(module), name)
        answer = _answer(run, arguments, named)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _send(answers, answer)


def _apart() -> BinaryIO:
    """Return standard output for answers alone: whatever else is printed goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _limit(memory: int) -> None:
    os.nice(_NICER)
    limits = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0))
    for limit, most in limits:
        with suppress(ValueError, OSError):  # a stricter one holds, or the system knows none
            resource.setrlimit(limit, (most, most))


def _answer(run: Any, arguments: Any, named: Any) -> tuple[bool, Any]:
    try:
        return True, run(*arguments, **named)
    except ReaderError as error:
        return False, error
    except MemoryError:
        return False, ParseError("it needs too much memory to be read")
    except RecursionError:
        return False, ParseError("it is nested too deeply to be read")
    except Exception as error:  # noqa: BLE001 - a mistake of ours costs this document only
        return False, ParseError(f"it cannot be read ({type(error).__name__})")


def _send(answers: BinaryIO, answer: tuple[bool, Any]) -> None:
    try:
        data = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        data = pickle.dumps((False, ParseError("it needs too much memory to be read")))
    answers.write(data)
    answers.flush()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
