"""Every rule and tag tells in words what it goes by."""

import json
from pathlib import Path

import pytest

from reader.quotes import find_quotations
from reader.quotes.evidence import RULES, rule_in_words

SENTENCES = Path(__file__).parent.parent / "data" / "quotations" / "sentences"


@pytest.mark.parametrize("name", ["english", "languages", "sources"])
def test_whatever_finds_a_quotation_has_its_words(name: str) -> None:
    rows = json.loads((SENTENCES / f"{name}.json").read_text(encoding="utf-8"))
    used = {
        quotation.rule
        for row in rows
        for quotation in find_quotations(row["text"], language=row.get("language")).quotations
    }
    assert used
    assert used <= set(RULES)


def test_a_quotation_tells_what_it_was_found_by() -> None:
    (quotation,) = find_quotations("„Es ist spät“, sagte Anna Berg.", language="de").quotations
    assert rule_in_words(quotation.rule) == "words in quotation marks, then a cue"


def test_a_rule_without_a_row_is_told_by_its_name() -> None:
    assert rule_in_words("new-tag") == "the rule “new-tag”"
    assert rule_in_words("") == "the rule “without a name”"
