"""Many requests side by side in one thread, over libcurl's multi interface."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from heapq import heappop, heappush
from itertools import count
from threading import Thread
from typing import Any, Final, Generic, TypeVar

import pycurl

from reader.errors import FetchError
from reader.fetch.address import is_loopback
from reader.fetch.answer import Fetched, NotModified
from reader.fetch.job import Job
from reader.fetch.proxies import Proxies
from reader.fetch.request import Limits, Request
from reader.fetch.transfer import Transfer

Key = TypeVar("Key")
Answer = Fetched | NotModified | FetchError

_AHEAD: Final = 1000
"""Requests held back for hosts that are busy, before no more are taken."""
_HELD: Final = 4 * 2**20
"""Bytes of answers that wait for the caller, beyond which nothing more is asked for."""
_BARE: Final = 1000
"""Bytes of an answer without a body, about."""
_WAIT: Final = 0.1
"""Seconds after which a caller is asked whether to stop."""
_AWAY: Final = 0.001
"""Seconds of a caller's work after which the network is looked after before the next answer."""


class _Line:
    """Hosts that share one number of connections."""

    __slots__ = ("active", "kept_out", "most")

    def __init__(self, most: int) -> None:
        self.most = most
        self.active = 0
        self.kept_out: dict[_Host[Any], None] = {}
        """Hosts that could be asked but for want of room, the first to wait first."""

    def full(self) -> bool:
        return self.active >= self.most


class _Host(Generic[Key]):
    """The requests to one host name."""

    __slots__ = ("active", "held", "line", "most", "waiting")

    def __init__(self, most: int, line: "_Line") -> None:
        self.most = most
        self.line = line
        self.active = 0
        self.waiting: deque[Job[Key]] = deque()
        self.held: FetchError | None = None


def answers(
    requests: Iterable[tuple[Key, Request]], limits: Limits, stop: Callable[[], bool] | None
) -> Iterator[tuple[Key, Answer]]:
    """Yield the answers to requests as ``reader.fetch.fetch_many`` says."""
    run = _Run(requests, limits)
    try:
        while run.go_on():
            while run.done:
                given = time.monotonic()
                yield run.given()
                away = time.monotonic() - given
                run.away += away
                if stop and stop():
                    return
                if away > _AWAY:
                    break
            if stop and stop():
                return
    finally:
        run.close()


