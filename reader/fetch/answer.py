"""What a server answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the headers of every answer tell; None is what they do not tell."""

    etag: str | None = None
    last_modified: str | None = None
    permanent_url: str | None = None
    """The new address, where the server says that the old one moved for good."""
    date: int | None = None
    """When the server says it answered, in seconds since 1970 UTC."""
    fresh_for: int | None = None
    """Seconds for which there is nothing newer, by Cache-Control or Expires."""
    retry_after: int | None = None
    """Seconds that the server asks to wait, 0 to 86400."""


@dataclass(frozen=True, slots=True)
class Fetched(Head):
    """What a server sent."""

    url: str
    """Where it came from in the end, after redirects, without user and password."""
    data: bytes
    """The body, decompressed."""
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class NotModified(Head):
    """The server has nothing newer than what it was asked about.

    Validators that it does not repeat stay those of the last answer.
    """
