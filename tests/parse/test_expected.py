"""Every field that is written down as right for a feed is ours, too.

What is right stands in a file beside the folder that NEWSREADER_FEEDS names: for ``feeds``,
``feeds-expected.json``. Null there means that nobody can say.
"""

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from reader.model import ParsedEntry
from reader.parse import parse
from tests.bench.parse.agreement import address_key, title_key

FOLDER = Path(os.environ.get("NEWSREADER_FEEDS") or Path(__file__).parent / "none")
EXPECTED_FILE = FOLDER.with_name(f"{FOLDER.name}-expected.json")
EXPECTED: dict[str, Any] = json.loads(EXPECTED_FILE.read_bytes()) if EXPECTED_FILE.exists() else {}


def seconds(date: str | float) -> int:
    return int(datetime.fromisoformat(date).timestamp() if isinstance(date, str) else date)


def files(addresses: list[str]) -> list[str]:
    return [address_key(one) for one in addresses]


def told(entry: Any) -> dict[str, object]:
    """What is known of an entry, each value in one spelling."""
    spelt: dict[str, Callable[[Any], object]] = {
        "title": title_key,
        "link": address_key,
        "id": address_key,
        "published": seconds,
        "updated": seconds,
        "enclosures": files,
    }
    return {name: spell(entry[name]) for name, spell in spelt.items() if entry[name] is not None}


def ours(entry: ParsedEntry) -> dict[str, object]:
    return {
        "title": title_key(entry.title),
        "link": address_key(entry.link),
        "id": address_key(entry.guid),
        "published": entry.published,
        "updated": entry.updated,
        "enclosures": files([one.url for one in entry.enclosures]),
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_a_feed_has_the_values_written_down_for_it(name: str) -> None:
    feed = parse((FOLDER / name).read_bytes())
    expected = [told(entry) for entry in EXPECTED[name]["entries"]]
    found = [
        {key: value for key, value in ours(entry).items() if key in known}
        for entry, known in zip(feed.entries, expected, strict=True)
    ]
    assert found == expected
