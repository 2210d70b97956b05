from typing import Any

import pytest

from tests.bench.quotes.compare import Comparison, compare
from tests.bench.quotes.data import article_from, found_from
from tests.bench.quotes.reliability import calibration_error, reliability

TEXT = "Ada Ray said it rained. Bo Lind said it froze."


def compared(*confidences: float | None) -> Comparison:
    """The two quotations of the text, found with these confidences, both as Ada Ray's."""
    attributions: list[dict[str, Any]] = [
        {"source": [[0, 7]], "cue": [], "content": [[13, 22]]},
        {"source": [[24, 31]], "cue": [], "content": [[37, 45]]},
    ]
    article = article_from({"id": "a", "text": TEXT, "attributions": attributions})
    quotes = [
        {"start": start, "end": end, "speaker": {"start": 0, "end": 7}, "confidence": each}
        for (start, end), each in zip([(13, 22), (37, 45)], confidences, strict=False)
    ]
    return compare(article, [found_from(quote, article) for quote in quotes])


def test_right_is_what_has_its_content_and_its_source() -> None:
    bins = reliability([compared(0.75, 0.72)])

    assert [(each.count, each.right) for each in bins] == [(0, 0)] * 7 + [(2, 1)] + [(0, 0)] * 2
    assert bins[7].share == 0.5
    assert bins[7].mean == pytest.approx(0.735)


@pytest.mark.parametrize(
    ("confidence", "position"), [(0.0, 0), (0.1, 1), (0.99, 9), (1.0, 9), (1.2, 9)]
)
def test_every_confidence_has_a_bin(confidence: float, position: int) -> None:
    bins = reliability([compared(confidence)])

    assert [each.count for each in bins].index(1) == position


def test_the_error_is_what_claims_and_truth_lie_apart() -> None:
    # 0.9 and right, 0.4 and wrong.
    assert calibration_error(reliability([compared(0.9, 0.4)])) == pytest.approx((0.1 + 0.4) / 2)


def test_nothing_claimed_is_nothing_to_tell() -> None:
    assert calibration_error(reliability([compared(None)])) is None
