"""Whole articles with hand-made gold: ``NAME.txt`` beside ``NAME.json`` in a folder.

The folder named by NEWSREADER_GOLD, where it is set, is tested the same way.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reader.model import Analysis, Quotation, Source, Span
from reader.quotes import find_quotations
from reader.quotes.engine import analyse

DATA = Path(__file__).parent.parent / "data" / "quotations"
MARKS = "\"“”„«»‘’'"


def articles() -> list[Path]:
    folders = [DATA]
    if os.environ.get("NEWSREADER_GOLD"):
        folders.append(Path(os.environ["NEWSREADER_GOLD"]))
    return [text for folder in folders for text in sorted(folder.glob("*.txt"))]


def gold_of(article: Path) -> dict[str, Any]:
    beside = article.with_suffix(".json")
    found = beside if beside.exists() else article.with_name("gold.json")
    gold: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
    return gold


def unmarked(text: str, parts: tuple[Span, ...] | list[list[int]]) -> list[str]:
    """The content without its quotation marks: gold of direct speech may leave them out."""
    return [text[start:end].strip(MARKS) for start, end in parts]


def expected(text: str, gold: dict[str, Any]) -> dict[str, Any]:
    anonymous = gold["speaker_type"] == "unnamed" or gold.get("anonymous_behind", False)
    return {
        "content": unmarked(text, gold["content"]),
        "kind": gold["kind"],
        "cue": tuple(gold["cue"]),
        "mention": tuple(gold["speaker"]),
        "source": gold["resolved"],
        "type": gold["speaker_type"],
        "via": gold.get("channel"),
        "anonymous": anonymous,
    }


def found_in(text: str, quotation: Quotation, source: Source | None) -> dict[str, Any]:
    cue, mention = quotation.cue, quotation.mention
    return {
        "content": unmarked(text, quotation.parts),
        "kind": quotation.kind,
        "cue": cue and (cue.start, cue.end),
        "mention": mention and (mention.start, mention.end),
        "source": source and source.name,
        "type": source and source.type,
        "via": quotation.via,
        "anonymous": quotation.anonymous,
    }


def source_of(analysis: Analysis, quotation: Quotation) -> Source | None:
    return None if quotation.source is None else analysis.sources[quotation.source]


@pytest.mark.parametrize("article", articles(), ids=lambda path: path.stem)
def test_the_rules_find_every_quotation_and_no_other(article: Path) -> None:
    text, gold = article.read_text(encoding="utf-8"), gold_of(article)

    analysis = analyse(text, None, learned=False)

    assert [
        found_in(text, quotation, source_of(analysis, quotation))
        for quotation in analysis.quotations
    ] == [expected(text, each) for each in gold["attributions"]]


@pytest.mark.parametrize("article", articles(), ids=lambda path: path.stem)
def test_roles_are_told_in_the_articles_words(article: Path) -> None:
    text, gold = article.read_text(encoding="utf-8"), gold_of(article)
    roles = {each["resolved"]: each["role"] for each in gold["attributions"] if "role" in each}

    sources = {source.name: source.role for source in find_quotations(text).sources}

    assert roles
    assert {name: sources[name] for name in roles} == roles


@pytest.mark.parametrize("article", articles(), ids=lambda path: path.stem)
def test_remarks_on_sourcing_are_notes(article: Path) -> None:
    text, gold = article.read_text(encoding="utf-8"), gold_of(article)
    wanted = {
        (kind, remark) for kind in ("anonymous", "no_comment") for remark in gold["notes"][kind]
    }

    notes = find_quotations(text).notes

    assert {(note.kind, text[note.start : note.end]) for note in notes} == wanted


@pytest.mark.parametrize("article", articles(), ids=lambda path: path.stem)
def test_by_the_rules_mentions_of_one_source_are_gathered(article: Path) -> None:
    text, gold = article.read_text(encoding="utf-8"), gold_of(article)
    wanted: dict[str, set[str]] = {}
    for each in gold["attributions"]:
        start, end = each["speaker"]
        wanted.setdefault(each["resolved"], set()).add(text[start:end])

    sources = analyse(text, None, learned=False).sources

    assert {
        source.name: {text[start:end] for start, end in source.mentions} for source in sources
    } == wanted


def overlap(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> float:
    mine = {at for start, end in one for at in range(start, end)}
    theirs = {at for start, end in other for at in range(start, end)}
    return len(mine & theirs) / len(mine | theirs)


@pytest.mark.parametrize("article", articles(), ids=lambda path: path.stem)
def test_every_quotation_is_found_with_its_source(article: Path) -> None:
    text, gold = article.read_text(encoding="utf-8"), gold_of(article)

    analysis = find_quotations(text)

    for each in gold["attributions"]:
        content = [(start, end) for start, end in each["content"]]
        best = max(analysis.quotations, key=lambda quotation: overlap([*quotation.parts], content))
        source = source_of(analysis, best)
        assert overlap([*best.parts], content) >= 0.5, each["content_text"]
        assert best.kind == each["kind"]
        assert source is not None
        assert (source.name, source.type) == (each["resolved"], each["speaker_type"])
        assert best.mention is not None
        assert each["speaker_text"] in best.mention.text
