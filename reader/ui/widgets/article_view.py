"""The reading pane: an article with its quotations and their sources marked."""

import asyncio
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
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.model import Analysis, Article, Quotation, Span
from reader.paths import styles
from reader.ui.render.cells import index_at
from reader.ui.render.header import header
from reader.ui.render.page import Line, Page, Run, lay_out
from reader.ui.render.words import now
from reader.ui.widgets.ink import LOOKS, SPOKEN, Ink, Meaning

_GUTTER = 2
_TOO_LONG = 400_000
"""Code points past which an article is shown without the rest: a long novel."""


class ArticleView(ScrollView, can_focus=True):
    """An article drawn line by line, so that a long one opens as quickly as a short one."""

    BINDING_GROUP_TITLE = "Reading pane"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_by(1)", "Line down", show=False, id="article.down"),
        Binding("k,up", "scroll_by(-1)", "Line up", show=False, id="article.up"),
        Binding("g,home", "scroll_home", "Top", show=False, id="article.top"),
        Binding("G,end", "scroll_end", "End", show=False, id="article.end"),
        Binding("ctrl+d", "half_page(1)", "Half a page down", show=False, id="article.half-down"),
        Binding("ctrl+u", "half_page(-1)", "Half a page up", show=False, id="article.half-up"),
        Binding("pagedown", "read_on", "Page down", show=False, id="article.page-down"),
        Binding("pageup", "read_back", "Page up", show=False, id="article.page-up"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{look}" for look in LOOKS}
    DEFAULT_CSS = (styles() / "article.tcss").read_text(encoding="utf-8")
    ALLOW_SELECT = True

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
        """A link was clicked."""

        url: str

    def __init__(self, measure: int, doubtful: float, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.measure = measure
        self.doubtful = doubtful
        self.article: Article | None = None
        self.analysis: Analysis | None = None
        self._asked_for: Article | None = None
        self.notes: Sequence[str] = ()
        self.page = Page((), ())
        self._laid_out_for = 0
        self._goal: int | None = None
        self._ink = Ink(self)

    # --- What is shown ---------------------------------------------------------------

    async def show(
        self,
        article: Article,
        analysis: Analysis,
        *,
        offset: int = 0,
        notes: Sequence[str] = (),
        quotation: int | None = None,
    ) -> bool:
        """Show an article from ``offset`` of its text on, with ``quotation`` the current one.

        What was shown before stays until the new one is laid out; then all of it changes at
        once. Returns False where another article was asked for meanwhile.
        """
        if len(article.text) > _TOO_LONG:
            notes = [*notes, f"Very long: the first {_TOO_LONG:,} characters are shown."]
        article = _bounded(article)
        self._asked_for = article
        page, width = await self._paged(article, analysis, notes)
        while width != self.text_width:  # resized, or seen for the first time, meanwhile
            page, width = await self._paged(article, analysis, notes)
        if self._asked_for is not article:
            return False
        self.article, self.analysis, self.notes = article, analysis, notes
        self.set_reactive(ArticleView.quotation, quotation)
        self.set_reactive(ArticleView.source, None)
        self._turn_to(page, width, offset)
        return True

    def clear(self) -> None:
        """Show nothing."""
        self.article = self.analysis = self._asked_for = self._goal = None
        self.page = Page((), ())
        self.set_reactive(ArticleView.quotation, None)
        self.set_reactive(ArticleView.source, None)
        self.virtual_size = Size(0, 0)
        self.refresh()

    @property
    def top(self) -> int:
        """The offset in the article's text of what is at the top, 0 above the text."""
        if self._goal is not None:
            return self._goal
        line = round(self.scroll_y)
        first = self.page.starts[0][1] if self.page.starts else 0
        return 0 if line <= first else self.page.offset_of(line)

    @property
    def text_width(self) -> int:
        """How many cells a line of text may take."""
        return max(1, min(self.measure, self.scrollable_content_region.width - _GUTTER - 1))

    @property
    def _margin(self) -> int:
        return max(_GUTTER, (self.scrollable_content_region.width - self.text_width) // 2)

    async def _paged(
        self, article: Article, analysis: Analysis | None, notes: Sequence[str]
    ) -> tuple[Page, int]:
        """Lay an article out for the width there is, beside the event loop."""
        width = self.text_width
        top = header(article, analysis, width, now(), notes)
        lay = partial(lay_out, header=top, doubtful=self.doubtful)
        return await asyncio.to_thread(lay, article, analysis, width), width

    def _turn_to(self, page: Page, width: int, offset: int) -> None:
        """Show a page that was laid out, ``offset`` of the text at the top."""
        self.page, self._laid_out_for = page, width
        # A pane that is not seen has no width: the place is kept for when it is.
        self._goal = offset if not self.size.width else None
        self.virtual_size = Size(0, len(page.lines))
        self.scroll_to(y=page.line_of(offset) if offset else 0, animate=False, force=True)
        self.refresh()

    def on_resize(self) -> None:
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
        page, width = await self._paged(article, self.analysis, self.notes)
        if article is self.article and width == self.text_width:
            self._turn_to(page, width, self._goal or 0)

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

    def bring_into_sight(self, start: int, end: int) -> None:
        """Scroll to a passage of the article's text, if it is not seen already."""
        first, last = self.page.line_of(start), self.page.line_of(end)
        top, height = round(self.scroll_y), self.size.height
        if first < top or last >= top + height:
            self.scroll_to(y=max(0, first - height // 4), animate=False, force=True)

    def watch_quotation(self, index: int | None) -> None:
        """Draw anew and tell who listens."""
        self.refresh()
        self.post_message(self.QuotationChanged(index))

    # --- Keys and mouse --------------------------------------------------------------

    def action_scroll_by(self, lines: int) -> None:
        """Scroll by some lines."""
        self.scroll_to(y=self.scroll_y + lines, animate=False)

    def action_scroll_home(self) -> None:
        """Go to the top."""
        self.scroll_to(y=0, animate=False)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def action_half_page(self, by: int) -> None:
        """Scroll by half of what is seen."""
        self.action_scroll_by(by * max(1, self.size.height // 2))

    def action_read_on(self) -> None:
        """Scroll a page down, two lines staying in sight."""
        self.read_on()

    def action_read_back(self) -> None:
        """Scroll a page up, two lines staying in sight."""
        self.action_scroll_by(-max(1, self.size.height - 2))

    def read_on(self) -> bool:
        """Scroll a page down; return whether there was more to see."""
        if self.scroll_y >= self.max_scroll_y:
            return False
        self.action_scroll_by(max(1, self.size.height - 2))
        return True

    def on_click(self, event: events.Click) -> None:
        """Follow a link, or make the quotation that was clicked the current one."""
        number = event.y + round(self.scroll_y)
        if event.chain > 1 or not 0 <= number < len(self.page.lines) or self.screen.selections:
            return
        line = self.page.lines[number]
        column = index_at(line.text, event.x - self._margin) if event.x >= self._margin else -1
        hit = [run for run in line.runs if run.start <= column < run.end]
        for run in hit:
            if run.url:
                self.post_message(self.LinkFollowed(run.url))
                return
        quotations = [run.quotation for run in hit if run.quotation is not None]
        self.quotation = quotations[-1] if quotations else None

    # --- Drawing ---------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        base = self._style("", ())
        if number >= len(self.page.lines):
            return Strip.blank(width, base)
        line = self.page.lines[number]
        segments = [Segment(self._gutter(line), base)]
        segments += self._selected(list(self._segments(line)), number)
        return Strip(segments).adjust_cell_length(width, base).apply_offsets(0, number)

    def _gutter(self, line: Line) -> str:
        current = self.quotation is not None and any(
            run.quotation == self.quotation and run.role not in ("cue", "mention")
            for run in line.runs
        )
        return " " * (self._margin - 2) + ("▌ " if current else "  ")

    def _segments(self, line: Line) -> Iterator[Segment]:
        cuts = sorted({0, len(line.text), *(c for run in line.runs for c in (run.start, run.end))})
        for start, end in pairwise(cuts):
            runs = [run for run in line.runs if run.start <= start and run.end >= end]
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

    # --- Selecting text --------------------------------------------------------------

    def _selected(self, segments: list[Segment], number: int) -> list[Segment]:
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None:
            return segments
        start = span[0] - self._margin
        end = span[1] - self._margin if span[1] >= 0 else 1 << 30
        look = self.screen.get_component_rich_style("screen--selection")
        shown: list[Segment] = []
        at = 0
        for text, style, _ in segments:
            low, high = max(0, start - at), max(0, min(len(text), end - at))
            if low < high:
                shown += [
                    Segment(text[:low], style),
                    Segment(text[low:high], (style or look) + look),
                ]
                shown.append(Segment(text[high:], style))
            else:
                shown.append(Segment(text, style))
            at += len(text)
        return [segment for segment in shown if segment.text]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, unwrapped: one line a paragraph."""
        paragraphs: list[str] = []
        last: int | None = -1
        for number, line in enumerate(self.page.lines):
            span = selection.get_span(number)
            if span is None:
                continue
            start = max(0, span[0] - self._margin)
            end = span[1] - self._margin if span[1] >= 0 else len(line.text)
            piece = line.text[start:end].replace("\u00a0", " ")
            whole = line.role in ("code", "table") or line.block is None
            if line.block == last and paragraphs and not whole:
                paragraphs[-1] += " " + piece.strip()
            elif line.text:
                paragraphs.append(piece if whole else piece.strip())
            last = line.block
        return ("\n".join(paragraphs), "\n") if paragraphs else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        del selection
        self.refresh()


def _bounded(article: Article) -> Article:
    """Return an article without the blocks past what is shown."""
    if len(article.text) <= _TOO_LONG:
        return article
    kept = [block for block in article.blocks if block.start < _TOO_LONG]
    last = kept[-1]
    kept[-1] = replace(last, text=last.text[: max(0, _TOO_LONG - last.start)], inlines=())
    return replace(article, blocks=tuple(kept), text=article.text[:_TOO_LONG])
