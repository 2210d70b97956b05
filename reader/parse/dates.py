"""Dates as feeds really write them."""

import calendar
import re
import time
from datetime import UTC, date, datetime
from typing import Final

from reader.web import iso_time, timestamp

_YEAR_FIRST: Final = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


def feed_time(text: str, guess: time.struct_time | None) -> int | None:
    """Return the date of an XML feed in seconds since 1970 UTC, None where it is impossible.

    Args:
        text: The date as the feed writes it: ISO 8601, RFC 822, or something like them.
        guess: What feedparser made of it, in UTC. It reads more forms than are written
            down anywhere, but moves a 30th of February into March.
    """
    exact = iso_time(text)
    if exact is not None or guess is None:
        return exact
    found = _YEAR_FIRST.match(text)
    try:
        if found:
            date(*map(int, found.groups()))  # raises where there is no such day
        return timestamp(datetime.fromtimestamp(calendar.timegm(guess), UTC))
    except (ValueError, OverflowError, OSError):
        return None
