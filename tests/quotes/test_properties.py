"""What holds for every text: offsets, order, no errors, linear work."""

import subprocess
import sys
import time
from itertools import pairwise

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


@pytest.mark.parametrize(
    "piece",
    [
        ARTICLE,
        ARTICLE.replace("\n", " "),
        '"',
        "“",
        "'a ",
        "“a b c\n",
        ".",
        "“Aa bb cc dd.” ",
        "“Aa bb cc dd.”\n",
        "he said ",
        "Ann Poe, ",
        "Bob said, ",
        "the mayor, Ann Poe, ",
        "a; he says ",
        "– he says ",
        "The papers cited unnamed sources. ",
    ],
    ids=repr,
)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        before = time.process_time()
        find_quotations(text, language="en")
        return time.process_time() - before

    small = min(cost(12_000) for _ in range(2))
    large = cost(96_000)

    # Eight times the text; work that grows with its square would cost 64 times as much.
    assert large < 26 * small + 0.05


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("fr", "« Non, dit Anne, oui. » "),
        ("fr", "a, dit "),
        ("fr", "Anne a dit à Paul que "),
        ("fr", "« "),
        ("it", "«No - ha detto Anna - sì» "),
        ("it", " - "),
        ("it", "il suo "),
        ("es", "—No —dijo Ana—. Sí.\n"),
        ("es", "dijo a la "),
        ("es", "“No”, dijo. "),
        ("pt", "“Não”, vá a "),
        ("de", "wie er sagte, "),
        ("de", "“A”, so der "),
        ("de", "sagte am Montag, sie sei, "),
        ("nl", "zei van der "),
        ("nl", "zei, de man, "),
    ],
    ids=repr,
)
def test_so_it_does_in_every_language(language: str, piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        before = time.process_time()
        find_quotations(text, language=language)
        return time.process_time() - before

    small = min(cost(12_000) for _ in range(2))

    assert cost(96_000) < 26 * small + 0.05


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
