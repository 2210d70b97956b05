"""The full-text index: written piece by piece, and made again whenever it is of no use."""

import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StoreError
from reader.model import Feed, ParsedEntry, ParsedFeed, View
from reader.query import parse_query
from reader.store import Store
from reader.store.index import Progress, text_of
from reader.tokens import holds, phrase

Fill = Callable[..., Feed]


@pytest.fixture
def index(store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "cache" / "search.db"
    store.use_index(path)
    return path


def write(store: Store) -> None:
    while store.index_some(3):
        pass


def found(store: Store, text: str) -> list[str]:
    ids = store.find(parse_query(text, datetime.now(UTC)))
    return [row.title for row in store.entry_rows(ids)]


def come(store: Store, *entries: ParsedEntry) -> None:
    feed = store.feed_by_url("https://a.example/") or store.add_feed("https://a.example/", now=1)
    store.save_parsed(feed.id, ParsedFeed("A feed", entries=entries), now=1000)


@pytest.mark.usefixtures("index")
def test_the_newest_are_found_first(store: Store, fill: Fill) -> None:
    fill(entries=10)
    assert found(store, "title") == []
    assert store.index_progress() == Progress(0, 10)
    assert store.index_some(3)
    assert found(store, "title") == ["Title 0", "Title 1", "Title 2"]
    assert store.index_progress() == Progress(3, 10)
    write(store)
    assert len(found(store, "title")) == 10
    assert store.index_progress().complete
    assert not store.index_some(3)


@pytest.mark.usefixtures("index")
def test_what_comes_while_it_is_written_is_found(store: Store, fill: Fill) -> None:
    fill(entries=10)
    store.index_some(3)
    come(store, ParsedEntry("new", "Ferry"))
    store.index_some(3)
    assert found(store, "ferry") == ["Ferry"]
    write(store)
    assert len(found(store, "title")) == 10


@pytest.mark.usefixtures("index")
def test_what_changes_is_found_by_what_it_says_now(store: Store) -> None:
    come(store, ParsedEntry("a", "Ferry", content_html="<p>north"), ParsedEntry("b", "Bus"))
    write(store)
    come(store, ParsedEntry("a", "Ferry", content_html="<p>south"), ParsedEntry("b", "Tram"))
    write(store)
    assert found(store, "north or bus") == []
    assert found(store, "south") == ["Ferry"]
    assert found(store, "tram") == ["Tram"]
    (feed,) = store.feeds()
    store.edit_feed(feed.id, title="Gazette")
    write(store)
    assert found(store, "gazette tram") == ["Tram"]
    assert found(store, '"a feed"') == []


@pytest.mark.parametrize("damage", ["lost", "broken", "no database", "another's", "earlier"])
def test_it_is_made_again(
    store: Store, index: Path, fill: Fill, tmp_path: Path, damage: str
) -> None:
    fill(entries=4)
    write(store)
    store.drop_index()
    index.parent.mkdir(exist_ok=True)
    if damage == "broken":
        write(store)
        store._connection.execute("DETACH found_in")
        store._attached = False
        data = bytearray(index.read_bytes())
        data[8192:] = os.urandom(len(data) - 8192)
        index.write_bytes(data)
    elif damage == "no database":
        index.write_bytes(b"not a database, but longer than its header would be" * 50)
    elif damage == "another's":
        with Store(tmp_path / "other" / "reader.db") as other:
            other.use_index(index)
            come(other, ParsedEntry("x", "Title of another"))
            write(other)
    elif damage == "earlier":
        write(store)
        store._run("UPDATE found_in.told SET value = '0' WHERE key = 'version'")
        store._connection.execute("DETACH found_in")
        store._attached = False
    for _ in range(2):  # damage is seen when it is read: then the next time is the first
        try:
            write(store)
            titles = found(store, "title")
        except StoreError:
            continue
    assert titles == [f"Title {n}" for n in range(4)]
    assert store.check_index() is None


def test_it_is_private(store: Store, index: Path, fill: Fill) -> None:
    fill()
    write(store)
    assert index.stat().st_mode & 0o777 == 0o600
    assert index.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("index")
def test_writing_it_keeps_nobody_from_writing_the_database(store: Store, fill: Fill) -> None:
    fill()
    write(store)
    with store._index_transaction():
        store._tell(first=1)
        with Store(store.path, timeout=0) as other:
            other.set_read(other.entry_ids(View("all")), True, now=1)


def test_two_write_it_at_once(store: Store, index: Path, fill: Fill) -> None:
    fill(entries=300)

    def work() -> None:
        with Store(store.path) as own:
            own.use_index(index)
            write(own)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found(store, "title")) == 300
    assert store._row("SELECT count(*) FROM found_in.documents")[0] == 300
    assert store.check_index() is None


@pytest.mark.usefixtures("index")
def test_without_entries_there_is_nothing_to_do(store: Store) -> None:
    assert not store.index_some(3)
    assert store.index_progress() == Progress(0, 0)
    assert found(store, "title") == []


@pytest.mark.usefixtures("index")
def test_what_fits_best_comes_first(store: Store) -> None:
    come(
        store,
        ParsedEntry("a", "Other", published=300, content_html="<p>the ferry and much else " * 9),
        ParsedEntry("b", "Ferry", published=100),
        ParsedEntry("c", "Other", published=200, content_html="<p>ferry"),
    )
    write(store)
    ids = store.find(parse_query("ferry", datetime.now(UTC)), best_first=True)
    assert store.entry_rows(ids)[0].title == "Ferry"
    newest = store.find(parse_query("ferry", datetime.now(UTC)), limit=1)
    assert len(newest) == 1


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("a&amp;b", "a&b"),
        ("<p>one</p><p>two</p>", " one  two "),
        ("w<b>or</b>d", "word"),
        ("a<br>b", "a b"),
        ("<style>x{}</style>a<script>b</script ><!-- c -->d", " a  d"),
        ("<sup>2</sup>", "2"),
        ("<article>x</article>", " x "),
        ("1 < 2", "1 < 2"),
    ],
)
def test_the_words_of_html(html: str, text: str) -> None:
    assert text_of(html) == text


LETTERS = "aäAßß -_.“”東京都ガ서울ไทย'\"*\u0301٣"


@given(
    st.lists(st.text(LETTERS, max_size=8), min_size=1, max_size=6),
    st.text("aäAß東京都ガ서ไ *", min_size=1, max_size=4).filter(str.strip),
)
@settings(max_examples=60, deadline=None)
def test_the_index_finds_what_the_texts_hold(titles: list[str], sought: str) -> None:
    with TemporaryDirectory() as folder, Store(Path(folder, "reader.db")) as store:
        store.use_index(Path(folder, "search.db"))
        come(store, *(ParsedEntry(f"{n}", title) for n, title in enumerate(titles)))
        write(store)
        rows = store.entry_rows(store.entry_ids(View("all")))
        expected = [row.title for row in rows if holds(row.title, phrase(sought))]
        assert found(store, f'title:"{sought}"') == expected
