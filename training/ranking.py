"""Fits the ranker of sources and the confidence to what the student finds."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reader.model import Span
from reader.quotes.languages import lexicon_for
from reader.quotes.prose import prose_of
from reader.quotes.sentence import split_sentences
from reader.quotes.tagger.decoding import Transitions
from reader.quotes.tagger.found import Tagged, tagged
from reader.quotes.tagger.linking import FEATURES, Spans
from tests.bench.quotes import spans
from tests.bench.quotes.data import Article, Attribution
from training.data import Marked
from training.student import Batch, Student

_HIDDEN, _EPOCHS, _CASES = 32, 8, 64
_HALF = 0.5


class Case(NamedTuple):
    """A content with the sources near it, of which some or nobody is right."""

    features: Tensor
    right: Tensor
    """Of each source, and last of nobody."""


class Ranker(nn.Module):
    """One hidden layer beside a linear score, and a score for nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden, self.out = nn.Linear(FEATURES, _HIDDEN), nn.Linear(_HIDDEN, 1)
        self.plain, self.nobody = nn.Linear(FEATURES, 1), nn.Parameter(torch.zeros(1))

    def forward(self, features: Tensor) -> Tensor:
        """Return the score of each pair."""
        return (self.out(functional.relu(self.hidden(features))) + self.plain(features))[..., 0]

    def arrays(self) -> dict[str, NDArray[np.float32]]:
        """Return the weights by their names in the file."""
        parts = {
            "link.hidden": self.hidden.weight.T,
            "link.hidden_bias": self.hidden.bias,
            "link.out": self.out.weight[0],
            "link.plain": self.plain.weight[0],
            "link.bias": self.out.bias + self.plain.bias,
            "link.nobody": self.nobody,
        }
        return {name: part.detach().numpy().copy() for name, part in parts.items()}


@torch.no_grad()
def found_in(student: Student, article: Article, marked: Marked, *, noise: bool) -> Tagged:
    """Return what the student finds; with noise, words and channels are left out as in training.

    The ranker learns from mistakes that the tagger doesn't make on what it has learned.
    """
    student.train(noise)
    scores = student(Batch([marked])).numpy()
    sentences = split_sentences(prose_of(article.text), lexicon_for("en"))
    transitions = Transitions.of(student.transitions.detach().numpy())
    return tagged(marked.rows, [each.start for each in sentences], scores, transitions)


def cases(article: Article, marked: Marked, found: Tagged) -> Iterator[Case]:
    """Yield the contents that people marked too, if it can be told who is right."""
    right = matched(article, marked, found.contents)
    sources = [spans.words(article.text, [span]) for span in _places(marked, found.sources)]
    edges = np.searchsorted(found.pairs.content, np.arange(len(right) + 1))
    for number, attribution in enumerate(right):
        if attribution is None:
            continue
        wanted = spans.words(article.text, attribution.source)
        near = slice(edges[number], edges[number + 1])
        fits = [_in_common(wanted, sources[at]) for at in found.pairs.source[near]]
        if any(fits) or not wanted:
            answer = [*fits, not wanted]
            yield Case(torch.tensor(found.pairs.features[near]), torch.tensor(answer))


def matched(article: Article, marked: Marked, contents: Spans) -> list[Attribution | None]:
    """Return the attribution that each content is of, by the scorer's own matching."""
    gold = [
        (segment, each)
        for each in article.attributions
        for segment in spans.segments(article.text, each.content)
    ]
    mine = [
        (segment, number)
        for number, span in enumerate(_places(marked, contents))
        for segment in spans.segments(article.text, [span])
    ]
    found: list[Attribution | None] = [None] * len(contents.first)
    pairs = spans.match([each for each, _ in gold], [each for each, _ in mine], _HALF)
    for there, here in pairs:
        found[mine[here][1]] = gold[there][1]
    return found


def _places(marked: Marked, of: Spans) -> list[Span]:
    starts, ends = marked.rows.starts, marked.rows.ends
    return [(starts[a], ends[b]) for a, b in zip(of.first, of.last, strict=True)]


def _in_common(wanted: frozenset[int], mine: frozenset[int]) -> bool:
    return bool(wanted) and len(wanted & mine) >= _HALF * len(wanted | mine)


def fit(given: Sequence[Case]) -> Ranker:
    """Return a ranker that gives the right ones the most."""
    ranker, order = Ranker(), [*given]
    steps = torch.optim.AdamW(ranker.parameters(), 3e-3, weight_decay=1e-3)
    total = _EPOCHS * (len(order) // _CASES + 1)
    rate = torch.optim.lr_scheduler.OneCycleLR(steps, 5e-3, total_steps=total)
    for _ in range(_EPOCHS):
        random.shuffle(order)
        for start in range(0, len(order), _CASES):
            some = order[start : start + _CASES]
            loss = torch.stack([_loss(ranker, case) for case in some]).mean()
            steps.zero_grad()
            loss.backward()
            steps.step()
            rate.step()
    return ranker


def _loss(ranker: Ranker, case: Case) -> Tensor:
    scores = torch.cat([ranker(case.features), ranker.nobody]).log_softmax(0)
    return -torch.logsumexp(scores[case.right], 0)


def fit_confidence(features: Tensor, right: Tensor) -> NDArray[np.float32]:
    """Return the weights of a logistic regression, the bias last."""
    weights = torch.zeros(features.shape[1] + 1, requires_grad=True)
    steps = torch.optim.LBFGS([weights], max_iter=200)

    def loss() -> Tensor:
        steps.zero_grad()
        scores = features @ weights[:-1] + weights[-1]
        found = functional.binary_cross_entropy_with_logits(scores, right)
        found = found + 1e-3 * (weights[:-1] ** 2).sum()
        found.backward()
        return found

    steps.step(loss)
    array: NDArray[np.float32] = weights.detach().numpy()
    return array
