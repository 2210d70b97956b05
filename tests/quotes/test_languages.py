"""What news in each language says: ``tests/data/quotations/languages/*.txt``.

A block is a text and, in lines that begin with ``>``, its quotations: content (its parts
joined by ``+``), mention, source, and what kind it is where that is not direct. A source
``=`` is named as it is mentioned; ``-`` stands for none, ``?`` for any. A block that opens
with ``# not yet`` is known to fail.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reader.quotes import find_quotations

DATA = Path(__file__).parent.parent / "data" / "quotations" / "languages"
MARKS = " \xa0\u202f.,;:–—-\"“”„«»‹›‘’‚'?!"


class Said(NamedTuple):
    """A quotation as the data tell it."""

    parts: list[str]
    mention: str
    source: str
    direct: bool


def blocks(path: Path) -> Iterator[Any]:
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        text = "\n".join(line for line in lines if line[0] not in "#>")
        told = [expected(line[2:]) for line in lines if line.startswith("> ")]
        marks = [pytest.mark.xfail(strict=True)] if "# not yet" in lines else []
        yield pytest.param(path.stem[:2], text, told, id=f"{path.stem}: {text[:50]}", marks=marks)


def expected(line: str) -> Said:
    content, mention, source, *kind = (field.strip() for field in line.split(" | "))
    parts = [part.strip(MARKS) for part in content.split(" + ")]
    return Said(parts, mention, mention if source == "=" else source, direct=not kind)


def found_in(text: str, language: str | None) -> list[Said]:
    analysis = find_quotations(text, language=language)
    return [
        Said(
            [text[start:end].strip(MARKS) for start, end in each.parts],
            each.mention.text if each.mention else "-",
            "-" if each.source is None else analysis.sources[each.source].name,
            each.kind == "direct",
        )
        for each in analysis.quotations
    ]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [block for path in sorted(DATA.glob("*.txt")) for block in blocks(path)],
)
def test_who_says_what(language: str, text: str, told: list[Said]) -> None:
    found = found_in(text, language)

    assert [(each.parts, each.direct) for each in found] == [
        (each.parts, each.direct) for each in told
    ]
    for got, wanted in zip(found, told, strict=True):
        if wanted.source != "?":
            assert (got.mention, got.source) == (wanted.mention, wanted.source)
