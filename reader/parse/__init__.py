"""The bytes of a feed -> ParsedFeed. Pure: no network, no clock, no store."""

from reader.errors import ParseError
from reader.model import ParsedFeed
from reader.web import decode


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
    if text.startswith(("{", "[")):
        from reader.parse.json_feed import parse_json_feed

        return parse_json_feed(text, base_url)
    from reader.parse.xml_feed import parse_xml_feed  # lxml and feedparser: only where needed

    return parse_xml_feed(text, base_url)
