"""The ``urls`` file of newsboat (its documentation, "The urls file")."""

import re
from typing import Final

from reader.errors import ParseError
from reader.outlines.outline import LONGEST, MOST, LeftOut, Outline, Outlines
from reader.text import clean_line
from reader.web import web_url

_WORD: Final = re.compile(r'"((?:[^"\\]|\\.)*)"?|([^\s"]+)')
_ESCAPED: Final = re.compile(r"\\(.)")
_LEFT_OUT: Final = {
    "exec:": "a program: write it into config.toml, docs/configuration.md tells how",
    "filter:": "a program: write it into config.toml, docs/configuration.md tells how",
    "query:": "a query of newsboat's",
}
_LONGEST_LINE: Final = 16_384


def parse_urls(text: str) -> Outlines:
    """Return the feeds that lines name: an address, then tags.

    The first tag that is neither a title (``~title``) nor tells newsboat to hide (``!``) is the
    folder.

    Raises:
        ParseError: No line names a feed or one of newsboat's other sources.
    """
    feeds: list[Outline] = []
    left_out: list[LeftOut] = []
    for line in text.splitlines():
        words = _words(line[:_LONGEST_LINE])
        if not words or words[0].startswith("#"):
            continue
        address, tags = words[0], words[1:]
        if why := next((why for kind, why in _LEFT_OUT.items() if address.startswith(kind)), None):
            left_out.append(LeftOut(address[:LONGEST], why))
        elif (url := web_url(address)) is None:
            left_out.append(LeftOut(address[:LONGEST], "not an http or https address"))
        elif len(feeds) == MOST:
            left_out.append(LeftOut(url, f"more than {MOST:,} feeds"))
        else:
            title = next((tag[1:] for tag in tags if tag.startswith("~")), "")
            folder = next((tag for tag in tags if not tag.startswith(("~", "!"))), None)
            feeds.append(Outline(title or url, url, folder=(folder,) if folder else ()))
    known = (one for one in left_out if one.what.startswith(tuple(_LEFT_OUT)))
    if not feeds and not any(known):
        raise ParseError("neither OPML nor a list of addresses")
    return Outlines(tuple(feeds), tuple(left_out))


def _words(line: str) -> list[str]:
    """Return the words of a line; what stands in quotation marks is one."""
    return [
        clean_line(_ESCAPED.sub(r"\1", quoted) if quoted else bare)[:_LONGEST_LINE]
        for quoted, bare in _WORD.findall(line)
        if quoted or bare
    ]
