"""One GET, against servers on loopback that say exactly what a test gives them to say."""

import gzip
import socket
import time
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from reader import __version__
from reader.errors import FetchError
from reader.fetch import Fetched, NotModified, Request, fetch_one
from tests.support.sites import OK, Say, Site, body, redirect


def fetch(url: str, **options: Any) -> Fetched | NotModified:
    return fetch_one(Request(url, trusted_host="127.0.0.1", **options))


def fetched(url: str, **options: Any) -> Fetched:
    answer = fetch(url, **options)
    assert isinstance(answer, Fetched)
    return answer


def refused(url: str, **options: Any) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(url, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_an_answer_with_its_headers(serve: Callable[..., Site]) -> None:
    site = serve(body(b"<rss/>", b"Content-Type: text/xml", b'ETag: "e"', b"Last-Modified: then"))
    assert fetch(f"{site.url}/a b?ö=1#part") == Fetched(
        url=f"{site.url}/a%20b?ö=1#part",
        data=b"<rss/>",
        content_type="text/xml",
        etag='"e"',
        last_modified="then",
    )
    [request] = site.requests
    assert request.startswith(b"GET /a%20b?%C3%B6=1 HTTP/1.1\r\n")
    assert f"User-Agent: newsreader/{__version__}\r\n".encode() in request
    assert b"If-" not in request


def test_a_conditional_get(serve: Callable[..., Site]) -> None:
    site = serve(b"HTTP/1.1 304 Not Modified\r\n\r\n")
    assert fetch(site.url, etag='"e"', last_modified="then\r\nX: y") == NotModified()
    assert b'If-None-Match: "e"\r\n' in site.requests[0]
    assert b"If-Modified-Since: then X: y\r\n" in site.requests[0].replace(b"-since", b"-Since")
    assert "304" in refused(site.url)


def test_redirects_are_followed_and_permanent_ones_told(serve: Callable[..., Site]) -> None:
    site = serve(redirect(301, b"/b"), redirect(308, b"c"), redirect(302, b"/d"), body(b"x"))
    answer = fetched(site.url)
    assert (answer.url, answer.permanent_url) == (f"{site.url}/d", f"{site.url}/c")
    site = serve(redirect(302, b"/b"), redirect(301, b"/c"), body(b"x"))
    assert fetched(site.url).permanent_url is None


def test_ten_redirects_are_followed_and_no_more(serve: Callable[..., Site]) -> None:
    assert fetched(serve(*[redirect(302, b"/x")] * 10, body(b"x")).url).data == b"x"
    site = serve(redirect(302, b"/x"))
    assert "10 times" in refused(site.url)
    assert len(site.requests) == 11


@pytest.mark.parametrize("location", [b"file:///etc/passwd", b"ftp://x.example/", b"data:,x"])
def test_a_redirect_leads_only_to_the_web(serve: Callable[..., Site], location: bytes) -> None:
    message = refused(serve(redirect(302, location)).url)
    assert message == f"{location.decode()} is no http or https address"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "/etc/passwd", "", "data:,x", "http://[::1"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    assert "no http or https address" in refused(url)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:1/", "127.0.0.1 refused the connection"),
        ("http://a..b/", "a..b is not the name of a server"),
        ("http://x:99999/", "x is not the name of a server"),
    ],
)
def test_who_cannot_be_reached_is_told_in_words(url: str, words: str) -> None:
    assert refused(url) == words


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"HTTP/1.1 404 \x1b[31mX\r\n\r\n", "127.0.0.1 answered 404 Not Found"),
        (b"HTTP/1.1 599 \x1b[31mX\r\n\r\n", "127.0.0.1 answered 599 [31mX"),
        (b"HTTP/1.1 302 Found\r\n\r\n", "127.0.0.1 answered 302 Found"),
        (b"garbage", "127.0.0.1 gave no answer in HTTP: "),
        (b"", "127.0.0.1 closed the connection without an answer"),
        (OK + b"A: b\r\n" * 6000 + b"\r\n", "127.0.0.1 gave no answer in HTTP: Too many"),
        (OK + b"Content-Length: 9\r\n\r\nfour", "127.0.0.1 broke off in the middle"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n9\r\nfour", "broke off in the middle"),
        (body(b"no gzip", b"Content-Encoding: gzip"), "cannot be decompressed"),
    ],
)
def test_a_bad_answer_is_told_in_words(
    serve: Callable[..., Site], answer: bytes, words: str
) -> None:
    assert words in refused(serve(answer).url)


