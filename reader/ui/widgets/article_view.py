"""The reading pane: an article with its quotations and their sources marked."""

import asyncio
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from reader.model import Analysis, Article, Quotation, Span
from reader.paths import styles
from reader.ui.render.cells import index_at, whole
from reader.ui.render.finding import Folded, find, find_words, folded, marks
from reader.ui.render.header import Above, header
from reader.ui.render.lines import Line, Page, Run
from reader.ui.render.links import Hint, in_sight
from reader.ui.render.page import lay_out
from reader.ui.render.typeset import typeset
from reader.ui.render.words import now
from reader.ui.widgets.ink import LOOKS, SPOKEN, Ink, Meaning
from reader.ui.widgets.page_view import PageView

_TOO_LONG = 400_000
"""Code points past which an article is shown without the rest: a long novel."""


class ArticleView(PageView):
    """An article: who says what in it, its links, and words that are looked for."""

    BINDING_GROUP_TITLE = "Reading pane"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_by(1)", "Line down", show=False, id="article.down"),
        Binding("k,up", "scroll_by(-1)", "Line up", show=False, id="article.up"),
        Binding("g g,home", "scroll_home", "Top", show=False, id="article.top"),
        Binding("G,end", "scroll_end", "End; 10G: line 10", show=False, id="article.end"),
        Binding("ctrl+d", "half_page(1)", "Half a page down", show=False, id="article.half-down"),
        Binding("ctrl+u", "half_page(-1)", "Half a page up", show=False, id="article.half-up"),
        Binding("pagedown", "read_on", "Page down", show=False, id="article.page-down"),
        Binding("pageup", "read_back", "Page up", show=False, id="article.page-up"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{look}" for look in LOOKS}
    DEFAULT_CSS = (styles() / "article.tcss").read_text(encoding="utf-8")

    quotation: reactive[int | None] = reactive(None, repaint=False)
    """Index of the current quotation."""
    source: reactive[int | None] = reactive(None)
    """Index of the source that everything but its words is dimmed for."""

    @dataclass
    class QuotationChanged(Message):
        """Another quotation is the current one."""

        index: int | None

    @dataclass
    class LinkFollowed(Message):
        """A link was clicked, or its letters were typed."""

        url: str

    @dataclass
    class Turned(Message):
        """Another page is shown: of another article, or of the same in another width."""

    @dataclass
    class Found(Message):
        """What is looked for was found, or another match is the current one."""

        current: int | None
        count: int

    def __init__(
        self,
        measure: int,
        doubtful: float,
        *,
        spacing: int = 0,
        justify: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's word
    ) -> None:
        super().__init__(measure, id=id)
        self.doubtful = doubtful
        self.spacing, self.justify = spacing, justify
        self.article: Article | None = None
        self.analysis: Analysis | None = None
        self._asked_for: Article | None = None
        self._above: Above = ((), ())
        self._hints: Sequence[Hint] = ()
        self._ink = Ink(self)
        self._sought = ""
        self._wanted: Sequence[tuple[str, bool]] = ()
        self._folded: Folded | None = None
        self._found: Sequence[Span] = ()
        self._match: int | None = None

    # --- What is shown ---------------------------------------------------------------

    async def show(
        self,
        article: Article,
        analysis: Analysis,
        *,
        offset: int = 0,
        above: Above = ((), ()),
        quotation: int | None = None,
    ) -> bool:
        """Show an article from ``offset`` of its text on, with ``quotation`` the current one.

        What was shown before stays until the new one is laid out; then all of it changes at
        once. Returns False where another article was asked for meanwhile.
        """
        if len(article.text) > _TOO_LONG:
            told = f"Very long: the first {_TOO_LONG:,} characters are shown."
            above = ([*above[0], told], above[1])
        article = _bounded(article)
        self._asked_for = article
        page, width = await self._paged(article, analysis, above)
        while width != self.text_width:  # resized, or seen for the first time, meanwhile
            page, width = await self._paged(article, analysis, above)
        if self._asked_for is not article:
            return False
        self.article, self.analysis, self._above = article, analysis, above
        self.set_reactive(ArticleView.quotation, quotation)
        self.set_reactive(ArticleView.source, None)
        self.turn_to(page, width, offset)
        self._folded = None
        if self._sought or self._wanted:
            self.find(self._sought)
        return True

    def clear(self) -> None:
        """Show nothing."""
        self.article = self.analysis = self._asked_for = self._goal = self._folded = None
        self._found, self._match = (), None
        self.page = Page((), ())
        self.set_reactive(ArticleView.quotation, None)
        self.set_reactive(ArticleView.source, None)
        self.virtual_size = Size(0, 0)
        self.refresh()

    async def _paged(
        self, article: Article, analysis: Analysis | None, above: Above
    ) -> tuple[Page, int]:
        """Lay an article out for the width there is, beside the event loop."""
        width = self.text_width
        top = header(article, analysis, width, now(), above)
        lay = partial(self._lay_out, article, analysis, width, top)
        return await asyncio.to_thread(lay), width

    def _lay_out(
        self, article: Article, analysis: Analysis | None, width: int, top: Sequence[Line]
    ) -> Page:
        page = lay_out(article, analysis, width, header=top, doubtful=self.doubtful)
        return typeset(page, width, spacing=self.spacing, justify=self.justify)

    def on_resize(self) -> None:
        """Keep the place in the text."""
        self.relaid()

    def set_look(self, *, spacing: int, justify: bool, doubtful: float) -> None:
        """Lay out anew where one of these is another now."""
        before = self.spacing, self.justify, self.doubtful
        if before != (spacing, justify, doubtful):
            self.spacing, self.justify, self.doubtful = spacing, justify, doubtful
            self._laid_out_for = 0
            self.call_later(self.relaid)

    def relaid(self) -> None:
        """Lay out anew where the width changed, keeping the place in the text."""
        if self.article is not None and self.text_width != self._laid_out_for:
            if self._goal is None:
                self._goal = self.top
            self.screen.run_worker(
                self._resized(), group="layout", exclusive=True, exit_on_error=False
            )

    async def _resized(self) -> None:
        article = self.article
        if article is None:
            return
        page, width = await self._paged(article, self.analysis, self._above)
        if article is self.article and width == self.text_width:
            self.turn_to(page, width, self._goal or 0)

    # --- Quotations ------------------------------------------------------------------

    def step(self, by: int) -> bool:
        """Go to the next or previous quotation, of the chosen source where one is chosen.

        Returns whether there was one.
        """
        ahead = [i for i in self._steps() if self._is_ahead(i, by)]
        if not ahead:
            return False
        self.go_to(ahead[0] if by > 0 else ahead[-1])
        return True

    def _steps(self) -> list[int]:
        return [
            index
            for index, quotation in enumerate(self._quotations)
            if quotation.end <= self._length
            if self.source is None or quotation.source == self.source
        ]

    def _is_ahead(self, index: int, by: int) -> bool:
        if self.quotation is not None:
            return (index - self.quotation) * by > 0
        start = self._quotations[index].start
        return start >= self.top if by > 0 else start < self.top

    @property
    def _length(self) -> int:
        return len(self.article.text) if self.article else 0

    @property
    def _quotations(self) -> Sequence[Quotation]:
        return self.analysis.quotations if self.analysis else ()

    def go_to(self, index: int) -> None:
        """Make a quotation the current one and bring it into sight."""
        self.quotation = index
        quotation = self._quotations[index]
        self.bring_into_sight(quotation.start, quotation.end - 1)

    def go_to_passage(self, passage: Span) -> None:
        """Bring a passage into sight, as the current quotation where it is one."""
        for index, quotation in enumerate(self._quotations):
            if (quotation.start, quotation.end) == passage:
                self.go_to(index)
                return
        self.bring_into_sight(passage[0], passage[1] - 1)

    def watch_quotation(self, index: int | None) -> None:
        """Draw anew and tell who listens."""
        self.refresh()
        self.post_message(self.QuotationChanged(index))

    # --- Words looked for ------------------------------------------------------------

    def find(self, words: str, origin: int | None = None) -> None:
        """Mark where ``words`` stand in the article, "" for nothing.

        The first match from ``origin`` of the text on becomes the current one, and is brought
        into sight; without an origin nothing moves.
        """
        if self._folded is None:
            self._folded = folded(self.article.text if self.article else "")
        self._sought = words
        self._found = find(self._folded, words) if words else find_words(self._folded, self._wanted)
        self._match = None
        if self._found and origin is not None:
            self._match = bisect_left(self._found, (origin, origin)) % len(self._found)
        self._show_match()

    def want(self, wanted: Sequence[tuple[str, bool]]) -> None:
        """Mark these words and phrases while no others are looked for: what a search asked for.

        Args:
            wanted: Each, and whether it may go on.
        """
        if wanted != self._wanted:
            self._wanted = wanted
            self.find(self._sought)

    def step_match(self, by: int) -> None:
        """Go to the next or previous match, round and round."""
        if self._found:
            before = -1 if self._match is None and by > 0 else self._match or 0
            self._match = (before + by) % len(self._found)
        self._show_match()

    def _show_match(self) -> None:
        if self._match is not None:
            start, end = self._found[self._match]
            self.bring_into_sight(start, end - 1)
        self.refresh()
        self.post_message(self.Found(self._match, len(self._found)))

    # --- Links -----------------------------------------------------------------------

    def hint(self, height: int) -> list[str]:
        """Lay letters over the links in the first ``height`` lines in sight; return the letters."""
        first = self.scroll_offset.y
        self._hints = in_sight(self.page, first, first + height)
        self.narrow("")
        return [hint.label for hint in self._hints]

    def narrow(self, letters: str) -> None:
        """Show the letters of those links only that begin with what was typed."""
        labels: dict[int, list[tuple[int, str]]] = {}
        for hint in self._hints:
            if hint.label.startswith(letters):
                labels.setdefault(hint.line, []).append((hint.cell, hint.label))
        self.labels = labels
        self.refresh()

    def follow(self, label: str) -> None:
        """Let the link of some letters be followed."""
        for hint in self._hints:
            if hint.label == label:
                self.post_message(self.LinkFollowed(hint.url))

    def unhint(self) -> None:
        """Show no letters any more."""
        self._hints, self.labels = (), {}
        self.refresh()

    def turn_to(self, page: Page, width: int, offset: int) -> None:
        """Show a page; letters for links of the one before go."""
        self.unhint()
        super().turn_to(page, width, offset)
        self.post_message(self.Turned())

    # --- Keys and mouse --------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Follow a link, or make the quotation that was clicked the current one."""
        number = event.y + round(self.scroll_y)
        if event.chain > 1 or not 0 <= number < len(self.page.lines) or self.screen.selections:
            return
        line = self.page.lines[number]
        column = index_at(line.text, event.x - self.indent) if event.x >= self.indent else -1
        hit = [run for run in line.runs if run.start <= column < run.end]
        for run in hit:
            if run.url:
                self.post_message(self.LinkFollowed(run.url))
                return
        quotations = [run.quotation for run in hit if run.quotation is not None]
        self.quotation = quotations[-1] if quotations else None

    # --- Drawing ---------------------------------------------------------------------

    def style_of(self, line: Line | None) -> Style:
        """Return the look of what a line leaves free."""
        del line
        return self._style("", ())

    def sign_of(self, line: Line) -> str:
        """Return the sign of the current quotation, before its lines."""
        current = self.quotation is not None and any(
            run.quotation == self.quotation and run.role not in ("cue", "mention")
            for run in line.runs
        )
        return "▌ " if current else ""

    def segments(self, line: Line) -> Iterator[Segment]:
        """Yield the text of a line with its looks."""
        every = [*line.runs, *marks(line, self._found, self._match)]
        cuts = (0, len(line.text), *(cut for run in every for cut in (run.start, run.end)))
        for start, end in pairwise(whole(line.text, cuts)):
            runs = [run for run in every if run.start <= start < run.end]
            yield Segment(line.text[start:end], self._style(line.role, runs))

    def _style(self, role: str, runs: Sequence[Run]) -> Style:
        content = next((run.quotation for run in runs if run.role in SPOKEN), None)
        faded = self.source is not None and not any(
            run.quotation is not None and self._source_of(run.quotation) == self.source
            for run in runs
        )
        return self._ink.style(
            Meaning(
                role,
                tuple((run.role, self._source_of(run.quotation)) for run in runs),
                self._source_of(content),
                content is not None and content == self.quotation,
                faded,
            )
        )

    def _source_of(self, quotation: int | None) -> int | None:
        return None if quotation is None else self._quotations[quotation].source

    def notify_style_update(self) -> None:
        """Forget styles made for another theme."""
        super().notify_style_update()
        self._ink.clear()


def _bounded(article: Article) -> Article:
    """Return an article without the blocks past what is shown."""
    if len(article.text) <= _TOO_LONG:
        return article
    kept = [block for block in article.blocks if block.start < _TOO_LONG]
    last = kept[-1]
    kept[-1] = replace(last, text=last.text[: max(0, _TOO_LONG - last.start)], inlines=())
    return replace(article, blocks=tuple(kept), text=article.text[:_TOO_LONG])
