"""The elements of HTML, by what they do to an article."""

from typing import Final

from reader.model import InlineKind

VOID: Final = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
"""Elements without an end."""

SELF_ENDING: Final = frozenset(
    ("p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "rt", "rp")
)
"""Elements that another one ends: left open thousands of times, they are no deeper for it."""

BLOCKS: Final = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
"""What comes before, in and after them stands apart."""

DROPPED: Final = frozenset(
    (
        "annotation",
        "annotation-xml",
        "button",
        "canvas",
        "datalist",
        "dialog",
        "head",
        "map",
        "noframes",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
    )
)
"""Their text is not for reading."""

INLINES: Final[dict[str, InlineKind]] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "s": "strike",
    "strike": "strike",
    "del": "strike",
    "sup": "superscript",
    "sub": "subscript",
}
"""Elements that mark a run of text, and as what."""

EMBEDS: Final = frozenset(("iframe", "video", "audio", "embed"))
"""Players and frames."""

LISTS: Final = frozenset(("ul", "ol", "dir", "menu"))
"""Lists of items."""

TABLE_PARTS: Final = frozenset(("table", "thead", "tr", "td", "th"))
"""What makes a table."""

COUNTED: Final = frozenset(("blockquote", "caption", "dd", "figcaption", "li", "noscript", "pre"))
"""Elements that make a difference to the blocks in them."""
