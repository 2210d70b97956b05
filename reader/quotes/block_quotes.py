"""Block quotes: a paragraph without quotation marks below "Ada Ray wrote in her letter:"."""

from collections.abc import Sequence
from itertools import pairwise

from reader.quotes.attribution import attribute
from reader.quotes.cues import Cue, find_cues
from reader.quotes.draft import Draft
from reader.quotes.lexicon import ADDRESSEE, SPEECH
from reader.quotes.mentions import phrase_after
from reader.quotes.sentence import Sentence

_LEAST = 4  # words of what is quoted
_CONFIDENCE = 0.75
_ENDS = ".!?…"


def drafts_by_blocks(sentences: Sequence[Sentence]) -> list[Draft]:
    """Return the paragraphs that a cue and a colon above them announce, in order.

    One paragraph each: the text alone doesn't tell where a longer block ends.

    Args:
        sentences: Those of a text, in order.

    Returns:
        One direct draft a paragraph, with its mention; none for paragraphs with quotation
        marks, which the rules read.
    """
    found = [
        draft
        for above, below in pairwise(sentences)
        if below.first
        and above.mark(len(above.words) - 1) == ":"
        and (draft := _announced(above, below, sentences)) is not None
    ]
    if not found:
        return []
    cues = [find_cues(sentence) if sentence.marks[-1:] == [":"] else {} for sentence in sentences]
    named = [draft for draft in attribute(found, sentences, cues) if draft.mention is not None]
    return [draft._replace(direct=True) for draft in named]


def _announced(above: Sentence, below: Sentence, sentences: Sequence[Sentence]) -> Draft | None:
    """Return a paragraph as what the sentence above it says; None where that announces none."""
    cue = _announcing(above)
    if cue is None or below.runs or not below.capital(0):
        return None
    last = below.index
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == below.paragraph:
        last += 1
    words = sum(1 for each in sentences[below.index : last + 1] for word in each.words if word)
    span = below.start, sentences[last].end
    if words < _LEAST or below.text[span[1] - 1 : span[1]] not in _ENDS:
        return None
    clause = 0, len(above.words) - 1
    return Draft(above.index, (span,), cue, "block-quote", _CONFIDENCE, direct=True, clause=clause)


def _announcing(sentence: Sentence) -> Cue | None:
    """Return the last cue of a sentence that says nothing itself: "wrote to the council:"."""
    cues = [*find_cues(sentence).values()]
    if not cues or sentence.runs:
        return None
    cue, colon = cues[-1], len(sentence.words) - 1
    if SPEECH not in cue.letters or cue.form not in ("finite", "participle"):
        return None
    lexicon, at = sentence.lexicon, cue.last
    if ADDRESSEE in cue.letters or lexicon.inversion:
        named = phrase_after(sentence, at)
        at = at if named is None else named.last
    after = sentence.word(at)
    told = at == colon or after in lexicon.prepositions or after in lexicon.temporal
    says = (lexicon.finite | lexicon.auxiliaries | lexicon.that) - lexicon.prepositions
    return cue if told and says.isdisjoint(sentence.words[at:colon]) else None
