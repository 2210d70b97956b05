"""What comes in: answers of servers, those that are feeds parsed by workers."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Semaphore, Thread
from typing import Final, NamedTuple

from reader.errors import FetchError
from reader.fetch import Fetched, Limits, NotModified, Request, fetch_many
from reader.model import Feed, ParsedFeed
from reader.worker import Pool

_PARSE: Final = "reader.parse:parse"
_PARSE_SECONDS: Final = 10.0
_PARSE_MEMORY: Final = 2**30
_WORKERS: Final = 2
"""Parsers at a time; each takes some 40 MB."""
_AHEAD: Final = 16
"""Answers that wait to be parsed or kept before the network has to wait as well."""
_LOOK: Final = 0.1
"""Seconds after which it is asked whether to stop."""


class Answered(NamedTuple):
    """A feed, and what its server said."""

    feed: Feed
    answer: Fetched | NotModified | FetchError
    parsed: "Future[ParsedFeed] | None" = None
    """What the document says, for what was fetched; done, if only with an error."""


class Answers:
    """The answers to requests, in the order in which they are ready to be kept.

    The servers are asked in a thread of their own, so that none waits while an answer is
    kept, and an answer is kept while the others are waited for.
    """

    def __init__(
        self,
        requests: Sequence[tuple[Feed, Request]],
        limits: Limits,
        stop: Callable[[], bool],
    ) -> None:
        """Begin to ask; ``stop`` is asked often, and ends it."""
        self._left = len(requests)
        self._stop = stop
        self._closed = Event()
        self._room = Semaphore(_AHEAD)
        self._ready: SimpleQueue[Answered | BaseException] = SimpleQueue()
        self._parsers = Pool[ParsedFeed](
            _WORKERS, _PARSE, seconds=_PARSE_SECONDS, memory=_PARSE_MEMORY
        )
        self._asking = Thread(target=self._ask, args=(requests, limits), name="fetch", daemon=True)
        self._asking.start()

    def __iter__(self) -> Iterator[Answered]:
        while self._left and not self._stopped():
            with suppress(Empty):
                ready = self._ready.get(timeout=_LOOK)
                if isinstance(ready, BaseException):
                    raise ready
                self._left -= 1
                yield ready
                self._room.release()

    def close(self) -> None:
        """End all that is under way."""
        self._closed.set()
        self._room.release()  # where the thread waits for room
        self._parsers.close()
        self._asking.join()

    def _stopped(self) -> bool:
        return self._closed.is_set() or self._stop()

    def _ask(self, requests: Sequence[tuple[Feed, Request]], limits: Limits) -> None:
        try:
            for feed, answer in fetch_many(requests, limits, stop=self._stopped):
                self._room.acquire()
                if self._closed.is_set():
                    return
                if isinstance(answer, Fetched):
                    self._parse(feed, answer)
                else:
                    self._ready.put(Answered(feed, answer))
        except BaseException as error:  # noqa: BLE001 - raised where it can be seen
            self._ready.put(error)

    def _parse(self, feed: Feed, answer: Fetched) -> None:
        parsed = self._parsers.submit(
            answer.data, base_url=answer.url, content_type=answer.content_type
        )
        parsed.add_done_callback(lambda done: self._ready.put(Answered(feed, answer, done)))
