"""Readers that can refresh without a person: how each is set up, and the command for it."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from tests.bench.refresh.measure import Cost, cost

NEWSBOAT = "newsboat"


class Ready(NamedTuple):
    """A reader that knows its feeds."""

    command: Sequence[str]
    home: Path
    env: Mapping[str, str]

    def run(self) -> Cost:
        """Refresh every feed."""
        return cost(self.command, self.home, self.env)


def ours(home: Path, urls: Sequence[str]) -> Ready:
    """Return newsreader with these subscriptions."""
    outlines = "".join(f"<outline type='rss' xmlUrl={quoteattr(url)}/>" for url in urls)
    home.mkdir(exist_ok=True)
    (home / "feeds.opml").write_text(f"<opml version='2.0'><body>{outlines}</body></opml>")
    reader = [sys.executable, "-m", "reader"]
    env = {"NEWSREADER_HOME": str(home)}
    cost([*reader, "import", str(home / "feeds.opml")], home, env)
    return Ready([*reader, "refresh", "--all", "--json"], home, env)


def newsboat(home: Path, urls: Sequence[str]) -> Ready | None:
    """Return newsboat with these subscriptions and 20 threads; None where there is none."""
    program = shutil.which(NEWSBOAT)
    if not program:
        return None
    home.mkdir()
    (home / "urls").write_text("\n".join(urls) + "\n")
    (home / "config").write_text("auto-reload no\nreload-threads 20\n")
    files = ["-C", str(home / "config"), "-u", str(home / "urls"), "-c", str(home / "cache.db")]
    return Ready([program, "-q", *files, "-x", "reload"], home, {})


def analyse_cache(home: Path) -> None:
    """Give newsboat's database the statistics without which it reads whole tables."""
    with sqlite3.connect(home / "cache.db") as cache:
        cache.execute("ANALYZE")
    cache.close()


def lemon24(home: Path, urls: Sequence[str], python: str) -> Ready | None:
    """Return the library reader with these subscriptions and 20 workers, or None."""
    home.mkdir()
    have = subprocess.run(  # noqa: S603 - our own words
        [python, "-c", "import reader, sgmllib"], cwd=home, capture_output=True, check=False
    )
    if have.returncode:
        return None
    (home / "urls").write_text("\n".join(urls))
    add = (
        "import sys; from reader import make_reader; r = make_reader(sys.argv[1])\n"
        "for url in open(sys.argv[2]).read().split(): r.add_feed(url)"
    )
    cost([python, "-c", add, str(home / "db"), str(home / "urls")], home)
    update = ["update", "--no-scheduled", "--workers", "20"]
    return Ready([python, "-m", "reader", "--db", str(home / "db"), *update], home, {})
