"""Adding feeds: by address, or chosen among well-known ones."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.outlines import parse_opml
from reader.paths import seeds, styles
from reader.text import clean_line
from reader.ui.widgets.starter_list import StarterList


@dataclass(frozen=True, slots=True)
class Choice:
    """A feed to subscribe to."""

    url: str
    title: str = ""
    folder: str | None = None


class SubscribeScreen(ModalScreen[tuple[Choice, ...]]):
    """Asks which feeds to add; gives them, none where one thought better of it."""

    CSS_PATH = styles() / "dialogs.tcss"
    BINDING_GROUP_TITLE = "Add a feed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Add nothing", show=False, id="subscribe.cancel"),
        Binding("ctrl+s", "add", "Add what is ticked", show=False, id="subscribe.add"),
    ]

    def __init__(self, address: str = "", problem: str = "") -> None:
        """Begin with an address that was tried, and what was wrong with it."""
        super().__init__()
        self._address, self._problem = address, problem
        self._starters = StarterList(parse_opml((seeds() / "starter.opml").read_bytes()).feeds)

    def compose(self) -> ComposeResult:
        """Lay out a line for an address and the list of well-known feeds."""
        with Vertical(classes="dialog -tall"):
            yield Static("Add a feed", classes="dialog-title", markup=False)
            yield Input(
                self._address,
                placeholder="address of a feed or site, or words to find one below",
                id="address",
            )
            if self._problem:
                yield Static(self._problem, classes="dialog-problem", markup=False)
            yield self._starters
            yield Static(
                "enter adds the address · tab goes to the list · space ticks · "
                "ctrl+s adds what is ticked · esc closes",
                classes="dialog-hint",
                markup=False,
            )

    @on(Input.Changed, "#address")
    def _typed(self, event: Input.Changed) -> None:
        self._starters.find(event.value)

    @on(Input.Submitted, "#address")
    def _address_given(self, event: Input.Submitted) -> None:
        address = clean_line(event.value)
        if ("." in address or "://" in address) and " " not in address:
            url = address if "://" in address else f"https://{address}"
            self.dismiss((Choice(url),))
        else:
            self._starters.focus()

    def action_add(self) -> None:
        """Give what is ticked."""
        chosen = self._starters.ticked
        self.dismiss(
            tuple(Choice(o.url, o.title, o.folder[0] if o.folder else None) for o in chosen)
        )

    def action_give_up(self) -> None:
        """Give nothing."""
        self.dismiss(())
