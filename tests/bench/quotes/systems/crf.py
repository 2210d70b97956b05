"""A plain CRF tagger with hand features; each content goes to the nearest cue, and its source.

The baseline that anything learned has to beat. ``python -m tests.bench.quotes.systems.crf
TRAIN.jsonl MODEL`` trains it.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.quotes.data import Article, Json, Span, read_articles
from tests.bench.quotes.systems.crf_features import Paragraph, features, paragraphs_of

OUTSIDE = "O"
ROLES = ("content", "cue", "source")
SETTINGS = {"c1": 0.0, "c2": 0.3, "max_iterations": 120, "feature.minfreq": 2}


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens of one role that follow each other."""

    role: str
    first: int
    last: int
    span: Span
    paragraph: int
    sentence: int
    direct: bool


def load(model: str | None = None) -> Callable[[str], list[Json]]:
    """Return the function that finds quotations in a text.

    Args:
        model: Where the trained model is.

    Raises:
        ImportError: Where python-crfsuite is not installed.
        OSError: Where there is no such model.
    """
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(model)

    def analyse(text: str) -> list[Json]:
        runs: list[Run] = []
        for number, paragraph in enumerate(paragraphs_of(text)):
            runs += runs_of(paragraph, tagger.tag(features(paragraph)), number)
        return list(link(runs))

    return analyse


def runs_of(paragraph: Paragraph, labels: Sequence[str], number: int) -> Iterator[Run]:
    """Yield the runs of a paragraph, read from its labels."""
    first = 0
    for i in range(1, len(labels) + 1):
        if i < len(labels) and labels[i] == "I" + labels[first][1:]:
            continue
        if labels[first] != OUTSIDE:
            yield Run(
                labels[first][2:],
                first,
                i - 1,
                (paragraph.spans[first][0], paragraph.spans[i - 1][1]),
                number,
                paragraph.sentence[first],
                all(paragraph.inside[first:i]),
            )
        first = i


def link(runs: Iterable[Run]) -> Iterator[Json]:
    """Give each content the nearest cue of its paragraph, and the cue the nearest source.

    What is quoted in a paragraph without a cue goes on from the last one.
    """
    last: tuple[Run, Run | None] | None = None
    for group in _by_paragraph(runs):
        cues = [run for run in group if run.role == "cue"]
        sources = [run for run in group if run.role == "source"]
        pairs = [(cue, _nearest(cue, sources)) for cue in cues]
        for content in (run for run in group if run.role == "content"):
            cue = _nearest(content, cues)
            linked = pairs[cues.index(cue)] if cue else last if content.direct else None
            yield _quote(content, linked)
        last = pairs[-1] if pairs else last


def _by_paragraph(runs: Iterable[Run]) -> Iterator[list[Run]]:
    group: list[Run] = []
    for run in runs:
        if group and group[-1].paragraph != run.paragraph:
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _nearest(run: Run, others: Sequence[Run]) -> Run | None:
    def far(other: Run) -> tuple[int, int]:
        gap = max(other.first - run.last, run.first - other.last)
        return abs(other.sentence - run.sentence), gap

    return min(others, key=far, default=None)


def _quote(content: Run, linked: tuple[Run, Run | None] | None) -> Json:
    cue, source = linked or (None, None)
    return {
        "start": content.span[0],
        "end": content.span[1],
        "cue": _place(cue),
        "speaker": _place(source),
    }


def _place(run: Run | None) -> Json | None:
    return None if run is None else {"start": run.span[0], "end": run.span[1]}


# --- Learning ------------------------------------------------------------------------


def labels_of(article: Article, paragraph: Paragraph) -> list[str]:
    """Return what each token of a paragraph is: outside, or the beginning or inside of a role."""
    labels = [OUTSIDE] * len(paragraph.words)
    for attribution in article.attributions:
        for role, pieces in zip(
            ROLES, (attribution.content, attribution.cue, attribution.source), strict=True
        ):
            for piece in pieces:
                _label(labels, paragraph, piece, role)
    return labels


def _label(labels: list[str], paragraph: Paragraph, piece: Span, role: str) -> None:
    begins = True
    for i, (start, end) in enumerate(paragraph.spans):
        if end > piece[0] and start < piece[1] and labels[i] == OUTSIDE:
            labels[i] = f"{'B' if begins else 'I'}-{role}"
            begins = False


def train(articles: Iterable[Article], model: Path) -> None:
    """Learn from annotated articles, and keep what is learned in a file."""
    import pycrfsuite

    trainer: Any = pycrfsuite.Trainer(verbose=False)
    for article in articles:
        for paragraph in paragraphs_of(article.text):
            trainer.append(features(paragraph), labels_of(article, paragraph))
    trainer.set_params(SETTINGS)
    unfinished = model.with_name(model.name + ".part")
    trainer.train(str(unfinished))
    unfinished.replace(model)


if __name__ == "__main__":
    train(read_articles(Path(sys.argv[1])), Path(sys.argv[2]))
