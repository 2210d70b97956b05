"""What the attributes of an HTML element say about showing it."""

import re
from collections.abc import Mapping
from typing import Final

from reader.text import clean_line

_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS: Final = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text)(?:\s|$)", re.IGNORECASE
)
_CODE_CLASS: Final = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|brush:)-?\s*([\w+#.-]+)"
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
    """Return the programming language that a class or ``data-lang`` names, in lower case."""
    found = _CODE_CLASS.search(attrib.get("class", ""))
    return clean_line(found[1] if found else attrib.get("data-lang", "")).lower() or None


def number(text: str | None, default: int) -> int:
    """Return the whole number that an attribute begins with, as browsers read it."""
    found = _NUMBER.match(text or "")
    return int(found[0]) if found else default


def sizes(attrib: Mapping[str, str], default: int) -> tuple[int, int]:
    """Return width and height in pixels, ``default`` for one that is not told."""
    return number(attrib.get("width"), default), number(attrib.get("height"), default)
