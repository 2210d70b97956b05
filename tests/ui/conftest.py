"""An app that stands still: fixed clock, no animation, a small store of its own."""

import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App

from reader.config import Config
from reader.model import Enclosure, ParsedEntry, ParsedFeed, View
from reader.paths import Paths
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.library import Library
from reader.ui.render import words
from tests.ui.driver import NOW, Driver, Reader

HOUR = 3600

HARBOUR = """
<p>The harbour council put off its vote again. <a href="https://example.org/plan">The plan</a>
would move the fish market inland.</p>
<p>“We will not be hurried,” said Mira Okell, who chairs the council. “The tide has waited
longer than we have.”</p>
<h2>What it costs</h2>
<p>Okell said that the plan would cost nine million crowns. According to the Coast Courier, two
members want a smaller one.</p>
<table><thead><tr><th>Part</th><th>Cost</th></tr></thead>
<tr><td>Quay</td><td>6 million</td></tr><tr><td>Halls</td><td>3 million</td></tr></table>
<ul><li>Vote in May</li><li>Work from June</li></ul>
<blockquote><p>A harbour is a promise.</p></blockquote>
<pre><code class="language-python">print("ahoy")</code></pre>
<p>A person familiar with the talks said the banks were nervous.</p>
"""
ICE = """
<p>The ice left the bay early. “It was gone before the geese came,” Jon Hask told a reporter.</p>
"""


def entry(guid: str, title: str, html: str, hours: int, **more: Any) -> ParsedEntry:
    """An entry of some hours ago."""
    return ParsedEntry(
        guid=guid,
        title=title,
        link=f"https://example.org/{guid}",
        published=NOW - hours * HOUR,
        content_html=html,
        **more,
    )


COURIER = ParsedFeed(
    "Coast Courier",
    entries=(
        entry("harbour", "Harbour vote postponed again", HARBOUR, 3, authors=("Ada Ray",)),
        entry("ice", "Why the ice left early", ICE, 5, language="en"),
        entry("markup", "[/] [b]x[/b] [@click=app.quit]y", "<p>Nobody speaks here.</p>", 30),
    ),
)
WORLD = ParsedFeed(
    "World [i]in[/i] Brief",
    entries=(
        entry("bus", "終バス、今夜も終電を待つ", "<p>短い記事。</p>", 7, language="ja"),
        entry(
            "emoji",
            "Sailors 👩‍👩‍👧 land 🇳🇴 — café",
            "<p>They landed.</p>",
            9,
            enclosures=(Enclosure("https://example.org/a.mp3", "audio/mpeg", 1234),),
        ),
        entry("boat", "مكتبة على ظهر قارب", "<p>مكتبة.</p>", 11, language="ar"),
    ),
)


class Svg(SingleFileSnapshotExtension):
    """Snapshots as the pictures they are."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def matches_snapshot(snapshot: SnapshotAssertion) -> Callable[[App[Any]], bool]:
    expected = snapshot.use_extension(Svg)

    def compare(app: App[Any]) -> bool:
        picture = app.export_screenshot(title="newsreader")
        return re.sub(r"terminal-\d+-", "terminal-", picture) == expected

    return compare


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stop the clock; live in UTC; no cursor blinks, nothing is animated."""
    monkeypatch.setattr(words, "time", SimpleNamespace(time=lambda: NOW))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A store with two feeds and six entries."""
    path = tmp_path / "data" / "reader.db"
    with Store(path) as store:
        for url, folder, feed in (
            ("https://example.org/courier.xml", "Coast", COURIER),
            ("https://example.org/world.xml", None, WORLD),
        ):
            added = store.add_feed(url, folder=folder, now=NOW)
            store.save_parsed(added.id, feed, now=NOW)
    return path


@pytest.fixture
def reader(database: Path) -> Reader:
    @asynccontextmanager
    async def run(  # noqa: PLR0913 - what a test may want otherwise
        width: int = 120,
        height: int = 40,
        *,
        path: Path = database,
        config: Config | None = None,
        view: View | None = None,
        theme: str | None = None,
        paths: Paths | None = None,
    ) -> AsyncIterator[Driver]:
        library = Library(path, path.parent.with_name("cache") / "search.db")
        try:
            library.wait_open()
            app = ReaderApp(library, config or Config(), view=view, paths=paths)
            if theme:
                app.theme = theme
            async with app.run_test(size=(width, height), notifications=True) as pilot:
                driver = Driver(app, pilot)
                await driver.settle()
                yield driver
        finally:
            library.close()

    return run
