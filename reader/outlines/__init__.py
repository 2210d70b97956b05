"""Subscriptions in files: OPML, and the ``urls`` file of newsboat."""

from reader.outlines.newsboat import parse_urls
from reader.outlines.opml import is_opml, parse_opml, write_opml
from reader.outlines.outline import LeftOut, Outline, Outlines, folder_levels, folder_name
from reader.web import decode

__all__ = [
    "LeftOut",
    "Outline",
    "Outlines",
    "folder_levels",
    "folder_name",
    "parse_opml",
    "parse_outlines",
    "parse_urls",
    "write_opml",
]


def parse_outlines(data: bytes) -> Outlines:
    """Return the subscriptions that a file lists: OPML, else lines as newsboat's.

    Raises:
        ParseError: It is neither.
    """
    text = decode(data)
    return parse_opml(data) if is_opml(text) or "<" in text[:1000] else parse_urls(text)
