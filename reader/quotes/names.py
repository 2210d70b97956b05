"""Finds names: runs of capitalised words, with the particles and initials inside them."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress
from typing import Literal, NamedTuple

from reader.quotes.lexicon import Lexicon
from reader.quotes.sentence import Sentence

PhraseKind = Literal["name", "pronoun", "relative", "nominal", "label"]
"""``label``: "Q" and its like, which name nobody."""
LONGEST = 16
"""Tokens of the longest noun phrase that is looked at."""


class Phrase(NamedTuple):
    """A noun phrase by the indexes of its tokens in the sentence, ``last`` exclusive."""

    first: int
    last: int
    kind: PhraseKind
    name: int | None = None
    """Where its name begins, after a role that is part of it: "the judge, Ann Poe"."""
    ends: int | None = None
    """Where its name ends, before what is told of it after: "Ann Poe, a judge"."""
    parts: tuple["Phrase", ...] = ()
    """The phrases it joins, where it names several: "Ann Poe and her lawyer"."""


def name_at(sentence: Sentence, at: int) -> Phrase | None:
    """Return the name that begins at a token, if one does."""
    if at >= len(sentence.words) or not _name_word(sentence, at):
        return None
    return Phrase(at, _name_end(sentence, at), "name")


def name_around(sentence: Sentence, at: int) -> Phrase | None:
    """Return the name that a capitalised word is part of, if it is of one."""
    begin = at
    while sentence.capital(begin) and sentence.capital(begin - 1):
        begin -= 1
    while begin <= at:
        found = name_at(sentence, begin)
        if found is not None and found.last > at:
            return found
        begin = begin + 1 if found is None else found.last
    return None


def names(sentence: Sentence) -> Iterator[Phrase]:
    """Yield the names of a sentence: runs of capitalised words, with particles inside."""
    last = 0
    capitals = sentence.tokens.capitals
    for at in compress(range(len(capitals)), capitals):
        if at >= last and _name_word(sentence, at):
            last = _name_end(sentence, at)
            yield Phrase(at, last, "name")


def _name_word(sentence: Sentence, at: int) -> bool:
    """Whether the token can begin or go on with a name."""
    if not sentence.tokens.capitals[at]:
        return False
    word, lexicon = sentence.words[at], sentence.lexicon
    if "'" in word:
        word = word.partition("'")[0] or word  # "It's", but not "Poe's"
    if word not in lexicon.seldom_names:
        return at > 0 or not word.endswith("ly")
    return _seldom_name(sentence, at, word)


def _seldom_name(sentence: Sentence, at: int, word: str) -> bool:
    """Whether a capitalised word is part of a name that most often is none: "Will", "The"."""
    lexicon = sentence.lexicon
    if at > 0 and sentence.words[at] in lexicon.given:
        return given_name(sentence, at)
    if word in lexicon.no_names or (at == 0 and word in lexicon.opens_according):
        return False
    if at > 0 and word in lexicon.surname_particles:
        # "Yann Le Bihan", "Van der Veen"
        return _name_follows(sentence, at + 1)
    function = word in lexicon.function_words and not capital_inside(sentence, at)
    if word not in lexicon.determiners and not function:
        return at > 0 or not word.endswith("ly")
    # "The Wall Street Journal": an article belongs to the name of a medium.
    return word == "the" and outlet_follows(sentence, at + 1)


def capital_inside(sentence: Sentence, at: int) -> bool:
    """Whether a capital can only be that of a name, be the word a function word: "Nella"."""
    lexicon = sentence.lexicon
    inside = sentence.word(at - 1) != "" and not sentence.capital(at - 1)
    named = lexicon.inversion and not lexicon.capital_nouns
    return named and inside and sentence.capital(at)


def _name_follows(sentence: Sentence, at: int) -> bool:
    """Whether a capitalised word stands at ``at``, past particles."""
    while sentence.word(at) in sentence.lexicon.particles and not sentence.capital(at):
        at += 1
    return sentence.capital(at)


def people(sentence: Sentence, at: int) -> bool:
    """Whether a word that opens a sentence is a noun for many: "Feminists", "Iranians"."""
    lexicon, word = sentence.lexicon, sentence.word(at)
    if at > 0:
        return False
    known = word.endswith(lexicon.people_endings or ("\0",)) or word[:-1] in lexicon.demonyms
    return known or (word.endswith("s") and is_title(lexicon, word[:-1]))


def surname(sentence: Sentence, at: int) -> bool:
    """Whether a capitalised noun for a person is a name: "Baker", but not "the Baker"."""
    lexicon = sentence.lexicon
    word, before = sentence.word(at), sentence.word(at - 1)
    title = word in lexicon.titles and word not in lexicon.surnames
    return not (title or lexicon.capital_nouns or before in lexicon.determiners)


def given_name(sentence: Sentence, at: int) -> bool:
    """Whether "Will" or "May" is part of a name: beside a name word, and no date."""
    lexicon = sentence.lexicon
    if sentence.word(at) not in lexicon.temporal:
        return sentence.capital(at + 1) or sentence.capital(at - 1)
    before = sentence.word(at - 1)
    if before in lexicon.prepositions or sentence.word(at + 1)[:1].isdigit():
        return False
    follows = sentence.capital(at - 1) and before not in lexicon.temporal and at > 1
    return follows or (sentence.capital(at + 1) and is_title(lexicon, before))


def outlet_follows(sentence: Sentence, at: int) -> bool:
    """Whether the name of a medium goes on at ``at``, after "The"."""
    lexicon = sentence.lexicon
    for index in range(at, min(at + 4, len(sentence.words))):
        if not sentence.capital(index):
            return False
        if sentence.word(index) in lexicon.outlet_words:
            return True
    return False


def _name_end(sentence: Sentence, at: int) -> int:
    """Return the index after the name that begins at ``at``."""
    particles, words, capitals = (
        sentence.lexicon.particles,
        sentence.words,
        sentence.tokens.capitals,
    )
    last = at + 1
    stop = min(len(words), at + LONGEST)
    while last < stop and not words[last - 1].endswith("'s"):
        if capitals[last]:
            goes_on = _name_word(sentence, last)
        else:
            goes_on = not words[last] and abbreviated(sentence, last)
        if goes_on:
            last += 1
        elif words[last] in particles and _particle(sentence, at, last):
            last += 1
            while sentence.word(last) in particles and not capitals[last]:
                last += 1
        else:
            break
    return last


def abbreviated(sentence: Sentence, at: int) -> bool:
    """Whether the mark at ``at`` is the stop of an initial or title, or ties names ("&")."""
    mark = sentence.mark(at)
    if mark == "&":
        return sentence.capital(at + 1)
    if mark in {"'", "’"}:
        # "the Metal Workers' Union"
        known = sentence.lexicon.organizations
        return sentence.word(at - 1).endswith("s") and sentence.word(at + 1) in known
    if mark != "." or not sentence.capital(at + 1):
        return False
    word = sentence.word(at - 1)
    if word in sentence.lexicon.shortened:
        return True
    return len(word) == 1 or word in sentence.lexicon.titles or "." in word


def _particle(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a lower-case word goes on with the name: "of" in "Bank of England"."""
    lexicon = sentence.lexicon
    word = sentence.word(at)
    if word not in lexicon.particles:
        return False
    after = at + 1
    while sentence.word(after) in lexicon.particles and not sentence.capital(after):
        after += 1
    if not sentence.capital(after) or not _name_word(sentence, after):
        return False
    if word in lexicon.surname_particles and not is_person_word(lexicon, sentence.word(at - 1)):
        return True
    if word in lexicon.links or word in lexicon.conjunctions:
        inside = range(first, at)
        known = any(sentence.word(index) in lexicon.organizations for index in inside)
        tied = any(sentence.word(index) in lexicon.links for index in inside)
        joined = word in lexicon.conjunctions and _one_body(sentence, first, at)
        return joined or (known and (word not in lexicon.conjunctions or tied))
    return True


