"""The teacher: MiniLM-L6 (Wang et al. 2020, arXiv:2002.10957), fine-tuned to the same tags."""

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from reader.quotes.tagger.decoding import TAGS
from reader.quotes.tagger.weights import read_weights
from training.data import BREAK, Marked

_WIDTH, _HEADS, _INNER, _LAYERS, _PLACES = 384, 12, 1536, 6, 512
_ROOM = 254  # pieces of a window, beside its first
_FIRST, _SEPARATOR = 101, 102
_WINDOWS = 8
_RATE, _HEAD_RATE = 2e-4, 2e-3


class Window(NamedTuple):
    """Some paragraphs as pieces; of each row that is read, the place of its first piece."""

    pieces: list[int]
    rows: list[int]
    places: list[int]


class _Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.asked = nn.Linear(_WIDTH, 3 * _WIDTH)
        self.answer = nn.Linear(_WIDTH, _WIDTH)
        self.wide, self.narrow = nn.Linear(_WIDTH, _INNER), nn.Linear(_INNER, _WIDTH)
        self.first, self.second = (nn.LayerNorm(_WIDTH, eps=1e-12) for _ in range(2))
        self.dropped = nn.Dropout(0.1)

    def forward(self, state: Tensor, there: Tensor) -> Tensor:
        lines, size, _ = state.shape
        parts = self.asked(state).view(lines, size, 3, _HEADS, -1).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(*parts, attn_mask=there)
        seen = self.answer(seen.transpose(1, 2).reshape(lines, size, _WIDTH))
        state = self.first(state + self.dropped(seen))
        inner = self.narrow(functional.gelu(self.wide(state)))
        return self.second(state + self.dropped(inner))


