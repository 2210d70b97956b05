"""Who is meant by a noun phrase: "the minister", "the carmaker", "a colleague", "its curator"."""

from collections.abc import Callable

from reader.model import SourceType
from reader.quotes.identity import NameType
from reader.quotes.lexicon import Lexicon
from reader.quotes.memory import LED, Memory, Wanted
from reader.quotes.mentions import phrase_after
from reader.quotes.names import Phrase, is_person_word
from reader.quotes.nouns import head
from reader.quotes.registry import Entity
from reader.quotes.sentence import Sentence

_PEOPLE: frozenset[NameType] = frozenset({"person"})
_OUTLETS: frozenset[NameType] = frozenset({"outlet"})
_ORGANIZATIONS: frozenset[NameType] = frozenset({"organization"})
_OFFICES = _ORGANIZATIONS | _OUTLETS
_DOCUMENTS: frozenset[NameType] = frozenset({"document"})
_GROUPS: frozenset[NameType] = frozenset({"group"})
_UNTYPED: frozenset[NameType] = frozenset({""})
_LONG = 3  # words of "the former minister", which may be somebody named before

Named = Callable[[Sentence, Phrase], list[Entity]]
"""Gives the entities whose names stand in a phrase."""


class Descriptions:
    """Keeps who is described rather than named, and finds whom a description stands for."""

    def __init__(self, memory: Memory, named: Named) -> None:
        self._memory = memory
        self._named = named
        self._known: dict[tuple[str, ...], Entity] = {}

    def introduce(self, sentence: Sentence) -> None:
        """Take note of who a sentence begins with: "An engineer remembers", "The curator nods"."""
        lexicon = sentence.lexicon
        if sentence.word(0) not in lexicon.determiners:
            return
        found = phrase_after(sentence, 0)
        if found is None or found.kind != "nominal":
            return
        noun = sentence.word(head(sentence, found))
        if not is_person_word(lexicon, noun) or noun in lexicon.spokespersons:
            return
        if sentence.word(0) in lexicon.articles:
            entity: Entity | None = self._described(sentence, found, noun)
        else:
            entity = self._memory.nearest(sentence, Wanted(_PEOPLE, word=noun))
        if entity is not None:
            self._memory.see(sentence.index, sentence.tokens[0].start, entity, LED)

    def entity(self, sentence: Sentence, mention: Phrase) -> Entity:
        """Return whom a nominal stands for: somebody known, or else whom it brings in."""
        lexicon = sentence.lexicon
        head_at = head(sentence, mention)
        noun = _bare(sentence.word(head_at))
        opening = sentence.word(mention.first)
        if noun in lexicon.spokespersons:
            found = self._spoken_for(sentence, mention, noun)
            if found is not None:
                return found
        brings_in = lexicon.indefinite | lexicon.several
        if opening in lexicon.determiners - brings_in and head_at == mention.last - 1:
            # With more said of it ("the head of the school") it is somebody of its own.
            new = opening in lexicon.possessives or mention.last - mention.first > _LONG
            found = self._definite(sentence, noun, called=new)
            if found is not None:
                return found
        return self._described(sentence, mention, noun)

    def person(self, sentence: Sentence, gender: str) -> Entity | None:
        """Return the person that "he" or "she" stands for."""
        nearest = self._memory.nearest
        found = nearest(sentence, Wanted(_PEOPLE, gender)) or nearest(
            sentence, Wanted(_UNTYPED, gender)
        )
        if found is None:
            return None
        if found.speaks_for is not None:
            return found.speaks_for
        found.told(gender)
        return found

    def organization(self, sentence: Sentence, noun: str = "") -> Entity | None:
        """Return the organisation that "it" or "the company" stands for.

        A name that tells no type is one if it has spoken, before any that has not; with
        ``noun``, so is a name that only looks like a person's.
        """
        nearest = self._memory.nearest
        found = nearest(sentence, Wanted(_OFFICES | _UNTYPED, heard=True))
        found = found or nearest(sentence, Wanted(_ORGANIZATIONS | _UNTYPED))
        if found is None and noun:
            unsure = nearest(sentence, Wanted(_PEOPLE, unsure=True))
            found = None if unsure is None else unsure.becomes("organization")
        return found

    def _definite(self, sentence: Sentence, noun: str, *, called: bool) -> Entity | None:
        """Return the entity that "the minister", "the automaker" stands for.

        ``called``: it is "her minister", who must have been called a minister before.
        """
        lexicon, nearest = sentence.lexicon, self._memory.nearest
        if noun in lexicon.outlets:
            found = nearest(sentence, Wanted(_OUTLETS))
            if found is not None:
                return found
        if noun in lexicon.companies or noun in lexicon.organizations:
            known = nearest(sentence, Wanted(_OFFICES, word=noun))
            if known is not None or noun not in lexicon.companies:
                return known
            return self.organization(sentence, noun)
        if noun in lexicon.documents:
            return nearest(sentence, Wanted(_DOCUMENTS, word=noun))
        if noun in lexicon.groups:
            return nearest(sentence, Wanted(_GROUPS, word=noun))
        somebody = is_person_word(lexicon, noun) or noun.endswith(lexicon.doer_endings or ("\0",))
        return self._person(sentence, noun, called=called) if somebody else None

    def _person(self, sentence: Sentence, noun: str, *, called: bool) -> Entity | None:
        """Return the person called by a noun, or else the nearest one it can stand for."""
        lexicon, nearest = sentence.lexicon, self._memory.nearest
        known = nearest(sentence, Wanted(_PEOPLE, word=noun))
        if known is not None or called or not is_person_word(lexicon, noun):
            return None if known is None else known.speaks_for or known
        gender = "he" if noun in lexicon.he_words else "she" if noun in lexicon.she_words else ""
        found = nearest(sentence, Wanted(_PEOPLE, gender, named=True))
        # Beside a name in one sentence, "the mayor" is somebody else.
        return None if self._memory.beside(sentence, found) else found

    def _spoken_for(self, sentence: Sentence, mention: Phrase, noun: str) -> Entity | None:
        """Return the organisation that a spokesperson without a name speaks for."""
        lexicon = sentence.lexicon
        for entity in self._named(sentence, mention):
            if entity.type != "person" or not entity.certain:
                if entity.type in ("person", ""):
                    entity.becomes("organization")
                return self._speaking(sentence, mention, entity, noun)
        at = next(
            (i for i in range(mention.first, mention.last) if sentence.word(i) in lexicon.links), 0
        )
        found = None
        if at:
            whose = phrase_after(sentence, at + 1)
            if whose is not None and whose.kind == "nominal":
                found = self.entity(sentence, whose)
        elif sentence.word(mention.first) in lexicon.articles | lexicon.possessives_it:
            found = self.organization(sentence, noun)
        suits = found is not None and found.source_type in ("organization", "outlet")
        return self._speaking(sentence, mention, found, noun) if found and suits else None

    def _speaking(self, sentence: Sentence, mention: Phrase, entity: Entity, noun: str) -> Entity:
        """Return the organisation, with its spokesperson kept in mind for "he" and "she"."""
        gender = "he" if noun in sentence.lexicon.he_words else ""
        gender = "she" if noun in sentence.lexicon.she_words else gender
        proxy = Entity((), entity.name, "person", certain=True, gender=gender)
        proxy.described, proxy.speaks_for = "unnamed", entity
        proxy.called.add(noun)
        self._memory.see(sentence.index, sentence.tokens[mention.first].start, proxy, LED)
        return entity

    def _described(self, sentence: Sentence, mention: Phrase, noun: str) -> Entity:
        """Return the entity that the article names by this phrase alone."""
        lexicon = sentence.lexicon
        opening = sentence.word(mention.first)
        start, end = sentence.span(mention.first, mention.last)
        name = sentence.text[start:end]
        type_ = _described_type(lexicon, noun, opening)
        inside = {sentence.word(at) for at in range(mention.first, mention.last + 2)}
        if noun in lexicon.nameless and inside & lexicon.insiders:
            type_ = "unnamed"
        words = tuple(word for word in name.lower().split() if word not in lexicon.determiners)
        if type_ == "unnamed" and opening in lexicon.indefinite:
            # Two people without a name need not be the same.
            words = (*words, str(start))
        known = self._known.get(words)
        if known is None:
            gender = "he" if noun in lexicon.he_words else ""
            gender = "she" if noun in lexicon.she_words else gender
            kind = _entity_type(lexicon, type_, noun)
            known = Entity((), name, kind, certain=True, gender=gender, described=type_)
            known.called.add(noun)
            self._known[words] = known
        return known


