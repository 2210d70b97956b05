"""Letters on all that is in sight and can be gone to: rows, links and panes."""

from collections.abc import Callable, Hashable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.binding import Binding, BindingType

from reader.ui.screens.commanding import CommandingScreen
from reader.ui.screens.panes import PANES
from reader.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.ui.widgets.jump_line import JumpLine

_NAMES = {"feeds": "feeds", "list": "list", "article": "article", "sources": "sources"}


class _Target(NamedTuple):
    """Something to go to."""

    go: Callable[[], object]
    row: tuple[RowList, Hashable] | None = None
    """The list, and the key of the row."""
    link: tuple[int, int] | None = None
    """Line and cell of the article's page."""
    name: str = ""
    """Of a pane: it has its letter in the last line."""


class JumpingScreen(CommandingScreen):
    """Jump mode: a letter or two, and one is there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("semicolon", "jump", "Jump: letters on all in sight", show=False,
                id="reader.jump"),
    ]  # fmt: skip

    _jump_line: "JumpLine | None" = None
    _targets: dict[str, _Target] | None = None

    @work(exit_on_error=False, group="command", exclusive=True)
    async def action_jump(self) -> None:
        """Put letters on what can be gone to, and wait for them to be typed."""
        from reader.ui.widgets.jump_line import JumpLine

        if self._jump_line is None:
            self._jump_line = JumpLine()
            await self.mount(self._jump_line)
        targets = [*self._pane_targets(), *self._row_targets(), *self._link_targets()]
        self._targets = dict(zip(short_labels(len(targets)), targets, strict=False))
        self._letter("")
        self._jump_line.open({label: one.name for label, one in self._targets.items()})
        self.set_focus(self._jump_line, scroll_visible=False)

    # --- What is in sight ------------------------------------------------------------

    def _pane_targets(self) -> Iterator[_Target]:
        for name in PANES:
            if name != self.pane and self.query_one(f"#{name}").is_on_screen:
                yield _Target(partial(self._to_pane, name), name=_NAMES[name])

    def _row_targets(self) -> Iterator[_Target]:
        """Yield the rows of the pane the keys go to before others: those get one letter each."""
        panes = (self.feeds, self.entries, self.sources)
        for pane in sorted(panes, key=lambda one: one.id != self.pane):
            if pane.is_on_screen:
                for index in pane.rows_in_sight():
                    key = pane.key_at(index)
                    if key is not None:
                        yield _Target(partial(self._to_row, pane, key), row=(pane, key))

    def _link_targets(self) -> Iterator[_Target]:
        from reader.ui.render.links import in_sight

        article = self.article
        if article.is_on_screen:
            first = article.scroll_offset.y
            for hint in in_sight(article.page, first, first + article.size.height):
                go = partial(article.post_message, article.LinkFollowed(hint.url))
                yield _Target(go, link=(hint.line, hint.cell))

    def _to_pane(self, name: str) -> None:
        before = self.pane
        self.go(name)
        if name == "article" and before != "sources":
            self.open()

    def _to_row(self, pane: RowList, key: Hashable) -> None:
        index = pane.place_of(key)
        if index is None:
            self.status.tell("That row is gone")
            return
        self.go(pane.id or "list")
        pane.cursor = index
        pane.action_open()

    # --- Letters ---------------------------------------------------------------------

    def _letter(self, typed: str) -> None:
        """Show the letters that begin with what was typed."""
        shown = {label: one for label, one in (self._targets or {}).items()
                 if label.startswith(typed)}  # fmt: skip
        for pane in (self.feeds, self.entries, self.sources):
            rows = ((one.row, label) for label, one in shown.items() if one.row is not None)
            pane.show_letters({row[1]: label for row, label in rows if row[0] is pane})
        links: dict[int, list[tuple[int, str]]] = {}
        for label, one in shown.items():
            if one.link is not None:
                links.setdefault(one.link[0], []).append((one.link[1], label))
        self.article.labels = links
        self.article.refresh()

    def on_jump_line_typed(self, event: "JumpLine.Typed") -> None:
        """Leave the letters of what can still be meant."""
        event.stop()
        self._letter(event.letters)

    def on_jump_line_chosen(self, event: "JumpLine.Chosen") -> None:
        """Go to what the letters stand on."""
        event.stop()
        target = (self._targets or {}).get(event.label)
        self._end_jump()
        if target is not None:
            target.go()

    def on_jump_line_ended(self, event: "JumpLine.Ended") -> None:
        """Stay."""
        event.stop()
        self._end_jump()

    def _end_jump(self) -> None:
        self._targets = None
        self._letter("")
        if self._jump_line is not None:
            self._jump_line.close()
        self.go(self.pane)


def short_labels(count: int) -> list[str]:
    """Return letters for so many things, at most 676: one letter each as long as there are any.

    None is the beginning of another: where one letter is not enough for all, some of the letters
    begin two.
    """
    from reader.ui.render.links import LETTERS

    most = len(LETTERS)
    first = 0  # how many letters begin two
    while most - first + first * most < count and first < most:
        first += 1
    singles = LETTERS[: most - first]
    pairs = (one + two for one in reversed(LETTERS[most - first :]) for two in LETTERS)
    return [*singles, *pairs][:count]
