"""Who is meant by a noun phrase: "the minister", "the carmaker", "a colleague", "its curator"."""

from collections.abc import Callable

from reader.quotes.clauses import lead
from reader.quotes.described import bare, described_type, gender_of, plural
from reader.quotes.memory import LED, NOBODY, Memory, Wanted
from reader.quotes.mentions import phrase_after
from reader.quotes.name_types import NameType
from reader.quotes.names import LONGEST, Phrase, is_person_word
from reader.quotes.nouns import head, tells_more
from reader.quotes.registry import Entity
from reader.quotes.sentence import Sentence
from reader.quotes.spans import without_telling

_PEOPLE: frozenset[NameType] = frozenset({"person"})
_OUTLETS: frozenset[NameType] = frozenset({"outlet"})
_ORGANIZATIONS: frozenset[NameType] = frozenset({"organization"})
_OFFICES = _ORGANIZATIONS | _OUTLETS
_DOCUMENTS: frozenset[NameType] = frozenset({"document"})
_GROUPS: frozenset[NameType] = frozenset({"group"})
_UNTYPED: frozenset[NameType] = frozenset({""})

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
        lexicon, opening = sentence.lexicon, sentence.words[: LONGEST + 1]
        if not opening or opening[0] not in lexicon.determiners:
            return
        if not any(is_person_word(lexicon, word) for word in opening):
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
            entity = self._memory.nearest(sentence, Wanted(_PEOPLE, words=frozenset({noun})))
        if entity is not None:
            self._memory.see(sentence.index, sentence.tokens.starts[0], entity, LED)

    def reveal(self, sentence: Sentence, role: str, entity: Entity) -> None:
        """Take note that who was described before has a name: "the guide, Runa Vey"."""
        words = role.lower().split()
        lexicon = sentence.lexicon
        known = lexicon.determiners - lexicon.indefinite - lexicon.possessives
        if entity.type != "person" or words[0] not in known:
            return
        nouns = frozenset(word for word in words if is_person_word(lexicon, word))
        if not nouns:
            return
        wanted = Wanted(_PEOPLE, entity.gender, any_of=nouns)
        found = self._memory.nearest(sentence, wanted)
        if found is not None and found is not entity and found.described == "unnamed":
            found.is_ = entity.known()

    def may_be(self, sentence: Sentence, described: Entity, named: Entity) -> bool:
        """Whether a person who is named only now can be who was described just before."""
        if named.type not in _PEOPLE | _UNTYPED or len(named.words) < len(("first", "last")):
            return False
        before = named.start > sentence.end and not self._memory.beside(sentence, named)
        if not before or {described.gender, named.gender} == {"he", "she"}:
            return False
        nouns = described.called
        lexicon = sentence.lexicon
        alike = frozenset().union(*(lexicon.alike.get(noun, NOBODY) for noun in nouns))
        told = bool((nouns | alike) & named.called)
        return told or named.role is None or bool(nouns & lexicon.anyone)

    def entity(self, sentence: Sentence, mention: Phrase) -> Entity:
        """Return whom a nominal stands for: somebody known, or else whom it brings in."""
        lexicon = sentence.lexicon
        head_at = head(sentence, mention)
        noun = bare(sentence.word(head_at))
        opening = sentence.word(mention.first)
        if noun in lexicon.spokespersons:
            found = self._spoken_for(sentence, mention, head_at)
            if found is not None:
                return found
        brings_in = lexicon.indefinite | lexicon.several
        more = tells_more(sentence, mention, head_at)
        if opening in lexicon.determiners - brings_in and not more:
            # With more said of it ("the head of the school") it is somebody of its own.
            telling = {sentence.word(at) for at in range(mention.first + 1, head_at)} - {""}
            found = self._definite(sentence, noun, frozenset(telling), opening)
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
        """Return the organisation that "it" or "the company" stands for; "it" also a document.

        A name that tells no type is one if it has spoken, before any that has not; with
        ``noun``, so is a name that only looks like a person's.
        """
        nearest = self._memory.nearest
        others = sentence.lexicon.institutions if noun else NOBODY
        said = _OFFICES | _UNTYPED if noun else _OFFICES | _UNTYPED | _DOCUMENTS
        found = nearest(sentence, Wanted(said, none_of=others, heard=True))
        found = found or nearest(sentence, Wanted(_ORGANIZATIONS | _UNTYPED, none_of=others))
        if found is not None and found.type == "":
            found.becomes("organization")
        if found is None and noun:
            unsure = nearest(sentence, Wanted(_PEOPLE, none_of=others, unsure=True))
            found = None if unsure is None else unsure.becomes("organization")
        return found

    def crowd(self, sentence: Sentence) -> Entity | None:
        """Return the group that a sentence begins with: "On Monday, hundreds of protesters"."""
        first = lead(sentence)
        found = phrase_after(sentence, first)
        if found is None or found.kind == "pronoun":
            return None
        groups = sentence.lexicon.groups
        at = max((at for at in range(first, found.last) if sentence.word(at) in groups), default=-1)
        if at < 0:
            return None
        last = found.last if sentence.word(at + 1) in sentence.lexicon.links else at + 1
        return self._described(sentence, Phrase(first, last, "nominal"), sentence.word(at))

    def anew(self, sentence: Sentence, mention: Phrase) -> Entity:
        """Return somebody who was not mentioned before: "others"."""
        return self._described(sentence, mention, sentence.word(mention.first), new=True)

    def _definite(
        self, sentence: Sentence, noun: str, telling: frozenset[str], opening: str
    ) -> Entity | None:
        """Return the entity that "the minister", "the automaker" stands for.

        ``telling`` are the words before the noun. Who is "her minister" must have been called
        a minister before.
        """
        lexicon, nearest = sentence.lexicon, self._memory.nearest
        found = self._either(sentence, noun)
        if found is not None:
            return found
        if noun in lexicon.companies or noun in lexicon.organizations:
            return self._office(sentence, noun, telling)
        for nouns, types in ((lexicon.documents, _DOCUMENTS), (lexicon.groups, _GROUPS)):
            if noun in nouns:
                return nearest(sentence, Wanted(types, words=frozenset({noun})))
        somebody = is_person_word(lexicon, noun) or noun.endswith(lexicon.doer_endings or ("\0",))
        if not somebody and noun not in lexicon.demonyms:
            return None
        return self._person(sentence, noun, telling, called=opening in lexicon.possessives)

    def _either(self, sentence: Sentence, noun: str) -> Entity | None:
        """Return the medium that "the paper" is; the company or person that "the developer" is."""
        lexicon, nearest = sentence.lexicon, self._memory.nearest
        if noun in lexicon.outlets:
            return nearest(sentence, Wanted(_OUTLETS))
        if noun in lexicon.companies and noun in lexicon.persons:
            either = Wanted(_OFFICES | _PEOPLE, none_of=lexicon.institutions, heard=True)
            return nearest(sentence, either)
        return None

    def _office(self, sentence: Sentence, noun: str, telling: frozenset[str]) -> Entity | None:
        """Return the organisation that "the ministry", "the water company" stands for."""
        lexicon, nearest = sentence.lexicon, self._memory.nearest
        word = frozenset({noun})
        for words in dict.fromkeys((word | telling, word)):
            known = nearest(sentence, Wanted(_OFFICES, words=words))
            if known is not None and (words != word or not self._another(known, telling)):
                return known
        any_such = noun in lexicon.companies and not (telling and noun in lexicon.bodies)
        return self.organization(sentence, noun) if any_such else None

    def _another(self, known: Entity, telling: frozenset[str]) -> bool:
        """Whether somebody called by a noun is told apart by other words: "prime" minister."""
        return bool(telling) and bool(known.described) and not telling & known.called

    def _person(
        self, sentence: Sentence, noun: str, telling: frozenset[str], *, called: bool
    ) -> Entity | None:
        """Return the person called by a noun, or else the nearest one it can stand for."""
        lexicon, nearest = sentence.lexicon, self._memory.nearest
        word = frozenset({noun})
        exact = nearest(sentence, Wanted(_PEOPLE, words=word | telling))
        if exact is not None:
            return exact.speaks_for or exact
        titled = telling & lexicon.titles
        known = nearest(sentence, Wanted(_PEOPLE, words=word | titled))
        if known is not None:
            return known.speaks_for or known
        if called or titled:
            return None
        gender = gender_of(lexicon, noun)
        alike = lexicon.alike.get(noun, NOBODY)
        found = alike and nearest(sentence, Wanted(_PEOPLE, gender, any_of=alike, named=True))
        anybody = not lexicon.anyone or noun in lexicon.anyone or noun in lexicon.demonyms
        if not found and (anybody or "-" in noun):
            found = nearest(sentence, Wanted(_PEOPLE, gender, named=True))
        if not found and noun.endswith(lexicon.trade_endings or ("\0",)):
            found = nearest(sentence, Wanted(_PEOPLE, gender, named=True, heard=True))
        # Beside a name in one sentence, "the mayor" is somebody else.
        return None if not found or self._memory.beside(sentence, found) else found

    def _spoken_for(self, sentence: Sentence, mention: Phrase, head_at: int) -> Entity | None:
        """Return the organisation that a spokesperson without a name speaks for."""
        lexicon = sentence.lexicon
        noun = sentence.word(head_at)
        for entity in self._named(sentence, mention):
            if entity.type != "person" or not entity.certain:
                if entity.type in ("person", ""):
                    entity.becomes("organization")
                return self._speaking(sentence, mention, entity, noun)
        at = next((i for i in range(head_at, mention.last) if sentence.word(i) in lexicon.links), 0)
        found = None
        if at:
            whose = phrase_after(sentence, at + 1)
            if whose is not None and whose.kind == "nominal":
                found = self.entity(sentence, whose)
        else:
            found = self._before(sentence, mention, head_at)
        if found is not None and found.type == "person" and not found.described:
            found.called.add(noun)
            return found
        suits = found is not None and found.source_type in ("organization", "outlet", "group")
        return self._speaking(sentence, mention, found, noun) if found and suits else None

    def _before(self, sentence: Sentence, mention: Phrase, head_at: int) -> Entity | None:
        """Return whose spokesperson is told before the noun: "a union", "its", "the bank's"."""
        lexicon = sentence.lexicon
        opening = sentence.word(mention.first)
        first = mention.first + (opening in lexicon.determiners)
        whose = bare(sentence.word(head_at - 1)) if head_at > first else ""
        told = self._said_before(sentence, mention, head_at)
        if told is not None:
            return told
        if whose in lexicon.organizations | lexicon.companies | lexicon.groups:
            found = self._definite(sentence, whose, NOBODY, "")
            return found or self._described(sentence, Phrase(first, head_at, "nominal"), whose)
        if opening in lexicon.articles | lexicon.possessives_it:
            return self.organization(sentence, sentence.word(head_at))
        known = self._memory.nearest(
            sentence, Wanted(_PEOPLE, words=frozenset({sentence.word(head_at)}))
        )
        return None if known is None else known.speaks_for

    def _said_before(self, sentence: Sentence, mention: Phrase, head_at: int) -> Entity | None:
        """Return who "the government spokesman" is where an office holder has just spoken."""
        lexicon = sentence.lexicon
        noun = sentence.word(head_at)
        nearest = self._memory.nearest
        known = nearest(sentence, Wanted(_PEOPLE, words=frozenset({noun})))
        definite = sentence.word(mention.first) in lexicon.determiners - lexicon.indefinite
        owned = any(sentence.word(at).endswith("'s") for at in range(mention.first, head_at))
        telling = head_at - mention.first > 1 and not lexicon.possessives & {
            sentence.word(mention.first)
        }
        if known is not None or owned or not (definite and telling):
            return None
        wanted = Wanted(_PEOPLE, gender_of(lexicon, noun), any_of=lexicon.titles, heard=True)
        found = nearest(sentence, wanted)
        return None if found is None or found.described else found

    def _speaking(self, sentence: Sentence, mention: Phrase, entity: Entity, noun: str) -> Entity:
        """Return the organisation, with its spokesperson kept in mind for "he" and "she"."""
        gender = gender_of(sentence.lexicon, noun)
        proxy = Entity((), entity.name, "person", certain=True, gender=gender)
        proxy.described, proxy.speaks_for = "unnamed", entity
        proxy.called.add(noun)
        self._memory.see(sentence.index, sentence.tokens.starts[mention.first], proxy, LED)
        return entity

    def _described(
        self, sentence: Sentence, mention: Phrase, noun: str, *, new: bool = False
    ) -> Entity:
        """Return the entity that the article names by this phrase alone."""
        lexicon = sentence.lexicon
        opening = sentence.word(mention.first)
        start, end = sentence.span(mention.first, mention.last)
        name = sentence.text[start:end]
        inside = {sentence.word(at) for at in range(mention.first, mention.last + 2)}
        type_ = described_type(lexicon, noun, opening, inside)
        words = tuple(word for word in name.lower().split() if word not in lexicon.determiners)
        if new or (type_ == "unnamed" and opening in lexicon.indefinite):
            # Two people without a name need not be the same.
            words = (*words, str(start))
        known = self._known.get(words)
        if known is None:
            bare_end = sentence.tokens.ends[without_telling(sentence, mention) - 1]
            name = sentence.text[start:bare_end]
            kind: NameType = type_ if type_ != "unnamed" else "person"
            if type_ == "unnamed" and plural(lexicon, noun):
                kind = "group"
            gender = gender_of(lexicon, noun)
            known = Entity((), name, kind, certain=True, gender=gender)
            known.described = type_
            known.called.add(noun)
            self._known[words] = known
        return known
