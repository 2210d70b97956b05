"""Finds cues: the verbs and phrases that say that something is said."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Literal, NamedTuple

from reader.quotes.lexicon import SPEECH
from reader.quotes.sentence import Sentence, phrase_end

CueForm = Literal["finite", "participle", "according", "following"]
"""``according``: the source follows; ``following``: the cue follows its source."""
_POINTING = frozenset({"this", "that"})  # which may stand alone before a verb
_RELATIVE = 6  # tokens between "whose" and the verb of its clause
_AUXILIARY = 4  # tokens from an auxiliary to its participle
_MANY = 24
"""Cues of the longest real sentence; what is made of nothing else stays cheap."""


class Cue(NamedTuple):
    """A cue by the indexes of its tokens in the sentence, ``last`` exclusive."""

    first: int
    last: int
    letters: str
    """What may stand with it, in the letters of ``reader.quotes.lexicon``."""
    form: CueForm = "finite"


Cues = Mapping[int, Cue]
"""The cues of a sentence in order, each under the index of its first token."""


def find_cues(sentence: Sentence) -> Cues:
    """Return the cues of a sentence, none inside quotation marks."""
    return {cue.first: cue for cue in islice(_cues(sentence), _MANY)}


def _cues(sentence: Sentence) -> Iterator[Cue]:
    lexicon = sentence.lexicon
    heads = lexicon.cue_heads
    for at, word in enumerate(sentence.words):
        if word not in heads:
            continue
        letters = lexicon.verbs.get(word)
        if letters and not _no_cue(sentence, at):
            participle = word in lexicon.participles and not _progressive(sentence, at)
            yield Cue(at, at + 1, letters, "participle" if participle else "finite")
        else:
            yield from _phrasal(sentence, at, word)


def _phrasal(sentence: Sentence, at: int, word: str) -> Iterator[Cue]:
    """Yield the cue without a verb that begins at ``at``."""
    lexicon = sentence.lexicon
    for phrase in lexicon.according:
        if word != phrase[0] or not _matches(sentence, at, phrase):
            continue
        if word not in lexicon.cue_nouns or _names_after(sentence, at):
            yield Cue(at, at + len(phrase), SPEECH, "according")
    if word in lexicon.after_named:
        yield Cue(at, at + 1, SPEECH, "following")
    elif word in lexicon.tags and _tags(sentence, at):
        yield Cue(at, at + 1, SPEECH, "according")


def _names_after(sentence: Sentence, at: int) -> bool:
    """Whether "secondo" is no number: neither "il secondo tempo" nor "secondo posto"."""
    lexicon, after = sentence.lexicon, sentence.word(at + 1)
    before = sentence.word(at - 1)
    if before in lexicon.determiners or before in lexicon.prepositions or before in lexicon.links:
        return False
    return sentence.capital(at + 1) or any(
        after in known
        for known in (
            lexicon.determiners,
            lexicon.pronouns,
            lexicon.groups,
            lexicon.persons,
            lexicon.nameless,
        )
    )


def _tags(sentence: Sentence, at: int) -> bool:
    """Whether "so" at ``at`` says who speaks: '..., so der Minister'."""
    lexicon = sentence.lexicon
    if sentence.mark(at - 1) != "," and not sentence.quoted(at - 1):
        return False
    word = sentence.word(at + 1)
    return sentence.capital(at + 1) or (
        word in lexicon.determiners - lexicon.indefinite
        or word in lexicon.persons
        or (word in lexicon.pronouns and word not in lexicon.impersonals)
    )


def _matches(sentence: Sentence, at: int, phrase: tuple[str, ...]) -> bool:
    return all(sentence.word(at + step) == word for step, word in enumerate(phrase))


def before_cue(sentence: Sentence, at: int) -> int:
    """Return the index after the token that a verb's auxiliaries and adverbs stand behind."""
    lexicon = sentence.lexicon
    while at > 0:
        if sentence.word(at - 1) not in lexicon.auxiliaries and not _adverb(sentence, at - 1):
            break
        at -= 1
    return at


