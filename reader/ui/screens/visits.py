"""The articles that were read, one after another, to go back and forward between."""

from typing import NamedTuple

from reader.model import View
from reader.ui.library import Place

_MOST = 200


class Visit(NamedTuple):
    """An article that was read, and where: in which list, at which place of its text."""

    view: View
    place: Place
    offset: int | None = None
    """Where in the text one jumped to; None for where one was last."""


class Visits:
    """A line of visits with the current one on it, as a browser keeps it."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1

    @property
    def current(self) -> Visit | None:
        """Where one is."""
        return self._visits[self._at] if self._visits else None

    def go(self, visit: Visit) -> None:
        """Come to an article, or jump in it: what lay ahead is forgotten.

        To come to where one is already changes nothing.
        """
        current = self.current
        if current is not None and current.place == visit.place and visit.offset is None:
            return
        self._visits = [*self._visits[: self._at + 1], visit][-_MOST:]
        self._at = len(self._visits) - 1

    def jump(self, view: View, place: Place, start: int, offset: int) -> None:
        """Jump from one place of an article's text to another."""
        here = Visit(view, place, start)
        if self.current is not None and self.current.place == place:
            self._visits[self._at] = here
        else:
            self.go(here)
        self.go(here._replace(offset=offset))

    def step(self, by: int) -> Visit | None:
        """Go back (-1) or forward (1); return where to, or None where there is nothing."""
        if not 0 <= self._at + by < len(self._visits):
            return None
        self._at += by
        return self._visits[self._at]

    def forget(self, by: int) -> None:
        """Forget where a step led: its article is gone. What comes next is a step of the same way.

        One that leads out of the line leaves one where one was.
        """
        del self._visits[self._at]
        if by > 0:
            self._at -= 1
