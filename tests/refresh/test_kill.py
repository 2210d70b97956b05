"""A refresh that is killed at any moment loses nothing that was kept."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.model import View
from reader.store import Store
from tests.support.sites import Farm, body

FEEDS = 60
KILLS = 20
ITEM = "<item><guid>{0}</guid><title>{0}</title><description>{1}</description></item>"
FEED = "<rss version='2.0'><channel><title>Feed</title>{}</channel></rss>"


def answer(path: bytes) -> bytes:
    """Return a feed that has other entries each time: there always is something to write."""
    name = f"{path.decode()}-{time.monotonic_ns()}"
    items = "".join(ITEM.format(f"{name}-{number}", "word " * 500) for number in range(8))
    return body(FEED.format(items).encode())


@pytest.fixture
def farm() -> Iterator[Farm]:
    with closing(Farm(answer, delay=0.002)) as farm:
        yield farm


def refresh(home: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "reader", "refresh", "--all"],
        env={**os.environ, "NEWSREADER_HOME": str(home)},
        stdout=subprocess.DEVNULL,
    )


def test_a_refresh_that_is_killed_loses_nothing(farm: Farm, tmp_path: Path) -> None:
    database = tmp_path / "data" / "reader.db"
    with Store(database) as store:
        for number in range(FEEDS):
            store.add_feed(f"{farm.url}/{number}", trusted=True, now=1)
    begun = time.monotonic()
    with refresh(tmp_path) as whole:
        pass
    took = time.monotonic() - begun  # the machine may be busy
    assert whole.returncode == 0
    with Store(database) as store:
        kept = set(store.entry_ids(View("all")))
        read: set[int] = set()
        assert len(kept) == 8 * FEEDS
    chance = random.Random(11)  # noqa: S311 - the moments only have to differ
    grew = 0
    for _ in range(KILLS):
        with refresh(tmp_path) as child:
            time.sleep(chance.uniform(0.4, 1.1) * took)
            with Store(database) as store:
                mark = chance.choice(sorted(kept - read))
                store.set_read([mark], True, now=5)
                read.add(mark)
            os.kill(child.pid, signal.SIGKILL)
        with Store(database) as store:
            assert store.check() == []
            now = set(store.entry_ids(View("all")))
            assert kept <= now
            assert {row.id for row in store.entry_rows(sorted(now)) if row.read} == read
            # A feed is kept whole or not at all.
            assert all(row.entries % 8 == 0 for row in store.feeds())
            grew += len(now) > len(kept)
            kept = now
    assert grew > KILLS // 4, "the kills came before anything was written"
