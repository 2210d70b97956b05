"""JSON Feeds made to harm, or written by programs that do not know JSON."""

import pytest

from reader.errors import ParseError
from reader.model import ParsedEntry
from reader.parse import parse


def only_entry(item: bytes) -> ParsedEntry:
    [entry] = parse(b'{"items": [{"title": "first", ' + item + b"}]}").entries
    assert entry.title == "first"
    return entry


@pytest.mark.parametrize("digits", [400, 5_000, 1_000_000])
def test_a_huge_number_costs_its_field(digits: int) -> None:
    file = b'[{"url": "https://x.example/a", "size_in_bytes": %s}]' % (b"9" * digits)
    entry = only_entry(b'"id": "1", "attachments": ' + file)
    assert [one.length for one in entry.enclosures] == [None]


@pytest.mark.parametrize("identity", [b"NaN", b"Infinity", b"1e999", b"true", b"null", b"[1]"])
def test_what_names_nothing_is_no_id(identity: bytes) -> None:
    assert only_entry(b'"id": ' + identity).guid.startswith("sha256:")


def test_a_number_may_be_an_id() -> None:
    assert only_entry(b'"id": 7').guid == "7"
    assert only_entry(b'"id": ' + b"7" * 5_000).guid.startswith("sha256:")


def test_of_a_key_that_comes_twice_the_last_counts() -> None:
    assert only_entry(b'"id": "1", "id": "2"').guid == "2"


def test_lone_surrogates_and_bare_control_characters_are_dropped() -> None:
    entry = only_entry(b'"id": "\\ud8001\x1b\0", "summary": "a\nb\\u009b\\u202ec"')
    assert (entry.guid, entry.summary) == ("1", "a\nbc")


def test_what_is_nested_too_deeply_is_refused() -> None:
    with pytest.raises(ParseError):
        only_entry(b'"x": ' + b"[" * 200_000 + b"]" * 200_000)
