"""A refresh of a thousand feeds on loopback, beside newsboat and the library reader.

Run by ``make bench-refresh``. Each row is one run: seconds by the clock, seconds of CPU of all
processes, and the memory that they held together. "Cold" is the first refresh, "unchanged" one
that brings nothing; newsboat's unchanged is measured with an ANALYZEd cache after the third, from
which on it sends conditions. Then the keys of an open reader are timed while it refreshes.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.refresh.feeds import make_feeds
from tests.bench.refresh.keys import key_times
from tests.bench.refresh.measure import Cost
from tests.bench.refresh.peers import Ready, analyse_cache, lemon24, newsboat, ours
from tests.bench.refresh.server import serving

_LATENCY = 0.1


def main(options: argparse.Namespace) -> None:
    """Measure, and print."""
    pages = {page.path: page for page in make_feeds(options.feeds)}
    entries = sum(page.entries for page in pages.values())
    print(f"{len(pages)} feeds, {entries} entries")
    print(f"{'':34}{'wall s':>9}{'CPU s':>9}{'MB':>7}")
    with tempfile.TemporaryDirectory() as folder, serving(pages, 0) as site:
        urls = [site + path for path in pages]
        base = Path(folder)
        mine = ours(base / "ours", urls)
        cold, same = _show("newsreader", mine)
        theirs = newsboat(base / "newsboat", urls)
        if theirs:
            their_cold, their_same = _show("newsboat", theirs, base / "newsboat")
            print(f"{'ratio to newsboat, cold':34}{cold.wall / their_cold.wall:9.2f}")
            print(f"{'ratio to newsboat, unchanged':34}{same.wall / their_same.wall:9.2f}")
        else:
            print("newsboat is not installed")
        third = lemon24(base / "lemon24", urls, options.peers)
        if third:
            _show("reader (PyPI), 20 workers", third)
        else:
            print("reader (PyPI) is not installed")
        _keys(base / "keys", urls)
    with tempfile.TemporaryDirectory() as folder, serving(pages, _LATENCY) as site:
        _show("newsreader, 100 ms", ours(Path(folder) / "ours", [site + path for path in pages]))


def _show(name: str, ready: Ready, newsboat_home: Path | None = None) -> tuple[Cost, Cost]:
    cold = ready.run()
    _row(f"{name}, cold", cold)
    if newsboat_home:
        ready.run()
        analyse_cache(newsboat_home)
        ready.run()
    same = ready.run()
    _row(f"{name}, unchanged", same)
    return cold, same


def _row(name: str, cost: Cost) -> None:
    print(f"{name:34}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.memory:7.0f}", flush=True)


def _keys(home: Path, urls: Sequence[str]) -> None:
    ours(home, urls[: len(urls) // 10]).run()  # a list to move in
    mine = ours(home, urls)
    for name, times in key_times(mine.env).items():
        ordered = sorted(times)
        if not ordered:
            continue
        p50, p95 = (1000 * ordered[int(len(ordered) * share)] for share in (0.5, 0.95))
        print(
            f"{name:34}p50 {p50:4.0f} ms, p95 {p95:4.0f} ms, most {1000 * ordered[-1]:4.0f} ms"
            f" ({len(ordered)} keys)"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--peers", default="python3", help="a Python that has the library reader")
    main(parser.parse_args())
