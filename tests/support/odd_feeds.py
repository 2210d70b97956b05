"""Feeds as nobody would write them, and many do: made at random, well-formed or nearly so."""

import re
from random import Random
from typing import Final

from reader.parse.names import listed

_SPACES: Final = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:x="urn:x" '
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:georss="http://www.georss.org/georss" '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
)
_ROOTS: Final = (
    ('<rss version="2.0" {}><channel>', "item", "</channel></rss>"),
    ('<rss version="0.92"><channel>', "item", "</channel></rss>"),
    ("<rss {}><channel>", "item", "</channel></rss>"),
    ('<feed xmlns="http://www.w3.org/2005/Atom" {}>', "entry", "</feed>"),
    ('<feed version="0.3" xmlns="http://purl.org/atom/ns#" {}>', "entry", "</feed>"),
    ("<feed {}>", "entry", "</feed>"),
    (
        '<rdf:RDF xmlns="http://purl.org/rss/1.0/" {}><channel rdf:about="u">',
        "item",
        "</rdf:RDF>",
    ),
)
_TEXTS: Final = (
    "",
    " ",
    "word",
    "A &amp; B",
    "a &lt; b",
    "&lt;b&gt;bold&lt;/b&gt; &amp;amp; more",
    "<![CDATA[<p>one</p> <a href='x/y'>two</a>]]>",
    "Gr\u00f6\u00dfe",
    "caf\u00c3\u00a9",
    "it&#146;s",
    "\u201cq\u201d",
    "<![CDATA[]]>",
    "&lt;p&gt;x&lt;br/&gt;y&lt;/p&gt;",
    "line\none",
    "\u202eb",
    "[b]x[/]",
    "&lt;script&gt;x&lt;/script&gt;",
    "a<!-- c -->b",
    "x &amp;eacute; y &lt;/i&gt;",
    "aGVsbG8gPGI+eDwvYj4=",
    "&lt;unknowntag&gt;z&lt;/unknowntag&gt;",
)
_ADDRESSES: Final = (
    "",
    "http://a.example/1",
    "https://a.example/2?x=1&amp;y=2",
    "/rel/3",
    "4.html",
    "?q=5",
    "#f",
    "http:///a.example/6",
    "mailto:a@b.example",
    "javascript:alert(1)",
    "http://A.example/7#",
    "  http://a.example/8\n",
    "urn:x:9",
    "tag:a.example,2020:10",
    "http://a.example/\u00e9",
    "//b/11",
    "https://a.example/12;p?q",
    "http://[bad/13",
    "http://a.example/../14",
    "feed://a.example/",
    "http://a.example/15&amp;copy;x",
    "HTTP://a.example/16",
)
_DATES: Final = (
    "",
    "Tue, 14 Nov 2023 22:13:20 GMT",
    "Tue, 14 Nov 2023 22:13:20 +0130",
    "2023-11-14T22:13:20Z",
    "2023-11-14",
    "14 Nov 23 22:13 EST",
    "Tue, 31 Feb 2023 10:00:00 GMT",
    "2023-11-14 22:13:20",
    "20231114T221320",
    "Nov 14, 2023",
    "14.11.2023",
    "yesterday",
    "1700000000",
    "9999-12-31T00:00:00Z",
    "Tue, 14 Nov 2023 24:00:00 GMT",
    "Tue 14 Nov 2023 22:13:20 -0500",
    "2023-11-14T22:13:20.5+02:00",
    "\u039a\u03c5\u03c1, 11 \u0399\u03bf\u03cd\u03bb 2004 12:00:00 EST",
    "2004-j\u00falius-13T9:15-05:00",
    "2004\ub144 05\uc6d4 28\uc77c  01:31:15",
    "2004-05-25 \uc624\ud6c4 11:23:17",
    "Tue, 14 Nov 2023 22:13:60 GMT",
    "0000-00-00",
    "-0001-11-30T00:00:00+00:00",
    "Tuesday, 14 November 2023 22:13:20 PDT",
    "2023-W46-2",
)
_PEOPLE: Final = (
    "",
    "Ada",
    "ada@ray.example (Ada Ray)",
    "Ada Ray &lt;ada@ray.example&gt;",
    "ada@ray.example",
    "Ada (ada@ray.com)",
    "a@b.co ()",
    "Ada, Bo &amp; Cy",
    "x" * 250 + "@y.com",
    "ada@ray.com",
)
_INLINE: Final = (
    "<div><p>a</p><br/>b</div>",
    "<p>one</p> two <b>x &lt; y</b>",
    "<xhtml:p>q</xhtml:p>",
    '<div xmlns="http://www.w3.org/1999/xhtml"><a href="r" TITLE="&amp; &quot;U&quot;">x</a></div>',
    '<div xmlns="http://www.w3.org/1999/xhtml">p</div> <div xmlns="http://www.w3.org/1999/xhtml"/>',
    "<em>t</em>",
    '<x:y z="1">q</x:y>',
    "<title>inner</title>",
    '<p xml:lang="fr">ici</p>',
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="x"/></svg>',
    "text <i>it</i> &amp; tail",
)
_ATTRIBUTES: Final = (
    ' type="html"',
    ' type="text"',
    ' type="xhtml"',
    ' type="text/html"',
    ' mode="base64"',
    ' xml:lang="de"',
    ' xml:base="http://base.example/x/"',
    ' isPermaLink="false"',
    ' rel="self"',
    ' isPermaLink="true"',
    ' rel="enclosure"',
    ' rel="alternate"',
    ' type="application/xml"',
    ' xml:base="sub/"',
    ' lang="en_US"',
    ' x:y="z"',
    ' type="TEXT/HTML"',
    ' src="http://s.example/"',
    ' rdf:about="http://about.example/"',
    ' xml:lang=""',
    ' href="http://h.example/"',
    ' type="image/png"',
)
_TEXT_NAMES: Final = listed(
    "title dc:title media:title description summary content content:encoded subtitle "
    "itunes:summary itunes:subtitle media:description dc:description abstract tagline "
    "fullitem rights atom:title atom:content atom:summary x:title"
)
_OTHERS: Final = listed(
    "category comments x:foo language dc:language guid generator ttl image source id foo date "
    "media:credit media:thumbnail slash:comments textInput contributor cloud dc:subject name "
    "georss:point media:rating itunes:explicit itunes:image created wfw:commentRss url keywords"
)
_DATE_NAMES: Final = listed(
    "pubDate published updated dc:date issued modified lastBuildDate dcterms:modified "
    "dcterms:issued atom:updated date created"
)
_PERSON_NAMES: Final = listed("author dc:creator itunes:author managingEditor webMaster dc:author")


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random

    def one(self, choices: tuple[str, ...] | list[str]) -> str:
        return self.random.choice(choices)

    def attributes(self) -> str:
        count = self.random.choice((0, 0, 0, 0, 1, 1, 2))
        chosen = [self.one(_ATTRIBUTES) for _ in range(count)]
        names = [one.partition("=")[0] for one in chosen]
        return "".join(one for n, one in enumerate(chosen) if names[n] not in names[:n])

    def element(self, name: str, inside: str) -> str:
        return f"<{name}{self.attributes()}>{inside}</{name}>"

    def text(self) -> str:
        chosen = _INLINE if self.random.random() < 0.12 else _TEXTS
        return self.element(self.one(_TEXT_NAMES), self.one(chosen))

    def link(self) -> str:
        kind = self.random.random()
        if kind < 0.4:
            return self.element(self.one(["link", "link", "guid", "id"]), self.one(_ADDRESSES))
        rel = self.one(
            ["", ' rel="alternate"', ' rel="self"', ' rel="enclosure"', ' rel="Related"']
        )
        kind_of = self.one(["", ' type="text/html"', ' type="audio/mpeg"', ' type="HTML"'])
        name = self.one(["link", "atom:link", "link"])
        where = self.one(["href", "href", "href", "url", "HREF"])
        return f'<{name}{rel}{kind_of} {where}="{self.one(_ADDRESSES).strip()}"/>'

    def enclosure(self) -> str:
        size = self.one(['length="5"', 'length="x"', "", 'length="-1"'])
        name = self.one(["enclosure", "enclosure", "media:content"])
        size = size.replace("length", "fileSize") if "media" in name else size
        return (
            f'<{name} url="{self.one(_ADDRESSES).strip()}" {size} type="{self.one(["a/b", ""])}"/>'
        )

    def person(self) -> str:
        name = self.one(_PERSON_NAMES)
        if self.random.random() < 0.5:
            return self.element(name, self.one(_PEOPLE))
        parts = ["name", "email", "uri", "itunes:name", "url", "x:foo", "name", "email"]
        inside = "".join(
            f"<{part}>{self.one(_PEOPLE)}</{part}>"
            for part in self.random.sample(parts, self.random.randint(1, 3))
        )
        return f"<{name}>{inside}</{name}>"

    def group(self) -> str:
        inside = "".join(
            self.one(
                [
                    self.enclosure(),
                    f"<media:title>{self.one(_TEXTS)}</media:title>",
                    f"<media:description>{self.one(_TEXTS)}</media:description>",
                    '<media:thumbnail url="t"/>',
                    "<media:foo><media:bar/></media:foo>",
                ]
            )
            for _ in range(self.random.randint(0, 4))
        )
        name = self.one(["media:group", "media:group", 'media:content url="http://m.example/"'])
        return f"<{name}>{inside}</{name.partition(' ')[0]}>"

    def holder(self) -> str:
        name = self.one(
            ["source", "image", "textInput", "contributor", "itunes:owner", "foo", "source"]
        )
        return self.element(name, "".join(self.piece(1) for _ in range(self.random.randint(0, 3))))

    def piece(self, depth: int = 0) -> str:
        kinds = [self.text] * 6 + [self.link] * 4 + [self.date] * 3 + [self.person] * 2
        kinds += [self.other] * 3 + [self.enclosure, self.group] + [self.holder] * (not depth)
        return self.random.choice(kinds)()

    def date(self) -> str:
        return self.element(self.one(_DATE_NAMES), self.one(_DATES))

    def other(self) -> str:
        return self.element(self.one(_OTHERS), self.one(_TEXTS + _ADDRESSES))

    def feed(self) -> str:
        start, name, end = self.random.choice(_ROOTS)
        start = start.format(_SPACES)
        if self.random.random() < 0.2:
            scope = self.one([' xml:base="http://root.example/f/"', ' xml:base="/r/"'])
            start = re.sub("^(<[^\\s>]+)", lambda found: found[0] + scope, start)
        pieces = [self.piece() for _ in range(self.random.randint(0, 5))]
        entries = []
        for _ in range(self.random.randint(1, 4)):
            inside = "\n".join(self.piece() for _ in range(self.random.randint(0, 9)))
            said = self.attributes() if self.random.random() < 0.2 else ""
            entries.append(f"<{name}{said}>{inside}</{name}>")
        if "RDF" in end:
            pieces.append("</channel>")
        else:
            self.random.shuffle(pieces)
        return start + "\n".join(pieces + entries) + end


