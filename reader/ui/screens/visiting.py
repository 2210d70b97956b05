"""Back and forward between the articles that were read."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from reader.model import View
from reader.store import Store
from reader.ui.library import Place, key_of
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.visits import Visit


class VisitingScreen(ReadingScreen):
    """Goes back and forward, whatever list an article was read in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "alt+left,ctrl+o", "visit(-1)", "Back to what was read before", show=False,
            id="visits.back",
        ),
        Binding(
            "alt+right,ctrl+t", "visit(1)", "Forward again", show=False, id="visits.forward"
        ),
    ]  # fmt: skip

    @work(exit_on_error=False, group="visit", exclusive=True)
    async def action_visit(self, by: int) -> None:
        """Go back or forward to an article; one that is gone is passed over."""
        while (visit := self.visits.step(by)) is not None:
            if await self._come_to(visit):
                await self._show_visit(visit)
                return
            self.visits.forget(by)
        self.status.tell("Nothing was read before this" if by < 0 else "This was read last")

    async def _come_to(self, visit: Visit) -> bool:
        """Put the cursor on the row of an article: in this list, in its own, or in its feed's."""
        if visit.place == self.place:
            return True
        if visit.place.in_bookmarks == self.in_bookmarks:
            await self.know_all()
            if visit.place.row_id in self.entries.ids:
                self.entries.cursor = self.entries.ids.index(visit.place.row_id)
                return True
        if visit.view != self.view and await self._list_with(visit.view, visit.place):
            return True
        entry = None
        if not visit.place.in_bookmarks:
            entry = await self.library.call(Store.entry, visit.place.row_id)
        return entry is not None and await self._list_with(
            View("feed", feed_id=entry.feed_id), visit.place
        )

    async def _list_with(self, view: View, place: Place) -> bool:
        """Show a list that has a row; say whether it has."""
        ids = await self.library.ids(view)
        if place.row_id not in ids:
            return False
        self.library.keep_state(f"at:{key_of(view)}", str(place.row_id))
        await self.show_view(view)
        self.feeds.select(view)
        return self.place == place

    async def _show_visit(self, visit: Visit) -> None:
        if visit.place != self._shown:
            await self.preview()
        if visit.offset is not None and visit.place == self._shown:
            self.article.go_to_offset(visit.offset)
        self.open()

    def jump(self, offset: int) -> None:
        """Go to a place of the article's text, and know the way back."""
        if self._shown is not None:
            self.visits.jump(self.view, self._shown, self.article.top, offset)
        self.article.go_to_offset(offset)
