"""XML as feeds really write it -> XML that any parser reads, and reads quickly."""

import re
from typing import Final

from lxml import etree

from reader.safe_xml import parse_xml, root_at

_ROOT: Final = re.compile(r"<[^\s/>]+")
_PREFIX: Final = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):|\s([A-Za-z_][\w.-]{0,40}):[\w.-]+\s*=")
_DECLARED: Final = re.compile(r"xmlns:([\w.-]+)\s*=")
_MAX_PREFIXES: Final = 50

# What feedparser is slow on, and what we do not need of it: it compares each tag of an
# entry with all before it, searches an author for an address in quadratic time, and
# resolves an inherited base again for every element.
_UNUSED: Final = ("{*}category", "{*}keywords", "{*}subject", "{*}tags")
_PEOPLE: Final = frozenset(
    ("author", "creator", "name", "email", "managingeditor", "webmaster", "publisher", "owner")
)
_MAX_NAME: Final = 200
_NAMED: Final = re.compile(
    r"\s*(?:\S+@\S+\s*\((?P<behind>[^()]+)\)|(?P<before>[^<>@]+)<\S+@\S+>)\s*"
)
"""A name beside an address, as RSS 2.0 and mail write them: feedparser knows top-level domains
of four letters at most, and takes the rest of a longer one for the name."""
_MAX_BASE: Final = 500
_BASES: Final = ("base", "{http://www.w3.org/XML/1998/namespace}base")


def mended(text: str) -> bytes:
    """Return the XML of a feed as well-formed UTF-8 without tags, long names and comments.

    Prefixes that nobody declared are declared, as what they stand for to everyone.

    Raises:
        ParseError: There is no element in the text.
    """
    root = parse_xml(_with_prefixes(text[root_at(text) :]))
    etree.strip_elements(root, *_UNUSED, with_tail=False)
    for element in root.iter(etree.Element):
        _bound(element)
    return etree.tostring(root, encoding="utf-8")


def _with_prefixes(text: str) -> str:
    """Return the text with every prefix declared that the root leaves out."""
    root = _ROOT.match(text)
    if not root:
        return text
    used = dict.fromkeys(first or second for first, second in _PREFIX.findall(text))
    declared = {"xml", "xmlns", *_DECLARED.findall(text, 0, text.find(">"))}
    missing = [prefix for prefix in used if prefix not in declared][:_MAX_PREFIXES]
    declarations = "".join(f' xmlns:{prefix}="urn:undeclared:{prefix}"' for prefix in missing)
    return text[: root.end()] + declarations + text[root.end() :]


def _bound(element: etree._Element) -> None:
    """Cut what feedparser would spend too long on."""
    for name in _BASES:
        if len(element.get(name, "")) > _MAX_BASE:
            del element.attrib[name]
    # Not etree.QName: a broken feed's tags need not be names.
    if re.split("[}:]", str(element.tag))[-1].lower() not in _PEOPLE:
        return
    texts = [element.text or "", *(child.tail or "" for child in element)]
    if sum(map(len, texts)) > _MAX_NAME:
        element.text = "".join(texts)[:_MAX_NAME]
        for child in element:
            child.tail = None
    if named := _NAMED.fullmatch(element.text or ""):
        element.text = named["behind"] or named["before"]
