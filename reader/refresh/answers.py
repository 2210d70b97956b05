"""What comes in: answers of servers, those that are feeds parsed by workers."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from threading import Event, Semaphore, Thread
from typing import Final, NamedTuple

from reader.errors import FetchError
from reader.fetch import Fetched, Limits, NotModified, Request, fetch_many
from reader.model import Feed, ParsedFeed
from reader.programs import run_program
from reader.worker import Pool

_PARSE: Final = "reader.parse:parse"
_PARSE_SECONDS: Final = 10.0
_PARSE_MEMORY: Final = 2**30
_WORKERS: Final = 2
"""Parsers at a time; each takes some 40 MB."""
_PROGRAM_SECONDS: Final = 30.0
_PROGRAM_BYTES: Final = 16 * 2**20
_PROGRAMS: Final = 4
"""Programs of the user's own at a time."""
_AHEAD: Final = 16
"""Answers that wait to be parsed or kept before the network has to wait as well."""
_LOOK: Final = 0.1
"""Seconds after which it is asked whether to stop."""


@dataclass(slots=True)
class Asked:
    """What is to be asked."""

    requests: list[tuple[Feed, Request]] = field(default_factory=list)
    commands: list[tuple[Feed, Sequence[str]]] = field(default_factory=list)
    """The user's own programs that print feeds."""
    filters: dict[int, Sequence[str]] = field(default_factory=dict)
    """Those that what was fetched goes through, by the feed's id."""


class Answered(NamedTuple):
    """A feed, and what its server said."""

    feed: Feed
    answer: Fetched | NotModified | FetchError
    parsed: "Future[ParsedFeed] | None" = None
    """What the document says, for what was fetched; done, if only with an error."""


class Answers:
    """The answers to requests, in the order in which they are ready, those together that wait.

    The servers are asked in a thread of their own, so that none waits while an answer is
    kept, and an answer is kept while the others are waited for.
    """

    def __init__(
        self,
        asked: Asked,
        limits: Limits,
        stop: Callable[[], bool],
    ) -> None:
        """Begin to ask; ``stop`` is asked often, and ends it."""
        self._left = len(asked.requests) + len(asked.commands)
        self._stop = stop
        self._closed = Event()
        self._room = Semaphore(_AHEAD)
        self._ready: SimpleQueue[Answered | BaseException] = SimpleQueue()
        self._parsers = Pool[ParsedFeed](
            _WORKERS, _PARSE, seconds=_PARSE_SECONDS, memory=_PARSE_MEMORY
        )
        self._programs = ThreadPoolExecutor(_PROGRAMS, thread_name_prefix="program")
        self._asking = Thread(target=self._ask, args=(asked, limits), name="fetch", daemon=True)
        self._asking.start()

    def __iter__(self) -> Iterator[list[Answered]]:
        while self._left and not self._stopped():
            answered: list[Answered] = []
            broken: BaseException | None = None
            for one in self._waiting():
                if isinstance(one, Answered):
                    answered.append(one)
                else:  # the last one there is
                    broken = one
            self._left -= len(answered)
            if answered:
                yield answered
            for _ in answered:
                self._room.release()
            if broken is not None:
                raise broken

    def _waiting(self) -> list[Answered | BaseException]:
        ready: list[Answered | BaseException] = []
        with suppress(Empty):
            ready.append(self._ready.get(timeout=_LOOK))
            while len(ready) < _AHEAD:
                ready.append(self._ready.get_nowait())
        return ready

    def close(self) -> None:
        """End all that is under way."""
        self._closed.set()
        self._room.release()  # where the thread waits for room
        self._programs.shutdown(cancel_futures=True)
        self._parsers.close()
        self._asking.join()

    def _stopped(self) -> bool:
        return self._closed.is_set() or self._stop()

    def _ask(self, asked: Asked, limits: Limits) -> None:
        try:
            for feed, command in asked.commands:
                self._room.acquire()
                if self._closed.is_set():
                    return
                self._run(command, feed, Fetched(feed.url, b""))
            for feed, answer in fetch_many(asked.requests, limits, stop=self._stopped):
                self._room.acquire()
                if self._closed.is_set():
                    return
                if not isinstance(answer, Fetched):
                    self._ready.put(Answered(feed, answer))
                elif feed.id in asked.filters:
                    self._run(asked.filters[feed.id], feed, answer)
                else:
                    self._parse(feed, answer)
        except BaseException as error:  # noqa: BLE001 - raised where it can be seen
            self._ready.put(error)

    def _run(self, command: Sequence[str], feed: Feed, answer: Fetched) -> None:
        """Let a program make of what was fetched what is parsed."""

        def parse(done: "Future[bytes]") -> None:
            if done.cancelled():
                return
            error = done.exception()
            if error is None:
                self._parse(feed, replace(answer, data=done.result()))
            else:
                failed: Future[ParsedFeed] = Future()
                failed.set_exception(error)
                self._ready.put(Answered(feed, answer, failed))

        self._programs.submit(
            run_program,
            command,
            data=answer.data,
            seconds=_PROGRAM_SECONDS,
            most=_PROGRAM_BYTES,
            stop=self._stopped,
        ).add_done_callback(parse)

    def _parse(self, feed: Feed, answer: Fetched) -> None:
        parsed = self._parsers.submit(
            answer.data, base_url=answer.url, content_type=answer.content_type
        )
        parsed.add_done_callback(lambda done: self._ready.put(Answered(feed, answer, done)))
