"""Which names in a text are one: "Ann Poe" and "Poe", "Acme Corp" and "Acme", "NHC"."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.model import SourceType
from reader.quotes.identity import Name, NameType

_MANY = 16  # names that share a word, of which a short form would not tell one anyway


_SOURCE_TYPES: dict[NameType, SourceType] = {"person": "person", "outlet": "outlet"}


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that a text names, under every form of the name."""

    words: tuple[str, ...]
    name: str
    type: NameType
    certain: bool
    start: int = 0
    """Where its longest form first stands."""
    role: str | None = None
    gender: str = ""
    spoke: bool = False
    """Whether a quotation was given to it already."""
    called: set[str] = field(default_factory=set)
    """Words of its name and roles, lower case."""
    described: SourceType | None = None
    """The type of the source, where only a noun phrase names it: "a colleague"."""
    speaks_for: "Entity | None" = None
    """The organisation that this spokesperson without a name speaks for."""

    @property
    def source_type(self) -> SourceType:
        """The type it has as a source; a country speaks as its government."""
        return self.described or _SOURCE_TYPES.get(self.type, "organization")

    def becomes(self, type_: NameType) -> "Entity":
        """Take note that it can be no other type; return it."""
        self.type, self.certain = type_, True
        return self

    def told(self, gender: str) -> None:
        """Take note that the article says "he" or "she" of it, so that it is a person."""
        self.becomes("person").gender = self.gender or gender


class Registry:
    """The entities of a text."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Gather the names, in the order in which they stand."""
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._by_part: dict[str, list[Entity]] = {}
        # Long forms first: a short form is only then known for what it is short for.
        for name in sorted(names, key=lambda name: -len(name.words)):
            self._add(name)

    def entity(self, name: Name) -> Entity | None:
        """Return the entity that a name of the text names."""
        return self._by_words.get(name.words)

    def _add(self, name: Name) -> None:
        known = self._by_words.get(name.words) or self._long_form(name)
        if known is None:
            known = Entity(name.words, name.text, name.type, name.certain, name.start)
            for word in {name.words[0], name.words[-1]}:
                self._by_part.setdefault(word, []).append(known)
        self._by_words[name.words] = known
        if name.acronym:
            self._by_words.setdefault((name.acronym,), known)
            known.name = f"{known.name} ({name.acronym.upper()})"
        self._learn(known, name)

    def _learn(self, known: Entity, name: Name) -> None:
        here = known.type == "place" and name.type != "place"
        if not known.certain and (name.certain or here):
            known.type, known.certain = name.type, name.certain
        known.gender = known.gender or name.gender
        known.role = known.role or name.role
        known.called.update(name.words, (name.role or "").lower().split())

    def _long_form(self, name: Name) -> Entity | None:
        """Return the longer name that this one is short for, if there is just one."""
        found: dict[int, Entity] = {}
        for part in {name.words[0], name.words[-1]}:
            for entity in self._by_part.get(part, ())[:_MANY]:
                if _short_for(name, entity):
                    found[id(entity)] = entity
        return next(iter(found.values())) if len(found) == 1 else None


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
