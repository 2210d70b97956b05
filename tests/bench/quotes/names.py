"""Whether a name is the right one: the same name need not be the same letters."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from tests.bench.quotes.data import Article, Attribution

ARTICLES = frozenset({"the", "a", "an"})
TITLES = {
    "anyone": "mr mrs ms miss mx dr prof professor author novelist coach",
    "rank": "sir dame lord lady madam king queen prince princess datuk dato seri tan tun",
    "church": "rev reverend pope",
    "state": "president vice prime minister pm premier chancellor secretary ambassador"
    " commissioner governor gov mayor mep mec mp"
    " senator sen rep representative congressman congresswoman",
    "courts": "judge justice chief",
    "forces": "general gen major maj lieutenant lt colonel col brigadier commander commandant"
    " captain capt sergeant sgt admiral rear wing officer",
    "houses": "ceo director chairman chairwoman spokesman spokeswoman spokesperson",
}
LEADING = ARTICLES.union(*(titles.split() for titles in TITLES.values()))
DROPPED = re.compile(r"['’‘`´\-‐‑.]")
"""What may stand inside a word and makes no other word of it: O'Neill, U.S., Ray-Lind."""


def words_of(name: str, *, person: bool) -> tuple[str, ...]:
    """Return the words of a name without accents, case, punctuation and what only leads to it."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = re.findall(r"\w+", DROPPED.sub("", letters))
    leading = LEADING if person else ARTICLES
    first = 0
    while first < len(words) - 1 and words[first] in leading:
        first += 1
    return tuple(words[first:])


def shared_last_names(article: Article) -> frozenset[str]:
    """Return the last names that say too little here: several people bear them."""
    bearers: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for each in (*article.attributions, *article.optional):
        if each.type == "person":
            for words in (words_of(name, person=True) for name in each.names):
                bearers[words[-1] if words else ""].add(words)
    listed = {w for name in article.ambiguous_names for w in words_of(name, person=True)}
    return frozenset({name for name, people in bearers.items() if len(people) > 1} | listed)


def names_right(found: Sequence[str], gold: Attribution, shared: frozenset[str]) -> bool:
    """Tell whether every name found is one of the source's; none is right where there is none."""
    if not gold.names:
        return not found
    right = gold.names + gold.names_too
    return bool(found) and all(
        any(same_name(name, other, gold.type, shared) for other in right) for name in found
    )


def same_name(found: str, gold: str, type_: str | None, shared: frozenset[str]) -> bool:
    """Tell whether two names mean the same source.

    Args:
        found: A name.
        gold: The name it should be.
        type_: What the source is. People may go by the end of their name alone; what has no
            name, but a description, is the same where half of its words are.
        shared: Last names that are not enough.
    """
    ours, theirs = (words_of(name, person=type_ == "person") for name in (found, gold))
    if not ours or not theirs:
        return False
    if ours == theirs:
        return True
    if type_ == "person":
        return _ends(ours, theirs, shared) or _ends(theirs, ours, shared)
    if type_ in ("document", "group", "unnamed"):
        one, other = set(ours) - ARTICLES, set(theirs) - ARTICLES
        return bool(one and other) and 2 * len(one & other) >= len(one | other)
    return False


def _ends(short: tuple[str, ...], long: tuple[str, ...], shared: frozenset[str]) -> bool:
    telling = len(short) > 1 or short[0] not in shared
    return telling and len(short) < len(long) and long[-len(short) :] == short


def is_fullest(found: Sequence[str], gold: Attribution) -> bool:
    """Tell whether a right answer names the source in full, or rightly names nobody."""
    person = gold.type == "person"
    full = {words_of(name, person=person) for name in gold.names}
    return not found or any(words_of(name, person=person) in full for name in found)


def printed_name(text: str, gold: Attribution) -> str:
    """Return how much of the name its mention prints: "named", "part" of it, or "none"."""
    mention = set(words_of(" ".join(text[start:end] for start, end in gold.source), person=False))
    printed = "none"
    for name in gold.names:
        words = set(words_of(name, person=gold.type == "person")) - ARTICLES
        if words and words <= mention:
            return "named"
        if words & mention:
            printed = "part"
    return printed
