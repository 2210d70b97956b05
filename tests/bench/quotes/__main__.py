"""Scores the engine beside textacy and a plain CRF, on whatever articles it is pointed at.

Run by ``make bench-quotes DATA=FILE``; the formats are those of ``data``. It reads and writes no
network, and stops each system that takes too long.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.quotes import length, tables
from tests.bench.quotes.baseline import trained_model
from tests.bench.quotes.compare import Comparison, compare
from tests.bench.quotes.data import (
    Article,
    BadDataError,
    Json,
    article_from,
    found_by_people,
    found_from,
    read_articles,
    read_lines,
)
from tests.bench.quotes.mistakes import by_class
from tests.bench.quotes.reliability import reliability
from tests.bench.quotes.resolution import score_sources
from tests.bench.quotes.run import Run, SystemFailedError, SystemMissingError, is_there, run
from tests.bench.quotes.split import PARTS, split
from tests.bench.quotes.stages import score

OURS = "ours"
SYSTEMS = (OURS, "textacy", "crf")
LENGTH_LIMIT = 300.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit status."""
    options = _options(arguments)
    try:
        if options.data:
            _score(options)
        else:
            print("Name annotated articles to score the engine: make bench-quotes DATA=FILE.jsonl")
        if not options.no_lengths:
            remark("lengths")
            _print(tables.length_table(_measure_lengths()))
    except (BadDataError, OSError, SystemFailedError) as error:
        remark(f"bench-quotes: {error}")
        return 1
    return 0


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="make bench-quotes", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, metavar="DATA")
    parser.add_argument("--train", type=Path, help="articles that the CRF learns from, all of them")
    parser.add_argument(
        "--holdout",
        choices=(*PARTS, "all"),
        help="the part of DATA to score; default: test, and all of it with --train",
    )
    parser.add_argument("--people", type=Path, help="the same articles by another annotator")
    parser.add_argument("--systems", default=",".join(SYSTEMS), help="which, parted by commas")
    parser.add_argument("--errors", type=int, default=2, help="examples of each kind of mistake")
    parser.add_argument("--peers", default=sys.executable, help="the interpreter of the others")
    parser.add_argument("--limit", type=float, default=1800, help="seconds for each system")
    parser.add_argument("--no-lengths", action="store_true", help="leave out time against length")
    options = parser.parse_args(arguments)
    options.systems = [name for name in options.systems.split(",") if name]
    if unknown := set(options.systems) - set(SYSTEMS):
        parser.error(f"no such system: {', '.join(sorted(unknown))}")
    options.holdout = options.holdout or ("all" if options.train else "test")
    return options


# --- Articles ------------------------------------------------------------------------


def chosen(lines: Sequence[Json], part: str) -> list[Json]:
    """Return the articles of one part of a corpus, or all."""
    parts = _parts(lines)
    return [line for line in lines if part in ("all", parts[str(line["id"])])]


def learnable(corpus: Sequence[Json], scored: Iterable[Article], *, whole: bool) -> list[Json]:
    """Return the articles that may be learned from: none that is scored.

    Args:
        corpus: The articles there are.
        scored: Those that are measured on.
        whole: Whether all others may be learned from, or the train part alone.
    """
    measured = {article.id for article in scored}
    lines = corpus if whole else chosen(corpus, "train")
    return [line for line in lines if str(line["id"]) not in measured]


def _parts(lines: Iterable[Json]) -> Mapping[str, str]:
    return split((str(line["id"]), str(line.get("publisher") or "")) for line in lines)


# --- Systems -------------------------------------------------------------------------


def _score(options: Namespace) -> None:
    lines = list(read_lines(options.data))
    articles = [article_from(line) for line in chosen(lines, options.holdout)]
    texts = sum(len(article.text.split()) for article in articles) / (len(articles) or 1)
    part = "" if options.holdout == "all" else f", the {options.holdout} part"
    print(
        f"{options.data.name}: {len(articles)} of {len(lines)} articles{part};"
        f" {texts:.0f} words on average"
    )
    if not articles:
        return
    compared: dict[str, list[Comparison]] = {}
    runs: dict[str, Run] = {}
    for system in options.systems:
        try:
            runs[system] = _run(system, options, articles, lines)
        except SystemMissingError as error:
            print(f"{system}: left out: {error}")
        else:
            compared[system] = _compared(system, articles, runs[system])
    if options.people:
        compared["people"] = _compared_people(articles, options.people)
    _report(compared, runs, options.errors)


def _run(
    system: str, options: Namespace, articles: Sequence[Article], lines: Sequence[Json]
) -> Run:
    remark(system)
    python = sys.executable if system == OURS else options.peers
    if not is_there(python):
        raise SystemMissingError(f"there is no {python}; make bench-quotes makes it")
    command = [system]
    if system == "crf":
        corpus = list(read_lines(options.train)) if options.train else lines
        learned = learnable(corpus, articles, whole=bool(options.train))
        if not learned:
            raise SystemMissingError("nothing to learn from: give TRAIN=FILE")
        command.append(str(trained_model(python, learned, limit=options.limit)))
    texts = ((article.id, article.text) for article in articles)
    return run(python, command, texts, limit=options.limit)


def _compared(system: str, articles: Sequence[Article], answers: Run) -> list[Comparison]:
    if answers.stopped:
        print(f"{system}: stopped; {len(answers.cpu)} articles of {len(articles)} answered")
    return [
        compare(article, [found_from(q, article) for q in answers.quotes.get(article.id, ())])
        for article in articles
    ]


def _compared_people(articles: Sequence[Article], path: Path) -> list[Comparison]:
    others = {article.id: article for article in read_articles(path)}
    both = [article for article in articles if article.id in others]
    print(f"people: {len(both)} articles of {len(articles)} annotated twice")
    return [compare(article, found_by_people(others[article.id])) for article in both]


def _measure_lengths() -> Run:
    return run(sys.executable, [OURS], length.texts(), limit=LENGTH_LIMIT, starts=1)


# --- Telling -------------------------------------------------------------------------


def _report(
    compared: Mapping[str, Sequence[Comparison]], runs: Mapping[str, Run], errors: int
) -> None:
    scores = {system: score(comparisons) for system, comparisons in compared.items()}
    if scores:
        _print(tables.systems_table(scores, runs))
    if OURS not in compared:
        return
    ours = compared[OURS]
    _print(tables.stage_tables(OURS, scores[OURS]))
    if any(each.article.resolved for each in ours):
        _print(tables.resolution_tables(OURS, score_sources(ours)))
    _print(tables.mistake_lines(OURS, by_class(ours), errors))
    _print(tables.reliability_table(OURS, reliability(ours)))


def _print(lines: Iterator[str]) -> None:
    print("\n".join(lines), flush=True)


def remark(line: str) -> None:
    """Tell what goes on, where it does not get between the tables."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
