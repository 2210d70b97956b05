"""Paragraphs, sentences and words, by code point."""

import pytest

from reader.quotes.languages import lexicon_for
from reader.quotes.prose import prose_of
from reader.quotes.sentence import Sentence, split_sentences
from reader.text import LONGEST_SENTENCE, paragraphs, sentences, words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def parsed(text: str) -> list[Sentence]:
    return split_sentences(prose_of(text), lexicon_for("en"))


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    text = "  one \n\n two\n\t\nthree"

    found = list(paragraphs(text, [(0, 6), (6, len(text))]))

    assert [text[start:end] for start, end in found] == ["one", "two", "three"]


def test_paragraphs_stay_inside_the_spans() -> None:
    text = "code\nprose\nmore"

    assert [text[a:b] for a, b in paragraphs(text, [(5, 10)])] == ["prose"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Mr. Lind met Dr. Poe. They left.", ["Mr. Lind met Dr. Poe.", "They left."]),
        ("J. K. Hale wrote it.", ["J. K. Hale wrote it."]),
        ("It cost 3.50 crowns. Cheap.", ["It cost 3.50 crowns.", "Cheap."]),
        (
            "He works for Acme Inc. The plant closed.",
            ["He works for Acme Inc.", "The plant closed."],
        ),
        ("Acme Inc. Chairman Bo Lind left.", ["Acme Inc. Chairman Bo Lind left."]),
        ("Well ... we wait. Yes.", ["Well ... we wait.", "Yes."]),
        ("そうだ。違う。", ["そうだ。", "違う。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_what_is_kept_whole_is_not_cut() -> None:
    text = "She said “One. Two.” He left."

    found = [text[a:b] for a, b in sentences(text, 0, len(text), [(9, 20)])]

    assert found == ["She said “One. Two.”", "He left."]


def test_an_endless_sentence_is_cut() -> None:
    text = "word " * LONGEST_SENTENCE

    found = cut(text)

    assert max(len(each) for each in found) <= 2 * LONGEST_SENTENCE
    assert " ".join(found).split() == text.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't stop-start U.S. 1,000", ["Don't", "stop-start", "U.S", ".", "1,000"]),
        ("«Où?»", ["«", "Où", "?", "»"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text, 0, len(text))] == expected


def test_a_question_and_its_tag_are_one_sentence() -> None:
    assert len(parsed("“Why?” Ann Poe asked. Nobody knew.")) == 2


def test_a_quoted_run_is_one_token() -> None:
    sentence = parsed("She said “One. Two.” twice.")[0]

    assert [token.kind for token in sentence.tokens] == ["word", "word", "quoted", "word", "mark"]
