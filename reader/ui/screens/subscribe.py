"""Adding feeds: by address, or chosen among well-known ones."""

import asyncio
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.errors import ReaderError
from reader.importing import read_outlines
from reader.outlines import parse_opml, parse_outlines
from reader.paths import seeds, styles
from reader.text import clean_line
from reader.ui.widgets.found_list import FoundList
from reader.ui.widgets.row_list import RowList
from reader.ui.widgets.starter_list import StarterList

if TYPE_CHECKING:
    from reader.discover import FoundFeed

Find = Callable[[str, Callable[[], bool]], "Sequence[FoundFeed]"]
"""Gives the feeds that an address leads to, in a thread; ends early when it is told to."""
State = Literal["typing", "refused", "searching", "choosing"]

_SEARCH: Final = "search"
_HINTS: Final[dict[State, str]] = {
    "typing": "enter searches the address · tab goes to the list · space ticks · "
    "ctrl+s adds what is ticked · esc closes",
    "refused": "enter searches again · esc closes",
    "searching": "esc stops",
    "choosing": "enter adds · space ticks several · esc goes back",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A feed to subscribe to."""

    url: str
    title: str = ""
    folder: str | None = None
    found: "FoundFeed | None" = None
    """What a search found there, so that it need not be asked again."""


class SubscribeScreen(ModalScreen[tuple[Choice, ...] | Path]):
    """Asks which feeds to add; gives them, or a file that lists some; none for nothing."""

    CSS_PATH = styles() / "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - Textual's own
    BINDING_GROUP_TITLE = "Add a feed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Stop the search, go back, or add nothing", show=False,
                id="subscribe.cancel"),
        Binding("ctrl+s", "add", "Add what is ticked", show=False, id="subscribe.add"),
    ]  # fmt: skip

    _state: State = "typing"

    def __init__(self, find: Find, known: Collection[str], newsboat: Path | None = None) -> None:
        """Take what searches, the addresses of all subscriptions, and newsboat's list of feeds."""
        super().__init__(classes="-typing")
        self._find, self._known = find, known
        self._starters = StarterList(parse_opml((seeds() / "starter.opml").read_bytes()).feeds)
        self._found = FoundList()
        self._told = Static(classes="dialog-told", markup=False)
        if newsboat is not None and not known:
            self._told.update(f"Newsboat's feeds, to take along: {_short(newsboat)}")
            self._told.add_class("-told")
        self._hint = Static(_HINTS["typing"], classes="dialog-hint", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out a line for an address, and the list of well-known feeds or of those found."""
        with Vertical(classes="dialog -tall"):
            yield Static("Add a feed", classes="dialog-title", markup=False)
            yield Input(
                placeholder="address of a feed or site, an OPML file, or words",
                select_on_focus=False,  # what was typed is to be mended, not typed anew
                id="address",
            )
            yield self._told
            yield self._starters
            yield self._found
            yield self._hint

    def _go(self, state: State, told: str = "") -> None:
        """Show a state, and what there is to tell of it."""
        self.remove_class(f"-{self._state}")
        self._state = state
        self.add_class(f"-{state}")
        self._hint.update(_HINTS[state])
        self._told.update(told)
        self._told.set_class(bool(told), "-told")
        (self._found if state == "choosing" else self.query_one("#address")).focus()

    # --- Typing ----------------------------------------------------------------------

    @on(Input.Changed, "#address")
    def _typed(self, event: Input.Changed) -> None:
        self.workers.cancel_group(self, _SEARCH)
        self._starters.find(event.value)
        self._go("typing")

    @on(Input.Submitted, "#address")
    def _address_given(self, event: Input.Submitted) -> None:
        address = clean_line(event.value)
        if address.startswith(("/", "~", "./", "../")):
            self._take_file(Path(address))
        elif ("." in address or ":" in address) and " " not in address:
            self._search(address)
        else:
            self._starters.focus()

    @work(exit_on_error=False, group=_SEARCH, exclusive=True)
    async def _take_file(self, path: Path) -> None:
        """Give a file that lists subscriptions, if it does."""
        try:
            self.dismiss(await asyncio.to_thread(_checked, path))
        except (ReaderError, RuntimeError) as error:  # RuntimeError: "~" of nobody
            self._go("refused", str(error))

    # --- Searching -------------------------------------------------------------------

    @work(exit_on_error=False, group=_SEARCH, exclusive=True)
    async def _search(self, address: str) -> None:
        self._go("searching", "Searching for feeds there...")
        stopped = threading.Event()
        try:
            found = await asyncio.to_thread(self._find, address, stopped.is_set)
        except ReaderError as error:
            self._go("refused", str(error))
            return
        finally:  # also where the search was stopped, or the reader is being left
            stopped.set()
        if len(found) == 1:
            self._give(found)
            return
        self._found.show(found, self._known)
        self._go("choosing", self._current)

    # --- Choosing --------------------------------------------------------------------

    @property
    def _current(self) -> str:
        """The address under the cursor, without what they all have: titles may be alike."""
        return self._found.current.url.partition("://")[2]

    @on(RowList.Highlighted)
    def _tell_current(self) -> None:
        if self._state == "choosing":
            self._told.update(self._current)

    @on(RowList.Opened)
    def _chosen(self) -> None:
        self._give(self._found.chosen)

    def _give(self, found: "Sequence[FoundFeed]") -> None:
        self.dismiss(tuple(Choice(one.url, one.title, found=one) for one in found))

    def action_add(self) -> None:
        """Give what is ticked."""
        if self._state == "choosing":
            self._chosen()
            return
        chosen = self._starters.ticked
        self.dismiss(
            tuple(Choice(o.url, o.title, o.folder[0] if o.folder else None) for o in chosen)
        )

    def action_back(self) -> None:
        """End a search, leave the feeds found, or give nothing."""
        if self._state in ("typing", "refused"):
            self.dismiss(())
        elif self._state == "searching":
            self.workers.cancel_group(self, _SEARCH)
            self._go("typing", "Search stopped")
        else:
            self._go("typing")


def _checked(path: Path) -> Path:
    """Return a file that lists subscriptions, whole; raise ReaderError for another one."""
    path = path.expanduser().absolute()
    parse_outlines(read_outlines(path))
    return path


def _short(path: Path) -> str:
    """Return a path as people write it."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
