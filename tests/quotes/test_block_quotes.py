"""Paragraphs that are quoted without quotation marks, and what only stands below a colon."""

import pytest

from reader.quotes import find_quotations


@pytest.mark.parametrize(
    ("language", "text", "name", "content"),
    [
        (
            "en",
            "Ada Ray wrote in her letter to the council:\nNobody told the shops.\nIt is late.",
            "Ada Ray",
            "Nobody told the shops.",
        ),
        (
            "en",
            "In a statement, the council said:\nThe bridge was closed for a week.",
            "the council",
            "The bridge was closed for a week.",
        ),
        (
            "en",
            "Bo Lind told reporters on Monday:\nThe bridge will stay closed.",
            "Bo Lind",
            "The bridge will stay closed.",
        ),
        (
            "de",
            "Ada Ray schrieb in ihrem Brief an den Rat:\nNiemand hat es den Läden gesagt.",
            "Ada Ray",
            "Niemand hat es den Läden gesagt.",
        ),
    ],
)
def test_a_paragraph_below_a_cue_and_a_colon_is_quoted(
    language: str, text: str, name: str, content: str
) -> None:
    analysis = find_quotations(text, language=language)

    (quotation,) = analysis.quotations
    assert text[quotation.start : quotation.end] == content
    assert (quotation.kind, quotation.rule) == ("direct", "block-quote")
    assert [each.name for each in analysis.sources] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Ray wrote three books:\nThe Long Tide was the first of them.",
        "The council announced the winners:\nAda Ray won the first prize.",
        "The council said on Monday that it will close two roads:\nHarbour Road was one of them.",
        "Ada Ray wrote to the council:\nHarbour Road\nMill Lane",
        "Ada Ray wrote to the council:\n“Nobody told the shops.”",
        "The bridge was in the news on Monday:\nThe council will meet on Tuesday.",
        "Ada Ray wrote to the council:",
    ],
)
def test_what_stands_below_another_colon_is_not(text: str) -> None:
    rules = {each.rule for each in find_quotations(text, language="en").quotations}
    assert "block-quote" not in rules
