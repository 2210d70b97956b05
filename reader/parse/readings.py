"""What a feed tells -> ParsedFeed: the same of every format in XML, whoever read it."""

import re
from collections.abc import Iterator
from typing import Final

from reader.model import Enclosure, ParsedEntry, ParsedFeed
from reader.parse.dates import feed_time
from reader.parse.fields import (
    absolute,
    html_of_text,
    language,
    line,
    line_of_html,
    made_guid,
    told_guid,
)
from reader.parse.schedule import Schedule
from reader.parse.told import Link, Text, Told, ToldFeed
from reader.parse.values import HTML, XHTML
from reader.text import clean
from reader.web import web_url

_ADDRESS: Final = re.compile(r"\S+@\S+")
_VOID_END: Final = re.compile("</(?:area|br|col|embed|hr|img|input|link|meta|source|wbr)>")


def parsed_feed(told: ToldFeed, schedule: Schedule, base_url: str | None) -> ParsedFeed:
    """Return the feed that is told of."""
    feed = told.feed
    spoken = language(feed.language)
    # An Atom entry without an author has its feed's (RFC 4287, 4.2.1).
    common = tuple(_authors(feed)) if told.version.startswith("atom") else ()
    return ParsedFeed(
        title=_title(feed),
        link=_link(feed, base_url),
        description=line_of_html(feed.subtitle or "") or None,
        language=spoken,
        updated=feed_time(feed.updated) or feed_time(feed.published),
        entries=tuple(_entry(entry, base_url, common, spoken) for entry in told.entries),
        ttl=schedule.ttl,
        skip_hours=schedule.skip_hours,
        skip_days=schedule.skip_days,
    )


def _entry(
    told: Told, base_url: str | None, common: tuple[str, ...], spoken: str | None
) -> ParsedEntry:
    title = _title(told)
    link = _link(told, base_url)
    published = feed_time(told.published)
    content = max((_html(one, base_url) for one in told.contents), key=len, default="")
    summary = _html(told.summary, base_url) if told.summary else ""
    origin = told.origin
    authors = tuple(_authors(told)) or (tuple(_authors(origin)) if origin else ())
    return ParsedEntry(
        guid=told_guid(told.id) or link or made_guid(title, published, content or summary),
        title=title,
        link=link,
        authors=authors or common,
        published=published,
        updated=published if told.updated == told.published else feed_time(told.updated),
        content_html=content or None,
        summary=summary or None,
        language=_language(told) or spoken,
        enclosures=tuple(_files(told.links, base_url)) if told.links else (),
        media=tuple(_files(told.media, base_url, None)) if told.media else (),
        origin=(_title(origin) or None) if origin else None,
    )


def _title(told: Told) -> str:
    """Return a title as plain text: tags are dropped only where the feed says it is HTML."""
    title, detail = told.title or "", told.title_detail
    return line_of_html(title) if detail and detail.type in HTML else line(title)


def _link(told: Told, base_url: str | None) -> str | None:
    """Return the address of the page: the link told as such, else the first alternate."""
    if told.link and (url := web_url(told.link, base_url)):
        return url
    others = (web_url(one.href, base_url) for one in told.links if one.rel == "alternate")
    return next(filter(None, others), None)


def _html(text: Text, base_url: str | None) -> str:
    """Return a content or summary as HTML, "" where it is neither text nor HTML."""
    value = text.value
    if text.type not in HTML:
        return html_of_text(value) if text.type.startswith("text/") else ""
    if text.type == XHTML:
        value = _VOID_END.sub("", value)  # XML's way to end <br/>, a second <br> to HTML
    if text.base and text.base != base_url:  # xml:base, which the HTML alone does not tell
        value = absolute(value, text.base)
    return clean(value)


def _authors(told: Told) -> Iterator[str]:
    if not told.authors and not told.author:
        return
    alone = line(told.author)
    if _ADDRESS.fullmatch(alone):  # an address cut to where feedparser thinks that it ends
        yield alone
        return
    for name, mail in told.authors:
        if shown := line(name or mail):
            yield shown


def _language(told: Told) -> str | None:
    """Return the language of an entry: its own element, or ``xml:lang`` of its text."""
    texts = (*told.contents, told.summary, told.title_detail)
    tags = (told.language, *(text.language for text in texts if text))
    return next((tag for one in tags if one and (tag := language(one))), None)


def _files(
    links: list[Link], base_url: str | None, rel: str | None = "enclosure"
) -> Iterator[Enclosure]:
    """Yield the files among links: those of one relation, or all for None."""
    for one in links:
        if rel in (None, one.rel) and (url := web_url(one.href, base_url)):
            length = line(one.length)
            yield Enclosure(
                url=url,
                type=line(one.type) or None,
                length=int(length) if length.isdecimal() and len(length) < 16 else None,
            )
