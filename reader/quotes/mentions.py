"""Reads mentions: the noun phrases - names, pronouns, nominals - that can name a source.

A name and what is told of it are one mention where the telling comes first ("the judge, Ann
Poe"); what is told after the name stays outside ("Ann Poe, a judge").
"""

from reader.model import Span
from reader.quotes.lexicon import Lexicon
from reader.quotes.names import (
    LONGEST,
    Phrase,
    abbreviated,
    function_word,
    is_person_word,
    name_at,
)
from reader.quotes.nouns import head, phrase_ending, phrase_starting
from reader.quotes.sentence import Sentence

_DASHES = frozenset("—–-")
_CLOSING = frozenset({",", ".", ";", ":", "!", "?", ")", "—", "–", "-"})
_ENDING = frozenset({",", ";", ".", "—", "–", "("})
_CLAUSE = 12  # tokens of a relative clause without commas
_TELLING = 7  # words of an apposition among which one tells that it is a role
_INSERTED = 30  # tokens between a phrase and its verb


def mention_span(sentence: Sentence, phrase: Phrase) -> Span:
    """Return the span of a mention, in code points of the text: "Poe" of "Poe's claim"."""
    start, end = sentence.span(phrase.first, phrase.last)
    if phrase.kind == "name" and sentence.word(phrase.last - 1).endswith("'s"):
        end -= len("'s")
    return start, end


def phrase_before(sentence: Sentence, stop: int) -> Phrase | None:
    """Return the noun phrase that ends before the token ``stop``, past any apposition."""
    last = stop
    if sentence.mark(last - 1) == ")":
        last = _past_bracket(sentence, last - 1)
    mark = sentence.mark(last - 1)
    if mark == "," or mark in _DASHES:
        return _past_apposition(sentence, last - 1)
    return phrase_ending(sentence, _before_clause(sentence, last))


def phrase_after(sentence: Sentence, start: int, *, wide: bool = False) -> Phrase | None:
    """Return the noun phrase that begins at ``start``, with the name that follows a role.

    ``wide``: with its place ("officials in Kyiv"), as after "according to".
    """
    found = phrase_starting(sentence, start, wide=wide)
    if found is None or (wide and sentence.word(start) in sentence.lexicon.indefinite):
        # "According to a friend, Ann Poe, who ...": the friend is somebody else.
        return found
    return with_name(sentence, found)


