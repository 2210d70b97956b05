"""The feeds that a web page leads to. It may take long: run it in a worker."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from reader.article.extract import page_tree
from reader.article.markup import bounded
from reader.discover.leads import Link, Page
from reader.discover.typed import without_feed_scheme
from reader.errors import ParseError
from reader.text import clean_line
from reader.web import web_url

_TYPES: Final = (
    "application/atom+xml",
    "application/rss+xml",
    "application/x-rss+xml",
    "application/feed+json",
    "application/rdf+xml",
    "text/rss+xml",
    "application/atom",
    "application/rss",
    "application/json",
    "application/xml",
    "text/xml",
)
"""What a link element may say a feed is, the surest first."""
_NO_FEEDS: Final = re.compile(r"/wp-json/|/xmlrpc|oembed|opensearch|wlwmanifest|sitemap|manifest\.")
"""Documents that come with a feed's type or ending and are none."""
_FEED_ADDRESS: Final = re.compile(
    r"^https?://feeds?[\d.]|[/._-](?:feeds?|rss2?|atom)(?:[/._-]|$)|\.(?:rss|atom|rdf|xml)$"
    r"|[?&](?:feed|format|type|output)=(?:rss2?|atom|rdf|feed)\b",
    re.IGNORECASE,
)
_HOST: Final = re.compile(r"^(https?://(?:feeds?[\d.])?)[^/?]*")
"""What of an address tells nothing: a host, but for its being one of feeds."""
_FEED_WORDS: Final = re.compile(r"\b(?:rss|atom|(?:web|news|json|xml)[ -]?feed)\b", re.IGNORECASE)
_MAX_LINKS: Final = 50
_MAX_WORDS: Final = 200
"""Code points of a link's words: what is longer is no name of a feed."""


def read_page(source: str, url: str) -> Page:
    """Return what a page says of feeds; ``url`` is where it came from."""
    try:
        root = page_tree(bounded(source))
    except ParseError:
        return Page()
    base = next((web_url(one.get("href"), url) for one in root.iter("base")), None) or url
    canonical = next(iter(root.xpath("//link[@rel='canonical']/@href")), None)
    links: dict[str, Link] = {}
    for link in (*_named(root, base), *_linked(root, base)):
        links.setdefault(link.url, link)
    return Page(tuple(links.values())[:_MAX_LINKS], web_url(canonical, url), _maker(root))


def _named(root: HtmlElement, base: str) -> list[Link]:
    """Return the feeds of link elements (RSS Autodiscovery, WHATWG HTML 4.6.7.1)."""
    found: list[tuple[int, Link]] = []
    for element in root.iter("link"):
        rel = element.get("rel", "").lower().split()
        kind = element.get("type", "").partition(";")[0].strip().lower()
        url = _address(element, base)
        if url and ("feed" in rel or ("alternate" in rel and kind in _TYPES)):
            order = _TYPES.index(kind) if kind in _TYPES else 0
            found.append((order, Link(url, "named", _words(element.get("title", "")))))
    return [link for _, link in sorted(found, key=lambda pair: pair[0])]


def _linked(root: HtmlElement, base: str) -> Iterator[Link]:
    """Yield the links of the page that look like feeds, those that say so themselves first."""
    told: list[Link] = []
    for element in root.iter("a", "area"):
        url = _address(element, base)
        if url is None:
            continue
        words = _words(_label(element))
        if _FEED_ADDRESS.search(_HOST.sub(r"\1", url.partition("#")[0])):
            yield Link(url, "linked", words)
        elif _FEED_WORDS.search(words):
            told.append(Link(url, "linked", words))
    yield from told


def _address(element: HtmlElement, base: str) -> str | None:
    url = web_url(without_feed_scheme(element.get("href", "")), base)
    return None if url is None or _NO_FEEDS.search(url) else url


def _label(element: HtmlElement) -> str:
    attributes = (element.get(name, "") for name in ("title", "aria-label"))
    return " ".join((*attributes, str(element.text_content())[:_MAX_WORDS]))


def _words(text: str) -> str:
    return clean_line(text)[:_MAX_WORDS]


def _maker(root: HtmlElement) -> str:
    names = ("generator", "application-name")
    told = [one.get("content", "") for one in root.iter("meta") if one.get("name") in names]
    told += root.xpath("//*[@id='mastodon']/@id")
    return _words(" ".join(told)).lower()
