"""Finds the subject behind its verb: ", a assuré mardi à la presse la préfète Claire Morel"."""

from reader.quotes.cues import Cues
from reader.quotes.mentions import phrase_after
from reader.quotes.names import Phrase, is_person_word
from reader.quotes.nouns import head, known_noun, phrase_starting
from reader.quotes.sentence import Sentence

_STEPS = 6  # adverbials between a verb and its subject
_TIME = 4  # words of "la semana pasada"
_CLAUSE = 12  # words between a verb and the comma of its clause
_ASIDE = 4  # tokens of ", fataliste,"


def inverted_subject(sentence: Sentence, at: int) -> Phrase | None:
    """Return the subject that follows the verb before ``at``, past adverbials; None without."""
    start = past_adverbials(sentence, at)
    word = sentence.word(start)
    if word in sentence.lexicon.prepositions or word in sentence.lexicon.temporal:
        return None
    return phrase_after(sentence, start)


def conjunction_behind(sentence: Sentence, cues: Cues, at: int) -> int | None:
    """Return the "that" of the verb before ``at``, past its subject and adverbials."""
    lexicon = sentence.lexicon
    if lexicon.capital_nouns:
        return _behind_comma(sentence, cues, at)
    begun = past_adverbials(sentence, at)
    if sentence.word(begun) in lexicon.that:
        return begun
    named = phrase_starting(sentence, begun)
    if named is not None and can_speak(sentence, named):
        begun = past_adverbials(sentence, named.last)
    while sentence.word(begun) in lexicon.verb_particles:
        begun += 1
    return begun if sentence.word(begun) in lexicon.that else None


def _behind_comma(sentence: Sentence, cues: Cues, at: int) -> int | None:
    """Return the "dass" behind the first mark from ``at`` on, if that is a comma."""
    for index in range(at, at + _CLAUSE):
        if sentence.mark(index):
            comma = sentence.mark(index) == ","
            return (
                index + 1 if comma and sentence.word(index + 1) in sentence.lexicon.that else None
            )
        if not sentence.word(index) or index in cues:
            return None
    return None


def can_speak(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a name, a pronoun, or has a noun for who or what can speak."""
    if phrase.kind != "nominal":
        return True
    return known_noun(sentence, head(sentence, phrase)) or any(
        is_person_word(sentence.lexicon, sentence.word(at))
        for at in range(phrase.first, phrase.last)
    )


def past_adverbials(sentence: Sentence, at: int) -> int:
    """Return the index after "mardi", "am Abend", "a la prensa", "in una nota", "encore"."""
    for _ in range(_STEPS):
        after = _past_one(sentence, at)
        if after == at:
            break
        at = after
    return at


def _past_one(sentence: Sentence, at: int) -> int:
    lexicon, word = sentence.lexicon, sentence.word(at)
    if not word:
        return _past_aside(sentence, at)
    if word in lexicon.adverbs or word in lexicon.temporal:
        return at + 1
    if word.endswith(lexicon.adverb_endings or ("\0",)) and not sentence.capital(at):
        return at + 1
    if word in lexicon.determiners or word in lexicon.prepositions:
        time = _past_time(sentence, at)
        if time > at:
            return time
    doubled = word in lexicon.determiners and _another_determiner(sentence, at + 1)
    if doubled or word in lexicon.prepositions or word in lexicon.place_links:
        return past_addressee(sentence, at + 1)
    return at


def _another_determiner(sentence: Sentence, at: int) -> bool:
    """Whether what reads as an article before ``at`` is a preposition: "a este jornal"."""
    lexicon, word = sentence.lexicon, sentence.word(at)
    return word in lexicon.determiners and word not in lexicon.possessives


def _past_time(sentence: Sentence, at: int) -> int:
    """Return the index after "el martes", "letzte Woche", "am 3. Mai"; ``at`` without one."""
    for index in range(at + 1, at + _TIME):
        if sentence.word(index) in sentence.lexicon.temporal:
            return index + 1
        if not sentence.word(index) or sentence.capital(index):
            break
    return at


def _past_aside(sentence: Sentence, at: int) -> int:
    """Return the index after ", fataliste,", where somebody is named behind it."""
    if sentence.mark(at) != "," or sentence.capital(at + 1):
        return at
    for index in range(at + 2, at + _ASIDE):
        if sentence.mark(index) == ",":
            found = phrase_starting(sentence, index + 1)
            named = found is not None and can_speak(sentence, found)
            return index + 1 if named else at
    return at


def past_addressee(sentence: Sentence, at: int) -> int:
    """Return the index after the noun phrase that a preposition governs.

    Up to its noun, so that a subject right behind it is left: "in una nota il sindaco",
    "à l'AFP Paul Mercier". A person it begins with is taken whole: "a la ministra Ana Ruiz".
    """
    lexicon = sentence.lexicon
    while sentence.word(at) in lexicon.determiners:
        at += 1
    if sentence.word(at) in lexicon.outlet_names:
        return at + 1
    if is_person_word(lexicon, sentence.word(at)) or sentence.word(at) in lexicon.pronouns:
        found = phrase_starting(sentence, at)
        return at + 1 if found is None else found.last
    first = at
    while _plain_word(sentence, at) and not (at > first and known_noun(sentence, at)):
        at += 1
    if at == first or lexicon.capital_nouns:
        while sentence.capital(at):
            at += 1
            if lexicon.capital_nouns:
                break
    return at


def _plain_word(sentence: Sentence, at: int) -> bool:
    """Whether an adjective or noun written small goes on with a phrase at ``at``."""
    lexicon, word = sentence.lexicon, sentence.word(at)
    return (
        word != ""
        and not sentence.capital(at)
        and word not in lexicon.determiners
        and word not in lexicon.prepositions
        and word not in lexicon.that
        and word not in lexicon.stops
    )
