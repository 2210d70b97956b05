"""A page of lines drawn one by one, so that a long one opens as quickly as a short one."""

from collections.abc import Iterator, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.ui.render.cells import whole
from reader.ui.render.lines import Line, Page

GUTTER = 2
"""Cells on the left that are kept for signs."""


class PageView(ScrollView, can_focus=True):
    """Lines laid out for the width there is: scrolled, selected and copied.

    A subclass lays them out and says how each looks.
    """

    ALLOW_SELECT = True

    def __init__(self, measure: int, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.measure = measure
        self.page = Page((), ())
        self._laid_out_for = 0
        self._goal: int | None = None
        self.labels: Mapping[int, Sequence[tuple[int, str]]] = {}
        """Letters to lay over the text: by line, each with the cell of the text it begins at."""

    # What each page has of its own. Textual's metaclass allows no abstract methods.

    def style_of(self, line: Line | None) -> Style:
        """Return the look of what a line leaves free, None being past the last one."""
        raise NotImplementedError

    def sign_of(self, line: Line) -> str:
        """Return the sign before a line, in GUTTER cells."""
        raise NotImplementedError

    def segments(self, line: Line) -> Iterator[Segment]:
        """Yield the text of a line with its looks."""
        raise NotImplementedError

    # --- Place and width -------------------------------------------------------------

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
        return max(1, min(self.measure, self.scrollable_content_region.width - GUTTER - 1))

    @property
    def is_laid_out(self) -> bool:
        """Whether the page shown is laid out for the width there is."""
        return self._laid_out_for == self.text_width

    def set_measure(self, measure: int) -> None:
        """Lay out anew with other lines, of ``measure`` cells at most."""
        self.measure = measure
        self.call_later(self.relaid)

    def relaid(self) -> None:
        """Lay out anew where the width changed."""
        raise NotImplementedError

    @property
    def indent(self) -> int:
        """How many cells stand before a line of text."""
        return max(GUTTER, (self.scrollable_content_region.width - self.text_width) // 2)

    def turn_to(self, page: Page, width: int, offset: int) -> None:
        """Show a page that was laid out, ``offset`` of the text at the top."""
        self.page, self._laid_out_for = page, width
        # A pane that is not seen has no width: the place is kept for when it is.
        self._goal = offset if not self.size.width else None
        self.virtual_size = Size(0, len(page.lines))
        self.go_to_offset(offset)
        self.refresh()

    def go_to_offset(self, offset: int) -> None:
        """Scroll so that a place of the article's text is at the top."""
        self.scroll_to(y=self.page.line_of(offset) if offset else 0, animate=False, force=True)

    def bring_into_sight(self, start: int, end: int) -> None:
        """Scroll to a passage of the article's text, if it is not seen already."""
        first, last = self.page.line_of(start), self.page.line_of(end)
        top, height = round(self.scroll_y), self.size.height
        if first < top or last >= top + height:
            self.scroll_to(y=max(0, first - height // 4), animate=False, force=True)

    # --- Keys ------------------------------------------------------------------------

    def action_scroll_by(self, lines: int) -> None:
        """Scroll by some lines."""
        self.scroll_to(y=self.scroll_y + lines, animate=False)

    def action_scroll_home(self, count: int = 1) -> None:
        """Go to the top, or to the line that a count names."""
        self.scroll_to(y=count - 1, animate=False)

    def action_scroll_end(self, count: int | None = None) -> None:
        """Go to the end, or to the line that a count names."""
        self.scroll_to(y=self.max_scroll_y if count is None else count - 1, animate=False)

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

    # --- Drawing ---------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self.page.lines):
            return Strip.blank(width, self.style_of(None))
        line = self.page.lines[number]
        base = self.style_of(line)
        segments = [Segment(self.sign_of(line).rjust(self.indent), base)]
        segments += self._selected(list(self.segments(line)), number)
        strip = Strip(segments).adjust_cell_length(width, base)
        for cell, label in self.labels.get(number, ()):
            strip = self._labelled(strip, self.indent + cell, label)
        return strip.apply_offsets(0, number)

    def _labelled(self, strip: Strip, cell: int, label: str) -> Strip:
        look = self.get_component_rich_style("article--hint")
        end = cell + len(label)
        return Strip.join([strip.crop(0, cell), Strip([Segment(label, look)]), strip.crop(end)])

    # --- Selecting text --------------------------------------------------------------

    def _selected(self, segments: list[Segment], number: int) -> list[Segment]:
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None:
            return segments
        start = span[0] - self.indent
        end = span[1] - self.indent if span[1] >= 0 else 1 << 30
        look = self.screen.get_component_rich_style("screen--selection")
        shown: list[Segment] = []
        at = 0
        for text, style, _ in segments:
            low, high = max(0, start - at), max(0, min(len(text), end - at))
            if low < high:
                low, high = whole(text, (low,))[0], whole(text, (high,))[0]
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
        ended = 0
        for number, line in enumerate(self.page.lines):
            span = selection.get_span(number)
            if span is None or not line.text or line.role == "bar":
                last = last if line.block is not None else -1
                continue
            piece = self._copied(line, span)
            if line.goes_on and line.places and line.block == last and paragraphs:
                paragraphs[-1] += " " * (line.places[0][1] - ended) + piece
            else:
                paragraphs.append(piece)
            last = line.block
            ended = line.places[-1][1] + line.places[-1][2] if line.places else 0
        return ("\n".join(paragraphs), "\n") if paragraphs else None

    def _copied(self, line: Line, span: tuple[int, int]) -> str:
        """Return the selected text of a line, without what stands before its paragraph."""
        start = max(0, span[0] - self.indent)
        end = span[1] - self.indent if span[1] >= 0 else len(line.text)
        if line.runs and line.runs[0].role == "marker":
            start = max(start, len("│ ") * line.text.count("│ ", 0, line.runs[0].end))
        if line.places and (line.goes_on or line.role in ("code", "quote")):
            start = max(start, line.places[0][0])
        piece = line.text[start:end].replace("\u00a0", " ")
        return piece if line.role in ("code", "table") else " ".join(piece.split())

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        del selection
        self.refresh()
