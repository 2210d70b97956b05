"""The reader in a browser: for who has the address, and nobody else."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reader.store import Store
from tests.cli.conftest import Run
from tests.support.chromium import PROGRAM, open_page

pytest.importorskip("textual_serve", reason="the extra web is not installed")


FETCHED = """performance.getEntriesByType("resource")
    .filter(entry => entry.responseStatus > 0).map(entry => entry.name)"""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture
def served(home: Path) -> Iterator[str]:
    """The address that is printed."""
    command = [sys.executable, "-m", "reader", "serve", "--port", str(free_port())]
    env = {**os.environ, "NEWSREADER_HOME": str(home)}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


def ask(address: str, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, text, dict(answer.headers)


def test_the_address_is_on_loopback_and_has_a_long_token(served: str) -> None:
    parts = urlsplit(served)
    assert (parts.scheme, parts.hostname) == ("http", "127.0.0.1")
    assert len(parts.path.strip("/")) == 43  # 256 bits


def test_nothing_is_given_without_the_token(served: str) -> None:
    token = urlsplit(served).path.strip("/")
    upgrade = {
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }  # fmt: skip
    for path in (
        "/", "/ws", "/static/js/textual.js", "/static/", "/download/x", f"/?token={token}",
        f"/{token[:-1]}/", f"/{token}x/", f"/{token.swapcase()}/", f"//{token}/", f"/x/{token}/",
        "/%2e%2e/", "/../",
    ):  # fmt: skip
        status, text, _ = ask(served, path)
        assert (status, token in text) == (403, False), path
    assert ask(served, "/ws", **upgrade)[0] == 403
    assert ask(served, "/wrong/ws", **upgrade)[0] == 403
    assert ask(served, f"/{token}/ws", **upgrade)[0] == 101


def test_the_page_leads_nowhere_else(served: str) -> None:
    status, text, headers = ask(served, urlsplit(served).path)
    assert status == 200
    assert f"ws://{urlsplit(served).netloc}{urlsplit(served).path}ws" in text
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"


def test_it_listens_to_nobody_else(served: str) -> None:
    port = urlsplit(served).port
    listening = [
        line.split()[1]
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
        if line.split()[3] == "0A"
    ]
    mine = [address for address in listening if address.endswith(f":{port:04X}")]
    assert mine == [f"0100007F:{port:04X}"]


def test_a_port_that_is_taken_is_told_in_one_line(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = run("serve", "--port", str(taken.getsockname()[1]))
    assert ran.status == 1
    assert "serve: 127.0.0.1 cannot be listened to" in ran.error


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1", "٣"])
def test_what_is_no_port_is_refused(run: Run, port: str) -> None:
    assert run("serve", "--port", port).status == 2


@pytest.mark.skipif(PROGRAM is None, reason="no Chromium is installed")
async def test_in_a_browser_an_article_is_opened_and_bookmarked(
    served: str, home: Path, tmp_path: Path
) -> None:
    async with open_page(served, tmp_path / "browser") as page:
        await page.until("document.body.classList.contains('-first-byte')")
        await page.until("document.activeElement.tagName === 'TEXTAREA'")  # keys go to the reader
        path = home / "data" / "reader.db"
        await asyncio.to_thread(wait_for, path, lambda store: store.get_state("samples") == "done")
        before = unread(path)
        await page.press("j")
        await page.press("Enter")
        await asyncio.to_thread(wait_for, path, lambda _: unread(path) == before - 1)
        await page.press("b")
        await asyncio.to_thread(wait_for, path, lambda store: len(store.bookmarks()) == 1)
        if kept := os.environ.get("NEWSREADER_PICTURE"):
            await page.picture(Path(kept))
        await page.press("q")
        await page.until("document.body.classList.contains('-closed')")
        # The page of textual-serve names a font at Google; what is read here is nobody's business.
        await page.until("performance.getEntriesByType('resource').length > 0")
        names = await page.evaluate(FETCHED)
        assert names
        assert {urlsplit(name).netloc for name in names} == {urlsplit(served).netloc}


def unread(path: Path) -> int:
    with Store(path) as store:
        return store.counts(since=0).unread


def wait_for(path: Path, holds: Callable[[Store], bool]) -> None:
    """Wait until something holds of the store."""
    for _ in range(300):
        if path.exists():
            with Store(path) as store:
                if holds(store):
                    return
        time.sleep(0.1)
    raise TimeoutError("it does not come to hold")
