"""Web pages of strangers -> articles, in a process of its own."""

from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from reader.article.extract import EXTRACTORS
from reader.errors import ParseError
from reader.model import Article

if TYPE_CHECKING:
    from reader.worker import Worker

SECONDS: Final = 10.0
"""For one page and one extractor, the start of the process included; large real ones take two."""
_MEMORY: Final = 2**30


class PageReader:
    """Reads the articles of web pages, one at a time.

    Where one extractor takes too long, needs too much memory, breaks or finds nothing, the
    next one is asked. The process they run in starts with the first page.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        """Start nothing yet; each extractor will have so many seconds for a page."""
        self._seconds = seconds
        self._worker: Worker[Article] | None = None
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __call__(
        self, data: bytes, *, url: str | None = None, content_type: str | None = None
    ) -> Article:
        """Return the article of a page; arguments and errors are those of ``read_page``."""
        from reader.worker import Worker  # processes: not for a text that is no page

        if self._worker is None:
            function = "reader.article.extract:read_page"
            self._worker = Worker(function, seconds=self._seconds, memory=_MEMORY)
        problem = ParseError("no article found")
        for extractor in EXTRACTORS:
            self._worker.start()
            if self._stopped:  # asked once there is a process that stop() would end
                break
            try:
                return self._worker(data, url=url, content_type=content_type, by=extractor)
            except ParseError as error:
                problem = error
        raise problem

    def stop(self) -> None:
        """End a call that another thread waits for: there it raises ParseError."""
        self._stopped = True
        if self._worker is not None:
            self._worker.kill()

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.close()
