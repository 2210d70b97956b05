"""An article laid out in lines of a given width, every line knowing its place in the text."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from operator import itemgetter
from typing import NamedTuple

from reader.model import Analysis, Article, Block, Span
from reader.ui.render import table
from reader.ui.render.cells import wrap
from reader.ui.render.evidence import is_doubtful, label
from reader.ui.render.rows import DOUBTFUL

_MARGIN = "  "

_Stretch = tuple[int, int, str, int]
"""Start and end in the article's text, what it is, index of the quotation."""


class Run(NamedTuple):
    """A stretch of a line with one meaning: a cue, a link, the words of source 2."""

    start: int
    end: int
    role: str
    """What it is: the name of a component class of the article view."""
    quotation: int | None = None
    """Index of the quotation it belongs to."""
    url: str | None = None


class Line(NamedTuple):
    """One line of the page, in code points of its own text."""

    text: str
    runs: tuple[Run, ...] = ()
    role: str = ""
    """The look of the whole line: "title", "dim", "heading", "code"..."""
    block: int | None = None
    """Which block of the article it shows, None for what stands around the article."""
    places: tuple[tuple[int, int, int], ...] = ()
    """Pieces of the article's text on this line: start on the line, start in the text, length."""


class Page(NamedTuple):
    """An article laid out."""

    lines: tuple[Line, ...]
    starts: tuple[tuple[int, int], ...]
    """(offset in the text, line): where each line with text begins, in order."""

    def line_of(self, offset: int) -> int:
        """Return the line on which ``offset`` of the article's text stands."""
        at = bisect_right(self.starts, (offset, len(self.lines))) - 1
        return self.starts[at][1] if at >= 0 else 0

    def offset_of(self, line: int) -> int:
        """Return the offset of the first text at or after ``line``; the last one's at the end."""
        for number in range(line, len(self.lines)):
            if self.lines[number].places:
                return self.lines[number].places[0][1]
        return self.starts[-1][0] if self.starts else 0


class _Marked(NamedTuple):
    """A block's text with the numbers of sources put in, and what its stretches mean."""

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    runs: tuple[Run, ...]


def lay_out(
    article: Article,
    analysis: Analysis | None,
    width: int,
    *,
    header: Iterable[Line] = (),
    doubtful: float = 0.0,
) -> Page:
    """Lay ``article`` out in lines of at most ``width`` cells, under ``header``.

    The number of a quotation's source follows its last word, as "[2]"; "[–]" where nobody is
    named; with a question mark where the quotation is less sure than ``doubtful``. Numbers count
    from 1 in the order of ``analysis.sources``.
    """
    lines = list(header)
    stretches = _by_block(article, _stretches(article, analysis) if analysis else ())
    signs = _numbers(analysis, len(article.text), doubtful) if analysis else ()
    numbers = _by_block(article, signs)
    previous: Block | None = None
    for index, block in enumerate(article.blocks):
        if previous is not None and not _joined(previous, block):
            lines.append(Line(""))
        marked = _mark(block, stretches.get(index, ()), numbers.get(index, ()))
        lines += _block_lines(index, block, marked, width)
        previous = block
    starts = tuple((line.places[0][1], n) for n, line in enumerate(lines) if line.places)
    return Page(tuple(lines), starts)


def _joined(first: Block, second: Block) -> bool:
    """Tell whether no blank line parts two blocks: items of a list, a picture and its caption."""
    return (first.kind == second.kind == "item") or second.kind == "caption"


def _stretches(article: Article, analysis: Analysis) -> list[_Stretch]:
    """Return what the analysis says of stretches of the text."""
    from reader.quotes.marks import pair_marks  # the engine: not before an article is drawn

    found: list[_Stretch] = []
    for index, quotation in enumerate(analysis.quotations):
        for start, end in quotation.parts:
            found.append((start, end, quotation.kind, index))
            if quotation.kind == "mixed":
                quoted = pair_marks(article.text, [(start, end)])
                found += [(q.start, q.end, "quoted", index) for q in quoted]
        if quotation.cue:
            found.append((quotation.cue.start, quotation.cue.end, "cue", index))
        if quotation.mention:
            found.append((quotation.mention.start, quotation.mention.end, "mention", index))
    return found


def _numbers(analysis: Analysis, end: int, doubtful: float) -> list[_Stretch]:
    """Return the numbers to put in before ``end``, each with the last character it follows."""
    found: list[_Stretch] = []
    for index, quotation in enumerate(analysis.quotations):
        last = quotation.parts[-1][1]
        doubt = DOUBTFUL if is_doubtful(quotation, doubtful) else ""
        if last <= end:
            found.append((last - 1, last, f"\u00a0[{label(quotation)}{doubt}]", index))
    return found


def _by_block(article: Article, stretches: Iterable[_Stretch]) -> dict[int, list[_Stretch]]:
    """Give each stretch to the blocks it touches, in order."""
    starts = [block.start for block in article.blocks]
    found: dict[int, list[_Stretch]] = {}
    for stretch in sorted(stretches):
        first = max(bisect_right(starts, stretch[0]) - 1, 0)
        for index in range(first, len(starts)):
            if starts[index] >= stretch[1]:
                break
            found.setdefault(index, []).append(stretch)
    return found


