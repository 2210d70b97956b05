"""Reads feeds beside feedparser: how far the two agree, and how many entries a second each reads.

Run by ``make bench-parse FOLDER=DIR``: every file below DIR, whatever its name, that either
takes for a feed; gzipped copies (``.gz``) and ``index.json`` are left out. Times are those of
the processor, the best of three rounds for each feed. feedparser reads no JSON Feed, and what
is compared of those is only that we read them.

What is compared is read as if fetched from ``HERE``, by both: without an address of its own
feedparser leaves a relative link relative, and for us it is none. What is timed has none.
"""

import io
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import feedparser

from reader.errors import ParseError
from reader.model import ParsedFeed
from reader.parse import parse, quick
from reader.parse.trees import tree
from reader.safe_xml import body, root_name
from reader.web import decode
from tests.bench.parse.agreement import FIELDS, Agreement, compare
from tests.bench.quotes.tables import percent, table

Value = TypeVar("Value")
ROUNDS = 3
HERE = "https://here.example/feed"


@dataclass(slots=True)
class Speed:
    """What reading took."""

    feeds: int = 0
    entries: int = 0
    ours: float = 0.0
    """Seconds of the processor."""
    theirs: float = 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit status: 1 where there is nothing to read."""
    options = _options(arguments)
    agreement, speeds, refused = Agreement(), dict[str, Speed](), list[str]()
    for path in _files(options.folder):
        _measure(path, agreement, speeds, refused, rounds=0 if options.no_times else ROUNDS)
    if not speeds and not refused:
        print(f"bench-parse: no feeds in {options.folder}", file=sys.stderr)
        return 1
    for line in (*_agreement_table(agreement), *_speed_table(speeds)):
        print(line)
    if refused:
        print(f"\n  No feed to us, with entries to feedparser: {', '.join(refused)}")
    for file, name, theirs, ours in agreement.examples[: options.errors]:
        print(f"\n  {file}: {name}\n    feedparser  {theirs}\n    newsreader  {ours}")
    return 0


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="make bench-parse", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="differences to show")
    parser.add_argument("--no-times", action="store_true", help="only how far they agree")
    return parser.parse_args(arguments)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".gz" and path.name != "index.json":
            yield path


def _measure(
    path: Path,
    agreement: Agreement,
    speeds: dict[str, Speed],
    refused: list[str],
    *,
    rounds: int,
) -> None:
    data = path.read_bytes()
    ours, mine = _timed(lambda: _ours(data), rounds)
    kind = _kind(data)
    if kind == "JSON Feed":
        theirs: Any = None
        seconds = 0.0
    else:
        theirs, seconds = _timed(lambda: feedparser.parse(io.BytesIO(data)), rounds)
        if ours is None and not theirs["entries"]:
            return
        compare(agreement, path.name, _theirs(data), _ours(data, HERE))
    if ours is None:
        refused.append(path.name)
        return
    speed = speeds.setdefault(kind, Speed())
    speed.feeds += 1
    speed.entries += len(ours.entries)
    speed.ours += mine
    speed.theirs += seconds


def _ours(data: bytes, base_url: str | None = None) -> ParsedFeed | None:
    try:
        return parse(data, base_url=base_url)
    except ParseError:
        return None


def _theirs(data: bytes) -> Any:
    return feedparser.parse(io.BytesIO(data), response_headers={"content-location": HERE})


def _timed(read: Callable[[], Value], rounds: int) -> tuple[Value, float]:
    """Return what is read, and the seconds of the processor that it took at best."""
    value = read()
    best = float("inf") if rounds else 0.0
    for _ in range(rounds):
        start = time.process_time()
        value = read()
        best = min(best, time.process_time() - start)
    return value, best


def _kind(data: bytes) -> str:
    """Return which way a feed is read."""
    text = decode(data).lstrip("\ufeff\0 \t\r\n")
    if text.startswith(("{", "[")):
        return "JSON Feed"
    try:
        root, well_formed = tree(body(text))
    except ParseError:
        return "by feedparser"
    name = root_name(text)
    if not well_formed or quick.read_tree(root, None) is None:
        return "by feedparser"
    return {"feed": "Atom", "rdf": "RDF"}.get(name, "RSS")


def _agreement_table(agreement: Agreement) -> Iterator[str]:
    rows = [
        (
            name,
            percent(agreement.agreed[name] / agreement.compared[name])
            if agreement.compared[name]
            else "-",
            str(agreement.compared[name]),
            str(agreement.compared[name] - agreement.agreed[name]),
        )
        for name in FIELDS
    ]
    title = f"Agreement with feedparser {feedparser.__version__}, in %"
    yield from table(title, ("", "%", "of", "differ"), rows)


def _speed_table(speeds: dict[str, Speed]) -> Iterator[str]:
    rows = [_speed_row(kind, speed) for kind, speed in sorted(speeds.items())]
    both = [speed for kind, speed in speeds.items() if kind != "JSON Feed"]
    whole = Speed(
        *(
            sum(getattr(one, name) for one in both)
            for name in ("feeds", "entries", "ours", "theirs")
        )
    )
    rows.append(_speed_row("all but JSON", whole))
    heads = ("", "feeds", "entries", "ours/s", "feedparser/s", "times")
    yield from table("Entries a second, bytes to model; processor time", heads, rows)


def _speed_row(kind: str, speed: Speed) -> Sequence[str]:
    mine = speed.entries / speed.ours if speed.ours else None
    theirs = speed.entries / speed.theirs if speed.theirs else None
    return (
        kind,
        str(speed.feeds),
        str(speed.entries),
        f"{mine:,.0f}" if mine else "-",
        f"{theirs:,.0f}" if theirs else "-",
        f"{mine / theirs:.1f}" if mine and theirs else "-",
    )


if __name__ == "__main__":
    sys.exit(main())
