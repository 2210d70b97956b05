"""How the list stands: by date, by feed, or one row a story."""

from typing import ClassVar, Final, get_args

from textual import work
from textual.binding import Binding, BindingType

from reader.model import Order
from reader.store import Store
from reader.ui.screens.arranging import ArrangingScreen

_TOLD: Final[dict[Order, str]] = {
    "newest": "the newest first",
    "oldest": "the oldest first",
    "feed": "by feed",
    "stories": "one row a story",
}


class OrderingScreen(ArrangingScreen):
    """Changes the order of the list, and opens its stories."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("S", "order", "Order: by date, feed or story", show=False, id="list.order"),
        Binding("plus", "story", "The same story in other feeds", key_display="+", show=False,
                id="list.story"),
    ]  # fmt: skip

    @property
    def order_told(self) -> str:
        """How the list stands, in words, "" for as usual."""
        plain = self.library.order == "newest" or self.view.kind in ("bookmarks", "query")
        return "" if plain else _TOLD[self.library.order]

    @work(exit_on_error=False, group="view", exclusive=True)
    async def action_order(self) -> None:
        """Let the list stand in another order."""
        if self.view.kind in ("bookmarks", "query"):
            self.status.tell("Bookmarks and searches have an order of their own")
            return
        orders: tuple[Order, ...] = get_args(Order)
        order = orders[(orders.index(self.library.order) + 1) % len(orders)]
        self.library.order = order
        self.library.keep_state("order", order)
        await self.show_view(self.view)
        self.status.tell(f"Order: {_TOLD[order]}")

    @work(exit_on_error=False, group="change")
    async def action_story(self) -> None:
        """Show the same story in other feeds below the row, or not any more."""
        row_id = self.entries.story
        others = []
        if row_id is not None and not self.in_bookmarks:
            others = await self.library.call(Store.same_story, row_id)
        if not others or row_id is None:
            self.status.tell("No other feed has this story")
            return
        self.entries.tell_story(row_id, others)
        self._update_title()
