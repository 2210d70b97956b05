"""What news in each language says: ``tests/data/quotations/languages/*.txt``.

A block is a text and, in lines that begin with ``>``, its quotations: content (its parts
joined by ``+``), mention, source, and what kind it is where that is not direct. A source
``=`` is named as it is mentioned; ``-`` stands for none, ``?`` for any. A block that opens
with ``# not yet`` is known to fail.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reader.quotes import find_quotations
from reader.quotes.languages import language_of
from reader.quotes.prose import prose_of

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


def near_misses() -> list[Any]:
    rows = json.loads((DATA.parent / "near_misses.json").read_text(encoding="utf-8"))
    return [pytest.param(language, text, id=language) for language, text in rows]


@pytest.mark.parametrize(("language", "text"), near_misses())
def test_in_other_languages_marks_are_all_that_is_read(language: str, text: str) -> None:
    analysis = find_quotations(text)

    assert analysis.language == language
    assert [(each.rule, each.source, each.cue) for each in analysis.quotations] == [
        ("marks-only", None, None)
    ]


ARTICLE = (
    "Die Brücke bleibt bis zum Herbst gesperrt, und das ist für die Stadt ein Problem. „Wir haben"
    " alles geprüft“, sagte die Ingenieurin Anna Berg am Montag. Die Arbeiten sind nicht so"
    " einfach, wie es sich der Rat gedacht hatte, und sie kosten mehr, als es im Plan stand."
    " Auf dem Markt ist die Ware teuer. Wer mit dem Auto kommt, der muss einen Umweg fahren."
)


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        (None, "de"),
        ("", "de"),
        ("de", "de"),
        ("DE_at", "de"),
        ("ger", "de"),
        ("und", "de"),
        ("en-US", "de"),
        ("ja", "ja"),
        ("no language", "de"),
    ],
)
def test_a_tag_counts_unless_the_text_contradicts_it(tag: str | None, language: str) -> None:
    assert language_of(prose_of(ARTICLE).words, tag) == language


def test_a_short_text_is_what_its_tag_says() -> None:
    text = "Der Chef der Partei, „Der Herr der Ringe“ und die Pizza."

    assert language_of(prose_of(text).words, "nl") == "nl"


@pytest.mark.parametrize("line", ["« Non », dit-il.", "«No», dijo él.", "«No», ha detto lui."])
def test_a_cue_word_tells_the_language_of_a_line(line: str) -> None:
    assert len(found_in(line, None)) == 1


def test_in_a_text_of_two_languages_nobody_is_given_words_by_the_wrong_one() -> None:
    french = "Le maire Paul Mercier est venu. « Le pont est sûr et il le restera », a-t-il déclaré."
    text = f"{ARTICLE}\n{french}"

    by_source = [(each.parts[0], each.source) for each in found_in(text, None)]

    assert by_source == [("Wir haben alles geprüft", "Anna Berg")]


def test_only_the_lexicon_in_use_is_read() -> None:
    code = (
        "import sys; from reader.quotes import find_quotations;"
        f"find_quotations({ARTICLE!r});"
        "print(sorted(name[-2:] for name in sys.modules if name.startswith("
        "'reader.quotes.lexicon_')))"
    )

    done = subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "['de']"
