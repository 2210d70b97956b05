"""The main text of a web page, and what the page says of it."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring, tostring

from reader.article.attributes import is_hidden
from reader.article.elements import BLOCKS
from reader.article.markup import shallow
from reader.article.metadata import Metadata
from reader.article.prose import Prose
from reader.errors import ParseError
from reader.safe_xml import root_name
from reader.text import clean
from reader.web import decode, is_binary, web_url

_NEVER: Final = ("script", "style", "noscript", "template", "button", "select", "textarea", "svg")
_AROUND: Final = frozenset(("nav", "aside", "header", "footer", "form", "dialog"))
_CLUTTER: Final = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|read-?more|more-?(?:news|stories|articles)|share|sharing|"
    r"social\w*|comments?|disqus|newsletter\w*|subscri\w+|sign-?up|promo\w*|advert\w*|ads?|sponsor\w*|"
    r"banner|breadcrumbs?|menu|navigation|sidebar|footer|cookie\w*|paywall\w*|popup|modal|tags?|"
    r"taglist|author-?(?:bio|box|info)|teasers?|trending|popular|most-?read|outbrain|taboola|"
    r"pagination|byline|dateline|timestamp|meta(?:data)?|toolbar|widget|copyright|disclaimer|"
    r"caption|credit|gallery|print-?only)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FEED_TYPES: Final = (
    "application/atom+xml",
    "application/rss+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/json",
    "application/xml",
    "text/xml",
)
_MIN_PROSE: Final = 140
"""Code points: less than this is no article."""
_MOST: Final = 0.7
"""The share of a container's prose that one child must hold to be the container instead."""
_FEEDS: Final = frozenset(("rss", "rdf", "feed"))
_GIANT_TAG: Final = re.compile(r"<([A-Za-z][A-Za-z0-9]*)[^<>]{65536,}>")
"""A tag that libxml2 takes minutes for: its time grows with the square of the attributes."""
_KEPT_CLUTTER: Final = 0.4
"""The share of the page's prose from which on an element is no clutter, whatever its class."""


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a web page."""

    title: str
    byline: str | None
    published: int | None
    """Seconds since 1970 UTC."""
    site: str | None
    language: str | None
    html: str
    """The markup of the article alone; not for showing before it is made into blocks."""
    link: str | None = None
    """The address that the page calls its own."""


def extract_page(data: bytes, *, url: str | None = None, content_type: str | None = None) -> Page:
    """Return the article of a web page.

    The container of the article is found by its prose: the text of each block but its
    links, where the block is long enough and not mostly links. From the page's root the
    search goes down as long as one child holds most of the prose (a simpler relative of
    boilerplate detection by text and link density: Kohlschütter, Fankhauser and Nejdl,
    "Boilerplate Detection using Shallow Text Features", WSDM 2010).

    Args:
        data: The page's bytes.
        url: Its address.
        content_type: The HTTP header, for the character set it may name.

    Raises:
        ParseError: There is no article in it.
    """
    text = decode(data, content_type)
    name = root_name(text)
    if is_binary(text) or not name or text.lstrip().startswith(("{", "[")):
        raise ParseError("no article found: this is no web page")
    if name in _FEEDS:
        raise ParseError("no article found: this is a feed")
    root = _document(text)
    about = Metadata(root, url)
    title, byline, published = about.title(), about.byline(), about.published()
    for element in list(root.iter(*_NEVER)):
        element.drop_tree()
    _drop_clutter(root)
    prose = Prose(root)
    main = _main(root, prose)
    if prose.total(main) < _MIN_PROSE:
        raise ParseError("no article found")
    for element in list(main.iter()):
        if element is not main and prose.is_navigation(element):
            element.drop_tree()
    return Page(
        title=title,
        byline=byline,
        published=published,
        site=about.site(),
        language=about.language(),
        html=tostring(main, encoding="unicode", with_tail=False),
        link=about.link(),
    )


def named_feeds(
    data: bytes, *, url: str | None = None, content_type: str | None = None
) -> list[str]:
    """Return the addresses of the feeds that a web page names in its head, the surest first.

    Feeds are told by ``<link rel="alternate">`` and its type (RSS Autodiscovery); of one
    type, the first is the site's own.
    """
    try:
        root = _document(decode(data, content_type))
    except ParseError:
        return []
    found: dict[str, int] = {}
    for link in root.iter("link"):
        kind = link.get("type", "").partition(";")[0].strip().lower()
        if "alternate" in link.get("rel", "").lower().split() and kind in _FEED_TYPES:
            address = web_url(link.get("href"), _base(root, url))
            if address:
                found.setdefault(address, _FEED_TYPES.index(kind))
    return sorted(found, key=found.__getitem__)


def _base(root: HtmlElement, url: str | None) -> str | None:
    """Return what a page's relative addresses are resolved against."""
    base = next(root.iter("base"), None)
    return url if base is None else web_url(base.get("href"), url) or url


def _document(text: str) -> HtmlElement:
    """Return the root of an HTML document."""
    parser = HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        cut = _GIANT_TAG.sub(r"<\1>", shallow(clean(text)))
        return document_fromstring(cut.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ParseError("no article found: the page is empty") from None


def _drop_clutter(root: HtmlElement) -> None:
    """Drop what stands around articles, but no kind of it that holds much of the prose.

    Some pages build the article itself of "sidebar" boxes, or put it all into a form.
    """
    prose = Prose(root)
    limit = _KEPT_CLUTTER * prose.total(root)
    found: dict[str, list[HtmlElement]] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        kind = _clutter(element)
        if kind and prose.total(element) < limit:
            found.setdefault(kind, []).append(element)
        else:
            waiting.extend(element)
    for elements in found.values():
        if sum(map(prose.total, elements)) < limit:
            for element in elements:
                element.drop_tree()


def _clutter(element: HtmlElement) -> str:
    """Return what an element is that stands around articles, "" if it may be one."""
    if element.tag in _AROUND:
        return str(element.tag)
    if is_hidden(element.attrib):
        return "hidden"
    word = _CLUTTER.search(f"{element.get('class', '')} {element.get('id', '')}")
    return word[0].strip(" _-").lower() if word else ""


def _main(root: HtmlElement, prose: Prose) -> HtmlElement:
    """Return the smallest element that holds most of the prose of all that it stands in."""
    bodies = root.xpath("//*[@itemprop='articleBody']")
    main = max(bodies, key=prose.total, default=root)
    if prose.total(main) < max(_MIN_PROSE, _KEPT_CLUTTER * prose.total(root)):
        main = root
    while True:
        fullest = max(main, key=prose.total, default=None)
        if fullest is None or prose.total(fullest) < max(1, _MOST * prose.total(main)):
            return _first_of_several(main, prose)
        if fullest.tag not in BLOCKS or fullest.tag == "p":
            return main
        main = fullest


def _first_of_several(main: HtmlElement, prose: Prose) -> HtmlElement:
    """Return the first article of a container that is made of several, else the container."""
    several = [one for one in main.findall(".//article") if prose.total(one) >= _MIN_PROSE]
    together = sum(map(prose.total, several))
    return several[0] if several and together >= _MOST * prose.total(main) else main
