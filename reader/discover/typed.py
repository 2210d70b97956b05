"""What people type, or copy from elsewhere, for an address."""

import re
from typing import Final

from reader.text import clean_line

_HANDLE: Final = re.compile(r"@([\w.-]+)@([\w.-]+\.\w+)")
"""Somebody of the fediverse: ``@ada@coast.example``."""
_FEED_SCHEME: Final = re.compile(r"\s*feed:", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def addresses_of(text: str) -> tuple[str, ...]:
    """Return the addresses that a text may mean, to be asked in order; at least one.

    Without a scheme https is meant, then http. The scheme ``feed`` says only that a feed is
    there. What is no address at all is given back, for the client to refuse.
    """
    address = clean_line(text)
    if handle := _HANDLE.fullmatch(address):
        return (f"https://{handle[2]}/@{handle[1]}",)
    address = without_feed_scheme(address).removeprefix("//")
    if _SCHEME.match(address):
        return (address,)
    return (f"https://{address}", f"http://{address}")


def without_feed_scheme(address: str) -> str:
    """Return an address without ``feed:`` before it; ``feed://x`` is then relative to a scheme."""
    return _FEED_SCHEME.sub("", address, count=1) if _FEED_SCHEME.match(address) else address