def _block_lines(number: int, block: Block, marked: _Marked, width: int) -> list[Line]:
    if block.kind == "rule":
        return [Line("─" * min(width, 24), role="dim", block=number)]
    if block.kind == "table":
        return _table_lines(number, block, width)
    if block.kind == "image":
        marked = _picture(block)
    first, rest = _prefixes(block)
    lines: list[Line] = []
    waiting = deque(sorted(marked.runs, key=lambda run: run.start))
    active: list[Run] = []
    for start, end in wrap(marked.text, width - len(first)):
        while waiting and waiting[0].start < end:
            active.append(waiting.popleft())
        active = [run for run in active if run.end > start]
        line = _cut(marked, (start, end), active, rest if lines else first)
        places = tuple((shown, block.start + at, size) for shown, at, size in line.places)
        lines.append(line._replace(role=block.kind, block=number, places=places))
    return lines


def _picture(block: Block) -> _Marked:
    text = f"[image: {block.text}]" if block.text else "[image]"
    places = ((8, 0, len(block.text)),) if block.text else ()
    return _Marked(text, places, (Run(0, len(text), "link", url=block.url),) if block.url else ())


def _prefixes(block: Block) -> tuple[str, str]:
    """Return what stands before a block's first line, and before its others."""
    if block.kind == "item":
        indent = _MARGIN * (block.level - 1)
        return f"{indent}{block.marker} ", indent + " " * (len(block.marker) + 1)
    if block.kind == "quote":
        bar = "│ " * max(block.level, 1)
        return bar, bar
    if block.kind == "code":
        return _MARGIN, _MARGIN
    indent = _MARGIN * block.level if block.kind == "paragraph" else ""
    return indent, indent


def _mark(block: Block, stretches: Sequence[_Stretch], numbers: Sequence[_Stretch]) -> _Marked:
    """Put the numbers of sources into a block's text."""
    shown: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    runs: list[Run] = []
    at = length = 0
    for _, offset, number, quotation in [*numbers, (0, block.end, "", 0)]:
        cut = offset - block.start
        if cut > at:
            pieces.append((length, at, cut - at))
            shown.append(block.text[at:cut].replace("\t", " "))
            length += cut - at
        if number:
            runs.append(Run(length, length + len(number), "number", quotation))
            shown.append(number)
            length += len(number)
        at = cut
    spans = [Run(i.start, i.end, i.kind, url=i.url) for i in block.inlines]
    spans += [
        Run(max(start, block.start) - block.start, min(end, block.end) - block.start, role, index)
        for start, end, role, index in stretches
    ]
    runs += [run._replace(start=s, end=e) for run in spans for s, e in _moved(run, pieces)]
    return _Marked("".join(shown), tuple(pieces), tuple(runs))


def _moved(run: Run, pieces: Sequence[tuple[int, int, int]]) -> list[Span]:
    """Return where a run of a block's text stands once numbers have been put in."""
    found: list[Span] = []
    first = max(bisect_right(pieces, run.start, key=itemgetter(1)) - 1, 0)
    for shown, start, length in islice(pieces, first, None):
        if start >= run.end:
            break
        low, high = max(run.start, start), min(run.end, start + length)
        if low < high:
            found.append((low - start + shown, high - start + shown))
    return found


def _cut(marked: _Marked, span: Span, active: Sequence[Run], prefix: str) -> Line:
    """Cut one line out of a block, ``prefix`` before it; places count in the block's text."""
    start, end = span
    shift = len(prefix) - start
    runs = tuple(
        run._replace(start=max(run.start, start) + shift, end=min(run.end, end) + shift)
        for run in active
        if run.start < end
    )
    places = tuple(
        (max(shown, start) + shift, at + max(shown, start) - shown, length)
        for shown, at, size in _pieces(marked, start, end)
        if (length := min(shown + size, end) - max(shown, start)) > 0
    )
    if prefix.strip():
        runs = (Run(0, len(prefix), "marker"), *runs)
    return Line(prefix + marked.text[start:end], runs, places=places)


def _pieces(marked: _Marked, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the pieces of a marked text that reach into a span of it."""
    first = max(bisect_right(marked.pieces, start, key=itemgetter(0)) - 1, 0)
    return takewhile(lambda piece: piece[0] < end, islice(marked.pieces, first, None))


def _table_lines(number: int, block: Block, width: int) -> list[Line]:
    """Draw a table; where it is too narrow for columns, each cell on a line of its own."""
    rows = [line.split("\t") for line in block.text.split("\n")]
    lines: list[Line] = []
    offset = block.start
    for index, (row, drawn) in enumerate(zip(rows, table.draw(rows, width), strict=True)):
        place: tuple[tuple[int, int, int], ...] = ((0, offset, len(drawn[0])),)
        for text in drawn:
            runs = (Run(0, len(text), "strong"),) if index < block.header_rows and text else ()
            lines.append(Line(text, runs, "table", number, place))
            place = ()
        if index == block.header_rows - 1:
            lines.append(Line("─" * max(map(len, drawn)), role="dim", block=number))
        offset += sum(map(len, row)) + len(row)
    return lines
