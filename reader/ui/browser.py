"""Opens an address in the user's browser.

Not by the standard library's webbrowser: it may run a text browser inside our own terminal.
"""

import os
import shlex
import shutil
import subprocess
import sys
from threading import Thread
from urllib.parse import urlsplit

from reader.errors import ReaderError


def web_address(url: str | None) -> str | None:
    """Return ``url`` if it leads to the web: http or https with a host, no spaces; else None."""
    if not url or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def checked_address(url: str) -> str:
    """Return ``url``; raise ReaderError where it does not lead to the web."""
    address = web_address(url)
    if address is None:
        raise ReaderError("Only http and https addresses are opened")
    return address


def open_address(url: str) -> None:
    """Open a web address: an argument of a program of its own, never through a shell.

    Raises ReaderError for what is no web address, and where no browser is found.
    """
    address = checked_address(url)
    command = _browser()
    if command is None:
        raise ReaderError("No browser found: set BROWSER, or copy the address with y")
    try:
        process = subprocess.Popen(  # noqa: S603 - an argument list, and the address begins with http
            [*command, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ReaderError(f"{command[0]} could not be started: {error.strerror}") from error
    Thread(target=process.wait, daemon=True).start()  # else it stays as a zombie


def _browser() -> list[str] | None:
    """Return the command that opens an address: $BROWSER, else the desktop's own."""
    try:
        words = shlex.split(os.environ.get("BROWSER", "").split(os.pathsep)[0])
    except ValueError as error:
        raise ReaderError(f"BROWSER cannot be read: {error}") from error
    if chosen := [word for word in words if word != "%s"]:
        return chosen
    names = ("open",) if sys.platform == "darwin" else ("xdg-open", "gio", "wslview")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        return None
    return [found, "open"] if found.endswith("gio") else [found]
