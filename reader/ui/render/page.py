"""An article laid out in lines of a given width, every line knowing its place in the text."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from operator import attrgetter

from reader.model import Analysis, Article, Block, Inline
from reader.ui.render import table
from reader.ui.render.cells import width_of, wrap
from reader.ui.render.code import CodeLine, code_runs, wrap_code
from reader.ui.render.evidence import is_doubtful, label
from reader.ui.render.lines import Line, Page, Run, page_of
from reader.ui.render.links import host_of
from reader.ui.render.marked import Marked, Stretch, cut, mark, tabs
from reader.ui.render.rows import DOUBTFUL

_MARGIN = "  "
_BAR = "│ "
_CODE = 60_000
"""Code points of code that are looked into at most in an article."""


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
    looked = 0
    for index, block in enumerate(article.blocks):
        if previous is not None and not _joined(previous, block):
            lines.append(_between(previous, block, width))
        inside = tabs(block) if block.kind == "code" else numbers.get(index, ())
        marked = mark(block, stretches.get(index, ()), inside)
        if block.kind == "code" and (looked := looked + len(block.text)) <= _CODE:
            marked = marked._replace(runs=(*marked.runs, *code_runs(marked.text, block.language)))
        lines += _block_lines(index, block, marked, width)
        previous = block
    return page_of(lines)


def _joined(first: Block, second: Block) -> bool:
    """Tell whether no blank line parts two blocks: items of a list, a picture and its caption."""
    return (first.kind == second.kind == "item") or second.kind == "caption"


def _between(first: Block, second: Block, width: int) -> Line:
    """Return the line between two blocks: blank, but for the bars of a quote that goes on."""
    bars = _BAR * min(_bars(first, width), _bars(second, width))
    if not bars:
        return Line("")
    return Line(bars.rstrip(), (Run(0, len(bars.rstrip()), "marker"),), "bar")


def _bars(block: Block, width: int) -> int:
    """Return in how many quotes a block stands, as far as there is room to show it."""
    return _deep(max(block.level, 1) if block.kind == "quote" else block.quoted, width)


def _deep(level: int, width: int) -> int:
    """Return how deep a block is shown: so that the text keeps most of the width."""
    return min(level, max(1, width // 8))


def _stretches(article: Article, analysis: Analysis) -> list[Stretch]:
    """Return what the analysis says of stretches of the text."""
    from reader.quotes.marks import pair_marks  # the engine: not before an article is drawn

    found: list[Stretch] = []
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


def _numbers(analysis: Analysis, end: int, doubtful: float) -> list[Stretch]:
    """Return the numbers to put in before ``end``, each with the last character it follows."""
    found: list[Stretch] = []
    for index, quotation in enumerate(analysis.quotations):
        last = quotation.parts[-1][1]
        doubt = DOUBTFUL if is_doubtful(quotation, doubtful) else ""
        if last <= end:
            found.append((last - 1, last, f"\u00a0[{label(quotation)}{doubt}]", index))
    return found


def _by_block(article: Article, stretches: Iterable[Stretch]) -> dict[int, list[Stretch]]:
    """Give each stretch to the blocks it touches, in order."""
    starts = [block.start for block in article.blocks]
    found: dict[int, list[Stretch]] = {}
    for stretch in sorted(stretches):
        first = max(bisect_right(starts, stretch[0]) - 1, 0)
        for index in range(first, len(starts)):
            if starts[index] >= stretch[1]:
                break
            found.setdefault(index, []).append(stretch)
    return found


def _block_lines(number: int, block: Block, marked: Marked, width: int) -> list[Line]:
    if block.kind == "rule":
        return [Line("─" * min(width, 24), role="dim", block=number)]
    if block.kind == "table":
        return _table_lines(number, block, width)
    if block.kind in ("image", "embed"):
        marked = _picture(block)
    first, rest = _prefixes(block, width)
    lines: list[Line] = []
    waiting = deque(sorted(marked.runs, key=lambda run: run.start))
    active: list[Run] = []
    before = 0
    for start, end, indent in _pieces(block, marked.text, width - width_of(first)):
        while waiting and waiting[0].start < end:
            active.append(waiting.popleft())
        active = [run for run in active if run.end > start]
        prefix = (rest if lines else first) + " " * indent
        line = cut(marked, (start, end), active, prefix)
        places = tuple((shown, block.start + at, size) for shown, at, size in line.places)
        goes_on = bool(lines) and "\n" not in marked.text[before:start]
        line = line._replace(role=block.kind, block=number, places=places, goes_on=goes_on)
        lines.append(line)
        before = end
    return lines


def _pieces(block: Block, text: str, width: int) -> Iterable[CodeLine]:
    if block.kind == "code":
        return wrap_code(text, max(width, 1))
    return (CodeLine(start, end, 0) for start, end in wrap(text, width))


def _picture(block: Block) -> Marked:
    """Return what stands for a picture, or for what a page embeds: a link to it."""
    if block.kind == "embed":
        host = host_of(block.url or "")
        text, at = f"▶ {block.text}" + (f" · {host}" if host not in block.text else ""), 2
    else:
        text, at = (f"[image: {block.text}]", 8) if block.text else ("[image]", 0)
    places = ((at, 0, len(block.text)),) if block.text else ()
    return Marked(text, places, (Run(0, len(text), "link", url=block.url),) if block.url else ())


def _prefixes(block: Block, width: int) -> tuple[str, str]:
    """Return what stands before a block's first line, and before its others."""
    bars = _BAR * _bars(block, width)
    indent = bars
    if block.kind == "item":
        indent += _MARGIN * _deep(block.level - 1, width)
        return f"{indent}{block.marker} ", indent + " " * (width_of(block.marker) + 1)
    if block.kind in ("paragraph", "code", "table") and not bars:
        indent = _MARGIN * _deep(block.level, width)
    if block.kind == "paragraph" and bars:
        indent += _MARGIN * _deep(block.level, width)
    if block.kind == "code":
        indent += _MARGIN
    return indent, indent


