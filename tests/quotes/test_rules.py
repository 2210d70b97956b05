"""Sentences with what is quoted in them: ``tests/data/quotations/sentences/*.json``."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.model import Analysis
from reader.quotes import find_quotations
from reader.quotes.engine import RULES

DATA = Path(__file__).parent.parent / "data" / "quotations" / "sentences"


def table(name: str) -> list[Any]:
    rows = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["text"][:60]) for row in rows]


def described(text: str, analysis: Analysis) -> list[dict[str, Any]]:
    return [
        {
            "kind": each.kind,
            "parts": [text[start:end] for start, end in each.parts],
            "cue": each.cue and each.cue.text,
            "mention": each.mention and each.mention.text,
            "source": None if each.source is None else analysis.sources[each.source].name,
            "type": None if each.source is None else analysis.sources[each.source].type,
            "role": None if each.source is None else analysis.sources[each.source].role,
            "via": each.via,
            "anonymous": each.anonymous,
            "rule": each.rule,
        }
        for each in analysis.quotations
    ]


@pytest.mark.parametrize("row", [*table("english"), *table("nothing"), *table("languages")])
def test_sentences(row: dict[str, Any]) -> None:
    analysis = find_quotations(row["text"], language=row.get("language", "en"))

    found = described(row["text"], analysis)

    assert len(found) == len(row["quotations"]), found
    for got, wanted in zip(found, row["quotations"], strict=True):
        assert {key: got[key] for key in wanted} == wanted


@pytest.mark.parametrize("row", table("sources"))
def test_sources(row: dict[str, Any]) -> None:
    sources = find_quotations(row["text"], language="en").sources

    assert [[source.name, source.type] for source in sources] == row["sources"]


def test_every_rule_has_a_sentence() -> None:
    rows = [row.values[0] for name in ("english", "languages") for row in table(name)]
    shown = {
        each.rule.replace("-", "_")
        for row in rows
        for each in find_quotations(row["text"], language=row.get("language", "en")).quotations
    }

    assert {rule.__name__ for rule in RULES} <= shown