class Teacher(nn.Module):
    """Scores of every tag for every piece."""

    def __init__(self, model: Path) -> None:
        """Start from the weights in the folder of a model."""
        super().__init__()
        weights, _ = read_weights(model / "model.safetensors")
        given = {name.removeprefix("bert."): torch.tensor(array) for name, array in weights.items()}
        names = "embeddings.word_embeddings", "embeddings.position_embeddings"
        self.words, self.places = (
            nn.Embedding.from_pretrained(given[f"{name}.weight"]) for name in names
        )
        self.kind = nn.Parameter(given["embeddings.token_type_embeddings.weight"][0], False)
        self.norm = nn.LayerNorm(_WIDTH, eps=1e-12)
        _fill(self.norm, given, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(_layer(given, n) for n in range(_LAYERS))
        self.head, self.dropped = nn.Linear(_WIDTH, TAGS), nn.Dropout(0.1)
        for still in (self.norm, self.layers[0]):
            still.requires_grad_(False)

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the scores of lines of pieces, 0 where none is left."""
        there = (pieces > 0)[:, None, None, :]
        places = self.places.weight[: pieces.shape[1]]
        state = self.dropped(self.norm(self.words(pieces) + places + self.kind))
        for layer in self.layers:
            state = layer(state, there)
        return self.head(self.dropped(state))

    @torch.no_grad()
    def opinion(self, article: Marked) -> Tensor:
        """Return the share of every tag for every row of an article; 0 at breaks."""
        self.eval()
        found = torch.zeros(len(article.tags), TAGS)
        cut = windows(article)
        for start in range(0, len(cut), _WINDOWS):
            some = cut[start : start + _WINDOWS]
            shares = self(_lines(some)).softmax(-1)
            for line, window in zip(shares, some, strict=True):
                found[window.rows] = line[window.places]
        return found


def _layer(given: Mapping[str, Tensor], number: int) -> _Layer:
    layer, name = _Layer(), f"encoder.layer.{number}"
    for part in ("weight", "bias"):
        asked = [
            given[f"{name}.attention.self.{each}.{part}"] for each in ("query", "key", "value")
        ]
        getattr(layer.asked, part).data = torch.cat(asked)
    _fill(layer.answer, given, f"{name}.attention.output.dense")
    _fill(layer.first, given, f"{name}.attention.output.LayerNorm")
    _fill(layer.wide, given, f"{name}.intermediate.dense")
    _fill(layer.narrow, given, f"{name}.output.dense")
    _fill(layer.second, given, f"{name}.output.LayerNorm")
    return layer


def _fill(part: nn.Module, given: Mapping[str, Tensor], name: str) -> None:
    part.load_state_dict({each: given[f"{name}.{each}"] for each in ("weight", "bias")})


def windows(article: Marked, less: int = 0) -> list[Window]:
    """Return an article as windows of whole paragraphs where they fit; the first has ``less``."""
    found: list[Window] = []
    window, room = Window([_FIRST], [], []), _ROOM - less
    for row, (tag, pieces) in enumerate(zip(article.tags, article.pieces, strict=True)):
        if tag == BREAK:
            left = _paragraph(article, row + 1)
            if window.rows and left + 1 > room:
                found.append(window)
                window, room = Window([_FIRST], [], []), _ROOM
            elif window.rows:
                window.pieces.append(_SEPARATOR)
                room -= 1
            continue
        if room < len(pieces) + 1:
            found.append(window)
            window, room = Window([_FIRST], [], []), _ROOM
        window.rows.append(row)
        window.places.append(len(window.pieces))
        window.pieces.extend(pieces)
        room -= len(pieces)
    return [each for each in [*found, window] if each.rows]


def _paragraph(article: Marked, row: int) -> int:
    """Return how many pieces the paragraph has that begins at a row."""
    size = 0
    while row < len(article.tags) and article.tags[row] != BREAK:
        size += len(article.pieces[row])
        row += 1
    return size


def _lines(some: Sequence[Window]) -> Tensor:
    found = torch.zeros(len(some), max(len(each.pieces) for each in some), dtype=torch.long)
    for line, window in zip(found, some, strict=True):
        line[: len(window.pieces)] = torch.tensor(window.pieces)
    return found


def teach(teacher: Teacher, articles: Sequence[Marked], epochs: int = 3) -> None:
    """Fine-tune the teacher; its words and first layer stay as they are."""
    head = [*teacher.head.parameters()]
    body = list(teacher.layers[1:].parameters())
    groups = [{"params": body, "lr": _RATE}, {"params": head, "lr": _HEAD_RATE}]
    steps = torch.optim.AdamW(groups, weight_decay=0.01)
    total = epochs * (sum(len(windows(each)) for each in articles) // _WINDOWS + 1)
    rate = torch.optim.lr_scheduler.LambdaLR(
        steps, lambda step: min((step + 1) / 60, max(0.02, 1 - step / total))
    )
    for _ in range(epochs):
        teacher.train()
        for some in _shuffled(articles):
            wanted, lines = _wanted(some), _lines([window for window, _ in some])
            scores = teacher(lines).flatten(0, 1)
            loss = functional.cross_entropy(scores, wanted.flatten(), ignore_index=BREAK)
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            steps.step()
            rate.step()


def _wanted(some: Sequence[tuple[Window, Marked]]) -> Tensor:
    size = max(len(window.pieces) for window, _ in some)
    found = torch.full((len(some), size), BREAK)
    for line, (window, article) in zip(found, some, strict=True):
        line[window.places] = torch.tensor([article.tags[row] for row in window.rows])
    return found


def _shuffled(articles: Sequence[Marked]) -> Iterator[list[tuple[Window, Marked]]]:
    """Yield windows in groups of about one length, cut anew each time."""
    cut = [
        (window, article)
        for article in articles
        for window in windows(article, random.randrange(200))  # noqa: S311 no secret
    ]
    random.shuffle(cut)
    groups: list[list[tuple[Window, Marked]]] = []
    for start in range(0, len(cut), 8 * _WINDOWS):
        some = sorted(cut[start : start + 8 * _WINDOWS], key=lambda each: len(each[0].pieces))
        groups += [some[at : at + _WINDOWS] for at in range(0, len(some), _WINDOWS)]
    random.shuffle(groups)
    yield from groups
