"""Counts that add up over articles, and the figures that are read from them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.bench.quotes.compare import Comparison, Gold, Hit, Judgement


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None of nothing."""
        return self.right / self.of if self.of else None


NONE = Share()


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of what was found is right, and how much of what is right was found."""

    found: Share = NONE
    gold: Share = NONE

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Right of what was found, 0 to 1."""
        return self.found.value or 0.0

    @property
    def recall(self) -> float:
        """Found of what is there, 0 to 1."""
        return self.gold.value or 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


NOTHING = Tally()


def tally(right: int, found: int, gold: int) -> Tally:
    """Return the tally where each right one counts on both sides."""
    return Tally(Share(right, found), Share(right, gold))


def tally_pairs(
    comparisons: Iterable[Comparison], judge: Judgement | None = None, kind: str | None = None
) -> Tally:
    """Count the segments that are found, and right in the eyes of ``judge``.

    Args:
        comparisons: The articles.
        judge: What has to be right besides the content; None: nothing.
        kind: Count segments of this kind alone. What is found counts by its own kind, what is
            to be found by its own: a pair may be of two kinds.
    """
    total = NOTHING
    for each in comparisons:
        right = [pair for pair in each.paired if judge is None or judge(*pair)]
        total += Tally(
            _share([hit for _, hit in right], each.hits, kind),
            _share([gold for gold, _ in right], each.gold, kind),
        )
    return total


def _share(right: Iterable[Gold | Hit], of: Iterable[Gold | Hit], kind: str | None) -> Share:
    return Share(*(sum(kind in (None, each.kind) for each in group) for group in (right, of)))


def share_of_pairs(
    comparisons: Iterable[Comparison],
    judge: Judgement,
    among: Callable[[Gold], bool] = lambda _: True,
) -> Share:
    """Count what is right among the segments that were found."""
    answers = [judge(gold, hit) for each in comparisons for gold, hit in each.paired if among(gold)]
    return Share(sum(answers), len(answers))
