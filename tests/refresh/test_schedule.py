from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Pace, ParsedEntry, ParsedFeed
from reader.refresh.schedule import (
    DAY,
    HOUR,
    due_after_answer,
    due_after_failure,
    held_for,
    pace,
    rhythm,
)

NOW = int(datetime(2026, 11, 25, 10, 20, tzinfo=UTC).timestamp())
"""A Wednesday."""
MINUTE = 60


def wait(pace: Pace, **told: int | None) -> int:
    return due_after_answer(NOW, pace, **told) - NOW


def test_the_rhythm_is_the_usual_gap_between_the_latest() -> None:
    assert rhythm([]) is None
    assert rhythm([5]) is None
    assert rhythm([5, 5, 9]) is None  # one gap is no rhythm
    assert rhythm([0, 10, 20, 30]) == 10
    assert rhythm([30, 0, 20, 10]) == 10
    # One long pause says little, and what was long ago nothing.
    assert rhythm([0, 10, 20, 30, 5000]) == 10
    assert rhythm([*range(0, 100_000, 10_000), *range(200_000, 200_000 + 110, 10)]) == 10


def test_a_feed_is_asked_twice_in_its_rhythm_between_a_quarter_of_an_hour_and_a_day() -> None:
    assert wait(Pace(rhythm=4 * HOUR)) == 2 * HOUR
    assert wait(Pace(rhythm=60)) == 15 * MINUTE
    assert wait(Pace(rhythm=0)) == 15 * MINUTE
    assert wait(Pace(rhythm=400 * DAY)) == DAY
    assert wait(Pace()) == HOUR


def test_what_feed_and_server_say_holds_for_a_day_at_most() -> None:
    assert wait(Pace(rhythm=HOUR, ttl=5 * HOUR)) == 5 * HOUR
    assert wait(Pace(rhythm=HOUR), fresh_for=3 * HOUR) == 3 * HOUR
    assert wait(Pace(rhythm=HOUR, ttl=3 * HOUR), fresh_for=2 * HOUR) == 3 * HOUR
    assert wait(Pace(rhythm=20 * HOUR, ttl=60), fresh_for=60) == 10 * HOUR
    assert wait(Pace(ttl=30 * DAY)) == wait(Pace(), fresh_for=30 * DAY) == DAY


def test_the_user_decides_but_for_pauses() -> None:
    slow = Pace(rhythm=DAY, ttl=DAY)
    assert wait(slow, fresh_for=DAY, interval=10 * MINUTE) == 10 * MINUTE
    paused = Pace(skip_hours=(10, 11))
    assert due_after_answer(NOW, paused, interval=600) == NOW + 100 * MINUTE


def test_pauses_of_hours_and_days_are_kept() -> None:
    quiet = Pace(skip_hours=(11, 12, 13))
    assert datetime.fromtimestamp(due_after_answer(NOW, quiet), UTC).hour == 14
    night = Pace(rhythm=28 * HOUR, skip_hours=(0, 1, 2))  # due at 00:20
    at = datetime.fromtimestamp(due_after_answer(NOW, night), UTC)
    assert (at.day, at.hour, at.minute) == (26, 3, 0)
    weekend = Pace(skip_days=("wednesday", "thursday"))
    at = datetime.fromtimestamp(due_after_answer(NOW, weekend), UTC)
    assert (at.day, at.hour, at.minute) == (27, 0, 0)
    # Never is not meant.
    assert wait(Pace(skip_hours=tuple(range(24)))) == HOUR


def test_a_feed_that_fails_is_asked_later_each_time() -> None:
    waits = [due_after_failure(NOW, failures, spread=1) - NOW for failures in range(1, 12)]
    assert waits[:4] == [15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR]
    assert waits == sorted(waits)
    assert waits[-1] == 3 * DAY
    assert due_after_failure(NOW, 3, spread=0) - NOW == HOUR // 2
    assert due_after_failure(NOW, 10_000, spread=1) == NOW + 3 * DAY


def test_what_retry_after_asks_is_the_least() -> None:
    assert due_after_failure(NOW, 1, retry_after=5 * HOUR) == NOW + 5 * HOUR
    assert due_after_failure(NOW, 9, retry_after=60, spread=1) == NOW + int(64 * HOUR)
    assert held_for(1000, 0) == 1000
    assert held_for(1000, 1) == 1100


@given(
    failures=st.integers(1, 100),
    retry_after=st.none() | st.integers(0, DAY),
    spread=st.floats(0, 1),
)
def test_it_is_always_later_and_never_for_ever(
    failures: int, retry_after: int | None, spread: float
) -> None:
    wait = due_after_failure(NOW, failures, retry_after=retry_after, spread=spread) - NOW
    assert max(450, retry_after or 0) <= wait <= 3 * DAY


@pytest.mark.parametrize("updated", [True, False])
def test_the_pace_is_what_the_feed_says(updated: bool) -> None:
    entries = tuple(
        ParsedEntry(str(at), "", updated=at) if updated else ParsedEntry(str(at), "", published=at)
        for at in (0, 100, 200, 300)
    )
    feed = ParsedFeed("A", entries=entries, ttl=60, skip_hours=(1,), skip_days=("monday",))
    assert pace(feed) == Pace(100, 60, (1,), ("monday",))
