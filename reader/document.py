"""One document from a file, a server or standard input: a feed, a page or plain text."""

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from stat import S_ISDIR
from typing import Final
from urllib.parse import unquote, urlsplit

from reader.article import article_from_html, article_from_text
from reader.article.elements import BLOCKS
from reader.article.pages import PageReader
from reader.errors import NotFoundError, ParseError
from reader.model import Article, ParsedFeed
from reader.parse import parse
from reader.parse.xml_feed import ROOTS as FEED_ROOTS
from reader.safe_xml import root_name
from reader.text import clean_line
from reader.web import decode, is_binary

MAX_BYTES: Final = 16 * 2**20
"""No feed or article is larger; a file that is was named by mistake."""

_PAGE_ROOTS: Final = frozenset(("html", "head", "body"))


def load_document(
    source: str, pages: PageReader, *, data: bytes | None = None
) -> ParsedFeed | Article:
    """Return the document that ``source`` names: a feed, or an article of a page or text.

    Args:
        source: A path, an http or https URL, or "-" for standard input.
        pages: What reads it where it is a page.
        data: What standard input gave, where it is meant.

    Raises:
        NotFoundError: There is no such file, or it may not be read.
        ParseError: It is empty, binary, larger than ``MAX_BYTES``, a folder, or a page
            without an article.
        FetchError: The server could not be reached, or refused.
    """
    if data is not None:
        name = "standard input" if source == "-" else source
        return _document(name, _bounded(data, source), pages)
    if re.match("https?://", source, re.IGNORECASE):
        from reader.fetch import fetch, host_of  # the network: not for files

        fetched = fetch(source, max_bytes=MAX_BYTES, trusted_host=host_of(source))
        return _document(source, fetched.data, pages, fetched.url, fetched.content_type)
    return _document(source, read_file(source), pages)


def read_file(path: str) -> bytes:
    """Return the bytes of a file, at most ``MAX_BYTES``.

    Raises:
        NotFoundError: There is no such file, or it may not be read.
        ParseError: It is a folder, or too large.
    """
    try:
        status = Path(path).stat()
        if S_ISDIR(status.st_mode):
            raise ParseError(f"{clean_line(path)} is a folder")
        if status.st_size > MAX_BYTES:
            return _bounded(b"", path, status.st_size)
        with Path(path).open("rb") as file:  # a pipe has no size: read a byte past the limit
            return _bounded(file.read(MAX_BYTES + 1), path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        why = error.strerror if isinstance(error, OSError) else "no such name"
        raise NotFoundError(f"cannot read {clean_line(path)}: {why}") from None


def _bounded(data: bytes, name: str, size: int | None = None) -> bytes:
    """Return ``data``; raise ParseError where it, or ``size``, is past the limit."""
    if (len(data) if size is None else size) > MAX_BYTES:
        raise ParseError(f"{clean_line(name)} is larger than {MAX_BYTES // 2**20} MiB")
    return data


def _document(
    source: str,
    data: bytes,
    pages: PageReader,
    url: str | None = None,
    content_type: str | None = None,
) -> ParsedFeed | Article:
    """Tell what the bytes are by their beginning, and read them as that."""
    name = clean_line(source)
    text = decode(data, content_type)
    if not text.strip("\0 \t\r\n\ufeff"):
        raise ParseError(f"{name} is empty")
    root = root_name(text) if text.lstrip("\0 \t\r\n\ufeff").startswith("<") else ""
    try:
        if root in FEED_ROOTS:
            return parse(data, base_url=url, content_type=content_type)
        if root in _PAGE_ROOTS or "html" in (content_type or "").lower():
            return pages(data, url=url, content_type=content_type)
    except ParseError as error:
        raise ParseError(f"{name}: {error}") from None
    if text.lstrip().startswith("{"):
        with suppress(ParseError):  # braces alone make no feed
            return parse(data, base_url=url, content_type=content_type)
    return _text(name, text, root, url)


def _text(name: str, text: str, root: str, url: str | None) -> Article:
    """Return the article of a fragment of HTML or of plain text."""
    if is_binary(text):
        raise ParseError(f"{name} is neither a feed nor a page nor text")
    title = unquote(urlsplit(url).path) if url else name
    title = clean_line(title.rstrip("/").rpartition("/")[2])
    if root in BLOCKS:
        article = article_from_html(text, title=title, base_url=url)
    elif root and text.lstrip().startswith("<?xml"):
        raise ParseError(f"{name} is XML, but no feed: <{clean_line(root)}>")
    else:
        article = article_from_text(text, title=title)
    if not article.text:
        raise ParseError(f"{name} is empty")
    return replace(article, link=url)
