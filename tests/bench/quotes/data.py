"""What is compared: annotated articles, and the quotations that a system finds in them.

Articles come as JSON Lines, plain or gzipped. Every span is ``[start, end)`` in code points of
the article's text.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Span = tuple[int, int]
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Annotated by people: who says what, and the words that say so."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kinds: tuple[str, ...] = ()
    """The kind of each piece of content, where the annotators gave it."""
    names: tuple[str, ...] = ()
    """Who the source is; several for several speakers, none where nobody is named."""
    names_too: tuple[str, ...] = ()
    type: str | None = None
    types_too: tuple[str, ...] = ()
    relays_unnamed: bool = False
    """Whether a named outlet passes on what an unnamed source says."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what people found in it."""

    id: str
    text: str
    publisher: str = ""
    attributions: tuple[Attribution, ...] = ()
    optional: tuple[Attribution, ...] = ()
    """Doubtful ones: finding them is neither right nor wrong."""
    scare_quotes: tuple[Span, ...] = ()
    ambiguous_names: tuple[str, ...] = ()
    resolved: bool = False
    """Whether the annotators said who the sources are."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation that a system found."""

    parts: tuple[Span, ...]
    kind: str = ""
    mention: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    has_source: bool = False
    names: tuple[str, ...] = ()
    type: str | None = None
    anonymous: bool = False
    confidence: float | None = None
    rule: str = ""


class BadDataError(ValueError):
    """A line that is not what it should be, or a span outside its text."""


def read_articles(path: Path) -> list[Article]:
    """Return the annotated articles of a file, in order.

    Raises:
        BadDataError: Where a line is no annotated article.
        OSError: Where the file cannot be read.
    """
    return [article_from(line) for line in read_lines(path)]


def read_lines(path: Path) -> Iterator[Json]:
    """Yield the objects of a file of JSON Lines, gzipped where its name ends in .gz."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _object(line, f"{path}:{number}")


def article_from(line: Json) -> Article:
    """Return the article of one line."""
    try:
        attributions = line["attributions"]
        article = Article(
            id=str(line["id"]),
            text=line["text"],
            publisher=str(line.get("publisher") or ""),
            attributions=tuple(map(_attribution, attributions)),
            optional=tuple(map(_attribution, line.get("optional", ()))),
            scare_quotes=_spans(line.get("scare_quotes", ())),
            ambiguous_names=tuple(line.get("ambiguous_names", ())),
            resolved=any("resolved" in each for each in attributions),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadDataError(f"{line.get('id')}: no annotated article: {error!r}") from error
    for each in (*article.attributions, *article.optional):
        _check(article, (*each.source, *each.cue, *each.content))
    _check(article, article.scare_quotes)
    return article


def found_from(quote: Json, article: Article) -> Found:
    """Return one quotation of a system, as ``newsreader quotes --json`` shapes it.

    Raises:
        BadDataError: Where a span is none of the article's text.
    """
    source = quote.get("source") or {}
    found = Found(
        parts=_spans(quote.get("parts") or [(quote["start"], quote["end"])]),
        kind=quote.get("kind") or "",
        mention=_place(quote.get("speaker")),
        cue=_place(quote.get("cue")),
        has_source=bool(source),
        names=_names(source.get("name")),
        type=source.get("type"),
        anonymous=bool(source.get("anonymous")),
        confidence=quote.get("confidence"),
        rule=quote.get("rule") or "",
    )
    _check(article, (*found.parts, *found.mention, *found.cue))
    return found


def found_by_people(article: Article) -> list[Found]:
    """Return what one annotator found, as if a system had."""
    return [
        Found(
            parts=each.content,
            mention=each.source,
            cue=each.cue,
            has_source=bool(each.names),
            names=each.names,
            type=each.type,
            anonymous=each.relays_unnamed,
        )
        for each in article.attributions
    ]


def _object(line: str, place: str) -> Json:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise BadDataError(f"{place}: {error}") from error
    if not isinstance(value, dict):
        raise BadDataError(f"{place}: not an object")
    return value


def _attribution(line: Json) -> Attribution:
    return Attribution(
        source=_spans(line["source"]),
        cue=_spans(line["cue"]),
        content=_spans(line["content"]),
        kinds=tuple(line.get("kinds") or ()),
        names=_names(line.get("resolved")),
        names_too=tuple(line.get("resolved_also") or ()),
        type=line.get("source_type"),
        types_too=tuple(line.get("source_type_also") or ()),
        relays_unnamed=bool(line.get("anonymous_behind")),
    )


def _names(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """Return the names of a list, or of a line that parts them by semicolons."""
    listed = value.split(";") if isinstance(value, str) else value or ()
    return tuple(name.strip() for name in listed if name and name.strip())


def _place(value: Json | None) -> tuple[Span, ...]:
    return () if value is None else ((value["start"], value["end"]),)


def _spans(pairs: Iterable[Any]) -> tuple[Span, ...]:
    return tuple((int(start), int(end)) for start, end in pairs)


def _check(article: Article, spans: Iterable[Span]) -> None:
    for start, end in spans:
        if not 0 <= start <= end <= len(article.text):
            raise BadDataError(f"{article.id}: {start}..{end} is no span of its text")
