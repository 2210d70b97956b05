"""Going through feeds and entries from wherever one is, and out again."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.ui.screens.ordering import OrderingScreen


class GoingScreen(OrderingScreen):
    """Steps through entries and feeds, whatever pane the keys go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("J", "entry(1)", "Next entry", show=False, id="reader.next-entry"),
        Binding("K", "entry(-1)", "Previous entry", show=False, id="reader.previous-entry"),
        Binding("}", "feed(1)", "Next feed or view", show=False, id="reader.next-feed"),
        Binding("{", "feed(-1)", "Previous feed or view", show=False, id="reader.previous-feed"),
        Binding("Q", "leave", "Back; from the feeds, quit", show=False, id="reader.leave"),
    ]

    def action_entry(self, by: int) -> None:
        """Go to the next or previous entry; who reads goes on reading."""
        before = self.entries.current
        self.entries.action_move(by)
        if self.entries.current == before:
            self.status.tell("No entry further " + ("down" if by > 0 else "up"))
        elif self.pane in ("article", "sources"):
            self.open()

    def action_feed(self, by: int) -> None:
        """Show the next or previous feed, folder or view of the feeds pane."""
        items = [self.feeds.item(index) for index in range(self.feeds.count)]
        views = [item.view for item in items if item.view is not None]
        at = views.index(self.view) if self.view in views else 0
        to = max(0, min(at + by, len(views) - 1))
        if views and to != at:
            self.change_view(views[to])

    async def action_leave(self) -> None:
        """Go back, from the list to the feeds, and from there out of the reader."""
        if self.pane == "feeds":
            await self.app.run_action("quit")
        elif self.pane == "list":
            self.go("feeds")
        else:
            self.action_back()
