"""Text measured in terminal cells: cut, pad and wrap.

Widths follow rich's tables of East Asian width and grapheme clusters (UAX #11, UAX #29).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, get_character_cell_size, set_cell_size, split_graphemes

from reader.model import Span

_JOINER = "\u200d"
_WORD = re.compile("[^ ]+")
# A line may also end after a hyphen or dash inside a word, and after a slash in an address.
_HYPHEN = re.compile(r"(?<=[^\W_][-–—/])(?=[^\W_])")
# What may not begin a line in Chinese and Japanese (JIS X 4051, closing marks), and what
# may not end one.
_NO_START = frozenset(
    "、。，．・：；？！」』）］｝〉》】〕ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ…’”"
)
_NO_END = frozenset("「『（［｛〈《【〔‘“")


def width_of(text: str) -> int:
    """Return how many cells ``text`` takes."""
    return len(text) if text.isascii() else cell_len(text)


def fit(text: str, width: int) -> str:
    """Return ``text`` cut or padded to exactly ``width`` cells; a cut ends in "…"."""
    if width <= 0:
        return ""
    # A joiner at the end would swallow the first space after it.
    fitted = set_cell_size(crop(text, width).rstrip(_JOINER), width)
    # Joiners that join nothing are measured in two ways by rich: do without them.
    if width_of(fitted) == width or _JOINER not in text:
        return fitted
    return fit(text.replace(_JOINER, ""), width)


def crop(text: str, width: int) -> str:
    """Return ``text`` cut to at most ``width`` cells; a cut ends in "…"."""
    if width <= 0:
        return ""
    if width_of(text) <= width:
        return text
    cut = set_cell_size(text, width - 1).rstrip(" " + _JOINER) + "…"
    if width_of(cut) <= width or _JOINER not in text:
        return cut
    return crop(text.replace(_JOINER, ""), width)


def wrap(text: str, width: int) -> list[Span]:
    """Break ``text`` into lines of at most ``width`` cells.

    Returns the span of each line in code points, without the white space a break took.
    Lines end at line feeds, between words, after hyphens, between wide characters, and
    inside a word only where it is wider than a whole line. At least one span is returned.
    """
    width = max(width, 1)
    lines: list[Span] = []
    start = 0
    for line in text.split("\n"):
        spans = _wrap_line(line, start, width)
        lines += _measured(text, spans, width) if _JOINER in line else spans
        start += len(line) + 1
    return lines


def _wrap_line(line: str, base: int, width: int) -> list[Span]:
    if width_of(line) <= width:
        return [(base, base + len(line.rstrip(" ")))]
    spans: list[Span] = []
    begin = end = used = 0
    for start, stop, cells in _atoms(line, width):
        gap = 0 if begin == end else width_of(line[end:start])
        if begin != end and used + gap + cells > width:
            spans.append((base + begin, base + end))
            begin = end
        if begin == end:
            begin, used, gap = start, 0, 0
        end = stop
        used += gap + cells
    spans.append((base + begin, base + end))
    return spans


def _measured(text: str, spans: Iterable[Span], width: int) -> Iterator[Span]:
    """Yield spans, parted once more where they are wider than their parts were.

    Joiners that join nothing swallow the sign behind them, or not, by what stands before them.
    """
    for start, end in spans:
        begin = start
        while begin < end and width_of(text[begin:end]) > width:
            cuts = range(end - 1, begin, -1)
            cut = next((cut for cut in cuts if width_of(text[begin:cut]) <= width), end)
            if cut == end or not width_of(text[begin:cut]):
                cut = next(cut for cut in range(begin + 1, end + 1) if width_of(text[begin:cut]))
            yield begin, cut
            begin = cut + len(text[cut:end]) - len(text[cut:end].lstrip(" "))
        if begin < end or begin == start:
            yield begin, end


def _atoms(line: str, width: int) -> Iterator[tuple[int, int, int]]:
    """Yield what a break may not part: start, end, width in cells."""
    for word in _WORD.finditer(line):
        start = word.start()
        for piece in _HYPHEN.split(word.group()):
            cells = width_of(piece)
            if cells <= width and cells == len(piece):
                yield start, start + len(piece), cells
            else:
                yield from _clusters(piece, start, width)
            start += len(piece)


def _clusters(piece: str, base: int, width: int) -> Iterator[tuple[int, int, int]]:
    """Part a word at its wide characters, and wherever it is wider than a line."""
    begin = used = 0
    before = ""
    for start, _, cells in split_graphemes(piece)[0]:
        letter = piece[start]
        between = 2 in map(get_character_cell_size, before + letter)
        apart = between and letter not in _NO_START and before not in _NO_END
        if start > begin and (apart or used + cells > width):
            yield base + begin, base + start, used
            begin, used = start, 0
        used += cells
        before = letter
    if begin < len(piece):
        yield base + begin, base + len(piece), used


def whole(text: str, cuts: Iterable[int]) -> list[int]:
    """Return places to cut ``text`` at, in order: none inside what is drawn as one sign.

    Cut there, the parts would be wider than the whole. A place inside moves to the sign's end.
    """
    if text.isascii():
        return sorted(set(cuts))
    ends = [end for _, end, _ in split_graphemes(text)[0]]
    return sorted({ends[bisect_left(ends, cut)] if 0 < cut < len(text) else cut for cut in cuts})


def index_at(text: str, cell: int) -> int:
    """Return which code point of ``text`` is drawn at a cell; its length past the end."""
    if text.isascii():
        return min(cell, len(text))
    used = 0
    for start, _, cells in split_graphemes(text)[0]:
        used += cells
        if used > cell:
            return start
    return len(text)
