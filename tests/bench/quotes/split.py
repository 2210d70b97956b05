"""Which articles of a corpus are for learning, for choosing, and for measuring alone.

Held out by publisher as well as by article: one publisher belongs to the test part wholly, so
that nobody's style of it was seen. The parts follow from ids and publishers alone, whatever the
order of the file. Whoever trains on a corpus and whoever measures on it both ask here.
"""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Literal, get_args

Part = Literal["train", "dev", "test"]
PARTS: tuple[Part, ...] = get_args(Part)

UNSEEN_PUBLISHERS = frozenset({"usa-today"})
"""Publishers of which nothing is learned from."""
EACH = 8
"""Articles of every other publisher in the test part, and as many in the development part."""


def split(articles: Iterable[tuple[str, str]]) -> dict[str, Part]:
    """Return the part of each article, by its id.

    Args:
        articles: Id and publisher of every article of the corpus; all of them, since the parts
            are taken from the order of a publisher's articles.
    """
    publishers: dict[str, set[str]] = defaultdict(set)
    for name, publisher in articles:
        publishers[publisher].add(name)
    return {
        name: _part(publisher, rank)
        for publisher, names in publishers.items()
        for rank, name in enumerate(sorted(names, key=_digest))
    }


def _part(publisher: str, rank: int) -> Part:
    if publisher in UNSEEN_PUBLISHERS or rank < EACH:
        return "test"
    return "dev" if rank < 2 * EACH else "train"


def _digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()
