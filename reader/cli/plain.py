"""An article and its sourcing as plain text for people."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from reader.cli.output import cell_width, pad, wrap
from reader.model import Analysis, Article, Block, NoteKind, Quotation, Source

_INDENT = "  "
_NOTES: dict[NoteKind, str] = {"no_comment": "no comment", "anonymous": "unnamed sources"}


def plain_article(article: Article, analysis: Analysis, width: int) -> str:
    """Return the article wrapped at ``width`` cells, each quotation followed by its [number]."""
    text = ""
    before = None
    for block in article.blocks:
        if plain := _plain_block(block, analysis.quotations, width):
            tight = before == block.kind == "item"
            text += ("\n" if tight else "\n\n") + plain
            before = block.kind
    return text.removeprefix("\n\n")


def _plain_block(block: Block, quotations: Iterable[Quotation], width: int) -> str:
    text = _numbered(block, quotations)
    match block.kind:
        case "rule":
            return "* * *"
        case "code":
            return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))
        case "table":
            return _plain_table(text)
        case "image":
            return wrap(f"[image: {text}]", width) if text else ""
        case "embed":
            return wrap(f"▶ {text} <{block.url}>", width)
        case _:
            return wrap(text, width, *_margins(block))


def _margins(block: Block) -> tuple[str, str]:
    """Return what stands before the first line of a block, and before its others."""
    outer = _INDENT * (block.level - 1)
    match block.kind:
        case "item":
            first = f"{outer}{block.marker} "
            return first, " " * cell_width(first)
        case "quote":
            return f"{outer}> ", f"{outer}> "
        case "heading":
            return "", ""
        case _:
            return _INDENT * block.level, _INDENT * block.level


def _numbered(block: Block, quotations: Iterable[Quotation]) -> str:
    """Return the block's text with [1] after the first quotation of the article, and so on."""
    ends = [
        (quotation.end - block.start, number)
        for number, quotation in enumerate(quotations, 1)
        if block.start < quotation.end <= block.end
    ]
    text = block.text
    for end, number in sorted(ends, reverse=True):
        text = f"{text[:end]} [{number}]{text[end:]}"
    return text


def _plain_table(text: str) -> str:
    rows = [line.split("\t") for line in text.split("\n")]
    columns = zip_longest(*rows, fillvalue="")
    widths = [max(map(cell_width, column)) for column in columns]
    return "\n".join(_INDENT.join(map(pad, row, widths)).rstrip() for row in rows)


def plain_sources(analysis: Analysis, width: int) -> str:
    """Return a line for each source: name, role, what it is, and the numbers of what it says."""
    return "\n".join(wrap(line, width, "", _INDENT) for line in _source_lines(analysis))


def _source_lines(analysis: Analysis) -> Iterator[str]:
    for source in analysis.sources:
        numbers = " ".join(f"[{index + 1}]" for index in source.quotations)
        yield f"{named(source)}: {numbers}"
    nobody = [n for n, quotation in enumerate(analysis.quotations, 1) if quotation.source is None]
    if nobody:
        yield "nobody named: " + " ".join(f"[{number}]" for number in nobody)


def plain_notes(text: str, analysis: Analysis, width: int) -> str:
    """Return a line for each remark on sourcing: who did not comment, what stays unnamed."""
    return "\n".join(
        wrap(f"{_NOTES[note.kind]}: {_one_line(text[note.start : note.end])}", width, "", _INDENT)
        for note in analysis.notes
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())


def named(source: Source) -> str:
    """Return who a source is in one line: name, role, kind of source."""
    role = f", {source.role}" if source.role else ""
    hidden = ", anonymous" if source.anonymous and source.type != "unnamed" else ""
    return f"{source.name}{role} ({source.type}{hidden})"


def plain_quotations(text: str, analysis: Analysis, width: int) -> str:
    """Return the quotations as a numbered list: what is said, then who says it and how."""
    margin = len(str(len(analysis.quotations))) + 2
    lines: list[str] = []
    for number, quotation in enumerate(analysis.quotations, 1):
        content = " … ".join(_one_line(text[start:end]) for start, end in quotation.parts)
        label = f"{number}.".ljust(margin)
        lines.append(wrap(content, width, label, " " * margin))
        lines.append(wrap(_attribution(quotation, analysis), width, " " * margin, " " * margin))
    return "\n".join(lines)


def _attribution(quotation: Quotation, analysis: Analysis) -> str:
    source = None if quotation.source is None else analysis.sources[quotation.source]
    name = "nobody named" if source is None else source.name
    role = f" ({source.role})" if source is not None and source.role else ""
    how: list[str] = [quotation.kind]
    if quotation.cue is not None:
        how.append(_one_line(quotation.cue.text))
    if quotation.via:
        how.append(quotation.via)
    return f"— {name}{role} [{', '.join(how)}]"
