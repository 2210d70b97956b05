"""Who says what: the text of an article -> its quotations and their sources.

Pure: text in, ``Analysis`` out; no network, clock or store. The stages, in order:

1. ``marks`` pairs the quotation marks of the paragraphs;
2. ``sentence`` cuts the paragraphs into sentences, a quoted run being one token;
3. ``cues`` finds the verbs and phrases that say something is said;
4. ``direct`` and ``indirect`` hold the rules, which draft content around a cue;
5. ``attribution`` finds the mention that speaks each draft (``mentions`` reads noun
   phrases) and settles which drafts stand;
6. ``sources`` says which mentions are one source (``names`` and ``registry`` know the names);
7. ``notes`` finds remarks on sourcing, and ``analysis`` puts all of it together.

The words of the languages stand in ``lexicon`` and its neighbours alone.
"""

from collections.abc import Sequence

from reader.model import Analysis, Span
from reader.quotes import direct, indirect
from reader.quotes.analysis import put_together
from reader.quotes.attribution import attribute
from reader.quotes.cues import find_cues
from reader.quotes.lexicon import detect_language, lexicon_for
from reader.quotes.marks import pair_marks
from reader.quotes.notes import find_remarks
from reader.quotes.sentence import split_sentences
from reader.quotes.sources import Resolver
from reader.text import paragraphs

ENGINE = "rules-1"
"""Names the engine and its version; changes whenever results may change."""

RULES = (*direct.RULES, *indirect.RULES)


def find_quotations(
    text: str, *, language: str | None = None, prose: Sequence[Span] | None = None
) -> Analysis:
    """Return who says what in ``text``.

    Args:
        text: The plain text of an article; each line is a paragraph.
        language: A language tag ("en", "pt-BR"); found from the text where None.
        prose: The spans of the text to look at, in order; None: all of it.

    Returns:
        Quotations, sources and notes. Every offset counts code points of ``text``. Never
        raises, whatever the text is.
    """
    primary = (language or "").lower().replace("_", "-").partition("-")[0]
    language = primary if len(primary) == 2 else detect_language(text)
    lexicon = lexicon_for(language)

    lines = list(paragraphs(text, [(0, len(text))] if prose is None else prose))
    runs = pair_marks(text, lines)
    sentences = split_sentences(text, lines, runs, lexicon)
    cues = [find_cues(sentence) for sentence in sentences]
    drafts = [
        draft
        for sentence, found in zip(sentences, cues, strict=True)
        for rule in RULES
        for draft in rule(sentence, found)
    ]
    attributed = attribute(drafts, sentences, cues)
    remarks = find_remarks(sentences)
    speakers = Resolver(sentences).resolve(attributed)
    return put_together(language, sentences, attributed, speakers, remarks)
