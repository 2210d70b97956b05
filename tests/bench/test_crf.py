"""The plain baseline's own part: labels, runs and links. The tagger itself is a library."""

from tests.bench.quotes.data import article_from
from tests.bench.quotes.systems.crf import labels_of, link, runs_of
from tests.bench.quotes.systems.crf_features import features, paragraphs_of

TEXT = "“We swim,” said Ada Ray. Bo Lind said it rained.\n“It is late.”\nIt was."
ATTRIBUTIONS = [
    {"source": [[16, 23]], "cue": [[11, 15]], "content": [[0, 10]]},
    {"source": [[25, 32]], "cue": [[33, 37]], "content": [[38, 47]]},
    {"source": [], "cue": [], "content": [[49, 63]]},
]
ARTICLE = article_from({"id": "a", "text": TEXT, "attributions": ATTRIBUTIONS})


def test_paragraphs_are_tokens_with_their_places() -> None:
    first, second, third = paragraphs_of(TEXT)

    assert first.words[:6] == ("“", "We", "swim", ",", "”", "said")
    assert [TEXT[start:end] for start, end in second.spans] == list(second.words)
    assert first.inside[:6] == (True,) * 5 + (False,)
    assert first.sentence[-1] == 1
    assert set(third.sentence) == {0}


def test_every_token_has_features() -> None:
    for paragraph in paragraphs_of(TEXT):
        assert len(features(paragraph)) == len(paragraph.words)


def test_a_word_of_speech_is_seen_from_afar() -> None:
    (paragraph,) = paragraphs_of("Bo Lind warned that it rained.")

    assert "before:warned that" in features(paragraph)[4]
    assert "after:warned" in features(paragraph)[0]


def test_labels_give_back_what_was_annotated() -> None:
    paragraphs = list(paragraphs_of(TEXT))
    runs = [
        run
        for number, paragraph in enumerate(paragraphs)
        for run in runs_of(paragraph, labels_of(ARTICLE, paragraph), number)
    ]

    assert [(run.role, TEXT[run.span[0] : run.span[1]]) for run in runs] == [
        ("content", "“We swim,”"),
        ("cue", "said"),
        ("source", "Ada Ray"),
        ("source", "Bo Lind"),
        ("cue", "said"),
        ("content", "it rained"),
        ("content", "“It is late.”"),
    ]


def test_content_goes_to_the_nearest_cue_and_quoted_content_on_from_the_last() -> None:
    runs = [
        run
        for number, paragraph in enumerate(paragraphs_of(TEXT))
        for run in runs_of(paragraph, labels_of(ARTICLE, paragraph), number)
    ]

    quotes = list(link(runs))

    assert [quote["speaker"] and quote["speaker"]["start"] for quote in quotes] == [16, 25, 25]
    assert [quote["cue"]["start"] for quote in quotes] == [11, 33, 33]


def test_what_is_not_quoted_has_no_speaker_from_another_paragraph() -> None:
    text = "Ada Ray said it rained.\nIt was late."
    runs = [
        run
        for number, (paragraph, labels) in enumerate(
            zip(
                paragraphs_of(text),
                [
                    ["B-source", "I-source", "B-cue", "B-content", "I-content", "O"],
                    ["B-content", "I-content", "I-content", "O"],
                ],
                strict=True,
            )
        )
        for run in runs_of(paragraph, labels, number)
    ]

    assert [quote["cue"] is None for quote in link(runs)] == [False, True]
