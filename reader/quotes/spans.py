"""Reads any run of tokens as a mention, whoever says that it is one.

The rules cut their own phrases (``mentions``); this is for spans that come from elsewhere and
hold what they like: "Ann Poe, the mayor of Tarn,", "the firm's spokesman Bo Lind", "who".
"""

from collections.abc import Iterator
from itertools import pairwise

from reader.quotes.names import Phrase, PhraseKind, is_title, name_at, people, surname
from reader.quotes.nouns import head, known_noun
from reader.quotes.sentence import Sentence

_PARTING = frozenset({",", ";", ":", "(", ")", "[", "]", "—", "–"})
_ASIDE = frozenset({";", ":", "(", "[", "—", "–", "-"})
_SEVERAL = 2
_OWN = ("'s", "'")


def phrase_of(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """Return the phrase that the tokens from ``first`` up to, not including, ``last`` make.

    Marks and prepositions around it are left off. Where it holds a name and what is told of
    it, before or after, it is a name, and ``Phrase.name`` and ``Phrase.ends`` tell where that
    stands; "Roe's lawyer", "critics of Roe" and the like are nominals. "Poe, Roe and the
    mayor" has each of them in ``Phrase.parts``. None where no word is left.
    """
    first, last = _trimmed(sentence, max(first, 0), min(last, len(sentence.words)))
    if first >= last:
        return None
    edges = [first, *_joints(sentence, first, last), last]
    parts = tuple(
        part
        for at, stop in pairwise(edges)
        if (part := _single(sentence, *_trimmed(sentence, at, stop))) is not None
    )
    if len(parts) < _SEVERAL:
        return _single(sentence, first, last)
    named = next((part for part in parts if part.kind == "name"), None)
    if named is None:
        return Phrase(first, last, "nominal", parts=parts)
    return Phrase(first, last, "name", named.name, named.ends, parts)


def without_telling(sentence: Sentence, phrase: Phrase) -> int:
    """Return where a nominal ends without clauses, asides and times: "The mayor on Monday"."""
    lexicon, last = sentence.lexicon, phrase.last
    first = head(sentence, phrase) + 1
    if sentence.word(first - 1) in lexicon.several:
        return last  # "many who were there"
    if first == last and sentence.word(last - 1) in lexicon.temporal:
        # "The mayor Monday"
        noun = known_noun(sentence, last - 2) and not sentence.capital(last - 2)
        return last - noun
    return next((at for at in range(first, last) if _tells_apart(sentence, at)), last)


def _tells_apart(sentence: Sentence, at: int) -> bool:
    """Whether what begins at ``at`` tells of a noun phrase, and is no part of it."""
    lexicon = sentence.lexicon
    word, after = sentence.word(at), sentence.word(at + 1)
    if not word:
        aside = _clause(sentence, at + 1) or after in lexicon.examples | lexicon.determiners
        return sentence.mark(at) in _ASIDE or (sentence.mark(at) == "," and aside)
    if lexicon.pronouns.get(word) == "who":
        return True
    if word in lexicon.relatives and word not in lexicon.determiners:
        return True
    at += word in lexicon.prepositions
    return sentence.word(at) in lexicon.temporal and not sentence.capital(at + 1)


def _single(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """Return the phrase of a span that names one person, group or thing."""
    if first >= last:
        return None
    kind = _pronoun(sentence, first, last)
    if kind is not None:
        return Phrase(first, last, kind)
    at = first
    if _document(sentence, first, last):
        return Phrase(first, last, "nominal")
    while at < last:
        stop = _piece(sentence, at, last)
        # "retired" is no clause where it opens the phrase.
        clause = at > first and _clause(sentence, at)
        named = None if clause else _name_of(sentence, at, stop)
        if named is not None:
            return Phrase(first, last, "name", *named)
        at = stop if sentence.word(stop) else stop + 1
    return Phrase(first, last, "nominal")


def _document(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a span begins with a document, whose writer it may name: "a study by Ann Poe"."""
    at = head(sentence, Phrase(first, last, "nominal"))
    named = sentence.capital(at) and at > first
    return not named and sentence.word(at) in sentence.lexicon.documents


def _clause(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at ``at``, whose names are others': "who met Ann Poe"."""
    lexicon = sentence.lexicon
    word = sentence.word(at)
    if lexicon.pronouns.get(word) == "who" or word in lexicon.relatives | lexicon.prepositions:
        return True
    return word.endswith(("ing", "ed")) and not sentence.capital(at)


def _joints(sentence: Sentence, first: int, last: int) -> Iterator[int]:
    """Yield where in a span another one begins that is joined on: "and her lawyer", ", Roe and"."""
    lexicon = sentence.lexicon
    ends = [at for at in range(first, last) if sentence.mark(at) in _PARTING]
    inside = _inside_names(sentence, first, last)
    examples = [at for at in range(first, last) if sentence.word(at) in lexicon.examples]
    last = min([last, *examples])
    for at in range(first + 1, last - 1):
        if at in inside:
            continue
        word = sentence.word(at)
        listed = word in lexicon.conjunctions or (
            sentence.mark(at) == "," and _lists(sentence, at, last)
        )
        if not listed or not _begins(sentence, at + 1, last):
            continue
        start = max((end + 1 for end in ends if end < at), default=first)
        if start == at or _whole(sentence, start, at, apart=start > first):
            yield at


def _inside_names(sentence: Sentence, first: int, last: int) -> set[int]:
    """Return the tokens that are inside a name: "and" of "the Food and Farm Agency"."""
    found: set[int] = set()
    at = first
    while at < last:
        name = name_at(sentence, at)
        if name is not None:
            found.update(range(at, name.last))
        at = at + 1 if name is None else name.last
    return found


def _lists(sentence: Sentence, comma: int, last: int) -> bool:
    """Whether names alone stand between a comma and an "and": ", Bo Lind and"."""
    at = comma
    while sentence.mark(at) == ",":
        found = name_at(sentence, at + 1)
        if found is None or found.last >= last:
            return False
        at = found.last
        if sentence.mark(at) == "," and sentence.word(at + 1) in sentence.lexicon.conjunctions:
            return True
    return sentence.word(at) in sentence.lexicon.conjunctions


def _begins(sentence: Sentence, at: int, last: int) -> bool:
    """Whether somebody else is named or told of at ``at``: "Ann Poe", "the mayor", "he"."""
    lexicon = sentence.lexicon
    word = sentence.word(at)
    if word in lexicon.determiners or word in lexicon.pronouns or word in lexicon.groups:
        return True
    return _name_of(sentence, at, _piece(sentence, at, last)) is not None


def _whole(sentence: Sentence, first: int, stop: int, *, apart: bool) -> bool:
    """Whether what stands before "and" is somebody, and no part of "director of food and".

    ``apart``: a mark stands before it, so that it may only tell of who was named there.
    """
    lexicon = sentence.lexicon
    if _clause(sentence, first):
        return False
    named = _name_of(sentence, first, stop)
    if named is not None:
        return named[1] == stop
    return not apart and not any(sentence.word(at) in lexicon.links for at in range(first, stop))


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the span without the marks and function words around it."""
    lexicon = sentence.lexicon
    while last > first and not sentence.word(last - 1):
        last -= 1
    while first < last:
        word = sentence.word(first)
        leading = word in lexicon.prepositions or word in lexicon.conjunctions | lexicon.but
        if word and not (leading and first + 1 < last):
            break
        first += 1
    return first, last


def _pronoun(sentence: Sentence, first: int, last: int) -> PhraseKind | None:
    """Return the kind of a span that is a pronoun, with whatever follows it; else None."""
    lexicon = sentence.lexicon
    word = sentence.word(first)
    alone = first + 1 == last or sentence.mark(first + 1) in _PARTING
    stands_for = lexicon.pronouns.get(word) or (lexicon.oblique.get(word) if alone else None)
    if stands_for is None:
        return None
    return "relative" if stands_for == "who" else "pronoun"


def _piece(sentence: Sentence, at: int, last: int) -> int:
    """Return the index after the part of a span that no mark and no relative clause parts."""
    lexicon = sentence.lexicon
    for index in range(at, last):
        if sentence.mark(index) in _PARTING or sentence.quoted(index):
            return index
        word = sentence.word(index)
        if index > at and (lexicon.pronouns.get(word) == "who" or word in lexicon.relatives):
            return index
    return last


def _name_of(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return where the name stands that is the head of a noun phrase; None if none is."""
    lexicon = sentence.lexicon
    at = first
    while at < last:
        word = sentence.word(at)
        if word in lexicon.links and at > first:
            return None
        found = name_at(sentence, at)
        if found is None:
            at += 1
            continue
        end = min(found.last, last)
        if _heads(sentence, at, end, last) and not _common(sentence, at, end):
            return at, end
        at = end
    return None


def _heads(sentence: Sentence, first: int, end: int, last: int) -> bool:
    """Whether the name that ends at ``end`` is what the phrase up to ``last`` is about."""
    lexicon = sentence.lexicon
    if end >= last:
        return True
    if sentence.word(end - 1).endswith(_OWN):
        return False
    after = sentence.word(end)
    if not after:
        # "Poe" of "the Poes' lawyer", told from "Poe (North)" by the mark.
        return sentence.mark(end) not in {"'", "’", "/"}
    if after in lexicon.links or after in lexicon.conjunctions or after in lexicon.prepositions:
        return True
    # "Tarn Bugle newspaper", not "Norwegian newspaper".
    known = sentence.word(first) in lexicon.places | lexicon.demonyms
    media = all(
        sentence.word(at) in lexicon.outlets or sentence.word(at) == "news"
        for at in range(end, last)
    )
    return media and not known


def _common(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a capitalised word alone is a noun: "Authorities", "Minister"."""
    lexicon = sentence.lexicon
    word = sentence.word(first)
    if end - first > 1 or not word:
        return False
    token = sentence.tokens[first]
    text = sentence.text[token.start : token.end]
    if text.endswith("s") and text[:-1].isupper() and len(text) > len("Us"):
        return True  # "PACs"
    if word in lexicon.groups or word in lexicon.demonyms or word in lexicon.nameless:
        return True
    if word in lexicon.documents or people(sentence, first):
        return True
    return is_title(lexicon, word) and not surname(sentence, first)
