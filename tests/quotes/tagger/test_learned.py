"""What the learned tagger adds to the rules, in sentences of its own."""

import subprocess
import sys

import pytest

from reader.quotes import find_quotations
from reader.quotes.combined import _named
from reader.quotes.draft import Draft
from reader.quotes.engine import analyse
from reader.quotes.languages import lexicon_for
from reader.quotes.learned import _circumstance
from reader.quotes.prose import prose_of
from reader.quotes.sentence import Sentence, split_sentences
from reader.quotes.spans import phrase_of

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


def sentences_of(text: str) -> list[Sentence]:
    return split_sentences(prose_of(text), lexicon_for("en"))


@pytest.mark.parametrize(
    ("text", "content", "circumstance"),
    [
        ("In a statement, Poe said so.", "In a statement", True),
        ("In Tarn it is late, Poe said.", "In Tarn it is late", False),
        # Of the sentence before, which nothing in this one tells of.
        ("The bridge is closed. In Tarn, Poe said so.", "The bridge is closed", False),
    ],
)
def test_where_something_is_said_is_no_content(text: str, content: str, circumstance: bool) -> None:
    sentence = sentences_of(text)[-1]
    at = next(at for at in range(len(sentence.words)) if sentence.word(at) == "poe")
    start = text.index(content)
    draft = Draft(
        sentence.index,
        ((start, start + len(content)),),
        None,
        "learned",
        0.9,
        mention=phrase_of(sentence, at, at + 1),
    )

    assert _circumstance(draft, sentence) == circumstance


def test_who_speaks_by_the_rules_takes_no_words_of_other_quotations() -> None:
    sentences = sentences_of("Poe left. “It is late.” “We go.”")
    mention = phrase_of(sentences[0], 0, 1)
    mine = Draft(1, ((10, 23),), None, "learned-unnamed", 0.6, direct=True)
    rule = Draft(0, ((10, 23), (24, 32)), None, "after-subject", 0.5, direct=True, mention=mention)

    (named,) = _named([mine], [rule])

    assert (named.parts, named.mention, named.named_in) == (mine.parts, mention, 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Growers are used to being asked how far their apples will go.", []),
        ("Sailors are tired of being told that the charts are secret.", []),
        ("Ada Poe was asked how far the apples will go.", ["how far the apples will go"]),
        ("Ada Poe is being quoted as saying that the port will close.", ["the port will close"]),
    ],
)
def test_who_is_always_being_asked_says_nothing(text: str, found: list[str]) -> None:
    quotations = find_quotations(text, language="en").quotations

    assert [text[each.start : each.end] for each in quotations] == found
