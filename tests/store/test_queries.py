"""What queries find among the entries, and what rules do with those that come."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.article import entry_article
from reader.model import (
    Analysis,
    Article,
    Enclosure,
    ParsedEntry,
    ParsedFeed,
    Quotation,
    Rule,
    Saved,
    Source,
    View,
)
from reader.query import FIELDS, parse_query
from reader.store import Store
from reader.store.queries import _CHOICES, _NUMBERS, _TEXTS, _WORDS

DAY = 86400
NOW = datetime.fromtimestamp(100 * DAY + 5, UTC)
COAST = (
    ParsedEntry(
        "harbour",
        "Harbour “closed”  again",
        link="https://coast.example/harbour",
        authors=("Ada Ray", "Bo Öst"),
        published=99 * DAY,
        content_html="<p>The <b>ferry</b> stays &amp; waits",
        language="en-GB",
        enclosures=(Enclosure("https://coast.example/a.mp3", "audio/mpeg", 1),),
    ),
    ParsedEntry("ice", "Ice leaves early", published=90 * DAY),
)
POST = (ParsedEntry("bridge", "Brücke offen", published=100 * DAY, language="de"),)


@pytest.fixture(params=["without an index", "with an index"])
def filled(store: Store, request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "with an index":
        store.use_index(tmp_path / "cache" / "search.db")
    for name, entries, folder in (("coast", COAST, "World / North"), ("post", POST, "Worldly")):
        feed = store.add_feed(f"https://{name}.example/feed", folder=folder, now=1)
        parsed = ParsedFeed(f"The {name.title()}", entries=entries)
        store.save_parsed(feed.id, parsed, now=100 * DAY)
    return store


def found(store: Store, text: str) -> list[str]:
    while store.index_some(2):
        pass
    ids = store.find(parse_query(text, NOW))
    return [row.title.split()[0] for row in store.entry_rows(ids)]


EVERYTHING = ["Brücke", "Harbour", "Ice"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("", EVERYTHING),
        ("HARBOUR", ["Harbour"]),
        ("brücke", ["Brücke"]),
        ("BRÜCKE", ["Brücke"]),
        ("coast", ["Harbour", "Ice"]),
        ("coast ice", ["Ice"]),
        ("öst", ["Harbour"]),
        ("OST bo", ["Harbour"]),
        ("har*", ["Harbour"]),
        ("har", []),
        ("*", []),
        ('"ferry sta"', []),
        ('"closed” again"', ["Harbour"]),
        ('"again the"', []),  # title and feed are no phrase together
        ("ferry", ["Harbour"]),
        ("harbour -ferry", []),
        ("ice or ferry -closed", ["Ice"]),
        ("title:coast", []),
        ("title:harb*", ["Harbour"]),
        ("title:harb", []),
        ("title:ferry", []),
        ("title:%", []),
        ("text:ferry", ["Harbour"]),
        ('text:"ferry stays & waits"', ["Harbour"]),
        ("text:amp", []),
        ("author:ray", ["Harbour"]),
        ("feed:post", ["Brücke"]),
        ("feed:coast.example", ["Harbour", "Ice"]),
        ("folder:world", ["Harbour", "Ice"]),
        ('folder:"world / north"', ["Harbour", "Ice"]),
        ("folder:north", []),
        ("link:/harbour", ["Harbour"]),
        ("language:en", ["Harbour"]),
        ("language:e", []),
        ("-language:en", ["Brücke", "Ice"]),  # also where none is known
        ("has:audio", ["Harbour"]),
        ("has:video", []),
        ("has:enclosure", ["Harbour"]),
        ("has:author", ["Harbour"]),
        ("has:link", ["Harbour"]),
        ("has:text", ["Harbour"]),
        ("has:quotes", []),
        ("is:unread", EVERYTHING),
        ("is:read", []),
        ("is:bookmarked", []),
        ("after:3d", ["Brücke", "Harbour"]),
        ("on:today", ["Brücke"]),
        ("before:2d", ["Ice"]),
        ("ice or title:brücke", ["Brücke", "Ice"]),
        ("-(ice or harbour)", ["Brücke"]),
        ("not coast or ice", ["Brücke", "Ice"]),
        ("quotes:0", []),
        ("unnamed:no", []),
        ("'; drop table entries; --", []),
        ("title:{0}", []),
    ],
)
def test_what_is_found(filled: Store, text: str, titles: list[str]) -> None:
    assert found(filled, text) == titles


def test_what_the_user_did_is_found(filled: Store) -> None:
    bridge, harbour, _ = filled.entry_ids(View("all"))
    filled.set_read([bridge], True, now=5)
    bookmark_id = filled.add_bookmark(
        harbour,
        article=Article("T", (), "Text"),
        content_html="",
        feed="",
        authors=(),
        quotation=None,
        source=None,
        now=5,
    )
    filled.edit_bookmark(bookmark_id, note="", tags=("To Keep",), now=6)
    assert found(filled, "is:read") == ["Brücke"]
    assert found(filled, "is:bookmarked") == ["Harbour"]
    assert found(filled, 'tag:"to keep"') == ["Harbour"]
    assert found(filled, "tag:keep") == []
    filled.remove_bookmark(bookmark_id, now=7)
    assert found(filled, "is:bookmarked or tag:keep") == []


def test_what_was_said_is_found(filled: Store) -> None:
    bridge, harbour, _ = filled.entry_ids(View("all"))
    quotation = Quotation(0, 1, ((0, 1),), "direct", None, None, 0)
    sources = (
        Source("Ada Ray", "person", None, False, (0, 1), ()),
        Source("Bo Öst", "person", None, False, (), ()),  # named, not quoted
    )
    filled.save_analysis(harbour, "x", "e", Analysis("en", (quotation,) * 2, sources), now=5)
    nobody = Source("officials", "unnamed", None, True, (0,), ())
    filled.save_analysis(bridge, "x", "e", Analysis("de", (quotation,), (nobody,)), now=5)
    assert found(filled, "said:ray") == ["Harbour"]
    assert found(filled, "said:öst") == []
    assert found(filled, "quotes:>1") == ["Harbour"]
    assert found(filled, "quotes:<=1") == ["Brücke"]
    assert found(filled, "has:quotes") == ["Brücke", "Harbour"]
    assert found(filled, "unnamed:yes") == ["Brücke"]
    assert found(filled, "unnamed:no") == ["Harbour"]


def test_the_full_text_that_is_shown_is_the_text(filled: Store) -> None:
    ice = filled.entry_ids(View("all"))[2]
    filled.save_full_text(ice, "https://coast.example/ice", "<p>The glacier", now=5)
    assert found(filled, "text:glacier") == ["Ice"]
    filled.show_full_text(ice, False)
    assert found(filled, "text:glacier") == []


def test_every_field_has_its_condition() -> None:
    conditions = {*_TEXTS, *_WORDS, *_NUMBERS, *(name for name, _ in _CHOICES)} - {"", "date"}
    assert conditions == set(FIELDS) - {"after", "before", "on"}
    choices = {(name, one) for name, field in FIELDS.items() for one in field.choices}
    assert set(_CHOICES) == choices


def test_the_longest_query_is_not_too_much(filled: Store) -> None:
    assert found(filled, "-" * 40 + "coast " + "coast " * 150) == ["Harbour", "Ice"]
    assert found(filled, "(" * 50 + "coast" + ")" * 50) == ["Harbour", "Ice"]


# --- Rules ---------------------------------------------------------------------------


def come(store: Store, *rules: Rule, entries: tuple[ParsedEntry, ...] = COAST) -> Saved:
    feed = store.feed_by_url("https://coast.example/") or store.add_feed(
        "https://coast.example/", now=1
    )
    parsed = ParsedFeed("Coast", entries=entries)
    return store.save_parsed(feed.id, parsed, now=100 * DAY, rules=rules, article_of=entry_article)


def test_rules_do_with_new_entries_what_they_say(store: Store) -> None:
    ice = parse_query("ice", NOW)
    come(store, Rule("mark_read", ice), Rule("tag", ice, "cold"), Rule("bookmark", ice))
    assert found(store, "is:read tag:cold is:bookmarked") == ["Ice"]
    assert found(store, "is:unread -tag:cold") == ["Harbour"]
    (bookmark_id,) = store.bookmarks()
    bookmark = store.bookmark(bookmark_id)
    assert bookmark is not None
    assert (bookmark.title, bookmark.feed, bookmark.quotation) == (
        "Ice leaves early",
        "Coast",
        None,
    )
    journal = store._rows("SELECT field, value FROM changes ORDER BY field")
    assert [tuple(row) for row in journal] == [("read", 1), ("starred", 1)]


def test_what_a_rule_hides_stands_in_no_view(store: Store) -> None:
    come(store, Rule("hide", parse_query("ice", NOW)))
    assert found(store, "") == ["Harbour"]
    assert found(store, "is:hidden") == ["Ice"]
    assert found(store, "-is:hidden or ice") == ["Harbour", "Ice"]
    assert store.counts(since=0).all == store.counts(since=0).unread == 1
    assert [(row.entries, row.unread) for row in store.feeds()] == [(1, 1)]
    feed = store.feeds()[0]
    store.unsubscribe(feed.id, now=5)
    assert found(store, "is:hidden") == []
    store.resubscribe(feed.id)
    assert found(store, "") == ["Harbour"]
    assert store.check() == []


def test_rules_leave_alone_what_was_there(store: Store) -> None:
    come(store, entries=COAST[1:])
    come(store, Rule("mark_read", parse_query("", NOW)))
    assert found(store, "is:read") == ["Harbour"]


def test_rules_and_entries_are_kept_together_or_not_at_all(store: Store) -> None:
    def broken(_: object) -> Article:
        raise RuntimeError("no article")

    feed = store.add_feed("https://coast.example/", now=1)
    rules = (Rule("mark_read", parse_query("", NOW)), Rule("bookmark", parse_query("", NOW)))
    with pytest.raises(RuntimeError, match="no article"):
        store.save_parsed(
            feed.id, ParsedFeed("Coast", entries=COAST), now=9, rules=rules, article_of=broken
        )
    assert found(store, "") == []
    assert store._rows("SELECT * FROM changes") == []
