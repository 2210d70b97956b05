"""Time for a thousand conditional GETs, beside libcurl without any rule of ours.

Prints seconds of wall and of CPU for each, the median of five runs, of a server on loopback that
answers "not modified" at once, and of one that takes 100 ms each time.
"""

import asyncio
import multiprocessing
import statistics
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

import pycurl

from reader.fetch import Limits, NotModified, Request, fetch_many

COUNT = 1000
RUNS = 5
ETAG = '"0123456789abcdef"'
ANSWER = (
    b"HTTP/1.1 304 Not Modified\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nServer: bench\r\n"
    b'ETag: "0123456789abcdef"\r\nCache-Control: max-age=600\r\nVary: Accept-Encoding\r\n\r\n'
)


class _Server(asyncio.Protocol):
    """Answers everything alike."""

    def __init__(self, latency: float) -> None:
        self._latency = latency

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._held = b""

    def data_received(self, data: bytes) -> None:
        self._held += data
        while b"\r\n\r\n" in self._held:
            _, _, self._held = self._held.partition(b"\r\n\r\n")
            if self._latency:
                loop = asyncio.get_running_loop()
                loop.call_later(self._latency, self._transport.write, ANSWER)
            else:
                self._transport.write(ANSWER)


def _serve(port: Connection, latency: float) -> None:
    async def serve() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Server(latency), "127.0.0.1", 0, backlog=1024)
        port.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


def ours(urls: list[str], connections: int) -> int:
    """Return how many are unchanged, asked through ``fetch_many``."""
    requests = ((url, Request(url, etag=ETAG, trusted_host="127.0.0.1")) for url in urls)
    limits = Limits(connections=connections, per_host=connections)
    return sum(isinstance(answer, NotModified) for _, answer in fetch_many(requests, limits))


def bare(urls: list[str], connections: int) -> int:
    """Return how many are unchanged, asked through libcurl with nothing around it."""
    multi = pycurl.CurlMulti()
    free = [pycurl.Curl() for _ in range(connections)]
    for handle in free:
        handle.setopt(pycurl.HTTPHEADER, [f"If-None-Match: {ETAG}"])
        handle.setopt(pycurl.WRITEFUNCTION, len)
    waiting = iter(urls)
    unchanged, active = 0, 0
    while True:
        while free and (url := next(waiting, None)):
            handle = free.pop()
            handle.setopt(pycurl.URL, url)
            multi.add_handle(handle)
            active += 1
        if not active:
            return unchanged
        multi.perform()
        _, good, _ = multi.info_read()
        for handle in good:
            multi.remove_handle(handle)
            unchanged += handle.getinfo(pycurl.RESPONSE_CODE) == 304
        free += good
        active -= len(good)
        if not good:
            multi.select(0.1)


def measure(client: Callable[[list[str], int], int], urls: list[str], connections: int) -> str:
    """Return a client's seconds of wall and CPU, the median of some runs."""
    walls, works = [], []
    for _ in range(RUNS):
        wall, work = time.perf_counter(), time.process_time()
        assert client(urls, connections) == len(urls)
        walls.append(time.perf_counter() - wall)
        works.append(time.process_time() - work)
    return f"{statistics.median(walls):6.3f} s wall {statistics.median(works):6.3f} s CPU"


def main() -> None:
    """Measure, and print."""
    for latency, connections in ((0.0, 16), (0.1, 64), (0.1, 100)):
        here, there = multiprocessing.Pipe()
        server = multiprocessing.Process(target=_serve, args=(there, latency), daemon=True)
        server.start()
        port = here.recv()
        urls = [f"http://127.0.0.1:{port}/feed/{number}.xml" for number in range(COUNT)]
        for client in (bare, ours):
            print(
                f"{client.__name__:5} {COUNT} unchanged, {latency * 1000:3.0f} ms each, "
                f"{connections:3} connections: {measure(client, urls, connections)}"
            )
        server.terminate()
        server.join()


if __name__ == "__main__":
    main()
