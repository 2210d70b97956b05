"""Servers on loopback that say exactly what a test gives them to say."""

import socket
import threading
from collections.abc import Callable

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
