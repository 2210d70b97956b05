"""Dates as feeds really write them."""

import calendar
import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final

from reader.parse.names import listed
from reader.web import iso_time, plausible, timestamp

_YEAR_FIRST: Final = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_IMPOSSIBLE: Final = re.compile(
    # A year before the first; a time without a day, to which feedparser gives today's.
    r"\s*+(?:-|[0-9]++:)"
    # Hours, minutes or seconds that no day has, which feedparser counts on into the next.
    r"|\s*+[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ](?:2[5-9]|[3-9][0-9]|[0-9]{2}:?[6-9][0-9])"
)
_RFC_822: Final = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?([0-9]{1,2}) ([A-Z][a-z]{2}) ([0-9]{4})"
    r" ([0-9]{2}):([0-9]{2}):([0-9]{2}) (?:([+-][0-9]{2})([0-9]{2})|GMT|UT|Z)"
)
_MONTH_NAMES: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_MONTHS: Final = {name: number for number, name in enumerate(listed(_MONTH_NAMES), start=1)}
_DAYS_TO_1970: Final = date(1970, 1, 1).toordinal()


@lru_cache(maxsize=256)  # an entry's two dates are one, often
def feed_time(text: str | None) -> int | None:
    """Return the date of an XML feed in seconds since 1970 UTC, None where it is impossible.

    The commonest forms are read here (RFC 822 with a four-digit year and a numeric zone, ISO
    8601 in full); for all others feedparser is asked, which knows more forms than are written
    down anywhere, in Greek, Hungarian and Korean, too.

    Args:
        text: The date as the feed writes it, None for none.
    """
    if not text or text.lstrip().startswith("-"):  # a year before the first
        return None
    found = _RFC_822.fullmatch(text)
    if found and (seconds := _rfc_822(found)) is not None:
        return seconds
    exact = iso_time(text)
    return _guessed(text) if exact is None else exact


def _rfc_822(found: re.Match[str]) -> int | None:
    """Return a date as RFC 822 and 2822 have it, None where there is no such day or time."""
    day, month, year, hour, minute, second, zone, zone_minutes = found.groups()
    try:
        days = date(int(year), _MONTHS[month], int(day)).toordinal() - _DAYS_TO_1970
    except (KeyError, ValueError):
        return None
    clock = int(hour), int(minute), int(second)
    if clock > (23, 59, 59) or clock[1] > 59 or clock[2] > 59:
        return None
    seconds = ((days * 24 + clock[0]) * 60 + clock[1]) * 60 + clock[2]
    if zone:
        offset = int(zone[1:]) * 3600 + int(zone_minutes) * 60
        seconds -= offset if zone[0] == "+" else -offset
    return plausible(seconds)


def _guessed(text: str) -> int | None:
    """Return what feedparser makes of a date, but for a 30th of February: it is no 2nd of March."""
    if _IMPOSSIBLE.match(text):
        return None
    from feedparser.datetimes import _parse_date  # 50 ms that common dates need not pay

    found = _YEAR_FIRST.match(text)
    try:
        if found:
            date(*map(int, found.groups()))  # raises where there is no such day
        guess = _parse_date(text)
        return timestamp(datetime.fromtimestamp(calendar.timegm(guess), UTC)) if guess else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None