class _Run(Generic[Key]):
    """What ``answers`` keeps while it goes on.

    Attributes:
        done: Answers that are still to be given to the caller.
        away: Seconds that the caller has spent on answers.
    """

    def __init__(self, requests: Iterable[tuple[Key, Request]], limits: Limits) -> None:
        self.done: deque[tuple[Key, Answer]] = deque()
        self.away = 0.0
        self._requests = iter(requests)
        self._exhausted = False
        self._held = 0
        self._limits = limits
        self._proxies = Proxies()
        self._multi: Any = pycurl.CurlMulti()
        loopback = limits.loopback or 0
        self._most = limits.connections + loopback
        self._line = _Line(limits.connections)
        self._loopback = _Line(loopback)
        self._multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, max(limits.per_host, loopback))
        self._multi.setopt(pycurl.M_MAX_TOTAL_CONNECTIONS, self._most)
        self._multi.setopt(pycurl.M_MAXCONNECTS, self._most)
        self._free: list[Transfer] = []
        self._active: dict[Any, Job[Key]] = {}
        self._hosts: dict[str, _Host[Key]] = {}
        self._waiting = 0
        self._alarms: list[tuple[float, int, Job[Key], int]] = []
        self._order = count()
        self._private: set[str] = set()
        self._abandoned = False

    def go_on(self) -> bool:
        """Do what can be done, or wait a little if nothing can; return whether more will come."""
        self._fill()
        if self._active:
            self._multi.perform()
            self._collect()
            self._ring()
            if not self.done:
                self._wait()
        return bool(self.done or self._active or not self._exhausted)

    def close(self) -> None:
        """End all that is under way."""
        for handle in self._active:
            self._multi.remove_handle(handle)
        transfers = [job.transfer for job in self._active.values()] + self._free
        for transfer in transfers:
            if transfer:
                transfer.handle.close()
        if not self._active and not self._abandoned:
            self._multi.close()
            return
        # libcurl waits here for names that are still being looked up.
        with suppress(RuntimeError):  # no threads any more: Python ends
            Thread(target=self._multi.close, daemon=True).start()

    def given(self) -> tuple[Key, Answer]:
        """Return the answer whose turn it is, which the caller takes care of now."""
        key, answer = self.done.popleft()
        self._held -= _size(answer)
        return key, answer

    def _full(self) -> bool:
        return self._held >= _HELD

    def _now(self) -> float:
        return time.monotonic() - self.away

    def _fill(self) -> None:
        """Start and take requests while there is room for them."""
        for line in (self._line, self._loopback):
            self._let_in(line)
        while (
            not self._exhausted
            and len(self._active) < self._most
            and not self._full()
            and self._waiting < _AHEAD
        ):
            pair = next(self._requests, None)
            if pair is None:
                self._exhausted = True
                return
            try:
                job = Job(*pair)
            except FetchError as error:
                self._answered(pair[0], error)
            else:
                self._send(job)

    def _send(self, job: Job[Key]) -> None:
        """Let a job ask its next server, now or when that has room."""
        name = job.here.host
        host = self._hosts.get(name)
        if host is None:
            host = self._hosts[name] = self._host(name)
        host.waiting.append(job)
        self._waiting += 1
        self._wake(host)

    def _host(self, name: str) -> _Host[Key]:
        if self._loopback.most and is_loopback(name):
            return _Host(self._loopback.most, self._loopback)
        return _Host(self._limits.per_host, self._line)

    def _wake(self, host: _Host[Key]) -> None:
        """Let those ask a host for whom there is room."""
        while host.waiting and (host.held or host.active < host.most):
            if (host.line.full() or self._full()) and not host.held:
                host.line.kept_out[host] = None
                return
            job = host.waiting.popleft()
            self._waiting -= 1
            if job.over:
                continue
            if host.held:
                self._finish(job, host.held)
            else:
                self._start(job, host)

    def _wake_next(self, host: _Host[Key]) -> None:
        """Let those go on who waited for the end of a request to this host."""
        self._wake(host)
        self._let_in(host.line)

    def _let_in(self, line: _Line) -> None:
        """Let those go on for whom there is room now."""
        while line.kept_out and not (line.full() or self._full()):
            other = next(iter(line.kept_out))
            del line.kept_out[other]
            self._wake(other)

    def _start(self, job: Job[Key], host: _Host[Key]) -> None:
        now = self._now()
        if job.deadline is None:
            job.deadline = now + job.request.timeout
        transfer = self._free.pop() if self._free else Transfer(self._private)
        proxy = job.request.proxy
        try:
            job.ask(
                transfer,
                self._proxies.of(job.here) if proxy is None else proxy,
                mistrust=bool(self._private),
            )
        except FetchError as error:
            self._free.append(transfer)
            self._finish(job, error)
            return
        except (pycurl.error, ValueError):  # a NUL, or letters where there can be none
            transfer.handle.close()
            words = f"{job.here.host} cannot be asked: its proxy or certificate is not one"
            self._finish(job, FetchError(words, kind="proxy"))
            return
        self._multi.add_handle(transfer.handle)
        self._active[transfer.handle] = job
        host.active += 1
        host.line.active += 1
        self._alarm(min(now + job.request.connect_timeout, job.deadline), job)

    def _collect(self) -> None:
        """Take what has ended from libcurl."""
        left = 1
        while left:
            left, good, bad = self._multi.info_read()
            for handle in good:
                self._ended(handle, 0, "")
            for handle, problem, told in bad:
                self._ended(handle, problem, told)

    def _ended(self, handle: Any, problem: int, told: str) -> None:
        job = self._active[handle]
        host = self._hosts[job.here.host]
        transfer = self._let_go(job)
        if transfer.lines and transfer.lines[0].startswith(b"HTTP/2"):
            host.most = max(host.most, self._limits.streams)
        answer = job.answer(transfer, problem, told)
        transfer.pieces.clear()  # the next request may be long in coming
        if answer is None:
            self._send(job)
        else:
            self._finish(job, answer)
            if isinstance(answer, FetchError):
                host.held = _hold(answer, job)
        self._wake_next(host)

    def _let_go(self, job: Job[Key]) -> Transfer:
        """Return the transfer of a job, which no longer belongs to it."""
        transfer = job.transfer
        assert transfer is not None  # noqa: S101 - it is active
        job.transfer = None
        self._multi.remove_handle(transfer.handle)
        del self._active[transfer.handle]
        host = self._hosts[job.here.host]
        host.active -= 1
        host.line.active -= 1
        self._free.append(transfer)
        return transfer

    def _finish(self, job: Job[Key], answer: Answer) -> None:
        job.over = True
        self._answered(job.key, answer)

    def _answered(self, key: Key, answer: Answer) -> None:
        self.done.append((key, answer))
        self._held += _size(answer)

    def _alarm(self, when: float, job: Job[Key]) -> None:
        heappush(self._alarms, (when, next(self._order), job, job.asked))

    def _ring(self) -> None:
        """End those whose time is up."""
        now = self._now()
        while self._alarms and self._alarms[0][0] <= now:
            _, _, job, asked = heappop(self._alarms)
            if job.over or job.asked != asked or job.deadline is None:
                continue
            if job.deadline <= now:
                self._abandon(job, job.timed_out())
            elif job.transfer is None or job.transfer.connected():
                self._alarm(job.deadline, job)
            else:
                self._abandon(job, job.not_connected())

    def _abandon(self, job: Job[Key], error: FetchError) -> None:
        if job.transfer is not None:
            self._let_go(job)
            self._abandoned = True
        self._finish(job, error)
        self._wake_next(self._hosts[job.here.host])

    def _wait(self) -> None:
        """Wait until something comes in, or it is time to look at something."""
        wait = min(_WAIT, self._alarms[0][0] - self._now()) if self._alarms else _WAIT
        due = self._multi.timeout()
        if due >= 0:
            wait = min(wait, due / 1000)
        if wait <= 0:
            return
        begun = time.monotonic()
        if self._multi.select(wait) <= 0 and time.monotonic() - begun < wait / 2:
            time.sleep(min(wait, 0.01))  # there was nothing to wait for


def _size(answer: Answer) -> int:
    return _BARE + (len(answer.data) if isinstance(answer, Fetched) else 0)


def _hold(error: FetchError, job: Job[Any]) -> FetchError | None:
    """Return what to tell the others who would ask a server that wants to be left alone."""
    if error.status == 429 or (error.status == 503 and error.retry_after is not None):
        return FetchError(
            f"{job.here.host} asks to be left alone for now ({error.status})",
            kind="held",
            retry_after=error.retry_after,
        )
    return None
