"""The article of a web page: the page's own blocks, and what it says of itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reader.article.blocks import make_article
from reader.article.builder import Builder
from reader.article.chosen import choose
from reader.article.markup import bounded, walk
from reader.article.metadata import Metadata
from reader.errors import ParseError
from reader.model import Article, Block
from reader.safe_xml import root_name
from reader.text import clean
from reader.web import decode, is_binary

Extractor = Literal["trafilatura", "resiliparse"]
"""Who tells what belongs to the article."""

_MIN_TEXT: Final = 80
"""Code points: less than this is no article."""
_MAX_SIZE: Final = 2_000_000
"""Code points of an article, and some for each block: what follows is left out, or the reader would
stall when it takes it over."""
_BLOCK_SIZE: Final = 50
_FOUND_AGAIN: Final = 0.8
"""The share of an article's words that its page must show."""
_FEEDS: Final = frozenset(("rss", "rdf", "feed"))


def read_page(
    data: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    by: Extractor = "trafilatura",
) -> Article:
    """Return the article of a web page. It may take long, or never end: run it in a worker.

    Another's extractor tells which words are the article; the blocks that hold them are taken
    from the page as they are there. What the page says of itself is read by ``Metadata``: it
    finds more authors and titles, and the time of publication instead of its day.

    Args:
        data: The page's bytes.
        url: Its address: the article's link, and what relative addresses are resolved
            against. Without one, the link is the address that the page calls its own.
        content_type: The HTTP header, for the character set it may name.
        by: Who tells what belongs to the article.

    Raises:
        ParseError: There is no article in it.
    """
    text = decode(data, content_type)
    name = root_name(text)
    if is_binary(text) or not name or text.lstrip().startswith(("{", "[")):
        raise ParseError("no article found: this is no web page")
    if name in _FEEDS:
        raise ParseError("no article found: this is a feed")
    source = bounded(text)
    about = Metadata(page_tree(source), url)
    title, link = about.title(), url or about.link()
    blocks = list(_as_many_as_fit(_blocks(source, link, EXTRACTORS[by](source), title)))
    if sum(len(block.text) for block in blocks) < _MIN_TEXT:
        raise ParseError("no article found")
    return make_article(
        blocks,
        Article(
            title,
            (),
            "",
            byline=about.byline(),
            site=about.site(),
            published=about.published(),
            language=about.language(),
            link=link,
        ),
    )


def _blocks(source: str, url: str | None, words: str, title: str) -> list[Block]:
    """Return the blocks that an article's words are in: the page's, where it shows them.

    Some pages hide their article until a script shows it, or have it in a script alone; of
    the latter, its lines are all there is.
    """
    for shows_hidden in (False, True):
        builder = Builder(url, shows_hidden=shows_hidden)
        walk(source, builder)
        chosen = choose(builder.finish(), words, title)
        if chosen.share >= _FOUND_AGAIN:
            return chosen.blocks
    return [Block("paragraph", line) for one in clean(words).split("\n") if (line := one.strip())]


def _as_many_as_fit(blocks: Iterable[Block]) -> Iterator[Block]:
    room = _MAX_SIZE
    for block in blocks:
        room -= len(block.text) + _BLOCK_SIZE
        if room < 0:
            return
        yield block


def _by_trafilatura(source: str) -> str:
    """Return the words of an article (Barbaresi, "Trafilatura", ACL 2021)."""
    from trafilatura import extract  # half a second

    return extract(source, include_comments=False) or ""


def _by_resiliparse(source: str) -> str:
    """Return the words of an article (Bevendorff et al., ECIR 2018): less well, but at once."""
    from resiliparse.extract.html2text import extract_plain_text  # seldom needed

    words: str = extract_plain_text(
        source, main_content=True, list_bullets=False, alt_texts=False, links=False
    )
    return words


EXTRACTORS: Final[Mapping[Extractor, Callable[[str], str]]] = {
    "trafilatura": _by_trafilatura,
    "resiliparse": _by_resiliparse,
}


def page_tree(source: str) -> HtmlElement:
    """Return the root of an HTML document that is ``bounded``.

    Raises:
        ParseError: It is empty.
    """
    parser = HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ParseError("no article found: the page is empty") from None
