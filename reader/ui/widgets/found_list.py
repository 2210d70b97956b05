"""Feeds that a search found, to choose one or several of."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from reader.ui.render.cells import fit
from reader.ui.render.rows import Piece, labelled
from reader.ui.render.words import age, count, now
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.discover import FoundFeed

_WIDE: Final = 50
"""Cells from which on there is room for the number of entries beside a title."""


class FoundList(RowList):
    """Two lines a feed: ticked or not, its title and size; its latest entry and that one's age."""

    ROW_LINES: ClassVar[int] = 2
    BINDING_GROUP_TITLE = "Feeds found at an address"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick, or not", show=False, id="found.tick"),
        Binding("enter", "choose", "Add what is ticked, else this one", show=False, id="found.add"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._found: Sequence[FoundFeed] = ()
        self._known: Collection[str] = ()
        self._ticked: set[int] = set()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._found)

    @property
    def chosen(self) -> "list[FoundFeed]":
        """What is ticked, in order, else the feed under the cursor."""
        return [self._found[index] for index in sorted(self._ticked or {self.cursor})]

    @property
    def current(self) -> "FoundFeed":
        """The feed under the cursor."""
        return self._found[self.cursor]

    def show(self, found: "Sequence[FoundFeed]", known: Collection[str]) -> None:
        """Show feeds; ``known`` are the addresses of those subscribed to."""
        self._found, self._known = found, known
        self._ticked.clear()
        self.reset()

    def action_tick(self) -> None:
        """Tick the row under the cursor, or not any more; a subscription needs no tick."""
        if self.count and self.current.url not in self._known:
            self._ticked ^= {self.cursor}
            self.refresh_row(self.cursor)

    def action_open(self) -> None:
        """Tick, as a click does."""
        self.action_tick()

    def action_choose(self) -> None:
        """Let what is chosen be added."""
        super().action_open()

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Draw a feed."""
        found = self._found[index]
        known, ticked = found.url in self._known, index in self._ticked
        box = "    " if known else "[x] " if ticked else "[ ] "
        size = f" · {count(len(found.feed.entries), 'entry', 'entries')}" if width > _WIDE else ""
        about = "subscribed" if known else found.kind + size
        look = "unread" if ticked else "read"
        return (
            [(box, "sign"), *labelled(found.title, look, about, width - 4)],
            [("    ", ""), (fit(_latest(found), width - 4), "dim")],
        )


def _latest(found: "FoundFeed") -> str:
    latest = found.latest
    if latest is None:
        return "no entries yet"
    moment = latest.published or latest.updated
    when = [age(moment, now())] if moment else []
    return " · ".join([*when, latest.title or "(no title)"])
