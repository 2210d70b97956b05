"""When a feed is to be asked again: pure functions of what it and its server told.

Times are seconds since 1970 UTC, lengths seconds.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from reader.model import Pace, ParsedFeed

HOUR: Final = 3600
DAY: Final = 24 * HOUR

_UNKNOWN: Final = HOUR
"""For a feed whose rhythm is not known: what most readers take for all."""
_SOONEST: Final = 15 * 60
_LATEST: Final = DAY
"""Between these the feed's own rhythm decides."""
_FIRST_FAILURE: Final = 15 * 60
_LAST_FAILURE: Final = 3 * DAY
_GAPS: Final = 10
"""How many of the latest entries tell the rhythm: older ones say how it was."""
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def pace(feed: ParsedFeed) -> Pace:
    """Return how often a feed changes, by what it says of itself and by its entries' dates."""
    dates = (entry.published or entry.updated for entry in feed.entries)
    return Pace(
        rhythm=rhythm(date for date in dates if date is not None),
        ttl=feed.ttl,
        skip_hours=feed.skip_hours,
        skip_days=feed.skip_days,
    )


def rhythm(dates: Iterable[int]) -> int | None:
    """Return the usual time between the latest of these moments; None where there are too few.

    The median of the last ten gaps: one long pause, or ten entries at once, say little.
    """
    latest = sorted(set(dates), reverse=True)[: _GAPS + 1]
    gaps = [newer - older for newer, older in pairwise(latest)]
    return int(median(gaps)) if len(gaps) > 1 else None


def due_after_answer(
    now: int, pace: Pace, *, fresh_for: int | None = None, interval: int | None = None
) -> int:
    """Return when to ask a feed that answered again.

    Twice in the time that usually lies between its entries, between 15 minutes and a day; not
    before the feed (RSS's ttl, the syndication module) or its server (RFC 9111, 4.2.1) say that
    there can be something new, a day at most; and not in the hours and days that it asks to
    be left alone in.

    Args:
        now: When it answered.
        pace: How often it changes.
        fresh_for: For how long its server says that the answer is good.
        interval: How often the user wants it asked: takes the place of all but the pauses.
    """
    if interval is None:
        wait = _UNKNOWN if pace.rhythm is None else pace.rhythm // 2
        wait = min(max(wait, _SOONEST), _LATEST)
        wait = max(wait, min(max(pace.ttl or 0, fresh_for or 0), _LATEST))
    else:
        wait = interval
    return _out_of_pauses(now + wait, pace)


def due_after_failure(
    now: int, failures: int, *, retry_after: int | None = None, spread: float = 0.0
) -> int:
    """Return when to ask a feed again that could not be had: later each time, up to three days.

    Args:
        now: When it failed.
        failures: How often in a row, this one included; from 1.
        retry_after: How long the server asks to wait, which is the least.
        spread: From 0 to 1: where in the second half of the time. Feeds that failed together
            must not come back together.
    """
    most = min(_FIRST_FAILURE << min(failures - 1, 20), _LAST_FAILURE)
    wait = int(most * (1 + spread) / 2)
    return now + max(wait, held_for(retry_after or 0, spread))


def held_for(retry_after: int, spread: float) -> int:
    """Return how long to leave a server alone that asked for it: up to a tenth longer."""
    return int(retry_after * (1 + spread / 10))


def _out_of_pauses(moment: int, pace: Pace) -> int:
    """Return the moment, or the first after it at which the feed may be asked."""
    if not (pace.skip_hours or pace.skip_days):
        return moment
    at = datetime.fromtimestamp(moment, UTC)
    for _ in range(7 * 24):
        if at.hour not in pace.skip_hours and _WEEKDAYS[at.weekday()] not in pace.skip_days:
            return int(at.timestamp())
        at = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment  # it asks never to be asked, which cannot be meant
