"""Code: broken so that its indentation stays, and what is what in it by its language."""

import time
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.ui.render.cells import width_of, wrap
from reader.ui.render.lines import Run

_LONGEST = 5000
"""Code points that are told apart at most in one block: the time of some lexers grows with the
square of what they read."""
_LONGEST_LINE = 400
"""Likewise in one line: what is longer was not written by hand, and is not read."""
_PATIENCE = 0.1
"""Seconds after which the rest of a block stays plain."""
_HANG = 2
"""Cells by which a line goes on further in than it began."""
_LOOKS = (
    ("Token.Comment.Preproc", "code-keyword"),
    ("Token.Comment", "code-comment"),
    ("Token.Keyword", "code-keyword"),
    ("Token.Literal.String", "code-string"),
    ("Token.Literal.Number", "code-number"),
    ("Token.Name.Function", "code-name"),
    ("Token.Name.Class", "code-name"),
    ("Token.Name.Tag", "code-keyword"),
    ("Token.Name.Attribute", "code-name"),
    ("Token.Generic.Inserted", "code-string"),
    ("Token.Generic.Deleted", "code-comment"),
)
_OTHER_NAMES = {
    "shell": "bash",
    "sh": "bash",
    "zsh": "bash",
    "golang": "go",
    "node": "js",
    "kt": "kotlin",
    "viml": "vim",
}
_NAMES = """
bash c c# c++ clojure cmake console cpp cs csharp css dart diff docker dockerfile elixir erlang go
graphql groovy haskell hs html http ini java javascript jl js json jsx julia kotlin lisp lua make
makefile nginx nix objective-c objc perl php pl powershell proto protobuf ps1 py pycon python
python3 r rb rs ruby rust scala scss sql swift tex toml ts tsx typescript vim xml yaml yml zig
"""
_KNOWN = frozenset(_NAMES.split())
"""Languages whose lexers were tried with thousands of brackets, quotation marks and the like."""


class CodeLine(NamedTuple):
    """A line of code as far as the width goes."""

    start: int
    end: int
    indent: int
    """Cells to leave free before what goes on from the line above."""


def wrap_code(text: str, width: int) -> Iterator[CodeLine]:
    """Yield lines of at most ``width`` cells; one that goes on is further in than it began.

    Indentation stays, up to half of the width.
    """
    start = 0
    for line in text.split("\n"):
        body = line.lstrip(" ")
        deep = len(line) - len(body)
        shown = min(deep, width // 2)
        if shown + width_of(body) <= width:
            yield CodeLine(start + deep - shown, start + len(line.rstrip(" ")), 0)
        else:
            hang = min(shown + _HANG, width // 2)
            for index, (low, high) in enumerate(wrap(body, width - hang)):
                first = start + deep + low
                indent = 0 if not index else hang
                yield CodeLine(first - (0 if index else shown), start + deep + high, indent)
        start += len(line) + 1


def code_runs(text: str, language: str | None) -> tuple[Run, ...]:
    """Return what the stretches of a block of code are, none where its language is not known."""
    name = _OTHER_NAMES.get(language or "", language or "")
    if name not in _KNOWN or len(text) > _LONGEST:
        return ()
    if max(map(len, text.split("\n"))) > _LONGEST_LINE:
        return ()
    return _highlighted(text, name)


@lru_cache(64)
def _highlighted(text: str, language: str) -> tuple[Run, ...]:
    # Only who reads code waits for these.
    from pygments.lexers import get_lexer_by_name

    lexer = get_lexer_by_name(language)
    until = time.monotonic() + _PATIENCE
    runs: list[Run] = []
    for start, kind, piece in lexer.get_tokens_unprocessed(text):
        if time.monotonic() > until:
            break
        name = str(kind)
        look = next((look for prefix, look in _LOOKS if name.startswith(prefix)), None)
        if look and piece.strip():
            runs.append(Run(start, start + len(piece), look))
    return tuple(runs)