def _adverb(sentence: Sentence, at: int) -> bool:
    lexicon, word = sentence.lexicon, sentence.word(at)
    if word in lexicon.adverbs:
        return True
    return word.endswith(lexicon.adverb_endings) and not sentence.capital(at)


def _progressive(sentence: Sentence, at: int) -> bool:
    return sentence.word(at - 1) in sentence.lexicon.passives


def _no_cue(sentence: Sentence, at: int) -> bool:
    """Whether the form at ``at`` is a noun, an adjective, passive, denied or an infinitive."""
    lexicon = sentence.lexicon
    if lexicon.inversion:
        return _other_word(sentence, at)
    start = before_cue(sentence, at)
    between = [sentence.word(index) for index in range(start, at)]
    word, before = sentence.word(at), sentence.word(start - 1)
    nameless = phrase_end(sentence, at, lexicon.nameless_cues) > 0  # "declined to be named"
    if nameless or before in lexicon.negations or sentence.word(at - 1) == "to":
        return True
    if _relative(sentence, start) or _denied(sentence, at, between):
        return True
    if not word.endswith("ing") and any(each in lexicon.passives for each in between):
        return not any(each in lexicon.modals for each in between) or between[-1:] == ["be"]
    determined = before in lexicon.determiners and before not in _POINTING
    if determined or before.endswith("'s"):
        return start == at
    return _bare_noun(sentence, word, before, between)


def _other_word(sentence: Sentence, at: int) -> bool:
    """Whether a form is a noun or name, or denied, where the verb stands before its subject."""
    lexicon, word = sentence.lexicon, sentence.word(at)
    if sentence.capital(at) and at > 0 and (lexicon.capital_nouns or not sentence.mark(at - 1)):
        return True
    before = sentence.word(at - 1)
    if word in lexicon.cue_nouns and (before in lexicon.determiners or before in lexicon.links):
        return True
    if word in lexicon.never_finite and not _perfect(sentence, at):
        return True
    around = {before, sentence.word(before_cue(sentence, at) - 1), sentence.word(at + 1)}
    return bool(around & lexicon.negations)


def _perfect(sentence: Sentence, at: int) -> bool:
    """Whether an auxiliary makes a finite verb of the participle at ``at``."""
    return any(
        sentence.word(index) in sentence.lexicon.perfects for index in range(at - _AUXILIARY, at)
    )


def _denied(sentence: Sentence, at: int, between: list[str]) -> bool:
    """Whether a form is negated, or a participle without its auxiliary ("a letter written")."""
    lexicon = sentence.lexicon
    if sentence.word(at) in lexicon.never_finite and not {*between} & lexicon.perfects:
        return True
    if sentence.word(at - 1) in lexicon.negations:
        return True
    return any(each in lexicon.negations for each in between)


def _relative(sentence: Sentence, start: int) -> bool:
    """Whether the verb group at ``start`` is that of "whose house the bank agreed to buy"."""
    lexicon = sentence.lexicon
    for at in range(start - 1, max(-1, start - _RELATIVE), -1):
        if sentence.mark(at) or sentence.quoted(at):
            return False
        if sentence.word(at) in lexicon.relatives:
            return at + 1 < start
    return False


def _bare_noun(sentence: Sentence, word: str, before: str, between: list[str]) -> bool:
    """Whether a form that is also a noun ("claim") has nobody plural before it to say it."""
    lexicon = sentence.lexicon
    if word.endswith(("s", "ed", "ing")) or word in lexicon.finite:
        return before in lexicon.prepositions and word.endswith("s") and not between
    if lexicon.verbs.get(word + "s") is None and lexicon.verbs.get(word + "es") is None:
        return False
    plural = before in lexicon.groups or before.endswith("s") or before in lexicon.pronouns
    modal = any(each in lexicon.modals for each in between)
    return not (plural or modal or before in lexicon.conjunctions)
