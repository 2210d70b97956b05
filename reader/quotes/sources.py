"""Which mentions are one source: full and short names, nominals, pronouns, acronyms.

Nothing is inferred that the article does not say: a first name tells no gender, and a
nominal that fits nobody stays a source of its own.
"""

from collections.abc import Mapping, Sequence

from reader.model import SourceType, Span
from reader.quotes.descriptions import Descriptions
from reader.quotes.draft import Draft
from reader.quotes.established import established
from reader.quotes.identity import Name, names_in, read_name
from reader.quotes.label_words import label_words
from reader.quotes.memory import LED, SPOKE, Memory, Wanted
from reader.quotes.mentions import mention_span, phrase_before
from reader.quotes.names import Phrase, is_person_word, name_at
from reader.quotes.nouns import head, known_noun
from reader.quotes.registry import Entity, Registry
from reader.quotes.sentence import Sentence

_SURE = 0.6
"""The confidence from which what is said tells who is spoken of after it."""
_NEAR = 4  # sentences back to the crowd that "they" stands for
_REACH = 13  # sentences back to the group that spoke last
_OPENING = 1  # paragraphs, counted from 0, that a text opens with
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
        self._names = established(sentences, [names_in(sentence) for sentence in sentences])
        self._registry = Registry(name for named in self._names for name in named)
        self._memory = Memory()
        self._descriptions = Descriptions(self._memory, self._named)
        self._at = (0, 0)
        self._introduced = -1
        self._several: list[Entity] = []
        self._several_at = -_REACH
        self._awaited: tuple[Entity, Sentence] | None = None

    def resolve(self, drafts: Sequence[Draft]) -> list[Speaker | None]:
        """Return the speaker of each draft, None where nobody is named."""
        order = sorted(
            (draft.named_in, draft.mention.first, index)
            for index, draft in enumerate(drafts)
            if draft.mention is not None
        )
        found: dict[int, list[Entity]] = {}
        known: dict[tuple[int, int], list[Entity]] = {}
        sure = {(at, first) for at, first, index in order if drafts[index].confidence >= _SURE}
        for number, first, index in order:
            mention = drafts[index].mention
            if mention is None:
                continue
            if (number, first) not in known:
                self._read_up_to(number, first)
                sentence, mention = drafts[index].means or (self._sentences[number], mention)
                entities = self._entities(sentence, mention)
                if (number, first) in sure:
                    self._heard(sentence, mention, entities)
                known[number, first] = entities
            found[index] = known[number, first]
        return self._speakers(drafts, found)

    def _speakers(
        self, drafts: Sequence[Draft], found: Mapping[int, Sequence[Entity]]
    ) -> list[Speaker | None]:
        """Return the speaker of each draft, now that all is known of who speaks."""
        speakers: dict[tuple[Entity, ...], Speaker] = {}
        given: list[Speaker | None] = [None] * len(drafts)
        for index, entities in found.items():
            mention = drafts[index].mention
            who = tuple(dict.fromkeys(entity.known() for entity in entities))
            if not who or mention is None:
                continue
            speaker = speakers.get(who)
            if speaker is None:
                name = "; ".join(entity.name for entity in who)
                role = who[0].role if len(who) == 1 else None
                speaker = speakers[who] = Speaker(name, who[0].source_type, role)
            span = mention_span(self._sentences[drafts[index].named_in], mention)
            if span not in speaker.mentions[-1:]:
                speaker.mentions.append(span)
            given[index] = speaker
        return given

    def _read_up_to(self, number: int, first: int) -> None:
        """Take note of every name before a token, and of who a sentence begins with."""
        at, name = self._at
        while at <= number:
            sentence, named = self._sentences[at], self._names[at]
            if at > self._introduced:
                self._descriptions.introduce(sentence)
                self._introduced = at
            stop = sentence.tokens.starts[first] if at == number else sentence.end + 1
            while name < len(named) and named[name].start < stop:
                self._see(sentence, named[name])
                name += 1
            if at == number:
                break
            at, name = at + 1, 0
        self._at = (at, name)

    def _see(self, sentence: Sentence, name: Name) -> None:
        """Take note of a name where it stands."""
        entity = self._one(name)
        if entity is None or (name.loose and not entity.spoke):
            return
        leads = name.start - sentence.start < _LEADING
        if leads and self._awaited is not None and sentence.first and len(entity.words) > 1:
            self._arrive(sentence, [entity], later=True)
        self._memory.see(sentence.index, name.start, entity, LED if leads else 0.0)

    def _one(self, name: Name) -> Entity | None:
        """Return who a name names: of several who share it, who was mentioned last."""
        found = self._registry.entities(name)
        if len(found) == 1:
            return found[0]
        if not found:
            return None
        spoke = [each for each in found if each.spoke]
        entity = self._memory.among(spoke or found) or found[0]
        if name.gender:
            entity.told(name.gender)
        return entity

    def _heard(self, sentence: Sentence, mention: Phrase, entities: Sequence[Entity]) -> None:
        """Take note that those whom a mention stands for speak."""
        for entity in entities:
            entity.spoke = True
            if entity.type == "place" and not entity.certain:
                entity.type = "person" if len(entity.words) > 1 else ""
            if entity.type == "" and len(entities) == 1:
                _by_beside(sentence, mention, entity)
            self._memory.see(sentence.index, sentence.tokens.starts[mention.first], entity, SPOKE)
        if len(entities) > 1 or (entities and entities[0].type == "group"):
            self._several, self._several_at = [*entities], sentence.index

    def _entities(self, sentence: Sentence, mention: Phrase) -> list[Entity]:
        """Return whom a mention stands for; several where it names several."""
        if mention.kind == "name" and mention.parts:
            joined = [found for part in mention.parts for found in self._entities(sentence, part)]
            return [*dict.fromkeys(joined)]
        if mention.kind == "relative":
            return self._antecedent(sentence, mention)
        if mention.kind == "label":
            return []
        asks = sentence.word(mention.first) in label_words(sentence.lexicon.language).askers
        if asks and sentence.mark(mention.last) == ":":
            return []
        if mention.kind == "pronoun":
            return self._pronoun(sentence, mention)
        named = self._named(sentence, mention) if mention.kind == "name" else []
        self._arrive(sentence, named)
        return named or self._told_of(sentence, mention)

    def _told_of(self, sentence: Sentence, mention: Phrase) -> list[Entity]:
        """Return whom a noun phrase stands for."""
        lexicon = sentence.lexicon
        short = mention.last - mention.first <= len(("the", "two"))
        if short and sentence.word(mention.last - 1) in lexicon.pairs:
            both = self._both(sentence)
            if both:
                return both
        described = self._descriptions.entity(sentence, mention)
        person = any(is_person_word(lexicon, noun) for noun in described.called)
        if person and described.described == "unnamed" and described.type == "person":
            label = mention.first == 0 and sentence.mark(mention.last) == ":"
            awaited = self._opens(sentence) and not label
            self._awaited = (described, sentence) if awaited else None
        return [described]

    def _antecedent(self, sentence: Sentence, mention: Phrase) -> list[Entity]:
        """Return whom "who" stands for."""
        antecedent = phrase_before(sentence, _before_relative(sentence, mention.first))
        if antecedent is None or antecedent.kind == "relative":
            return []
        if antecedent.kind == "nominal" and not known_noun(sentence, head(sentence, antecedent)):
            return []
        return self._entities(sentence, antecedent)

    def _opens(self, sentence: Sentence) -> bool:
        """Whether a sentence opens the text or a part of it, where people are named later."""
        if sentence.paragraph <= _OPENING:
            return True
        above = self._sentences[sentence.index - 1]
        heading = above.paragraph < sentence.paragraph
        while heading and above.index > 0 and not above.first:
            above = self._sentences[above.index - 1]
        return heading and above.text[above.start : above.end].rstrip("”\"’')")[-1:] not in ".!?…:"

    def _arrive(self, sentence: Sentence, named: Sequence[Entity], *, later: bool = False) -> None:
        """Take note that the person a part of the text opens with has got a name.

        ``later``: only in a paragraph after the one in which they are told of.
        """
        if self._awaited is None or not named:
            return
        described, opening = self._awaited
        if later and sentence.paragraph <= opening.paragraph:
            return
        self._awaited = None
        near = sentence.paragraph - opening.paragraph <= 1
        if (
            not near
            or len(named) > 1
            or not self._descriptions.may_be(opening, described, named[0])
        ):
            return
        described.is_ = named[0].known()

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
        groups = groups or self._inside_name(sentence, begin, start)
        found: dict[Entity, None] = {}
        for group in groups:
            entity = self._one(group[-1])
            if entity is not None:
                found[entity] = None
                self._learn(sentence, mention, entity)
                if group[-1].role:
                    self._descriptions.reveal(sentence, group[-1].role, entity)
        return [*found]

    def _inside_name(self, sentence: Sentence, begin: int, start: int) -> list[list[Name]]:
        """Return the name that begins where a mention does, inside what was read as a longer one.

        ``begin`` is its first token, ``start`` where that stands: "Nora Feld" of "Angaben von
        Nora Feld".
        """
        if not any(name.start < start < name.end for name in self._names[sentence.index]):
            return []
        at = begin
        while sentence.word(at) in sentence.lexicon.particles and not sentence.capital(at):
            at += 1
        phrase = name_at(sentence, at)
        name = None if phrase is None else read_name(sentence, phrase)
        return [[name]] if name is not None and self._registry.named(name) else []

    def _learn(self, sentence: Sentence, mention: Phrase, entity: Entity) -> None:
        """Take note of what a mention tells before its name: "the night guide, Runa Vey"."""
        if mention.name is None or mention.name == mention.first or mention.parts:
            return
        entity.called.update(sentence.word(at) for at in range(mention.first, mention.name))
        noun = head(sentence, Phrase(mention.first, mention.name, "nominal"))
        person = is_person_word(sentence.lexicon, sentence.word(noun))
        if person and entity.role is None and entity.type == "person":
            start, end = sentence.span(mention.first, mention.name)
            entity.role = sentence.text[start:end].rstrip(" ,—–-:")

    def _pronoun(self, sentence: Sentence, mention: Phrase) -> list[Entity]:
        lexicon, word = sentence.lexicon, sentence.word(mention.first)
        stands_for = lexicon.pronouns.get(word) or lexicon.oblique.get(word)
        found: Entity | None = None
        if stands_for in ("he", "she"):
            found = self._descriptions.person(sentence, stands_for)
        elif stands_for == "it":
            found = self._descriptions.organization(sentence)
        elif stands_for == "others":
            found = self._descriptions.anew(sentence, mention)
        elif stands_for == "they":
            return self._they(sentence)
        return [] if found is None else [found]

    def _they(self, sentence: Sentence) -> list[Entity]:
        """Return whom "they" stands for: who spoke together, a crowd, an organisation."""
        for index in range(sentence.index - 1, max(-1, sentence.index - _NEAR), -1):
            if index <= self._several_at:
                return self._several
            crowd = self._descriptions.crowd(self._sentences[index])
            if crowd is not None:
                return [crowd]
        if self._several and sentence.index - self._several_at < _REACH:
            return self._several
        found = self._memory.nearest(sentence, Wanted(frozenset({"organization"})))
        return [] if found is None else [found]

    def _both(self, sentence: Sentence) -> list[Entity]:
        """Return whom "both" stands for."""
        if len(self._several) > 1 and sentence.index - self._several_at < _REACH:
            return self._several
        return self._memory.last_two(sentence)


def _by_beside(sentence: Sentence, mention: Phrase, entity: Entity) -> None:
    """Take note of what the sentence calls a name: "Poe said she", "Acme its", "the Acme"."""
    lexicon = sentence.lexicon
    if mention.kind == "name" and sentence.word(mention.first) in lexicon.determiners:
        entity.becomes("organization")
        return
    for at in range(mention.last, len(sentence.tokens)):
        if sentence.capital(at):
            return
        word = sentence.word(at)
        called = lexicon.pronouns.get(word) or lexicon.oblique.get(word, "")
        if called in ("he", "she"):
            entity.told(called)
            return
        if called == "it" and word in lexicon.possessives:
            entity.becomes("organization")
            return


def _before_relative(sentence: Sentence, at: int) -> int:
    return at - 1 if sentence.mark(at - 1) == "," else at
