"""Databases with very many entries, made up: our own, and newsboat's cache with the same ones."""

import json
import random
import shutil
import sqlite3
import subprocess
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.store import Store

NEWEST = 1_795_000_000
"""When the newest entry was published, seconds since 1970."""
_FEEDS = 2_000
_BATCH = 10_000
_RARE = {"quokka": 1000, "marmalade": 100}
"""Words that stand in one entry of so many."""
_LETTERS = "bdfgklmnprstvz"


class Made(NamedTuple):
    """An entry, before any program has it."""

    feed: int
    title: str
    html: str
    published: int
    read: bool


def make_entries(count: int) -> Iterator[Made]:
    """Yield entries, the oldest first: the same ones for the same number."""
    chance = random.Random(11)  # noqa: S311 - nothing depends on who guesses it
    syllables = [letter + vowel for letter in _LETTERS for vowel in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]  # Zipf: a few words stand everywhere
    stock = chance.choices(words, weights, k=2_000_000)
    feeds = _feeds(count)
    for number in range(count):
        at = chance.randrange(len(stock) - 80)
        text = " ".join(stock[at + 8 : at + 68])
        for word, every in _RARE.items():
            if number % every == every // 2:
                text += f" {word}"
        title = f"Entry {number} {' '.join(stock[at : at + 7])}"
        published = NEWEST - (count - number) * 60
        html = f"<p>Text {number} {text}.</p>"
        yield Made(number % feeds, title, html, published, chance.random() < 0.8)


def _feeds(count: int) -> int:
    return max(1, min(_FEEDS, count // 50))


def newest_with(word: str, count: int) -> int:
    """Return the number of the newest entry that has a rare word."""
    every = _RARE[word]
    return (count - 1 - every // 2) // every * every + every // 2


def fill_ours(home: Path, count: int) -> None:
    """Make a profile with these entries and their index.

    It is what saving each would have left, written at once.
    """
    path = home / "data" / "reader.db"
    Store(path).close()
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN")
    database.executemany(
        "INSERT INTO feeds (id, url, title, added_at) VALUES (?, ?, ?, 0)",
        ((n + 1, f"https://f{n}.example/feed", f"Feed {n:05}") for n in range(_feeds(count))),
    )
    for number, made in enumerate(make_entries(count), 1):
        feed = made.feed + 1
        database.execute("INSERT INTO identities VALUES (?, ?, ?)", (number, feed, f"{number}"))
        database.execute(
            "INSERT INTO entries (id, feed_id, title, link, authors, published, seen, shown, read, "
            "starred) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, 0)",
            (number, feed, made.title, f"https://f{made.feed}.example/{number}",
             json.dumps(["Ada Ray"]), made.published, made.published, made.read),
        )  # fmt: skip
        if made.read:
            database.execute("INSERT INTO statuses (entry_id, read) VALUES (?, 1)", (number,))
        database.execute(
            "INSERT INTO contents VALUES (?, ?, '[]', ?)",
            (number, str(zlib.crc32(made.html.encode())), made.html),
        )
        if number % _BATCH == 0:
            database.execute("COMMIT")
            database.execute("BEGIN")
    database.execute("COMMIT")
    database.close()
    with Store(path) as store:
        store.use_index(home / "cache" / "search.db")
        while store.index_some(1000):
            continue


def fill_newsboat(folder: Path, count: int) -> list[str]:
    """Make newsboat's cache with these entries and with statistics; return the command."""
    folder.mkdir(parents=True)
    feeds = [f"https://f{n}.example/feed" for n in range(_feeds(count))]
    (folder / "urls").write_text("\n".join(feeds) + "\n")
    (folder / "config").write_text("auto-reload no\n")
    files = ["-C", str(folder / "config"), "-u", str(folder / "urls")]
    command = [shutil.which("newsboat") or "newsboat", *files, "-c", str(folder / "cache.db")]
    with tempfile.NamedTemporaryFile() as log:
        # It makes its tables when it is asked for what is unread.
        subprocess.run([*command, "-x", "print-unread"], stdout=log, check=True)  # noqa: S603
    cache = sqlite3.connect(folder / "cache.db", isolation_level=None)
    cache.execute("BEGIN")
    cache.executemany(
        "INSERT INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)",
        ((url, url, f"Feed {n:05}") for n, url in enumerate(feeds)),
    )
    cache.executemany(
        "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) "
        "VALUES (?, ?, 'Ada Ray', ?, ?, ?, ?, ?)",
        (
            (f"{n}", made.title, f"https://f{made.feed}.example/{n}", feeds[made.feed],
             made.published, made.html, not made.read)
            for n, made in enumerate(make_entries(count), 1)
        ),
    )  # fmt: skip
    cache.execute("COMMIT")
    cache.execute("ANALYZE")
    cache.close()
    return command
