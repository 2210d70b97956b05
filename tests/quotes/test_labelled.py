"""Speech whose speakers stand before it as labels, and what only looks like it."""

import sys

import pytest

from reader.model import Analysis
from reader.quotes import find_quotations

Turns = list[tuple[str | None, str]]
"""Who speaks and what they say, its parts joined by " / "."""


def turns(text: str, analysis: Analysis) -> Turns:
    return [
        (
            None if each.source is None else analysis.sources[each.source].name,
            " / ".join(text[start:end] for start, end in each.parts),
        )
        for each in analysis.quotations
        if each.rule == "label"
    ]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        pytest.param(
            "en",
            "Runa Vey and Noor Adal met in Tarn.\n"
            "Noor Adal: I think the bridge will hold.\n"
            "Vey: Why do you think so?\n"
            "Adal: Because I walk over it.",
            [
                ("Noor Adal", "I think the bridge will hold."),
                ("Runa Vey", "Why do you think so?"),
                ("Noor Adal", "Because I walk over it."),
            ],
            id="a last name is short for the full one",
        ),
        pytest.param(
            "en",
            "MARY OKAFOR: Thank you all for coming.\n"
            "VOTER: Will you close the harbour?\n"
            "BO LIND: No.\n"
            "OKAFOR: And the ferry?\n"
            "LIND: I never said so.\n"
            "Mary Okafor is a presenter.",
            [
                ("Mary Okafor", "Thank you all for coming."),
                ("VOTER", "Will you close the harbour?"),
                ("BO LIND", "No."),
                ("Mary Okafor", "And the ferry?"),
                ("BO LIND", "I never said so."),
            ],
            id="in capitals, and a role that is nobody else",
        ),
        pytest.param(
            "en",
            "Guardian: What did you find?\nRuna Vey: Birds.\nGuardian: And you?\nVey: I slept.",
            [
                ("Guardian", "What did you find?"),
                ("Runa Vey", "Birds."),
                ("Guardian", "And you?"),
                ("Runa Vey", "I slept."),
            ],
            id="an outlet asks",
        ),
        pytest.param(
            "en",
            "Runa Vey keeps the light.\nQ: Is it cold?\nA: I wear two coats.",
            [(None, "Is it cold?"), ("Runa Vey", "I wear two coats.")],
            id="the one person told of before answers",
        ),
        pytest.param(
            "en",
            "Runa Vey on the light\nBo Lind met Runa Vey.\nQ. Is it cold?\nA. I wear two coats.",
            [(None, "Is it cold?"), ("Runa Vey", "I wear two coats.")],
            id="of two the one in the title answers; full stops",
        ),
        pytest.param(
            "en",
            "Runa Vey met Bo Lind.\nQ: Is it cold?\nA: I wear two coats.",
            [(None, "Is it cold?"), (None, "I wear two coats.")],
            id="of two nobody knows who answers",
        ),
        pytest.param(
            "en",
            "Bo Lind asked Runa Vey.\nLind: Is it cold?\nA: I wear two coats.\nLind: And you?",
            [
                ("Bo Lind", "Is it cold?"),
                ("Runa Vey", "I wear two coats."),
                ("Bo Lind", "And you?"),
            ],
            id="who asks does not answer",
        ),
        pytest.param(
            "en",
            "Ann Poe, 34, teacher: I will vote for it.\nBo Lind, fisherman: I would rather swim.",
            [("Ann Poe", "I will vote for it."), ("Bo Lind", "I would rather swim.")],
            id="voices of the street, with what is told of them",
        ),
        pytest.param(
            "en",
            "Noor Adal: “I think it holds.”\nRuna Vey: “Why?”\nNoor Adal: “I walk on it.”",
            [
                ("Noor Adal", "“I think it holds.”"),
                ("Runa Vey", "“Why?”"),
                ("Noor Adal", "“I walk on it.”"),
            ],
            id="with quotation marks",
        ),
        pytest.param(
            "en",
            "Q: Is it cold?\nA: I wear two coats.\n(Laughs.)\nMy hat is wool.\n"
            "The wind rose.\nMy boots are old.\nQ: And lonely?\nA: No.\nI left.",
            [
                (None, "Is it cold?"),
                (None, "I wear two coats. / My hat is wool."),
                (None, "And lonely?"),
                (None, "No."),
            ],
            id="a turn goes on between labels, up to narration",
        ),
        pytest.param(
            "en",
            "Mara Quist and Bo Baker met.\nQuist: Is it cold?\nBaker: I wear two coats.\n"
            "Quist: And lonely?\nBaker: I am.",
            [
                ("Mara Quist", "Is it cold?"),
                ("Bo Baker", "I wear two coats."),
                ("Mara Quist", "And lonely?"),
                ("Bo Baker", "I am."),
            ],
            id="names that are words for people, or end like them",
        ),
        pytest.param(
            "en",
            "Tarn Post: Why did the ferry stop?\nRuna Vey: The hull was cracked.",
            [("Tarn Post", "Why did the ferry stop?"), ("Runa Vey", "The hull was cracked.")],
            id="one question of an outlet, and its answer",
        ),
        pytest.param(
            "en",
            "Runa Vey keeps the light.\nBo Lind: Is it cold up there, do you think?\nVey: It is.",
            [("Bo Lind", "Is it cold up there, do you think?"), ("Runa Vey", "It is.")],
            id="one question of a person, and its answer under the last name",
        ),
        pytest.param(
            "en",
            "Runa Vey keeps the light.\nQ: Why did you leave?\nA: The light was dark.",
            [(None, "Why did you leave?"), ("Runa Vey", "The light was dark.")],
            id="what one did is no general question, so that the answer needs no I",
        ),
        pytest.param(
            "de",
            "Die Wärterin Runa Veyer lebt auf Tarn.\nFrage: Ist es kalt?\n"
            "Antwort: Ich trage zwei Mäntel.",
            [(None, "Ist es kalt?"), ("Runa Veyer", "Ich trage zwei Mäntel.")],
            id="German question and answer",
        ),
        pytest.param(
            "de",
            "SPIEGEL: Ist es kalt?\nVeyer: Ich trage zwei Mäntel.\nSPIEGEL: Und jetzt?\n"
            "Veyer: Nein.",
            [
                ("SPIEGEL", "Ist es kalt?"),
                ("Veyer", "Ich trage zwei Mäntel."),
                ("SPIEGEL", "Und jetzt?"),
                ("Veyer", "Nein."),
            ],
            id="German outlet",
        ),
        pytest.param(
            "fr",
            "Question : Avez-vous froid ?\nRéponse : Je porte deux manteaux.",
            [(None, "Avez-vous froid ?"), (None, "Je porte deux manteaux.")],
            id="French, with a space before the colon",
        ),
        pytest.param(
            "es",
            "P: ¿Hace frío?\nR: Llevo dos abrigos.",
            [(None, "¿Hace frío?"), (None, "Llevo dos abrigos.")],
            id="Spanish, which needs no pronoun",
        ),
    ],
)
def test_labels_speak(language: str, text: str, wanted: Turns) -> None:
    analysis = find_quotations(text, language=language)

    assert turns(text, analysis) == wanted
    assert {each.kind for each in analysis.quotations if each.rule == "label"} == {"direct"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Noor Adal: I think the bridge will hold.\nThe bridge is old."),
        ("en", "Correction: I was wrong.\nUpdate: We have changed it.\nNote: You can see it."),
        ("en", "Tesla: new centre\nThe firm opened it on Monday.\nNote: You can visit."),
        ("en", "Ann Poe: The mayor has led Tarn since 2011.\nBo Lind: Can he win? Perhaps."),
        ("en", "Tarn United: Poe; Lind, Roe; Vey\nVale City: Adal; Marr, Coe"),
        ("en", "Price: £20\nVerdict: I love it.\nPrice: £30\nVerdict: Will you like it?"),
        ("en", "Pros: you can wash it.\nCons: you can't dry it.\nPros: I love it.\nCons: none."),
        ("en", "Ann Poe: 34 votes\nBo Lind: 31 votes\nAnn Poe: 3 more\nBo Lind: 2 more"),
        ("en", "Monday: I walked.\nTuesday: You slept.\nMonday: I slept.\nTuesday: We rose."),
        ("en", "London: Will it rain?\nParis: Sun, if you like.\nLondon: I hope so.\nParis: No."),
        ("en", "A: Tarn\nB: Vale\nC: Marr"),
        ("en", "The new tax is Runa Vey’s.\nQ: Who pays it?\nA: You do.\nQ: When?\nA: In May."),
        ("en", "Bo Lind: Will it rain?\nAda Ray: The harbour is closed."),
        ("en", "Bo Lind: Do you see a boat?\nAda Ray: Why you need no boat"),
        ("en", "Tarn Post: Is it safe?\nThe bridge is old.\nAda Ray: The harbour is closed."),
        ("en", "Read more: Do you see it?\nAda Ray: The harbour is closed."),
        ("en", "Tarn Post: Is the bridge safe?\nVale Courier: The bridge is safe."),
        ("en", "The tax of Runa Vey starts.\nQ: Do you have to pay?\nA: Owners of boats do."),
        ("en", "Harbour Road: Can you park?\nMill Lane: You can park until Friday."),
        ("en", "9:30: Will you come?\n10:15: Ada Ray speaks to you."),
        ("en", "Step One: You open it.\nStep Two: We close it.\nStep One: I said open it."),
        ("en", "At 9:30 I rose.\nVey came at noon: she was late.\nI asked: why?"),
        ("de", "Fazit: Ich mag es.\nPreis: Fragen Sie uns?\nFazit: Wir mögen es.\nPreis: 30 Euro"),
        ("de", "Korrektur: Wir haben uns geirrt.\nHinweis: Ich war dabei."),
        ("und", "Noor Adal: I think so.\nRuna Vey: Do you?\nNoor Adal: I do."),
    ],
)
def test_labels_that_nobody_speaks_under(language: str, text: str) -> None:
    assert turns(text, find_quotations(text, language=language)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Opinion: Why did you vote for it?\nAnalysis: The vote was close.",
        "Winner: Ada Ray, for “The Long Tide”\nResult: The vote was close.",
        "Note: The office is closed on Monday.\nWhen: Monday, 9:30 a.m., Ada Ray speaks.",
        "Ingredients: Have you got eggs?\nMethod: Beat the eggs, then add flour.",
    ],
)
def test_nobody_speaks_under_a_heading_whatever_reads_it(text: str) -> None:
    assert find_quotations(text, language="en").quotations == ()


