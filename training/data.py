"""Marked articles as the rows of the tagger, with the tag of each row."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reader.quotes.prose import prose_of
from reader.quotes.tagger.decoding import CONTENT, CUE, SOURCE
from reader.quotes.tagger.pieces import Pieces
from reader.quotes.tagger.rows import Rows, rows_of, shape, suffix
from tests.bench.quotes.data import read_lines

BREAK = -1
"""The tag of a row between paragraphs."""


class Marked(NamedTuple):
    """An article as rows, and what is learned from it."""

    rows: Rows
    tags: list[int]
    pieces: list[list[int]]
    """Of each row."""
    shapes: list[int]
    suffixes: list[int]


def vocabulary(model: Path) -> list[str]:
    """Return the pieces of a BERT model, from its folder, in the order of their numbers."""
    return (model / "vocab.txt").read_text(encoding="utf-8").splitlines()


def marked_articles(path: Path, pieces: Pieces) -> Iterator[tuple[str, Marked]]:
    """Yield id and rows of each article of a file in JSON Lines, as the scorer describes it."""
    for article in read_lines(path):
        yield article["id"], marked(article, pieces)


def marked(article: Mapping[str, Any], pieces: Pieces) -> Marked:
    """Return the rows of an article; where spans overlap, content goes before cue and source."""
    text = article["text"]
    rows = rows_of(prose_of(text))
    tags = [0 if word else BREAK for word in rows.word]
    for kind, begin in (("content", CONTENT), ("cue", CUE), ("source", SOURCE)):
        spans = [span for each in article["attributions"] for span in each[kind]]
        for start, end in spans:
            _mark(rows, tags, start, end, begin)
    cut = [pieces.cut(word) for word in rows.words]
    shapes, suffixes = [*map(shape, rows.words)], [*map(suffix, rows.words)]
    return Marked(
        rows,
        tags,
        [cut[word] for word in rows.word],
        [shapes[word] for word in rows.word],
        [suffixes[word] for word in rows.word],
    )


def _mark(rows: Rows, tags: list[int], start: int, end: int, begin: int) -> None:
    """Tag the rows of a span that have no tag yet; it begins anew in each paragraph."""
    at = max(0, bisect_right(rows.starts, start) - 1)
    tag = begin
    while at < len(tags) and rows.starts[at] < end:
        if tags[at]:
            tag = begin
        elif rows.ends[at] > start:
            tags[at] = tag
            tag = begin + 1
        at += 1


def known_pieces(names: Iterable[str]) -> Pieces:
    """Return the pieces by their numbers in the whole vocabulary of the teacher."""
    numbers = {piece: number for number, piece in enumerate(names)}
    return Pieces(lambda _: numbers)