def test_a_name_that_nobody_has_is_told_in_words() -> None:
    assert refused("http://x.invalid/") == "the name x.invalid could not be resolved"


def _bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        (b"gzip", gzip.compress(b"ab" * 500, mtime=0)),
        (
            b"x-gzip",
            gzip.compress(b"ab" * 250, mtime=0) + gzip.compress(b"ab" * 250, mtime=0) + b"\0\0",
        ),
        (b"deflate", zlib.compress(b"ab" * 500)),
        (b"deflate", _bare_deflate(b"ab" * 500)),
        (b"identity", b"ab" * 500),
    ],
)
def test_bodies_are_decompressed(
    serve: Callable[..., Site], encoding: bytes, packed: bytes
) -> None:
    site = serve(body(packed, b"Content-Encoding: " + encoding))
    assert fetched(site.url).data == b"ab" * 500


def _endless(connection: socket.socket, _: bytes) -> None:
    connection.sendall(OK + b"\r\n")
    while True:
        connection.sendall(b"x" * 65536)


@pytest.mark.parametrize(
    "answer",
    [
        _endless,
        OK + b"Content-Length: 99999999999\r\n\r\nx",
        body(gzip.compress(bytes(50 * 2**20), mtime=0), b"Content-Encoding: gzip"),
        body(bytes(2**20 + 1)),
    ],
)
def test_no_more_is_taken_than_is_allowed(serve: Callable[..., Site], answer: bytes | Say) -> None:
    message = refused(serve(answer).url, max_bytes=2**20)
    assert message == "127.0.0.1 sent more than 1 MiB"
    assert len(fetched(serve(body(bytes(2**20))).url, max_bytes=2**20).data) == 2**20


def _drip_headers(connection: socket.socket, _: bytes) -> None:
    connection.sendall(OK)
    _drip(connection)


def _drip_body(connection: socket.socket, _: bytes) -> None:
    connection.sendall(OK + b"\r\n")
    _drip(connection)


def _drip(connection: socket.socket) -> None:
    for _ in range(100):
        connection.sendall(b"x")
        time.sleep(0.05)


def _redirect_slowly(connection: socket.socket, _: bytes) -> None:
    time.sleep(0.1)
    connection.sendall(redirect(302, b"/x"))


def _stall(connection: socket.socket, _: bytes) -> None:
    connection.settimeout(2)
    connection.recv(1)


@pytest.mark.parametrize("answer", [_drip_headers, _drip_body, _redirect_slowly, _stall])
def test_no_server_takes_longer_than_there_is_time(serve: Callable[..., Site], answer: Say) -> None:
    site = serve(answer)
    start = time.monotonic()
    assert refused(site.url, timeout=0.3) == "no answer from 127.0.0.1 within 0.3 s"
    assert time.monotonic() - start < 1.5


def test_a_password_in_an_address_goes_to_a_header_and_to_no_other_server(
    serve: Callable[..., Site],
) -> None:
    other = serve(body(b"x"))
    site = serve(redirect(302, other.url.encode()))
    assert fetched(site.url.replace("//", "//ada:p%40ss@")).url == other.url
    assert b"Authorization: Basic YWRhOnBAc3M=\r\n" in site.requests[0]
    assert b"Authorization" not in other.requests[0]
