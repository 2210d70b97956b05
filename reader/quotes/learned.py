"""English speech as the learned tagger finds it, as drafts like those of the rules."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.model import Span
from reader.quotes.clauses import has_verb
from reader.quotes.cues import Cue
from reader.quotes.draft import Draft
from reader.quotes.lexicon import SPEECH
from reader.quotes.marks import Quoted
from reader.quotes.names import Phrase, name_around
from reader.quotes.prose import Prose
from reader.quotes.sentence import Sentence, after_dateline
from reader.quotes.spans import phrase_of
from reader.quotes.tagger.found import Found, english

_LEAST, _LEAST_OWN = 0.35, 0.85
"""How sure to be of what is not wholly quoted, and of indirect speech of the writer's own "I"."""
_INSERTED = 160
"""Code points of the longest "said Ann Poe, the mayor of Tarn," that breaks a quotation."""


def drafts_by_tags(prose: Prose, sentences: Sequence[Sentence]) -> list[Draft]:
    """Return what the tagger finds in a text, with the mentions, in order."""
    if not sentences:
        return []
    starts = [sentence.start for sentence in sentences]
    gathered = _gathered(english().find(prose, starts), prose.runs)
    drafts = [_draft(parts, sentences, starts) for parts in gathered]
    return [draft for draft in drafts if draft.direct or _stands(draft, sentences)]


def _stands(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether speech in other words is sure enough to be shown."""
    if draft.mention is None or draft.mixed:
        return draft.confidence >= _LEAST
    sentence = sentences[draft.named_in]
    if _circumstance(draft, sentence):
        return False
    writer = sentence.lexicon.pronouns.get(sentence.word(draft.mention.first)) == "i"
    return draft.confidence >= (_LEAST_OWN if writer else _LEAST)


def _circumstance(draft: Draft, sentence: Sentence) -> bool:
    """Whether the content is no more than where or how it is said: "In a statement, Poe said:"."""
    if draft.start < sentence.start or draft.mention is None:
        return False
    first = bisect_left(sentence.tokens.starts, draft.start)
    last = bisect_left(sentence.tokens.starts, draft.end)
    before = last <= draft.mention.first
    opening = sentence.word(first) in sentence.lexicon.prepositions
    return before and opening and not has_verb(sentence, first, last)


def _gathered(found: Sequence[Found], runs: Sequence[Quoted]) -> list[list[Found]]:
    """Return the findings, those together that are one quotation in several parts.

    A quotation goes on after who says it, or in the next paragraph where its mark was left
    open.
    """
    left_open = {run.end for run in runs if not run.closed}
    continues = {run.start for run in runs if run.continues}
    gathered: list[list[Found]] = []
    for each in found:
        before = gathered[-1][-1] if gathered else None
        if before is not None and (
            _broken(before, each)
            or (before.content[1] in left_open and each.content[0] in continues)
        ):
            gathered[-1].append(each)
        else:
            gathered.append([each])
    return gathered


def _broken(before: Found, after: Found) -> bool:
    """Whether cue and source of both stand between them."""
    if before.cue is None or before.cue != after.cue or before.source != after.source:
        return False
    between = before.content[1] <= before.cue[0] and before.cue[1] <= after.content[0]
    return between and after.content[0] - before.content[1] <= _INSERTED


def _draft(parts: Sequence[Found], sentences: Sequence[Sentence], starts: Sequence[int]) -> Draft:
    """Return the draft of a quotation whose parts are told of by the surest one."""
    best = max(parts, key=lambda part: (part.source is not None, part.confidence))
    own = _sentence_at(best.content[0], starts)
    at = own if best.cue is None else _sentence_at(best.cue[0], starts)
    named = at if best.source is None else _sentence_at(best.source[0], starts)
    mention = None if best.source is None else _phrase(sentences[named], best.source)
    if mention is None:
        named = at
    elif best.cue is None:
        at = named
    return Draft(
        sentence=at,
        parts=tuple(part.content for part in parts),
        cue=None if best.cue is None else _cue(sentences[at], best.cue),
        rule=_rule(best, mention, apart=abs(named - own) > 0),
        confidence=best.confidence,
        direct=all(part.quoted == 1 for part in parts),
        mention=mention,
        named=None if named == at else named,
        mixed=any(part.quoted > 0 for part in parts),
    )


def _rule(found: Found, mention: Phrase | None, *, apart: bool) -> str:
    if mention is None:
        return "learned-unnamed"
    if found.cue is None:
        return "learned-without-cue"
    return "learned-apart" if apart else "learned"


def _sentence_at(at: int, starts: Sequence[int]) -> int:
    return max(0, bisect_right(starts, at) - 1)


def _tokens(sentence: Sentence, span: Span) -> tuple[int, int]:
    """Return the tokens of a sentence that a span covers, the last exclusive."""
    first = bisect_right(sentence.tokens.starts, span[0]) - 1
    return max(0, first), bisect_left(sentence.tokens.starts, span[1])


def _phrase(sentence: Sentence, span: Span) -> Phrase | None:
    first, last = _tokens(sentence, span)
    # "Lorne" of "Ada Lorne" is taken whole; no more at its end, where a headline goes on.
    named = name_around(sentence, first)
    first = first if named is None else named.first
    if sentence.index == 0:
        # "Tarn (Coast Wire) The carrier": where and for whom is written comes before the source.
        closing = [at for at in range(first, last - 1) if sentence.mark(at) == ")"]
        first = max([first, after_dateline(sentence), *(at + 1 for at in closing)])
    return phrase_of(sentence, first, last)


def _cue(sentence: Sentence, span: Span) -> Cue | None:
    first, last = _tokens(sentence, span)
    while last > first and sentence.mark(last - 1):
        last -= 1
    if first >= last or any(sentence.quoted(at) for at in range(first, last)):
        return None
    return Cue(first, last, SPEECH)
