"""Whether two entries are the same one, where the id that a feed gives does not tell.

Feeds change the ids of their entries: with the address of the site, with the program that writes
them, at each update of an article. A reader that goes by ids alone shows everything anew then.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, NamedTuple

from reader.model import ParsedEntry

# What tells a server how a reader came, and nothing of the page: the names that the makers of
# statistics document, the BBC's "at_", "xtor" of AT Internet, and whatever says "rss".
_TRACKING: Final = re.compile(
    r"(?:utm_|at_|mc_|pk_|mtm_|matomo_|hsa_|_hs|ns_)[\w-]*=.*"
    r"|(?:fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mkt_tok|xtor|ocid|cmpid?|ito|smid)(?:=.*|$)"
    r"|[\w-]+=(?:rss|feed|atom)",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?://(?:[^/?#]*@)?([^/?#@]*)([^?#]*)(.*)", re.DOTALL)
"""Host, path, query and fragment (RFC 3986, appendix B)."""
_COUNTED: Final = re.compile(r"[0-9]{0,3}")
"""The fragment of an id whose server counts the updates of an article (the BBC's)."""
_TAG: Final = re.compile(r"tag:[^,:]*(,[^:]*:.*)", re.DOTALL)
"""A tag URI (RFC 4151): who gave it, then when, then what."""

_MARKUP: Final = re.compile(r"<[^<>]*>")
_LETTERS: Final = re.compile(r"\w+")
_COMPARED: Final = 20_000
"""Code points of two texts that are compared."""
_ALIKE: Final = 0.7
"""The part of all words of two texts that both have, from which on they are one text."""
_TELLING: Final = 12
"""Different words of a text that tells by itself which one it is."""
_STORY_WORDS: Final = 4
_STORY_LETTERS: Final = 20
"""What a title has at least that tells a story by itself: "Morning briefing" does not."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of an entry, as far as it tells which one it is."""

    id: int
    guid: str
    title: str
    link: str | None
    published: int | None


def untracked(url: str) -> str:
    """Return an address without what only tells a server where its reader came from."""
    if "?" not in url and "#" not in url:
        return url
    address, hash_, fragment = url.partition("#")
    page, mark, query = address.partition("?")
    kept = "&".join(part for part in query.split("&") if not _TRACKING.fullmatch(part))
    lost = not fragment or fragment.startswith(":~:") or _TRACKING.fullmatch(fragment)
    return page + (mark + kept if kept else "") + ("" if lost else hash_ + fragment)


def bare_link(url: str | None) -> str:
    """Return what an address has in every spelling, "" where it names no single page.

    Without scheme, ``www.``, tracking and a slash at the end; the front page of a site is
    what entries of any number link to.
    """
    host, rest = _parts(url or "")
    return f"{host}{rest}" if host and rest else ""


def bare_id(guid: str) -> str:
    """Return what is left of an id when its site moves; "" where that is nothing."""
    if tagged := _TAG.fullmatch(guid):
        return tagged[1]
    host, rest = _parts(guid)
    return rest if host else ""


def _parts(url: str) -> tuple[str, str]:
    """Return host and the rest of an http or https address; both "" for any other text."""
    parts = _ADDRESS.fullmatch(untracked(url))
    if parts is None:
        return "", ""
    host, path, more = parts.groups()
    return host.lower().removeprefix("www."), path.rstrip("/") + more


class Keys(NamedTuple):
    """What entries share that may be the same: 64-bit numbers, None where there is nothing."""

    link: int | None
    title: int | None
    telling: bool
    """Whether the title is long enough to tell a story by itself."""

    def same(self) -> tuple[int, ...]:
        """Return what two entries of a feed have in common that may be one."""
        return tuple(key for key in self[:2] if key is not None)

    def story(self) -> tuple[int, ...]:
        """Return what entries of different feeds have in common that tell one story."""
        return self.same() if self.telling else self.same()[: self.link is not None]


def keys(title: str, link: str | None) -> Keys:
    """Return the keys of an entry."""
    words, bare = _letters(title), bare_link(link)
    telling = len(words) >= _STORY_LETTERS and words.count(" ") + 1 >= _STORY_WORDS
    return Keys(_number("l", bare), _number("t", words), telling)


def _number(kind: str, text: str) -> int | None:
    if not text:
        return None
    digest = blake2b(f"{kind}{text}".encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _letters(text: str) -> str:
    """Return the words of a text in one spelling: without case and marks."""
    return " ".join(_LETTERS.findall(text.casefold()))


def same_entries(
    new: Sequence[ParsedEntry],
    kept: Mapping[str, Sequence[Known]],
    here: Collection[int],
    html_of: Callable[[int], str],
) -> dict[str, tuple[int, str]]:
    """Find out which entries of a feed are kept already under another id.

    An entry is only taken for another where each is the only one for the other: what is not
    sure is new. What an entry also has in common with one that the feed still has, tells nothing.

    Args:
        new: Entries whose ids are unknown.
        kept: By the id of each, those that may be the same.
        here: Those that the feed still has under an id that is known.
        html_of: Gives the content of one that is kept.

    Returns:
        By the new id: which entry it is, and why, in words.
    """
    pairs = [
        (rank, entry.guid, known.id, why)
        for entry in new
        for known in kept.get(entry.guid, ())
        if (judged := _judge(entry, known, html_of))
        for rank, why in (judged,)
    ]
    found: dict[str, tuple[int, str]] = {}
    settled: set[str | int] = set()
    for rank in sorted({pair[0] for pair in pairs}, reverse=True):
        left = [pair[1:] for pair in pairs if pair[0] == rank and settled.isdisjoint(pair[1:3])]
        times = Counter[str | int](side for guid, known_id, _ in left for side in (guid, known_id))
        for guid, known_id, why in left:
            if times[guid] == times[known_id] == 1 and known_id not in here:
                found[guid] = known_id, why
        settled.update(times)  # what is unsure here is not decided by what tells less
    return found


def _judge(new: ParsedEntry, old: Known, html_of: Callable[[int], str]) -> tuple[int, str] | None:
    """Return how sure it is that two entries are one, and why; None where it is not."""
    if bare_link(new.guid) and bare_link(new.guid) == bare_link(old.guid):
        return 3, "the same address as id, but for scheme and tracking"
    link = bare_link(new.link) and bare_link(new.link) == bare_link(old.link)
    if link and _counts_updates(new.guid, old.guid):
        return 3, "the same link, and an id that counts updates"
    title = bool(new.title) and _letters(new.title) == _letters(old.title)
    dated = new.published is not None and old.published is not None
    date = dated and new.published == old.published
    own_id = bare_id(new.guid) and bare_id(new.guid) == bare_id(old.guid)
    if own_id and (title or date):
        return 2, f"the same id but for its host, and the same {'title' if title else 'date'}"
    if link and (date or (title and not dated)):
        return 2, f"the same link and {'date' if date else 'title'}"
    if title and (link or date or not dated):
        telling = 0 if date else _TELLING
        if alike(new.content_html or new.summary or "", html_of(old.id), telling):
            return (
                1,
                f"the same title, {'date' if date else 'link' if link else 'no date'} and text",
            )
    return None


def _counts_updates(one: str, other: str) -> bool:
    """Whether two ids are one address with numbers as fragments."""
    (one, _, first), (other, _, second) = one.partition("#"), other.partition("#")
    numbers = _COUNTED.fullmatch(first) and _COUNTED.fullmatch(second)
    return bool(numbers and bare_link(one) and bare_link(one) == bare_link(other))


def alike(one: str, other: str, telling: int = 0) -> bool:
    """Whether two texts in HTML have most of their words in common (Jaccard's index).

    Texts of fewer than ``telling`` different words are not.
    """
    first, second = (
        set(_letters(_MARKUP.sub(" ", html[:_COMPARED])).split()) for html in (one, other)
    )
    both = len(first & second)
    return both >= telling and both >= _ALIKE * len(first | second)
