"""XML as feeds really write it -> a tree."""

import re
from typing import Final

from lxml import etree

from reader.safe_xml import parse_strictly, parse_xml

_ROOT: Final = re.compile(r"<[^\s/>]+")
_PREFIX: Final = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):|\s([A-Za-z_][\w.-]{0,40}):[\w.-]+\s*=")
_DECLARED: Final = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"'<>&]*)")
_MAX_PREFIXES: Final = 50


def tree(document: str) -> tuple[etree._Element, bool]:
    """Return the root of a document, mended where it is not well-formed.

    Prefixes that nobody declared are declared, as what they stand for to everyone. What is
    mended is written and read again, so that its tags and attributes have names; where that
    does not help, it is for feedparser.

    Args:
        document: The text from its first element on.

    Returns:
        The root, and whether it is that of a well-formed document.

    Raises:
        ParseError: There is no element in the text.
    """
    root = parse_strictly(document)
    if root is not None:
        return root, True
    mended = parse_xml(_with_prefixes(document))
    again = parse_strictly(etree.tostring(mended, encoding="unicode"))
    return (mended, False) if again is None else (again, True)


def _with_prefixes(text: str) -> str:
    """Return the text with every prefix declared that the root leaves out."""
    root = _ROOT.match(text)
    if not root:
        return text
    used = dict.fromkeys(first or second for first, second in _PREFIX.findall(text))
    declared = {"xml", "xmlns", *dict(_DECLARED.findall(text, 0, text.find(">")))}
    missing = [prefix for prefix in used if prefix not in declared][:_MAX_PREFIXES]
    meant = dict(reversed(_DECLARED.findall(text))) if missing else {}  # the first of each
    declarations = "".join(
        f' xmlns:{prefix}="{meant.get(prefix) or f"urn:undeclared:{prefix}"}"' for prefix in missing
    )
    return text[: root.end()] + declarations + text[root.end() :]
