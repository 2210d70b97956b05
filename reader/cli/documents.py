"""``newsreader parse`` and ``newsreader extract``: a feed or a page as JSON."""

import os
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from reader.cli.inputs import batch_lines, read_input
from reader.cli.output import iso_time, print_json, print_json_line
from reader.cli.shapes import Shape, parsed_feed_shape
from reader.errors import ParseError, ReaderError, UsageError
from reader.text import clean_line

if TYPE_CHECKING:
    from reader.article.pages import PageReader
    from reader.model import ParsedFeed
    from reader.worker import Worker

_SECONDS: Final = 10.0
"""For one feed, the start of the process and, in a batch, the reading of the file included."""
_MEMORY: Final = 2**30
"""Bytes of address space for reading one feed."""


def parse_feed(options: Namespace) -> int:
    """Print one feed as JSON, or answer a batch of paths."""
    if options.batch:
        _refuse_beside_batch("parse", options.file, options.base_url)
        with _worker("reader.cli.documents:read_feed") as worker:
            return _answer(lambda path: parsed_feed_shape(worker(path)))
    path = _file(options, "parse")
    data = read_input(path)
    with _worker("reader.parse:parse") as worker, _named(path):
        feed = worker(data, base_url=options.base_url)
    print_json(parsed_feed_shape(feed))
    return 0


def _worker(function: str) -> "Worker[ParsedFeed]":
    from reader.worker import Worker  # processes: what a feed does, it does to one of them

    return Worker(function, seconds=_SECONDS, memory=_MEMORY)


def read_feed(path: str) -> "ParsedFeed":
    """Return the feed in a file; for a worker, as a file may be a pipe that never ends.

    Raises:
        NotFoundError: There is no such file, or it may not be read.
        ParseError: It is a folder, too large, or no feed.
    """
    from reader.document import read_file  # the parsers
    from reader.parse import parse

    data = read_file(path)
    with _named(path):
        return parse(data)


def extract(options: Namespace) -> int:
    """Print the article of one page as JSON, or answer a batch of paths and addresses."""
    from reader.article.pages import PageReader  # the HTML parser

    with PageReader() as pages:
        if options.batch:
            _refuse_beside_batch("extract", options.file, options.url)
            return _answer(lambda line: _extract(pages, *_path_and_url(line)))
        print_json(_extract(pages, _file(options, "extract"), options.url))
        return 0


def _path_and_url(line: str) -> tuple[str, str | None]:
    path, _, url = line.partition("\t")
    return path, url or None


def _extract(pages: "PageReader", path: str, url: str | None) -> Shape:
    data = read_input(path)
    with _named(path):
        article = pages(data, url=url)
    # Captions and a picture's alternative text are no paragraphs of the article.
    texts = (
        block.text
        for block in article.blocks
        if block.kind not in ("image", "caption", "rule", "embed")
    )
    return {
        "title": article.title,
        "byline": article.byline,
        "published": iso_time(article.published),
        "site": article.site,
        "language": article.language,
        "text": "\n\n".join(texts),
    }


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Say of which file it is told that it is no feed or no article."""
    try:
        yield
    except ParseError as error:
        raise ParseError(f"{path}: {error}") from None


def _answer(answer: Callable[[str], Shape]) -> int:
    """Answer every line of standard input with a line of JSON; a bad one never ends it."""
    for line in batch_lines():
        try:
            out = answer(os.fsdecode(line))
        except ReaderError as error:
            print_json_line(_refused(str(error)))
        except Exception as error:  # noqa: BLE001 - what breaks on one file is told in its line
            print_json_line(_refused(f"unexpected error: {type(error).__name__}: {error}"))
        else:
            print_json_line({"state": "ok", "out": out})
    return 0


def _refused(why: str) -> Shape:
    return {"state": "refused", "why": clean_line(why)}


def _file(options: Namespace, command: str) -> str:
    if options.file is None:
        raise UsageError(f"{command}: name a FILE, or - for standard input, or use --batch")
    return str(options.file)


def _refuse_beside_batch(command: str, *others: str | None) -> None:
    if any(other is not None for other in others):
        raise UsageError(f"{command}: --batch takes everything from standard input")
