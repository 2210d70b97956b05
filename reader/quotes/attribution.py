"""Gives each quotation the mention that speaks it, and settles which drafts stand."""

from collections.abc import Sequence

from reader.model import Span
from reader.quotes.cues import Cue, Cues, before_cue
from reader.quotes.draft import Draft
from reader.quotes.inversion import can_speak, inverted_subject
from reader.quotes.lexicon import SPEECH, THAT
from reader.quotes.mentions import phrase_after, phrase_before
from reader.quotes.names import Phrase
from reader.quotes.sentence import Sentence

_BACK = 60  # tokens back to the cue whose subject another one shares
_LEAST_WORDS = 4  # of quoted speech that nobody is named for


def attribute(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], cues: Sequence[Cues]
) -> list[Draft]:
    """Return the drafts that stand, with their mentions, in the order of their content.

    ``cues`` holds those of each sentence. Indirect content that nobody is named for is
    dropped; of drafts that overlap, direct speech stays, then the one that begins first.
    """
    named = [
        _with_mention(draft, sentences[draft.sentence], cues[draft.sentence]) for draft in drafts
    ]
    return _connected(_settled([draft for draft in named if draft is not None]), sentences, cues)


def _with_mention(draft: Draft, sentence: Sentence, cues: Cues) -> Draft | None:
    """Return the draft with its mention; None for indirect content that has none."""
    found = _speaker(draft, sentence, cues)
    if found is not None and not draft.direct:
        first, last = sentence.span(found.first, found.last)
        if any(first < end and last > start for start, end in draft.parts):
            found = None
    if not draft.direct and (found is None or _writer(sentence, found)):
        return None
    return draft._replace(mention=found)


