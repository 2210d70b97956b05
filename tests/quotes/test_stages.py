"""Cues, mentions, names, notes and languages, each stage by itself."""

import pytest

from reader.quotes import find_quotations
from reader.quotes.cues import find_cues
from reader.quotes.identity import names_in
from reader.quotes.languages import detect_language, lexicon_for
from reader.quotes.lexicon import UNDETERMINED
from reader.quotes.mentions import phrase_after, phrase_before
from reader.quotes.prose import prose_of
from reader.quotes.sentence import Sentence, split_sentences


def sentence(text: str, language: str = "en") -> Sentence:
    return split_sentences(prose_of(text), lexicon_for(language))[0]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Ann Poe said it was late.", ["said"]),
        ("It was late, according to Ann Poe.", ["according to"]),
        ("Ann Poe argues that it was late and adds nothing.", ["argues", "adds"]),
        ("Analysts say it is late.", ["say"]),
        ("Ann Poe did not say so.", []),
        ("Ann Poe was told to leave.", []),
        ("The claim was made in a report.", []),
        ("Ann Poe wants to say more.", []),
        ("The song “She said so” was played.", []),
    ],
)
def test_cues(text: str, cues: list[str]) -> None:
    found = sentence(text)
    spans = [found.span(cue.first, cue.last) for cue in find_cues(found).values()]

    assert [text[start:end] for start, end in spans] == cues


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ann Poe | said", "Ann Poe"),
        ("But Ann Poe | said", "Ann Poe"),
        ("The old minister | said", "The old minister"),
        ("Ann Poe, a minister of the north, | said", "Ann Poe"),
        ("Ann Poe, 45, of Tarn, | said", "Ann Poe"),
        ("Police chief Ann Poe | said", "Police chief Ann Poe"),
        ("A spokesman for the port | said", "A spokesman for the port"),
        ("Ann Poe and Bo Lind | said", "Ann Poe and Bo Lind"),
        ("Ann Poe (North) | said", "Ann Poe"),
        ("one of its workers | said", "one of its workers"),
        ("On Tuesday she | said", "she"),
        ("On Tuesday police | said", "police"),
        ("In a speech Ann Poe | said", "Ann Poe"),
        ("The judge, Ann Poe, | said", "The judge, Ann Poe"),
        ("Two men who saw it, and who left, | said", "Two men"),
        ("An aide there, speaking quietly, | said", "An aide"),
        ("It rained, | said", None),
    ],
)
def test_phrases_before(text: str, phrase: str | None) -> None:
    plain = text.replace("| ", "")
    found = sentence(plain)
    stop = next(i for i in range(len(found.tokens)) if found.word(i) == "said")

    before = phrase_before(found, stop)

    if phrase is None:
        assert before is None
    else:
        assert before is not None
        start, end = found.span(before.first, before.last)
        assert plain[start:end] == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("said Ann Poe on Tuesday.", "Ann Poe"),
        ("said Ann Poe, the minister.", "Ann Poe"),
        ("said the minister in Tarn.", "the minister"),
        ("said a spokesman for the port.", "a spokesman for the port"),
        ("said J. K. Hale yesterday.", "J. K. Hale"),
        ("said she.", "she"),
        ("said that.", None),
    ],
)
def test_phrases_after(text: str, phrase: str | None) -> None:
    found = sentence(text)

    after = phrase_after(found, 1)

    if phrase is None:
        assert after is None
    else:
        assert after is not None
        start, end = found.span(after.first, after.last)
        assert text[start:end] == phrase


