"""HTML and plain text -> Article: blocks in reading order, and one text that they lie in."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from typing import Final

from reader.article.builder import Builder
from reader.article.markup import bounded, walk
from reader.model import Article, Block
from reader.text import clean, clean_line

_ANY_TAG: Final = re.compile("<[A-Za-z!/?]")
_BLANK_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def article_from_html(  # noqa: PLR0913  # what is known of an article, each by its name
    html: str,
    *,
    title: str = "",
    base_url: str | None = None,
    byline: str | None = None,
    site: str | None = None,
    published: int | None = None,
    language: str | None = None,
    link: str | None = None,
) -> Article:
    """Return the article that HTML shows: a document or a fragment, in any state.

    Args:
        html: The markup. Without a single tag it is plain text with entities.
        title: The title; a first heading that only repeats it is left out.
        base_url: What relative addresses are resolved against; ``<base>`` wins over it.
        byline: Who wrote it.
        site: Where it appeared.
        published: Seconds since 1970 UTC.
        language: Its language tag.
        link: Its own address.
    """
    builder = Builder(base_url)
    if _ANY_TAG.search(html):
        walk(bounded(html), builder)
        blocks = builder.finish()
    else:
        blocks = _plain_blocks(clean(unescape(html)))
    if blocks and blocks[0].kind == "heading" and blocks[0].text == clean_line(title):
        del blocks[0]
    return make_article(
        blocks,
        Article(clean_line(title), (), "", byline, site, published, language, link),
    )


def article_from_text(text: str, *, title: str = "") -> Article:
    """Return the article that plain text is: a paragraph between blank lines.

    A text without blank lines has a paragraph a line.
    """
    return make_article(_plain_blocks(clean(text)), Article(clean_line(title), (), ""))


def _plain_blocks(text: str) -> list[Block]:
    text = text.strip()
    parts = _BLANK_LINES.split(text) if _BLANK_LINES.search(text) else text.split("\n")
    return [Block("paragraph", part.rstrip()) for part in parts if part.strip()]


def make_article(blocks: Iterable[Block], about: Article) -> Article:
    """Return ``about`` with these blocks, placed in one text: a blank line between each."""
    placed: list[Block] = []
    texts: list[str] = []
    at = 0
    for block in blocks:
        if block.text and texts:
            at += 2
        placed.append(replace(block, start=at))
        if block.text:
            texts.append(block.text)
            at += len(block.text)
    return replace(about, blocks=tuple(placed), text="\n\n".join(texts))
