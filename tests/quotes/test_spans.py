"""Mentions made of any run of tokens: what kind they are, and where their names stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.quotes.languages import lexicon_for
from reader.quotes.names import Phrase
from reader.quotes.prose import prose_of
from reader.quotes.sentence import Sentence, split_sentences
from reader.quotes.spans import phrase_of


def split(text: str) -> list[Sentence]:
    return split_sentences(prose_of(text), lexicon_for("en"))


def marked(text: str) -> tuple[Sentence, Phrase | None]:
    """The sentence, and the phrase of what stands between "[" and "]" in it."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    sentence = split(plain)[0]
    inside = [at for at, token in enumerate(sentence.tokens) if start <= token.start < end]
    return sentence, phrase_of(sentence, inside[0], inside[-1] + 1)


def words(sentence: Sentence, first: int, last: int) -> str:
    start, end = sentence.span(first, last)
    return sentence.text[start:end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Ann Poe] said so.", "Ann Poe"),
        ("[Poe] said so.", "Poe"),
        ("[Ann Poe, the mayor of Tarn,] said so.", "Ann Poe"),
        ("[Ann Poe, 45, of Tarn,] said so.", "Ann Poe"),
        ("[Ann Poe (North)] said so.", "Ann Poe"),
        ("[Ann Poe of the Tarn Gazette] said so.", "Ann Poe"),
        ("[Ann Poe, who lives in Tarn,] said so.", "Ann Poe"),
        ("[Ann Poe — a planner and founder of Apex Boats —] said so.", "Ann Poe"),
        ("[Ann Poe, chair of the board and a co-author of the book,] said so.", "Ann Poe"),
        ("[the firm's spokesman Bo Lind] said so.", "Bo Lind"),
        ("[the mayor of Tarn, Ann Poe,] said so.", "Ann Poe"),
        ("[Poe's lawyer, Ida Frost,] said so.", "Ida Frost"),
        ("[Poe's lawyer Ida Frost] said so.", "Ida Frost"),
        ("[state Sen. Ann Poe] said so.", "Sen. Ann Poe"),
        ("so it was told [by Ann Poe].", "Ann Poe"),
        ("[, Ann Poe,] said so.", "Ann Poe"),
        ("[Poe's] claim that it rained.", "Poe's"),
        ("[Tarn Bugle newspaper] said so.", "Tarn Bugle"),
        ("[The Tarn Gazette] said so.", "The Tarn Gazette"),
        ("[the Harbour Board of Tarn] said so.", "Harbour Board of Tarn"),
        ("[Norway's Ministry of Fish] said so.", "Ministry of Fish"),
        ("[Jane Roe, Kiel’s mayor,] said so.", "Jane Roe"),
        ("[The Harbour Board (HB)] said so.", "Harbour Board"),
        ("[the Food and Farm Agency] said so.", "Food and Farm Agency"),
        ("[the Wool and Mill Workers' Union] said so.", "Wool and Mill Workers' Union"),
    ],
)
def test_a_name_and_what_is_told_of_it(text: str, name: str) -> None:
    sentence, phrase = marked(text)

    assert phrase is not None
    assert phrase.kind == "name"
    assert phrase.parts == ()
    assert phrase.name is not None
    assert phrase.ends is not None
    assert words(sentence, phrase.name, phrase.ends) == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[he] said so.", "pronoun"),
        ("[He himself] said so.", "pronoun"),
        ("it was [her] claim that it rained.", "pronoun"),
        ("It surprised [them] a lot.", "pronoun"),
        ("Ann Poe, [who] said so.", "relative"),
        ("a report [which] said so.", "relative"),
        ("[her lawyer] said so.", "nominal"),
        ("[Poe's lawyer] said so.", "nominal"),
        ("[Critics of the plan] said so.", "nominal"),
        ("[Authorities] said so.", "nominal"),
        ("[Officials from Tarn] said so.", "nominal"),
        ("[a Tarn Motors spokesperson] said so.", "nominal"),
        ("[a spokesman for Tarn Motors] said so.", "nominal"),
        ("[The Swedish brochure] said so.", "nominal"),
        ("[Tarn police] said so.", "nominal"),
        ("[friends close to Ann Poe] said so.", "nominal"),
        ("[a man who met Ann Poe] said so.", "nominal"),
        ("[36% of new users] said so.", "nominal"),
        ("[one of Poe's aides] said so.", "nominal"),
        ("[a study by a sociologist, Ann Poe,] said so.", "nominal"),
        ("[critics, including Ann Poe and Bo Lind,] said so.", "nominal"),
        ("[super PACs] said so.", "nominal"),
        ("[Feminists] said so.", "nominal"),
        ("[Iranians] said so.", "nominal"),
        ("[the latest Lake News/Tarn Post poll] said so.", "nominal"),
        ("[An aide, quoting Ann Poe,] said so.", "nominal"),
        ("[The mayor, who met Ann Poe,] said so.", "nominal"),
        ("[An aide, speaking for the firm,] said so.", "nominal"),
        ("[the head of food and drink] said so.", "nominal"),
    ],
)
def test_who_is_not_named(text: str, kind: str) -> None:
    _, phrase = marked(text)

    assert phrase is not None
    assert (phrase.kind, phrase.name, phrase.parts) == (kind, None, ())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[Ann Poe and Bo Lind] said so.", ["Ann Poe", "Bo Lind"]),
        ("[Ann Poe, Bo Lind and Ida Frost] said so.", ["Ann Poe", "Bo Lind", "Ida Frost"]),
        ("[Ann Poe, Bo Lind, and Ida Frost] said so.", ["Ann Poe", "Bo Lind", "Ida Frost"]),
        (
            "[Ann Poe, the mayor, and Bo Lind, a judge,] said so.",
            ["Ann Poe, the mayor", "Bo Lind, a judge"],
        ),
        ("[Poe and her lawyer] said so.", ["Poe", "her lawyer"]),
        ("[the mayor and Ann Poe] said so.", ["the mayor", "Ann Poe"]),
    ],
)
def test_several_are_told_apart(text: str, parts: list[str]) -> None:
    sentence, phrase = marked(text)

    assert phrase is not None
    assert [words(sentence, part.first, part.last) for part in phrase.parts] == parts


def test_the_span_of_a_mention_has_no_marks_around_it() -> None:
    sentence, phrase = marked("It rained[, the mayor, Ann Poe,] said.")

    assert phrase is not None
    assert words(sentence, phrase.first, phrase.last) == "the mayor, Ann Poe"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ann",
                "Poe",
                "'s",
                "’s",
                ",",
                ".",
                "and",
                "the",
                "of",
                "who",
                "mayor",
                "(",
                ")",
                "he",
                "“it”",
                "%",
                "36",
                "hundreds",
                "—",
                "Tarn",
                "said",
                "&",
                "St",
                "including",
                "İ",
                "report",
            ]
        ),
        min_size=1,
        max_size=14,
    ).map(" ".join),
    st.integers(-2, 16),
    st.integers(-2, 16),
)
def test_any_span_gives_a_phrase_inside_it(text: str, first: int, last: int) -> None:
    for sentence in split(text):
        phrase = phrase_of(sentence, first, last)
        if phrase is not None:
            assert max(first, 0) <= phrase.first < phrase.last <= min(last, len(sentence.tokens))
            for part in phrase.parts:
                assert phrase.first <= part.first < part.last <= phrase.last


def test_marks_alone_are_no_mention() -> None:
    sentence, phrase = marked("Ann Poe[, —] left.")

    assert phrase is None
    assert phrase_of(sentence, 5, 2) is None