def with_name(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return "the judge, Ann Poe" for "the judge", where a name and a mark follow."""
    if phrase.kind != "nominal" or sentence.mark(phrase.last) != ",":
        return phrase
    named = name_at(sentence, phrase.last + 1)
    if named is None or not _tells_of_one(sentence, phrase):
        return phrase
    if named.last < len(sentence.words) and sentence.mark(named.last) not in _CLOSING:
        return phrase
    return Phrase(phrase.first, named.last, "name", named.first)


def role_before(sentence: Sentence, name: Phrase) -> Phrase | None:
    """Return what is told of a name right before it: "the judge" of "the judge, Ann Poe"."""
    if sentence.mark(name.first - 1) != ",":
        return None
    found = phrase_ending(sentence, _before_clause(sentence, name.first - 1))
    if found is None or found.last != name.first - 1:
        return None
    return found if with_name(sentence, found).last == name.last else None


def _tells_of_one(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase tells what one person or organisation is: "its chair", "the carmaker"."""
    lexicon = sentence.lexicon
    opening, at = sentence.word(phrase.first), head(sentence, phrase)
    owned = any(sentence.word(i).endswith("'s") for i in range(phrase.first, at))
    if opening in lexicon.several or not (owned or opening in lexicon.determiners):
        return False
    noun = sentence.word(at)
    if is_person_word(lexicon, noun) or is_company_word(sentence, noun):
        return True
    thing = noun in lexicon.documents or noun in lexicon.things or noun in lexicon.temporal
    return not thing and noun.endswith(lexicon.doer_endings or ("\0",))


def is_company_word(sentence: Sentence, noun: str) -> bool:
    """Whether a noun is one for a company, an organisation or a medium."""
    lexicon = sentence.lexicon
    return noun in lexicon.company_words or (noun.endswith("s") and noun[:-1] in lexicon.companies)


def _past_bracket(sentence: Sentence, at: int) -> int:
    for index in range(at - 1, max(-1, at - 8), -1):
        if sentence.mark(index) == "(":
            return index
    return at


def _past_apposition(sentence: Sentence, stop: int) -> Phrase | None:
    """Return the phrase before ", a spokesman for the port,": ``stop`` is its last comma."""
    best: Phrase | None = None
    for at in range(stop - 1, max(0, stop - _INSERTED), -1):
        mark = sentence.mark(at)
        if not mark or not (mark == "," or mark in _DASHES) or not _apposition(sentence, at + 1):
            continue
        found = phrase_ending(sentence, _before_clause(sentence, _before_place(sentence, at)))
        if found is not None:
            found = best = with_name(sentence, found)
            if found.kind == "name" or sentence.mark(found.first - 1) != ",":
                return best
    return best


def _before_place(sentence: Sentence, at: int) -> int:
    """Return the index before "there" in "an aide there, speaking ...,"."""
    return at - 1 if sentence.word(at - 1) in sentence.lexicon.place_adverbs else at


def _before_clause(sentence: Sentence, at: int) -> int:
    """Return the index before "who asked not to be named", if that stands before ``at``."""
    lexicon = sentence.lexicon
    words, marks = sentence.words, sentence.marks
    for index in range(min(at, len(words)) - 1, max(0, at - _CLAUSE), -1):
        if marks[index]:
            break
        if lexicon.pronouns.get(words[index]) == "who":
            verb = sentence.word(index + 1)
            known = verb in lexicon.finite or verb in lexicon.auxiliaries or verb in lexicon.verbs
            past = verb.endswith(lexicon.past_endings or ("\0",))
            return index if (known or past) and index < at - 1 else at
    return at


def _apposition(sentence: Sentence, at: int) -> bool:
    """Whether what begins at ``at`` can tell more of the name before it."""
    lexicon = sentence.lexicon
    word = sentence.word(at)
    if word in lexicon.conjunctions:
        # ", and who asked not to be named,"
        at += 1
        word = sentence.word(at)
        return lexicon.pronouns.get(word) == "who" or word in lexicon.relatives
    return (
        word in lexicon.determiners
        or word in lexicon.links
        or lexicon.pronouns.get(word) == "who"
        or word in lexicon.stops
        or is_person_word(lexicon, word)
        or word[:1].isdigit()
        or sentence.capital(at)
        or word.endswith("ing")
        or any(is_person_word(lexicon, sentence.word(at + step)) for step in range(1, 4))
    )


def apposition(sentence: Sentence, phrase: Phrase) -> tuple[int, int] | None:
    """Return the tokens that tell a name's role after it: ", a spokesperson for the port,"."""
    lexicon = sentence.lexicon
    at = phrase.last
    if sentence.mark(at) != ",":
        return None
    at += 1
    if sentence.word(at)[:1].isdigit() and sentence.mark(at + 1) == ",":
        at += 2
    first, opening = at, sentence.word(at)
    telling = sentence.words[first : first + _TELLING]
    if opening in lexicon.conjunctions or not any(
        is_person_word(lexicon, word) for word in telling
    ):
        return None
    at = _told_up_to(sentence, first)
    if not any(is_person_word(lexicon, word) for word in telling[: at - first]):
        return None
    noun = sentence.word(head(sentence, Phrase(first, at, "nominal")))
    if is_company_word(sentence, noun) or opening.endswith("ing"):
        return None
    verbs = any(sentence.word(index) in lexicon.finite for index in range(first, at))
    verbs = verbs or sentence.word(first + 1).endswith(lexicon.past_endings or ("\0",))
    if opening in lexicon.determiners or is_person_word(lexicon, opening):
        return None if verbs else (first, at)
    return (
        None
        if verbs or function_word(lexicon, opening) or opening in lexicon.pronouns
        else (first, at)
    )


def _told_up_to(sentence: Sentence, first: int) -> int:
    """Return the index after what is told from ``first`` on: at a mark, a quotation, "who"."""
    lexicon, at = sentence.lexicon, first
    while at < len(sentence.words) and at - first < 2 * LONGEST:
        mark = sentence.mark(at)
        if mark in _ENDING and not abbreviated(sentence, at):
            break
        if sentence.quoted(at):
            break
        if at > first and lexicon.pronouns.get(sentence.word(at)) == "who":
            break
        at += 1
    while at > first and _joins_on(lexicon, sentence.word(at - 1)):
        at -= 1
    return at


def _joins_on(lexicon: Lexicon, word: str) -> bool:
    """Whether nothing can end with a word: "and", "of"."""
    return word in lexicon.conjunctions or word in lexicon.links
