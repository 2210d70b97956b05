"""The links of an article: all of them, and letters for those in sight."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from reader.model import Article, Block, Enclosure
from reader.text import clean_line
from reader.ui.render.cells import crop, width_of
from reader.ui.render.lines import Line, Page, Run

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""What is typed to follow a link: the fingers' own row first."""
_KINDS = {"audio": "▶ audio", "video": "▶ video", "image": "picture"}


class Link(NamedTuple):
    """A link of an article."""

    text: str
    url: str
    sign: str = ""
    """What it leads to, where that is no page: "▶ audio"."""


class Hint(NamedTuple):
    """A link in sight, and the letters that follow it."""

    label: str
    url: str
    line: int
    cell: int
    """Where it begins on its line, in cells."""


def links_of(article: Article, enclosures: Sequence[Enclosure]) -> list[Link]:
    """Return every link of an article in order, each address once: its enclosures first.

    Those that lead to another place of the article are left out.
    """
    found = [Link(about_enclosure(one), one.url, _kind(one)) for one in enclosures]
    for block in article.blocks:
        found += _of_block(block)
    first: dict[str, Link] = {}
    for link in found:
        first.setdefault(link.url, link)
    return list(first.values())


def _of_block(block: Block) -> Iterator[Link]:
    if block.url:
        sign = "▶" if block.kind == "embed" else "picture"
        yield Link(block.text or name_of(block.url), block.url, sign)
    for inline in block.inlines:
        if inline.url and not inline.url.startswith("#"):
            text = " ".join(block.text[inline.start : inline.end].split())
            yield Link(text or name_of(inline.url), inline.url)


def _kind(enclosure: Enclosure) -> str:
    return _KINDS.get((enclosure.type or "").partition("/")[0].lower(), "file")


def about_enclosure(enclosure: Enclosure) -> str:
    """Return an enclosure's name and size: "episode-7.mp3 · 12 MB"."""
    size = enclosure.length or 0
    told = f" · {_size(size)}" if size > 0 else ""
    return name_of(enclosure.url) + told


def _size(size: int) -> str:
    """Return an amount of bytes in powers of ten."""
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size} {unit}"
        size = round(size / 1000)
    return f"{size:,} GB"


def name_of(url: str) -> str:
    """Return the last part of an address's path, else its host: short, and nothing secret."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    return clean_line(unquote(last)) or host_of(url)


def host_of(url: str) -> str:
    """Return where an address leads: its host without "www.", or what it is otherwise."""
    parts = urlsplit(url)
    return (parts.hostname or parts.scheme or url).removeprefix("www.")


def enclosure_lines(enclosures: Sequence[Enclosure], width: int, most: int = 4) -> list[Line]:
    """Return a line for each enclosure but pictures, ``most`` of them, each one link."""
    shown = [one for one in enclosures if _kind(one) != "picture"]
    lines = []
    for one in shown[:most]:
        text = crop(f"{_kind(one)} · {about_enclosure(one)}", width)
        lines.append(Line(text, (Run(0, len(text), "link", url=one.url),)))
    if len(shown) > most:
        lines.append(
            Line(crop(f"{len(shown) - most} more in the list of links", width), role="dim")
        )
    return lines


def in_sight(page: Page, first: int, last: int) -> list[Hint]:
    """Return the links on lines ``first`` to ``last`` (not included), with their letters.

    A link that goes on on the next line is one.
    """
    found: list[tuple[str, int, int]] = []
    before, ended = "", -2
    for number in range(max(first, 0), min(last, len(page.lines))):
        line = page.lines[number]
        for run in sorted(run for run in line.runs if run.url):
            if run.url != before or number > ended + 1:
                found.append((run.url or "", number, width_of(line.text[: run.start])))
            before, ended = run.url or "", number
    return [Hint(label, *place) for label, place in zip(labels(len(found)), found, strict=False)]


def labels(count: int) -> list[str]:
    """Return letters for so many links, all of the same length; at most 676."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    return ["".join(pair) for pair in product(LETTERS, repeat=2)][:count]
