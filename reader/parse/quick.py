"""A well-made feed -> what it tells, without feedparser."""

from typing import Final

from reader.errors import ParseError
from reader.parse import atom, modules, rss
from reader.parse.names import known_prefix
from reader.parse.told import ToldFeed
from reader.parse.walk import DeclinedError, Element, Handlers, Walk, decline, joined_base

HANDLERS: Final = {**rss.HANDLERS, **atom.HANDLERS, **modules.HANDLERS}
_VERSIONS: Final = {"http://purl.org/rss/1.0/": "rss10", "http://www.w3.org/2005/atom": "atom10"}
_RSS_090: Final = "http://my.netscape.com/rdf/simple/0.9/"


def read_tree(root: Element, base_url: str | None) -> ToldFeed | None:
    """Return what a feed tells, None where it is for feedparser to read.

    Args:
        root: The document.
        base_url: Where it came from.
    """
    try:
        return _read(root, base_url or "", lenient=False)
    except DeclinedError:
        return None


def read_leniently(root: Element, base_url: str | None) -> ToldFeed:
    """Return what can be read of a feed that nothing else reads."""
    try:
        return _read(root, base_url or "", lenient=True)
    except DeclinedError as error:
        raise ParseError(f"not a feed that can be read: {error}") from None


def _read(root: Element, base_url: str, *, lenient: bool) -> ToldFeed:
    handlers = Handlers(HANDLERS, modules.ELSEWHERE, modules.UNUSED)
    name = handlers.name(root)
    version = _version(root, name)
    walk = Walk(
        handlers,
        joined_base(base_url, base_url) if base_url else "",
        atom10=version == "atom10",
        atom=version.startswith("atom"),
        lenient=lenient,
    )
    walk.enter(root)
    if walk.language and name in ("feed", "rss"):
        walk.feed.language = walk.language.replace("_", "-")
    if name == "feed":
        atom.read_atom(walk, root)
    else:
        rss.read_rss(walk, root)
    return ToldFeed(version, walk.feed, walk.entries)


def _version(root: Element, name: str) -> str:
    """Return feedparser's name for a format and version, as far as anything depends on it."""
    version = ""
    for prefix, uri in root.nsmap.items():
        known = known_prefix(uri)
        if prefix and known not in (None, prefix.lower()) and prefix.lower() in _CLAIMED:
            decline("a prefix that stands for something else")
        if not version:
            version = _VERSIONS.get(uri.lower(), "")
            if prefix is None and uri.lower() == _RSS_090:
                version = "rss090"
    if name == "rss":
        return version if version.startswith("rss") else "rss"
    if name == "feed" and not version.startswith("rss"):
        return version or "atom"
    if name != "rdf_rdf" or not version:
        decline(f"<{name}>")
    return version


_CLAIMED: Final = frozenset(name.partition("_")[0] for name in modules.HANDLERS)
