"""Every link of an article, to follow or to copy."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.paths import styles
from reader.ui.render.links import Link, host_of
from reader.ui.widgets.choice_list import Choice, ChoiceList
from reader.ui.widgets.row_list import RowList


class LinkWish(NamedTuple):
    """What is to be done with a link."""

    url: str
    copied: bool
    """Whether it is copied, not followed."""


class LinksScreen(ModalScreen[LinkWish | None]):
    """Lists links; gives the one that is chosen."""

    CSS_PATH = styles() / "dialogs.tcss"
    BINDING_GROUP_TITLE = "Links of the article"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - Textual's own
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,L", "dismiss(None)", "Close", show=False, id="links.close"),
        Binding("o", "follow", "Open in the browser", show=False, id="links.open"),
        Binding("y", "copy", "Copy the address", show=False, id="links.copy"),
    ]

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__()
        self._links = links
        self._list = ChoiceList(
            [Choice(link.sign, link.text, host_of(link.url), "sign") for link in links]
        )
        self._address = Static("", classes="dialog-address", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the list, the whole address of the link under the cursor, and the keys."""
        with Vertical(classes="dialog -list"):
            yield Static("Links", classes="dialog-title", markup=False)
            yield self._list
            yield self._address
            hint = "enter opens · y copies · esc closes"
            yield Static(hint, classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """Tell the first address."""
        self._tell()

    @on(RowList.Highlighted)
    def _tell(self) -> None:
        self._address.update(self._links[self._list.cursor].url)

    @on(RowList.Opened)
    def action_follow(self) -> None:
        """Follow the link under the cursor."""
        self.dismiss(LinkWish(self._links[self._list.cursor].url, copied=False))

    def action_copy(self) -> None:
        """Copy the address under the cursor."""
        self.dismiss(LinkWish(self._links[self._list.cursor].url, copied=True))
