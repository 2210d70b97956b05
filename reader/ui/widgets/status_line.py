"""The last line: where one is, what just happened, which keys help."""

from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from reader.ui.render.cells import crop, width_of

_NOTICE_SECONDS = 6.0


class StatusLine(Widget):
    """One line. A notice takes the place of where one is, and goes by itself."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        dock: bottom;
        padding: 0 1;
    }
    """

    where: reactive[str] = reactive("")
    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Keys and what they do."""
    notice: reactive[str] = reactive("")
    pending: reactive[str] = reactive("")
    """A count, or the beginning of a sequence of keys; it stands at the end of the line."""
    going: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """How the sequence may go on, in place of the hints."""

    _timer: Timer | None = None

    def tell(self, notice: str, stay: bool = False) -> None:
        """Show a notice for a while, or until the next one."""
        self.notice = notice
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if stay else self.set_timer(_NOTICE_SECONDS, self.quiet)

    def quiet(self) -> None:
        """Let a notice go: one went on since."""
        self.notice = ""

    def render(self) -> Content:
        """Draw the notice or where one is, then as many keys as there is room for."""
        width = self.content_size.width
        pending = crop(self.pending, width)
        end = width_of(pending) + 2 if pending else 0
        line = self._line(width - end)
        if pending:
            gap = max(0, width - width_of(line.plain) - width_of(pending))
            line += Content.assemble(" " * gap, (pending, "bold $accent"))
        return line

    def _line(self, width: int) -> Content:
        left = crop(self.notice or self.where, width)
        parts: list[tuple[str, str]] = [(left, "bold" if self.notice else "")]
        room = width - width_of(left) - 3
        for key, what in self.going or self.hints:
            size = width_of(key) + width_of(what) + 3
            if size > room:
                break
            room -= size
            parts += [("  " if len(parts) > 1 else "   ", ""), (key, "bold"), (f" {what}", "$dim")]
        return Content.assemble(*parts)
