"""Why something is a quotation, and what a person says of it."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual import work
from textual.binding import Binding, BindingType

from reader.model import Verdict
from reader.reading import Reading, correct_quotation, restore_quotation, set_corrections
from reader.store import Store
from reader.ui.render.words import now
from reader.ui.screens.changing import ChangingScreen


class _Current(NamedTuple):
    """The current quotation, of what is shown now."""

    reading: Reading
    number: int
    """Its index in the analysis."""


class CorrectingScreen(ChangingScreen):
    """Evidence for the current quotation; its source set right, or the quotation removed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "evidence", "Why this is a quotation", show=False, id="reader.evidence"),
        Binding("c", "correct", "Correct the quotation's source", show=False, id="desk.correct"),
        Binding("X", "not_quotation", "Not a quotation", show=False, id="desk.not-quotation"),
    ]

    def _current(self, command: str) -> _Current | None:
        """Return the current quotation; tell how to choose one where there is none."""
        index = self.article.quotation
        if index is None or self.reading is None:
            self.tell_choose_first(command)
            return None
        return _Current(self.reading, index)

    @work(exit_on_error=False, group="change")
    async def action_evidence(self) -> None:
        """Show why the current quotation is one, and step on from there."""
        from reader.ui.screens.evidence import EvidenceScreen

        while (current := self._current("reader.evidence")) is not None:
            screen = EvidenceScreen(
                current.reading.article.text,
                current.reading.analysis,
                current.number,
                self.config.doubtful,
            )
            wish = await self.ask(screen)
            if wish == "correct":
                await self._correct(current)
                return
            if wish is None:
                return
            self.action_quotation(1 if wish == "next" else -1)

    @work(exit_on_error=False, group="change")
    async def action_correct(self) -> None:
        """Ask whose the current quotation is; restore what was removed, in the sources panel."""
        removed = self.sources.removed if self.pane == "sources" else None
        if removed is not None and self.reading is not None:
            await self._restore(self.reading, removed.id)
        elif (current := self._current("desk.correct")) is not None:
            await self._correct(current)

    async def _correct(self, current: _Current) -> None:
        from reader.ui.screens.correct import CorrectScreen, SourceScreen

        text, analysis = current.reading.article.text, current.reading.analysis
        answer = await self.ask(CorrectScreen(text, analysis, current.number))
        if answer == "other":
            answer = await self.ask(SourceScreen())
        if answer == "restore":
            correction = analysis.quotations[current.number].correction
            await self._restore(current.reading, correction or 0)
        elif isinstance(answer, Verdict):
            await self._judge(current, answer)

    @work(exit_on_error=False, group="change")
    async def action_not_quotation(self) -> None:
        """Take the current quotation for none."""
        if (current := self._current("desk.not-quotation")) is not None:
            await self._judge(current, Verdict(removed=True))

    async def _judge(self, current: _Current, verdict: Verdict) -> None:
        what = "removed, not a quotation"
        if not verdict.removed:
            what = f"source set to {verdict.name}" if verdict.name else "source set to nobody"
        async with self.library.changing:
            number = await self.library.call(
                correct_quotation, current.reading, current.number, verdict, now=now()
            )
            self._remember(what, current.reading, [number], kept=True)
        await self._judged(current.reading, what)

    async def _restore(self, reading: Reading, correction_id: int) -> None:
        what = "quotation as it was found"
        async with self.library.changing:
            ids = await self.library.call(restore_quotation, reading, correction_id, now=now())
            self._remember(what, reading, ids, kept=False)
        await self._judged(reading, what)

    def _remember(self, what: str, reading: Reading, ids: Sequence[int], *, kept: bool) -> None:
        self.library.remember(
            what, partial(_set, reading, ids, not kept), partial(_set, reading, ids, kept)
        )

    async def _judged(self, reading: Reading, what: str) -> None:
        await self.show_anew()
        if reading.entry_id is not None:
            await self.changed([reading.entry_id])
        self.told(what)


def _set(reading: Reading, ids: Sequence[int], kept: bool, store: Store) -> None:
    set_corrections(store, reading, ids, kept, now=now())
