"""Rows, strips and words."""

import pytest
from rich.cells import cell_len

from reader.model import Analysis, BookmarkRow, EntryRow, Note, Quotation, Source
from reader.ui.render import sourcing, table
from reader.ui.render.rows import Piece, bookmark_row, entry_row, labelled
from reader.ui.render.sources import source_row
from reader.ui.render.words import age, count, exact, reading_time

NOW = 1_795_550_400
TITLES = [
    "Plain",
    "終バス、今夜も終電を待つ",
    "Sailors 👩‍👩‍👧 land 🇳🇴",
    "cafe\u0301 crème",
    "مكتبة على ظهر قارب",
    "",
    "[/] [b]x[/b]",
    "w" * 300,
]


def text(pieces: list[Piece]) -> str:
    return "".join(piece for piece, _ in pieces)


def row(title: str, **more: object) -> EntryRow:
    fields = {
        "id": 1, "feed_id": 1, "title": title, "link": None, "feed": "Coast Courier",
        "authors": ("Ada Ray",), "published": NOW - 7200, "seen": NOW, "read": False,
        "bookmarked": True, "quotations": 14,
    }  # fmt: skip
    return EntryRow(**(fields | more))  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("width", [3, 8, 20, 36, 54, 120])
def test_rows_fill_their_width_exactly(title: str, width: int) -> None:
    entry = entry_row(row(title), width, NOW)
    kept = BookmarkRow(1, 1, title, None, title, (), None, title, title, title, ("tag",), NOW)
    for line in (*entry, *bookmark_row(kept, width, NOW), labelled(title, "read", "12", width)):
        assert cell_len(text(line)) == width


def test_an_entry_tells_all_at_a_glance() -> None:
    first, second = entry_row(row("Harbour vote"), 40, NOW)
    assert text(first) == f"{'● Harbour vote':36}❝14 "
    assert text(second) == f"{'  Coast Courier · 2 h · Ada Ray':38}★ "
    read = entry_row(row("Harbour vote", read=True, quotations=None, bookmarked=False), 40, NOW)
    assert text(read[0]).strip() == "Harbour vote"
    assert "★" not in text(read[1])


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "now"),
        (59, "now"),
        (60, "1 min"),
        (3600, "1 h"),
        (86400, "1 d"),
        (7 * 86400, "17 Nov"),
        (366 * 86400, "23 Nov 2025"),
        (-60, "now"),
        (-2 * 86400, "26 Nov"),
    ],
)
def test_ages(seconds: int, words: str) -> None:
    assert age(NOW - seconds, NOW) == words


def test_words() -> None:
    assert exact(NOW) == "Tue 24 Nov 2026, 20:00"
    assert count(1, "feed") == "1 feed"
    assert count(1200, "entry", "entries") == "1,200 entries"
    assert reading_time(10) == "1 min"
    assert reading_time(1000) == "4 min"


TEXT = "one two three four five six seven eight nine ten"
ANALYSIS = Analysis(
    "en",
    (
        Quotation(0, 13, ((0, 13),), "direct", None, None, 0),
        Quotation(14, 23, ((14, 23),), "indirect", None, None, 1),
    ),
    (
        Source("Mira Okell", "person", "chair of the council", quotations=(0,)),
        Source("Reuters", "outlet", anonymous=True, quotations=(1,)),
    ),
)


def test_shares_of_the_words() -> None:
    named, outlets = sourcing.shares(TEXT, ANALYSIS)
    assert (named.label, named.sources, named.words) == ("named", 1, 0.3)
    assert (outlets.label, outlets.sources, outlets.words) == ("outlets", 1, 0.2)


@pytest.mark.parametrize(
    ("width", "strip"),
    [
        (80, "named 1 ▇▇▇▇▇▇ · outlets 1 ▇▇▇▇ · 50 % of the words"),
        (40, "named 1 · outlets 1 · 50 % of the words"),
        (20, "named 1 · outlets 1"),
    ],
)
def test_the_strip_gives_way_in_steps(width: int, strip: str) -> None:
    assert sourcing.strip(TEXT, ANALYSIS, width) == strip


def test_the_strip_tells_who_did_not_comment() -> None:
    silent = (Note("no_comment", 0, 3), Note("no_comment", 4, 7), Note("anonymous", 8, 12))
    noted = ANALYSIS._replace(notes=silent)
    strip = "named 1 · outlets 1 · no comment 2 · 50 % of the words"
    assert sourcing.strip(TEXT, noted, len(strip)) == strip
    assert sourcing.strip(TEXT, noted, 36) == "named 1 · outlets 1 · no comment 2"
    assert sourcing.strip(TEXT, noted, 20) == "named 1 · outlets 1"


def test_the_strip_of_an_article_in_which_nobody_speaks() -> None:
    assert sourcing.strip(TEXT, Analysis("en"), 80) == "no quotations found"
    silent = Analysis("en", notes=(Note("no_comment", 0, 3),))
    assert sourcing.strip(TEXT, silent, 80) == "no quotations found · no comment 1"


@pytest.mark.parametrize("width", [24, 40, 46, 80])
def test_rows_of_sources_fit(width: int) -> None:
    for number, source in enumerate(ANALYSIS.sources):
        assert cell_len(text(source_row(number, source, ANALYSIS, width))) == width


def test_a_source_that_relays_unnamed_ones_is_flagged() -> None:
    assert "▲ unnamed behind" in text(source_row(1, ANALYSIS.sources[1], ANALYSIS, 60))
    assert "1 indirect" in text(source_row(1, ANALYSIS.sources[1], ANALYSIS, 60))


def test_a_table_too_wide_for_columns_loses_no_word() -> None:
    rows = [["first column", "second", "third one"], ["a", "b"]]
    assert [[line.text for line in lines] for lines in table.draw(rows, 60)] == [
        ["first column  second  third one"],
        ["a             b"],
    ]
    for width in (1, 8, 12, 20, 30):
        drawn = " ".join(line.text for lines in table.draw(rows, width) for line in lines)
        for word in "".join(" ".join(cells) for cells in rows).split():
            assert set(word) <= set(drawn)
