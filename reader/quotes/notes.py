"""Finds remarks on sourcing that are no quotations, and what sources are relayed unnamed."""

from collections.abc import Iterator, Sequence

from reader.model import NoteKind
from reader.quotes.cues import before_cue
from reader.quotes.draft import Draft
from reader.quotes.listed import Listed
from reader.quotes.mentions import phrase_after, phrase_before
from reader.quotes.sentence import Sentence, phrase_end


class Remark(Listed):
    """A note with what it is about."""

    kind: NoteKind
    start: int
    end: int
    sentence: int
    looks_back: bool = False
    """Whether a sentence of its own says it of outlets that were named before."""


def find_remarks(sentences: Sequence[Sentence]) -> list[Remark]:
    """Return the remarks of a text in order."""
    return [remark for sentence in sentences for remark in _in_sentence(sentence)]


def _in_sentence(sentence: Sentence) -> Iterator[Remark]:
    lexicon, after = sentence.lexicon, 0
    heads = lexicon.note_heads
    for at, word in enumerate(sentence.words):
        if word not in heads or at < after:
            continue
        found = phrase_end(sentence, at, lexicon.no_comment)
        if found:
            yield _no_comment(sentence, at, found)
        else:
            found = phrase_end(sentence, at, lexicon.nameless_cues)
            if found:
                yield _anonymous(sentence, at, found)
        after = found


def _no_comment(sentence: Sentence, at: int, last: int) -> Remark:
    """Return the remark with who it is about: "the firm declined", "no reply from the firm"."""
    named = phrase_before(sentence, before_cue(sentence, at))
    if named is None and sentence.word(last) in sentence.lexicon.links:
        whose = phrase_after(sentence, last + 1)
        last = last if whose is None else whose.last
    start, end = sentence.span(at if named is None else named.first, last)
    return Remark("no_comment", start, end, sentence.index)


def _anonymous(sentence: Sentence, at: int, last: int) -> Remark:
    """Return the remark: with "citing" where that stands before it, the sentence with "cited"."""
    lexicon = sentence.lexicon
    if sentence.word(last - 1) in lexicon.prepositions:
        # "people familiar with the matter"
        known = phrase_after(sentence, last)
        last = last if known is None else known.last
    if sentence.word(at) in lexicon.backward:
        return Remark("anonymous", sentence.start, sentence.end, sentence.index, looks_back=True)
    citing = next((i for i in range(at, at - 4, -1) if sentence.word(i) in lexicon.cites), -1)
    if citing < 0:
        first = before_cue(sentence, at) if sentence.word(at) in lexicon.negations else at
        start, end = sentence.span(first, last)
        return Remark("anonymous", start, end, sentence.index)
    start, end = sentence.span(citing, last)
    if sentence.word(citing) in lexicon.participles or sentence.word(citing).endswith("ing"):
        return Remark("anonymous", start, end, sentence.index)
    return Remark("anonymous", sentence.start, sentence.end, sentence.index, looks_back=True)


def without_notes(
    drafts: Sequence[Draft], remarks: Sequence[Remark], sentences: Sequence[Sentence]
) -> list[Draft]:
    """Return the drafts that are more than a remark on sourcing.

    Not what nobody commented, nor "unnamed sources" of "reported, citing unnamed sources".
    """
    noted: dict[int, list[Remark]] = {}
    for remark in remarks:
        noted.setdefault(remark.sentence, []).append(remark)
    return [
        draft
        for draft in drafts
        if draft.direct
        or not any(_noted(draft, remark, sentences) for remark in noted.get(draft.sentence, ()))
    ]


def _noted(draft: Draft, remark: Remark, sentences: Sequence[Sentence]) -> bool:
    """Whether a draft is no more than a remark."""
    if draft.cue is None:
        cued = False
    else:
        start, end = sentences[draft.sentence].span(draft.cue.first, draft.cue.last)
        cued = remark.start < end and start < remark.end
    held = remark.start < draft.end and draft.start < remark.end
    if remark.kind == "no_comment":
        return held or cued
    inside = remark.start <= draft.start and draft.end <= remark.end
    return held and (cued or inside)
