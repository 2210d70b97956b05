"""Servers that mean harm, or know no better: each costs one error at most, and no time."""

import gzip
import resource
import socket
import sys
import time
from collections.abc import Callable

import pytest

from reader.errors import FetchError
from reader.fetch import Fetched, Limits, NotModified, Request, fetch_many
from tests.support.sites import OK, Farm, Say, Site, body, redirect

Sites = Callable[..., Site]
_UNIT = 1024 if sys.platform == "darwin" else 1
"""What peak memory is counted in, for each KiB."""
BOMB = bytes.fromhex(
    "cbffff3ff82700e2b14020f7fe8fffff7ff04f00c4611180eefd1fffffffe09f0088c30200ddfb3ffeffffc13f0110870500baf77ffcffff837f02200e0b0074effff8ffff07ff04401c1600e8defff1ffff0ffe0980382c00d0bdffe3ffff1ffc1300715800a07bff37"
)
"""64 MiB of zeros in brotli."""


def plain_brotli(data: bytes) -> bytes:
    """Return data in brotli without compressing it (RFC 7932, 9.2)."""
    return ((len(data) - 1) << 4 | 1 << 20).to_bytes(3, "little") + data + b"\x03"


def answer(url: str, **options: float | str | None) -> Fetched | NotModified | FetchError:
    options.setdefault("trusted_host", "127.0.0.1")
    [(_, told)] = fetch_many([(None, Request(url, **options))])  # type: ignore[arg-type]
    return told


def error(url: str, **options: float | str | None) -> FetchError:
    told = answer(url, **options)
    assert isinstance(told, FetchError)
    assert str(told).isprintable()
    assert len(str(told)) < 400
    return told


@pytest.mark.parametrize(
    "location",
    [
        b"http://localhost:%d/",
        b"http://127.1:%d/",
        b"http://2130706433:%d/",
        b"http://0x7f000001:%d/",
        b"http://0177.0.0.1:%d/",
        b"http://0:%d/",
        b"http://0.0.0.0:%d/",
        b"http://[::1]:%d/",
        b"http://[::ffff:127.0.0.1]:%d/",
        b"http://[::ffff:7f00:1]:%d/",
        b"http://[64:ff9b::7f00:1]:%d/",
        b"http://127.0.0.2:%d/",
        b"//localhost.:%d/",
        b"http://x@localhost:%d/",
        b"http://10.255.255.1:%d/",
        b"http://169.254.169.254:%d/latest/meta-data/",
        b"http://[fe80::1]:%d/",
        b"http://224.0.0.1:%d/",
    ],
)
def test_a_redirect_leads_into_no_network_of_ours(serve: Sites, location: bytes) -> None:
    inner = serve(body(b"secret"))
    port = int(inner.url.rpartition(":")[2])
    told = error(serve(redirect(302, location % port)).url, timeout=5)
    assert told.kind == "refused-address", told
    assert inner.requests == []


def test_only_the_host_that_was_typed_may_be_ours(serve: Sites) -> None:
    inner = serve(body(b"secret"))
    for trusted in (None, "x.example", "", "localhost"):
        assert error(inner.url, trusted_host=trusted).kind == "refused-address"
    assert inner.requests == []
    there = inner.url.replace("127.0.0.1", "LOCALHOST.")
    assert isinstance(answer(there, trusted_host="localhost"), Fetched)


def test_no_open_connection_leads_others_there(farm: Callable[..., Farm]) -> None:
    inner = farm(body)
    requests = [
        ("typed", Request(f"{inner.url}/typed", trusted_host="127.0.0.1")),
        ("named", Request(f"{inner.url}/named")),
        ("typed too", Request(f"{inner.url}/typed", trusted_host="127.0.0.1")),
    ]
    answers = dict(fetch_many(requests, Limits(connections=1)))
    named = answers.pop("named")
    assert isinstance(named, FetchError)
    assert named.kind == "refused-address"
    assert all(isinstance(told, Fetched) for told in answers.values())
    assert len(inner.requests) == 2


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        (b"file:///etc/passwd", "redirects"),
        (b"gopher://127.0.0.1:6379/_x", "redirects"),
        (b"javascript:alert(1)", "redirects"),
        (b"http://", "redirects"),
        (b"http://[", "redirects"),
        (b"http://a..b/", "address"),
        (b"/" * 9000, "redirects"),
        (b"\x1b]0;x\x07://y", "redirects"),
        (b"http://127.0.0.1:99999/", "address"),
    ],
)
def test_a_redirect_to_nowhere(serve: Sites, location: bytes, kind: str) -> None:
    assert error(serve(redirect(301, location)).url).kind == kind


def test_redirects_end(farm: Callable[..., Farm]) -> None:
    def longer(path: bytes) -> bytes:
        return redirect(301, path + b"x")

    def to_and_fro(path: bytes) -> bytes:
        return redirect(302, b"/a" if path == b"/b" else b"/b")

    for loop in (longer, to_and_fro):
        site = farm(loop)
        assert error(site.url).kind == "redirects"
        assert len(site.requests) == 11
        assert site.connections == 1


def test_an_endless_body_of_a_redirect_or_an_error_is_not_read(serve: Sites) -> None:
    sent = 0

    def endless(head: bytes) -> Say:
        def say(connection: socket.socket, _: bytes) -> None:
            connection.sendall(head)
            nonlocal sent
            while True:
                connection.sendall(b"x" * 65536)
                sent += 65536

        return say

    site = serve(endless(b"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n"), body(b"x"))
    assert isinstance(answer(site.url), Fetched)
    told = error(serve(endless(b"HTTP/1.1 404 No\r\n\r\n")).url)
    assert (told.kind, told.status) == ("http", 404)
    assert sent < 12 * 2**20  # what waits in sockets included
    huge = b"HTTP/1.1 503 No\r\nContent-Length: 99999999999\r\nRetry-After: 7\r\n\r\n"
    told = error(serve(huge).url)
    assert (told.kind, told.status, told.retry_after) == ("http", 503, 7)


