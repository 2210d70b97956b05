"""What holds for every text: offsets, order, no errors, linear work."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import islice, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Analysis
from reader.quotes import find_quotations

PIECES = st.sampled_from(
    [
        '"', "“", "”", "‘", "’", "'", "„", "«", "»", "`", "''", "「", "\n", "\n\n", " ", ", ", ". ",
        "said", " said ", "he", "she", " told ", "Ann Poe", "Bo Lind", "the minister", "that",
        "according to ", "who ", "and ", "(", ")", "—", ":", "?", "!", "…",
        "citing anonymous sources", "declined to comment", "in a statement", "İ", "ß", "שלום",
        "مرحبا", "😀", "\u200f", "3", "’s", "a-t-il", "dit-il", "sagte er",
        "the judge, ", "; ", " – ", "—dijo Ana—", "Selon ", "qu’", "laut ", "sei ", "TARN — ",
        "a spokesman for ", "its chair, ", "whose ", "did not name them",
        "dijo ", "a dit ", " - ha detto ", "disse ", "zei ", "que ", "le maire ", "zufolge ",
        "wie ", "van der ", "De Boer", "Pour ", "so ", "declaró", "il suo ", "« ", " »",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    st.lists(PIECES, max_size=60).map("".join),
)


def check(text: str, analysis: Analysis) -> None:
    size = len(text)
    for quotation in analysis.quotations:
        assert quotation.parts
        assert quotation.parts[0][0] == quotation.start
        assert quotation.parts[-1][1] == quotation.end
        edges = [edge for part in quotation.parts for edge in part]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= size for start, end in quotation.parts)
        for mention in (quotation.mention, quotation.cue):
            if mention is not None:
                assert text[mention.start : mention.end] == mention.text != ""
        if quotation.source is not None:
            assert quotation.mention is not None
    starts = [quotation.start for quotation in analysis.quotations]
    assert starts == sorted(starts)
    for number, source in enumerate(analysis.sources):
        assert source.name
        assert source.quotations
        assert all(analysis.quotations[index].source == number for index in source.quotations)
        assert all(0 <= start < end <= size for start, end in source.mentions)
    assert all(0 <= note.start < note.end <= size for note in analysis.notes)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([None, "en", "fr", "de", "es", "it", "pt", "nl", "und"]))
def test_any_text_gives_an_analysis_that_holds(text: str, language: str | None) -> None:
    check(text, find_quotations(text, language=language))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_quotations_do_not_overlap(text: str) -> None:
    parts = [
        part for each in find_quotations(text, language="en").quotations for part in each.parts
    ]

    assert all(before[1] <= after[0] for before, after in pairwise(parts))


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_analysis(text: str) -> None:
    assert find_quotations(text) == find_quotations(text)


ARTICLE = "“It is late,” Ann Poe said. Bo Lind told the paper that it was early.\n"
# What makes each stage work hardest: marks, endless sentences, names, cues, phrases, no spaces.
HARD = (
    ARTICLE,
    ARTICLE.replace("\n", " "),
    ARTICLE.upper(),
    '"', "“", "”", "“”", "„“", "«»",
    "``''", "'a ", "‘a ’s ", '"x" ', "“a b c\n", "“a\n", "a\n", "\n",
    ".", ". ", "A. ", "a", "Aa", "ab.", "1,", "a-", "a'", " ", "— ", "(",
    "“Aa bb cc dd.” ", "“Aa bb cc dd.”\n", "“Why?” ", "She asked: “Bb bb” “cc” ",
    "he said ", "said ", "said: ", "that ", "he said, ", "who said ", "and he said ",
    "Ann Poe ", "Ann Poe, ", "Ann, a cook, ", "Ann (A) ", "Ann Poe's ", "Ann and ", "Bank of ",
    "Bob said, ", "the mayor, Ann Poe, ", "the mayor, ", "Mr. ", "The president said so. ",
    "a; he says ", "– he says ", "The papers cited unnamed sources. ", "None of them named. ",
    "did not ", "did not a b c d ", "according to ", "A spokesman for the port said it was late. ",
    "Ann,", "he,said,", "Ann,Poe,said,that,it,was,", '"a"said,', "—he—said",
    "שלום עולם, אמר דוד. ", "قال الرجل «مرحبا». ", "😀", "e\u0301", "他说「好」。",
)  # fmt: skip


def work(text: str) -> int:
    """Return how many calls the analysis of a text makes: its work, whatever else runs."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find_quotations(text, language="en")
    finally:
        sys.setprofile(None)
    return calls


def repeated(piece: str, size: int) -> str:
    return piece * (size // len(piece) + 1)


@pytest.mark.parametrize("piece", HARD, ids=repr)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    find_quotations(ARTICLE, language="en")  # what is done once a language
    small, large = work(repeated(piece, 3_000)), work(repeated(piece, 12_000))

    # Four times the text; work that grows with its square would be sixteen times as much.
    assert large < 5 * small + 1000
    assert large < MOST_CALLS * 12_000


MOST_CALLS = 80
"""Calls a code point of the hardest text; some two million are made in a second."""


def names() -> Iterator[str]:
    """Yield names without end, no two alike."""
    for first, middle, last in product("BDFGKLMNPRST", "aeiou", product("bdgklmnprst", repeat=3)):
        yield f"{first}{middle}{'o'.join(last)}"


@pytest.mark.parametrize("joint", [" ", ", ", " Poe, ", " said it was late. ", " left.\n"])
def test_work_grows_no_faster_than_the_number_of_names(joint: str) -> None:
    small, large = (work(joint.join(islice(names(), many)) + joint) for many in (400, 1600))

    assert large < 5 * small + 1000


def test_the_marks_are_had_without_the_rules() -> None:
    code = "import sys, reader.quotes.marks; print(*sys.modules)"

    loaded = subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not {"reader.quotes.engine", "reader.quotes.lexicon", "json"} & {*loaded}


def test_the_engine_needs_neither_screen_network_nor_store() -> None:
    code = "import sys, reader.quotes.engine; print(*sys.modules)"

    loaded = subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not {"textual", "rich", "sqlite3", "lxml", "socket", "feedparser"} & {*loaded}
