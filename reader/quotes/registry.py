"""Which names in a text are one: "Ann Poe" and "Poe", "Acme Corp" and "Acme", "NHC"."""

from collections.abc import Iterable, Iterator

from reader.model import SourceType
from reader.quotes.identity import Name
from reader.quotes.name_types import NameType

_MANY = 16  # names that share a word, of which a short form would not tell one anyway
_INITIALS = range(2, 9)


_SOURCE_TYPES: dict[NameType, SourceType] = {"person": "person", "outlet": "outlet"}


class Entity:
    """Somebody or something that a text names, under every form of the name."""

    __slots__ = (
        "called",
        "certain",
        "described",
        "gender",
        "impersonal",
        "is_",
        "name",
        "role",
        "speaks_for",
        "spoke",
        "start",
        "type",
        "words",
    )

    def __init__(
        self,
        words: tuple[str, ...],
        name: str,
        type_: NameType,
        *,
        certain: bool,
        gender: str = "",
    ) -> None:
        self.words = words
        self.name = name
        self.type = type_
        self.certain = certain
        self.gender = gender
        self.start = 0
        """Where its longest form first stands."""
        self.impersonal = False
        """Whether something tells that its lone word is no person's: "in Tarn"."""
        self.role: str | None = None
        self.spoke = False
        """Whether a quotation was given to it already."""
        self.called: set[str] = set()
        """Words of its name and roles, lower case."""
        self.described: SourceType | None = None
        """The type of the source, where only a noun phrase names it: "a colleague"."""
        self.speaks_for: Entity | None = None
        """The organisation that this spokesperson without a name speaks for."""
        self.is_: Entity | None = None
        """Who this turns out to be, further down: "a guide" is "the guide, Runa Vey"."""

    @property
    def source_type(self) -> SourceType:
        """The type it has as a source; a country speaks as its government.

        A lone name of which nothing is told is a person's, unless it has capitals inside.
        """
        if self.type == "" and not self.described:
            plain = self.name[1:].islower() and not self.impersonal
            return "person" if plain else "organization"
        return self.described or _SOURCE_TYPES.get(self.type, "organization")

    def becomes(self, type_: NameType) -> "Entity":
        """Take note that it can be no other type; return it."""
        self.type, self.certain = type_, True
        return self

    def told(self, gender: str) -> None:
        """Take note that the article says "he" or "she" of it, so that it is a person."""
        self.becomes("person").gender = self.gender or gender

    def known(self) -> "Entity":
        """Return who this is by all that the article tells."""
        return self if self.is_ is None else self.is_


