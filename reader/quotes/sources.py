"""Which mentions are one source: full and short names, nominals, pronouns, acronyms.

Nothing is inferred that the article does not say: a first name tells no gender, and a
nominal that fits nobody stays a source of its own.
"""

from collections.abc import Sequence

from reader.model import SourceType, Span
from reader.quotes.descriptions import Descriptions
from reader.quotes.draft import Draft
from reader.quotes.identity import Name, names_in
from reader.quotes.memory import LED, SPOKE, Memory, Wanted
from reader.quotes.mentions import phrase_before
from reader.quotes.names import Phrase
from reader.quotes.registry import Entity, Registry
from reader.quotes.sentence import Sentence

_LEADING = 30  # code points into a sentence within which its subject begins


class Speaker:
    """A source while its mentions are being gathered."""

    __slots__ = ("mentions", "name", "role", "type")

    def __init__(self, name: str, type_: SourceType, role: str | None = None) -> None:
        self.name, self.type, self.role = name, type_, role
        self.mentions: list[Span] = []


class Resolver:
    """Walks through a text once and says who each mention stands for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._names = _established(sentences, [names_in(sentence) for sentence in sentences])
        self._registry = Registry(name for named in self._names for name in named)
        self._memory = Memory()
        self._descriptions = Descriptions(self._memory, self._named)
        self._at = (0, 0)
        self._speakers: dict[tuple[Entity, ...], Speaker] = {}
        self._group: list[Entity] = []

    def resolve(self, drafts: Sequence[Draft]) -> list[Speaker | None]:
        """Return the speaker of each draft, None where nobody is named."""
        order = sorted(
            (
                (draft.named_in, draft.mention.first, index)
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
        """Take note of every name before a token, and of who a sentence begins with."""
        at, name = self._at
        while at <= number:
            sentence, named = self._sentences[at], self._names[at]
            if name == 0:
                self._descriptions.introduce(sentence)
            stop = sentence.tokens[first].start if at == number else sentence.end + 1
            while name < len(named) and named[name].start < stop:
                leads = named[name].start - sentence.start < _LEADING
                entity = self._registry.entity(named[name])
                if entity is not None:
                    self._memory.see(at, named[name].start, entity, LED if leads else 0.0)
                name += 1
            if at == number:
                break
            at, name = at + 1, 0
        self._at = (at, name)

    def _speaker(self, sentence: Sentence, mention: Phrase) -> Speaker | None:
        """Return who a mention stands for, with the mention among theirs."""
        entities = self._entities(sentence, mention)
        if not entities:
            return None
        for entity in entities:
            entity.spoke = True
            if entity.type == "place" and not entity.certain:
                entity.type = "person" if len(entity.words) > 1 else ""
            self._memory.see(sentence.index, sentence.tokens[mention.first].start, entity, SPOKE)
        if entities[0].type == "group":
            self._group = entities
        role = entities[0].role if len(entities) == 1 else None
        name = "; ".join(entity.name for entity in entities)
        speaker = self._speakers.setdefault(
            tuple(entities), Speaker(name, entities[0].source_type, role)
        )
        speaker.type = entities[0].source_type
        span = sentence.span(mention.first, mention.last)
        if span not in speaker.mentions[-1:]:
            speaker.mentions.append(span)
        return speaker

    def _entities(self, sentence: Sentence, mention: Phrase) -> list[Entity]:
        """Return whom a mention stands for; several where it names several."""
        if mention.kind == "name" and mention.parts:
            joined = [found for part in mention.parts for found in self._entities(sentence, part)]
            return [*dict.fromkeys(joined)]
        if mention.kind == "relative":
            antecedent = phrase_before(sentence, _before_relative(sentence, mention.first))
            if antecedent is None or antecedent.kind == "relative":
                return []
            return self._entities(sentence, antecedent)
        if mention.kind == "pronoun":
            return self._pronoun(sentence, mention)
        found = self._named(sentence, mention) if mention.kind == "name" else []
        return found or [self._descriptions.entity(sentence, mention)]

    def _named(self, sentence: Sentence, mention: Phrase) -> list[Entity]:
        """Return the entities that a mention names: one, or several parted by "and"."""
        lexicon = sentence.lexicon
        begin = mention.first if mention.name is None else mention.name
        start, end = sentence.span(begin, mention.last if mention.ends is None else mention.ends)
        groups: list[list[Name]] = []
        for name in self._names[sentence.index]:
            if not start <= name.start < end:
                continue
            between = sentence.text[groups[-1][-1].end : name.start] if groups else ""
            joined = [word.strip(",") for word in between.lower().split()]
            if not groups or any(word in lexicon.conjunctions for word in joined):
                groups.append([])
            elif any(word in lexicon.links for word in joined):
                break
            groups[-1].append(name)
        heads = [self._registry.entity(group[-1]) for group in groups]
        return [found for found in dict.fromkeys(heads) if found is not None]

    def _pronoun(self, sentence: Sentence, mention: Phrase) -> list[Entity]:
        lexicon, word = sentence.lexicon, sentence.word(mention.first)
        stands_for = lexicon.pronouns.get(word) or lexicon.oblique.get(word)
        found: Entity | None = None
        if stands_for in ("he", "she"):
            found = self._descriptions.person(sentence, stands_for)
        elif stands_for == "it":
            found = self._descriptions.organization(sentence)
        elif stands_for == "they":
            if self._group:
                return self._group
            found = self._memory.nearest(sentence, Wanted(frozenset({"organization"})))
        return [] if found is None else [found]


def _before_relative(sentence: Sentence, at: int) -> int:
    return at - 1 if sentence.mark(at - 1) == "," else at


def _established(sentences: Sequence[Sentence], named: Sequence[list[Name]]) -> list[list[Name]]:
    """Return the names of each sentence, without common nouns that only begin it.

    A word that begins a sentence and is written small elsewhere is no name, unless it is
    part of a longer one.
    """
    doubtful = {name.words[0] for names in named for name in names if name.initial}
    if not doubtful:
        return list(named)
    small = {
        token.lower
        for sentence in sentences
        for token in sentence.tokens
        if not token.capital and token.lower in doubtful
    }
    parts = {word for names in named for name in names if not name.initial for word in name.words}
    return [
        [
            name
            for name in names
            if not name.initial
            or name.words[0] in parts
            or name.words[0] not in small | sentence.lexicon.organizations
        ]
        for names, sentence in zip(named, sentences, strict=True)
    ]
