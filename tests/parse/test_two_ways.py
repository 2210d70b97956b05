"""Our own reading and feedparser's give the same feed, so that no id depends on which one ran.

The folder of feeds named by NEWSREADER_FEEDS, where it is set, is tested the same way.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ParseError
from reader.model import ParsedFeed
from reader.parse import by_feedparser, quick
from reader.parse.modules import ELSEWHERE
from reader.parse.trees import tree
from reader.parse.values import HTML_NAMES
from reader.parse.xml_feed import parse_xml_feed
from reader.safe_xml import body
from reader.web import decode
from tests.support.odd_feeds import mutated, odd_feed

DATA = Path(__file__).parent.parent / "data"
HERE = "https://here.example/a/feed.xml"
WELL_MADE = ("atom.xml", "rdf.xml", "rss.xml")


def feeds() -> Iterator[Path]:
    folders = [DATA / "feeds", DATA / "hostile"]
    if os.environ.get("NEWSREADER_FEEDS"):
        folders.append(Path(os.environ["NEWSREADER_FEEDS"]))
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def text_of(path: Path) -> str:
    return decode(path.read_bytes()).lstrip("\ufeff\0 \t\r\n")


XML = [path for path in feeds() if text_of(path).startswith("<")]


def read(text: str, base_url: str | None, *, ours: bool) -> ParsedFeed | str:
    try:
        return parse_xml_feed(text, base_url, quick=ours)
    except ParseError as error:
        return str(error)


@pytest.mark.parametrize("base_url", [None, HERE], ids=["alone", "based"])
@pytest.mark.parametrize("path", XML, ids=lambda path: path.name)
def test_a_feed_reads_the_same_both_ways(path: Path, base_url: str | None) -> None:
    text = text_of(path)
    assert read(text, base_url, ours=True) == read(text, base_url, ours=False)


@pytest.mark.parametrize("name", WELL_MADE)
def test_a_well_made_feed_needs_no_feedparser(name: str) -> None:
    root, _ = tree(body(text_of(DATA / "feeds" / name)))
    assert quick.read_tree(root, None) is not None


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.integers(0, 2**32), st.sampled_from([None, HERE]))
def test_an_odd_feed_reads_the_same_both_ways(seed: int, base_url: str | None) -> None:
    text = odd_feed(seed)
    assert read(text, base_url, ours=True) == read(text, base_url, ours=False)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.sampled_from([path for path in XML if path.stat().st_size < 20_000]), st.integers(0, 2**32)
)
def test_a_feed_that_was_tampered_with_reads_the_same_both_ways(path: Path, seed: int) -> None:
    text = mutated(text_of(path), seed)
    assert read(text, None, ours=True) == read(text, None, ours=False)


def test_enough_odd_feeds_are_read_by_ourselves_to_compare() -> None:
    trees = [tree(odd_feed(seed))[0] for seed in range(200)]
    assert sum(quick.read_tree(root, None) is not None for root in trees) > 50


def test_every_name_that_feedparser_handles_is_accounted_for() -> None:
    from feedparser.api import StrictFeedParser

    handled = {
        name.partition("_")[2].partition("_")[2]
        for name in dir(StrictFeedParser)
        if name.startswith(("_start_", "_end_"))
    }
    known = {*quick.HANDLERS, *ELSEWHERE}
    assert {
        name
        for name in handled
        if name == name.lower()
        and name not in known
        and not name.startswith(("georss", "gml_", "psc_", "geom"))
    } == set()


def test_the_tags_by_which_html_is_known_are_feedparsers() -> None:
    from feedparser.sanitizer import _HTMLSanitizer

    assert _HTMLSanitizer.acceptable_elements == HTML_NAMES


def test_where_feedparser_stumbles_the_rest_is_read() -> None:
    text = """<rss version="2.0"><channel><title>T</title>
        <item><textInput><name>x</name></textInput><title>one</title></item></channel></rss>"""
    root, _ = tree(text)
    with pytest.raises(KeyError):
        by_feedparser.read_slowly(root, None)
    feed = parse_xml_feed(text, None)
    assert (feed.title, [entry.title for entry in feed.entries]) == ("T", ["one"])
