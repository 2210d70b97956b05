"""How a stretch of an article looks, from what it means."""

from typing import NamedTuple

from rich.style import Style
from textual.cache import LRUCache
from textual.color import Color
from textual.widget import Widget

from reader.ui.themes import SOURCES

LOOKS = (
    "title", "dim", "strip", "note", "heading", "code", "code-comment", "code-keyword", "code-name",
    "code-number", "code-string", "caption", "marker", "link", "strong", "emphasis", "strike",
    "cue", "mention", "number", "indirect", "mixed", "direct", "quoted", "faded", "found",
    "found-current", "hint",
)  # fmt: skip
"""Each is a component class, ``article--...``, of the style sheet."""
SPOKEN = frozenset({"direct", "mixed", "indirect"})
"""The content of a quotation."""

_TINTED = frozenset({"direct", "quoted"})
_ABOVE_ALL = frozenset({"found", "found-current"})
"""Seen on every ground, also where another source was chosen."""
_TINT, _TINT_CURRENT = 0.16, 0.34
"""How much of a source's colour is in the ground of its words."""


class Meaning(NamedTuple):
    """All that decides how a stretch looks."""

    line: str
    """What its line is: a heading, code."""
    parts: tuple[tuple[str, int | None], ...]
    """What it is itself, with the number of the source where it has one."""
    content: int | None
    """Whose words it is."""
    current: bool
    """Whether it belongs to the current quotation."""
    faded: bool
    """Whether another source was chosen."""


class Ink:
    """Makes styles of a widget's component classes and the colours of sources, each once."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: LRUCache[Meaning, Style] = LRUCache(2048)

    def clear(self) -> None:
        """Forget every style: the theme or the style sheet changed."""
        self._styles.clear()

    def style(self, meaning: Meaning) -> Style:
        """Return how a stretch looks."""
        style = self._styles.get(meaning)
        if style is None:
            style = self._styles[meaning] = self._make(meaning)
        return style

    def _make(self, meaning: Meaning) -> Style:
        style = self._widget.rich_style + self._look(meaning.line)
        for look, source in meaning.parts:
            style += self._look(look)
            if look in ("number", "mention") and source is not None:
                style += Style(color=self._colour(source).rich_color)
            lit = look in _TINTED or (look in SPOKEN and meaning.current)
            if lit and not meaning.faded:
                style += Style(bgcolor=self._ground(meaning).rich_color)
        if meaning.faded:
            style += self._look("faded")
        for look in _ABOVE_ALL.intersection(look for look, _ in meaning.parts):
            style += self._look(look)
        return style

    def _look(self, look: str) -> Style:
        if look not in LOOKS:
            return Style.null()
        return self._widget.get_component_rich_style(f"article--{look}", partial=True)

    def _colour(self, source: int) -> Color:
        return Color.parse(self._widget.app.theme_variables[f"source-{source % SOURCES + 1}"])

    def _ground(self, meaning: Meaning) -> Color:
        variables = self._widget.app.theme_variables
        nobody = Color.parse(variables["dim"])
        colour = nobody if meaning.content is None else self._colour(meaning.content)
        tint = _TINT_CURRENT if meaning.current else _TINT
        return self._widget.background_colors[1].blend(colour, tint)
