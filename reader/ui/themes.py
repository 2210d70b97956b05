"""The reader's own themes, and the colours that any theme may set."""

from dataclasses import replace

from textual.theme import Theme

from reader.config.themes import SOURCES, ThemeFile

__all__ = ["DAY", "NIGHT", "SOURCES", "THEMES", "themed", "variable_defaults"]

# Told apart by people who lack a kind of cones, too: tests/ui/test_themes.py says how far. Who
# sees two hues only needs light and dark ones besides; all have 4.5:1 on every ground.
_DARK_SOURCES = (
    "#78a2ff", "#d29f48", "#63f4da", "#d1cafa", "#f0df66", "#b691b9", "#cc8b7e", "#bad8a1",
)  # fmt: skip
_LIGHT_SOURCES = (
    "#135ec2", "#b72955", "#0d6c58", "#69120b", "#656000", "#3a2c85", "#5a1c34", "#695980",
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


def themed(file: ThemeFile, base: Theme) -> Theme:
    """Return the theme that a file makes of another one."""
    colours = dict(file.colours)
    own: dict[str, str] = {
        name: colours.pop(name) for name in ("dim", "line", "cursor") if name in colours
    }
    return replace(
        base,
        name=file.name,
        dark=base.dark if file.dark is None else file.dark,
        variables={**base.variables, **own, **_numbered(file.sources)},
        **colours,  # type: ignore[arg-type] # names of its fields, all of colours
    )
