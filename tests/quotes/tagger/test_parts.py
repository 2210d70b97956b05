"""The parts of the tagger, each against the plain way to reckon the same."""

import itertools
from pathlib import Path

import numpy as np
import pytest

from reader.quotes.prose import prose_of
from reader.quotes.tagger.confidence import FEATURES, confidences, described
from reader.quotes.tagger.contents import contents_of
from reader.quotes.tagger.decoding import CONTENT, SOURCE, TAGS, Transitions, decode, spans
from reader.quotes.tagger.found import Tagger, english
from reader.quotes.tagger.pieces import Pieces
from reader.quotes.tagger.rows import QUOTED_STATES, SHAPES, SUFFIXES, rows_of, shape, suffix
from reader.quotes.tagger.steps import Steps
from reader.quotes.tagger.vocabulary import Vocabulary, grouped
from reader.quotes.tagger.weights import read_weights

TEXT = "“It is late,” said Ann Poe.\n\nShe left. “We stay\n“and wait,” he said."


def rows_in(text: str):  # type: ignore[no-untyped-def]
    return rows_of(prose_of(text))


def test_rows_are_the_words_of_each_paragraph_between_breaks() -> None:
    rows = rows_in(TEXT)

    written = [rows.words[at] for at in rows.word]
    assert written[:5] == ["", "“", "It", "is", "late"]
    assert rows.breaks == [at for at, word in enumerate(written) if not word]
    assert len(rows.breaks) == 4
    assert all(
        TEXT[start:end] == word
        for word, start, end in zip(written, rows.starts, rows.ends, strict=True)
    )


def test_rows_know_where_they_stand_to_quotation_marks() -> None:
    rows = rows_in(TEXT)

    of = {rows.words[word]: state for word, state in zip(rows.word, rows.quoted, strict=True)}
    assert (of["It"], of["said"], of["stay"], of["wait"]) == (1, 0, 4, 4)
    assert {*rows.quoted} <= {*range(QUOTED_STATES)}
    assert [rows.run[at] for at, word in enumerate(rows.word) if rows.words[word] == "She"] == [-1]


@pytest.mark.parametrize(
    ("word", "number"),
    [("", 0), ("12", 1), ("3rd", 2), ("said", 3), ("NATO", 4), ("I", 5), ("Ann", 6), ("’", 17)],
)
def test_shapes(word: str, number: int) -> None:
    assert shape(word) == number < SHAPES
    assert 0 <= suffix(word) < SUFFIXES


def test_a_suffix_is_that_of_the_last_letters_in_any_case() -> None:
    assert suffix("Denied") == suffix("TRIED") != suffix("deny")


def test_words_are_cut_into_the_longest_pieces() -> None:
    listed = ["[UNK]", "[SEP]", "un", "##said", "said", "##s", "-", "e"]
    numbers = {piece: number for number, piece in enumerate(listed)}
    pieces = Pieces(lambda _: numbers)

    assert pieces.cut("Said") == [4]
    assert pieces.cut("unsaid") == [2, 3]
    assert pieces.cut("un-said") == [2, 6, 4]
    assert pieces.cut("é") == [7]
    assert pieces.cut("xyz") == [0]
    assert pieces.cut("") == [1]


def test_a_vocabulary_gives_each_piece_the_number_of_its_line() -> None:
    pieces = ["[UNK]", "t", "the", "un", "#", "##t", "##the", "then", "##u", "’"]
    groups = grouped(pieces)
    vocabulary = Vocabulary("\n\n".join(map("\n".join, groups)))
    listed = [piece for group in groups for piece in group]

    assert sorted(listed) == sorted(pieces)
    assert [vocabulary.alike(piece)[piece] for piece in listed] == [*range(len(pieces))]
    assert vocabulary.alike("thought").keys() == {"t", "the", "then"}
    assert vocabulary.alike("ten").keys() == {"t"}
    assert vocabulary.alike("##those").keys() == {"##t", "##the"}
    assert not vocabulary.alike("xy")


def test_a_text_with_no_vocabulary_cannot_be_cut() -> None:
    with pytest.raises(ValueError, match="no vocabulary"):
        Pieces(lambda _: {"un": 0})


