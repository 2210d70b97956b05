"""One system in a process of its own: texts in, quotations and what they cost out.

``python -m tests.bench.quotes.worker SYSTEM [FILE]`` reads lines of ``{"id", "text"}`` and answers
each with ``{"id", "quotes", "cpu"}``; the first line it writes is ``{"load"}``, the last one
``{"megabytes"}``. Times are seconds of the processor: what else the machine does costs nothing.
"""

import sys
import time

BEGAN = time.process_time()
"""Before anything else is imported, so that what a system needs counts as its own."""

SYSTEMS = {
    "ours": "tests.bench.quotes.systems.engine",
    "textacy": "tests.bench.quotes.systems.textacy_rules",
    "crf": "tests.bench.quotes.systems.crf",
}
FIRST = "“The ferry is late,” said Ada Ray, who runs the harbour of Tarn."
NOT_INSTALLED = 3
"""The exit status where a system's packages are missing."""


def main() -> int:
    """Answer every line of standard input; return the exit status."""
    from importlib import import_module

    try:
        analyse = import_module(SYSTEMS[sys.argv[1]]).load(*sys.argv[2:])
    except ImportError as error:
        print(error, file=sys.stderr)
        return NOT_INSTALLED
    analyse(FIRST)  # what is loaded when it is first needed is loaded
    load = time.process_time() - BEGAN

    import json

    print(json.dumps({"load": load}), flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        began = time.process_time()
        quotes = analyse(question["text"])
        cpu = time.process_time() - began
        print(json.dumps({"id": question["id"], "quotes": quotes, "cpu": cpu}), flush=True)
    print(json.dumps({"megabytes": _peak()}))
    return 0


def _peak() -> float:
    """Return the most memory this process ever held, in megabytes.

    What the system counts for a child begins with what its parent held when it was started;
    Linux also tells what the program itself held.
    """
    import resource
    from pathlib import Path

    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    sys.exit(main())
