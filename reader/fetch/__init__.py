"""Conditional GETs over HTTP, with limits: one, or thousands side by side.

``fetch_many`` is the client; ``fetch`` asks it for one address. libcurl is imported with the
first request.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, overload

from reader.errors import FetchError
from reader.fetch.answer import Fetched, NotModified
from reader.fetch.request import MAX_BYTES, Credentials, Limits, Request
from reader.fetch.userinfo import host_of, without_user

__all__ = [
    "MAX_BYTES",
    "Credentials",
    "Fetched",
    "Limits",
    "NotModified",
    "Request",
    "fetch",
    "fetch_many",
    "fetch_one",
    "host_of",
    "without_user",
]

Key = TypeVar("Key")


def fetch_many(
    requests: Iterable[tuple[Key, Request]],
    limits: Limits | None = None,
    *,
    stop: Callable[[], bool] | None = None,
) -> Iterator[tuple[Key, Fetched | NotModified | FetchError]]:
    """Yield the answer to each request with its key, in the order in which they come in.

    Everything happens in the calling thread, between two answers: no time of a request
    passes while the caller works on an answer. To end early, close the generator.

    Args:
        requests: Taken one by one as connections get free, a thousand ahead at most; any
            number of them. Iterating must not block.
        limits: How many connections, by default 64, two of them to one host.
        stop: Asked often, at the latest every 0.1 s; true ends it without further answers.
    """
    from reader.fetch.many import answers  # libcurl: not before the first request

    return answers(requests, limits or Limits(), stop)


def fetch_one(request: Request) -> Fetched | NotModified:
    """Return the answer to one request.

    Raises:
        FetchError: The address is none, or the server could not be reached, refused, took
            too long or sent too much.
    """
    for _, answer in fetch_many([(None, request)]):
        if isinstance(answer, FetchError):
            raise answer
        return answer
    raise AssertionError("each request has an answer")


@overload
def fetch(
    url: str, *, timeout: float = ..., max_bytes: int = ..., trusted_host: str | None = ...
) -> Fetched: ...


@overload
def fetch(
    url: str,
    *,
    etag: str | None,
    last_modified: str | None,
    timeout: float = ...,
    max_bytes: int = ...,
    trusted_host: str | None = ...,
) -> Fetched | NotModified: ...


def fetch(  # noqa: PLR0913  # a request's commonest fields, by name
    url: str,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    timeout: float = 20.0,
    max_bytes: int = MAX_BYTES,
    trusted_host: str | None = None,
) -> Fetched | NotModified:
    """Return what lies at an http or https address, following up to ten redirects.

    Args:
        url: The address.
        etag: The ETag of the last answer (RFC 9110, 13.1.2).
        last_modified: The Last-Modified of the last answer.
        timeout: Seconds for all of it, redirects included.
        max_bytes: The largest body taken, both as sent and decompressed.
        trusted_host: As in ``Request``.

    Raises:
        FetchError: As ``fetch_one``.
    """
    return fetch_one(
        Request(
            url,
            etag=etag,
            last_modified=last_modified,
            timeout=timeout,
            max_bytes=max_bytes,
            trusted_host=trusted_host,
        )
    )
