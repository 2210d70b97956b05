"""Times and amounts in words."""

import time
from datetime import datetime

_WORDS_A_MINUTE = 230
"""How fast people read prose (Brysbaert 2019: 238 words a minute, English, silently)."""
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def local(seconds: int) -> datetime:
    """Return a time, in seconds UTC, on the clock of where the reader runs."""
    return datetime.fromtimestamp(seconds).astimezone()


def midnight(now: int) -> int:
    """Return when today began, where the reader runs, in seconds UTC."""
    return int(local(now).replace(hour=0, minute=0, second=0, microsecond=0).timestamp())


def age(then: int, now: int) -> str:
    """Return how long ago ``then`` was, in a few characters: "now", "5 min", "2 h", "12 Nov"."""
    past = now - then
    if past < _MINUTE:
        return "now" if past > -_DAY else day(then, now)
    if past < _HOUR:
        return f"{past // _MINUTE} min"
    if past < _DAY:
        return f"{past // _HOUR} h"
    if past < 7 * _DAY:
        return f"{past // _DAY} d"
    return day(then, now)


def day(then: int, now: int) -> str:
    """Return the day of ``then``: "12 Nov", with the year where it is not this one."""
    date = local(then)
    text = f"{date.day} {_MONTHS[date.month - 1]}"
    return text if date.year == local(now).year else f"{text} {date.year}"


def exact(then: int) -> str:
    """Return day and time where the reader runs: "Tue 24 Nov 2026, 07:10"."""
    date = local(then)
    return (
        f"{_DAYS[date.weekday()]} {date.day} {_MONTHS[date.month - 1]} {date.year},"
        f" {date.hour:02}:{date.minute:02}"
    )


def reading_time(words: int) -> str:
    """Return how long ``words`` take to read."""
    return f"{max(1, round(words / _WORDS_A_MINUTE))} min"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return ``number`` with the noun that fits it: "1 quotation", "2 quotations"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def now() -> int:
    """Return the time, in seconds UTC."""
    return int(time.time())