@pytest.mark.parametrize("breaks", [[0, 3, 4, 9], [0, 9], [0, 8, 9]])
def test_a_recurrence_runs_through_each_paragraph_in_both_directions(breaks: list[int]) -> None:
    size, half = 10, 2
    random = np.random.default_rng(1)
    mixed = random.random((size, 4 * half), np.float32)
    gates, news = np.empty((2, size, 2 * half), np.float32)
    steps = Steps(breaks, size)

    steps.apart(mixed, gates, news)
    steps.run(gates, news)
    found = np.empty_like(news)
    steps.together(news, found)

    forward, backward = np.zeros(half), np.zeros(half)
    for at in range(size):
        keep = 0 if at in breaks else mixed[at, :half]
        forward = keep * forward + mixed[at, 2 * half : 3 * half]
        assert found[at, :half] == pytest.approx(forward, rel=1e-5)
    for at in reversed(range(size)):
        keep = 0 if at in breaks else mixed[at, half : 2 * half]
        backward = keep * backward + mixed[at, 3 * half :]
        assert found[at, half:] == pytest.approx(backward, rel=1e-5)


def test_the_likeliest_tags_are_those_of_trying_all() -> None:
    random = np.random.default_rng(2)
    transitions = Transitions.of(random.normal(size=(TAGS + 1, TAGS + 1)).astype(np.float32))
    scores = random.normal(size=(6, TAGS)).astype(np.float32)

    def worth(tags: tuple[int, ...]) -> float:
        inner = sum(transitions.between[a, b] for a, b in itertools.pairwise(tags))
        ends = transitions.first[tags[0]] + transitions.last[tags[-1]]
        return float(inner + ends + sum(scores[1 + at, tag] for at, tag in enumerate(tags)))

    best = max(itertools.product(range(TAGS), repeat=4), key=worth)
    assert tuple(decode(scores, [0, 5], transitions)) == (0, *best, 0)


def test_a_span_ends_before_the_next_one_of_its_kind() -> None:
    first, last = spans(np.array([0, 1, 2, 1, 5, 6, 0, 1]), CONTENT)

    assert [*zip(first.tolist(), last.tolist(), strict=True)] == [(1, 2), (3, 3), (7, 7)]
    assert spans(np.array([0, 1, 2, 1, 5, 6, 0, 1]), SOURCE)[0].tolist() == [4]


def test_content_takes_in_the_whole_run_it_holds_most_of_and_no_marks_outside() -> None:
    rows = rows_in("Poe said “it is very late” , then left.")
    tags = np.zeros(len(rows.word), int)
    tags[5:10] = [1, 2, 2, 2, 2]  # is very late ” ,

    contents = contents_of(rows, tags, [rows.words[at] for at in rows.word])

    start, end = rows.starts[contents.first[0]], rows.ends[contents.last[0]]
    assert "Poe said “it is very late” , then left."[start:end] == "“it is very late”"


def test_confidence_grows_with_what_the_stages_were_sure_of() -> None:
    weights = np.array([1, 1, 0, 0, 0, 0, 0, -0.5], np.float32)
    features = described([0.2, 0.6, 1.0], [0.9] * 3, [0, 0.5, 1], [3, 4, 5], [True] * 3)

    found = confidences(features, weights)

    assert features.shape == (3, FEATURES)
    assert 0 < found[0] < found[1] < found[2] < 1


def test_what_is_no_file_of_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights"
    path.write_bytes(b"\x10\0\0\0\0\0\0\0not json at all.")

    with pytest.raises(ValueError, match="no weights"):
        read_weights(path)
    with pytest.raises(FileNotFoundError):
        Tagger(tmp_path / "none")


@pytest.mark.parametrize("before", [1, 400, 401, 402])
def test_a_paragraph_is_read_the_same_in_any_block(before: int) -> None:
    network = english()._network
    text = "Ann Poe said that the bridge was closed. “It is old,” the mayor said."
    filler = "The tide came in and the boats went out of the harbour at noon."
    # It sees the last word of the paragraph before, through the break between them.
    alone = network.scores(rows_in(f"{filler}\n{text}"))[-18:]

    among = network.scores(rows_in("\n".join([*[filler] * before, text])))

    assert among[-18:] == pytest.approx(alone, abs=1e-3)


def test_a_paragraph_without_end_is_read_in_blocks() -> None:
    rows = rows_in("the tide came in " * 6000)

    scores = english()._network.scores(rows)

    # The fifth block begins at row 4 * 4095, with "in" in place of the break.
    assert scores[300:400] == pytest.approx(scores[16680:16780], abs=1e-3)


def test_a_recurrence_begins_anew_in_a_paragraph_without_end() -> None:
    size = 700
    steps = Steps([0, size - 1], size)
    gates, news = np.ones((2, size, 2), np.float32)

    steps.run(gates, news)
    found = np.empty_like(news)
    steps.together(news, found)

    assert found[[0, 255, 256, 511, 512], 0].tolist() == [1, 256, 1, 256, 1]
    assert found[[size - 1, size - 256, size - 257], 1].tolist() == [1, 256, 1]
