"""docs/configuration.md and docs/queries.md say what is true."""

import re
from pathlib import Path

import pytest

from reader.cli import main
from reader.config import load_config
from reader.config.themes import load_theme
from tests.configuration import BEGIN, DOCS, END, PAGES, tables


@pytest.mark.parametrize("name", tables())
def test_the_tables_are_what_the_code_takes(name: str) -> None:
    _, _, rest = PAGES[name].read_text(encoding="utf-8").partition(BEGIN.format(name))
    assert rest.partition(END.format(name))[0].strip() == tables()[name]


@pytest.mark.parametrize(("page", "least"), [("configuration.md", 2), ("queries.md", 1)])
def test_the_examples_are_taken(tmp_path: Path, page: str, least: int) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    examples = re.findall("```toml\n(.*?)```", text, flags=re.DOTALL)
    assert len(examples) >= least
    for example in examples:
        path = tmp_path / "config.toml"
        path.write_text(example, encoding="utf-8")
        load_config(path)


def test_the_examples_of_themes_are_taken(tmp_path: Path) -> None:
    examples = re.findall("```toml\n(.*?)```", (DOCS / "themes.md").read_text(), flags=re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        path = tmp_path / "harbour.toml"
        path.write_text(example, encoding="utf-8")
        assert load_theme(path).name == "harbour"


def test_the_queries_are_read_and_the_mistake_is_told_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    text = (DOCS / "queries.md").read_text(encoding="utf-8")
    calls = re.findall(r"newsreader (?:list|search) '([^']+)'\n(newsreader: .*\n)?", text)
    assert [bool(told) for _, told in calls] == [False, True]
    for query, told in calls:
        assert main(["list", query]) == (2 if told else 0)
        assert capsys.readouterr().err in (told, "No entries.\n")
