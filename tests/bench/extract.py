"""How well articles are found in web pages, by gold made by hand, beside bare extractors.

Run by ``make bench-extract FOLDER=DIR``: DIR holds pages, gzipped or not; ``DIR-expected.json``
beside it is ``{file: {"url", "text", "optional"}}``. The F1 is that of words, whatever their
order, case and marks, averaged over pages; words of ``optional`` are neither wanted nor wrong.
Times are those of the processor.
"""

import gzip
import json
import logging
import re
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from lxml.html import document_fromstring
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import extract

from reader.article.extract import Extractor, read_page
from reader.web import decode
from tests.bench.quotes.tables import percent, table

_WORD: Final = re.compile(r"\w+")
_LOW: Final = 0.9


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its gold."""

    name: str
    data: bytes
    url: str
    text: str
    optional: str


@dataclass(frozen=True, slots=True)
class Score:
    """What one system made of one page."""

    f1: float
    page: str
    seconds: float


def word_f1(found: str, gold: str, optional: str = "") -> float:
    """Return the F1 of the words of a text, 0 to 1."""
    mine, wanted = _words(found), _words(gold)
    right = (mine & wanted).total()
    wrong = (mine - wanted - _words(optional)).total()
    missed = (wanted - mine).total()
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _ours(page: Page, by: Extractor) -> str:
    article = read_page(page.data, url=page.url, by=by)
    kinds = ("image", "caption", "rule")
    return "\n".join(block.text for block in article.blocks if block.kind not in kinds)


def _readability(page: Page) -> str:
    from readability import Document  # only ``make bench-extract`` installs it

    summary = Document(decode(page.data)).summary()
    root = document_fromstring(summary)
    return " ".join(map(str, root.itertext()))


SYSTEMS: Final[Mapping[str, Callable[[Page], str]]] = {
    "newsreader": partial(_ours, by="trafilatura"),
    "newsreader, without trafilatura": partial(_ours, by="resiliparse"),
    "trafilatura": lambda page: extract(decode(page.data), include_comments=False) or "",
    "readability": _readability,
    "resiliparse": lambda page: extract_plain_text(decode(page.data), main_content=True),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit status: 1 where there is nothing to read."""
    parser = ArgumentParser(prog="make bench-extract", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="worst pages to name")
    options = parser.parse_args(arguments)
    pages = list(_pages(options.folder))
    if not pages:
        print(f"bench-extract: no pages with gold in {options.folder}", file=sys.stderr)
        return 1
    systems = dict(SYSTEMS)
    if find_spec("readability") is None:
        del systems["readability"]
    scores = {name: [_score(read, page) for page in pages] for name, read in systems.items()}
    title = f"Words of the article, {len(pages)} pages: F1 and times of a mean page"
    heads = ("", "F1", "lowest", f"below {_LOW}", "CPU ms")
    for line in table(title, heads, (_row(*item) for item in scores.items())):
        print(line)
    for score in sorted(scores["newsreader"], key=lambda score: score.f1)[: options.errors]:
        print(f"  {percent(score.f1)}  {score.page}")
    return 0


def _pages(folder: Path) -> Iterator[Page]:
    gold: dict[str, dict[str, Any]] = {}
    expected = folder.with_name(f"{folder.name}-expected.json")
    if expected.is_file():
        gold = json.loads(expected.read_text(encoding="utf-8"))
    for name, told in gold.items():
        path = folder / name
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        optional = told.get("optional", "")
        texts = optional if isinstance(optional, str) else "\n".join(optional)
        yield Page(name, data, told["url"], told["text"], texts)


def _score(read: Callable[[Page], str], page: Page) -> Score:
    begun = time.process_time()
    try:
        text = read(page)
    except Exception:  # noqa: BLE001 - what an extractor breaks on counts as nothing found
        text = ""
    seconds = time.process_time() - begun
    return Score(word_f1(text, page.text, page.optional), page.name, seconds)


def _row(name: str, scores: Sequence[Score]) -> Sequence[str]:
    return (
        name,
        percent(sum(score.f1 for score in scores) / len(scores)),
        percent(min(score.f1 for score in scores)),
        str(sum(score.f1 < _LOW for score in scores)),
        f"{1000 * sum(score.seconds for score in scores) / len(scores):.0f}",
    )


if __name__ == "__main__":
    logging.disable()  # what they cannot read is told by the figures
    sys.exit(main())
