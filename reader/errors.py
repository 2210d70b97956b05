"""The errors a caller can act on, each with the exit status the command line gives it."""

from typing import ClassVar, Literal

FetchFault = Literal[
    "address",  # it is no http or https address, or no server can have that name
    "refused-address",  # it leads into the reader's own network, and nobody typed it
    "dns",
    "connect",
    "proxy",
    "tls",
    "timeout",
    "http",  # a status that is no success: ``FetchError.status``
    "gone",  # 410: never to be asked again
    "held",  # not asked: this server said 429 or 503 to another request of the same run
    "redirects",
    "too-large",
    "protocol",  # what came is no HTTP, or broke off
]
"""Why nothing could be fetched."""


class ReaderError(Exception):
    """Something went wrong that a person can be told in one line.

    The message is that line: no line breaks, no traceback, no markup.
    """

    exit_status: ClassVar[int] = 1


class UsageError(ReaderError):
    """The command was called in a way it does not understand."""

    exit_status: ClassVar[int] = 2


class QueryError(UsageError):
    """What was asked for cannot be read.

    Attributes:
        query: What was written.
        at: Where it goes wrong, in code points.
    """

    def __init__(self, message: str, query: str, at: int) -> None:
        super().__init__(f"query, character {at + 1}: {message}")
        self.query = query
        self.at = at


class ParseError(ReaderError):
    """The input is not what it should be: not a feed, not an article, too large."""

    exit_status: ClassVar[int] = 65


class NotFoundError(ReaderError):
    """There is no such file, feed, entry or bookmark."""

    exit_status: ClassVar[int] = 66


class FetchError(ReaderError):
    """A server could not be reached, or did not answer with what was asked for.

    Attributes:
        kind: Why.
        status: The status of the answer (RFC 9110, 15), where there was one.
        retry_after: Seconds that the server asks to wait, 0 to 86400.
    """

    exit_status: ClassVar[int] = 69

    def __init__(
        self,
        message: str,
        *,
        kind: FetchFault = "protocol",
        status: int | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.status = status
        self.retry_after = retry_after


class ProgramError(ReaderError):
    """A program that the settings name gave nothing."""


class CredentialsError(ReaderError):
    """A secret could not be had from where the settings say it is; the message holds none of it."""


class StoreError(ReaderError):
    """The database could not be opened, read or written; nothing was changed."""

    exit_status: ClassVar[int] = 1


class ConfigError(ReaderError):
    """The configuration file is wrong; the message names file, key and line."""

    exit_status: ClassVar[int] = 78


class SettingError(ConfigError):
    """A setting reads well but names something that is not there; its place is still to be told.

    ``key`` is the setting's key, its parts joined by dots.
    """

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key
