"""What the attributes of an HTML element say about showing it."""

import re
from collections.abc import Mapping
from typing import Final

from reader.text import clean_line

_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS: Final = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text)(?:\s|$)", re.IGNORECASE
)
_LANGUAGE: Final = r"([\w+#.-]+)"
# As highlight.js, Prism, GitHub, Sphinx, Org and SyntaxHighlighter write it; then as Rouge, Pandoc
# and highlight.js do where the language stands alone.
_CODE_CLASSES: Final = tuple(
    re.compile(rf"(?:^|\s){pattern}")
    for pattern in (
        rf"(?:language|lang|highlight-source|brush:)-?\s*{_LANGUAGE}",
        rf"(?:src|highlight)-{_LANGUAGE}",
        rf"(?:highlight|sourceCode|hljs)\s+{_LANGUAGE}",
        rf"{_LANGUAGE}\s+hljs(?:\s|$)",
    )
)
_NUMBER: Final = re.compile(r"\s*-?[0-9]{1,9}")


def is_hidden(attrib: Mapping[str, str]) -> bool:
    """Whether an element is not shown, by attribute, style or one of the well-known classes."""
    return (
        "hidden" in attrib
        or attrib.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(attrib.get("style", "")))
        or bool(_HIDDEN_CLASS.search(attrib.get("class", "")))
    )


def code_language(attrib: Mapping[str, str]) -> str | None:
    """Return the programming language that class or attributes name, in lower case."""
    classes = attrib.get("class", "")
    found = next((found[1] for one in _CODE_CLASSES if (found := one.search(classes))), "")
    told = found or attrib.get("data-lang") or attrib.get("data-language") or attrib.get("lang", "")
    return clean_line(told).lower() or None


def number(text: str | None, default: int) -> int:
    """Return the whole number that an attribute begins with, as browsers read it."""
    found = _NUMBER.match(text or "")
    return int(found[0]) if found else default


def sizes(attrib: Mapping[str, str], default: int) -> tuple[int, int]:
    """Return width and height in pixels, ``default`` for one that is not told."""
    return number(attrib.get("width"), default), number(attrib.get("height"), default)
