"""One conditional GET over HTTP, with limits: -> Fetched | NotModified."""

import base64
import http.client
import io
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any, BinaryIO, Final, overload
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from reader import __version__
from reader.errors import FetchError
from reader.text import clean_line
from reader.web import web_url

MAX_BYTES: Final = 16 * 2**20
_MAX_REDIRECTS: Final = 10
_MAX_CONNECT: Final = 10.0
"""Seconds for one address of a server to accept a connection."""
_CHUNK: Final = 64 * 1024
_PERMANENT: Final = frozenset((HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT))
_REDIRECTS: Final = _PERMANENT | {
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
}
_ACCEPT: Final = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/html;q=0.8, */*;q=0.5"
)
_IN_URL: Final = "%/:=&?~#+!$,;'@()*[]"
"""What stays as it is in a URL; all else that is not a letter or digit is percent-encoded."""
_ANY_ZLIB: Final = 47
"""zlib's word for a gzip or zlib header, whichever comes (zlib manual, inflateInit2)."""
_GZIP: Final = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent."""

    url: str
    """Where it came from in the end, after redirects."""
    data: bytes
    """The body, decompressed."""
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    permanent_url: str | None = None
    """The new address, where the server says that the old one moved for good."""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server has nothing newer than what it was asked about."""


@overload
def fetch(url: str, *, timeout: float = ..., max_bytes: int = ...) -> Fetched: ...


@overload
def fetch(
    url: str,
    *,
    etag: str | None,
    last_modified: str | None,
    timeout: float = ...,
    max_bytes: int = ...,
) -> Fetched | NotModified: ...


def fetch(
    url: str,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    timeout: float = 20.0,
    max_bytes: int = MAX_BYTES,
) -> Fetched | NotModified:
    """Return what lies at an http or https address, following up to ten redirects.

    Args:
        url: The address.
        etag: The ETag of the last answer (RFC 9110, 13.1.2).
        last_modified: The Last-Modified of the last answer.
        timeout: Seconds for all of it, redirects included.
        max_bytes: The largest body taken, both as sent and decompressed.

    Raises:
        FetchError: The address is none, or the server could not be reached, refused, took
            too long or sent too much.
    """
    headers = {
        "User-Agent": f"newsreader/{__version__}",
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
    }
    if etag:
        headers["If-None-Match"] = clean_line(etag)
    if last_modified:
        headers["If-Modified-Since"] = clean_line(last_modified)
    get = _Get(headers, timeout, max_bytes)
    here = _web_address(url)
    permanent = True
    moved: str | None = None
    for _ in range(_MAX_REDIRECTS + 1):
        answer = get.ask(here)
        if not isinstance(answer, _Redirect):
            return _with_address(answer, here, moved)
        here = _web_address(answer.location, here)
        permanent = permanent and answer.permanent
        moved = here if permanent else moved
    raise FetchError(f"{_host(url)} redirected more than {_MAX_REDIRECTS} times")


@dataclass(frozen=True, slots=True)
class _Redirect:
    location: str
    permanent: bool


@dataclass(frozen=True, slots=True)
class _Body:
    data: bytes
    headers: http.client.HTTPMessage


def _with_address(
    answer: _Body | NotModified, url: str, moved: str | None
) -> Fetched | NotModified:
    if isinstance(answer, NotModified):
        return answer
    told = answer.headers.get
    return Fetched(
        url=url,
        data=answer.data,
        content_type=told("Content-Type"),
        etag=told("ETag"),
        last_modified=told("Last-Modified"),
        permanent_url=moved,
    )


def _web_address(address: str, base: str | None = None) -> str:
    url = web_url(address, base)
    if url is None:
        raise FetchError(f"{clean_line(address)[:200]} is no http or https address")
    return url


def _host(url: str) -> str:
    return urlsplit(url).hostname or clean_line(url)


class _Get:
    """The requests of one fetch: they share a deadline and a limit."""

    def __init__(self, headers: dict[str, str], timeout: float, max_bytes: int) -> None:
        self._headers = headers
        self._conditional = not headers.keys().isdisjoint(("If-None-Match", "If-Modified-Since"))
        self._timeout = timeout
        self._deadline = time.monotonic() + timeout
        self._max_bytes = max_bytes
        # Only these handlers: no file:, ftp: or data:, and every status comes as it is.
        self._opener = urllib.request.OpenerDirector()
        self._opener.add_handler(urllib.request.ProxyHandler())
        self._opener.add_handler(_Http(self.remaining))
        self._opener.add_handler(_Https(self.remaining))

    def remaining(self) -> float:
        """Return the seconds that are left; raises TimeoutError when there are none."""
        seconds = self._deadline - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds

    def ask(self, url: str) -> _Body | NotModified | _Redirect:
        """Return the answer of one server; raises FetchError in words for anything else."""
        host = _host(url)
        try:
            connect = min(self.remaining(), _MAX_CONNECT)
            with self._opener.open(self._request(url), timeout=connect) as response:
                return self._read(response, host)
        except urllib.error.URLError as error:
            raise FetchError(self._why(error.reason, host)) from None
        except zlib.error:
            raise FetchError(f"{host} sent data that cannot be decompressed") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise FetchError(self._why(error, host)) from None

    def _request(self, url: str) -> urllib.request.Request:
        """Return the request for a URL, made of ASCII; its user and password go to a header."""
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
        place = f"[{host}]" if ":" in host else host
        if parts.port is not None:
            place += f":{parts.port}"
        wire = urlunsplit((parts.scheme, place, parts.path or "/", parts.query, ""))
        request = urllib.request.Request(quote(wire, safe=_IN_URL), headers=self._headers)  # noqa: S310  # only http and https handlers
        if parts.username is not None:
            user = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            token = base64.b64encode(user.encode()).decode()
            request.add_unredirected_header("Authorization", f"Basic {token}")
        return request

    def _read(self, response: Any, host: str) -> _Body | NotModified | _Redirect:
        status, headers = response.status, response.headers
        if status == HTTPStatus.NOT_MODIFIED and self._conditional:
            return NotModified()
        if status in _REDIRECTS and headers.get("Location"):
            return _Redirect(headers["Location"], status in _PERMANENT)
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            raise FetchError(
                f"{host} answered {status} {_phrase(status, response.reason)}".rstrip()
            )
        pieces: list[bytes] = []
        size = 0
        for piece in _decompressed(self._sent(response, host), headers, self._max_bytes):
            pieces.append(piece)
            size += len(piece)
            if size > self._max_bytes:
                raise self._too_large(host)
        return _Body(b"".join(pieces), headers)

    def _sent(self, response: Any, host: str) -> Iterator[bytes]:
        """Yield the body as it is sent, up to the limit."""
        promised = response.headers.get("Content-Length", "")
        expected = int(promised) if promised.isdecimal() else 0
        sent = 0
        while chunk := response.read1(_CHUNK):
            sent += len(chunk)
            if max(sent, expected) > self._max_bytes:
                raise self._too_large(host)
            yield chunk
        if sent < expected:
            raise FetchError(f"{host} broke off after {sent} of {expected} bytes")

    def _too_large(self, host: str) -> FetchError:
        return FetchError(f"{host} sent more than {self._max_bytes / 2**20:.3g} MiB")

    def _why(self, error: object, host: str) -> str:
        """Return in words why a server could not be asked."""
        match error:
            case TimeoutError():
                words = f"no answer from {host} within {self._timeout:g} s"
            case socket.gaierror():
                words = f"the name {host} could not be resolved"
            case ConnectionRefusedError():
                words = f"{host} refused the connection"
            case ssl.SSLCertVerificationError():
                words = (
                    f"the certificate of {host} is not valid: {clean_line(error.verify_message)}"
                )
            case http.client.IncompleteRead():
                words = f"{host} broke off in the middle of its answer"
            case ValueError() | http.client.InvalidURL():
                words = f"{host} is not the name of a server"
            case OSError(strerror=str(words)):
                words = f"no connection to {host}: {clean_line(words)}"
            case _:
                words = f"{host} gave no answer in HTTP: {clean_line(str(error))}"
        return words[:300]


def _phrase(status: int, told: str) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return clean_line(told)[:100]


def _decompressed(
    chunks: Iterator[bytes], headers: http.client.HTTPMessage, limit: int
) -> Iterator[bytes]:
    """Yield a body decompressed, never more than ``limit`` bytes and one at a time.

    Raises:
        zlib.error: The data is not what its header says.
    """
    if headers.get("Content-Encoding", "").strip().lower() not in ("gzip", "x-gzip", "deflate"):
        yield from chunks
        return
    unpacker: Any = None
    for chunk in chunks:
        data = chunk
        while data:
            if unpacker is None:
                unpacker = zlib.decompressobj(_window(data))
            elif unpacker.eof and data.startswith(_GZIP):  # the next member of a gzip file
                unpacker = zlib.decompressobj(_ANY_ZLIB)
            elif unpacker.eof:  # padding
                return
            yield unpacker.decompress(data, limit + 1)
            data = unpacker.unconsumed_tail or unpacker.unused_data
    if unpacker is not None and not unpacker.eof:
        raise zlib.error("cut short")


def _window(data: bytes) -> int:
    """Return the window that zlib needs: "deflate" is sent with a zlib header or without."""
    bare = data[0] & 0x0F != zlib.DEFLATED or int.from_bytes(data[:2]) % 31
    return -zlib.MAX_WBITS if bare and not data.startswith(_GZIP) else _ANY_ZLIB


class _TimedReader(io.RawIOBase):
    """A socket's bytes, for as long as there is time: no server can drip past the deadline."""

    def __init__(
        self, connection: socket.socket, held: BinaryIO, remaining: Callable[[], float]
    ) -> None:
        self._connection = connection
        self._held = held
        self._remaining = remaining

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Wait for bytes no longer than there is time."""
        self._connection.settimeout(self._remaining())
        return self._connection.recv_into(buffer)

    def close(self) -> None:
        """Let the connection go: the file that is held keeps it open until then."""
        self._held.close()
        super().close()


def _timed(connection_class: Callable[..., Any], remaining: Callable[[], float]) -> Any:
    """Return what makes connections whose answers are read through ``_TimedReader``."""

    def response(connection: socket.socket, *rest: Any, **named: Any) -> http.client.HTTPResponse:
        made = http.client.HTTPResponse(connection, *rest, **named)
        made.fp = io.BufferedReader(_TimedReader(connection, made.fp, remaining))
        return made

    def connect(*rest: Any, **named: Any) -> Any:
        made = connection_class(*rest, **named)
        made.response_class = response
        return made

    return connect


class _Http(urllib.request.HTTPHandler):
    def __init__(self, remaining: Callable[[], float]) -> None:
        super().__init__()
        self._remaining = remaining

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_timed(http.client.HTTPConnection, self._remaining), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, remaining: Callable[[], float]) -> None:
        super().__init__()
        self._remaining = remaining
        self._trust = ssl.create_default_context()

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        connection = partial(http.client.HTTPSConnection, context=self._trust)
        return self.do_open(_timed(connection, self._remaining), req)
