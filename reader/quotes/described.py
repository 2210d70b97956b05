"""What a noun tells of a source that only it names: type, number, gender by the word."""

from reader.model import SourceType
from reader.quotes.lexicon import Lexicon
from reader.quotes.names import is_organization_word, is_person_word


def bare(word: str) -> str:
    """Return the word without its possessive ending, and what elision put before it."""
    if word.endswith("'s"):
        return word[:-2]
    elided, apostrophe, rest = word.partition("'")
    return rest if apostrophe and len(elided) <= 2 else word


def gender_of(lexicon: Lexicon, noun: str) -> str:
    """Return "he" or "she" where the noun itself says so, else ""."""
    if noun in lexicon.he_words:
        return "he"
    return "she" if noun in lexicon.she_words else ""


def plural(lexicon: Lexicon, noun: str) -> bool:
    """Whether a noun is one for many people."""
    if noun in lexicon.groups or noun in lexicon.several or noun.endswith("people"):
        return True
    return noun.endswith(("s", "men")) and not noun.endswith("ss")


def described_type(lexicon: Lexicon, noun: str, opening: str, inside: set[str]) -> SourceType:
    """Return the type of a source that only a noun phrase names.

    ``opening`` is its first word and ``inside`` all of them. Single people, a counted few and
    insiders are unnamed; people without number are a group.
    """
    many = plural(lexicon, noun)
    person = is_person_word(lexicon, noun) or (many and is_person_word(lexicon, noun[:-1]))
    one_of = opening in lexicon.indefinite and opening not in lexicon.articles
    counted = opening in (lexicon.counts or lexicon.several) or one_of
    nameless = noun in lexicon.nameless or not lexicon.nameless.isdisjoint(inside)
    medium = not inside.isdisjoint(lexicon.outlet_words | lexicon.broadcasters)
    insider = nameless and not lexicon.insiders.isdisjoint(inside)
    types: tuple[tuple[bool, SourceType], ...] = (
        (insider or noun in lexicon.secret, "unnamed"),
        (noun in lexicon.documents, "document"),
        (noun in lexicon.outlets and (medium or noun not in lexicon.organizations), "outlet"),
        ((many or person) and counted, "unnamed"),
        (noun in lexicon.nameless and noun not in lexicon.groups, "unnamed"),
        (is_organization_word(lexicon, noun) and noun not in lexicon.groups, "organization"),
        (noun in lexicon.groups or noun in lexicon.several | lexicon.amounts, "group"),
        (person and not many, "unnamed"),
        (noun in lexicon.companies, "organization"),
        (one_of, "unnamed"),
        (many, "group"),
    )
    return next((type_ for holds, type_ in types if holds), "unnamed")
