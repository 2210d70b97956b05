"""What a reader has in mind: who was mentioned before, and so what "he" can stand for."""

from collections import deque
from dataclasses import dataclass

from reader.quotes.identity import NameType
from reader.quotes.registry import Entity
from reader.quotes.sentence import Sentence

_MEMORY = 48  # mentions looked back on for a pronoun or nominal
_FAR = 12  # sentences after which a pronoun no longer reaches its name
SPOKE, LED = 1.5, 0.6
"""Sentences that a speaker, and a subject, count as nearer."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """An entity where it was mentioned."""

    sentence: int
    first: int
    entity: Entity
    weight: float


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

    def nearest(
        self,
        sentence: Sentence,
        types: set[NameType],
        gender: str = "",
        *,
        word: str = "",
        heard: bool = False,
        named: bool = False,
        certain: bool | None = None,
    ) -> Entity | None:
        """Return the entity mentioned nearest before, subjects and speakers first.

        Args:
            sentence: Where the mention stands.
            types: What it may be.
            gender: What the article calls it: "he", "she", or empty.
            word: What must stand in its name or role, unless empty.
            heard: Only who has spoken before.
            named: Only who has a name.
            certain: Only those whose type is told, or is not.
        """
        best: _Seen | None = None
        least = (0.0, 0)
        for seen in self._seen:
            entity = seen.entity
            if not word and sentence.index - seen.sentence > _FAR:
                continue
            if not _fits(entity, types, gender) or (word and word not in entity.called):
                continue
            if (heard and not entity.spoke) or (named and entity.described):
                continue
            if certain is not None and entity.certain is not certain:
                continue
            rank = (sentence.index - seen.sentence - seen.weight, seen.first)
            if best is None or rank < least:
                best, least = seen, rank
        return best.entity if best is not None else None


def _fits(entity: Entity, types: set[NameType], gender: str) -> bool:
    return entity.type in types and (not gender or entity.gender in ("", gender))
