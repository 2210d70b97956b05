"""What libcurl says went wrong -> FetchError, in words that give no secret away."""

import os
from collections.abc import Mapping
from errno import ECONNREFUSED
from http import HTTPStatus
from typing import Final

import pycurl

from reader.errors import FetchError, FetchFault
from reader.fetch.headers import retry_after
from reader.text import clean_line

# libcurl's number (libcurl-errors(3)): kind, words with the host in place of {}.
_KNOWN: Final[Mapping[int, tuple[FetchFault, str]]] = {
    pycurl.E_URL_MALFORMAT: ("address", "{} is not the name of a server"),
    pycurl.E_COULDNT_RESOLVE_PROXY: ("proxy", "the name of the proxy for {} could not be resolved"),
    pycurl.E_COULDNT_RESOLVE_HOST: ("dns", "the name {} could not be resolved"),
    97: ("proxy", "the proxy let nothing through to {}"),  # CURLE_PROXY
    pycurl.E_GOT_NOTHING: ("protocol", "{} closed the connection without an answer"),
    pycurl.E_PARTIAL_FILE: ("protocol", "{} broke off in the middle of its answer"),
    pycurl.E_RECV_ERROR: ("protocol", "{} broke off in the middle of its answer"),
    pycurl.E_SEND_ERROR: ("protocol", "{} broke off before its answer"),
    pycurl.E_WRITE_ERROR: ("protocol", "{} sent data that cannot be decompressed"),
    pycurl.E_BAD_CONTENT_ENCODING: ("protocol", "{} sent data that cannot be decompressed"),
    pycurl.E_SSL_CACERT_BADFILE: ("tls", "the certificates to check {} with cannot be read"),
    pycurl.E_SSL_CERTPROBLEM: ("tls", "the client certificate for {} cannot be used"),
}
_TOLD: Final[Mapping[int, tuple[FetchFault, str]]] = {  # as well, with why at the end
    pycurl.E_COULDNT_CONNECT: ("connect", "no connection to {}"),
    pycurl.E_PEER_FAILED_VERIFICATION: ("tls", "the certificate of {} is not valid"),
    pycurl.E_SSL_CONNECT_ERROR: ("tls", "no secure connection to {}"),
}
_CERTIFICATE: Final = "SSL certificate problem: "


def fault(
    number: int, told: str, host: str, system_error: int = 0, *, proxied: bool = False
) -> FetchError:
    """Return the error for one of libcurl's.

    Args:
        number: libcurl's number of it.
        told: libcurl's words for it.
        host: Who was asked.
        system_error: The operating system's number of it, if it has one.
        proxied: A proxy was asked to ask.
    """
    told = "" if "@" in told else clean_line(told)[:200]  # a proxy's address with its password
    if proxied and (number == pycurl.E_COULDNT_CONNECT or "CONNECT" in told):
        why = _why(told, system_error)
        return FetchError(f"no connection to {host} through the proxy{why}", kind="proxy")
    if number in _KNOWN:
        kind, words = _KNOWN[number]
        return FetchError(words.format(host), kind=kind)
    if number == pycurl.E_COULDNT_CONNECT and system_error == ECONNREFUSED:
        return FetchError(f"{host} refused the connection", kind="connect")
    kind, words = _TOLD.get(number, ("protocol", "{} gave no answer in HTTP"))
    connecting = number == pycurl.E_COULDNT_CONNECT
    why = _why("" if connecting else told.removeprefix(_CERTIFICATE), connecting * system_error)
    return FetchError(f"{words.format(host)}{why}", kind=kind)


def _why(told: str, system_error: int) -> str:
    words = os.strerror(system_error) if system_error else told
    return f": {words}" if words else ""


def refusal(status: int, reason: str, told: Mapping[bytes, bytes], host: str) -> FetchError:
    """Return the error for a status that is no success."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = reason[:100]
    return FetchError(
        f"{host} answered {status} {phrase}".rstrip(),
        kind="gone" if status == HTTPStatus.GONE else "http",
        status=status,
        retry_after=retry_after(told),
    )
