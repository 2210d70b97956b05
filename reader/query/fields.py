"""What entries can be asked for, and how what is asked for is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

Kind = Literal["text", "words", "choice", "date", "number"]


@dataclass(frozen=True, slots=True)
class Field:
    """What stands before a colon."""

    kind: Kind
    about: str
    choices: tuple[str, ...] = ()
    analysed: bool = False
    """Whether it is known only once an article was analysed: too late for rules."""


_YES_NO: Final = ("yes", "no")

FIELDS: Final[Mapping[str, Field]] = {
    "is": Field(
        "choice", "unread, read, bookmarked or hidden", ("unread", "read", "bookmarked", "hidden")
    ),
    "has": Field(
        "choice",
        "enclosure, audio, video, author, link, text or quotes",
        ("enclosure", "audio", "video", "author", "link", "text", "quotes"),
    ),
    "feed": Field("text", "words of the feed's title or address"),
    "folder": Field("text", "the folder, also one inside of it"),
    "tag": Field("text", "a tag of the entry or of a bookmark of it"),
    "title": Field("words", "words of the title"),
    "author": Field("words", "words of the authors' names"),
    "text": Field("words", "words of the text"),
    "link": Field("text", "a part of the address"),
    "language": Field("text", "the language, such as en"),
    "after": Field("date", "published then or later"),
    "before": Field("date", "published earlier"),
    "on": Field("date", "published on that day, in that month or year"),
    "quotes": Field("number", "how many quotations: 3, >3, >=3, <3, <=3", analysed=True),
    "said": Field("text", "words of the name of a source that is quoted", analysed=True),
    "unnamed": Field("choice", "yes or no: whether a source is unnamed", _YES_NO, analysed=True),
}
"""Every field there is. A new one is a row here and a condition in ``reader.store.queries``."""

_NUMBER: Final = re.compile(r"(<=|>=|<|>|=)?\s*([0-9]{1,9})")
_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_AGO: Final = re.compile(r"([0-9]{1,4})([hdwmy])")
_HOURS: Final = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}


def number_of(text: str) -> tuple[str, int] | None:
    """Return a comparison and a number, None where the text is none."""
    found = _NUMBER.fullmatch(text)
    return (found[1] or "=", int(found[2])) if found else None


def span_of(text: str, now: datetime) -> tuple[datetime, datetime] | None:
    """Return when something begins and ends: a day, month, year or a time that is past.

    Args:
        text: ``2026-11-25``, ``2026-11``, ``2026``, ``today``, ``yesterday``, or how long ago:
            ``12h``, ``7d``, ``2w``, ``3m``, ``1y``.
        now: The time, with the time zone that days are counted in.
    """
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if text in ("today", "yesterday"):
        first = today if text == "today" else _midnight(today.date() - timedelta(1), now)
        return first, _midnight(first.date() + timedelta(1), now)
    try:
        if ago := _AGO.fullmatch(text):
            return now - timedelta(hours=int(ago[1]) * _HOURS[ago[2]]), now
        if found := _DATE.fullmatch(text):
            year, month, day = (int(part) if part else None for part in found.groups())
            return _span(year or 0, month, day, now)
    except (ValueError, OverflowError):
        return None
    return None


def _span(
    year: int, month: int | None, day: int | None, now: datetime
) -> tuple[datetime, datetime]:
    first = date(year, month or 1, day or 1)
    if day:
        last = first + timedelta(1)
    elif month:
        last = (first + timedelta(31)).replace(day=1)
    else:
        last = date(year + 1, 1, 1)
    return _midnight(first, now), _midnight(last, now)


def _midnight(day: date, now: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=now.tzinfo)
