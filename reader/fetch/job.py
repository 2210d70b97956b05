"""One request on its way, from its first address to its last."""

import re
import zlib
from http import HTTPStatus
from typing import Any, Final, Generic, TypeVar

import pycurl

from reader.errors import FetchError
from reader.fetch import headers
from reader.fetch.address import (
    Target,
    basic,
    host_name,
    is_public,
    literal,
    target,
)
from reader.fetch.answer import Fetched, NotModified
from reader.fetch.faults import fault, refusal
from reader.fetch.request import Request
from reader.fetch.transfer import USER_AGENT, Transfer, Way
from reader.fetch.unpack import unpack
from reader.fetch.userinfo import with_user_of
from reader.text import clean_line

Key = TypeVar("Key")

_MAX_REDIRECTS: Final = 10
_PERMANENT: Final = frozenset((HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT))
_REDIRECTS: Final = _PERMANENT | {
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
}
_USER_AGENT: Final = f"User-Agent: {USER_AGENT}".encode()
_ACCEPT: Final = (
    b"Accept: application/atom+xml, application/rss+xml, application/feed+json, "
    b"application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
)
_UNPACKED: Final = b"Accept-Encoding: identity"
_CANNOT_UNPACK: Final = frozenset((pycurl.E_BAD_CONTENT_ENCODING, pycurl.E_WRITE_ERROR))
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""RFC 9110, 5.6.2."""


class Job(Generic[Key]):
    """A request, and how far it has got.

    Attributes:
        key: The caller's.
        request: What was asked.
        here: Who is asked now.
        transfer: What asks, while it does.
        deadline: When its time is up, on the clock of its run; None before it has begun.
        asked: How often a server was asked.
        over: It has its answer.
    """

    __slots__ = (
        "_headers",
        "_moved",
        "_packed",
        "_permanent",
        "_redirects",
        "_secrets",
        "_start",
        "_trusted",
        "asked",
        "deadline",
        "here",
        "key",
        "over",
        "request",
        "transfer",
    )

    def __init__(self, key: Key, request: Request) -> None:
        """Raises FetchError where the address is none."""
        self.key = key
        self.request = request
        self.here = self._start = target(request.url)
        self.transfer: Transfer | None = None
        self.deadline: float | None = None
        self.asked = 0
        self.over = False
        self._headers = _headers(request)
        self._secrets = _secrets(request, self._start)
        self._trusted = host_name(request.trusted_host) if request.trusted_host else None
        self._packed = self._permanent = True
        self._moved: str | None = None
        self._redirects = 0

    def ask(self, transfer: Transfer, proxy: str, *, mistrust: bool) -> None:
        """Make a transfer ready to ask the server whose turn it is.

        Args:
            transfer: A free one.
            proxy: The proxy's address, "" for none.
            mistrust: Some open connection leads to an address that is not on the internet.

        Raises:
            FetchError: It must not be asked.
        """
        trusted = self.here.host == self._trusted
        if proxy and not trusted:
            # The proxy looks names up: what they lead to is seen only by it.
            address = literal(self.here.host)
            if address is not None and not is_public(address):
                raise self._refused(address)
        own = self.here.origin == self._start.origin
        lines = self._headers + self._secrets if own else self._headers
        way = Way(
            proxy=proxy,
            own=own,
            checked=not trusted and not proxy,
            fresh=mistrust and not trusted,
            packed=self._packed,
        )
        lines = lines if self._packed else [*lines, _UNPACKED]
        transfer.prepare(self.here.wire, lines, self.request, way)
        self.transfer = transfer
        self.asked += 1

    def answer(
        self, transfer: Transfer, problem: int = 0, told: str = ""
    ) -> Fetched | NotModified | FetchError | None:
        """Return what a transfer that has ended brought, None where it has to go on.

        Args:
            transfer: The one that asked.
            problem: libcurl's number of what went wrong, 0 for nothing.
            told: libcurl's words for it.
        """
        if transfer.lines and (address := transfer.strayed()):  # over another's open connection
            return self._refused(address)
        status, reason, start = headers.status_of(transfer.lines)
        found = headers.read(transfer.lines, start)
        request = self.request
        if status in _REDIRECTS and (location := headers.location(found)):
            return self._redirect(location, permanent=status in _PERMANENT)
        if status == HTTPStatus.NOT_MODIFIED and (request.etag or request.last_modified):
            return NotModified(**self._told(found))
        if status and not 200 <= status < 300 and (status >= 300 or not problem):
            return refusal(status, reason, found, self.here.host)
        if problem:
            return self._problem(transfer, problem, told)
        return self._fetched(transfer, found)

    def timed_out(self) -> FetchError:
        """Return the error for a request whose time is up."""
        return FetchError(
            f"no answer from {self.here.host} within {self.request.timeout:g} s", kind="timeout"
        )

    def not_connected(self) -> FetchError:
        """Return the error for a server that could not be reached in time."""
        return FetchError(
            f"no connection to {self.here.host} within {self.request.connect_timeout:g} s",
            kind="timeout",
        )

    def _redirect(self, location: str, *, permanent: bool) -> FetchError | None:
        if self._redirects == _MAX_REDIRECTS:
            return FetchError(
                f"{self._start.host} redirected more than {_MAX_REDIRECTS} times",
                kind="redirects",
            )
        self._redirects += 1
        try:
            self.here = target(location, self.here.url)
        except FetchError as error:
            return error
        self._permanent = self._permanent and permanent
        if self._permanent:
            self._moved = self.here.url
            if self.here.origin == self._start.origin:
                self._moved = with_user_of(self._moved, self.request.url)
        return None

    def _problem(self, transfer: Transfer, problem: int, told: str) -> FetchError | None:
        if transfer.too_large or problem == pycurl.E_FILESIZE_EXCEEDED:
            return self._too_large()
        if problem in _CANNOT_UNPACK and self._packed:
            self._packed = False
            return None
        if transfer.refused and problem == pycurl.E_COULDNT_CONNECT:
            return self._refused(transfer.refused)
        system_error = transfer.handle.getinfo(pycurl.OS_ERRNO)
        return fault(problem, told, self.here.host, system_error, proxied=transfer.proxied)

    def _fetched(self, transfer: Transfer, found: dict[bytes, bytes]) -> Fetched | FetchError:
        data: bytes | None = b"".join(transfer.pieces)
        if not self._packed:
            encoding = headers.text(found, b"content-encoding") or ""
            try:
                data = unpack(data or b"", encoding, self.request.max_bytes)
            except zlib.error:
                return fault(pycurl.E_BAD_CONTENT_ENCODING, "", self.here.host)
        if data is None:
            return self._too_large()
        return Fetched(
            url=self.here.url,
            data=data,
            content_type=headers.text(found, b"content-type"),
            **self._told(found),
        )

    def _told(self, found: dict[bytes, bytes]) -> dict[str, Any]:
        """Return what every answer tells, by the names of the fields."""
        date = headers.http_date(headers.text(found, b"date"))
        return {
            "etag": headers.text(found, b"etag"),
            "last_modified": headers.text(found, b"last-modified"),
            "permanent_url": self._moved,
            "date": date,
            "fresh_for": headers.fresh_for(found, date),
            "retry_after": headers.retry_after(found),
        }

    def _too_large(self) -> FetchError:
        return FetchError(
            f"{self.here.host} sent more than {self.request.max_bytes / 2**20:.3g} MiB",
            kind="too-large",
        )

    def _refused(self, address: str) -> FetchError:
        return FetchError(
            f"{self.here.host} is not on the internet ({address}), and is not asked",
            kind="refused-address",
        )


def _headers(request: Request) -> list[bytes]:
    """Return what every server on the way is told."""
    agent = clean_line(request.user_agent or "")
    lines = [f"User-Agent: {agent}".encode() if agent else _USER_AGENT, _ACCEPT]
    if request.etag:
        lines.append(_line("If-None-Match", request.etag))
    if request.last_modified:
        lines.append(_line("If-Modified-Since", request.last_modified))
    return lines


def _secrets(request: Request, start: Target) -> list[bytes]:
    """Return what only the server of the request's own address is told."""
    shown = request.credentials
    lines = []
    if shown and shown.bearer:
        lines.append(_line("Authorization", f"Bearer {shown.bearer}"))
    elif shown and shown.user is not None:
        lines.append(_line("Authorization", basic(shown.user, shown.password)))
    elif start.user:
        lines.append(_line("Authorization", start.user))
    if shown and shown.cookies:
        lines.append(_line("Cookie", shown.cookies))
    for name, value in request.headers:
        if not _HEADER_NAME.fullmatch(name):
            raise FetchError(
                f"{clean_line(name)[:100]} is not the name of a header", kind="address"
            )
        lines.append(_line(name, value))
    return lines


def _line(name: str, value: str) -> bytes:
    """Return a header line; libcurl wants a semicolon for an empty value."""
    value = clean_line(value)
    return f"{name}: {value}".encode("latin-1", "replace") if value else f"{name};".encode()