def _bare(word: str) -> str:
    """Return the word without its possessive ending, and what elision put before it."""
    if word.endswith("'s"):
        return word[:-2]
    elided, apostrophe, rest = word.partition("'")
    return rest if apostrophe and len(elided) <= 2 else word


def _described_type(lexicon: Lexicon, noun: str, opening: str) -> SourceType:
    """Return the type of a source that only a noun phrase names."""
    one_of = opening in lexicon.indefinite and opening not in lexicon.articles
    alone = noun not in lexicon.groups or opening in lexicon.several
    types: tuple[tuple[bool, SourceType], ...] = (
        (one_of or (noun in lexicon.nameless and alone), "unnamed"),
        (noun in lexicon.documents, "document"),
        (noun in lexicon.outlets, "outlet"),
        (noun in lexicon.groups, "group"),
        (is_person_word(lexicon, noun), "unnamed"),
        (noun in lexicon.organizations or noun in lexicon.companies, "organization"),
        (noun.endswith(lexicon.plural_endings), "group"),
    )
    return next((type_ for holds, type_ in types if holds), "unnamed")


def _entity_type(lexicon: Lexicon, type_: SourceType, noun: str) -> NameType:
    """Return what a described source can be referred back to as."""
    if type_ != "unnamed":
        return type_
    return "group" if noun in lexicon.groups or noun.endswith(("s", "people")) else "person"
