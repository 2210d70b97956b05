import sys
from pathlib import Path

import pytest

import reader.paths
from reader.paths import Paths, seeds, styles, user_paths


def test_all_is_below_newsreader_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("NEWSREADER_HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    paths = user_paths()
    assert paths == Paths(config=home / "config", data=home / "data", cache=home / "cache")
    assert paths.config_file == home / "config" / "config.toml"
    assert paths.database == home / "data" / "reader.db"
    assert list(tmp_path.iterdir()) == []


def test_newsreader_home_may_be_relative_or_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSREADER_HOME", "here")
    assert user_paths().data == tmp_path / "here" / "data"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NEWSREADER_HOME", "~/there")
    assert user_paths().data == tmp_path / "there" / "data"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG folders are those of Linux")
@pytest.mark.parametrize("home", [None, ""])
def test_else_the_folders_of_the_desktop(
    home: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if home is None:
        monkeypatch.delenv("NEWSREADER_HOME", raising=False)
    else:
        monkeypatch.setenv("NEWSREADER_HOME", home)
    for kind in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    assert user_paths() == Paths(
        config=tmp_path / "CONFIG" / "newsreader",
        data=tmp_path / "DATA" / "newsreader",
        cache=tmp_path / "CACHE" / "newsreader",
    )
    assert list(tmp_path.iterdir()) == []


def test_styles_and_seeds_are_found() -> None:
    assert styles().is_dir()
    assert seeds().is_dir()


def test_in_an_installed_package_they_are_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "reader"
    (package / "styles").mkdir(parents=True)
    (tmp_path / "styles").mkdir()
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr(reader.paths, "_PACKAGE", package)
    assert styles() == package / "styles"
    assert seeds() == tmp_path / "seeds"
