"""What every change has in common: it asks at most once, it is told, it can be undone."""

from typing import ClassVar, TypeVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from reader.ui.screens.inside import InsideScreen

T = TypeVar("T")


class ChangingScreen(InsideScreen):
    """Undo and redo, notices and dialogs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "Undo", show=False, id="desk.undo"),
        Binding("U", "redo", "Redo what was undone", show=False, id="desk.redo"),
    ]

    _asking = False

    @work(exit_on_error=False, group="change")
    async def action_undo(self) -> None:
        """Take the last change back."""
        what = await self.library.undo()
        await self._turned(
            f"Undone: {what} · {self.key('desk.redo')} redoes" if what else "Nothing to undo"
        )

    @work(exit_on_error=False, group="change")
    async def action_redo(self) -> None:
        """Make the change again that was undone last."""
        what = await self.library.redo()
        await self._turned(
            f"Redone: {what} · {self.key('desk.undo')} undoes" if what else "Nothing to redo"
        )

    async def _turned(self, notice: str) -> None:
        await self.reload()
        await self.show_anew()
        self.status.tell(notice)

    async def show_anew(self) -> None:
        """Show the article anew, at the same place, where a person judged its quotations."""
        place, before = self._shown, self.reading
        reading = await self._load(place)
        if reading is None or before is None or place != self._shown:
            return
        known = (before.article.text, before.analysis, before.removed)
        if (reading.article.text, reading.analysis, reading.removed) == known:
            return
        index = self.article.quotation
        starts = [quotation.start for quotation in reading.analysis.quotations]
        at = None if index is None else before.analysis.quotations[index].start
        current = starts.index(at) if at in starts else None
        if not await self.article.show(
            reading.article,
            reading.analysis,
            offset=self.article.top,
            above=(before.remarks, before.enclosures),
            quotation=current,
        ):
            return
        self.reading = before._replace(
            article=reading.article, analysis=reading.analysis, removed=reading.removed
        )
        self.sources.show(reading.article.text, reading.analysis, reading.removed)
        self.tell_quotation(current)

    def told(self, what: str) -> None:
        """Tell what was done, and how it is undone."""
        self.status.tell(f"{what[0].upper()}{what[1:]} · {self.key('desk.undo')} undoes")

    async def ask(self, screen: ModalScreen[T]) -> T | None:
        """Return what a dialog gives; None where another one is open."""
        if self._asking:
            return None
        self._asking = True
        try:
            return await self.app.push_screen_wait(screen)
        finally:
            self._asking = False
