"""What the elements of feeds are called: one name for each, whatever prefix a feed gives it."""

from typing import Final

_PREFIXES: Final = {
    "": """http://backend.userland.com/rss http://blogs.law.harvard.edu/tech/rss
        http://purl.org/rss/1.0/ http://my.netscape.com/rdf/simple/0.9/
        http://example.com/newformat# http://example.com/necho http://purl.org/echo/
        uri/of/echo/namespace# http://purl.org/pie/ http://purl.org/atom/ns#
        http://www.w3.org/2005/atom http://purl.org/rss/1.0/modules/rss091#""",
    "admin": "http://webns.net/mvcb/",
    "ag": "http://purl.org/rss/1.0/modules/aggregation/",
    "annotate": "http://purl.org/rss/1.0/modules/annotate/",
    "audio": "http://media.tangent.org/rss/1.0/",
    "blogchannel": "http://backend.userland.com/blogchannelmodule",
    "cc": "http://creativecommons.org/ns#license http://web.resource.org/cc/",
    "co": "http://purl.org/rss/1.0/modules/company",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "cp": "http://my.theinfo.org/changed/1.0/rss/",
    "creativecommons": """http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html
        http://backend.userland.com/creativecommonsrssmodule""",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "email": "http://purl.org/rss/1.0/modules/email/",
    "ev": "http://purl.org/rss/1.0/modules/event/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "fm": "http://freshmeat.net/rss/fm/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "georss": "http://www.georss.org/georss",
    "gml": "http://www.opengis.net/gml",
    "icbm": "http://postneo.com/icbm/",
    "image": "http://purl.org/rss/1.0/modules/image/",
    "itunes": """http://www.itunes.com/dtds/podcast-1.0.dtd
        http://example.com/dtds/podcast-1.0.dtd""",
    "l": "http://purl.org/rss/1.0/modules/link/",
    "media": "http://search.yahoo.com/mrss http://search.yahoo.com/mrss/",
    "pingback": "http://madskills.com/public/xml/rss/module/pingback/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "psc": "http://podlove.org/simple-chapters",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "ref": "http://purl.org/rss/1.0/modules/reference/",
    "reqv": "http://purl.org/rss/1.0/modules/richequiv/",
    "search": "http://purl.org/rss/1.0/modules/search/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "soap": "http://schemas.xmlsoap.org/soap/envelope/",
    "ss": "http://purl.org/rss/1.0/modules/servicestatus/",
    "str": "http://hacks.benhammersley.com/rss/streaming/",
    "sub": "http://purl.org/rss/1.0/modules/subscription/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "szf": "http://schemas.pocketsoap.com/rss/mydescmodule/",
    "taxo": "http://purl.org/rss/1.0/modules/taxonomy/",
    "thr": "http://purl.org/rss/1.0/modules/threading/",
    "ti": "http://purl.org/rss/1.0/modules/textinput/",
    "trackback": "http://madskills.com/public/xml/rss/module/trackback/",
    "wfw": "http://wellformedweb.org/commentapi/",
    "wiki": "http://purl.org/rss/1.0/modules/wiki/",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/xml/1998/namespace",
}
"""The namespaces of feeds, in lower case as feeds mix it, by the prefix all know them under."""

PREFIX: Final = {uri: prefix for prefix, uris in _PREFIXES.items() for uri in uris.split()}
_ANY_USERLAND: Final = "backend.userland.com/rss"


def listed(words: str) -> list[str]:
    """Return the words of a text."""
    return words.split()


def known_prefix(uri: str) -> str | None:
    """Return the prefix that everybody gives a namespace, None for one that is not of feeds."""
    lower = uri.lower()
    return "" if _ANY_USERLAND in lower else PREFIX.get(lower)


def parted(tag: str) -> tuple[str, str]:
    """Return the namespace and the local name of lxml's ``{namespace}name``."""
    if tag[0] != "{":
        return "", tag
    uri, _, local = tag[1:].rpartition("}")
    return uri, local


def joined(prefix: str, local: str) -> str:
    """Return the one name of an element: "title", "dc_creator", "media_content"."""
    return f"{prefix.lower()}_{local.lower()}" if prefix else local.lower()
