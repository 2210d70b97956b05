"""How far colours are apart, by the standards."""

from collections.abc import Sequence
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from textual.color import Color

Lab = tuple[float, float, float]
"""Lightness, green to red, blue to yellow (CIE 1976), in the light of D65."""

_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted(map(_luminance, (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    return _dot((0.2126, 0.7152, 0.0722), _linear(colour))


def _linear(colour: str) -> list[float]:
    """Linear sRGB, 0 to 1."""
    return [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]


def _dot(first: Sequence[float], second: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))


def lab(colour: str, sight: Sequence[Sequence[float]]) -> Lab:
    """A colour as somebody sees it whose cones make of linear sRGB what a matrix says."""
    linear = _linear(colour)
    seen = [min(1.0, max(0.0, _dot(row, linear))) for row in sight]
    x, y, z = (_root(_dot(row, seen) / white) for row, white in zip(_XYZ, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    limit, slope = 216 / 24389, 24389 / 27
    return part ** (1 / 3) if part > limit else (slope * part + 16) / 116


def distance(first: Lab, second: Lab) -> float:
    """CIEDE2000 (ISO/CIE 11664-6)."""
    chroma = (hypot(*first[1:]) + hypot(*second[1:])) / 2
    stretch = 1 + 0.5 * (1 - _seventh(chroma))
    chroma1, hue1 = _polar(first, stretch)
    chroma2, hue2 = _polar(second, stretch)
    turn = (hue2 - hue1 + 180) % 360 - 180
    hue = (hue1 + turn / 2) % 360
    light, chroma = (first[0] + second[0]) / 2, (chroma1 + chroma2) / 2
    by_light = (second[0] - first[0]) / (
        1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    )
    by_chroma = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    by_hue = (
        2 * sqrt(chroma1 * chroma2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * _weight(hue))
    )
    bent = -2 * _seventh(chroma) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + bent * by_chroma * by_hue)


def _seventh(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25**7))


def _polar(colour: Lab, stretch: float) -> tuple[float, float]:
    red = colour[1] * stretch
    return hypot(red, colour[2]), degrees(atan2(colour[2], red)) % 360


def _weight(hue: float) -> float:
    return (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
