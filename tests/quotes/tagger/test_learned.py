"""What the learned tagger adds to the rules, in sentences of its own."""

import subprocess
import sys

import pytest

from reader.quotes import find_quotations
from reader.quotes.engine import analyse

SENTENCES = [
    # The content, and the mention beside it, which the rules alone do not find.
    (
        "Senator Ann Poe, a Democrat, has called for an investigation into the bridge contract.",
        "an investigation into the bridge contract",
        "Ann Poe",
    ),
    (
        "The governor seems to believe that voters will forgive him by November.",
        "voters will forgive him by November",
        "The governor",
    ),
    (
        "Supporters of the plan argue it would create hundreds of jobs.",
        "it would create hundreds of jobs",
        "Supporters of the plan",
    ),
]


@pytest.mark.parametrize(("text", "content", "mention"), SENTENCES)
def test_indirect_speech_is_found(text: str, content: str, mention: str) -> None:
    found = find_quotations(text, language="en").quotations

    assert any(
        content in text[each.start : each.end]
        and each.mention is not None
        and mention in each.mention.text
        for each in found
    ), found


def test_a_source_in_the_next_paragraph_is_linked() -> None:
    text = (
        "“We never wanted this bridge, and nobody ever asked us about it.”\n\n"
        "That was how Mara Quist, who runs the ferry, put it to reporters. “It will cost us "
        "everything we have,” she said."
    )

    found = find_quotations(text, language="en")

    assert {source.name for source in found.sources} == {"Mara Quist"}
    assert len(found.quotations) == 2


def test_every_finding_says_how_sure_it_is() -> None:
    text = "\n".join(sentence for sentence, _, _ in SENTENCES)

    found = find_quotations(text, language="en").quotations

    assert all(0 < each.confidence < 1 and each.rule for each in found)
    assert all(type(each.confidence) is float for each in found)


def test_only_english_pays_for_the_tagger() -> None:
    run = (
        "import sys; from reader.quotes import find_quotations;"
        "find_quotations('„Es ist spät“, sagte Anna Berg.', language='de');"
        "print('numpy' in sys.modules);"
        "find_quotations('“It is late,” said Ann Poe.', language='en');"
        "print('numpy' in sys.modules, 'textual' in sys.modules, 'sqlite3' in sys.modules)"
    )

    done = subprocess.run(  # noqa: S603 our own words
        [sys.executable, "-c", run], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False", "True", "False", "False"]


def test_the_rules_can_be_asked_alone() -> None:
    text = SENTENCES[0][0]

    assert all(
        not each.rule.startswith("learned")
        for each in analyse(text, "en", learned=False).quotations
    )
