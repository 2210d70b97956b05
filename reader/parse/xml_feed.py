"""RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, read by feedparser from XML mended for it."""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from reader.errors import ParseError
from reader.model import Enclosure, ParsedEntry, ParsedFeed
from reader.parse.dates import feed_time
from reader.parse.fields import (
    absolute,
    html_of_text,
    language,
    line,
    line_of_html,
    made_guid,
)
from reader.parse.mend import mended
from reader.safe_xml import root_name
from reader.text import clean
from reader.web import web_url

Told = dict[str, Any]
"""What feedparser tells of a feed, an entry, a link: a dictionary with its own names."""

ROOTS: Final = frozenset(("rss", "rdf", "feed", "channel", "entry"))
"""The local names of the elements that a feed in XML may begin with."""
_HTML: Final = frozenset(("text/html", "application/xhtml+xml"))
_ADDRESS: Final = re.compile(r"\S+@\S+")
_VOID_END: Final = re.compile("</(?:area|br|col|embed|hr|img|input|link|meta|source|wbr)>")


def parse_xml_feed(text: str, base_url: str | None) -> ParsedFeed:
    """Return the feed that an XML document is, as far as it can be read.

    Args:
        text: The document; it may be broken.
        base_url: Where it came from: relative addresses are resolved against it, or
            against ``xml:base`` where the document sets that.

    Raises:
        ParseError: There is no feed in it.
    """
    name = root_name(text)
    if name not in ROOTS:
        raise ParseError(f"not a feed but <{line(name)}>" if name else "not a feed")
    told = _feedparser(mended(text), base_url)
    feed: Told = told["feed"]
    entries: list[Told] = told["entries"]
    if not told["version"] and not entries:
        raise ParseError("not a feed: neither RSS nor Atom")
    spoken = language(feed.get("language"))
    # An Atom entry without an author has its feed's (RFC 4287, 4.2.1).
    common = tuple(_authors(feed)) if told["version"].startswith("atom") else ()
    return ParsedFeed(
        title=_title(feed),
        link=_link(feed, base_url),
        description=line_of_html(feed.get("subtitle") or "") or None,
        language=spoken,
        updated=_time(feed, "updated") or _time(feed, "published"),
        entries=tuple(_entry(entry, base_url, common, spoken) for entry in entries),
    )


def _feedparser(document: bytes, base_url: str | None) -> Told:
    """Return what feedparser reads in a well-formed document in UTF-8."""
    import feedparser  # 50 ms that a start without a refresh need not pay

    headers = {"content-type": "application/xml; charset=utf-8"}
    if base_url:
        headers["content-location"] = base_url
    # A stream: bytes it would take as the name of a file, if there is one of that name.
    told: Told = feedparser.parse(
        io.BytesIO(document),
        response_headers=headers,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return told


def _entry(
    told: Told, base_url: str | None, authors: tuple[str, ...], spoken: str | None
) -> ParsedEntry:
    title = _title(told)
    link = _link(told, base_url)
    published, updated = _time(told, "published"), _time(told, "updated")
    contents = told.get("content") or []
    content = max((_html(one, base_url) for one in contents), key=len, default="")
    summary = _html(told.get("summary_detail") or {}, base_url)
    return ParsedEntry(
        guid=line(told.get("id")) or link or made_guid(title, published, content or summary),
        title=title,
        link=link,
        authors=tuple(_authors(told)) or authors,
        published=published,
        updated=updated,
        content_html=content or None,
        summary=summary or None,
        language=_language(told, contents) or spoken,
        enclosures=tuple(_enclosures(told, base_url)),
    )


def _title(told: Told) -> str:
    """Return a title as plain text: tags are dropped only where the feed says it is HTML."""
    title = told.get("title") or ""
    kind = (told.get("title_detail") or {}).get("type")
    return line_of_html(title) if kind in _HTML else line(title)


def _link(told: Told, base_url: str | None) -> str | None:
    """Return the address of the page: the link told as such, else the first alternate."""
    others = (one.get("href") for one in told.get("links") or () if one.get("rel") == "alternate")
    urls = (web_url(address, base_url) for address in (told.get("link"), *others))
    return next(filter(None, urls), None)


def _time(told: Told, name: str) -> int | None:
    # Not told.get(): feedparser's own warns, and takes "published" for "updated".
    return feed_time(dict.get(told, name) or "", dict.get(told, name + "_parsed"))


def _html(detail: Told, base_url: str | None) -> str:
    """Return a content or summary as HTML, "" where it is neither text nor HTML."""
    value, kind = detail.get("value") or "", detail.get("type") or "text/html"
    if kind not in _HTML:
        return html_of_text(value) if kind.startswith("text/") else ""
    if kind == "application/xhtml+xml":
        value = _VOID_END.sub("", value)  # XML's way to end <br/>, a second <br> to HTML
    base = detail.get("base")
    if base and base != base_url:  # the feed sets xml:base, which the HTML alone does not tell
        value = absolute(value, base)
    return clean(value)


def _authors(told: Told) -> Iterator[str]:
    alone = line(told.get("author"))
    if _ADDRESS.fullmatch(alone):  # feedparser cuts the end off
        yield alone
        return
    for author in told.get("authors") or ():
        if name := line(author.get("name") or author.get("email")):
            yield name


def _language(told: Told, contents: list[Told]) -> str | None:
    """Return the language of an entry: its own element, or ``xml:lang`` of its text."""
    details = (*contents, told.get("summary_detail") or {}, told.get("title_detail") or {})
    tags = (told.get("language"), *(detail.get("language") for detail in details))
    return next(filter(None, map(language, tags)), None)


def _enclosures(told: Told, base_url: str | None) -> Iterator[Enclosure]:
    for one in told.get("enclosures") or ():
        length = line(one.get("length"))
        if url := web_url(one.get("href"), base_url):
            yield Enclosure(
                url=url,
                type=line(one.get("type")) or None,
                length=int(length) if length.isdecimal() and len(length) < 16 else None,
            )
