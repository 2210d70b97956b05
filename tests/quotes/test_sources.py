"""Who is meant, from spans that people marked: the resolver alone, scored by itself.

``held-out.txt`` is for measuring: its errors were never looked at to make the rules.
"""

from pathlib import Path

import pytest

from reader.quotes.analysis import put_together
from reader.quotes.draft import Draft
from reader.quotes.languages import lexicon_for
from reader.quotes.prose import prose_of
from reader.quotes.sentence import split_sentences
from reader.quotes.sources import Resolver
from reader.quotes.spans import phrase_of
from tests.bench.sources import outcomes, score
from tests.support.annotated import read_articles

DATA = Path(__file__).parent.parent / "data" / "quotations" / "sources"


@pytest.mark.parametrize(
    ("file", "floors"),
    [
        ("development", {"name": 0.99, "type": 0.99, "anonymous or not": 0.98, "role": 0.95}),
        ("held-out", {"name": 0.94, "type": 0.91, "anonymous or not": 0.95, "role": 0.85}),
    ],
)
def test_most_sources_are_right(file: str, floors: dict[str, float]) -> None:
    articles = read_articles(DATA / f"{file}.txt")

    shares = score([each for article in articles for each in outcomes(article)[0]])

    assert {key: share for key, share in shares.items() if share < floors.get(key, 0)} == {}


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Ann Poe and Bo Lind met. {1s:Both} {1c:said} {1:so}.", ["Ann Poe", "Bo Lind"]),
        ("Ann Poe met Bo Lind. {1s:The two} {1c:said} {1:so}.", ["Ann Poe", "Bo Lind"]),
        ("{1s:Q}: {1:Is it late?}", []),
        ("{1s:I} {1c:think} {1:so}.", []),
        ("{1s:Ann Poe, the mayor, and Bo Lind} {1c:said} {1:so}.", ["Ann Poe", "Bo Lind"]),
        ("{1s:Ann Poe and her lawyer} {1c:said} {1:so}.", ["Ann Poe", "her lawyer"]),
        (
            "Ms Ann Poe met Mr Bo Lind. Nobody took {1s:her} {1c:claim} {1:that it was late}.",
            ["Ann Poe"],
        ),
        ("ANN POE came. {1s:POE}: {1:It is late.} Ann Poe left.", ["Ann Poe"]),
    ],
)
def test_who_is_meant(tmp_path: Path, body: str, names: list[str]) -> None:
    marked = tmp_path / "marked.txt"
    marked.write_text(f"=== one\n{body}\n---\n1 -\n", encoding="utf-8")

    (outcome,) = outcomes(read_articles(marked)[0])[0]

    assert outcome.names == names


def test_marked_articles_are_read(tmp_path: Path) -> None:
    marked = tmp_path / "marked.txt"
    marked.write_text(
        "=== one\n{1:“It is {2:late,}”} {1+2s:Ann Poe} {1c:said}.\n---\n"
        "1 Ann Poe = Poe | person | judge\n2 - \n",
        encoding="utf-8",
    )

    (article,) = read_articles(marked)

    first, second = article.attributions
    assert article.text == "“It is late,” Ann Poe said."
    assert (first.content, first.mention, first.cue) == ([(0, 13)], [(14, 21)], [(22, 26)])
    assert (first.names, first.also, first.types) == (["Ann Poe"], ["Poe"], ["person"])
    assert (second.content, second.names) == ([(7, 12)], [])


def test_the_mention_of_a_claim_is_its_owner() -> None:
    text = "Nobody believed Ann Poe’s claim that it was late."
    sentences = split_sentences(prose_of(text), lexicon_for("en"))
    draft = Draft(0, ((32, 48),), None, "marked", 1.0, mention=phrase_of(sentences[0], 2, 4))

    analysis = put_together("en", sentences, [draft], Resolver(sentences).resolve([draft]), [])

    mention = analysis.quotations[0].mention
    assert mention is not None
    assert (mention.text, text[mention.start : mention.end]) == ("Ann Poe", "Ann Poe")
    assert analysis.sources[0].name == "Ann Poe"


@pytest.mark.parametrize("named", [0, 1])
def test_a_mention_may_stand_in_another_sentence(named: int) -> None:
    text = "Ann Poe came home. It was late, she said."
    sentences = split_sentences(prose_of(text), lexicon_for("en"))
    mention = phrase_of(sentences[named], *((0, 2) if named == 0 else (4, 5)))
    draft = Draft(1, ((19, 30),), None, "marked", 1.0, mention=mention, named=named)

    (speaker,) = Resolver(sentences).resolve([draft])

    assert speaker is not None
    assert speaker.name == "Ann Poe"
