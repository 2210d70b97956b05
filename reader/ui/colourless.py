"""What NO_COLOR asks for (no-color.org): a terminal that is sent no colour at all."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes colours away and leaves all else: bold, underline, reverse, what a click does.

    Textual's own filter for this leaves greys, or sets the default colours, which is a colour
    to a program that reads along.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colour."""
        del background
        return [
            Segment(text, None if style is None else _colourless(style), control)
            for text, style, control in segments
        ]


@lru_cache(2048)
def _colourless(style: Style) -> Style:
    plain = style.without_color  # leaves out meta as well
    return plain + Style.from_meta(style.meta) if style.meta else plain
