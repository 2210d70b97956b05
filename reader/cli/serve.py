"""``newsreader serve``: the reader in a browser, for who has its address."""

import ipaddress
import secrets
import sys
from argparse import Namespace

from reader.cli.output import remark
from reader.config import load_config
from reader.errors import ReaderError, UsageError
from reader.paths import user_paths

PORT = 8765
"""Where it listens by default."""


def serve(options: Namespace) -> int:
    """Listen until interrupted; print the address, which has the token that opens the reader."""
    load_config(user_paths().config_file)  # what is wrong is told here, not to each browser
    try:
        from reader.cli.web_server import run_server  # the web server and all that it brings
    except ImportError:
        raise UsageError("serve needs the extra web: pip install 'newsreader-tui[web]'") from None
    host = options.host or "127.0.0.1"
    token = secrets.token_urlsafe(32)
    if not _is_loopback(host):
        remark(
            f"newsreader: {host} is open to the network, without encryption; who has the address"
        )
        remark("reads, changes and removes what you keep. A tunnel (ssh -L) is safer.")
    try:
        run_server(host, options.port or PORT, token, _announce)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReaderError(f"serve: {host} cannot be listened to: {reason}") from None
    return 0


def _announce(address: str) -> None:
    print(address, flush=True)
    remark("This address opens your reader: tell it nobody. ctrl+c ends it.")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def command() -> list[str]:
    """Return what runs the reader, once for each browser that comes."""
    return [sys.executable, "-m", "reader"]