@pytest.mark.parametrize(
    "packed",
    [
        body(BOMB, b"Content-Encoding: br"),
        body(gzip.compress(bytes(2**26), mtime=0), b"Content-Encoding: gzip"),
        body(gzip.compress(gzip.compress(bytes(2**26), mtime=0)), b"Content-Encoding: gzip, gzip"),
        body(gzip.compress(bytes(2**25), mtime=0) * 2, b"Content-Encoding: gzip"),
    ],
)
def test_bombs(serve: Sites, packed: bytes) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    assert error(serve(packed).url).kind == "too-large"
    assert time.process_time() - start < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 2**16 * _UNIT


def test_brotli_is_read(serve: Sites) -> None:
    site = serve(body(plain_brotli(b"ab" * 500), b"Content-Encoding: br"))
    assert answer(site.url) == Fetched(site.url, b"ab" * 500)
    assert b"Accept-Encoding: deflate, gzip, br\r\n" in site.requests[0]


def test_what_cannot_be_decompressed_is_asked_for_as_it_is(serve: Sites) -> None:
    site = serve(body(b"\xff" * 9, b"Content-Encoding: br"), body(b"plain"))
    assert answer(site.url) == Fetched(site.url, b"plain")
    assert b"Accept-Encoding: identity\r\n" in site.requests[1]
    site = serve(body(b"plain", b"Content-Encoding: UTF-8"))
    assert answer(site.url) == Fetched(site.url, b"plain")
    assert len(site.requests) == 2
    assert error(serve(body(b"no", b"Content-Encoding: gzip")).url).kind == "protocol"
    many = b"Content-Encoding: " + b", ".join([b"gzip"] * 99)
    assert isinstance(answer(serve(body(b"x", many)).url), Fetched)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"garbage",
        b"\0" * 70000,
        b"HTTP/1.1 \x1b[31m\r\n\r\n",
        b"HTTP/1.1 000 \r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\nx",
        b"ICY 200 OK\r\n\r\nx",
        b"SSH-2.0-x\r\n",
        OK + b"Content-Length: -9\r\n\r\nfour",
        OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
        OK + b"A: \0b\r\nContent-Length: 1\r\n\r\nx",
        OK + b"A: " + b"b" * 400_000 + b"\r\n\r\n",
        OK + b"A: b\r\n" * 6000 + b"\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx",
        OK + b"Transfer-Encoding: chunked\r\n\r\n9\r\nfour",
        OK + b"Content-Length: 9\r\n\r\nfour",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 50_000,
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nx",
    ],
)
def test_what_is_no_http(serve: Sites, said: bytes) -> None:
    told = error(serve(said).url, timeout=5)
    assert told.kind in ("protocol", "http")


def test_more_than_was_promised_is_not_taken(serve: Sites) -> None:
    site = serve(OK + b"Content-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
    requests = [(n, Request(site.url, trusted_host="127.0.0.1")) for n in range(2)]
    for _, told in fetch_many(requests, Limits(per_host=1)):
        assert told == Fetched(site.url, b"x")


def test_headers_that_mean_harm(serve: Sites) -> None:
    site = serve(
        body(
            b"x",
            b'ETag: W/"a\x1b[2J\xff"',
            b"Last-Modified: \x1b]52;c;x\x07then",
            b"Content-Type: text/xml; charset=\x80\x9b31m",
            b"Retry-After: 99999999999999999999",
            b"Expires: Thu, 99 Foo 9999 99:99:99 GMT",
            b"Date: -1",
            b"Cache-Control: max-age=99999999999999999999999",
            b"Set-Cookie: " + b"a=b; " * 1000,
        )
    )
    assert answer(site.url) == Fetched(
        site.url,
        b"x",
        content_type="text/xml; charset=31m",
        etag='W/"a[2J\xff"',
        last_modified="]52;c;xthen",
        fresh_for=366 * 86400,
        retry_after=86400,
    )
    told = answer(site.url, etag='W/"a[2J\xff"', last_modified="\u2028\u202e😀")
    assert isinstance(told, Fetched)
    assert b'If-None-Match: W/"a[2J\xff"\r\nIf-Modified-Since: ?\r\n' in site.requests[-1]


def test_a_server_that_says_nothing_is_given_up(serve: Sites) -> None:
    def stall(connection: socket.socket, _: bytes) -> None:
        connection.settimeout(5)
        connection.recv(1)

    start = time.monotonic()
    assert error(serve(stall).url, timeout=0.3).kind == "timeout"
    assert time.monotonic() - start < 1


@pytest.mark.skipif(sys.platform != "linux", reason="queues differ by system")
def test_who_never_takes_a_connection_is_given_up() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        others = [socket.socket() for _ in range(4)]
        for other in others:  # until the system queues no more
            other.setblocking(False)
            other.connect_ex(("127.0.0.1", port))
        time.sleep(0.05)
        start = time.monotonic()
        told = error(f"http://127.0.0.1:{port}/", connect_timeout=0.3)
        for other in others:
            other.close()
    assert str(told) == "no connection to 127.0.0.1 within 0.3 s"
    assert told.kind == "timeout"
    assert time.monotonic() - start < 1