@pytest.mark.parametrize(
    ("text", "name", "type_", "role", "gender"),
    [
        ("President Ann Poe left.", "Ann Poe", "person", "President", ""),
        ("Ann Poe, a nurse from Tarn, left.", "Ann Poe", "person", "a nurse from Tarn", ""),
        ("Then Ann King left.", "Ann King", "person", None, ""),
        ("Engineer Ann Poe left.", "Ann Poe", "person", "Engineer", ""),
        ("Mr. Lind left.", "Lind", "person", None, "he"),
        ("Yesterday spokeswoman Ann Poe left.", "Ann Poe", "person", "spokeswoman", "she"),
        ("The Bank of Tarn left.", "Bank of Tarn", "organization", None, ""),
        ("The Tarn Gazette left.", "The Tarn Gazette", "outlet", None, ""),
        ("Ann Poe's dog left.", "Ann Poe", "person", None, ""),
        ("In Norway it rained.", "Norway", "place", None, ""),
        ("The pilot, Ann Poe, left.", "Ann Poe", "person", "The pilot", ""),
        ("The brewer, Tarn Ales, left.", "Tarn Ales", "organization", "The brewer", ""),
        ("TARN — It rained.", "TARN", "place", None, ""),
        ("Then Radio Tarn left.", "Radio Tarn", "outlet", None, ""),
        ("The Harbour Festival ended.", "Harbour Festival", "thing", None, ""),
        ("Then Kim left.", "Kim", "", None, ""),
        ("Yesterday union leader Ann Poe left.", "Ann Poe", "person", "union leader", ""),
        ("Then its chair Ann Poe left.", "Ann Poe", "person", "its chair", ""),
        ("Bo Lind met mayor Ann Poe.", "Bo Lind", "person", None, ""),
        ("Ann Poe, a nurse who was there, left.", "Ann Poe", "person", "a nurse", ""),
        ("Ann Poe, a nurse was told, left.", "Ann Poe", "person", None, ""),
        ("Then the U.S. left.", "U.S.", "place", None, ""),
        ("Then the Courier left.", "Courier", "outlet", None, ""),
        ("THE COURIER: It is late.", "THE COURIER", "outlet", None, ""),
        ("POE: It is late.", "POE", "person", None, ""),
        ("Major-Gen Bo Lind left.", "Bo Lind", "person", "Major-Gen", ""),
        (
            "Grey Heron Capital, which left, was here.",
            "Grey Heron Capital",
            "organization",
            None,
            "",
        ),
        ("The Food and Farm Agency left.", "Food and Farm Agency", "organization", None, ""),
        ("The Tarn Workers' Union left.", "Tarn Workers' Union", "organization", None, ""),
    ],
)
def test_names(text: str, name: str, type_: str, role: str | None, gender: str) -> None:
    found = sentence(text)

    first = names_in(found)[0]

    assert (first.text, first.type, first.role, first.gender) == (name, type_, role, gender)


@pytest.mark.parametrize(
    ("text", "kind", "note"),
    [
        ("The port declined to comment.", "no_comment", "The port declined to comment"),
        (
            "Ann Poe did not immediately respond to a request for comment.",
            "no_comment",
            "Ann Poe did not immediately respond to a request for comment",
        ),
        (
            "Bo Lind could not be reached for comment.",
            "no_comment",
            "Bo Lind could not be reached for comment",
        ),
        (
            "Reuters, citing unnamed sources, was first.",
            "anonymous",
            "citing unnamed sources",
        ),
        (
            "The lake paper, citing three people it did not identify, was first.",
            "anonymous",
            "citing three people it did not identify",
        ),
        (
            "None of the papers named the men who told them.",
            "anonymous",
            "None of the papers named the men who told them.",
        ),
        ("She does not want to be named.", "anonymous", "does not want to be named"),
        ("Her office would not say.", "no_comment", "Her office would not say"),
        ("The firm refused to comment.", "no_comment", "The firm refused to comment"),
        (
            "The clinic did not immediately reply to questions about it.",
            "no_comment",
            "The clinic did not immediately reply to questions",
        ),
        (
            "Ann Poe did not return two calls.",
            "no_comment",
            "Ann Poe did not return two calls",
        ),
        ("Bo Lind could not be reached.", "no_comment", "Bo Lind could not be reached"),
        ("The firm had no immediate comment.", "no_comment", "The firm had no immediate comment"),
        ("Ann Poe had no comment.", "no_comment", "Ann Poe had no comment"),
        ("The firm gave no further comment.", "no_comment", "The firm gave no further comment"),
        (
            "There was no immediate response from the ministry.",
            "no_comment",
            "There was no immediate response from the ministry",
        ),
        ("No comment was made.", "no_comment", "No comment was"),
        (
            "Calls to the firm were not returned.",
            "no_comment",
            "Calls to the firm were not returned",
        ),
        (
            "An email to Ann Poe went unanswered.",
            "no_comment",
            "An email to Ann Poe went unanswered",
        ),
        (
            "Requests for comment were not immediately answered.",
            "no_comment",
            "Requests for comment were not immediately answered",
        ),
        (
            "Attempts to reach Bo Lind were unsuccessful.",
            "no_comment",
            "Attempts to reach Bo Lind were unsuccessful",
        ),
        ("The firm has yet to respond.", "no_comment", "The firm has yet to respond"),
        ("The firm would not comment.", "no_comment", "The firm would not comment"),
        ("The firm won't comment.", "no_comment", "The firm won't comment"),
        ("The firm didn’t comment.", "no_comment", "The firm didn’t comment"),
        (
            "Ann Poe was not immediately available for comment.",
            "no_comment",
            "Ann Poe was not immediately available for comment",
        ),
        (
            "Bo Lind could not immediately be reached for comment.",
            "no_comment",
            "Bo Lind could not immediately be reached for comment",
        ),
        (
            "The firm declined an interview request.",
            "no_comment",
            "The firm declined an interview",
        ),
        ("Bo Lind chose not to comment.", "no_comment", "Bo Lind chose not to comment"),
        ("The firm declined further comment.", "no_comment", "The firm declined further comment"),
        (
            "The firm was contacted for comment.",
            "no_comment",
            "The firm was contacted for comment",
        ),
        (
            "The lake paper, citing people briefed on the deal, was first.",
            "anonymous",
            "citing people briefed on the deal",
        ),
        (
            "He spoke on condition of anonymity.",
            "anonymous",
            "on condition of anonymity",
        ),
    ],
)
def test_notes(text: str, kind: str, note: str) -> None:
    analysis = find_quotations(text, language="en")

    notes = [(each.kind, text[each.start : each.end]) for each in analysis.notes]
    assert (notes, analysis.quotations) == ([(kind, note)], ())


