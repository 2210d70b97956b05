"""Addresses: a URL as it goes over the wire, and which servers a stranger may lead to."""

import base64
import re
import socket
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from reader.errors import FetchError
from reader.fetch.userinfo import without_user
from reader.text import clean_line
from reader.web import web_url

_PORTS: Final = {"http": 80, "https": 443}
_PLAIN_HOST: Final = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?", re.ASCII
)
_PLAIN_URL: Final = re.compile(
    r"(https?)://((?=[a-z0-9.-]{1,253}[:/])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*)"
    r"(?::([1-9]\d{0,3}|[1-5]\d{4}))?"
    r"/[\w.~/%=&+,;:@!$'()*-]*(?:\?[\w.~/%=&+,;:@!$'()*?-]*)?",
    re.ASCII,
)
"""What nearly every URL looks like: there is nothing to change in it."""
_MAX_PLAIN: Final = 2000
_IN_PATH: Final = "%/:=&?~#+!$,;'@()*[]"
"""What stays as it is; all else that is not a letter or digit is percent-encoded."""
_NUMBERS: Final = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}", re.ASCII)

_UNICAST: Final = IPv6Network("2000::/3")
"""All of IPv6 that is the internet (IANA, IPv6 address space)."""
_NAT64: Final = IPv6Network("64:ff9b::/96")
"""IPv4 behind a translator (RFC 6052): what it means is in the last 32 bits."""


@dataclass(frozen=True, slots=True)
class Target:
    """A URL taken apart for one request."""

    url: str
    """Without user and password."""
    wire: str
    """In ASCII, without fragment."""
    scheme: str
    host: str
    """In lower case, in ASCII, without brackets or a dot at the end."""
    port: int
    user: str | None
    """What a user and password in the URL amount to: a value for Authorization."""

    @property
    def origin(self) -> tuple[str, str, int]:
        """What may see the same credentials (RFC 6454)."""
        return self.scheme, self.host, self.port


def target(address: str, base: str | None = None) -> Target:
    """Return an address, taken apart.

    Args:
        address: As typed, or as a redirect names it.
        base: What it is relative to.

    Raises:
        FetchError: It is none, or not http or https.
    """
    plain = _PLAIN_URL.fullmatch(address) if len(address) < _MAX_PLAIN else None
    if not plain:
        return _taken_apart(address, base)
    scheme, host, port = plain.groups()
    # "http://x.example/?" is "http://x.example/".
    wire = address.removesuffix("?")
    return Target(address, wire, scheme, host, int(port) if port else _PORTS[scheme], None)


def _taken_apart(address: str, base: str | None = None) -> Target:
    url = web_url(address, base)
    if url is None:
        raise FetchError(
            f"{without_user(clean_line(address))[:200]} is no http or https address",
            kind="redirects" if base else "address",
        )
    parts = urlsplit(url)
    named = parts.hostname or ""
    try:
        host, port = _ascii_host(named), parts.port
    except ValueError:
        raise FetchError(
            f"{clean_line(named)[:200]} is not the name of a server", kind="address"
        ) from None
    place = f"[{host}]" if ":" in host else host
    if port is not None:
        place += f":{port}"
    path = quote(parts.path, safe=_IN_PATH) or "/"
    query = f"?{quote(parts.query, safe=_IN_PATH)}" if parts.query else ""
    return Target(
        url=without_user(url),
        wire=f"{parts.scheme}://{place}{path}{query}",
        scheme=parts.scheme,
        host=host.rstrip("."),
        port=_PORTS[parts.scheme] if port is None else port,
        user=None
        if parts.username is None
        else basic(unquote(parts.username), unquote(parts.password or "")),
    )


def _ascii_host(host: str) -> str:
    if _PLAIN_HOST.fullmatch(host):
        return host
    if ":" in host:
        return str(IPv6Address(host.partition("%")[0]))
    name = host.encode("idna").decode().lower()
    if not _PLAIN_HOST.fullmatch(name):
        raise ValueError(name)
    return name


def host_name(host: str) -> str:
    """Return a host as ``Target.host`` has it, "" where it is none."""
    try:
        return _ascii_host(host.strip().strip("[]").lower()).rstrip(".")
    except ValueError:
        return ""


def basic(user: str, password: str) -> str:
    """Return the value of Authorization for a user and password (RFC 7617)."""
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


@lru_cache(4096)
def is_public(address: str) -> bool:
    """Whether an IP address is one of the internet's, for everybody and for one machine each.

    False for loopback, link-local, private, shared (RFC 6598), multicast, unspecified,
    documentation, reserved and every other special address (IANA's registries), whatever
    IPv6 wraps it in; and for what is no address.
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        return _is_public_6(ip)
    return ip.is_global and not ip.is_multicast


def _is_public_6(ip: IPv6Address) -> bool:
    inside = ip.sixtofour or (IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None)
    if inside is not None:
        return inside.is_global and not inside.is_multicast
    return ip in _UNICAST and ip.is_global and not ip.is_multicast


def literal(host: str) -> str | None:
    """Return the IP address that a host is without any lookup, None where it is a name.

    Reads the short and the odd ways to write IPv4 too (``127.1``, ``0x7f000001``), as
    resolvers do.
    """
    if host == "localhost" or host.endswith(".localhost"):  # RFC 6761, 6.3
        return "127.0.0.1"
    try:
        if _NUMBERS.fullmatch(host):
            return socket.inet_ntoa(socket.inet_aton(host))
        return str(ip_address(host))
    except (OSError, ValueError):
        return None


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its very name; nothing is looked up."""
    address = literal(host)
    return address is not None and ip_address(address).is_loopback


_LOCAL: Final = (".local", ".internal", ".lan", ".home.arpa")


def is_own(host: str) -> bool:
    """Whether a host lies in the user's own network by its very name; nothing is looked up.

    These are special addresses, names of one word, and names that the internet has not
    (RFC 6762, RFC 8375, ICANN's reservation of "internal").
    """
    address = literal(host)
    if address is not None:
        return not is_public(address)
    return "." not in host or host.endswith(_LOCAL)
