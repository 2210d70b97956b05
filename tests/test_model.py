"""The model: every name from one place, each module read when it is needed."""

import subprocess
import sys
from importlib import import_module

import pytest

import reader.model


@pytest.mark.parametrize("module", ["articles", "feeds", "kept", "quotations"])
def test_every_name_is_had_from_the_package(module: str) -> None:
    home = import_module(f"reader.model.{module}")
    own = [name for name, value in vars(home).items() if _defined_in(home.__name__, value)]

    assert own
    for name in own:
        assert getattr(reader.model, name) is getattr(home, name)


def _defined_in(module: str, value: object) -> bool:
    return isinstance(value, type) and value.__module__ == module


def test_a_name_that_is_none_of_ours_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nobody'"):
        reader.model.Nobody  # type: ignore[attr-defined]  # noqa: B018 - asking is the point


def test_quotations_are_had_without_feeds_and_store_rows() -> None:
    code = "import sys; from reader.model import Analysis; print(*sys.modules)"

    loaded = subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "reader.model.quotations" in loaded
    assert not {"reader.model.feeds", "reader.model.kept", "reader.model.articles"} & {*loaded}
