"""The bytes of a feed -> ParsedFeed. Pure: no network, no clock, no store."""

from reader.errors import ParseError
from reader.model import ParsedFeed
from reader.parse.json_feed import parse_json_feed
from reader.parse.xml_feed import ROOTS as FEED_ROOTS
from reader.parse.xml_feed import parse_xml_feed
from reader.safe_xml import decode

__all__ = ["FEED_ROOTS", "parse"]


def parse(
    data: bytes, *, base_url: str | None = None, content_type: str | None = None
) -> ParsedFeed:
    """Return the feed that a document is: RSS, RDF, Atom or JSON Feed, told by its beginning.

    Args:
        data: The document.
        base_url: Where it came from; relative addresses are resolved against it.
        content_type: The HTTP header, for the character set it may name.

    Raises:
        ParseError: There is no feed in it. A broken feed with something left in it is
            no error, nor is one bad date or address: it costs that field.
    """
    text = decode(data, content_type).lstrip("\ufeff\0 \t\r\n")
    if not text:
        raise ParseError("not a feed: empty")
    read = parse_json_feed if text.startswith(("{", "[")) else parse_xml_feed
    return read(text, base_url)
