"""Colours that can be read, and told apart."""

from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.ui.themes import SOURCES, THEMES, variable_defaults
from tests.support.colours import contrast, distance, lab


def colours(theme: Theme) -> dict[str, str]:
    """Every colour that text and signs have."""
    of_signs = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
    named = {name: str(getattr(theme, name)) for name in of_signs}
    return {**named, "dim": theme.variables["dim"], **sources(theme)}


def sources(theme: Theme) -> dict[str, str]:
    return {name: theme.variables[name] for name in map("source-{}".format, range(1, SOURCES + 1))}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_ground(theme: Theme) -> None:
    """WCAG 2.2, AA: 4.5 for text; large signs would need 3, ours are as dark as text."""
    grounds = [theme.background, theme.surface, theme.panel, theme.variables["cursor"]]
    for ground in grounds:
        for name, colour in colours(theme).items():
            assert contrast(colour, str(ground)) >= 4.5, (name, ground)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_speech_can_be_read_on_its_tinted_ground(theme: Theme) -> None:
    for number in range(1, SOURCES + 1):
        colour = Color.parse(theme.variables[f"source-{number}"])
        for tint in (0.16, 0.34):
            ground = Color.parse(str(theme.background)).blend(colour, tint)
            assert contrast(str(theme.foreground), ground.hex) >= 4.5, (number, tint)


# Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color
# Vision Deficiency", severity 1: matrices for linear sRGB.
SIGHTS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
APART = 10.0
"""CIEDE2000. Large fields side by side are just told apart at 2.3 (Mahy et al., 1994); letters are
small and far from each other, so more than four times that."""


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_sources_are_told_apart_by_everybody(theme: Theme, sight: str) -> None:
    seen = {name: lab(colour, SIGHTS[sight]) for name, colour in sources(theme).items()}
    distances = {pair: distance(seen[pair[0]], seen[pair[1]]) for pair in combinations(seen, 2)}
    assert min(distances.values()) >= APART, sorted(distances.items(), key=lambda item: item[1])[:5]


def test_the_distance_is_that_of_the_standard() -> None:
    """Three pairs of the data published with CIEDE2000 (Sharma, Wu and Dalal, 2005)."""
    for first, second, expected in (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ):
        assert distance(first, second) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_other_themes_get_the_colours_they_lack(theme: Theme) -> None:
    assert variable_defaults(theme).keys() == THEMES[0].variables.keys()
