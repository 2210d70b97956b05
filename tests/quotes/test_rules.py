"""Sentences with what is quoted in them: ``tests/data/quotations/sentences/*.json``."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.model import Analysis
from reader.quotes.engine import analyse
from reader.quotes.rules import RULES

DATA = Path(__file__).parent.parent / "data" / "quotations" / "sentences"


def by_rules(text: str, *, language: str | None = None) -> Analysis:
    return analyse(text, language, learned=False)


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
    analysis = by_rules(row["text"], language=row.get("language", "en"))

    found = described(row["text"], analysis)

    assert len(found) == len(row["quotations"]), found
    for got, wanted in zip(found, row["quotations"], strict=True):
        assert {key: got[key] for key in wanted} == wanted


@pytest.mark.parametrize("row", table("sources"))
def test_sources(row: dict[str, Any]) -> None:
    sources = by_rules(row["text"], language="en").sources

    assert [[source.name, source.type] for source in sources] == row["sources"]


def test_every_rule_has_a_sentence() -> None:
    rows = [row.values[0] for name in ("english", "languages") for row in table(name)]
    shown = {
        each.rule.replace("-", "_")
        for row in rows
        for each in by_rules(row["text"], language=row.get("language", "en")).quotations
    }

    assert {rule.__name__ for rule in RULES} <= shown


def speakers(text: str) -> list[str | None]:
    analysis = by_rules(text, language="en")
    return [
        None if each.source is None else analysis.sources[each.source].name
        for each in analysis.quotations
    ]


def test_in_a_dialogue_a_question_changes_the_speaker() -> None:
    text = "“I rang the bell,” Bo Lind said.\n“And who came to the door?”\n“Nobody came at all.”"

    assert speakers(text) == ["Bo Lind", None, "Bo Lind"]


def test_who_asked_does_not_answer() -> None:
    text = "“Who is on the bridge?” Ann Poe asked.\n“Nobody that I know of.”"

    assert speakers(text) == ["Ann Poe", None]


def test_paragraphs_without_a_question_go_on_with_the_speaker() -> None:
    text = "“I rang the bell,” Bo Lind said.\n“Then I went home to bed.”"

    assert speakers(text) == ["Bo Lind"]


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("Reuters reported that the bank was sold, citing people it did not name.", [True]),
        (
            "Reuters reported that the bank was sold. The agency did not name its sources.",
            [True],
        ),
        ("Reuters reported that the bank was sold. Ann Poe said it was not.", [False, False]),
        ("A spokesman for Tarn Ales said the beer was safe.", [False]),
        ("A sailor said the beer was safe.", [True]),
    ],
)
def test_anonymous(text: str, anonymous: list[bool]) -> None:
    analysis = by_rules(text, language="en")

    assert [each.anonymous for each in analysis.quotations] == anonymous
