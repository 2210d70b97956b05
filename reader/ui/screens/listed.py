"""Name and folder of what stands in the feeds pane."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from reader.paths import styles
from reader.text import clean_line


class ListedScreen(ModalScreen[tuple[str, str] | None]):
    """Asks for a name, and for a folder or a query; gives both, None where nothing is to change."""

    CSS_PATH = styles() / "dialogs.tcss"
    BINDING_GROUP_TITLE = "Name and folder"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave as it was", show=False, id="listed.cancel"),
    ]

    def __init__(
        self, title: str, name: str, second: tuple[str, str] | None, known: Sequence[str] = ()
    ) -> None:
        """Ask.

        Args:
            title: What it is about.
            name: Its name until now.
            second: What else it has, what that is until now; None where it has nothing else.
            known: What may well be wanted in its place.
        """
        super().__init__()
        self._about, self._before, self._second = title, name, second
        self._known = known

    def compose(self) -> ComposeResult:
        """Lay out the lines to fill in."""
        with Vertical(classes="dialog"):
            yield Static(self._about, classes="dialog-title", markup=False)
            yield Static("Name", classes="dialog-label", markup=False)
            yield Input(self._before, id="name", placeholder=self._about)
            if self._second is not None:
                label, value = self._second
                yield Static(label, classes="dialog-label", markup=False)
                suggester = SuggestFromList(self._known, case_sensitive=False)
                yield Input(value, id="second", placeholder="none", suggester=suggester)
            yield Static("enter keeps · esc leaves as it was", classes="dialog-hint", markup=False)

    @on(Input.Submitted, "#name")
    def _named(self) -> None:
        if self._second is None:
            self._keep()
        else:
            self.query_one("#second", Input).focus()

    @on(Input.Submitted, "#second")
    def _keep(self) -> None:
        name, *second = (clean_line(line.value) for line in self.query(Input))
        self.dismiss((name, second[0] if second else ""))