def test_the_sources_an_outlet_cites_are_a_note_and_nothing_it_says() -> None:
    text = "The Tarn Post reported on Monday, citing anonymous sources, that the bridge was sold."

    analysis = find_quotations(text, language="en")

    assert [text[each.start : each.end] for each in analysis.notes] == ["citing anonymous sources"]
    said = [(text[each.start : each.end], each.anonymous) for each in analysis.quotations]
    assert said == [("the bridge was sold", True)]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“It is late,” the council said in a report.", "a report"),
        ("Ada Ray said in court papers that the bridge was sold.", "court papers"),
        ("Ada Ray said in an affidavit filed on Monday that it was late.", "an affidavit"),
        ("“It is late,” Ada Ray wrote in a post on Tarnline.", "a post on Tarnline"),
        ("“It is late,” Ada Ray said in a park.", None),
        ("“It is late,” Ada Ray said in old papers and in the hall.", None),
    ],
)
def test_the_channel_is_told(text: str, channel: str | None) -> None:
    (quotation,) = find_quotations(text, language="en").quotations

    assert quotation.via == channel


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was closed and the people of the town had to wait for it.", "en"),
        ("Die Brücke war nicht offen, und das ist für die Stadt ein Problem.", "de"),
        ("Le pont est fermé et les gens ne sont pas dans la ville pour une fête.", "fr"),
        ("El puente no abre y los vecinos de la ciudad esperan una respuesta del alcalde.", "es"),
        ("Il ponte è chiuso e la gente della città non sa che cosa fare con gli altri.", "it"),
        ("A ponte não abre e os moradores da cidade esperam uma resposta do prefeito.", "pt"),
        ("De brug is dicht en het is niet bekend van wie het bevel komt voor de stad.", "nl"),
        ("Most jest zamknięty i nikt nie wie dlaczego.", "pl"),
        ("", "und"),
        ("“We wait,” said Ada Ray.", "en"),
        ('"Yes," she said.', "en"),
        ("« Non », répond Paul.", "fr"),
        ("„Nein“, antwortete Karl.", "de"),
        ("Lunch at noon", "en"),
        ("12 + 30", "und"),
        ("Мост закрыт.", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert detect_language(prose_of(text).words) == language
    assert find_quotations(text).language == language


def test_a_language_that_is_given_is_taken() -> None:
    assert find_quotations("Hallo", language="de-AT").language == "de"
    assert lexicon_for("pt_BR").language == "pt"
    assert lexicon_for("xx") is UNDETERMINED


def test_only_prose_is_looked_at() -> None:
    text = "Ann Poe said: “It is late.”\nBo Lind said: “It is early.”"
    second = text.index("Bo")

    found = find_quotations(text, language="en", prose=[(second, len(text))])

    assert [text[each.start : each.end] for each in found.quotations] == ["“It is early.”"]
