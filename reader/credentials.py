"""What the user set for a feed, put into a request; secrets are fetched when they are needed."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from reader.config import FeedSettings, feed_settings
from reader.errors import CredentialsError, ProgramError
from reader.fetch import Credentials, Request, without_user
from reader.programs import run_program

_SECONDS: Final = 30.0
"""For a command: time to unlock a store of passwords in another window."""
_LONGEST: Final = 2**16
"""Bytes of a file that are looked at for its first line."""

_Place = str | tuple[str, ...]
"""A file's path, or a command with its arguments."""


class Secrets:
    """Secrets by where they are; each place is asked once, also where it has none."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        """Ask nothing yet; ``seconds`` is what a command may take."""
        self._seconds = seconds
        self._known: dict[_Place, str | CredentialsError] = {}

    def of(self, settings: FeedSettings) -> Credentials | None:
        """Return what shows a feed's server who asks; None where nothing is set.

        Runs the commands of the settings, so it is nothing for an event loop.

        Raises:
            CredentialsError: A command or file gives no secret; the message names it alone.
        """
        made = Credentials(
            user=settings.user,
            password=self._secret(settings.password_cmd or settings.password_file) or "",
            bearer=self._secret(settings.token_cmd or settings.token_file),
            cookies=self._secret(settings.cookies_file),
            certificate=settings.certificate,
            key=settings.key,
        )
        return None if made == Credentials() else made

    def _secret(self, place: _Place | None) -> str | None:
        if place is None:
            return None
        if place not in self._known:
            try:
                self._known[place] = _asked(place, self._seconds)
            except CredentialsError as error:
                self._known[place] = error
        known = self._known[place]
        if isinstance(known, CredentialsError):
            raise known
        return known


def settings_of(feeds: Iterable[FeedSettings], url: str) -> FeedSettings | None:
    """Return what is set for a feed, by its address with or without user and password."""
    return feed_settings(feeds, without_user(url))


def as_set(
    request: Request, feeds: Iterable[FeedSettings], secrets: Secrets, *, shown: bool = True
) -> Request:
    """Return a request as the user wants the feed at its address asked.

    Args:
        request: The request of a feed for which nothing is set.
        feeds: What is set for single feeds.
        secrets: Where credentials come from.
        shown: Whether the server may see who asks. If not, credentials and headers, which may
            be secrets too, are left out, and no command runs.

    Raises:
        CredentialsError: As ``Secrets.of``.
    """
    own = settings_of(feeds, request.url)
    if own is None:
        return request
    return replace(
        request,
        user_agent=own.user_agent,
        headers=own.headers if shown else (),
        proxy=own.proxy,
        ca_file=own.ca_file,
        credentials=secrets.of(own) if shown else None,
    )


def _asked(place: _Place, seconds: float) -> str:
    if isinstance(place, str):
        name, data = place, _read(place)
    else:
        try:
            data = run_program(place, seconds=seconds, most=_LONGEST, quiet=True)
        except ProgramError as error:
            raise CredentialsError(str(error)) from None
        name = place[0]
    line = data.split(b"\n", 1)[0].removesuffix(b"\r")
    try:
        secret = line.decode()
    except UnicodeDecodeError:
        raise CredentialsError(f"{name} gives a secret that is not UTF-8") from None
    if not secret or any(sign < " " or sign == "\x7f" for sign in secret):
        raise CredentialsError(f"{name} gives no secret in its first line")
    return secret


def _read(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(_LONGEST)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise CredentialsError(f"the secret in {path} cannot be read: {reason}") from None
