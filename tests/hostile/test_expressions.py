"""Texts made for regular expressions to explode on: each field of a feed stays cheap to read."""

import time

import pytest

from reader.parse import parse

LONG = {
    "addresses": "a@" * 50_000,
    "an address that never comes": "a" * 100_000 + "@",
    "dots": "a." * 50_000,
    "dashes": "a-" * 50_000,
    "brackets": "(" * 100_000,
    "mail": "x@y.z (" * 15_000,
    "subjects": "a@b.cc?subject=" * 8_000,
    "less-than signs": "&lt;" * 40_000,
    "open tags": "&lt;a href=" * 15_000,
    "tags": "&lt;p&gt;" * 20_000,
    "comments": "&lt;!--" * 20_000,
    "entities": "&amp;" * 30_000,
    "spaces": " " * 100_000 + "x",
    "spaces that do not break": "\xa0" * 60_000 + "x",
    "digits": "1" * 100_000,
    "times": "1:" * 50_000,
    "years": "2020-" * 30_000,
    "days": "Mon, 01 Jan " * 9_000,
    "Korean years": "2004년 " * 15_000,
    "quotation marks": "“" * 50_000,
    "quotations": "“a” " * 30_000,
    "stops": ".” " * 30_000,
    "apostrophes": "a'" * 50_000,
    "schemes": "http://" * 20_000,
    "colons": "a:" * 50_000,
    "names": "said Ada according to " * 8_000,
    "signs without width": ("\u200b" * 30 + "a") * 3_000,
    "signs without width and spaces": "\u200b " * 30 + " " * 90_000 + "a",
}
FIELDS = {
    "title": "<title>%s</title>",
    "author": "<author>%s</author>",
    "creator": "<dc:creator>%s</dc:creator>",
    "date": "<pubDate>%s</pubDate>",
    "Dublin Core's date": "<dc:date>%s</dc:date>",
    "link": "<link>%s</link>",
    "id": "<guid>%s</guid>",
    "category": "<category>%s</category>",
    "language": "<dc:language>%s</dc:language>",
    "source": '<source url="https://x.example/">%s</source>',
    "enclosure": '<enclosure url="https://x.example/%s" type="%s" length="%s"/>',
    "base": '<description xml:base="https://x.example/%s">&lt;a href="y"&gt;</description>',
    "description": "<description>%s</description>",
    "content": "<content:encoded>%s</content:encoded>",
}
DOCUMENT = """<rss xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{odd}
<item><title>first</title></item><item>{field}</item></channel></rss>"""
ODD = "<item><item><title>in it</title></item></item>"
"""What our own reading leaves to feedparser."""


@pytest.mark.parametrize("odd", ["", ODD], ids=["quick", "by feedparser"])
@pytest.mark.parametrize("field", FIELDS)
def test_no_field_takes_longer_than_its_size(field: str, odd: str) -> None:
    for name, text in LONG.items():
        data = DOCUMENT.format(odd=odd, field=FIELDS[field].replace("%s", text)).encode()
        start = time.process_time()
        feed = parse(data, base_url="https://x.example/")
        assert time.process_time() - start < 1, name
        assert "first" in [entry.title for entry in feed.entries]
