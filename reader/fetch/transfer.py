"""One of libcurl's handles: set up once, used for one request after another."""

import socket
from dataclasses import dataclass
from typing import Any, Final

import pycurl

from reader import __version__
from reader.fetch.address import is_public
from reader.fetch.headers import status_of
from reader.fetch.request import MAX_BYTES, Credentials, Request
from reader.fetch.trust import system_certificates

_IGNORED: Final = 65536
"""Bytes taken of a body that nobody reads, of an error or a redirect: its connection is kept."""
_DNS_CACHE: Final = 600
"""Seconds for which a name that was looked up stays known."""


_SUPPRESS_CONNECT_HEADERS: Final = 265
"""CURLOPT_SUPPRESS_CONNECT_HEADERS, for which pycurl has no name."""
USER_AGENT: Final = f"newsreader/{__version__}"


class _Socket(socket.socket):
    """A socket of which libcurl takes a copy: this one is closed when it is forgotten."""

    __slots__ = ()

    def __del__(self) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Way:
    """How a server is asked."""

    proxy: str = ""
    """A proxy's address, "" for none."""
    own: bool = True
    """It may see the request's credentials."""
    checked: bool = True
    """Only addresses on the internet are connected to."""
    fresh: bool = False
    """No connection of an earlier request is used."""
    packed: bool = True
    """The body may come compressed."""


class Transfer:
    """A handle, and what comes in through it.

    Attributes:
        handle: libcurl's.
        lines: The header lines of all answers to the request, with their line ends.
        pieces: The body as far as it is wanted, decompressed.
        proxied: A proxy is asked.
        too_large: More came than is wanted.
        refused: The address that was not connected to, since it is not on the internet.
    """

    __slots__ = (
        "_checked",
        "_limit",
        "_private",
        "_rare",
        "_size",
        "_wanted",
        "handle",
        "lines",
        "pieces",
        "proxied",
        "refused",
        "too_large",
    )

    def __init__(self, private: set[str]) -> None:
        """Addresses that are connected to, and are not on the internet, go into ``private``."""
        self._private = private
        self.handle: Any = pycurl.Curl()
        self.lines: list[bytes] = []
        self.pieces: list[bytes] = []
        self._rare = False
        self._set_up()

    def _set_up(self) -> None:
        """Set what is the same for nearly every request."""
        setopt = self.handle.setopt
        setopt(pycurl.NOSIGNAL, 1)
        setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS)
        setopt(pycurl.ENCODING, "")  # whatever this libcurl can decompress
        setopt(pycurl.DNS_CACHE_TIMEOUT, _DNS_CACHE)
        setopt(pycurl.MAXFILESIZE_LARGE, MAX_BYTES)
        setopt(pycurl.CONNECTTIMEOUT_MS, 0x7FFFFFFF)  # ours stop while the caller works
        setopt(pycurl.USERAGENT, USER_AGENT)  # for proxies; servers are told in a header
        setopt(_SUPPRESS_CONNECT_HEADERS, 1)  # a proxy's words are not the server's
        setopt(pycurl.PROXY, "")
        setopt(pycurl.NOPROXY, "")
        setopt(pycurl.HEADERFUNCTION, self.lines.append)
        setopt(pycurl.WRITEFUNCTION, self._write)
        setopt(pycurl.OPENSOCKETFUNCTION, self._open)
        file, folder = system_certificates()
        if file:
            setopt(pycurl.CAINFO, file)
        if folder:
            setopt(pycurl.CAPATH, folder)

    def prepare(self, url: str, headers: list[bytes], request: Request, way: Way) -> None:
        """Make the handle ready for one request.

        Args:
            url: What is asked for, in ASCII.
            headers: The header lines.
            request: Limits, certificates.
            way: How it is asked.
        """
        if self._rare:
            self.handle.reset()
            self._set_up()
            self._rare = False
        setopt = self.handle.setopt
        setopt(pycurl.URL, url)
        setopt(pycurl.HTTPHEADER, headers)
        if way.proxy or way.fresh or not way.packed:
            self._take(way)
        if request.ca_file or request.credentials or request.max_bytes != MAX_BYTES:
            self._rare = True
            setopt(pycurl.MAXFILESIZE_LARGE, request.max_bytes)
            if request.ca_file:
                setopt(pycurl.CAINFO, request.ca_file)
            if way.own and request.credentials and request.credentials.certificate:
                self._show(request.credentials)
        self._checked = way.checked
        self.proxied = bool(way.proxy)
        self._wanted = request.max_bytes
        self._size = self._limit = 0
        self.lines.clear()
        self.pieces.clear()
        self.too_large = False
        self.refused: str | None = None

    def _take(self, way: Way) -> None:
        self._rare = True
        if way.proxy:
            self.handle.setopt(pycurl.PROXY, way.proxy)
        if way.fresh:
            self.handle.setopt(pycurl.FRESH_CONNECT, 1)
        if not way.packed:
            self.handle.unsetopt(pycurl.ENCODING)

    def _show(self, shown: Credentials) -> None:
        """Show a client certificate to whoever asks for one."""
        self.handle.setopt(pycurl.SSLCERT, shown.certificate)
        if shown.key:
            self.handle.setopt(pycurl.SSLKEY, shown.key)
        if shown.key_password is not None:
            self.handle.setopt(pycurl.KEYPASSWD, shown.key_password)

    def _write(self, piece: bytes) -> int | None:
        if not self._limit:
            status, _, _ = status_of(self.lines)
            self._limit = self._wanted if 200 <= status < 300 else min(self._wanted, _IGNORED)
        self._size += len(piece)
        if self._size > self._limit:
            self.too_large = True
            return 0
        self.pieces.append(piece)
        return None

    def _open(self, _: int, address: Any) -> Any:
        family, kind, protocol, (host, *_rest) = address
        if not is_public(host):
            if self._checked:
                self.refused = host
                return pycurl.SOCKET_BAD
            self._private.add(host)
        return _Socket(family, kind, protocol)

    def strayed(self) -> str | None:
        """Return the address that answered, where it should not have been connected to."""
        if not self._checked:
            return None
        address: str = self.handle.getinfo(pycurl.PRIMARY_IP)
        return None if is_public(address) else address

    def connected(self) -> bool:
        """Whether the server has been reached, and the request is on its way."""
        return bool(self.handle.getinfo(pycurl.PRETRANSFER_TIME) > 0)
