import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.model import Enclosure, ParsedEntry, ParsedFeed, View
from reader.store import Store

ARTICLE = (
    "<p>The harbour will close in May.</p>"
    "<p>“We had no other choice,” said Ada Ray, the mayor of Lund.</p>"
)


@dataclass(frozen=True)
class Ran:
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def error(self) -> str:
        """The one line on standard error."""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("newsreader: ")
        return self.err.strip()


Run = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSREADER_HOME", str(tmp_path / "home"))
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield tmp_path / "home"
    time.tzset()


@pytest.fixture
def run(
    home: Path,  # noqa: ARG001 - every command writes below it
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Run a command: ``run("list", "--json")``, ``run("quotes", "-", stdin=b"...")``."""

    def call(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(list(arguments))
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


@pytest.fixture
def kept(home: Path) -> list[int]:
    """Keep one feed with two entries; their ids, the newest first."""
    parsed = ParsedFeed(
        title="Coast Courier",
        entries=(
            ParsedEntry(
                guid="b",
                title="Harbour closes",
                link="https://coast.example/b",
                authors=("Ada Ray", "Bo Li"),
                published=1_700_000_000,
                content_html=ARTICLE,
                enclosures=(Enclosure("https://coast.example/b.mp3", "audio/mpeg", 12),),
            ),
            ParsedEntry(guid="a", title="冰 leaves early", published=1_600_000_000),
        ),
    )
    with Store(home / "data" / "reader.db") as store:
        feed = store.add_feed("https://coast.example/feed", folder="World", now=1)
        store.save_parsed(feed.id, parsed, now=1_700_000_100)
        return list(store.entry_ids(View("all")))


class Server:
    """A server on loopback that gives the pages put into it."""

    def __init__(self) -> None:
        pages: dict[str, tuple[str, bytes]] = {}

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                kind, body = pages.get(self.path, ("text/plain", b"nothing here"))
                self.send_response(200 if self.path in pages else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.pages = pages
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()
