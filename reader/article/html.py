"""An article as HTML again, and as a feed of one entry: a page or text opens like any other."""

from html import escape

from reader.model import Article, Block, InlineKind, ParsedEntry, ParsedFeed

_TAGS: dict[InlineKind, str] = {
    "link": "a",
    "strong": "strong",
    "emphasis": "em",
    "code": "code",
    "strike": "s",
    "superscript": "sup",
    "subscript": "sub",
}


def article_feed(article: Article, source: str) -> ParsedFeed:
    """Return the article as the only entry of a feed; ``source`` is its address or path."""
    title = article.title or source
    entry = ParsedEntry(
        guid=source,
        title=title,
        link=article.link,
        authors=(article.byline,) if article.byline else (),
        published=article.published,
        content_html=article_html(article),
        language=article.language,
    )
    return ParsedFeed(
        article.site or title, article.link, language=article.language, entries=(entry,)
    )


def article_html(article: Article) -> str:
    """Return HTML that makes the same text again, block by block."""
    return "\n".join(_anchors_html(block) + _block_html(block) for block in article.blocks)


def _anchors_html(block: Block) -> str:
    return "".join(f'<a id="{escape(name)}"></a>' for name in block.anchors)


def _block_html(block: Block) -> str:
    match block.kind:
        case "table":
            return _table_html(block)
        case "image":
            return f'<img src="{escape(block.url or "")}" alt="{escape(block.text)}">'
        case "embed":
            return f'<iframe src="{escape(block.url or "")}" title="{escape(block.text)}"></iframe>'
        case "rule":
            return "<hr>"
    tags = ["blockquote"] * block.quoted + _tags(block)
    opening = "".join(f"<{tag}>" for tag in tags)
    closing = "".join(f"</{tag.partition(' ')[0]}>" for tag in reversed(tags))
    return opening + _inline_html(block) + closing


def _tags(block: Block) -> list[str]:
    """Return what a block of text stands in, the outermost first."""
    match block.kind:
        case "heading":
            return [f"h{block.level}"]
        case "item":
            number = block.marker.removesuffix(".")
            inner = f'ol start="{number}"' if number.isdecimal() else "ul"
            return ["ul"] * (block.level - 1) + [inner, "li"]
        case "quote":
            return ["blockquote"] * block.level
        case "code":
            return ["pre", f'code class="language-{escape(block.language or "none")}"']
        case "caption":
            return ["figure", "figcaption"]
        case _:
            return ["p"]


def _table_html(block: Block) -> str:
    rows = []
    for position, line in enumerate(block.text.split("\n")):
        tag = "th" if position < block.header_rows else "td"
        cells = (f"<{tag}>{escape(cell)}</{tag}>" for cell in line.split("\t"))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _inline_html(block: Block) -> str:
    """Return a block's text with its links and emphasis, which lie side by side or nested."""
    marks: list[tuple[int, int, int, str]] = []
    for inline in block.inlines:
        tag = _TAGS[inline.kind]
        address = f' href="{escape(inline.url)}"' if inline.url else ""
        # What ends at a place closes before others open there; the inner ones close first.
        marks.append((inline.start, 1, -inline.end, f"<{tag}{address}>"))
        marks.append((inline.end, 0, -inline.start, f"</{tag}>"))
    html = []
    at = 0
    for place, _, _, tag in sorted(marks):
        html += [_escaped(block, at, place), tag]
        at = place
    return "".join([*html, _escaped(block, at, len(block.text))])


def _escaped(block: Block, start: int, end: int) -> str:
    text = escape(block.text[start:end], quote=False)
    return text if block.kind == "code" else text.replace("\n", "<br>")
