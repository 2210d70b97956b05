"""The search for the feeds that an address leads to: few questions, side by side."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from reader.config import FeedSettings
from reader.credentials import Secrets, as_set
from reader.discover.found import FoundFeed, aside_of, bare, ordered, without_twins
from reader.discover.habits import by_custom, by_habit, by_program
from reader.discover.leads import Feed, Link, Page, Place
from reader.discover.typed import addresses_of
from reader.errors import CredentialsError, FetchError, ParseError
from reader.fetch import Fetched, NotModified, Request, fetch_many, host_of, without_user
from reader.fetch.userinfo import with_user_of
from reader.worker import Worker

MOST: Final = 8
"""Addresses that are tried at a time: a page may name hundreds."""
_PATIENCE: Final = 10.0
"""Seconds at most for what nobody typed."""
_LOOK: Final = "reader.discover.look:look"
_LOOK_SECONDS: Final = 10.0
_LOOK_MEMORY: Final = 2**30
_UNREACHED: Final = frozenset(("connect", "timeout", "tls", "protocol"))
"""Why a server may yet be reached without encryption, where nobody asked for it."""


def find_feeds(
    text: str,
    *,
    timeout: float = 20.0,
    feeds: Iterable[FeedSettings] = (),
    stop: Callable[[], bool] = lambda: False,
) -> list[FoundFeed]:
    """Return the feeds that an address leads to, the likeliest wish first.

    A feed leads to itself. Of a page, it is what the habits of its site say; else the feeds that
    its link elements name and its links seem to be; and only where there is none, the paths where
    feeds often are. Feeds of parts of a site, then of comments, come last.

    Nothing that a page names may lie in the user's own network, but on the host that was typed;
    and only that host sees who asks.

    Args:
        text: What somebody typed, as ``addresses_of`` takes it.
        timeout: Seconds for the address itself; other feeds get ten at most.
        feeds: What the user set for single feeds.
        stop: Asked often; true ends it with no feeds.

    Raises:
        FetchError: The server could not be reached, or refused.
        ParseError: There is no feed at the address, nor does the page there lead to one.
        CredentialsError: A secret for the address could not be had.
    """
    with Worker[Feed | Page](_LOOK, seconds=_LOOK_SECONDS, memory=_LOOK_MEMORY) as looker:
        return _Search(text, timeout, tuple(feeds), stop, looker).found()


class _Search:
    """One search."""

    def __init__(
        self,
        text: str,
        timeout: float,
        feeds: tuple[FeedSettings, ...],
        stop: Callable[[], bool],
        looker: Worker[Feed | Page],
    ) -> None:
        self._addresses = addresses_of(text)
        self._timeout, self._feeds, self._stop, self._looker = timeout, feeds, stop, looker
        self._secrets = Secrets()
        self._typed = self._addresses[0]
        self._host = host_of(self._typed)
        self._failed: FetchError | None = None
        """Why what the page names could not be had."""

    def found(self) -> list[FoundFeed]:
        """Return what ``find_feeds`` does."""
        self._looker.start()  # while the first server is asked
        habits = _links(by_habit(self._typed), "habit")
        if found := self._tried(habits, self._typed):
            return found
        answer = self._reached()
        if self._stop() or answer is None:
            return []
        try:
            seen = self._looker(answer.data, url=answer.url, content_type=answer.content_type)
        except ParseError as error:
            raise ParseError(f"no feed found at {without_user(self._typed)}: {error}") from None
        if isinstance(seen, Feed):
            return [self._feed(Link(self._typed, "typed"), answer, seen, self._typed)]
        return self._behind(seen, answer.url)

    def _behind(self, page: Page, url: str) -> list[FoundFeed]:
        """Return the feeds that a page leads to."""
        habits = (feed for one in (url, page.canonical or url) for feed in by_habit(one))
        found = self._tried([*page.links, *_links(habits, "habit")], url)
        if not found:
            guesses = [*by_program(url, page.made_by), *by_custom(url)]
            found = self._tried(_links(guesses, "guessed"), url)
        if found or self._stop():
            return found
        if self._failed:
            raise _named_but(self._failed)
        raise ParseError(f"no feed found at {without_user(self._typed)}")

    def _reached(self) -> Fetched | None:
        """Return what lies at the address that was typed; None where it was stopped."""
        problem: FetchError | None = None
        for address in self._addresses:
            request = self._request(address, self._timeout)
            for _, answer in fetch_many([(None, request)], stop=self._stop):
                if isinstance(answer, Fetched):
                    self._typed = address
                    return answer
                assert isinstance(answer, FetchError)  # noqa: S101 - nothing was conditional
                if answer.kind not in _UNREACHED:
                    raise answer
                problem = problem or answer
        if problem is None or self._stop():
            return None
        raise problem

    def _tried(self, links: Iterable[Link], page: str) -> list[FoundFeed]:
        """Return which of some links are feeds.

        Args:
            links: The likeliest first; ``MOST`` of them count.
            page: What leads to them.
        """
        tried = [self._with_user(link) for link in ordered(links, page)[:MOST]]
        found: list[tuple[int, FoundFeed]] = []
        for number, answer in fetch_many(self._requests(tried), stop=self._stop):
            link = tried[number]
            if isinstance(answer, FetchError) and link.place == "named":
                self._failed = self._failed or answer
            if one := self._read(link, answer, page):
                found.append((number, one))
        found.sort(key=lambda pair: (pair[1].aside, pair[0]))
        return without_twins(one for _, one in found)

    def _requests(self, links: Iterable[Link]) -> Iterator[tuple[int, Request]]:
        for number, link in enumerate(links):
            with suppress(CredentialsError):  # the others may do without
                yield number, self._request(link.url, min(self._timeout, _PATIENCE))

    def _request(self, url: str, timeout: float) -> Request:
        request = Request(url, timeout=timeout, trusted_host=self._host)
        return as_set(request, self._feeds, self._secrets, shown=host_of(url) == self._host)

    def _with_user(self, link: Link) -> Link:
        """Return a link with the user that was typed where it is on that very server, or none."""
        url = without_user(link.url)
        same = _origin(url) == _origin(self._typed)
        return link._replace(url=with_user_of(url, self._typed) if same else url)

    def _read(
        self, link: Link, answer: Fetched | NotModified | FetchError, page: str
    ) -> FoundFeed | None:
        if not isinstance(answer, Fetched):
            return None
        try:
            seen = self._looker(answer.data, url=answer.url, content_type=answer.content_type)
        except ParseError:
            return None
        return self._feed(link, answer, seen, page) if isinstance(seen, Feed) else None

    def _feed(self, link: Link, answer: Fetched, seen: Feed, page: str) -> FoundFeed:
        url = answer.permanent_url or link.url
        titles = f"{link.title} {seen.told.title}"
        return FoundFeed(
            url=url,
            kind=seen.kind,
            place=link.place,
            feed=seen.told,
            answer=bare(answer),
            trusted=host_of(url) == self._host,
            aside=0 if link.place == "typed" else aside_of(link.url, titles, page),
        )


def _links(urls: Iterable[str], place: Place) -> list[Link]:
    return [Link(url, place) for url in urls]


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.rpartition("@")[2].lower()


def _named_but(error: FetchError) -> FetchError:
    return FetchError(
        f"the page names a feed, but {error}",
        kind=error.kind,
        status=error.status,
        retry_after=error.retry_after,
    )
