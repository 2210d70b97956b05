"""The tagger as torch knows it: the network of ``reader.quotes.tagger`` with its loss."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.quotes.tagger.decoding import TAGS
from reader.quotes.tagger.rows import QUOTED_STATES, SHAPES, SUFFIXES
from training.data import BREAK, Marked

WIDTH, HALF, VECTOR = 96, 48, 128
RECURRENCES = 2
_WORDS_LEFT_OUT, _SUFFIXES_LEFT_OUT, _DROPPED = 0.08, 0.15, 0.2
_NEVER = -1e4
_STEPS = 8  # a recurrence is exact for paragraphs of up to 2 ** 8 rows


class Batch:
    """Articles one after another, as tensors."""

    def __init__(self, articles: Sequence[Marked]) -> None:
        flat = [row for article in articles for row in article.pieces]
        sizes = torch.tensor([len(row) for row in flat])
        self.pieces = torch.tensor([piece for row in flat for piece in row])
        self.offsets = sizes.cumsum(0) - sizes
        self.shapes = _joined(article.shapes for article in articles)
        self.suffixes = _joined(article.suffixes for article in articles)
        self.quoted = _joined(article.rows.quoted for article in articles)
        self.tags = _joined(article.tags for article in articles)


def _joined(columns: Any) -> Tensor:
    return torch.tensor([value for column in columns for value in column])


class Neighbours(nn.Module):
    """Sees the row after, the row and the row before, in this order of its weights."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = nn.Linear(3 * WIDTH, WIDTH)

    def forward(self, state: Tensor) -> Tensor:
        """Return the state with what each row learns from its neighbours."""
        nothing = state.new_zeros(1, WIDTH)
        after, before = torch.cat([state[1:], nothing]), torch.cat([nothing, state[:-1]])
        return state + functional.relu(self.inner(torch.cat([after, state, before], 1)))


class Recurrence(nn.Module):
    """minGRU in both directions (Feng et al. 2024, arXiv:2410.01201)."""

    def __init__(self) -> None:
        super().__init__()
        self.mixed = nn.Linear(WIDTH, 4 * HALF)
        self.inner = nn.Linear(2 * HALF, WIDTH)
        with torch.no_grad():
            self.mixed.bias[: 2 * HALF] = torch.linspace(-3, 1, HALF).repeat(2)

    def forward(self, state: Tensor, breaks: Tensor) -> Tensor:
        """Return the state with what each row learns from its paragraph."""
        mixed = self.mixed(state)
        gate = torch.sigmoid(mixed[:, : 2 * HALF])
        keep = (1 - gate) * (~breaks)[:, None]
        news = gate * mixed[:, 2 * HALF :]
        forward = _scan(keep[:, :HALF], news[:, :HALF])
        backward = _scan(keep[:, HALF:].flip(0), news[:, HALF:].flip(0)).flip(0)
        return state + functional.relu(self.inner(torch.cat([forward, backward], 1)))


def _scan(keep: Tensor, news: Tensor) -> Tensor:
    """Return keep * state before + news at every row, by doubling (Hillis and Steele 1986)."""
    reach = 1
    for _ in range(_STEPS):
        if reach >= len(keep):
            break
        news = torch.cat([news[:reach], news[reach:] + keep[reach:] * news[:-reach]])
        keep = torch.cat([keep[:reach], keep[reach:] * keep[:-reach]])
        reach *= 2
    return news


class Student(nn.Module):
    """Scores of every tag for every row, and how tags follow each other."""

    def __init__(self, vectors: Tensor) -> None:
        """Start from the vectors of the pieces, of 128 numbers each."""
        super().__init__()
        self.pieces = nn.EmbeddingBag(*vectors.shape, mode="mean")
        self.pieces.weight.data.copy_(vectors)
        self.shapes, self.suffixes, self.quoted = (
            nn.Embedding(size, WIDTH) for size in (SHAPES, SUFFIXES, QUOTED_STATES)
        )
        for table in (self.shapes, self.suffixes, self.quoted):
            table.weight.data.mul_(0.1)
        self.input = nn.Linear(VECTOR, WIDTH)
        self.neighbours = Neighbours()
        self.recurrences = nn.ModuleList(Recurrence() for _ in range(RECURRENCES))
        self.out = nn.Linear(WIDTH, TAGS)
        self.transitions = nn.Parameter(torch.zeros(TAGS + 1, TAGS + 1))

    def forward(self, batch: Batch) -> Tensor:
        """Return the scores; in training, words and channels are left out by paragraph."""
        breaks = batch.tags == BREAK
        paragraph = breaks.cumsum(0)
        words, suffixes = self.pieces(batch.pieces, batch.offsets), batch.suffixes
        if self.training:
            kept = torch.rand(len(words), 1) > _WORDS_LEFT_OUT
            words = _dropped(words * kept, paragraph, 0.1)
            suffixes = torch.where(torch.rand(len(words)) > _SUFFIXES_LEFT_OUT, suffixes, 0)
        state = self.input(words) + self.shapes(batch.shapes) + self.suffixes(suffixes)
        state = functional.relu(state + self.quoted(batch.quoted))
        state = self.neighbours(self._dropped(state, paragraph))
        for layer in self.recurrences:
            state = layer(self._dropped(state, paragraph), breaks)
        return self.out(self._dropped(state, paragraph))

    def _dropped(self, state: Tensor, paragraph: Tensor) -> Tensor:
        return _dropped(state, paragraph, _DROPPED) if self.training else state


def _dropped(state: Tensor, paragraph: Tensor, share: float) -> Tensor:
    kept = torch.rand(int(paragraph[-1]) + 1, state.shape[1]) > share
    return state * (kept / (1 - share))[paragraph]


def likelihood(scores: Tensor, tags: Tensor, transitions: Tensor) -> Tensor:
    """Return the negative log likelihood of the tags of each paragraph, a word.

    That of a linear-chain conditional random field (Lafferty et al. 2001).
    """
    edges = (tags == BREAK).nonzero()[:, 0]
    starts, sizes = edges[:-1] + 1, edges[1:] - edges[:-1] - 1
    starts, sizes = starts[sizes > 0], sizes[sizes > 0].clamp(max=200)
    step = torch.arange(int(sizes.max()))
    inside = step < sizes[:, None]
    places = torch.where(inside, starts[:, None] + step, 0)
    score, gold = scores[places], tags[places].clamp(min=0)
    between, first, last = _allowed(transitions)
    every = first + score[:, 0]
    here = score.gather(2, gold[:, :, None])[:, :, 0]
    right = first[gold[:, 0]] + here[:, 0]
    for at in range(1, score.shape[1]):
        on = inside[:, at]
        ways = torch.logsumexp(every[:, :, None] + between, 1) + score[:, at]
        every = torch.where(on[:, None], ways, every)
        right = right + torch.where(on, between[gold[:, at - 1], gold[:, at]] + here[:, at], 0.0)
    ends = gold.gather(1, sizes[:, None] - 1)[:, 0]
    return (torch.logsumexp(every + last, 1) - right - last[ends]).sum() / inside.sum()


def _allowed(transitions: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return the transitions without those into the inside of a span from elsewhere."""
    tag = torch.arange(TAGS)
    inside = (tag > 0) & (tag % 2 == 0)
    own = (tag[:, None] == tag) | (tag[:, None] + 1 == tag)
    between = torch.where(~inside | own, transitions[:TAGS, :TAGS], _NEVER)
    first = torch.where(inside, _NEVER, transitions[TAGS, :TAGS])
    return between, first, transitions[:TAGS, TAGS]
