"""What a name tells by itself and by what stands beside it: whose it is, title and role."""

from typing import NamedTuple

from reader.model import Span
from reader.quotes.lexicon import Lexicon
from reader.quotes.mentions import apposition, role_before
from reader.quotes.name_types import (
    NameType,
    type_beside,
    type_by_words,
    type_of_label,
    type_placed,
)
from reader.quotes.names import Phrase, is_person_word, is_title, names, people, surname
from reader.quotes.nouns import breaks
from reader.quotes.sentence import Sentence, after_dateline

_ROLE_AND_NAME = 3  # words of "Landwirt Karl Voss"
_ROLE_WORDS = 5  # words of a role before its noun
_UNTITLED: frozenset[str] = frozenset()
_TELLING = frozenset({",", "(", ":"})  # marks after a name that may tell of it


class Name(NamedTuple):
    """A name as it stands in a sentence, without titles and possessive ending."""

    words: tuple[str, ...]
    """Lower case, without "the"."""
    text: str
    start: int
    end: int
    type: NameType
    """Empty where nothing tells."""
    certain: bool
    """Whether a word tells the type, rather than the shape of the name."""
    role: str | None
    """In the article's own words."""
    gender: str
    """"he" or "she" where a title or role says so, else empty."""
    acronym: str = ""
    """The short form in brackets after it, or empty."""
    titles: frozenset[str] = frozenset()
    """The titles before it, lower case, written out: "senator" of "Sen."."""
    loose: bool = False
    """Whether it only opens a sentence before a noun: "Outside experts"."""
    initial: bool = False
    """Whether its only word is capitalised for another reason too: it begins the sentence."""


def names_in(sentence: Sentence) -> list[Name]:
    """Return the names of a sentence in order; those of a dateline are places."""
    found = []
    dateline = after_dateline(sentence) if sentence.first else 0
    for phrase in names(sentence):
        name = read_name(sentence, phrase)
        if name is not None:
            if phrase.first < dateline:
                name = name._replace(type="place", certain=True)
            found.append(name)
    return found


def read_name(sentence: Sentence, phrase: Phrase) -> Name | None:
    """Return what the name of a phrase tells; None where only a title is left of it."""
    lexicon = sentence.lexicon
    first, last = _core(sentence, phrase), phrase.last
    if first >= last:
        return None
    words, owned = _bare([*sentence.words[first:last]])
    if not words or (len(words) == 1 and _common(sentence, first)):
        return None
    start, end = sentence.span(first, last)
    if first > phrase.first or _beside(sentence, first, last):
        return _told(sentence, phrase, first, words, (start, end - owned))
    text = sentence.text[start : end - owned]
    type_, certain = type_placed(
        sentence, sentence.word(first - 1), type_by_words(lexicon, text, words)
    )
    initial = _initial(sentence, phrase, certain=certain)
    loose = initial and _modifies(sentence, first)
    return Name(
        words, text, start, end - owned, type_, certain, None, "", "", _UNTITLED, loose, initial
    )


