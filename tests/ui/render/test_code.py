"""Code: its indentation, and what its stretches are."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article import article_from_html
from reader.ui.render.code import _KNOWN, code_runs, wrap_code
from reader.ui.render.page import lay_out

LINES = st.text(alphabet=st.sampled_from(list("ab(),-/ .\n終👩\u200d")), max_size=200)


def shown(text: str, width: int) -> list[str]:
    return [" " * line.indent + text[line.start : line.end] for line in wrap_code(text, width)]


def test_indentation_stays_and_what_goes_on_is_further_in() -> None:
    code = "def tide(hours):\n    return sin(hours / 12) + len(name)\n\n# end"
    assert shown(code, 40) == code.split("\n")
    assert shown(code, 24) == [
        "def tide(hours):",
        "    return sin(hours /",
        "      12) + len(name)",
        "",
        "# end",
    ]
    assert shown(" " * 50 + "deep", 20) == [" " * 10 + "deep"]


@given(LINES, st.integers(4, 60))
def test_lines_of_code_fit_and_lose_only_spaces(text: str, width: int) -> None:
    at = 0
    for line, drawn in zip(wrap_code(text, width), shown(text, width), strict=True):
        assert not text[at : line.start].strip(" \n")
        assert cell_len(drawn) <= width
        at = line.end
    assert not text[at:].strip(" \n")


def runs(text: str, language: str | None) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for run in code_runs(text, language):
        found.setdefault(run.role, []).append(text[run.start : run.end])
    return found


def test_a_known_language_is_coloured() -> None:
    assert runs("def f():  # tide\n    return 1", "python") == {
        "code-keyword": ["def", "return"],
        "code-name": ["f"],
        "code-comment": ["# tide"],
        "code-number": ["1"],
    }
    assert "code-keyword" in runs("if true; then echo; fi", "sh")


@pytest.mark.parametrize("language", [None, "none", "no-such-language", "../x", ""])
def test_others_are_plain(language: str | None) -> None:
    assert runs("def f(): pass", language) == {}


@pytest.mark.parametrize("language", sorted(_KNOWN))
def test_every_language_has_a_lexer(language: str) -> None:
    assert isinstance(code_runs("x = 1", language), tuple)


def test_a_lexer_that_takes_long_is_stopped() -> None:
    start = time.process_time()
    assert code_runs(" \n" * 2500, "python") == ()
    code_runs(":" * 5000, "ini")
    assert time.process_time() - start < 1


def test_very_long_code_is_plain() -> None:
    assert runs("x = 1\n" * 10_000, "python") == {}
    code = "x = 1;\n" * 600
    article = article_from_html(f'<pre><code class="language-python">{code}</code></pre>' * 30)
    page = lay_out(article, None, 60)
    coloured = {line.block for line in page.lines for run in line.runs if run.role == "code-number"}
    assert 1 < len(coloured) < 30


def test_tabs_are_four_cells_and_places_hold() -> None:
    article = article_from_html("<pre>if x:\n\ty = 1\n\t\tz</pre>")
    page = lay_out(article, None, 40)
    assert [line.text for line in page.lines] == ["  if x:", "      y = 1", "          z"]
    line = page.lines[2]
    shown_, offset, length = line.places[-1]
    assert line.text[shown_ : shown_ + length] == article.text[offset : offset + length] == "z"
