"""``newsreader quotes``: who says what in texts, pages and feeds."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.cli.inputs import STANDARD_INPUT, batch_lines, is_url, read_input
from reader.cli.output import (
    complain,
    is_terminal,
    print_json,
    print_json_line,
    remark,
    text_width,
)
from reader.cli.plain import plain_notes, plain_quotations, plain_sources
from reader.cli.shapes import Shape, analysis_shape
from reader.errors import ReaderError, UsageError
from reader.model import Analysis, Article
from reader.quotes import find_quotations
from reader.text import clean, clean_line

if TYPE_CHECKING:
    from reader.article.pages import PageReader


@dataclass(frozen=True, slots=True)
class _Analysed:
    """A text, what it is called, and who says what in it."""

    id: str
    text: str
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class _Result:
    """What one input gave: one text, or one for each entry of a feed."""

    texts: list[_Analysed]
    feed: bool


def quotes(options: Namespace) -> int:
    """Print who says what in each input; of several, one that fails does not stop the others."""
    if options.batch:
        if options.inputs:
            raise UsageError("quotes: --batch takes everything from standard input")
        return _answer_batch()
    from reader.article.pages import PageReader  # the parsers: a batch does without them

    inputs = options.inputs or [_piped()]
    with PageReader() as pages:
        one = len(inputs) == 1
        results = [_analyse(inputs[0], pages)] if one else _analyse_all(inputs, pages)
    found = [text for result in results for text in result.texts]
    if options.json:
        shapes = [_shape(text) for text in found]
        print_json(shapes if len(inputs) > 1 or results[0].feed else shapes[0])
    else:
        _print_found(found)
    return 0 if len(results) == len(inputs) else 1


def _piped() -> str:
    if is_terminal(sys.stdin):
        raise UsageError("quotes: name an INPUT, or - for standard input, or use --batch")
    return STANDARD_INPUT


def _analyse_all(inputs: Sequence[str], pages: "PageReader") -> list[_Result]:
    """Analyse what can be read; the rest is one line each on standard error."""
    results = []
    for name in inputs:
        try:
            results.append(_analyse(name, pages))
        except ReaderError as error:
            complain(str(error))
    return results


def _analyse(name: str, pages: "PageReader") -> _Result:
    """Analyse a text, a page or the entries of a feed."""
    from reader.article import article_from_html
    from reader.document import load_document

    data = None if is_url(name) else read_input(name)
    document = load_document(name, pages, data=data)
    if isinstance(document, Article):
        return _Result([_plain_text(name, document, data) or _article(name, document)], feed=False)
    return _Result(
        [
            _article(
                entry.link or entry.guid,
                article_from_html(
                    entry.content_html or entry.summary or "",
                    title=entry.title,
                    base_url=entry.link,
                    language=entry.language or document.language,
                ),
            )
            for entry in document.entries
        ],
        feed=True,
    )


def _article(name: str, article: Article) -> _Analysed:
    analysis = find_quotations(article.text, language=article.language, prose=article.prose)
    return _Analysed(name, article.text, analysis)


def _plain_text(name: str, article: Article, data: bytes | None) -> _Analysed | None:
    """Analyse a file of plain text as it stands, so that offsets count in the file's text.

    Returns None where the file is no plain text: where its article says something else.
    """
    from reader.article import article_from_text
    from reader.web import decode

    text = clean(decode(data or b""))
    if article_from_text(text).text != article.text:
        return None
    return _Analysed(name, text, find_quotations(text))


def _shape(found: _Analysed) -> Shape:
    return {"id": found.id, **analysis_shape(found.analysis), "text": found.text}


def _print_found(found: Sequence[_Analysed]) -> None:
    width = text_width()
    for position, analysed in enumerate(found):
        if len(found) > 1:
            print(f"{'' if position == 0 else chr(10)}{clean_line(analysed.id)}\n")
        if analysed.analysis.quotations:
            print(plain_quotations(analysed.text, analysed.analysis, width))
            print("\nSources\n" + plain_sources(analysed.analysis, width))
        else:
            remark("No quotations found.")
        if analysed.analysis.notes:
            print("\nOn sourcing\n" + plain_notes(analysed.text, analysed.analysis, width))


# --- A batch -------------------------------------------------------------------------


def _answer_batch() -> int:
    """Answer every line of standard input with a line of JSON; a bad one never ends it."""
    for line in batch_lines():
        print_json_line(_answer(line))
    return 0


def _answer(line: bytes) -> Shape:
    try:
        question = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return _refused(f"not a line of JSON: {error}")
    if not _is_question(question):
        return _refused('not an object with an "id" and a "text"')
    try:
        # As it was given: the offsets must count in it, whatever it holds.
        analysis = find_quotations(question["text"])
    except Exception as error:  # noqa: BLE001 - what breaks on one text is told in its line
        return _refused(f"unexpected error: {type(error).__name__}: {error}")
    return {"id": question["id"], **analysis_shape(analysis)}


def _is_question(question: object) -> bool:
    return (
        isinstance(question, dict)
        and type(question.get("id")) in (str, int)
        and isinstance(question.get("text"), str)
    )


def _refused(why: str) -> Shape:
    return {"id": None, "error": clean_line(why)}