def _beside(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word or mark beside a name may tell more of it."""
    lexicon, words = sentence.lexicon, sentence.words
    if lexicon.inversion and words[first] in lexicon.before_names:
        return True
    if first and _tells_of_next(sentence, first - 1):
        return True
    if last == len(words):
        return False
    after, mark = words[last], sentence.marks[last]
    if after:
        return after in lexicon.after_names or after.isdigit()
    return mark in _TELLING or (mark == "." and "." in words[last - 1])


def _tells_of_next(sentence: Sentence, at: int) -> bool:
    """Whether what stands at ``at`` may tell more of the name after it."""
    lexicon, word = sentence.lexicon, sentence.words[at]
    if not word:
        return sentence.marks[at] == ","
    if word == "the":
        return sentence.words[at + 1] in lexicon.outlet_words
    return word in lexicon.before_names or is_person_word(lexicon, word)


def _told(
    sentence: Sentence, phrase: Phrase, first: int, words: tuple[str, ...], span: Span
) -> Name:
    """Return a name with what stands beside it: titles, a role, a short form.

    ``first`` is the token at which the bare name begins, ``span`` where it stands in the text.
    """
    lexicon, last = sentence.lexicon, phrase.last
    start, end = span
    told = role_before(sentence, phrase)
    titles, role = _role(sentence, phrase, first, told)
    if len(words) == 1 and titles and titles[-1] in lexicon.crowned:
        start = sentence.tokens.starts[first - 1]
    end += "." in words[-1] and sentence.mark(last) == "."  # "the U.S."
    text = sentence.text[start:end]
    known = type_by_words(lexicon, text, words)
    if phrase.first == 0 and sentence.mark(last) == ":":
        known = type_of_label(lexicon, text, words)
    type_, certain = type_beside(sentence, phrase, known, role, told)
    if titles and not certain:
        type_, certain = "person", True
    initial = _initial(sentence, phrase, certain=certain)
    return Name(
        words,
        text,
        start,
        end,
        type_,
        certain,
        role,
        _gender(lexicon, [*titles, *(role or "").lower().split()]),
        _acronym(sentence, last, words[0]),
        frozenset([lexicon.short_titles.get(title, title) for title in titles]),
        initial and _modifies(sentence, first),
        initial,
    )


def _initial(sentence: Sentence, phrase: Phrase, *, certain: bool) -> bool:
    """Whether a word stands alone that is capitalised for another reason than as a name."""
    if phrase.last - phrase.first > 1:
        return False
    return phrase.first == 0 or (sentence.lexicon.capital_nouns and not certain)


def _bare(listed: list[str]) -> tuple[tuple[str, ...], int]:
    """Return the words of a name, and the code points of the possessive ending left off."""
    if "" in listed:
        listed = [word for word in listed if word]
    owned = len("'s") if listed[-1].endswith("'s") else 0
    if owned:
        listed[-1] = listed[-1][:-owned]
    if "the" in listed:
        listed = [word for word in listed if word != "the"]
    return tuple(listed), owned


def _modifies(sentence: Sentence, at: int) -> bool:
    """Whether the word that opens a sentence is no name: "Outside experts", "Rising water"."""
    lexicon = sentence.lexicon
    after = sentence.word(at + 1)
    noun = after in lexicon.groups or after in lexicon.organizations or after in lexicon.documents
    return noun or after in lexicon.nameless or sentence.word(at).endswith("ing")


def _common(sentence: Sentence, at: int) -> bool:
    """Whether a capitalised word by itself is a common noun or adjective all the same."""
    lexicon = sentence.lexicon
    word = sentence.words[at].removesuffix("'s")
    if word in lexicon.outlet_words:
        return False
    if word in lexicon.common or (at == 0 and people(sentence, at)):
        return True
    return word in lexicon.person_words and not surname(sentence, at)


def _core(sentence: Sentence, phrase: Phrase) -> int:
    """Return where the bare name begins, after the last title; its end where that is all."""
    lexicon = sentence.lexicon
    first, last = phrase.first, phrase.last
    with_role = lexicon.capital_nouns and last - first == _ROLE_AND_NAME
    if with_role and sentence.word(first - 1) in lexicon.determiners:
        # "der Landwirt Karl Voss"
        return first + 1
    # "General Motors" holds no title, "Police Chief Ann Poe" does.
    if sentence.words[first] in lexicon.portfolios:
        first = _past_portfolio(sentence, first, last)
    words = sentence.words
    for index in range(first, last - 1):
        if _titles(sentence, first, index) and lexicon.organizations.isdisjoint(words[index:last]):
            first = index + 1
            if sentence.marks[first] == ".":
                first += 1
    return first


def _past_portfolio(sentence: Sentence, first: int, last: int) -> int:
    """Return the index after what an office is for: "Chief of Staff Ann Poe"."""
    lexicon = sentence.lexicon
    if sentence.word(first) not in lexicon.portfolios:
        return first
    if lexicon.inversion:
        # "Minister van Buitenlandse Zaken Anna Berg"
        at = first
        while at < last - 1 and sentence.word(at) in lexicon.portfolios:
            at += 1
        return at
    told = sentence.word(first - 1) in lexicon.of and is_title(lexicon, sentence.word(first - 2))
    return first + told


def _titles(sentence: Sentence, first: int, at: int) -> bool:
    """Whether the word at ``at`` is a title of the name that goes on after it."""
    lexicon = sentence.lexicon
    word = sentence.words[at]
    titled = (
        is_title(lexicon, word)
        or (word.endswith(lexicon.title_endings) and sentence.capital(at))
        or (
            lexicon.inversion
            and at == first
            and (word in lexicon.companies or word in lexicon.outlets)
        )
    )
    if not titled or sentence.word(at + 1) in lexicon.suffixes:
        return False
    return at == first or word not in lexicon.surnames


def _role(
    sentence: Sentence, phrase: Phrase, first: int, told: Phrase | None
) -> tuple[list[str], str | None]:
    """Return the titles before a name, and the role told before or after it."""
    lexicon = sentence.lexicon
    at = phrase.first
    while at > 0 and sentence.words[at - 1] and is_person_word(lexicon, sentence.words[at - 1]):
        at -= 1
    before = [word for word in sentence.words[at:first] if word] if at < first else []
    after = apposition(sentence, phrase)
    if after is not None:
        return before, _text(sentence, *after)
    if told is not None:
        return before, _text(sentence, told.first, told.last)
    telling = [word for word in before if len(word) > 3 and "." not in word]
    if not any(is_title(lexicon, word) for word in telling):
        return before, None
    return before, _text(sentence, _opening(sentence, at), first)


def _opening(sentence: Sentence, at: int) -> int:
    """Return where a role begins whose noun stands at ``at``: "Tarn United" captain Ann Poe."""
    lexicon = sentence.lexicon
    least = max(0, at - _ROLE_WORDS)
    while at > least:
        word = sentence.word(at - 1)
        if word in lexicon.possessives:
            return at - 1
        if not word or word in lexicon.determiners or breaks(sentence, at - 1):
            break
        if not (sentence.capital(at - 1) or _tells_role(sentence, at - 1)):
            break
        at -= 1
    return at


def _tells_role(sentence: Sentence, at: int) -> bool:
    """Whether a word in lower case is part of a role: no verb, as in "Ann Poe met mayor Lind"."""
    lexicon = sentence.lexicon
    word, before = sentence.word(at), sentence.word(at - 1)
    if is_title(lexicon, word) or word in lexicon.organizations or word in lexicon.companies:
        return True
    if word.endswith(lexicon.adjective_endings or ("\0",)):
        return True
    named = sentence.capital(at - 1) and not before.endswith("'s")
    return not (sentence.capital(at + 1) or named or not before)


def _text(sentence: Sentence, first: int, last: int) -> str:
    start, end = sentence.span(first, last)
    return sentence.text[start:end]


def _gender(lexicon: Lexicon, words: list[str]) -> str:
    for word in words:
        if word in lexicon.he_words:
            return "he"
        if word in lexicon.she_words:
            return "she"
    return ""


def _acronym(sentence: Sentence, at: int, name: str) -> str:
    """Return the short form in brackets at ``at``; in "Anna Berg (SPD)" that is a party."""
    if sentence.mark(at) != "(" or sentence.mark(at + 2) != ")" or not sentence.capital(at + 1):
        return ""
    token = sentence.tokens[at + 1]
    short = sentence.text[token.start : token.end]
    party = sentence.lexicon.inversion and token.lower[:1] != name[:1]
    return token.lower if short.isupper() and 2 <= len(short) <= 8 and not party else ""
