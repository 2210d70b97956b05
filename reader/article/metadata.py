"""What a web page says of itself: title, byline, date, site, language."""

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reader.text import clean_line
from reader.web import iso_time, web_url

_ARTICLE_TYPE: Final = re.compile(r"Article$|^(?:BlogPosting|Report|LiveBlogPosting)$")
_DATES: Final = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "publish-date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "date",
)
_AUTHORS: Final = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator")
_BY: Final = re.compile(r"^(?:by|von|par|por|di|door|af|av)[:\s]\s*", re.IGNORECASE)
_BYLINE_PATHS: Final = (
    "//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author'][not(*)]",
    "//a[contains(concat(' ', @rel, ' '), ' author ')]",
    "//*[contains(concat(' ', @class, ' '), ' byline ')]",
)
_LANGUAGE: Final = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MAX_BYLINE: Final = 150
_MAX_LINE: Final = 2000
"""Code points: what is longer is no title and no name."""
_MAX_OBJECTS: Final = 2000

Json = dict[str, Any]


class Metadata:
    """The answers of one page; each is looked for where pages put it, best place first."""

    def __init__(self, root: HtmlElement, url: str | None) -> None:
        self._root = root
        self._url = url
        self._meta = _meta(root)
        self._article = next(_articles(root), {})

    def title(self) -> str:
        """Return the headline, without the name of the site behind it; "" for none."""
        told = (
            self._first("og:title", "twitter:title")
            or _text(self._article.get("headline"))
            or self._at("//h1")
            or self._at("//title")
        )
        heading = self._at("//h1")
        if heading and told != heading and told.startswith(heading):
            return heading
        site = self.site()
        for bar in (" | ", " - ", " – ", " — ", " :: "):
            if site and told.casefold().endswith((bar + site).casefold()):
                return told[: -len(bar + site)].rstrip()
        return told

    def byline(self) -> str | None:
        """Return who wrote it, names parted by commas."""
        people = self._article.get("author")
        names = dict.fromkeys(filter(None, map(_name, _many(people))))
        if names:
            return ", ".join(names)
        told = self._first(*_AUTHORS)
        if told and not told.startswith(("http:", "https:")):
            return _BY.sub("", told)
        found = (_BY.sub("", self._at(path)) for path in _BYLINE_PATHS)
        return next((name for name in found if 0 < len(name) <= _MAX_BYLINE), None)

    def published(self) -> int | None:
        """Return when it appeared, in seconds since 1970 UTC."""
        told = [self._article.get("datePublished"), *(self._meta.get(name) for name in _DATES)]
        told += self._root.xpath("//*[@itemprop='datePublished']/@content")
        told += self._root.xpath("//time/@datetime")
        return next((time for one in told if (time := iso_time(one)) is not None), None)

    def site(self) -> str | None:
        """Return the name of the site, else of its host."""
        publisher = next(iter(_many(self._article.get("publisher"))), None)
        host = urlsplit(web_url(self._url) or "").hostname or ""
        return self._first("og:site_name") or _name(publisher) or host.removeprefix("www.") or None

    def link(self) -> str | None:
        """Return the address that the page calls its own."""
        canonical = next(iter(self._root.xpath("//link[@rel='canonical']/@href")), None)
        return web_url(canonical, self._url) or web_url(self._first("og:url"), self._url)

    def language(self) -> str | None:
        """Return the language tag of the page."""
        told = (
            *self._root.xpath("//html/@lang | //html/@xml:lang"),
            self._meta.get("content-language", ""),
            self._meta.get("og:locale", ""),
            _text(self._article.get("inLanguage")),
        )
        tags = (_line(str(one)).replace("_", "-") for one in told)
        return next((tag for tag in tags if _LANGUAGE.fullmatch(tag)), None)

    def _first(self, *names: str) -> str:
        """Return the first of some meta elements that says anything."""
        return next(filter(None, map(self._meta.get, names)), None) or ""

    def _at(self, path: str) -> str:
        """Return the text of the first element at a path that has any."""
        texts = (_line(str(found.text_content())) for found in self._root.xpath(path))
        return next(filter(None, texts), "")


def _meta(root: HtmlElement) -> dict[str, str]:
    """Return the meta elements of a page by name or property in lower case, the first of each."""
    told: dict[str, str] = {}
    for element in root.iter("meta"):
        content = _line(element.get("content", ""))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                told.setdefault(name.lower(), content)
    return told


def _articles(root: HtmlElement) -> Iterator[Json]:
    """Yield the articles in a page's JSON-LD (schema.org Article and its kinds)."""
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        try:
            document = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _objects(document):
            if any(_ARTICLE_TYPE.search(_text(kind)) for kind in _many(one.get("@type"))):
                yield one


def _objects(document: object) -> Iterator[Json]:
    """Yield the objects in a JSON document, the outer before the inner."""
    waiting = deque([document])
    for _ in range(_MAX_OBJECTS):
        if not waiting:
            return
        one = waiting.popleft()
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _line(text: str) -> str:
    return clean_line(text)[:_MAX_LINE].rstrip()


def _many(value: object) -> list[object]:
    """Return a value that may be one or a list as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    return _line(value) if isinstance(value, str) else ""


def _name(value: object) -> str:
    """Return the name of a person or organisation: an object, or the name itself."""
    name = _text(value.get("name") if isinstance(value, dict) else value)
    return "" if name.startswith(("http:", "https:")) else name
