"""docs/configuration.md says what is true."""

import re
from pathlib import Path

import pytest

from reader.config import load_config
from tests.configuration import BEGIN, END, PAGE, tables

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", tables())
def test_the_tables_are_what_the_code_takes(name: str) -> None:
    _, _, rest = TEXT.partition(BEGIN.format(name))
    assert rest.partition(END.format(name))[0].strip() == tables()[name]


def test_the_examples_are_taken(tmp_path: Path) -> None:
    examples = re.findall("```toml\n(.*?)```", TEXT, flags=re.DOTALL)
    assert len(examples) > 1
    for example in examples:
        path = tmp_path / "config.toml"
        path.write_text(example, encoding="utf-8")
        load_config(path)
