"""RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0: read by ourselves, and by feedparser what we decline."""

from typing import Final

from reader.errors import ParseError
from reader.model import ParsedFeed
from reader.parse.by_feedparser import read_slowly
from reader.parse.fields import line
from reader.parse.quick import read_leniently, read_tree
from reader.parse.readings import parsed_feed
from reader.parse.schedule import schedule
from reader.parse.told import ToldFeed
from reader.parse.trees import tree
from reader.parse.walk import Element
from reader.safe_xml import body, root_name

ROOTS: Final = frozenset(("rss", "rdf", "feed", "channel", "entry"))
"""The local names of the elements that a feed in XML may begin with."""


def parse_xml_feed(text: str, base_url: str | None, *, quick: bool = True) -> ParsedFeed:
    """Return the feed that an XML document is, as far as it can be read.

    Args:
        text: The document; it may be broken.
        base_url: Where it came from: relative addresses are resolved against it, or
            against ``xml:base`` where the document sets that.
        quick: Whether to try our own reading first. It changes nothing but the time.

    Raises:
        ParseError: There is no feed in it.
    """
    name = root_name(text)
    if name not in ROOTS:
        raise ParseError(f"not a feed but <{line(name)}>" if name else "not a feed")
    root, well_formed = tree(body(text))
    when = schedule(root)
    told = read_tree(root, base_url) if quick and well_formed else None
    return parsed_feed(told or _slowly(root, base_url), when, base_url)


def _slowly(root: Element, base_url: str | None) -> ToldFeed:
    try:
        told = read_slowly(root, base_url)
    except Exception:  # noqa: BLE001 - feedparser means to raise nothing, and raises anything
        return read_leniently(root, base_url)
    if not told.version and not told.entries:
        raise ParseError("not a feed: neither RSS nor Atom")
    return told
