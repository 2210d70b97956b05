"""Where indirect content ends: where the reporter speaks again."""

from reader.quotes.cues import Cues
from reader.quotes.sentence import Sentence, after_dateline


def content_end(sentence: Sentence, cues: Cues, start: int, before: int = 0) -> int:
    """Return the index after the content that begins at ``start``.

    Content runs to the end of the sentence, or to where the reporter speaks again: another
    cue with its own subject, "according to", "citing", "as the club awaits", a semicolon, the
    dash that closes what another has opened. ``before`` is what this gave for an earlier
    start, so that a sentence full of cues is read once.
    """
    if start + 2 <= before:
        return before
    inserted = _inserted(sentence, start)
    for at in range(start + 2, len(sentence.words)):
        if next_speech(sentence, cues, at) or _background(sentence, at):
            return at
        if sentence.mark(at) == ";" or (inserted and _dash(sentence, at)):
            return at
    return len(sentence.words)


def _dash(sentence: Sentence, at: int) -> bool:
    """Whether a mark is a dash that parts, rather than a hyphen that ties."""
    mark = sentence.mark(at)
    if mark != "-":
        return mark != "" and mark in "—–"
    token = sentence.tokens[at]
    return sentence.text[token.start - 1 : token.start].isspace()


def _inserted(sentence: Sentence, start: int) -> bool:
    """Whether a dash before ``start`` has opened an insertion that another will close."""
    begin = after_dateline(sentence)
    return sum(_dash(sentence, at) for at in range(begin, start)) % 2 == 1


def next_speech(sentence: Sentence, cues: Cues, at: int) -> bool:
    """Whether another report begins at ``at``."""
    lexicon = sentence.lexicon
    joint = sentence.word(at) in lexicon.conjunctions or sentence.word(at) in lexicon.but
    if joint:
        after = at + 1
        while sentence.word(after) in lexicon.adverbs:
            after += 1
        cue = cues.get(after)
        return cue is not None and cue.form == "finite" and sentence.word(after).endswith("ed")
    if sentence.mark(at) != ",":
        return False
    after = at + 1
    while sentence.word(after) in lexicon.adverbs:
        after += 1
    cue = cues.get(after)
    if cue is not None and cue.form != "finite":
        return True
    return _cites(sentence, after) or _other_subject(sentence, cues, at)


def _cites(sentence: Sentence, at: int) -> bool:
    """Whether a source is cited at ``at``, be it in quotation marks."""
    lexicon = sentence.lexicon
    if not sentence.quoted(at):
        return sentence.word(at) in lexicon.cites
    token = sentence.tokens[at]
    first = sentence.text[token.start + 1 : token.start + 12].split()[:1]
    return first != [] and first[0].lower() in lexicon.cites


def _other_subject(sentence: Sentence, cues: Cues, at: int) -> bool:
    """Whether ", but the mayor denied" stands at the comma ``at``."""
    lexicon, link, first = sentence.lexicon, sentence.word(at + 1), sentence.word(at + 2)
    if link not in lexicon.but and link not in lexicon.conjunctions:
        return False
    if not (sentence.capital(at + 2) or first in lexicon.pronouns or first in lexicon.determiners):
        return False
    return any(
        index in cues and cues[index].form == "finite" and not sentence.mark(index - 1)
        for index in range(at + 3, min(at + 8, len(sentence.words)))
    )


def _background(sentence: Sentence, at: int) -> bool:
    """Whether a clause of the reporter's own begins: "as the club awaits a verdict"."""
    lexicon = sentence.lexicon
    if sentence.word(at) not in lexicon.background:
        return False
    if sentence.word(at + 1) in lexicon.pronouns:
        return True
    if sentence.word(at + 1) not in lexicon.determiners:
        return False
    for index in (at + 3, at + 4):
        word = sentence.word(index)
        if word in lexicon.finite:
            return True
        plural = word.endswith("s") and sentence.word(index + 1) in lexicon.prepositions
        if word.endswith(("ed", "s")) and not plural and not word.endswith(("'s", "ss")):
            return True
    return False
