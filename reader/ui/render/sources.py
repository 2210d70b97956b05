"""The rows of the sources panel."""

from reader.model import Analysis, Note, Quotation, QuotationKind, Source
from reader.ui.render.cells import crop, fit, width_of
from reader.ui.render.evidence import is_doubtful, words_of
from reader.ui.render.rows import DOUBTFUL, RELAYS, Piece
from reader.ui.themes import SOURCES


def source_row(number: int, source: Source, analysis: Analysis, width: int) -> list[Piece]:
    """Return one line: number, name, role or type, how much is direct and indirect."""
    label = f"[{number + 1}]"
    counts = _counts(source, analysis, short=width < 56)
    about = source.role or source.type
    if source.anonymous:
        about = f"{RELAYS} unnamed" if source.type == "unnamed" else f"{RELAYS} unnamed behind"
    room = width - width_of(label) - 1 - width_of(counts) - 2
    name = crop(source.name, max(8, room if room < 30 else room * 3 // 5))
    rest = room - width_of(name) - 2
    middle = f"  {crop(about, rest)}" if rest > 5 else ""
    used = width_of(name) + width_of(middle)
    return [
        (label, colour_of(number)),
        (f" {name}", "unread"),
        (fit(middle, room - width_of(name)) if used <= room else "", "dim"),
        (f" {counts} ", "count"),
    ]


def quotation_row(quotation: Quotation, text: str, width: int, doubtful: float) -> list[Piece]:
    """Return one line: the first words of a quotation, after a question mark if it is doubtful."""
    sign = DOUBTFUL if is_doubtful(quotation, doubtful) else " "
    return [(fit(f"  {sign} {words_of(quotation, text)}", width), "read")]


def removed_row(quotation: Quotation, text: str, width: int) -> list[Piece]:
    """Return one line: that a person took words for no quotation, and which."""
    return [(fit(f"– not a quotation: {words_of(quotation, text)}", width), "dim")]


def note_row(note: Note, text: str, width: int) -> list[Piece]:
    """Return one line: what kind of remark on sourcing it is, and its words."""
    words = " ".join(text[note.start : note.end].split())
    label = "unnamed sources" if note.kind == "anonymous" else "no comment"
    return [(fit(f"– {label}: {words}", width), "dim")]


def colour_of(number: int) -> str:
    """Return the look of a source's colour."""
    return f"source-{number % SOURCES + 1}"


def _counts(source: Source, analysis: Analysis, *, short: bool) -> str:
    kinds = [analysis.quotations[index].kind for index in source.quotations]
    told: tuple[QuotationKind, ...] = ("direct", "mixed", "indirect")
    counts = [(kinds.count(kind), kind[:3] if short else kind) for kind in told]
    return " ".join(f"{count} {kind}" for count, kind in counts if count)
