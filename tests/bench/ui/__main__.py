"""Lists of very many entries: opening, moving, reading, searching; beside newsboat.

Run by ``make bench-ui``. Every row is the median of all rounds with the least and the most, in
milliseconds, from the key (for "open": from the start) to what it draws; memory is the most that
the process ever held. newsboat has the same entries, in a cache with statistics (ANALYZE).
With MINUTES, the reader is then used on the largest list for so long, and its memory told.
"""

import argparse
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.ui.libraries import fill_newsboat, fill_ours, newest_with
from tests.support.terminal import Terminal

_ROUNDS = 5
_KEYS = 20
_REST = 1.5
_ROWS = 40
_WORD = "quokka"
# Something is drawn elsewhere than in the last line, which tells where one is.
_DRAWN = re.compile(rb"\x1b\[(?!%d;)\d+;\d+H" % _ROWS)
_ANY = re.compile(rb"[^\s]")
Times = dict[str, list[float]]


def main(options: argparse.Namespace) -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        base = Path(folder)
        for count in options.entries:
            fill_ours(base / f"{count}", count)
        least = options.entries[0]
        theirs = fill_newsboat(base / "newsboat", least) if shutil.which("newsboat") else None
        results: dict[str, Times] = defaultdict(lambda: defaultdict(list))
        for _ in range(_ROUNDS):  # in turns: what else the machine does falls on all of them
            for count in options.entries:
                _use_ours(base / f"{count}", count, results[f"newsreader, {count:,}"])
            if theirs:
                _use_newsboat(theirs, results[f"newsboat, {least:,}"])
        for name, times in results.items():
            _print(name, times)
        _print_ratios(results)
        if options.minutes:
            _endure(base / f"{options.entries[-1]}", options.minutes)


def _reader(home: Path) -> tuple[Sequence[str], Mapping[str, str]]:
    return [sys.executable, "-m", "reader"], {"NEWSREADER_HOME": str(home)}


def _use_ours(home: Path, count: int, times: Times) -> None:
    (home / "config").mkdir(exist_ok=True)
    with Terminal(*_reader(home), rows=_ROWS) as terminal:
        times["open, ms"].append(1000 * terminal.wait_for(f"Entry {count - 1}"))
        terminal.drain(_REST)
        for _ in range(_KEYS):
            times["j, ms"].append(1000 * terminal.seconds_to("j", _DRAWN))
            terminal.drain(0.2)
        for number in range(_KEYS // 2):
            terminal.press("j")
            text = f"Text {count - 2 - _KEYS - number}".encode()
            times["j enter: an article, ms"].append(
                1000 * terminal.seconds_to("\r", re.compile(re.escape(text)))
            )
            terminal.press("h")
            terminal.drain(0.3)
        terminal.press("/")
        terminal.drain(0.3)
        terminal.press(_WORD[:-1])
        terminal.drain(0.5)
        newest = f"Entry {newest_with(_WORD, count)}".encode()
        found = terminal.seconds_to(_WORD[-1], re.compile(rb"(?s)1 of|" + newest))
        times["search, the last letter, ms"].append(1000 * found)
        for keys in ("\x1b", "gg"):  # the next round begins at the top again
            terminal.press(keys)
            terminal.drain(0.7)
        times["memory, MB"].append(terminal.most_memory() / 1e6)


def _use_newsboat(command: Sequence[str], times: Times) -> None:
    with Terminal(command, {}, rows=_ROWS) as terminal:
        times["open, ms"].append(1000 * terminal.wait_for("Feed 00000", 300))
        terminal.drain(_REST)
        terminal.press("\r")
        terminal.drain(_REST)
        for _ in range(_KEYS):
            times["j, ms"].append(1000 * terminal.seconds_to("j", _ANY))
            terminal.drain(0.1)
        for _ in range(_KEYS // 2):
            terminal.press("k")
            times["j enter: an article, ms"].append(
                1000 * terminal.seconds_to("\r", re.compile(rb"Text \d"))
            )
            terminal.press("q")
            terminal.drain(0.2)
        terminal.press("q")
        terminal.drain(0.3)
        terminal.press("/")
        terminal.drain(0.3)
        terminal.press(_WORD)
        terminal.drain(0.3)
        found = terminal.seconds_to("\r", re.compile(rb"Search [Rr]esult"), 60)
        times["search, the last letter, ms"].append(1000 * found)
        times["memory, MB"].append(terminal.most_memory() / 1e6)


def _print(name: str, times: Times) -> None:
    print(name)
    for what, values in times.items():
        ordered = sorted(values)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        print(
            f"  {what:32}{statistics.median(ordered):8.0f}   "
            f"({ordered[0]:.0f} to {ordered[-1]:.0f}, p95 {p95:.0f}, {len(ordered)} times)"
        )


def _print_ratios(results: Mapping[str, Times]) -> None:
    opened = {name: statistics.median(times["open, ms"]) for name, times in results.items()}
    first = next(iter(opened))
    for name, took in opened.items():
        if name != first:
            print(f"  {first} opens in {opened[first] / took:.2f} of the time of {name}")


def _endure(home: Path, minutes: float) -> None:
    """Open, search and move at random; print the memory every minute."""
    chance = random.Random(3)  # noqa: S311 - nothing depends on who guesses it
    keys = ["j", "k", "\x04", "\x15", "G", "gg", "\r", "h", "n", "/quok\r", "\x1b", "]"]
    end = time.monotonic() + 60 * minutes
    told = time.monotonic()
    with Terminal(*_reader(home), rows=_ROWS) as terminal:
        terminal.drain(5)
        print(f"memory at first {terminal.memory() / 1e6:.0f} MB", flush=True)
        while time.monotonic() < end:
            terminal.press(chance.choice(keys))
            terminal.drain(0.15)
            if time.monotonic() - told > 60:
                told = time.monotonic()
                print(f"memory {terminal.memory() / 1e6:.0f} MB", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--folder", help="where the databases are made")
    main(parser.parse_args())
