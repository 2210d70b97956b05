"""Which mentions are one source: full and short names, nominals, pronouns, acronyms.

Nothing is inferred that the article does not say: a first name tells no gender, and a
nominal that fits nobody stays a source of its own.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.model import SourceType, Span
from reader.quotes.draft import Draft
from reader.quotes.identity import Name, NameType, names_in
from reader.quotes.lexicon import Lexicon
from reader.quotes.mentions import phrase_before
from reader.quotes.names import Phrase, is_person_word
from reader.quotes.registry import Entity, Registry
from reader.quotes.sentence import Sentence

_MEMORY = 48  # mentions looked back on for a pronoun or nominal
_SPOKE, _LED = 1.5, 0.6  # sentences that a speaker, and a subject, count as nearer
_LEADING = 30  # code points into a sentence within which its subject begins
_FAR = 12  # sentences after which a pronoun no longer reaches its name


@dataclass(slots=True)
class Speaker:
    """A source while its mentions are being gathered."""

    name: str
    type: SourceType
    role: str | None = None
    mentions: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Seen:
    """An entity where it was mentioned."""

    sentence: int
    first: int
    entity: Entity
    weight: float = 0.0
    """Sentences that it counts as nearer: who speaks or is a subject is spoken of next."""


class Resolver:
    """Walks through a text once and says who each mention stands for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._names = [names_in(sentence, 0, len(sentence.tokens)) for sentence in sentences]
        self._registry = Registry(name for named in self._names for name in named)
        self._seen: deque[_Seen] = deque(maxlen=_MEMORY)
        self._at = (0, 0)
        self._speakers: dict[tuple[str, ...], Speaker] = {}
        self._group: tuple[str, ...] | None = None

    def resolve(self, drafts: Sequence[Draft]) -> list[Speaker | None]:
        """Return the speaker of each draft, None where nobody is named."""
        order = sorted(
            (
                (draft.sentence, draft.mention.first, index)
                for index, draft in enumerate(drafts)
                if draft.mention is not None
            ),
        )
        found: list[Speaker | None] = [None] * len(drafts)
        known: dict[tuple[int, int], Speaker | None] = {}
        for number, first, index in order:
            mention = drafts[index].mention
            if mention is None:
                continue
            if (number, first) not in known:
                self._read_up_to(number, first)
                known[number, first] = self._speaker(self._sentences[number], mention)
            found[index] = known[number, first]
        return found

    def _read_up_to(self, number: int, first: int) -> None:
        """Take note of every name before a token."""
        at, name = self._at
        while at <= number:
            sentence, named = self._sentences[at], self._names[at]
            stop = sentence.tokens[first].start if at == number else sentence.end + 1
            while name < len(named) and named[name].start < stop:
                leads = named[name].start - sentence.start < _LEADING
                entity = self._registry.entity(named[name])
                self._see(at, named[name].start, entity, _LED if leads else 0.0)
                name += 1
            if at == number:
                break
            at, name = at + 1, 0
        self._at = (at, name)

    def _see(self, sentence: int, first: int, entity: Entity | None, weight: float) -> None:
        if entity is not None:
            self._seen.append(_Seen(sentence, first, entity, weight))

    def _speaker(self, sentence: Sentence, mention: Phrase) -> Speaker | None:
        """Return who a mention stands for."""
        if mention.kind == "relative":
            antecedent = phrase_before(sentence, _before_relative(sentence, mention.first))
            if antecedent is not None and antecedent.kind != "relative":
                return self._speaker(sentence, antecedent)
            return None
        if mention.kind == "pronoun":
            return self._pronoun(sentence, mention)
        if mention.kind == "name":
            found = self._named(sentence, mention)
            if found is not None:
                return found
        return self._nominal(sentence, mention)

    def _named(self, sentence: Sentence, mention: Phrase) -> Speaker | None:
        """Return the source of a mention that holds names: one, or several parted by "; "."""
        lexicon = sentence.lexicon
        inside = names_in(sentence, mention.first, mention.last)
        if not inside:
            return None
        groups: list[list[Name]] = [[]]
        for name in inside:
            between = sentence.text[groups[-1][-1].end : name.start] if groups[-1] else ""
            joined = [word.strip(",") for word in between.lower().split()]
            if groups[-1] and any(word in lexicon.conjunctions for word in joined):
                groups.append([])
            elif groups[-1] and any(word in lexicon.links for word in joined):
                break
            groups[-1].append(name)
        heads = [self._registry.entity(group[-1]) for group in groups]
        return self._of(sentence, mention, [head for head in heads if head is not None])

    def _of(
        self, sentence: Sentence, mention: Phrase, entities: Sequence[Entity]
    ) -> Speaker | None:
        """Return the source that stands for these entities together."""
        if not entities:
            return None
        for entity in entities:
            entity.spoke = True
            self._see(sentence.index, sentence.tokens[mention.first].start, entity, _SPOKE)
        key = tuple(entity.name for entity in entities)
        role = entities[0].role if len(entities) == 1 else None
        speaker = Speaker("; ".join(key), entities[0].source_type, role)
        return self._kept(("entity", *key), speaker, sentence, mention)

    def _kept(
        self, key: tuple[str, ...], speaker: Speaker, sentence: Sentence, mention: Phrase
    ) -> Speaker:
        kept = self._speakers.setdefault(key, speaker)
        if kept.type == "group":
            self._group = key
        span = sentence.span(mention.first, mention.last)
        if span not in kept.mentions[-1:]:
            kept.mentions.append(span)
        return kept

    def _pronoun(self, sentence: Sentence, mention: Phrase) -> Speaker | None:
        stands_for = sentence.lexicon.pronouns[sentence.word(mention.first)]
        entity: Entity | None = None
        if stands_for in ("he", "she"):
            entity = self._nearest(sentence, {"person"}, stands_for) or self._nearest(
                sentence, {""}, stands_for
            )
            if entity is not None:
                entity.told(stands_for)
        elif stands_for == "it":
            entity = self._organization(sentence)
        elif stands_for == "they":
            return self._last_group(sentence, mention)
        return self._of(sentence, mention, [entity]) if entity is not None else None

    def _organization(self, sentence: Sentence) -> Entity | None:
        """Return the organisation that "it" or "the company" stands for.

        A name that tells no type is one if it has spoken, before any that has not.
        """
        known = self._nearest(sentence, {"organization", "outlet", ""}, heard=True)
        return known or self._nearest(sentence, {"organization", ""})

    def _last_group(self, sentence: Sentence, mention: Phrase) -> Speaker | None:
        """Return the group, or else the organisation, that "they" stands for."""
        if self._group is not None:
            return self._kept(self._group, self._speakers[self._group], sentence, mention)
        entity = self._nearest(sentence, {"organization"})
        return self._of(sentence, mention, [entity]) if entity is not None else None

    def _nearest(
        self,
        sentence: Sentence,
        types: set[NameType],
        gender: str = "",
        *,
        word: str = "",
        heard: bool = False,
    ) -> Entity | None:
        """Return the entity mentioned nearest before, subjects and speakers first.

        ``word`` must stand in its name or role where it is given.
        """
        best: _Seen | None = None
        least = (0.0, 0)
        for seen in self._seen:
            if not word and sentence.index - seen.sentence > _FAR:
                continue
            entity = seen.entity
            if not _fits(entity, types, gender) or (heard and not entity.spoke):
                continue
            if word and not entity.is_called(word):
                continue
            rank = (sentence.index - seen.sentence - seen.weight, seen.first)
            if best is None or rank < least:
                best, least = seen, rank
        return best.entity if best is not None else None

    def _nominal(self, sentence: Sentence, mention: Phrase) -> Speaker | None:
        lexicon = sentence.lexicon
        head_at = _head(sentence, mention)
        head = _singular_free(sentence.word(head_at))
        opening = sentence.word(mention.first)
        definite = opening in lexicon.determiners and opening not in (
            lexicon.indefinite | lexicon.several
        )
        if head in lexicon.spokespersons:
            found = self._spoken_for(sentence, mention)
            if found is not None:
                return found
        if definite and head_at == mention.last - 1:
            # With more said of it ("the head of the school") it is somebody of its own.
            entity = self._definite(sentence, head)
            if entity is not None:
                return self._of(sentence, mention, [entity])
        return self._described(sentence, mention, head, opening)

    def _definite(self, sentence: Sentence, head: str) -> Entity | None:
        """Return the entity that "the minister", "the automaker" stands for."""
        lexicon = sentence.lexicon
        if head in lexicon.outlets:
            found = self._nearest(sentence, {"outlet"})
            if found is not None:
                return found
        if head in lexicon.companies or head in lexicon.organizations:
            called = self._nearest(sentence, {"organization", "outlet"}, word=head)
            if called is not None or head not in lexicon.companies:
                return called
            return self._organization(sentence)
        if head in lexicon.documents or head in lexicon.groups:
            return None
        return self._person(sentence, head) if is_person_word(lexicon, head) else None

    def _person(self, sentence: Sentence, head: str) -> Entity | None:
        """Return the person called by a noun, or else the nearest one it can stand for."""
        lexicon = sentence.lexicon
        called = self._nearest(sentence, {"person"}, word=head)
        if called is not None:
            return called
        gender = "he" if head in lexicon.he_words else "she" if head in lexicon.she_words else ""
        found = self._nearest(sentence, {"person"}, gender)
        # Beside a name in one sentence, "the mayor" is somebody else.
        beside = any(
            seen.entity is found and seen.sentence == sentence.index for seen in self._seen
        )
        return None if beside else found

    def _spoken_for(self, sentence: Sentence, mention: Phrase) -> Speaker | None:
        """Return the organisation that a spokesperson without a name speaks for."""
        inside = names_in(sentence, mention.first, mention.last)
        for name in inside:
            entity = self._registry.entity(name)
            if entity is not None and entity.type != "person":
                return self._of(sentence, mention, [entity])
        return None

    def _described(self, sentence: Sentence, mention: Phrase, head: str, opening: str) -> Speaker:
        """Return the source that the article names by this phrase alone."""
        start, end = sentence.span(mention.first, mention.last)
        name = sentence.text[start:end]
        type_ = _described_type(sentence.lexicon, head, opening)
        words = tuple(
            word for word in name.lower().split() if word not in sentence.lexicon.determiners
        )
        if type_ == "unnamed":
            # Two people without a name need not be the same.
            words = (*words, str(start)) if opening in sentence.lexicon.indefinite else words
        return self._kept(("described", *words), Speaker(name, type_), sentence, mention)


