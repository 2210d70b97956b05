"""Servers on loopback that say exactly what a test gives them to say."""

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress

Say = Callable[[socket.socket, bytes], None]
OK = b"HTTP/1.1 200 OK\r\n"


class Site:
    """A server that answers each request with the next of its answers, the last for ever."""

    def __init__(self, *answers: bytes | Say) -> None:
        self.requests: list[bytes] = []
        self._answers = list(answers)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                request = connection.recv(65536)
                if not request:
                    return
                self.requests.append(request)
                answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
                try:
                    if callable(answer):
                        answer(connection, request)
                    else:
                        connection.sendall(answer)
                except OSError:  # the reader had enough
                    continue

    def close(self) -> None:
        with socket.create_connection(self._listener.getsockname()):
            pass
        self._thread.join()
        self._listener.close()


def body(data: bytes, *headers: bytes) -> bytes:
    lines = (*headers, b"Content-Length: %d" % len(data))
    return OK + b"".join(line + b"\r\n" for line in lines) + b"\r\n" + data


def redirect(status: int, location: bytes) -> bytes:
    return b"HTTP/1.1 %d Moved\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n" % (status, location)


class Farm:
    """A server of many connections at a time, each kept open for more requests.

    Attributes:
        requests: The head of each request.
        connections: How many were made.
        most: How many were open at once.
    """

    def __init__(
        self,
        answer: Callable[[bytes], bytes],
        *,
        delay: float = 0.0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """``answer`` makes an answer of the path asked for, given after ``delay`` seconds."""
        self.requests: list[bytes] = []
        self.connections = self.most = self._open = 0
        self._answer, self._delay, self._tls = answer, delay, tls
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port = self._listener.getsockname()[1]
        self.url = f"http{'s' if tls else ''}://127.0.0.1:{self.port}"
        self._ended = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self.connections += 1
            self._open += 1
            self.most = max(self.most, self._open)
        try:
            with suppress(OSError), connection:
                connection.settimeout(10)
                if self._tls:
                    with self._tls.wrap_socket(connection, server_side=True) as wrapped:
                        self._talk(wrapped)
                else:
                    self._talk(connection)
        finally:
            with self._lock:
                self._open -= 1

    def _talk(self, connection: socket.socket) -> None:
        while not self._ended.is_set():
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                byte = connection.recv(65536)
                if not byte:
                    return
                head += byte
            self.requests.append(head)
            self._ended.wait(self._delay)
            connection.sendall(self._answer(head.split(b" ")[1]))

    def close(self) -> None:
        self._ended.set()
        with suppress(OSError):  # macOS: it is not connected
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
