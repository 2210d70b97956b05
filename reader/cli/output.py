"""What the commands print: JSON, times, columns and wrapped text. Never colour."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TextIO

from reader.text import clean, clean_line

TEXT_WIDTH = 80
"""Cells: the longest line of an article in plain text."""

_GAP = "  "
_ONE_LINE = str.maketrans("\n\t", "  ")
# What may not be parted: a wide character with the closing marks after it (Unicode's UAX #14,
# classes ID and CL in the main), or a run without white space and wide characters.
_WIDE = "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"
_CLOSING = "、。，．・：；！？」』）】〉》〕”’"
_PIECE = re.compile(f"[{_WIDE}][{_CLOSING}]*|[^\\s{_WIDE}]+")

_PROGRESS_CELLS = 60


def complain(message: str) -> None:
    """Print one line on standard error."""
    print(f"newsreader: {clean_line(message)}", file=sys.stderr)


def remark(message: str) -> None:
    """Tell a person something that is no data: one line on standard error of a terminal."""
    if is_terminal(sys.stderr):
        print(clean_line(message), file=sys.stderr)


def show_progress(text: str) -> None:
    """Write over the last line of a terminal; the empty text takes it away."""
    if is_terminal(sys.stderr):
        line = cut(clean_line(text), _PROGRESS_CELLS).ljust(_PROGRESS_CELLS)
        print(f"\r{line}\r", end="", file=sys.stderr, flush=True)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees what is written to the stream."""
    return stream is not None and stream.isatty()


# --- JSON ----------------------------------------------------------------------------


def to_json(value: Any, indent: int | None = None) -> str:
    """Return JSON with the letters as they are, or in ASCII where a terminal might obey one."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if clean(text) == text else json.dumps(value, indent=indent)


def print_json(value: Any) -> None:
    """Print one JSON document, for people to read too."""
    print(to_json(value, indent=2))


def print_json_line(value: Any) -> None:
    """Print one line of JSON Lines at once, so that who waits for it has it."""
    print(to_json(value), flush=True)


def iso_time(seconds: int | None) -> str | None:
    """Return seconds since 1970 as ISO 8601 in UTC; None for None and for no year of ours."""
    if seconds is None:
        return None
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment.isoformat().replace("+00:00", "Z")


def local_time(seconds: int | None) -> str:
    """Return seconds since 1970 as date and time where the reader is, or nothing."""
    if seconds is None:
        return ""
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError, OSError):
        return ""


# --- Columns -------------------------------------------------------------------------


def cell_width(text: str) -> int:
    """Return how many cells of a terminal the text takes (Unicode's UAX #11)."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int) -> str:
    """Return the text, or as much of it as fits ``width`` cells with an ellipsis."""
    if cell_width(text) <= width:
        return text
    room = width - 1
    for position, character in enumerate(text):
        room -= _cells(character)
        if room < 0:
            return text[:position] + "…"
    return text


def screen_width() -> int | None:
    """Return the columns of the terminal that shows the output, None where it is no terminal."""
    if not is_terminal(sys.stdout):
        return None
    import shutil  # brings the archive formats with it: not for a pipe

    return shutil.get_terminal_size().columns


def print_columns(rows: Iterable[Sequence[str]], widest: Sequence[int | None]) -> None:
    """Print rows with their columns aligned.

    Args:
        rows: The cells of each row.
        widest: How many cells each column may take at most, None for any. The last column
            takes what the screen leaves.
    """
    lines = [[clean(cell).translate(_ONE_LINE) for cell in row] for row in rows]
    limits = [sys.maxsize if limit is None else limit for limit in widest]
    widths = [
        min(limit, max((cell_width(line[column]) for line in lines), default=0))
        for column, limit in enumerate(limits[:-1])
    ]
    screen = screen_width()
    if screen is not None:
        taken = sum(widths) + len(_GAP) * len(widths)
        limits[-1] = max(screen - taken, 8)
    for line in lines:
        cells = [pad(cut(cell, width), width) for cell, width in zip(line, widths, strict=False)]
        print(_GAP.join([*cells, cut(line[-1], limits[-1])]).rstrip())


def pad(text: str, width: int) -> str:
    """Return the text with spaces after it up to ``width`` cells."""
    return text + " " * (width - cell_width(text))


# --- Text ----------------------------------------------------------------------------


def text_width() -> int:
    """Return how many cells a line of an article takes: the screen's, and no more than 80."""
    return min(TEXT_WIDTH, screen_width() or TEXT_WIDTH)


def wrap(text: str, width: int, first: str = "", rest: str = "") -> str:
    """Return text wrapped at ``width`` cells, its own line ends kept.

    ``first`` stands before the first line, ``rest`` before the others. A word longer than a
    line is not cut: addresses stay whole.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_line(paragraph, width - cell_width(rest))
    prefixes = [first] + [rest] * (len(lines) - 1)
    return "\n".join((prefix + line).rstrip() for prefix, line in zip(prefixes, lines, strict=True))


def _wrap_line(text: str, width: int) -> list[str]:
    lines = [""]
    taken = last = 0
    for piece in _PIECE.finditer(text):
        gap = " " if piece.start() > last and lines[-1] else ""
        needed = cell_width(piece[0])
        if lines[-1] and taken + len(gap) + needed > width:
            lines.append("")
            taken, gap = 0, ""
        lines[-1] += gap + piece[0]
        taken += len(gap) + needed
        last = piece.end()
    return lines
