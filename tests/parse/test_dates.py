import time

import pytest

from reader.parse import parse
from reader.parse.dates import feed_time

NOVEMBER = 1_700_000_000
"""2023-11-14 22:13:20 UTC."""


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("Tue, 14 Nov 2023 22:13:20 GMT", NOVEMBER),
        ("Tue, 14 Nov 2023 17:13:20 EST", NOVEMBER),
        ("14 Nov 2023 22:13:20 +0000", NOVEMBER),
        ("2023-11-14T22:13:20Z", NOVEMBER),
        ("2023-11-15 00:13:20 +02:00", NOVEMBER),
        ("2023-11-14T22:13:20.999Z", NOVEMBER),
        ("2023-11-14", NOVEMBER - 80_000),
        ("2023-1-5", 1_672_876_800),
        ("2023-06-30T23:59:60Z", 1_688_169_600),
        ("Thu, 30 Feb 2023 10:00:00 GMT", None),
        ("2023-02-30T10:00:00Z", None),
        ("2023-13-01", None),
        ("0000-00-00 00:00:00", None),
        ("0001-01-01T00:00:00Z", None),
        ("-0001-01-01T00:00:00Z", None),
        (" -2026-01-01", None),
        ("1970-01-01T00:00:00Z", None),
        ("1970-01-02T00:00:00Z", 86_400),
        ("2199-12-31T23:59:59Z", 7_258_118_399),
        ("2200-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59-23:59", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_as_feeds_write_them(
    written: str, seconds: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    data = (
        f"<rss><channel><item><pubDate>{written}</pubDate><title>x</title></item></channel></rss>"
    )
    assert parse(data.encode()).entries[0].published == seconds


@pytest.mark.parametrize(
    "text",
    [
        "-0001",
        "-0001-01-01T00:00:00Z",
        " -0001-11-30T00:00:00+00:00",
        "Wed, 30 Nov -0001 00:00:00 +0000",
        "-62169984000",
        "0000-00-00 00:00:00",
        "Sat, 01 Jan 0000 00:00:00 GMT",
        "9999-12-31T23:59:59-14:00",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "+10000-01-01T00:00:00Z",
        "2021-01-01T99:99:99Z",
        "2021-01-01 12:61",
        "25:61:61",
        "12:30",
        "1e999",
        "9" * 100_000,
        "-" * 100_000,
        " " * 100_000 + "-",
    ],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert feed_time(text) is None
