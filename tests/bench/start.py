"""From start to the first list of an empty profile, beside an empty Textual app, in turns.

Run by ``make bench-start``. Prints seconds: the median of all rounds, and the ratio pair by pair.
"""

import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.terminal import Terminal

ROUNDS = 15
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static

class Empty(App[None]):
    def compose(self):
        yield Static("ready")

Empty().run()
"""


def once(command: Sequence[str], sign: str) -> float:
    """Start a program on an empty profile; return the seconds until it has drawn ``sign``."""
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal(command, {"NEWSREADER_HOME": home}) as terminal,
    ):
        return terminal.wait_for(sign)


def main() -> None:
    """Measure and print."""
    reader = [sys.executable, "-m", "reader"]
    empty = [sys.executable, "-c", EMPTY_APP]
    pairs = []
    for number in range(ROUNDS + 1):
        pair = once(reader, "●"), once(empty, "ready")
        if number:  # the first round warms the caches
            pairs.append(pair)
    ours, theirs = zip(*pairs, strict=True)
    ratios = [a / b for a, b in pairs]
    print(f"{'':28}{'median':>9}{'min':>9}{'max':>9}   ({ROUNDS} rounds, seconds)")
    show("newsreader, first list", ours, 3)
    show("empty Textual app", theirs, 3)
    show("ratio, pair by pair", ratios, 2)


def show(name: str, values: Sequence[float], places: int) -> None:
    """Print one row."""
    figures = (statistics.median(values), min(values), max(values))
    print(f"{name:28}" + "".join(f"{figure:9.{places}f}" for figure in figures))


if __name__ == "__main__":
    main()