def _writer(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a mention outside quotation marks is the writer's own "I"."""
    return sentence.lexicon.pronouns.get(sentence.word(phrase.first)) == "i"


def _speaker(draft: Draft, sentence: Sentence, cues: Cues) -> Phrase | None:
    cue = draft.cue
    if cue is None:
        return leading_phrase(sentence) if draft.clause[1] else None
    if cue.form == "according":
        return phrase_after(sentence, cue.last, wide=True)
    if cue.form == "following":
        return phrase_before(sentence, cue.first)
    if sentence.lexicon.inversion:
        return _around_verb(draft, sentence, cues, cue)
    found = subject(sentence, cues, draft.told or cue)
    if found is not None and found.first >= draft.clause[0]:
        return found
    # "..., said Ann Poe": not in "described it as", where who comes after is no subject.
    inverted = draft.direct or draft.rule in ("postposed", "interposed")
    return phrase_after(sentence, _past_adverbs(sentence, cue.last)) if inverted else None


def _past_adverbs(sentence: Sentence, at: int) -> int:
    """Return the index after "also" and "at last"."""
    while sentence.word(at) in sentence.lexicon.adverbs:
        at += 1
    return at


def _around_verb(draft: Draft, sentence: Sentence, cues: Cues, cue: Cue) -> Phrase | None:
    """Return the subject of a verb that may stand before or behind it."""
    if draft.rule == "as-told":
        return phrase_after(sentence, draft.clause[0])
    behind = inverted_subject(sentence, cue.last)
    if behind is not None and not can_speak(sentence, behind) and not draft.direct:
        behind = None
    found = None
    if draft.rule != "inverted" and not (behind and _begun(sentence, cue)):
        found = subject(sentence, cues, cue)
        if found is not None and found.first < draft.clause[0]:
            found = None
    if found is None:
        found = behind
    if found is None or found.kind != "pronoun":
        return found
    if sentence.word(found.first) in sentence.lexicon.impersonals:
        return _told_in(sentence, max(found.last, cue.last))
    return found


def _begun(sentence: Sentence, cue: Cue) -> bool:
    """Whether something else than its subject stands before a verb: "Dort sagte Anna Berg"."""
    lexicon = sentence.lexicon
    if not lexicon.verb_second:
        return False
    first = next((at for at in range(cue.first) if sentence.word(at)), cue.first)
    word = sentence.word(first)
    return word in lexicon.prepositions or word in lexicon.adverbs or word in lexicon.temporal


def _told_in(sentence: Sentence, at: int) -> Phrase | None:
    """Return where something stands that nobody is the subject of: "heißt es in dem Bericht"."""
    word = sentence.word(at)
    if word not in sentence.lexicon.prepositions and word not in sentence.lexicon.links:
        return None
    found = phrase_after(sentence, at + 1)
    return found if found is not None and can_speak(sentence, found) else None


def subject(sentence: Sentence, cues: Cues, cue: Cue) -> Phrase | None:
    """Return the phrase before a cue that is its subject.

    A cue after "and", and a participle after a comma, take the subject of the cue before
    them, or that of the sentence.
    """
    while True:
        at = before_cue(sentence, cue.first)
        if not _shares_subject(sentence, cue, at):
            found = phrase_before(sentence, at)
            if cue.form == "finite":
                return found
            if found is not None:
                return _without_place(sentence, found)
        earlier = _cue_before(cues, cue)
        if earlier is None:
            return leading_phrase(sentence, cue.first)
        cue = earlier


def _cue_before(cues: Cues, cue: Cue) -> Cue | None:
    """Return the finite cue that stands nearest before another one."""
    for at in range(cue.first - 1, max(-1, cue.first - _BACK), -1):
        if at in cues and cues[at].form == "finite":
            return cues[at]
    return None


def _without_place(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return the phrase before "in the city": a place before a participle is where, not who."""
    lexicon = sentence.lexicon
    for at in range(phrase.first + 1, phrase.last):
        if sentence.word(at) in lexicon.place_links:
            return phrase._replace(last=at)
    return phrase


def _shares_subject(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether the verb group that begins at ``at`` has its subject further up."""
    lexicon = sentence.lexicon
    before = sentence.word(at - 1)
    if before in lexicon.conjunctions or before in lexicon.but:
        return True
    return cue.form == "participle" and (sentence.mark(at - 1) != "" or before in lexicon.temporal)


def leading_phrase(sentence: Sentence, stop: int | None = None) -> Phrase | None:
    """Return the subject a sentence begins with, past "But" and "In March, "."""
    lexicon = sentence.lexicon
    at, stop = 0, len(sentence.words) if stop is None else stop
    while at < stop:
        word = sentence.word(at)
        if word in lexicon.prepositions or word in lexicon.temporal:
            at = _comma(sentence, at, stop)
        elif (
            not word or word in lexicon.but or word in lexicon.conjunctions or word in lexicon.stops
        ):
            if sentence.quoted(at):
                return None
            at += 1
        else:
            found = phrase_after(sentence, at)
            if found is None or found.last > stop:
                return None
            return found if not lexicon.inversion or can_speak(sentence, found) else None
    return None


def _comma(sentence: Sentence, at: int, stop: int) -> int:
    while at < stop and sentence.mark(at) != ",":
        at += 1
    return at + 1


def _settled(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts that do not overlap, in order; the better one of two stays."""
    direct = sorted((draft for draft in drafts if draft.direct), key=_rank)
    indirect = sorted((draft for draft in drafts if not draft.direct), key=_rank)
    return _merged_in(_first_come(direct), _first_come(indirect))


def _rank(draft: Draft) -> tuple[int, int]:
    return draft.start, -draft.end


def _first_come(drafts: Sequence[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept


def _merged_in(direct: list[Draft], indirect: list[Draft]) -> list[Draft]:
    """Return both lists as one in order, without the indirect drafts that overlap a direct one."""
    kept: list[Draft] = []
    at = 0
    for draft in indirect:
        while at < len(direct) and direct[at].end <= draft.start:
            at += 1
        if at == len(direct) or direct[at].start >= draft.end:
            kept.append(draft)
    return sorted([*direct, *kept], key=_rank)


class _Chain:
    """What one source says without a break: a draft, and all the parts that belong to it."""

    __slots__ = ("draft", "first", "last", "parts")

    def __init__(self, draft: Draft, sentence: int) -> None:
        self.draft = draft
        self.parts: list[Span] = [*draft.parts]
        self.first = self.last = sentence
        """The sentences in which it begins and ends."""

    @property
    def end(self) -> int:
        return self.parts[-1][1]

    def add(self, draft: Draft, last: int) -> None:
        """Go on with a draft's content; it may be the one that tells who speaks."""
        self.parts += draft.parts
        self.last = last
        if self.draft.cue is None and self.draft.mention is None and draft.cue is not None:
            self.draft = draft


def _connected(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], cues: Sequence[Cues]
) -> list[Draft]:
    """Join what one source says without a break, and name who says what stands alone."""
    left_open = {run.end for sentence in sentences for run in sentence.runs if not run.closed}
    continued = {run.start for sentence in sentences for run in sentence.runs if run.continues}
    chains: list[_Chain] = []
    for draft in drafts:
        at = draft.sentence
        # The chain that ends in the sentence before, if one does.
        near = chains[-1] if chains and at - chains[-1].last <= 1 else None
        unbroken = near is not None and near.end in left_open and draft.start in continued
        if near is not None and (unbroken or draft.rule == "standing-alone"):
            one_speaker = draft.cue is None or near.draft.cue is None
            if (unbroken and one_speaker) or _goes_on(near, draft, sentences):
                near.add(draft, at)
                continue
        found: Draft | None = draft
        if near is not None and draft.rule == "standing-alone" and _answers(near, draft, sentences):
            turn = chains[-2] if len(chains) > 1 and near.first - chains[-2].last <= 1 else None
            found = _other_turn(draft, turn, sentences)
        elif draft.rule == "standing-alone":
            found = _adopted(draft, None if near is None else near.draft, sentences, cues)
        elif draft.direct and draft.mention is None and draft.cue is not None:
            found = _dropped(draft, None if near is None else near.draft, sentences)
        if found is not None:
            chains.append(_Chain(found, at))
    return [chain.draft._replace(parts=tuple(chain.parts)) for chain in chains]


def _goes_on(near: _Chain, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether speech that stands alone goes on with the direct speech before it."""
    before = near.draft
    if not before.direct or draft.cue is not None:
        return False
    if before.mention is None and before.cue is None:
        return False
    return not _answers(near, draft, sentences)


def _answers(near: _Chain, draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether speech that stands alone is another's: one of two paragraphs asks."""
    sentence = sentences[draft.sentence]
    if not sentence.first or not near.draft.direct:
        return False
    return _asks(sentence, near.end) != _asks(sentence, draft.end)


def _asks(sentence: Sentence, end: int) -> bool:
    return "?" in sentence.text[max(0, end - 3) : end]


def _other_turn(draft: Draft, turn: _Chain | None, sentences: Sequence[Sentence]) -> Draft | None:
    """Return the next turn of a dialogue: whoever spoke before last speaks again."""
    if turn is None or turn.draft.mention is None:
        return _unattributed(draft, sentences[draft.sentence])
    return draft._replace(
        mention=turn.draft.mention,
        sentence=turn.draft.sentence,
        rule="follow-on",
        confidence=0.6,
    )


def _unattributed(draft: Draft, sentence: Sentence) -> Draft | None:
    """Return speech that nobody is named for, if it is more than a few words."""
    spoken = sum(len(sentence.text[start:end].split()) for start, end in draft.parts)
    return draft._replace(confidence=0.4) if spoken >= _LEAST_WORDS else None


def _adopted(
    draft: Draft,
    before: Draft | None,
    sentences: Sequence[Sentence],
    cues: Sequence[Cues],
) -> Draft | None:
    """Return speech that stands alone with the mention nearest to it, or with none."""
    sentence = sentences[draft.sentence]
    if draft.sentence > 0:
        above = sentences[draft.sentence - 1]
        if above.mark(len(above.words) - 1) == ":":
            return _introduced(draft, above, cues[above.index])
        if before is not None and before.mention is not None:
            return draft._replace(
                mention=before.mention,
                sentence=before.sentence,
                rule="follow-on",
                confidence=0.7,
            )
        if not sentence.first:
            found = leading_phrase(above)
            if found is not None and found.kind in ("name", "pronoun"):
                return draft._replace(
                    mention=found, sentence=above.index, rule="after-subject", confidence=0.5
                )
    return _unattributed(draft, sentence)


def _dropped(draft: Draft, before: Draft | None, sentences: Sequence[Sentence]) -> Draft:
    """Return speech whose cue has no subject with that of the sentence before: ", declaró."."""
    sentence = sentences[draft.sentence]
    if not sentence.lexicon.pro_drop or draft.sentence == 0 or draft.mention is not None:
        return draft
    if before is not None and before.mention is not None:
        return draft._replace(mention=before.mention, named=before.named_in, confidence=0.7)
    above = sentences[draft.sentence - 1]
    found = leading_phrase(above)
    if found is None:
        return draft
    return draft._replace(mention=found, named=above.index, confidence=0.6)


def _introduced(draft: Draft, above: Sentence, cues: Cues) -> Draft:
    """Return speech with cue and mention of the sentence above that ends in a colon."""
    for cue in reversed([*cues.values()]):
        if {SPEECH, THAT} & {*cue.letters}:
            mention = _speaker(draft._replace(cue=cue), above, cues)
            return draft._replace(
                cue=cue,
                mention=mention,
                sentence=above.index,
                rule="introduced",
                confidence=0.85,
            )
    mention = leading_phrase(above)
    return draft._replace(mention=mention, sentence=above.index, rule="introduced", confidence=0.5)
