"""How lexicons list their words: by forms, so that a verb is written once."""

from collections.abc import Sequence
from itertools import product


def word_set(listed: str) -> frozenset[str]:
    """Return the words of ``listed``."""
    return frozenset(listed.split())


def word_list(listed: str) -> tuple[str, ...]:
    """Return the words of ``listed`` in their order."""
    return tuple(listed.split())


def forms(stems: str, endings: str) -> list[str]:
    """Return each stem with each ending; "-" is the empty ending.

    ``forms("sag red", "t te")`` gives "sagt", "sagte", "redt", "redte".
    """
    return [
        stem + ("" if ending == "-" else ending)
        for stem, ending in product(stems.split(), endings.split())
    ]


def cues(*listed: tuple[str, str | Sequence[str]]) -> dict[str, str]:
    """Return the forms of cue verbs with their letters; of two listings the first counts.

    Each listing is the letters and the forms, as words of one string or as a list.
    """
    found: dict[str, str] = {}
    for letters, words in listed:
        for word in words.split() if isinstance(words, str) else words:
            found.setdefault(word, letters)
    return found


def phrase_lines(listed: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of ``listed``, one a line."""
    return tuple(tuple(line.split()) for line in listed.strip().splitlines())
