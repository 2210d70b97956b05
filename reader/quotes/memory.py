"""What a reader has in mind: who was mentioned before, and so what "he" can stand for."""

from collections import deque
from collections.abc import Collection
from typing import NamedTuple

from reader.quotes.name_types import NameType
from reader.quotes.registry import Entity
from reader.quotes.sentence import Sentence

_MEMORY = 48  # mentions looked back on for a pronoun or nominal
_FAR = 12  # sentences after which a pronoun no longer reaches its name
_NAMELESS = 0.5  # sentences that who is only described counts as farther
SPOKE, LED = 1.5, 0.6
"""Sentences that a speaker, and a subject, count as nearer."""
NOBODY: frozenset[str] = frozenset()


class _Seen(NamedTuple):
    """An entity where it was mentioned."""

    sentence: int
    first: int
    entity: Entity
    weight: float


class Wanted(NamedTuple):
    """What an entity must be to be what a mention stands for."""

    types: frozenset[NameType]
    gender: str = ""
    """What the article calls it: "he", "she", or empty."""
    words: frozenset[str] = NOBODY
    """What must all stand in its name or role."""
    any_of: frozenset[str] = NOBODY
    """One of which must stand in its name or role, unless empty."""
    none_of: frozenset[str] = NOBODY
    """What must not."""
    heard: bool = False
    """Whether it must have spoken before."""
    named: bool = False
    """Whether it must have a name."""
    unsure: bool = False
    """Whether its type must be no more than a guess."""

    def fits(self, entity: Entity) -> bool:
        """Whether an entity is what is wanted."""
        return (
            entity.type in self.types
            and (not self.gender or entity.gender in ("", self.gender))
            and self.words <= entity.called
            and (not self.any_of or not self.any_of.isdisjoint(entity.called))
            and self.none_of.isdisjoint(entity.called)
            and (not self.heard or entity.spoke)
            and not (self.named and entity.described)
            and not (self.unsure and entity.certain)
        )


class Memory:
    """The entities mentioned last, nearest first for whoever asks."""

    def __init__(self) -> None:
        self._seen: deque[_Seen] = deque(maxlen=_MEMORY)

    def see(self, sentence: int, first: int, entity: Entity, weight: float = 0.0) -> None:
        """Take note of a mention: its sentence, where it begins, and how much nearer it counts."""
        self._seen.append(_Seen(sentence, first, entity, weight))

    def beside(self, sentence: Sentence, entity: Entity | None) -> bool:
        """Whether an entity is named in the same sentence already."""
        return any(seen.entity is entity and seen.sentence == sentence.index for seen in self._seen)

    def among(self, entities: Collection[Entity]) -> Entity | None:
        """Return which of some entities was mentioned last, None where none was."""
        return next((seen.entity for seen in reversed(self._seen) if seen.entity in entities), None)

    def last_two(self, sentence: Sentence) -> list[Entity]:
        """Return the two people with names who were mentioned last, in that order."""
        found: list[Entity] = []
        for seen in reversed(self._seen):
            if sentence.index - seen.sentence > _FAR:
                break
            if seen.entity.type == "person" and not seen.entity.described:
                found = [*dict.fromkeys([*found, seen.entity])]
            if len(found) == len(("one", "other")):
                return found[::-1]
        return []

    def nearest(self, sentence: Sentence, wanted: Wanted) -> Entity | None:
        """Return the wanted entity mentioned nearest before a sentence.

        Subjects and speakers count as nearer, who has no name as farther.
        """
        best: _Seen | None = None
        least = (0.0, 0)
        far = bool(wanted.words or wanted.any_of)
        for seen in self._seen:
            if not far and sentence.index - seen.sentence > _FAR:
                continue
            if not wanted.fits(seen.entity):
                continue
            away = sentence.index - seen.sentence - seen.weight
            rank = (away + (_NAMELESS if seen.entity.described else 0.0), seen.first)
            if best is None or rank < least:
                best, least = seen, rank
        return best.entity if best is not None else None
