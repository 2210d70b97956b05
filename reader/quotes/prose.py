"""A text as the stages share it: its paragraphs, its quoted runs, its words and marks."""

from collections.abc import Sequence

from reader.model import Span
from reader.quotes.listed import Listed
from reader.quotes.marks import Quoted, pair_marks
from reader.text import paragraphs, word_matches


class Prose(Listed):
    """The prose of a text; all spans are in code points of the text."""

    text: str
    paragraphs: list[Span]
    runs: list[Quoted]
    """What stands between quotation marks."""
    starts: list[int]
    ends: list[int]
    words: list[str]
    """Side by side where each word or mark of the paragraphs begins and ends, and how it is
    written: read once, for sentences and tagger alike."""
    heads: list[int]
    """Of each paragraph, the number of its first word."""


def prose_of(text: str, spans: Sequence[Span] | None = None) -> Prose:
    """Return the prose that stands in the spans of ``text``; in all of it where there are none."""
    lines = list(paragraphs(text, [(0, len(text))] if spans is None else spans))
    starts: list[int] = []
    words: list[str] = []
    heads: list[int] = []
    for first, last in lines:
        heads.append(len(starts))
        for found in word_matches(text, first, last):
            starts.append(found.start())
            words.append(found[0])
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return Prose(text, lines, pair_marks(text, lines), starts, ends, words, heads)
