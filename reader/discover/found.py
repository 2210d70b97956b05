"""A feed that was found, and which of several is meant first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from reader.discover.leads import Kind, Link, Place
from reader.fetch import Fetched, host_of
from reader.model import ParsedEntry, ParsedFeed

_COMMENTS: Final = re.compile(
    r"\b(?:comments?|kommentare?|commentaires?|comentarios|comentários|commenti|reacties)\b",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"/(?:category|categories|tags?|author|label|topics?)/", re.IGNORECASE)
_COMPARED: Final = 10
"""Entries by which feeds under two addresses are known as one."""


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that an address leads to."""

    url: str
    """Where to ask for it from now on."""
    kind: Kind
    place: Place
    feed: ParsedFeed
    answer: Fetched
    """What its server said, without the document."""
    trusted: bool
    """It is on the host that was typed."""
    aside: int = 0
    """0 for a feed of the whole, 1 of a part of the site, 2 of comments."""

    @property
    def title(self) -> str:
        """What it calls itself, else its host."""
        return self.feed.title or host_of(self.url) or self.url

    @property
    def latest(self) -> ParsedEntry | None:
        """The entry that appeared last; of entries without a date, the first."""
        return max(self.feed.entries, key=moment_of, default=None)


def moment_of(entry: ParsedEntry) -> int:
    """Return when an entry appeared, in seconds since 1970 UTC; 0 where nobody knows."""
    return entry.published or entry.updated or 0


def aside_of(url: str, titles: str, page: str) -> int:
    """Return how far from the whole a feed is, as ``FoundFeed.aside``.

    Args:
        url: The feed's address.
        titles: What it is called.
        page: The page that leads to it: of a part of a site, that part is meant.
    """
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}"
    if _COMMENTS.search(path) or _COMMENTS.search(titles):
        return 2
    below = path.startswith(urlsplit(page).path.rstrip("/") + "/")
    of_part = _PART.search(path) and not (below and _PART.search(urlsplit(page).path + "/"))
    return 1 if of_part else 0


def ordered(links: Iterable[Link], page: str) -> list[Link]:
    """Return links with each address once, those likeliest to be the site's feed first."""
    once: dict[str, Link] = {}
    for link in links:
        once.setdefault(key_of(link.url), link)
    return sorted(once.values(), key=lambda link: aside_of(link.url, link.title, page))


def without_twins(found: Iterable[FoundFeed]) -> list[FoundFeed]:
    """Return feeds in order, each once: sites give one feed under several addresses and formats."""
    kept: list[FoundFeed] = []
    seen: set[object] = set()
    for one in found:
        signs = {key_of(one.answer.url), _entries_of(one.feed)} - {()}
        if not signs & seen:
            kept.append(one)
        seen |= signs
    return kept


def key_of(url: str) -> str:
    """Return an address without what makes no difference: scheme, fragment, a slash at the end."""
    return url.partition("#")[0].partition("://")[2].rstrip("/")


def _entries_of(feed: ParsedFeed) -> tuple[str, ...]:
    """Return what tells a feed by its entries, the same in each format; empty for none."""
    return tuple(entry.link or entry.title for entry in feed.entries[:_COMPARED])


def bare(answer: Fetched) -> Fetched:
    """Return an answer without its document."""
    return replace(answer, data=b"")
