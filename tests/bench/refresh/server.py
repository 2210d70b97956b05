"""A server on loopback that has pages in memory, and knows conditional requests."""

import asyncio
import multiprocessing
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection

from tests.bench.refresh.feeds import Page

_MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


@contextmanager
def serving(pages: Mapping[str, Page], latency: float) -> Iterator[str]:
    """Give the address of a server that takes ``latency`` seconds for each answer."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(there, pages, latency), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}"
    finally:
        process.terminate()
        process.join()


def _serve(port: Connection, pages: Mapping[str, Page], latency: float) -> None:
    async def serve() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: _Protocol(pages, latency), "127.0.0.1", 0, backlog=2048
        )
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


class _Protocol(asyncio.Protocol):
    def __init__(self, pages: Mapping[str, Page], latency: float) -> None:
        self._pages, self._latency = pages, latency
        self._held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._held += data
        while b"\r\n\r\n" in self._held:
            head, _, self._held = self._held.partition(b"\r\n\r\n")
            answer = self._answer(head)
            if self._latency:
                loop = asyncio.get_running_loop()
                loop.call_later(self._latency, self._transport.write, answer)
            else:
                self._transport.write(answer)

    def _answer(self, head: bytes) -> bytes:
        page = self._pages.get(head.split(b" ", 2)[1].decode("latin-1"))
        if page is None:
            return _MISSING
        if b"if-none-match: " + page.etag in head.replace(b"If-None-Match", b"if-none-match"):
            return b"HTTP/1.1 304 Not Modified\r\nETag: %s\r\n\r\n" % page.etag
        return (
            b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Encoding: gzip\r\n"
            b"ETag: %s\r\nContent-Length: %d\r\n\r\n%s"
            % (page.type, page.etag, len(page.packed), page.packed)
        )
