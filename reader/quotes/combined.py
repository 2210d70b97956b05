"""English speech by rules and by the learned tagger, as one.

The tagger finds twice as much as the rules; where a rule of high precision has found the same,
its borders are the cleaner ones, and the tagger knows how far the mention reaches.
"""

from collections.abc import Iterator, Mapping, Sequence

from reader.model import Span
from reader.quotes.draft import Draft
from reader.quotes.learned import drafts_by_tags
from reader.quotes.names import Phrase
from reader.quotes.prose import Prose
from reader.quotes.rules import SURE, drafts_by_rules
from reader.quotes.sentence import Sentence

_SURE = 0.85
"""The confidence from which a rule is followed: content right in nine of ten."""
_CLOSE = 0.8
"""The confidence from which a rule may say where content ends that the tagger has found."""
_EDGE = 6  # code points that two contents may begin apart, and begin together
_ADDED = frozenset({"headline", "after-colon"})
"""Rules for what the tagger has not learned, which are followed as they are."""
_APART = frozenset({"after-subject", "follow-on", "introduced"})
"""Rules for a speaker named in the sentence before."""
_ALONE = 0.7
"""The confidence of what a rule finds and the tagger does not."""


def drafts_by_both(prose: Prose, sentences: Sequence[Sentence]) -> list[Draft]:
    """Return what rules and tagger find in an English text, with the mentions, in order."""
    learned = drafts_by_tags(prose, sentences)
    ruled = drafts_by_rules(sentences, SURE)
    sure = [draft for draft in ruled if draft.confidence >= _SURE or draft.rule in _ADDED]
    ends = {draft.start: draft for draft in ruled if _CLOSE <= draft.confidence < _SURE}
    learned = [_shortened(draft, ends) for draft in learned] if ends else learned
    learned = _named(learned, ruled)
    together = _together(sure, learned, sentences)
    return [draft for draft in together if not _undergone(draft, sentences)]


def _undergone(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether it is told in other words what somebody hears, and by whom is left open."""
    if draft.cue is None or draft.direct or draft.mixed:
        return False
    sentence = sentences[draft.sentence]
    return sentence.word(draft.cue.last - 2) in sentence.lexicon.undergoing


def _named(learned: list[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """Return quotations that the tagger names nobody for with whom the rules name for them.

    The words stay the tagger's: the rules take all that stands alone after them for one quotation.
    """
    apart = {draft.start: draft for draft in ruled if draft.rule in _APART and draft.mention}
    return [
        apart[draft.start]._replace(parts=draft.parts)
        if draft.direct and draft.mention is None and draft.start in apart
        else draft
        for draft in learned
    ]


def _shortened(draft: Draft, ends: Mapping[int, Draft]) -> Draft:
    """Return indirect speech as a rule ends it that begins it at the same place."""
    if draft.mixed or draft.direct or len(draft.parts) > 1:
        return draft
    near = (ends.get(draft.start + step) for step in range(1 - _EDGE, _EDGE))
    rule = next((each for each in near if each is not None), None)
    return draft if rule is None or rule.end >= draft.end else draft._replace(parts=rule.parts)


def _together(
    sure: Sequence[Draft], learned: Sequence[Draft], sentences: Sequence[Sentence]
) -> Iterator[Draft]:
    """Yield the drafts of both; where they overlap, the rule's with what the tagger knows."""
    rest = [*reversed(learned)]
    for rule in sure:
        while rest and rest[-1].end <= rule.start:
            yield rest.pop()
        same = []
        while rest and rest[-1].start < rule.end:
            same.append(rest.pop())
        around = [draft for draft in same if not _overlap(draft, rule)]
        same = [draft for draft in same if draft not in around]
        yield from around
        yield (
            _told(rule, max(same, key=lambda each: _shared(each, rule)), sentences)
            if same
            else (rule._replace(confidence=_ALONE))
        )
    yield from reversed(rest)


def _overlap(one: Draft, other: Draft) -> bool:
    """Whether any parts overlap; both have theirs in order."""
    at = 0
    for start, end in one.parts:
        while at < len(other.parts) and other.parts[at][1] <= start:
            at += 1
        if at < len(other.parts) and other.parts[at][0] < end:
            return True
    return False


def _shared(one: Draft, other: Draft) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _told(rule: Draft, learned: Draft, sentences: Sequence[Sentence]) -> Draft:
    """Return a rule's draft with the tagger's confidence, and its mention where it is wider."""
    known = rule._replace(confidence=learned.confidence, mixed=learned.mixed and not rule.direct)
    if rule.mention is None or learned.mention is None:
        return known
    mine = _span(sentences[rule.named_in], rule.mention)
    wider = _span(sentences[learned.named_in], learned.mention)
    if mine[0] < wider[1] and wider[0] < mine[1]:
        named = None if learned.named_in == rule.sentence else learned.named_in
        return known._replace(mention=learned.mention, named=named)
    return known


def _span(sentence: Sentence, phrase: Phrase) -> Span:
    return sentence.span(phrase.first, phrase.last)
