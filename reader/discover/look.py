"""What the bytes of a stranger are: a feed, or a page. Runs in a worker."""

from reader.discover.leads import Feed, Kind, Page
from reader.discover.page import read_page
from reader.errors import ParseError
from reader.parse import parse
from reader.safe_xml import root_name
from reader.web import decode, is_binary


def look(data: bytes, *, url: str, content_type: str | None = None) -> Feed | Page:
    """Return the feed that a document is, else what it says of feeds.

    Args:
        data: The document.
        url: Where it came from.
        content_type: The HTTP header, for the character set it may name.

    Raises:
        ParseError: It is a list of subscriptions.
    """
    text = decode(data, content_type)
    root = root_name(text)
    try:
        return Feed(_kind(text, root), parse(data, base_url=url, content_type=content_type))
    except ParseError:
        if root == "opml":
            words = "this is a list of subscriptions (OPML), which 'newsreader import' takes"
            raise ParseError(words) from None
    return Page() if is_binary(text) or not root else read_page(text, url)


def _kind(text: str, root: str) -> Kind:
    if text.lstrip("\ufeff\0 \t\r\n").startswith(("{", "[")):
        return "JSON Feed"
    return "Atom" if root in ("feed", "entry") else "RSS"
