"""Several workers side by side."""

from collections import deque
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from reader.worker.process import Worker

T = TypeVar("T")


class Pool(Generic[T]):
    """Workers that share one queue; each starts when there is something to do for it."""

    def __init__(self, workers: int, function: str, *, seconds: float, memory: int) -> None:
        """Say what is to be run, as in ``Worker``; nothing is started yet.

        Args:
            workers: How many processes at a time.
            function: As in ``Worker``.
            seconds: As in ``Worker``.
            memory: Bytes for each, as in ``Worker``.
        """
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="worker")
        self._all = [Worker[T](function, seconds=seconds, memory=memory) for _ in range(workers)]
        self._free = deque(self._all)
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def submit(self, *arguments: Any, **named: Any) -> "Future[T]":
        """Let a worker run the function; the future gives or raises what ``Worker`` does."""
        return self._threads.submit(self._run, arguments, named)

    def close(self) -> None:
        """End all workers, whatever they do; what still waits is dropped."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.kill()
        self._threads.shutdown(wait=True)
        for worker in self._all:
            worker.close()

    def _run(self, arguments: Any, named: Any) -> T:
        worker = self._free.popleft()
        try:
            if self._closed:
                raise CancelledError
            return worker(*arguments, **named)
        finally:
            self._free.append(worker)
