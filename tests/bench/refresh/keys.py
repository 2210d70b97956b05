"""How soon an open reader answers a key: at rest, and while it refreshes."""

import re
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from reader.refresh import refreshing
from tests.support.terminal import Terminal

_KEYS = 40
_PAUSE = 0.1
_ROWS = 40
_REST = 3.0
_START = 0.5
_MOST = 300.0
# Something is drawn elsewhere than in the last line, where a refresh tells how far it is.
_DRAWN = re.compile(rb"\x1b\[(?!%d;)\d+;\d+H" % _ROWS)


def key_times(env: Mapping[str, str]) -> dict[str, list[float]]:
    """Return the seconds from a key to what it draws, by what goes on meanwhile.

    The cursor goes down the list while every feed is fetched, before, and afterwards.

    Args:
        env: The profile, in NEWSREADER_HOME.
    """
    times: dict[str, list[float]] = {}
    database = Path(env["NEWSREADER_HOME"], "data", "reader.db")
    with Terminal([sys.executable, "-m", "reader"], env, rows=_ROWS) as terminal:
        terminal.drain(_REST)
        times["key, before"] = _keys(terminal)
        terminal.press("r")
        terminal.drain(_START)
        busy = times["key, while it refreshes"] = []
        end = time.monotonic() + _MOST
        while time.monotonic() < end:
            terminal.drain(_PAUSE)
            with refreshing(database, stop=lambda: True) as alone:
                if alone:  # the reader has let go of the lock
                    break
            busy.append(terminal.seconds_to("j", _DRAWN))
        terminal.drain(_REST)
        times["key, afterwards"] = _keys(terminal)
    return times


def _keys(terminal: Terminal) -> list[float]:
    times = []
    for _ in range(_KEYS):
        terminal.drain(_PAUSE)
        times.append(terminal.seconds_to("j", _DRAWN))
    return times
