"""Writes into the guide what the engine prints for its examples: ``make guide``.

An example of ``docs/quotations.md`` is a fence of ``text``, and the next fence, of
``console``, what ``newsreader quotes`` prints for it.
"""

import io
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

sys.path.insert(0, str(Path(__file__).parents[1]))

GUIDE = Path(__file__).parents[1] / "docs" / "quotations.md"


class Example(NamedTuple):
    """A text of the guide, and what the guide says is printed for it."""

    title: str
    text: str
    printed: str
    lines: tuple[int, int]
    """The lines of the guide that hold what is printed, the last exclusive."""


def examples(guide: str) -> Iterator[Example]:
    """Yield the examples of a guide in order.

    Raises:
        ValueError: Where a text has nothing printed after it.
    """
    title, text = "", None
    for token in MarkdownIt().parse(guide):
        if token.type == "inline":
            title = token.content
        elif token.type == "fence" and token.info == "text":
            if text is not None:
                raise ValueError(f"nothing is printed for: {text}")
            text = token.content
        elif token.type == "fence" and token.info == "console" and text is not None:
            first, last = token.map or [0, 0]
            yield Example(title, text, token.content, (first + 1, last - 1))
            text = None
    if text is not None:
        raise ValueError(f"nothing is printed for: {text}")


class _Terminal(io.StringIO):
    """What a person sees, who is told too when there is nothing."""

    def isatty(self) -> bool:
        return True


def printed(text: str) -> str:
    """Return what ``newsreader quotes`` prints at a terminal for a text on standard input."""
    from reader.cli import main

    stdin, out, remarks = sys.stdin, io.StringIO(), _Terminal()
    sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()))
    try:
        with redirect_stdout(out), redirect_stderr(remarks):
            main(["quotes", "-"])
    finally:
        sys.stdin = stdin
    return remarks.getvalue() + out.getvalue()


def main() -> None:
    """Put what is printed in its place."""
    guide = GUIDE.read_text(encoding="utf-8")
    lines = guide.splitlines()
    for example in reversed([*examples(guide)]):
        first, last = example.lines
        lines[first:last] = printed(example.text).splitlines()
    GUIDE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
