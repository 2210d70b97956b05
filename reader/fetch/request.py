"""What a server is asked, and within which limits."""

from dataclasses import dataclass
from typing import Final

from reader.fetch.userinfo import without_user

MAX_BYTES: Final = 16 * 2**20


@dataclass(frozen=True, slots=True, repr=False)
class Credentials:
    """What shows a server who asks; sent to the scheme, host and port of the request alone."""

    user: str | None = None
    """For basic authentication (RFC 7617), with ``password``."""
    password: str = ""
    bearer: str | None = None
    """A token (RFC 6750); wins over ``user``."""
    cookies: str | None = None
    """As in a Cookie header: ``name=value; other=value``."""
    certificate: str | None = None
    """The path of a client certificate, in PEM."""
    key: str | None = None
    """The path of its key, where it is not in the same file."""
    key_password: str | None = None

    def __repr__(self) -> str:
        return "Credentials(...)"


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """One conditional GET."""

    url: str
    """An http or https address. A user and password in it are credentials."""
    etag: str | None = None
    """The ETag of the last answer (RFC 9110, 13.1.2)."""
    last_modified: str | None = None
    """The Last-Modified of the last answer (RFC 9110, 13.1.3)."""
    timeout: float = 20.0
    """Seconds for all of it, from the name's lookup to the last byte, redirects included."""
    connect_timeout: float = 10.0
    """Seconds to look up a name, connect and agree on a key, for each server on the way."""
    max_bytes: int = MAX_BYTES
    """The largest body taken, both as sent and decompressed."""
    user_agent: str | None = None
    """In place of the reader's own."""
    headers: tuple[tuple[str, str], ...] = ()
    """More headers, by name and value; they may be secrets, and go where credentials go."""
    proxy: str | None = None
    """A proxy's address (http, https, socks4a, socks5h...), user and password included.

    None: what the environment says; "": none whatever it says.
    """
    credentials: Credentials | None = None
    ca_file: str | None = None
    """The path of certificates to trust instead of the system's, in PEM."""
    trusted_host: str | None = None
    """A host that the user typed: it alone may be loopback, private or otherwise special.

    Of everything else the address connected to is checked, so that neither a feed, a redirect
    nor a name's owner leads the reader into its own network.
    """

    def __repr__(self) -> str:
        return f"Request({without_user(self.url)!r})"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much at a time."""

    connections: int = 64
    per_host: int = 2
    """Connections to one host name; over HTTP/1.1 as many requests at a time."""
    streams: int = 8
    """Requests at a time to one host that speaks HTTP/2, over its ``per_host`` connections."""
    loopback: int | None = None
    """Connections to this machine, beside all others: here is nobody to be spared.

    None: this machine is a host like any other.
    """
