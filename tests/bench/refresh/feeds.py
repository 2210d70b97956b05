"""Feeds made up for the benchmark: the same for the same numbers, of invented words."""

import gzip
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

_LETTERS = "bdfgklmnprstvz"
_NEWEST = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Page:
    """What a server has at one path."""

    path: str
    type: bytes
    etag: bytes
    packed: bytes
    """The body, in gzip."""
    entries: int


def make_feeds(count: int, *, least: int = 20, most: int = 50) -> Iterator[Page]:
    """Yield feeds, RSS and Atom in turns, with 5 kB of HTML an entry.

    Args:
        count: How many.
        least: The fewest entries in one.
        most: The most entries in one.
    """
    chance = random.Random(7)  # noqa: S311 - nothing depends on who guesses it
    syllables = [letter + vowel for letter in _LETTERS for vowel in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(3000)]
    for number in range(count):
        entries = chance.randint(least, most)
        write, type_ = _FORMATS[number % 2]
        body = write(number, entries, chance, words).encode()
        etag = b'"%s"' % hashlib.sha256(body).hexdigest()[:24].encode()
        yield Page(f"/{number}.xml", type_, etag, gzip.compress(body, 1), entries)


def _said(chance: random.Random, words: list[str], count: int) -> str:
    return " ".join(chance.choices(words, k=count)).capitalize()


def _html(chance: random.Random, words: list[str]) -> str:
    return "".join(
        f"<p>{_said(chance, words, 60)}. <a href='https://a.example/'>{_said(chance, words, 3)}</a>"
        f" &amp; {_said(chance, words, 30)}.</p>\n"
        for _ in range(8)
    )


def _rss(number: int, entries: int, chance: random.Random, words: list[str]) -> str:
    items = "".join(
        f"<item><title>{_said(chance, words, 8)}</title>"
        f"<link>https://a.example/{number}/{entry}</link>"
        f"<guid isPermaLink='false'>tag:{number}:{entry}</guid>"
        f"<pubDate>{format_datetime(_NEWEST - timedelta(hours=entry * 3))}</pubDate>"
        f"<dc:creator>{_said(chance, words, 2)}</dc:creator>"
        f"<description>{_said(chance, words, 30)}</description>"
        f"<content:encoded><![CDATA[{_html(chance, words)}]]></content:encoded></item>\n"
        for entry in range(entries)
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
        f"<title>Feed {number:04}</title><link>https://a.example/{number}</link>"
        f"<description>{_said(chance, words, 9)}</description>{items}</channel></rss>"
    )


def _atom(number: int, entries: int, chance: random.Random, words: list[str]) -> str:
    items = "".join(
        f"<entry><title>{_said(chance, words, 8)}</title>"
        f"<link href='https://a.example/{number}/{entry}'/><id>tag:{number}:{entry}</id>"
        f"<published>{(_NEWEST - timedelta(hours=entry * 3)).isoformat()}</published>"
        f"<updated>{(_NEWEST - timedelta(hours=entry * 3)).isoformat()}</updated>"
        f"<author><name>{_said(chance, words, 2)}</name></author>"
        f"<summary>{_said(chance, words, 30)}</summary>"
        f"<content type='html'>{_escaped(_html(chance, words))}</content></entry>\n"
        for entry in range(entries)
    )
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>"
        f"<title>Feed {number:04}</title><id>tag:{number}</id>"
        f"<link href='https://a.example/{number}'/><updated>{_NEWEST.isoformat()}</updated>"
        f"{items}</feed>"
    )


def _escaped(html: str) -> str:
    return html.replace("&", "&amp;").replace("<", "&lt;")


_FORMATS = ((_rss, b"application/rss+xml"), (_atom, b"application/atom+xml"))