def _table_lines(number: int, block: Block, width: int) -> list[Line]:
    """Draw a table with the links in it; a line follows the rows that name columns."""
    rows = [line.split("\t") for line in block.text.split("\n")]
    starts = list(_cell_starts(rows))
    prefix, _ = _prefixes(block, width)
    lines: list[Line] = []
    drawn = table.draw(rows, max(width - len(prefix), 1), block.header_rows)
    for index, row_lines in enumerate(drawn):
        for text, pieces, named in row_lines:
            at = [
                (len(prefix) + p.shown, starts[p.row][p.column] + p.start, p.size) for p in pieces
            ]
            runs = [Run(0, len(prefix) + named, "marker")] if named or prefix.strip() else []
            if index < block.header_rows:
                runs += [Run(shown, shown + size, "strong") for shown, _, size in at]
            runs += _inside(block.inlines, at)
            places = tuple((shown, block.start + start, size) for shown, start, size in at)
            lines.append(Line((prefix + text).rstrip(), tuple(runs), "table", number, places))
        if row_lines and index == block.header_rows - 1:
            wide = max(width_of(line.text) for lines_ in drawn for line in lines_)
            lines.append(Line(prefix + "─" * wide, role="dim", block=number))
    return lines


def _cell_starts(rows: Iterable[Sequence[str]]) -> Iterator[list[int]]:
    """Yield for each row where its cells begin in the table's text."""
    at = 0
    for row in rows:
        *starts, at = accumulate((len(cell) + 1 for cell in row), initial=at)
        yield starts


def _inside(inlines: Sequence[Inline], places: Iterable[tuple[int, int, int]]) -> Iterator[Run]:
    """Yield what inlines of a block, in order, are on a line that shows some places of it."""
    for shown, start, size in places:
        first = bisect_left(inlines, start, key=attrgetter("end"))
        for inline in islice(inlines, first, None):
            if inline.start >= start + size:
                break
            low, high = max(inline.start, start), min(inline.end, start + size)
            if low < high:
                yield Run(low - start + shown, high - start + shown, inline.kind, url=inline.url)
