"""Colours that can be read, and told apart."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.ui.themes import SOURCES, THEMES, variable_defaults


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted(map(luminance, (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_can_be_read(theme: Theme) -> None:
    grounds = [theme.background, theme.surface, theme.variables["cursor"]]
    sources = [theme.variables[f"source-{number}"] for number in range(1, SOURCES + 1)]
    for ground in grounds:
        for colour in (theme.foreground, theme.variables["dim"], theme.accent, *sources):
            assert contrast(str(colour), str(ground)) >= 4.5, (colour, ground)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_speech_can_be_read_on_its_tinted_ground(theme: Theme) -> None:
    for number in range(1, SOURCES + 1):
        colour = Color.parse(theme.variables[f"source-{number}"])
        for tint in (0.16, 0.34):
            ground = Color.parse(str(theme.background)).blend(colour, tint)
            assert contrast(str(theme.foreground), ground.hex) >= 4.5, (number, tint)


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_other_themes_get_the_colours_they_lack(theme: Theme) -> None:
    assert variable_defaults(theme).keys() == THEMES[0].variables.keys()
