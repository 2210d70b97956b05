"""The tables ``[[feeds]]`` of ``config.toml``: how single feeds are asked."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple
from urllib.parse import urlsplit

from reader.config.files import KeyPath
from reader.errors import QueryError

if TYPE_CHECKING:
    from datetime import datetime

    from reader.model import Rule


@dataclass(frozen=True, slots=True, repr=False)
class FeedSettings:
    """What one table sets; ``FEED_KEYS`` tells what each means."""

    url: str
    interval: int | None = None
    """Seconds."""
    title: str | None = None
    folder: str | None = None
    command: tuple[str, ...] | None = None
    filter: tuple[str, ...] | None = None
    full_text: bool = False
    mark_read: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    bookmark: tuple[str, ...] = ()
    tag: tuple[tuple[str, tuple[str, ...]], ...] = ()
    user_agent: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    proxy: str | None = None
    ca_file: str | None = None
    user: str | None = None
    password_cmd: tuple[str, ...] | None = None
    password_file: str | None = None
    token_cmd: tuple[str, ...] | None = None
    token_file: str | None = None
    cookies_file: str | None = None
    certificate: str | None = None
    key: str | None = None

    def __repr__(self) -> str:
        return f"FeedSettings({self.url!r})"

    def rules(self, now: "datetime") -> "Iterator[Rule]":
        """Yield what is done with entries that come, days counted in the time zone of ``now``."""
        from reader.model import Rule
        from reader.query import parse_query

        for action in _ACTIONS:
            for text in getattr(self, action):
                yield Rule(action, parse_query(text, now))
        for tag, texts in self.tag:
            for text in texts:
                yield Rule("tag", parse_query(text, now), tag)


class _Kind(NamedTuple):
    read: Callable[[Any], Any]
    """Gives the value as ``FeedSettings`` keeps it, None where it cannot be one."""
    expected: str


class FeedKey(NamedTuple):
    """One key of a table: what it may be and what it does."""

    kind: _Kind
    about: str


_ACTIONS: Final[tuple[Literal["mark_read", "hide", "bookmark"], ...]] = (
    "mark_read",
    "hide",
    "bookmark",
)
_PROGRAM: Final = re.compile(r"exec:[A-Za-z0-9._-]{1,100}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_INTERVAL: Final = re.compile(r"([1-9][0-9]{0,3})([mhd])")
_SECONDS: Final = {"m": 60, "h": 3600, "d": 86400}
_LONGEST: Final = 30 * 86400


def _text(value: Any) -> str | None:
    fits = isinstance(value, str) and value.strip() and not _CONTROL.search(value)
    return value if fits else None


def _proxy(value: Any) -> str | None:
    return "" if value == "" else _text(value)


def _url(value: Any) -> str | None:
    """Return an address that names its host whole, so that a ``*`` never reaches another host."""
    if _text(value) is None:
        return None
    if _PROGRAM.fullmatch(value):
        return str(value)
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    whole = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    star = value.find("*")
    ends = star < 0 or (star == len(value) - 1 and parts.path.startswith("/"))
    return value if whole and ends and "*" not in parts.netloc else None


def _interval(value: Any) -> int | None:
    found = _INTERVAL.fullmatch(value) if isinstance(value, str) else None
    seconds = int(found[1]) * _SECONDS[found[2]] if found else 0
    return seconds if 0 < seconds <= _LONGEST else None


def command_of(value: Any) -> tuple[str, ...] | None:
    """Return a program and its arguments, None where a value is no list of them."""
    if not isinstance(value, list) or not value or not all(_text(word) for word in value):
        return None
    program, *arguments = value
    return (str(Path(program).expanduser()) if "/" in program else program, *arguments)


def _path(value: Any) -> str | None:
    fits = _text(value) and value.startswith(("/", "~/"))
    return str(Path(value).expanduser()) if fits else None


def _switch(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _queries(value: Any) -> tuple[str, ...] | None:
    """Raises QueryError."""
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        return None
    for text in texts:
        _check(text)
    return tuple(texts)


def _check(text: str) -> None:
    """Raise QueryError where a text is no query for a rule."""
    from datetime import UTC, datetime

    from reader.query import is_late, parse_query, terms_of

    for term in terms_of(parse_query(text, datetime.now(UTC))):
        if is_late(term):
            about = f'"{term.field}:{term.value}" is known only once an article was analysed'
            raise QueryError(f"{about}: too late for a rule", text, 0)


def _tags(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """Raises QueryError."""
    if not isinstance(value, dict) or not value:
        return None
    tags = [(name, _queries(one)) for name, one in value.items() if _text(name)]
    kept = tuple((name, queries) for name, queries in tags if queries is not None)
    return kept if len(kept) == len(value) else None


def _headers(value: Any) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(value, dict):
        return None
    fits = all(_HEADER_NAME.fullmatch(name) and _text(text) for name, text in value.items())
    return tuple(value.items()) if fits else None


_QUERIES: Final = _Kind(_queries, "a query in quotation marks, or a list of them")
_TEXT: Final = _Kind(_text, "text in quotation marks, on one line")
_PROXY: Final = _Kind(_proxy, 'an address in quotation marks, or "" for none')
_COMMAND: Final = _Kind(command_of, 'a list of a program and its arguments, such as ["pass", "x"]')
_PATH: Final = _Kind(_path, 'a path in quotation marks that begins with "/" or "~/"')

FEED_KEYS: Final[Mapping[str, FeedKey]] = {
    "url": FeedKey(
        _Kind(
            _url,
            'an http or https address, the beginning of one up to a "*" in its path, or "exec:" '
            "and a name",
        ),
        "The feed's address; or how addresses begin, with a * behind it; or a name of your own "
        "for what a program prints.",
    ),
    "interval": FeedKey(
        _Kind(_interval, 'minutes, hours or days up to 30 days, such as "30m", "2h" or "1d"'),
        "How often the feed is asked, in place of its own rhythm.",
    ),
    "title": FeedKey(_TEXT, "What the feed is called."),
    "folder": FeedKey(_TEXT, 'The folder it lies in; folders inside are parted by " / ".'),
    "command": FeedKey(
        _COMMAND, "The program that prints the feed, of a url such as exec:weather."
    ),
    "filter": FeedKey(_COMMAND, "The program that reads what was fetched and prints a feed."),
    "full_text": FeedKey(
        _Kind(_switch, "true or false"), "Whether the pages of new entries are fetched and read."
    ),
    "mark_read": FeedKey(_QUERIES, "New entries that are marked as read."),
    "hide": FeedKey(_QUERIES, "New entries that no list shows; `is:hidden` finds them."),
    "bookmark": FeedKey(_QUERIES, "New entries that are bookmarked."),
    "tag": FeedKey(
        _Kind(_tags, 'a table of tags and queries, such as { boats = "ferry or harbour" }'),
        "New entries that are tagged.",
    ),
    "user_agent": FeedKey(_TEXT, "What the reader calls itself."),
    "headers": FeedKey(
        _Kind(_headers, 'a table of names and texts, such as { X-Colour = "blue" }'),
        "More headers of the request; they go to no other host.",
    ),
    "proxy": FeedKey(_PROXY, "The proxy, in place of the environment's."),
    "ca_file": FeedKey(_PATH, "Certificates to trust instead of the system's, in PEM."),
    "user": FeedKey(_TEXT, "The user's name, for basic authentication."),
    "password_cmd": FeedKey(_COMMAND, "The command whose first line is the password."),
    "password_file": FeedKey(_PATH, "The file whose first line is the password."),
    "token_cmd": FeedKey(_COMMAND, "The command whose first line is a bearer token."),
    "token_file": FeedKey(_PATH, "The file whose first line is a bearer token."),
    "cookies_file": FeedKey(_PATH, "The file whose first line is a Cookie header's value."),
    "certificate": FeedKey(_PATH, "The client certificate, in PEM."),
    "key": FeedKey(_PATH, "The certificate's key, where it is in another file."),
}
"""Every key there is. A new one is a row here and a field of ``FeedSettings``."""

_SECRETS: Final = {
    "password": "password_cmd or password_file",
    "token": "token_cmd or token_file",
    "cookies": "cookies_file",
}


def read_feeds(tables: Any) -> tuple[FeedSettings, ...]:
    """Return what tables without a problem set."""
    return tuple(
        FeedSettings(**{name: FEED_KEYS[name].kind.read(value) for name, value in table.items()})
        for table in tables
    )


def feed_problems(tables: Any) -> Iterator[tuple[KeyPath, str]]:
    """Give what is wrong, as the rest of a sentence, with the path of its key."""
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        yield ("feeds",), "must be tables, each below a line [[feeds]]"
        return
    seen: set[str] = set()
    for number, table in enumerate(tables):
        for name, value in table.items():
            if problem := _problem(name, value):
                yield ("feeds", number, name), problem
        if problem := _together(table, seen):
            yield ("feeds", number), problem
        seen.add(repr(table.get("url")))


def feed_settings(feeds: Iterable[FeedSettings], url: str) -> FeedSettings | None:
    """Return what is set for a feed's address, given without user and password.

    One table counts, whole: the one with this very address, else the one with the longest
    beginning of it.
    """
    fitting = [one for one in feeds if _fits(one.url, url)]
    return max(fitting, key=lambda one: (one.url == url, len(one.url)), default=None)


def _fits(pattern: str, url: str) -> bool:
    return url.startswith(pattern[:-1]) if pattern.endswith("*") else url == pattern


def _problem(name: str, value: Any) -> str | None:
    if name in _SECRETS:
        return f"would be a secret in a file that is copied; write {_SECRETS[name]}"
    if name not in FEED_KEYS:
        import difflib  # only for who mistyped

        close = difflib.get_close_matches(name, FEED_KEYS, n=1)
        return f"is not known; did you mean {close[0]}?" if close else "is not known"
    kind = FEED_KEYS[name].kind
    try:
        return f"must be {kind.expected}" if kind.read(value) is None else None
    except QueryError as error:
        return f"is wrong: {error}"


def _together(table: Mapping[str, Any], seen: set[str]) -> str | None:
    """Return what is wrong with keys that are right by themselves."""
    if "url" not in table:
        return "needs a url"
    url = str(table["url"])
    wrong = (
        (repr(table["url"]) in seen, f"has two tables for {url}"),
        ("title" in table and url.endswith("*"), "has a title for many feeds"),
        (
            url.startswith("exec:") != ("command" in table),
            "needs a command together with a url that begins with exec:",
        ),
        *(
            (
                {f"{name}_cmd", f"{name}_file"} <= table.keys(),
                f"needs one of {name}_cmd and {name}_file, not both",
            )
            for name in ("password", "token")
        ),
        (
            ("password_cmd" in table or "password_file" in table) != ("user" in table),
            "needs user and a password together",
        ),
        ("key" in table and "certificate" not in table, "needs the certificate of its key"),
    )
    return next((what for is_wrong, what in wrong if is_wrong), None)
