"""The stages of the engine in their order; see ``reader.quotes``."""

from collections.abc import Sequence

from reader.model import Analysis, Span
from reader.quotes.analysis import put_together
from reader.quotes.labelled import drafts_by_labels, with_labelled
from reader.quotes.languages import language_of, lexicon_for
from reader.quotes.marks import pair_marks
from reader.quotes.notes import find_remarks, without_notes
from reader.quotes.rules import drafts_by_rules
from reader.quotes.sentence import split_sentences
from reader.quotes.sources import Resolver
from reader.text import paragraphs


def analyse(text: str, language: str | None, prose: Sequence[Span] | None) -> Analysis:
    """Return who says what in ``text``; see ``reader.quotes.find_quotations``."""
    language = language_of(text, language)
    lexicon = lexicon_for(language)

    lines = list(paragraphs(text, [(0, len(text))] if prose is None else prose))
    runs = pair_marks(text, lines)
    sentences = split_sentences(text, lines, runs, lexicon)
    remarks = find_remarks(sentences)
    drafts = with_labelled(drafts_by_rules(sentences), drafts_by_labels(sentences))
    attributed = without_notes(drafts, remarks)
    speakers = Resolver(sentences).resolve(attributed)
    return put_together(language, sentences, attributed, speakers, remarks)
