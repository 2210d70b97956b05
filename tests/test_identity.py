"""What makes two entries one, told apart from what does not."""

import time

import pytest

from reader.identity import Known, alike, bare_id, bare_link, keys, same_entries, untracked
from reader.model import ParsedEntry

TEXT = "<p>The harbour stays closed until Friday, the council said, since two boats sank there."


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("https://a.example/x?utm_source=rss&utm_medium=feed", "https://a.example/x"),
        ("https://a.example/x?id=7&at_campaign=rss&fbclid=abc", "https://a.example/x?id=7"),
        ("https://a.example/x?p=1&source=rss#part-2", "https://a.example/x?p=1#part-2"),
        ("https://a.example/x#xtor=RSS-32", "https://a.example/x"),
        ("https://a.example/x#:~:text=harbour", "https://a.example/x"),
        ("https://a.example/x#ref=rss", "https://a.example/x"),
        ("https://a.example/x?cat=3&iteration=2", "https://a.example/x?cat=3&iteration=2"),
    ],
)
def test_tracking_is_no_part_of_an_address(address: str, plain: str) -> None:
    assert untracked(address) == plain


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("http://www.A.example/x/", "a.example/x"),
        ("https://a.example/x", "a.example/x"),
        ("https://a.example/?p=12", "a.example?p=12"),
        ("https://a.example/", ""),
        ("https://a.example", ""),
        ("https://ada:secret@a.example/x", "a.example/x"),
        ("mailto:ada@a.example", ""),
        (None, ""),
    ],
)
def test_one_page_has_one_bare_link(address: str | None, bare: str) -> None:
    assert bare_link(address) == bare


@pytest.mark.parametrize(
    ("guid", "bare"),
    [
        ("https://a.example/2026/harbour/", "/2026/harbour"),
        ("tag:a.example,2026-11-01:/harbour", ",2026-11-01:/harbour"),
        ("urn:uuid:1234", ""),
        ("https://a.example", ""),
        ("12", ""),
    ],
)
def test_an_id_without_its_host(guid: str, bare: str) -> None:
    assert bare_id(guid) == bare


def entry(guid: str, title: str = "Harbour closes", **more: object) -> ParsedEntry:
    return ParsedEntry(guid, title, **more)  # type: ignore[arg-type] # by name, as they are


def same(new: ParsedEntry, old: ParsedEntry) -> str | None:
    known = Known(1, old.guid, old.title, old.link, old.published)
    found = same_entries([new], {new.guid: [known]}, (), lambda _: old.content_html or "")
    return found[new.guid][1] if found else None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # The site took another scheme, or tells who follows the link.
        (entry("http://a.example/1"), entry("https://www.a.example/1/", "Another title")),
        (entry("https://a.example/1?utm_id=1"), entry("https://a.example/1?utm_id=2", "Other")),
        # It moved to another host.
        (entry("https://a.example/h/1"), entry("https://b.example/h/1", "HARBOUR closes!")),
        (entry("tag:a,2026:1", "One", published=9), entry("tag:b,2026:1", "Two", published=9)),
        # An id that counts how often the article was updated.
        (
            entry("https://a.example/1#0", link="https://a.example/1?at_medium=RSS"),
            entry("https://a.example/1#12", "New title", link="https://a.example/1"),
        ),
        # Ids made anew by another program; the link stays.
        (
            entry("a1", link="https://a.example/1", published=9),
            entry("b2", "New title", link="https://a.example/1", published=9),
        ),
        (entry("a1", link="https://a.example/1"), entry("b2", link="https://a.example/1")),
        # Dates made up at each request.
        (
            entry("a1", link="https://a.example/1", published=9, content_html=TEXT),
            entry("b2", link="https://a.example/1", published=99, content_html=TEXT),
        ),
        # Nothing but what is told.
        (
            entry("a1", published=9, content_html=TEXT),
            entry("b2", published=9, content_html=TEXT + " <b>It sank.</b>"),
        ),
        (entry("a1", content_html=TEXT), entry("b2", content_html=TEXT)),
    ],
)
def test_an_entry_is_known_under_a_new_id(old: ParsedEntry, new: ParsedEntry) -> None:
    assert same(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (entry("a1"), entry("b2")),  # a title alone
        (entry("a1", "", published=9), entry("b2", "", published=9)),  # a date alone
        (entry("a1", content_html="<p>Rain"), entry("b2", content_html="<p>Rain")),
        # A page that shows something else each day.
        (
            entry("a1", "Weather", link="https://a.example/weather", published=9),
            entry("b2", "Weather", link="https://a.example/weather", published=99),
        ),
        # Places in one page.
        (
            entry("https://a.example/log#v1", "v1", link="https://a.example/log#v1"),
            entry("https://a.example/log#v2", "v2", link="https://a.example/log#v2"),
        ),
        # The front page of the site.
        (
            entry("a1", "One", link="https://a.example/", published=9),
            entry("b2", "Two", link="https://a.example/", published=9),
        ),
        # The same day and title, and another text.
        (
            entry("a1", published=9, content_html=TEXT),
            entry("b2", published=9, content_html="<p>It is open again, said the mayor today."),
        ),
    ],
)
def test_what_only_looks_alike_is_new(old: ParsedEntry, new: ParsedEntry) -> None:
    assert same(new, old) is None


def test_what_is_not_the_only_one_is_new() -> None:
    first, second = entry("b1", published=9), entry("b2", published=9)
    known = [Known(number, f"a{number}", "Harbour closes", None, 9) for number in (1, 2)]
    text = str  # all are empty but for their number
    assert same_entries([first], {"b1": known}, (), lambda _: "") == {}
    kept = {"b1": known[:1], "b2": known[:1]}
    assert same_entries([first, second], kept, (), lambda _: "") == {}
    assert same_entries([first], {"b1": known[:1]}, {1}, text) == {}


def test_the_surest_reason_counts_first() -> None:
    new = entry("https://b.example/1", published=9)
    moved = Known(1, "https://a.example/1", "Harbour closes", None, 5)
    alike_ = Known(2, "x", "Harbour closes", None, 9)
    found = same_entries([new], {new.guid: [alike_, moved]}, (), lambda _: "")
    assert found == {new.guid: (1, "the same id but for its host, and the same title")}


def test_texts_are_alike_by_their_words() -> None:
    assert alike("<p>One two three</p>", "one <b>two</b>, three!")
    assert not alike("one two three", "one two four")
    assert not alike("one two three", "one two three", telling=4)


def test_keys_are_what_entries_share() -> None:
    link, title = "https://a.example/1", "Harbour stays closed until Friday"
    assert keys(title, None) == keys(title.upper() + "!", "https://a.example/")
    told = keys(title, link)
    assert told.link != told.title
    assert told.same() == told.story() == (told.link, told.title)
    short = keys("Harbour closes", link)
    assert (short.same(), short.story()) == ((told.link, short.title), (told.link,))
    assert keys("Harbour closes", None).story() == keys("", None).same() == ()


@pytest.mark.parametrize(
    "text", ["<" * 500_000, "< " * 500_000, "a_" * 500_000, "tag:" * 200_000, "https://" * 50_000]
)
def test_hostile_texts_take_no_time(text: str) -> None:
    begun = time.process_time()
    alike(text, text)
    keys(text, text)
    untracked(f"https://a.example/?{text}#{text}")
    bare_id(text)
    assert time.process_time() - begun < 1
