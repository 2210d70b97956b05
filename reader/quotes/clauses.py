"""What a clause shows of itself: where it begins, whether it has a verb and says something."""

from reader.quotes.cues import Cue
from reader.quotes.mentions import phrase_after
from reader.quotes.sentence import Sentence, after_dateline

CLAUSE = 14
"""Tokens within which a clause shows its verb."""
NEAR = 16
"""Tokens between a cue and what belongs to it."""
SHORT = 6
"""Tokens of a clause that must show its verb."""


def phrasal(sentence: Sentence, cue: Cue) -> bool:
    """Whether a particle makes another verb of the cue: "called the owner in to explain"."""
    lexicon = sentence.lexicon
    named = phrase_after(sentence, cue.last)
    if named is None or sentence.word(named.last) not in lexicon.verb_particles:
        return False
    after = sentence.word(named.last + 1)
    return not after or after in lexicon.prepositions


def resumes(sentence: Sentence, comma: int, after: int) -> bool:
    """Whether content goes on at ``after`` that was broken off at ``comma``.

    It has a verb there, or was left in the air ("no roof and, she says, a view"),
    or is compared ("would rather walk, he says, than wait").
    """
    lexicon = sentence.lexicon
    last = sentence.word(comma - 1)
    hanging = last in lexicon.conjunctions or last in lexicon.but or last in lexicon.that
    compared = sentence.word(after) in lexicon.comparing
    return hanging or compared or has_verb(sentence, after, after + CLAUSE - 1)


def statement(sentence: Sentence, before: int) -> int:
    """Return where the statement that ends at ``before`` begins: past a semicolon."""
    for at in range(before - 1, 0, -1):
        if sentence.mark(at) == ";":
            return at + 1
    return lead(sentence)


def ends_content(sentence: Sentence, at: int) -> bool:
    """Whether a statement ends at ``at``: a comma, a dash, or a comma inside the marks."""
    mark = sentence.mark(at)
    if sentence.quoted(at):
        token = sentence.tokens[at]
        return "," in sentence.text[token.end - 2 : token.end]
    return mark in {",", "—", "–"}


def nothing_after(sentence: Sentence, at: int) -> bool:
    """Whether what follows a cue is no content: the end, a time, a place."""
    lexicon = sentence.lexicon
    word = sentence.word(at)
    if sentence.quoted(at):
        return False
    return not word or word in lexicon.temporal or word in lexicon.prepositions


def lead(sentence: Sentence) -> int:
    """Return the index after "Earlier this year, " and the like, where the statement begins."""
    lexicon = sentence.lexicon
    begin = after_dateline(sentence)
    for at in range(begin, min(begin + 6, len(sentence.words))):
        if sentence.mark(at) == ",":
            return at + 1 if at > begin else begin
        word = sentence.word(at)
        timely = word in lexicon.temporal or word in lexicon.determiners or word.isdigit()
        if not timely and not (at == begin and word in lexicon.prepositions):
            break
    return begin


def after_comma(sentence: Sentence, at: int) -> int:
    """Return the index after the first comma from ``at`` on, or the end where none is near."""
    for index in range(at, min(at + NEAR, len(sentence.words))):
        if sentence.mark(index) == ",":
            return index + 1
    return len(sentence.words)


def says_something(sentence: Sentence, start: int, end: int) -> bool:
    """Whether content is more than "that spring" and "asked that on the first day"."""
    lexicon = sentence.lexicon
    while end > start and sentence.mark(end - 1):
        end -= 1
    if any(sentence.quoted(at) for at in range(start, end)):
        return True
    if end - start < 2:
        return False
    if sentence.word(start) in lexicon.temporal:
        return has_verb(sentence, start + 1, end)
    short = end - start <= SHORT and sentence.word(start) in lexicon.prepositions
    return not short or has_verb(sentence, start, end)


def clausal(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun subject and its verb stand at ``at``: content has begun already."""
    lexicon = sentence.lexicon
    return sentence.word(at) in lexicon.pronouns and sentence.word(at + 1) in lexicon.finite


def past_time(sentence: Sentence, at: int) -> int:
    """Return the index after "on Tuesday", "late last week"."""
    lexicon = sentence.lexicon
    first = at
    if sentence.word(at) in lexicon.prepositions and sentence.word(at + 1) in lexicon.temporal:
        at += 1
    while sentence.word(at) in lexicon.temporal or (at > first and sentence.word(at).isdigit()):
        at += 1
    return at


def states(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a statement stands there, rather than "In a speech" or "When asked"."""
    lexicon = sentence.lexicon
    if sentence.word(start) in lexicon.but:
        start += 1
    if sentence.word(start) in lexicon.prepositions or sentence.word(start) in lexicon.stops:
        start = next((at for at in range(start, stop) if sentence.mark(at) == ","), stop)
    return stop - start > 2 and has_verb(sentence, start, stop)


def has_verb(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether the tokens from ``at`` to ``stop`` hold a finite verb."""
    lexicon = sentence.lexicon
    if not lexicon.finite:
        return stop - at > 1
    for index in range(at, min(stop, len(sentence.words))):
        word = sentence.word(index)
        if word in lexicon.finite:
            return True
        if index > at and word.endswith("ed") and word not in lexicon.determiners:
            return True
        if index == at + 1 and sentence.word(at) in lexicon.pronouns and word:
            return True
    return False
