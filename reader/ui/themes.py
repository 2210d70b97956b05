"""The reader's own themes, and the colours that any theme may set."""

from textual.theme import Theme

SOURCES = 8
"""How many colours sources have; further sources take them again from the first."""

# Equal in weight, told apart with the commoner kinds of colour blindness: after the palettes
# of Okabe and Ito (2008) and Tol (2021), lightened or darkened to 4.5:1 on their ground.
_DARK_SOURCES = (
    "#7cc4f0", "#f0b45a", "#6fd0a8", "#eba0c8", "#d8d070", "#b3a6f2", "#f29580", "#9fd3d8",
)  # fmt: skip
_LIGHT_SOURCES = (
    "#0b5f9a", "#8a5200", "#0a6b4d", "#98246a", "#6b6200", "#5a47b0", "#a8381f", "#1d6670",
)  # fmt: skip


def _numbered(colours: tuple[str, ...]) -> dict[str, str]:
    return {f"source-{number}": colour for number, colour in enumerate(colours, 1)}


NIGHT = Theme(
    name="newsreader-night",
    primary="#7cc4f0",
    secondary="#9aa7b5",
    accent="#f0b45a",
    warning="#f0b45a",
    error="#f29580",
    success="#6fd0a8",
    foreground="#e6e3dc",
    background="#15181c",
    surface="#1b1f24",
    panel="#262b32",
    dark=True,
    variables={
        "dim": "#98a0a9",
        "line": "#333a42",
        "cursor": "#2b333d",
        **_numbered(_DARK_SOURCES),
    },
)
DAY = Theme(
    name="newsreader-day",
    primary="#0b5f9a",
    secondary="#56606a",
    accent="#8a5200",
    warning="#8a5200",
    error="#a8381f",
    success="#0a6b4d",
    foreground="#23262a",
    background="#faf8f3",
    surface="#f2efe8",
    panel="#e5e1d8",
    dark=False,
    variables={
        "dim": "#5a6066",
        "line": "#d3cec3",
        "cursor": "#e6e0d4",
        **_numbered(_LIGHT_SOURCES),
    },
)
THEMES = (NIGHT, DAY)


def variable_defaults(theme: Theme) -> dict[str, str]:
    """Return the reader's colours for a theme that does not set them itself."""
    dark = theme.dark
    return {
        "dim": "#98a0a9" if dark else "#5a6066",
        "line": "#4a5058" if dark else "#c4c0b8",
        "cursor": "#39424c" if dark else "#d8d2c6",
        **_numbered(_DARK_SOURCES if dark else _LIGHT_SOURCES),
    }
