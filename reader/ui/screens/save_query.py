"""A name for a query."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.paths import styles
from reader.text import clean_line
from reader.ui.widgets.tick import Tick


class SaveQueryScreen(ModalScreen[tuple[str, bool] | None]):
    """Asks what a query is to be called, and whether to tell of what it finds; None for nothing."""

    CSS_PATH = styles() / "dialogs.tcss"
    BINDING_GROUP_TITLE = "Save a search"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Save nothing", show=False, id="save.cancel"),
        Binding("ctrl+s", "keep", "Save", show=False, id="save.keep"),
    ]

    def __init__(self, query: str) -> None:
        super().__init__()
        self._query = query

    def compose(self) -> ComposeResult:
        """Lay out a line for the name, and the choice."""
        with Vertical(classes="dialog"):
            yield Static(self._query, classes="dialog-title", markup=False)
            yield Static("Name of the view", classes="dialog-label", markup=False)
            yield Input(placeholder=self._query, id="name")
            yield Tick("Tell of new entries that it finds")
            yield Static(
                "enter saves · tab and space: tell of what is new · esc saves nothing",
                classes="dialog-hint",
                markup=False,
            )

    @on(Input.Submitted, "#name")
    def action_keep(self) -> None:
        """Give the name; what is asked for, where there is none."""
        name = clean_line(self.query_one("#name", Input).value) or self._query
        self.dismiss((name, self.query_one(Tick).ticked))
