"""Lines of prose set wider apart, or to the same length."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from reader.ui.render.cells import width_of
from reader.ui.render.lines import Line, Page, page_of

_PROSE = frozenset({"paragraph", "item", "quote"})
_WIDEST = 3
"""Cells that a space may become at most: what needs more stays as it is."""


def typeset(page: Page, width: int, *, spacing: int = 0, justify: bool = False) -> Page:
    """Return a page with ``spacing`` blank lines between lines of prose, or its lines justified.

    Args:
        page: What ``lay_out`` made.
        width: In cells, what lines are justified to; the last line of a paragraph is not.
        spacing: How many blank lines follow a line that goes on.
        justify: Whether to justify.
    """
    if not spacing and not justify:
        return page
    return page_of(_set(page.lines, width if justify else 0, spacing))


def _set(lines: Sequence[Line], width: int, spacing: int) -> Iterator[Line]:
    inside = False
    for line, following in pairwise([*lines, Line("")]):
        if line.block is None and not line.places and following.block is not None and inside:
            yield from [line] * spacing  # paragraphs stay further apart than their lines
        inside = inside or line.block is not None
        if line.role not in _PROSE or line.block != following.block:
            yield line
            continue
        yield _justified(line, width) if width and following.goes_on else line
        yield from [Line("", block=line.block)] * spacing


def _justified(line: Line, width: int) -> Line:
    """Return a line with its spaces widened to fill ``width`` cells, where that looks well."""
    first = line.places[0][0]
    gaps = [at for at in range(first, len(line.text)) if line.text[at] == " "]
    extra = width - width_of(line.text)
    if not gaps or not 0 < extra <= (_WIDEST - 1) * len(gaps):
        return line
    added = [0] * (len(line.text) + 1)
    for index, at in enumerate(gaps):
        added[at + 1] = extra * (index + 1) // len(gaps) - extra * index // len(gaps)
    moved = [at + more for at, more in enumerate(accumulate(added))]
    letters = (" " * more + letter for letter, more in zip(line.text, added, strict=False))
    runs = tuple(run._replace(start=moved[run.start], end=moved[run.end]) for run in line.runs)
    places = tuple(piece for place in line.places for piece in _parted(place, added, moved))
    return line._replace(text="".join(letters), runs=runs, places=places)


def _parted(
    place: tuple[int, int, int], added: Sequence[int], moved: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Yield a place in pieces: one between each two spaces that were widened."""
    shown, start, length = place
    cuts = [at for at in range(shown + 1, shown + length) if added[at]]
    for low, high in pairwise([shown, *cuts, shown + length]):
        yield moved[low], start + low - shown, high - low
