"""The stages of the engine in their order; see ``reader.quotes``."""

from collections.abc import Sequence

from reader.model import Analysis, Span
from reader.quotes.analysis import put_together
from reader.quotes.block_quotes import drafts_by_blocks
from reader.quotes.labelled import drafts_by_labels, with_labelled, without_headings
from reader.quotes.languages import language_of, lexicon_for
from reader.quotes.notes import find_remarks, without_notes
from reader.quotes.prose import prose_of
from reader.quotes.rules import drafts_by_rules
from reader.quotes.sentence import split_sentences
from reader.quotes.sources import Resolver


def analyse(
    text: str, language: str | None, spans: Sequence[Span] | None = None, *, learned: bool = True
) -> Analysis:
    """Return who says what in ``text``; see ``reader.quotes.find_quotations``.

    ``learned``: whether English is read by the tagger too, not by the rules alone.
    """
    prose = prose_of(text, spans)
    language = language_of(prose.words, language)
    sentences = split_sentences(prose, lexicon_for(language))
    remarks = find_remarks(sentences)
    if learned and language == "en":
        # Imported where it is used: other languages don't pay for it.
        from reader.quotes.combined import drafts_by_both

        drafts = drafts_by_both(prose, sentences)
    else:
        drafts = drafts_by_rules(sentences)
    drafts = with_labelled(drafts, drafts_by_blocks(sentences))
    drafts = with_labelled(without_headings(drafts, sentences), drafts_by_labels(sentences))
    attributed = without_notes(drafts, remarks, sentences)
    speakers = Resolver(sentences).resolve(attributed)
    return put_together(language, sentences, attributed, speakers, remarks)