def test_the_label_is_the_mention_and_the_colon_the_cue() -> None:
    text = "Runa Vey keeps the light.\nQ: Is it cold?\nA: I wear two coats."

    analysis = find_quotations(text, language="en")

    marked = [(each.mention, each.cue) for each in analysis.quotations]
    assert [(mention and mention.text, cue and cue.text) for mention, cue in marked] == [
        ("Q", ":"),
        ("A", ":"),
    ]
    answer = analysis.sources[0]
    assert [text[start:end] for start, end in answer.mentions] == ["A"]


def test_turns_win_over_what_they_overlap_and_leave_the_rest() -> None:
    text = (
        "Ann Poe said that the bridge was old.\n"
        "Runa Vey: He told me that it would hold. “It is new,” he said.\n"
        "Noor Adal: And you, what did you say?\n"
        "Runa Vey: I said: “It will not.”\n"
        "“It will,” said Ann Poe."
    )

    found = find_quotations(text, language="en").quotations

    assert [each.rule for each in found][1:-1] == ["label"] * 3
    assert [text[each.start : each.end] for each in found if each.rule != "label"] == [
        "the bridge was old",
        "“It will,”",
    ]


@pytest.mark.parametrize(
    "line", ["Runa Vey: I think so, do you?\n", "Q: Why?\nA: I do.\nMy hat.\n"]
)
def test_a_long_transcript_takes_no_more_work_a_line(line: str) -> None:
    def calls(count: int) -> int:
        made = 0

        def one_more(_frame: object, event: str, _argument: object) -> None:
            nonlocal made
            made += event in ("call", "c_call")

        sys.setprofile(one_more)
        try:
            find_quotations(line * count, language="en")
        finally:
            sys.setprofile(None)
        return made

    calls(10)
    assert calls(1000) < 12 * calls(100)