def odd_feed(seed: int) -> str:
    """Return a feed made of odd pieces, the same for the same seed."""
    return _Maker(Random(seed)).feed()  # noqa: S311 - no secret


_PIECE: Final = re.compile(r"<[^<>]*>|[^<>]+")


def mutated(text: str, seed: int) -> str:
    """Return a document with a few of its tags and texts moved, doubled, renamed or lost."""
    random = Random(seed)  # noqa: S311 - no secret
    pieces = _PIECE.findall(text)
    for _ in range(random.randint(1, 5)):
        if len(pieces) < 3:
            break
        at, other = random.randrange(len(pieces)), random.randrange(len(pieces))
        change = random.random()
        if change < 0.25:
            pieces[at] = pieces[other]
        elif change < 0.45:
            del pieces[at]
        elif change < 0.6:
            pieces.insert(at, pieces[other])
        elif change < 0.8:
            cut = random.randrange(len(pieces[at]) + 1)
            pieces[at] = (
                pieces[at][:cut] + random.choice("<>&\"'\0\x9b\u00e9;/ :") + pieces[at][cut:]
            )
        else:
            pieces[at] = re.sub(
                r"\w+", random.choice(["title", "link", "item", "x", "date"]), pieces[at], count=1
            )
    return "".join(pieces)