def _one_body(sentence: Sentence, first: int, at: int) -> bool:
    """Whether "and" at ``at`` is inside one name: "the Food and Drug Administration"."""
    lexicon = sentence.lexicon
    if sentence.word(first - 1) != "the" and sentence.word(first) != "the":
        return False
    token = sentence.tokens[first]
    short = sentence.text[token.start : token.end].isupper()
    last = at + 1
    while sentence.capital(last + 1) or abbreviated(sentence, last + 1):
        last += 1
    known = sentence.word(first) in lexicon.outlet_names | lexicon.places
    return not (short or known) and last > at + 1 and sentence.word(last) in lexicon.organizations


def function_word(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is one of those that names and nouns are not."""
    return word in lexicon.function_words


def is_organization_word(lexicon: Lexicon, word: str) -> bool:
    """Whether a lower-case word is a noun for an organisation."""
    return word in lexicon.organizations or word.endswith(lexicon.organization_endings or ("\0",))


@lru_cache(maxsize=4096)
def is_person_word(lexicon: Lexicon, word: str) -> bool:
    """Whether a lower-case word is a noun or title for one person."""
    return is_title(lexicon, word) or word.endswith(lexicon.person_endings)


def is_title(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a listed noun or title for one person, "vice-president" too."""
    if word in lexicon.person_words:
        return True
    return "-" in word and word.rpartition("-")[2] in lexicon.person_words
