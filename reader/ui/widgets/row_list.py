"""A list drawn line by line, however many rows it has: what all lists of the reader share."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.ui.render.cells import fit, wrap
from reader.ui.render.rows import Piece


class RowList(ScrollView, can_focus=True):
    """Rows of equal height with a cursor; a subclass says how many there are and draws one."""

    ROW_LINES: ClassVar[int] = 1
    BINDING_GROUP_TITLE = "Lists"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next row", show=False, id="list.next"),
        Binding("k,up", "move(-1)", "Previous row", show=False, id="list.previous"),
        Binding("g g,home", "first", "First row", show=False, id="list.first"),
        Binding("G,end", "last", "Last row; 10G: row 10", show=False, id="list.last"),
        Binding("ctrl+d", "half_page(1)", "Half a page down", show=False, id="list.half-down"),
        Binding("ctrl+u", "half_page(-1)", "Half a page up", show=False, id="list.half-up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="list.page-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="list.page-up"),
        Binding("enter,l,right", "open", "Open", show=False, id="list.open"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--cursor",
        "row--count",
        "row--dim",
        "row--empty",
        "row--error",
        "row--letter",
        "row--read",
        "row--read-found",
        "row--section",
        "row--sign",
        "row--star",
        "row--unread",
        "row--unread-found",
    }
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """

    _base: Style | None = None
    letters: Mapping[Hashable, str] = MappingProxyType({})
    """What stands on rows by their keys: typed, it goes there."""
    cursor: reactive[int] = reactive(0, repaint=False)
    empty: reactive[str] = reactive("")
    """What is said where there is no row: what would be here, which key brings it."""

    @dataclass
    class Highlighted(Message):
        """The cursor came to a row."""

        sender: "RowList"
        index: int

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.sender

    @dataclass
    class Opened(Message):
        """A row was chosen, by key or by mouse."""

        sender: "RowList"
        index: int

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.sender

    # What each list has of its own. Textual's metaclass allows no abstract methods.

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def draw_row(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Return the lines of a row, each filling ``width`` cells."""
        raise NotImplementedError

    # --- Rows ------------------------------------------------------------------------

    def reset(self, cursor: int = 0, *, above: int | None = None) -> None:
        """Show the rows anew, after they changed.

        Args:
            cursor: The row the cursor is on.
            above: How many lines are to be seen above it, as far as that can be.
        """
        self.virtual_size = Size(0, self.count * self.ROW_LINES)
        self.set_reactive(RowList.cursor, self.validate_cursor(cursor))
        if above is not None:
            top = self.cursor * self.ROW_LINES - above
            self.scroll_to(y=top, animate=False, force=True)
        self._follow()
        self.refresh()

    def refresh_row(self, index: int) -> None:
        """Draw one row anew."""
        self.refresh_lines(index * self.ROW_LINES, self.ROW_LINES)

    def rows_in_sight(self) -> range:
        """Return the indexes of the rows whose first line is seen."""
        top, lines = self.scroll_offset.y, self.ROW_LINES
        return range(-(-top // lines), min(self.count, -(-(top + self.size.height) // lines)))

    def key_at(self, index: int) -> Hashable:
        """Return what a row stays known by where others come before it."""
        return index

    def place_of(self, key: Hashable) -> int | None:
        """Return where the row with a key is now."""
        return next((at for at in range(self.count) if self.key_at(at) == key), None)

    def show_letters(self, letters: Mapping[Hashable, str]) -> None:
        """Put letters on rows, in place of those that were there."""
        self.letters = letters
        self.refresh()

    def _follow(self) -> None:
        row = Region(0, self.cursor * self.ROW_LINES, 1, self.ROW_LINES)
        self.scroll_to_region(row, animate=False, force=True, x_axis=False)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows anew, keep the cursor in sight, tell who listens."""
        self.refresh_row(old)
        self.refresh_row(new)
        self._follow()
        if self.count:
            self.post_message(self.Highlighted(self, new))

    # --- Keys and mouse --------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows."""
        self.cursor += by

    def action_first(self, count: int = 1) -> None:
        """Move the cursor to the first row, or to the one that a count names."""
        self.action_move(count - 1 - self.cursor)

    def action_last(self, count: int | None = None) -> None:
        """Move the cursor to the last row, or to the one that a count names."""
        self.action_first(self.count if count is None else count)

    def action_page(self, by: int) -> None:
        """Move the cursor by as many rows as are seen."""
        self.action_move(by * max(1, self._rows_seen - 1))

    def action_half_page(self, by: int) -> None:
        """Move the cursor by half as many rows as are seen."""
        self.action_move(by * max(1, self._rows_seen // 2))

    @property
    def _rows_seen(self) -> int:
        return self.size.height // self.ROW_LINES

    def action_open(self) -> None:
        """Choose the row under the cursor."""
        if self.count:
            self.post_message(self.Opened(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        index = (event.y + self.scroll_offset.y) // self.ROW_LINES
        if index < self.count:
            self.cursor = index
            self.action_open()

    # --- Drawing ---------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        width = self.scrollable_content_region.width
        if not self.count:
            return self._empty_line(y, width)
        index, line = divmod(y + self.scroll_offset.y, self.ROW_LINES)
        base = self._base_style()
        if index >= self.count:
            return Strip.blank(width, base)
        at_cursor = index == self.cursor
        if at_cursor:
            base += self.get_component_rich_style("row--cursor", partial=True)
            if self.has_focus and not line:  # the terminal's own: screen readers go by it
                self.app.cursor_position = self.region.offset + Offset(0, y)
        bar = ("▌" if self.has_focus else "▏") if at_cursor else " "
        pieces = [(bar, "sign"), *self.draw_row(index, width - 1)[line]]
        strip = Strip([Segment(text, base + self._style(look)) for text, look in pieces], width)
        letter = self.letters.get(self.key_at(index)) if line == 0 and self.letters else None
        if letter is None:
            return strip
        return Strip.join(
            [Strip([Segment(letter, self._style("letter"))]), strip.crop(len(letter))]
        )

    def _empty_line(self, y: int, width: int) -> Strip:
        look = self._base_style() + self._style("empty")
        text = self.empty if self.size.height else ""
        lines = wrap(text, width - 4) if text else []
        shown = y - 1
        inside = text[slice(*lines[shown])] if 0 <= shown < len(lines) else ""
        return Strip([Segment(fit("  " + inside, width), look)], width)

    def _base_style(self) -> Style:
        """Return the widget's own style; Textual works it out anew at every call."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def notify_style_update(self) -> None:
        """Forget styles made for another theme."""
        super().notify_style_update()
        self._base = None

    def _style(self, look: str) -> Style:
        if not look:
            return Style.null()
        if look.startswith("source-"):
            return Style(color=Color.parse(self.app.theme_variables[look]).rich_color, bold=True)
        return self.get_component_rich_style(f"row--{look}", partial=True)

    def watch_has_focus(self, focused: bool) -> None:
        """Show at the cursor whether keys go here."""
        super().watch_has_focus(focused)
        self.refresh_row(self.cursor)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._follow()
