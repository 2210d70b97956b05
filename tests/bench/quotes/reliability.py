"""Whether confidence means what it says: of those at 0.9, are nine in ten right?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.bench.quotes.compare import Comparison, mention_right

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The segments whose confidence lies between two tenths."""

    low: float
    high: float
    count: int = 0
    right: int = 0
    confidence: float = 0.0
    """Summed up."""

    @property
    def mean(self) -> float:
        """What they claim, on average."""
        return self.confidence / self.count if self.count else 0.0

    @property
    def share(self) -> float:
        """How many of them are right."""
        return self.right / self.count if self.count else 0.0


def reliability(comparisons: Iterable[Comparison]) -> list[Bin]:
    """Return ten bins of what was found: right is what has its content and its mention right."""
    bins = [Bin(i / BINS, (i + 1) / BINS) for i in range(BINS)]
    for each in comparisons:
        right = {j for i, j in each.pairs if mention_right(each.gold[i], each.hits[j])}
        for j, hit in enumerate(each.hits):
            confidence = hit.found.confidence
            if confidence is not None:
                i = min(max(int(confidence * BINS), 0), BINS - 1)
                bins[i] = _with(bins[i], confidence, right=j in right)
    return bins


def _with(bin_: Bin, confidence: float, *, right: bool) -> Bin:
    return Bin(
        bin_.low, bin_.high, bin_.count + 1, bin_.right + right, bin_.confidence + confidence
    )


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """Return how far claim and truth lie apart, by count (ECE), 0 to 1; None of nothing."""
    count = sum(each.count for each in bins)
    apart = sum(abs(each.right - each.confidence) for each in bins)
    return apart / count if count else None
