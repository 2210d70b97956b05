"""What a document turned out to be, and what in it leads to feeds."""

from typing import Literal, NamedTuple

from reader.model import ParsedFeed

Kind = Literal["RSS", "Atom", "JSON Feed"]
Place = Literal["typed", "named", "linked", "habit", "guessed"]
"""How a feed was come by: the address itself, a link element of its page, a link that people see,
a known habit of its site, or a path where feeds often are."""


class Feed(NamedTuple):
    """A feed, and what it is written in."""

    kind: Kind
    told: ParsedFeed


class Link(NamedTuple):
    """An address that may be a feed's."""

    url: str
    place: Place
    title: str = ""


class Page(NamedTuple):
    """What a page says of feeds."""

    links: tuple[Link, ...] = ()
    """The surest first."""
    canonical: str | None = None
    """What the page calls its own address."""
    made_by: str = ""
    """The programs that made it, in lower case."""
