"""The guide to quotations prints what the engine prints."""

import pytest

from tests.guide import GUIDE, Example, examples, printed

EXAMPLES = [*examples(GUIDE.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.title)
def test_an_example_prints_what_the_guide_says(example: Example) -> None:
    assert printed(example.text) == example.printed, "look, then: make guide"


def test_the_guide_has_examples_of_all_it_explains() -> None:
    assert len({example.title for example in EXAMPLES}) == len(EXAMPLES) > 25


def test_a_text_with_nothing_printed_is_told() -> None:
    with pytest.raises(ValueError, match="nothing is printed for: One"):
        [*examples("```text\nOne\n```\n\n```text\nTwo\n```\n")]


def test_what_is_printed_is_found_by_its_lines() -> None:
    guide = "### A title\n\n```text\nOne\n```\n\n```console\n1. One\n```\n"

    (example,) = examples(guide)

    assert example[:3] == ("A title", "One\n", "1. One\n")
    assert guide.splitlines()[slice(*example.lines)] == ["1. One"]
