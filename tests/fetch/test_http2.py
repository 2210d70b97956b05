"""HTTP/2, against a server that knows just enough of it (RFC 9113)."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

from reader.fetch import Fetched, Limits, NotModified, Request, fetch_many

TLS: Final = Path(__file__).parents[1] / "data" / "tls"
PREFACE: Final = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, SETTINGS, PING = 0, 1, 4, 6
ACK = END_STREAM = 1
END_HEADERS = 4
STATUS_200, STATUS_304 = b"\x88", b"\x8b"
"""In HPACK's table (RFC 7541, appendix A)."""


def frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    size = len(payload).to_bytes(3)
    return size + bytes((kind, flags)) + stream.to_bytes(4) + payload


class Server:
    """Answers each request with a status, ``together`` requests at a time."""

    def __init__(self, status: bytes, data: bytes, together: int) -> None:
        self.connections = self.most = 0
        self._status, self._data, self._together = status, data, together
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(TLS / "server.pem")
        self._tls.set_alpn_protocols(["h2"])
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        with suppress(OSError), self._tls.wrap_socket(connection, server_side=True) as tls:
            assert tls.recv(len(PREFACE)) == PREFACE
            tls.sendall(frame(SETTINGS, 0, 0, b""))
            waiting: list[int] = []
            tls.settimeout(0.05)
            while True:
                try:
                    kind, flags, number, payload = self._read(tls)
                except TimeoutError:
                    self._answer(tls, waiting)
                    continue
                if kind == SETTINGS and not flags & ACK:
                    tls.sendall(frame(SETTINGS, ACK, 0, b""))
                elif kind == PING and not flags & ACK:
                    tls.sendall(frame(PING, ACK, 0, payload))
                elif kind == HEADERS:
                    waiting.append(number)
                    self.most = max(self.most, len(waiting))
                    if len(waiting) == self._together:
                        self._answer(tls, waiting)

    @staticmethod
    def _read(tls: ssl.SSLSocket) -> tuple[int, int, int, bytes]:
        head = tls.recv(9)
        if not head:
            raise ConnectionError
        while len(head) < 9:
            head += tls.recv(9 - len(head))
        size, payload = int.from_bytes(head[:3]), b""
        while len(payload) < size:
            payload += tls.recv(size - len(payload))
        return head[3], head[4], int.from_bytes(head[5:]), payload

    def _answer(self, tls: ssl.SSLSocket, waiting: list[int]) -> None:
        for number in waiting:
            end = 0 if self._data else END_STREAM
            tls.sendall(frame(HEADERS, END_HEADERS | end, number, self._status))
            if self._data:
                tls.sendall(frame(DATA, END_STREAM, number, self._data))
        waiting.clear()

    def close(self) -> None:
        with suppress(OSError):  # macOS: it is not connected
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


@pytest.fixture
def start() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def make(status: bytes, data: bytes = b"", together: int = 1) -> Server:
        servers.append(Server(status, data, together))
        return servers[-1]

    yield make
    for server in servers:
        server.close()


def ask(url: str, **options: str) -> Request:
    return Request(
        url,
        trusted_host="127.0.0.1",
        ca_file=str(TLS / "authority.pem"),
        **options,  # type: ignore[arg-type]
    )


def test_http_2_is_spoken_where_it_is_offered(start: Callable[..., Server]) -> None:
    server = start(STATUS_200, b"two")
    [(_, answer)] = fetch_many([(None, ask(server.url))])
    assert answer == Fetched(server.url, b"two")
    server = start(STATUS_304)
    [(_, answer)] = fetch_many([(None, ask(server.url, etag="e"))])
    assert answer == NotModified()


def test_a_connection_carries_many_requests_at_a_time(start: Callable[..., Server]) -> None:
    server = start(STATUS_200, b"two", together=8)
    requests = [(number, ask(f"{server.url}/{number}")) for number in range(60)]
    answers = [answer for _, answer in fetch_many(requests, Limits(streams=8))]
    assert all(isinstance(answer, Fetched) for answer in answers)
    assert len(answers) == 60
    assert server.connections <= 2
    assert 2 < server.most <= 8
