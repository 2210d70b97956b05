"""Host, user and password in an address that a user typed."""

import re
from typing import Final
from urllib.parse import urlsplit

_USER: Final = re.compile(r"((?:[^:/?#]*:)?//)([^/?#]*@)")


def host_of(url: str) -> str | None:
    """Return the host of an address that a user typed, for ``Request.trusted_host``."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def without_user(url: str) -> str:
    """Return a URL without user and password."""
    found = _USER.match(url) if "@" in url else None
    return found[1] + url[found.end() :] if found else url


def with_user_of(url: str, old: str) -> str:
    """Return a URL with the user and password of another."""
    found = _USER.match(old)
    return url.replace("//", f"//{found[2]}", 1) if found else url