class Registry:
    """The entities of a text."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Gather the names, in the order in which they stand."""
        self._by_words: dict[tuple[str, ...], list[Entity]] = {}
        self._by_part: dict[str, list[Entity]] = {}
        self._by_initials: dict[str, list[Entity]] = {}
        # Long forms first: a short form is only then known for what it is short for.
        ordered = sorted(names, key=lambda name: -len(name.words))
        called = {(name.words, name.gender) for name in ordered if name.gender}
        self._both = {
            words for words, gender in called if gender == "he" and (words, "she") in called
        }
        added = set()
        for name in ordered:
            # The same name with nothing beside it tells nothing more.
            alike = (name.text, name.type, name.certain)
            if alike in added and not (name.titles or name.role or name.acronym):
                continue
            added.add(alike)
            self._add(name)

    def entities(self, name: Name) -> list[Entity]:
        """Return the entities that a name of the text can name; none where it names nobody.

        Several share a name that the article does not tell apart where it stands.
        """
        found = self._by_words.get(name.words, [])
        if name.gender:
            found = [each for each in found if _agrees(name, each)]
        if len(found) > 1 and name.titles:
            return [each for each in found if name.titles & each.called] or found
        return found

    def named(self, name: Name) -> list[Entity]:
        """Return the entities that a name names which may not have been gathered."""
        if name.words not in self._by_words:
            self._add(name)
        return self.entities(name)

    def _add(self, name: Name) -> None:
        found = self.entities(name) or self._long_forms(name)
        if not found:
            found = [Entity(name.words, name.text, name.type, certain=name.certain)]
            found[0].start = name.start
            # "Acme", and "Acme Robots" later: nobody is called by a first name before the full one.
            longer = self._by_part.get(name.words[0], ())[:_MANY]
            found[0].impersonal = any(each.words[0] == name.words[0] for each in longer)
            if not name.loose:
                self._index(found[0], name)
        known = self._by_words.setdefault(name.words, [])
        if known is not found:
            known += [each for each in found if each not in known]
        if len(found) == 1:
            self._learn(found[0], name)
            if found[0].words[1:] and found[0].words[-1:] == name.words:
                # Who is called by the last word is a person.
                found[0].certain = found[0].certain or found[0].type == "person"

    def _index(self, entity: Entity, name: Name) -> None:
        parts = {*name.words} if name.type == "person" else {name.words[0], name.words[-1]}
        for word in parts:
            self._by_part.setdefault(word, []).append(entity)
        if len(name.words) > 1 and name.type != "person":
            for initials in _initials(name.text):
                self._by_initials.setdefault(initials, []).append(entity)

    def _learn(self, known: Entity, name: Name) -> None:
        if name.acronym:
            if (name.acronym,) not in self._by_words:
                self._by_words[name.acronym,] = [known]
            if "(" not in known.name:
                known.name = f"{known.name} ({name.acronym.upper()})"
        if known.words == name.words and known.name.isupper() and not name.text.isupper():
            known.name = name.text
        here = known.type == "place" and name.type != "place"
        known.impersonal = known.impersonal or name.type == "place"
        if not known.certain and (name.certain or here):
            known.type, known.certain = name.type, name.certain
        known.gender = known.gender or name.gender
        known.role = known.role or name.role
        known.called.update(name.words, name.titles)
        if name.role:
            known.called.update(name.role.lower().split())

    def _long_forms(self, name: Name) -> list[Entity]:
        """Return the longer names that this one is short for; several only of people."""
        found = self._ending(name) or self._inside(name)
        if not found and len(name.words) == 1 and name.text.isupper():
            found = self._by_initials.get(name.words[0], [])[:1]
        people = len({id(each) for each in found if each.type == "person"}) == len(found)
        return found if len(found) == 1 or people else []

    def _ending(self, name: Name) -> list[Entity]:
        """Return the names that begin or end with this one."""
        first, last = name.words[0], name.words[-1]
        near = self._by_part.get(first, [])[:_MANY]
        if last != first:
            near = near + self._by_part.get(last, [])[:_MANY]
        if not near:
            return []
        found = [each for each in dict.fromkeys(near) if _short_for(name, each)]
        agreed = [each for each in found if _agrees(name, each)]
        if name.gender and name.words in self._both:
            # Of a Mr and a Ms Poe, who comes before Ann Poe is not she.
            agreed = [each for each in agreed if each.gender or each.start < name.start]
        if len(agreed) > 1 and name.titles:
            agreed = [each for each in agreed if name.titles & each.called] or agreed
        if len(agreed) > 1 and name.gender:
            agreed = [each for each in agreed if each.gender == name.gender] or agreed
        return agreed

    def _inside(self, name: Name) -> list[Entity]:
        """Return the people who have this one word in the middle of their names."""
        if len(name.words) > 1 or (name.certain and name.type != "person"):
            return []
        near = self._by_part.get(name.words[0], ())[:_MANY]
        return [
            each
            for each in near
            if each.type == "person" and name.words[0] in each.words[1:-1] and _agrees(name, each)
        ]


def _agrees(name: Name, entity: Entity) -> bool:
    """Whether a title of the name says "he" where the article says "she" of the entity."""
    return not (name.gender and entity.gender and name.gender != entity.gender)


def _initials(text: str) -> Iterator[str]:
    """Yield the short forms a name may have: "Bank of Tarn" BT and BOT."""
    words = [part for word in text.split() for part in word.split("-") if part[:1].isalnum()]
    for listed in ([word for word in words if word[0].isupper()], words):
        if len(listed) in _INITIALS:
            yield "".join(word[0] for word in listed).lower()


def _short_for(name: Name, entity: Entity) -> bool:
    size = len(name.words)
    if size >= len(entity.words):
        return False
    if name.certain and entity.type != name.type:
        return False
    if entity.words[-size:] == name.words:
        return entity.type in ("person", "outlet", "organization")
    # "Acme" after "Acme Robotics" is short for it; before, it is what the other is part of.
    after = name.start > entity.start
    return after and entity.words[:size] == name.words and name.type != "place"