def _fits(entity: Entity, types: set[NameType], gender: str) -> bool:
    return entity.type in types and (not gender or entity.gender in ("", gender))


def _before_relative(sentence: Sentence, at: int) -> int:
    return at - 1 if sentence.mark(at - 1) == "," else at


def _head(sentence: Sentence, mention: Phrase) -> int:
    """Return the index of the noun that a phrase is about: before its first preposition."""
    lexicon = sentence.lexicon
    for index in range(mention.first + 1, mention.last):
        word = sentence.word(index)
        if word in lexicon.links and sentence.word(index - 1) not in lexicon.determiners:
            return index - 1
    return mention.last - 1


def _singular_free(word: str) -> str:
    """Return the word without its possessive ending, and what elision put before it."""
    if word.endswith("'s"):
        return word[:-2]
    elided, apostrophe, rest = word.partition("'")
    return rest if apostrophe and len(elided) <= 2 else word


def _described_type(lexicon: Lexicon, head: str, opening: str) -> SourceType:
    """Return the type of a source that only a noun phrase names."""
    one_of = opening in lexicon.indefinite and opening not in lexicon.articles
    alone = head not in lexicon.groups or opening in lexicon.several
    types: tuple[tuple[bool, SourceType], ...] = (
        (one_of or (head in lexicon.nameless and alone), "unnamed"),
        (head in lexicon.documents, "document"),
        (head in lexicon.outlets, "outlet"),
        (head in lexicon.groups, "group"),
        (is_person_word(lexicon, head), "unnamed"),
        (head in lexicon.organizations or head in lexicon.companies, "organization"),
        (head.endswith(lexicon.plural_endings), "group"),
    )
    return next((type_ for holds, type_ in types if holds), "unnamed")
