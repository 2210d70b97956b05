"""How often a feed in XML asks to be read: RSS's ttl and pauses, RSS 1.0's syndication module."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from reader.parse.names import joined, known_prefix, parted

_PERIODS: Final = {
    "hourly": 3600,
    "daily": 86_400,
    "weekly": 7 * 86_400,
    "monthly": 30 * 86_400,
    "yearly": 365 * 86_400,
}
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBER: Final = re.compile("0*([0-9]{1,6})")
_MAX_TTL: Final = 365 * 86_400
_READ: Final = frozenset(("ttl", "skiphours", "skipdays", "sy_updateperiod", "sy_updatefrequency"))


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a feed says of when to ask for it."""

    ttl: int | None = None
    """Seconds that an answer stays good."""
    skip_hours: tuple[int, ...] = ()
    """Hours of the day, UTC, at which not to ask."""
    skip_days: tuple[str, ...] = ()
    """English days of the week, in lower case."""


def schedule(root: etree._Element) -> Schedule:
    """Return what a feed says of when to ask for it: RSS's ttl before an update period."""
    first = root[0] if len(root) else None
    home = first if first is not None and _name(first) == "channel" else root
    told: dict[str, etree._Element] = {}
    for element in home:
        name = _name(element)
        if name in _READ:
            told.setdefault(name, element)
    if not told:
        return Schedule()
    return Schedule(
        ttl=_ttl(told),
        skip_hours=_hours(told.get("skiphours")),
        skip_days=_days(told.get("skipdays")),
    )


def _name(element: etree._Element) -> str:
    uri, local = parted(str(element.tag))
    prefix = known_prefix(uri) if uri else ""
    return joined("x" if prefix is None else prefix, local)


def _ttl(told: dict[str, etree._Element]) -> int | None:
    if minutes := _number(told.get("ttl")):
        return min(minutes * 60, _MAX_TTL)
    if "sy_updateperiod" not in told:
        return None
    period = _PERIODS.get((told["sy_updateperiod"].text or "").strip().lower())
    return period and period // max(1, _number(told.get("sy_updatefrequency")) or 1)


def _number(element: etree._Element | None) -> int | None:
    found = _NUMBER.fullmatch((element.text or "").strip()) if element is not None else None
    return int(found[1]) if found else None


def _hours(element: etree._Element | None) -> tuple[int, ...]:
    numbers = (_number(hour) for hour in (element if element is not None else ()))
    # RSS 0.91 counts from 1 to 24, later versions from 0 to 23.
    return tuple(sorted({number % 24 for number in numbers if number is not None and number <= 24}))


def _days(element: etree._Element | None) -> tuple[str, ...]:
    told = {(day.text or "").strip().lower() for day in (element if element is not None else ())}
    return tuple(day for day in _DAYS if day in told)
