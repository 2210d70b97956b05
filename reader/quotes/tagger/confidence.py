"""How likely a finding is right: a logistic regression on what the stages were sure of."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

FEATURES = 7
_LEAST = 1e-3


def described(
    content_sure: "ArrayLike",
    source_share: "ArrayLike",
    quoted: "ArrayLike",
    words: "ArrayLike",
    named: "ArrayLike",
) -> "Floats":
    """Return what confidence is reckoned from, a line for each finding.

    Args:
        content_sure: The mean share of the content's words that are tagged as content.
        source_share: The share of the source chosen, or of nobody.
        quoted: The share of the content inside quotation marks.
        words: How many words and marks the content has.
        named: Whether a source was chosen.
    """
    sure, inside = _odds(content_sure), np.asarray(quoted, float)
    whole = inside == 1
    columns = (
        sure,
        _odds(source_share),
        whole,
        (inside > 0) & ~whole,
        sure * whole,
        np.log1p(np.asarray(words, float)) / 3,
        np.asarray(named, float),
    )
    return np.stack(columns, -1).astype(float)


def _odds(share: "ArrayLike") -> "Floats":
    """Return a third of the log odds of shares, 0 and 1 being kept within reach."""
    within = np.clip(np.asarray(share, float), _LEAST, 1 - _LEAST)
    odds: Floats = np.log(within / (1 - within)) / 3
    return odds


def confidences(features: "Floats", weights: "NDArray[np.float32]") -> list[float]:
    """Return how likely content and source are right, 0 to 1; the last weight is the bias."""
    total = np.clip(features @ weights[:-1] + weights[-1], -30, 30)
    found: list[float] = np.round(1 / (1 + np.exp(-total)), 3).tolist()
    return found
