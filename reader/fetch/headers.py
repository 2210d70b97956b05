"""The headers of an answer: bytes from a stranger -> a few bounded values."""

import re
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from reader.text import clean_line
from reader.web import timestamp

DAY: Final = 86400
_YEAR: Final = 366 * DAY
_MAX_VALUE: Final = 1024
"""Code points; a longer validator is left alone rather than cut, since it would match nothing."""
_WANTED: Final = frozenset(
    (
        b"age",
        b"cache-control",
        b"content-encoding",
        b"content-type",
        b"date",
        b"etag",
        b"expires",
        b"last-modified",
        b"location",
        b"retry-after",
    )
)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905  # as one reads them
# RFC 9110, 5.6.7: IMF-fixdate, and the two forms of old.
_HTTP_DATE: Final = re.compile(
    r"(?:\w+, )?(?P<day>\d{1,2})[ -](?P<month>[a-z]{3})[ -](?P<year>\d{4}|\d\d)"
    r" (?P<time>\d\d:\d\d:\d\d)"
    r"|\w{3} (?P<month2>[a-z]{3}) {1,2}(?P<day2>\d{1,2})"
    r" (?P<time2>\d\d:\d\d:\d\d) (?P<year2>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_MAX_AGE: Final = re.compile(r"\bmax-age\s*=\s*\"?(\d+)", re.ASCII | re.IGNORECASE)
_NEVER_FRESH: Final = re.compile(r"\bno-(?:cache|store)\b(?!\s*=)", re.IGNORECASE)


def status_of(lines: Sequence[bytes]) -> tuple[int, str, int]:
    """Return status and reason of the last answer that header lines hold, and where it begins.

    0 stands for no answer at all. Lines of informational answers come before it.
    """
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].startswith(b"HTTP/"):
            _, _, rest = lines[at].partition(b" ")
            status, _, reason = rest.strip().partition(b" ")
            told = reason[:200].decode("latin-1")
            return (int(status) if status.isdigit() else 0), clean_line(told), at
    return 0, "", 0


def read(lines: Sequence[bytes], start: int) -> dict[bytes, bytes]:
    """Return the headers that mean something here, of the answer that begins at ``start``.

    Of a header that comes twice the first counts; of Cache-Control, all.
    """
    told: dict[bytes, bytes] = {}
    for at in range(start + 1, len(lines)):
        name, colon, value = lines[at].partition(b":")
        if not colon:
            break  # the empty line: trailers may follow
        name = name.strip().lower()
        if name in _WANTED:
            value = value.strip()
            if name in told and name == b"cache-control":
                told[name] += b"," + value
            else:
                told.setdefault(name, value)
    return told


def text(told: Mapping[bytes, bytes], name: bytes) -> str | None:
    """Return a value as one harmless line, None where there is none or it is too long."""
    value = told.get(name)
    if not value or len(value) > _MAX_VALUE:
        return None
    line = value.decode("latin-1")
    if line.isprintable() and "  " not in line:
        return line  # ends were taken off
    return clean_line(line) or None


def location(told: Mapping[bytes, bytes]) -> str | None:
    """Return where a redirect leads, as sent: UTF-8 where it is that."""
    value = told.get(b"location")
    if not value:
        return None
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


@lru_cache(256)
def http_date(value: str | None) -> int | None:
    """Return an HTTP date in seconds since 1970 UTC, None where it is none."""
    found = _HTTP_DATE.match(value or "")
    if not found:
        return None
    part = found.groupdict()
    month = (part["month"] or part["month2"]).lower()
    if month not in _MONTHS:
        return None
    told = part["year"] or part["year2"]
    year = int(told)
    if len(told) == 2:  # RFC 850
        year += 1900 if year >= 70 else 2000
    hour, minute, second = (int(digits) for digits in (part["time"] or part["time2"]).split(":"))
    day = int(part["day"] or part["day2"])
    try:
        return timestamp(
            datetime(year, _MONTHS.index(month) + 1, day, hour, minute, min(second, 59), tzinfo=UTC)
        )
    except ValueError:
        return None


def retry_after(told: Mapping[bytes, bytes]) -> int | None:
    """Return the seconds that Retry-After asks for (RFC 9110, 10.2.3), a day at most."""
    value = text(told, b"retry-after")
    if value is None:
        return None
    if value.isascii() and value.isdigit():
        return _seconds(value, DAY)
    moment = http_date(value)
    return None if moment is None else min(max(moment - int(time.time()), 0), DAY)


def fresh_for(told: Mapping[bytes, bytes], date: int | None) -> int | None:
    """Return for how many seconds an answer is fresh (RFC 9111, 4.2.1), a year at most.

    None where the server says nothing. A cache's Age is taken off.
    """
    control = text(told, b"cache-control") or ""
    if _NEVER_FRESH.search(control):
        return 0
    if found := _MAX_AGE.search(control):
        age = text(told, b"age") or ""
        old = _seconds(age, _YEAR) if age.isascii() and age.isdigit() else 0
        return max(_seconds(found[1], _YEAR) - old, 0)
    if b"expires" not in told:
        return None
    until = http_date(text(told, b"expires"))
    if until is None:  # "0" and their like: it is stale by now
        return 0
    return min(max(until - (date if date is not None else int(time.time())), 0), _YEAR)


def _seconds(digits: str, most: int) -> int:
    return min(int(digits), most) if len(digits) < 12 else most
