from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_paths_are_below_newsreader_home(run: Callable[..., Any], home: Path) -> None:
    assert run("paths", "--json").json == {
        "config": str(home / "config"),
        "data": str(home / "data"),
        "cache": str(home / "cache"),
        "config_file": str(home / "config" / "config.toml"),
        "database": str(home / "data" / "reader.db"),
    }
    assert not home.exists()


def test_paths_for_people(run: Callable[..., Any], home: Path) -> None:
    assert f"database     {home}/data/reader.db\n" in run("paths").out
