"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any, Final

from reader.errors import ParseError
from reader.model import Enclosure, ParsedEntry, ParsedFeed
from reader.parse.fields import html_of_text, language, line, made_guid, told_guid
from reader.text import clean
from reader.web import iso_time, web_url

Json = dict[str, Any]
"""A JSON object from outside: any of its values may be of any type."""
_MAX_DIGITS: Final = 15
"""Digits of a number that is one; longer ones are kept as text."""


def parse_json_feed(text: str, base_url: str | None) -> ParsedFeed:
    """Return the feed that a JSON document is.

    Args:
        text: The document.
        base_url: Where it came from: relative addresses are resolved against it.

    Raises:
        ParseError: It is not JSON, or not a JSON Feed.
    """
    try:
        # Numbers of thousands of digits, which int() refuses, and bare line feeds cost no feed.
        document = json.loads(text, strict=False, parse_int=_number)
    except (ValueError, RecursionError):
        raise ParseError("not a feed: broken JSON") from None
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        raise ParseError("not a feed: JSON without a list of items")
    common = tuple(_authors(document))
    spoken = language(document.get("language"))
    items = (item for item in document["items"] if isinstance(item, dict))
    return ParsedFeed(
        title=line(document.get("title")),
        link=_url(document, "home_page_url", base_url),
        description=line(document.get("description")) or None,
        language=spoken,
        entries=tuple(_entry(item, base_url, common, spoken) for item in items),
    )


def _entry(
    item: Json, base_url: str | None, authors: tuple[str, ...], spoken: str | None
) -> ParsedEntry:
    title = line(item.get("title"))
    link = _url(item, "url", base_url) or _url(item, "external_url", base_url)
    content = _html(item, "content_html") or html_of_text(_text(item, "content_text"))
    published = iso_time(item.get("date_published"))
    return ParsedEntry(
        guid=_identity(item.get("id")) or link or made_guid(title, published, content),
        title=title,
        link=link,
        authors=tuple(_authors(item)) or authors,
        published=published,
        updated=iso_time(item.get("date_modified")),
        content_html=content or None,
        summary=html_of_text(_text(item, "summary")) or None,
        language=language(item.get("language")) or spoken,
        enclosures=tuple(_enclosures(item, base_url)),
    )


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MAX_DIGITS else digits


def _identity(value: object) -> str:
    """Return an id, which some write as a number, "" for what names nothing, like NaN."""
    if isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    return told_guid(str(value)) if isinstance(value, str | int | float) else ""


def _text(item: Json, key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _html(item: Json, key: str) -> str:
    return clean(_text(item, key))


def _url(item: Json, key: str, base_url: str | None) -> str | None:
    return web_url(_text(item, key), base_url)


def _objects(value: object) -> Iterator[Json]:
    """Yield the objects in a list that may be something else."""
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def _authors(item: Json) -> Iterator[str]:
    """Yield the names of authors: 1.1's list, else 1.0's single one."""
    told: Iterable[Json] = _objects(item.get("authors")) if "authors" in item else ()
    names = [name for author in told if (name := line(author.get("name")))]
    yield from names or filter(
        None, (line(author.get("name")) for author in _objects([item.get("author")]))
    )


def _enclosures(item: Json, base_url: str | None) -> Iterator[Enclosure]:
    for one in _objects(item.get("attachments")):
        size = one.get("size_in_bytes")
        if url := _url(one, "url", base_url):
            yield Enclosure(
                url=url,
                type=line(one.get("mime_type")) or None,
                length=size if type(size) is int and size >= 0 else None,
            )
