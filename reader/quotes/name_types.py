"""What kind of thing a name is of: by its own words, and by what stands beside it."""

from functools import lru_cache
from typing import Literal

from reader.quotes.lexicon import Lexicon
from reader.quotes.mentions import is_company_word
from reader.quotes.names import Phrase
from reader.quotes.nouns import head
from reader.quotes.sentence import Sentence

NameType = Literal["person", "organization", "outlet", "place", "thing", "group", "document", ""]
Known = tuple[NameType, bool]
"""A type, and whether a word tells it rather than the shape of the name."""

_LONGEST_NAME = 4  # words of a person's
_AGE = 3  # digits of an age


@lru_cache(maxsize=4096)
def type_by_words(lexicon: Lexicon, text: str, words: tuple[str, ...]) -> Known:
    """Return the type the words of a name tell, and whether more than its shape tells it."""
    if _outlet(lexicon, words) or (words[-1] in lexicon.outlet_words and text[:4] == "The "):
        return "outlet", True
    if len(words) <= 2 and lexicon.places.issuperset(words):
        return "place", True
    if not lexicon.organizations.isdisjoint(words) or not lexicon.groups.isdisjoint(words):
        return "organization", True
    if len(words) > 1 and words[-1] in lexicon.firm_words:
        return "organization", True
    if words[-1] in lexicon.things:
        return "thing", True
    return _shape(lexicon, text, words)


def _shape(lexicon: Lexicon, text: str, words: tuple[str, ...]) -> Known:
    """Return the type that a name looks like when none of its words tells."""
    if len(words) == 1:
        return ("organization", True) if len(text) > 1 and text.isupper() else ("", False)
    last = text.rsplit(maxsplit=1)[-1]
    if last.isupper() and len(last) > 1 and "." not in last and not text.isupper():
        return ("person", False) if words[-1] in lexicon.suffixes else ("organization", True)
    odd = "&" in text or any(char.isdigit() for char in text)
    if odd or words[0] in lexicon.places or _long(lexicon, words):
        return "organization", False
    return "person", False


def _long(lexicon: Lexicon, words: tuple[str, ...]) -> bool:
    """Whether a name has more words, particles aside, than a person's."""
    return sum(word not in lexicon.surname_particles for word in words) > _LONGEST_NAME


def _outlet(lexicon: Lexicon, words: tuple[str, ...]) -> bool:
    if words[0] in lexicon.outlet_names and len(words) <= 3:
        return True
    if len(words) < 2:
        return False
    return words[-1] in lexicon.outlet_words or words[0] in lexicon.broadcasters


def type_of_label(lexicon: Lexicon, text: str, words: tuple[str, ...]) -> Known:
    """Return the type of a name that stands before a colon, as one that speaks: "POE:"."""
    known = type_by_words(lexicon, text.title(), words)
    return known if known[0] else ("person", False)


def type_beside(
    sentence: Sentence,
    phrase: Phrase,
    known: Known,
    role: str | None,
    told: Phrase | None,
) -> Known:
    """Return the type of a name by what stands beside it, and whether that is certain."""
    lexicon = sentence.lexicon
    type_, certain = known
    before = sentence.word(phrase.first - 1)
    opening = sentence.words[phrase.first] if lexicon.inversion else before
    for noun in (before, opening):
        # "the newspaper Coast Courier", "carmaker Acme", "der Sender Nordfunk"
        if noun in lexicon.outlets or noun in lexicon.companies:
            return "outlet" if noun in lexicon.outlets else "organization", True
    if type_ == "" and before == "the" and _the_paper(sentence, phrase):
        return "outlet", True
    noun = "" if told is None else sentence.word(head(sentence, told))
    if noun and is_company_word(sentence, noun):
        return "outlet" if noun in lexicon.outlets else "organization", True
    if role is not None and type_ != "outlet":
        return "person", True
    if type_ in ("", "person") and not certain:
        return _followed(sentence, phrase.last) or type_placed(sentence, before, known)
    return type_placed(sentence, before, known)


def _the_paper(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a name is one word of the names of media, as "the Courier" is after "the"."""
    alone = phrase.last - phrase.first == 1
    return alone and sentence.words[phrase.first] in sentence.lexicon.outlet_words


def type_placed(sentence: Sentence, before: str, known: Known) -> Known:
    """Return the type of a name after a word: "in" Tarn is a place, unless it is known better."""
    type_, certain = known
    if not certain and before in sentence.lexicon.place_links:
        return "place", False
    return type_, certain


def _followed(sentence: Sentence, at: int) -> Known | None:
    """Return what follows tells of a name's type: ", 45," and ", who" of a person; or None."""
    lexicon = sentence.lexicon
    at += sentence.mark(at) == ","
    word = sentence.word(at)
    if not word:
        return None
    if lexicon.pronouns.get(word) == "who":
        return "person", True
    if word.isdigit() and len(word) <= _AGE and sentence.mark(at + 1) in {",", ")", "."}:
        return "person", True
    return ("organization", True) if word in lexicon.impersonal else None
