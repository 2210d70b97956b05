"""The rows of the lists, as pieces of text that each name their look."""

from collections.abc import Sequence

from reader.model import BookmarkRow, EntryRow
from reader.ui.render.cells import crop, fit, width_of
from reader.ui.render.words import age

Piece = tuple[str, str]
"""Text, and its look: the name of a component class, "" for plain."""

UNREAD = "●"
BOOKMARKED = "★"
QUOTATIONS = "❝"
RELAYS = "▲"
"""The sign of a source that is unnamed, or passes on what an unnamed one said."""
NOBODY = "–"
"""In place of a source's number where nobody is named."""
DOUBTFUL = "?"
"""The sign of a quotation that the engine is not sure of."""


def entry_row(
    row: EntryRow, width: int, now: int, sought: Sequence[tuple[str, bool]] = ()
) -> tuple[list[Piece], list[Piece]]:
    """Return the two lines of an entry: its title; its feed, age and author.

    Args:
        row: The entry.
        width: Cells to fill.
        now: Seconds since 1970, UTC.
        sought: Words and phrases to be marked in the title, and whether each may go on.
    """
    look = "read" if row.read else "unread"
    count = f"{QUOTATIONS}{row.quotations}" if row.quotations else ""
    when = age(row.published if row.published is not None else row.seen, now)
    about = [row.feed, when, *([", ".join(row.authors)] if row.authors else [])]
    if row.others:
        about.insert(1, f"+{row.others}")
    star = BOOKMARKED if row.bookmarked else ""
    return (
        [
            (f"{' ' if row.read else UNREAD} ", "sign"),
            *_marked(
                _line(row.title or "(no title)", look, count, "count", width - 2), look, sought
            ),
        ],
        [("  ", ""), *_line(" · ".join(about), "dim", star, "star", width - 2)],
    )


def bookmark_row(row: BookmarkRow, width: int, now: int) -> tuple[list[Piece], list[Piece]]:
    """Return the two lines of a bookmark: what it marks; where that is from, tags and note."""
    own = [" ".join(f"#{tag}" for tag in row.tags), row.note]
    if row.quotation is None:
        title, about = row.title or "(no title)", [*own, row.feed]
    else:
        title, about = row.quotation, [row.source or "source unknown", *own, row.title]
    about = [part for part in (*about, age(row.created, now)) if part]
    return (
        [(f"{BOOKMARKED} ", "star"), *_line(title, "read", "", "", width - 2)],
        [("  ", ""), *_line(" · ".join(about), "dim", "", "", width - 2)],
    )


def _marked(line: list[Piece], look: str, sought: Sequence[tuple[str, bool]]) -> list[Piece]:
    """Mark words in the first piece of a line."""
    if not sought:
        return line
    from reader.ui.render.finding import find_words, folded  # only where one searched

    text = line[0][0]
    pieces: list[Piece] = []
    at = 0
    for start, end in find_words(folded(text), sought):
        pieces += [(text[at:start], look), (text[start:end], f"{look}-found")]
        at = end
    return [*pieces, (text[at:], look), *line[1:]]


def labelled(label: str, look: str, count: str, width: int) -> list[Piece]:
    """Return one line with ``label`` on the left and ``count`` on the right."""
    return _line(label, look, count, "count", width)


def _line(left: str, look: str, right: str, right_look: str, width: int) -> list[Piece]:
    """Fill ``width`` cells; the right end keeps its place, the left is cut."""
    if not right or width_of(right) + 4 > width:
        return [(fit(left, width), look)]
    room = width - width_of(right) - 1
    return [(fit(crop(left, room - 1), room), look), (right, right_look), (" ", "")]
