"""What the tagger finds in a text."""

from collections.abc import Iterator, Sequence
from functools import cache
from os import PathLike, path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.model import Span
from reader.quotes.listed import Listed
from reader.quotes.prose import Prose
from reader.quotes.tagger.confidence import confidences, described
from reader.quotes.tagger.contents import contents_of
from reader.quotes.tagger.decoding import CONTENT, CUE, SOURCE, Transitions, decode, spans
from reader.quotes.tagger.linking import Cues, Pairs, Spans, Surroundings, pairs_of
from reader.quotes.tagger.network import Network
from reader.quotes.tagger.ranker import Choice, Ranker
from reader.quotes.tagger.rows import Rows, rows_of
from reader.quotes.tagger.vocabulary import Vocabulary
from reader.quotes.tagger.weights import read_weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LEAST = 0.5
"""How sure the network must be of a content, on average over its words."""


class Found(NamedTuple):
    """A content with what belongs to it; spans in code points of the text."""

    content: Span
    cue: Span | None
    source: Span | None
    quoted: float
    """The share of its words and marks that stand between quotation marks."""
    confidence: float


class Tagged(Listed):
    """The spans of a text by kind, as rows, with what links them."""

    contents: Spans
    cues: Spans
    sources: Spans
    sure: "Floats"
    """Of each content: the mean share of its rows that the network gives to contents."""
    pairs: Pairs
    around: Surroundings


class Tagger:
    """The network, the ranker and the weights of the confidence, ready for use."""

    def __init__(self, file: str | PathLike[str]) -> None:
        """Read a file of weights.

        Raises:
            OSError: The file cannot be read.
        """
        weights, about = read_weights(file)
        vocabulary = Vocabulary(weights["vocabulary"].tobytes().decode())
        self._network = Network(weights, vocabulary.alike, int(about["recurrences"]))
        self._transitions = Transitions.of(weights["transitions"])
        self._ranker = Ranker(weights)
        self._confidence = weights["confidence"]

    def find(self, prose: Prose, sentences: Sequence[int]) -> list[Found]:
        """Return what is found in a text, in order; ``sentences`` holds where each starts."""
        rows = rows_of(prose)
        tags = tagged(rows, sentences, self._network.scores(rows), self._transitions)
        choices = self._ranker.choose(tags.pairs, len(tags.contents.first))
        return [*self._findings(rows, tags, choices)]

    def _findings(self, rows: Rows, tags: Tagged, choices: Sequence[Choice]) -> Iterator[Found]:
        cues, near = _listed(tags.cues), Cues(tags.cues, tags.around)
        sources, contents = _listed(tags.sources), _listed(tags.contents)
        sizes = tags.contents.last + 1 - tags.contents.first
        quoted = np.cumsum(tags.around.quoted)
        inside = (quoted[tags.contents.last] - quoted[tags.contents.first - 1]) / sizes
        chosen = [choice.source for choice in choices]
        shares = [choice.share for choice in choices]
        told = described(tags.sure, shares, inside, sizes, [source >= 0 for source in chosen])
        sure = confidences(told, self._confidence)
        shown = np.flatnonzero(tags.sure >= LEAST).tolist()
        parts = inside.tolist()
        for number in shown:
            content = contents[number]
            source = None if chosen[number] < 0 else sources[chosen[number]]
            cue = near.beside(content, source)
            yield Found(
                (rows.starts[content[0]], rows.ends[content[1]]),
                None if cue < 0 else (rows.starts[cues[cue][0]], rows.ends[cues[cue][1]]),
                None if source is None else (rows.starts[source[0]], rows.ends[source[1]]),
                parts[number],
                sure[number],
            )


@cache
def english() -> Tagger:
    """Return the tagger of English that ships with the reader; read once."""
    folder = path.dirname(__file__)  # noqa: PTH120 importing pathlib takes longer
    return Tagger(f"{folder}/english.safetensors")


def tagged(
    rows: Rows, sentences: Sequence[int], scores: "Floats", transitions: Transitions
) -> Tagged:
    """Return what the scores of the rows say; ``sentences`` holds where each starts."""
    tags = decode(scores, rows.breaks, transitions)
    shares = np.exp(scores - scores.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    around = surroundings(rows, sentences)
    contents = contents_of(rows, tags, around.words)
    cues = Spans(*spans(tags, CUE))
    sources = Spans(*spans(tags, SOURCE))
    pairs = pairs_of(contents, cues, sources, _mean(shares, SOURCE, sources), around)
    return Tagged(contents, cues, sources, _mean(shares, CONTENT, contents), pairs, around)


def surroundings(rows: Rows, sentences: Sequence[int]) -> Surroundings:
    """Return what is known of each row."""
    lower = [word.lower() for word in rows.words]
    capital = np.array([word[:1].isupper() for word in rows.words])
    paragraph = np.zeros(len(rows.word), np.intp)
    paragraph[rows.breaks] = 1
    return Surroundings(
        [lower[at] for at in rows.word],
        capital[rows.word].astype(np.intp),
        np.searchsorted(np.array(sentences), np.array(rows.starts), "right"),
        np.cumsum(paragraph),
        (np.array(rows.run) >= 0).astype(np.intp),
    )


def _mean(shares: "Floats", begin: int, of: Spans) -> "Floats":
    """Return for each span the mean of what its rows give to a kind."""
    kind = shares[:, begin] + shares[:, begin + 1]
    summed = np.concatenate([[0], np.cumsum(kind, dtype=np.float64)])
    result: Floats = (summed[of.last + 1] - summed[of.first]) / (of.last + 1 - of.first)
    return result


def _listed(spans_: Spans) -> list[tuple[int, int]]:
    return [*zip(spans_.first.tolist(), spans_.last.tolist(), strict=True)]
