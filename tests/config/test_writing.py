"""Settings written into the file: nothing else in it changes."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import Config, load_config
from reader.config.writing import write_setting
from reader.errors import ConfigError

FILE = """\
# My settings.
theme = "nord"   # the calm one

[refresh]  # how
timeout = 5.5
# every = 10

[[feeds]]
url = "https://club.example/*"   # all of it
headers = { X-Edition = "evening" }

[keymap]
list.next = "n"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "config" / "config.toml"
    path.parent.mkdir()
    path.write_text(FILE)
    return path


def test_a_value_is_changed_and_its_comment_kept(path: Path) -> None:
    assert write_setting(path, "theme", "dracula").theme == "dracula"
    assert path.read_text() == FILE.replace('"nord"', '"dracula"')
    assert write_setting(path, "refresh.timeout", 30.0).timeout == 30
    assert path.read_text() == FILE.replace('"nord"', '"dracula"').replace("5.5", "30.0")


def test_what_is_not_there_is_added_in_its_table(path: Path) -> None:
    assert write_setting(path, "refresh.every", 15).every == 15
    assert write_setting(path, "reading.justify", True).justify
    assert write_setting(path, "reduced_motion", True).reduced_motion
    text = path.read_text()
    for line in FILE.splitlines():
        assert line in text.splitlines()
    assert tomllib.loads(text)["reading"] == {"justify": True}


def test_none_takes_a_setting_out(path: Path) -> None:
    assert write_setting(path, "theme", None).theme is None
    assert write_setting(path, "reading.measure", None) == load_config(path)
    assert path.read_text() == FILE.replace('theme = "nord"   # the calm one\n', "")


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    assert write_setting(path, "reading.measure", 66) == Config(measure=66)
    assert path.read_text() == "[reading]\nmeasure = 66\n"


def test_links_modes_marks_and_ends_of_lines_stay(tmp_path: Path, path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf# x\r\n[reading]\r\nmeasure = 50\r\n")
    path.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    write_setting(link, "reading.measure", 60)
    assert link.is_symlink()
    assert path.read_bytes() == b"\xef\xbb\xbf# x\r\n[reading]\r\nmeasure = 60\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in path.parent.iterdir()] == ["config.toml"]


def test_a_broken_file_is_not_written_over(path: Path) -> None:
    path.write_text("theme = \n")
    with pytest.raises(ConfigError, match="line 1: this is not TOML"):
        write_setting(path, "reading.measure", 60)
    assert path.read_text() == "theme = \n"


def test_a_place_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="not a directory"):
        write_setting(tmp_path / "file" / "config.toml", "reading.measure", 60)


SHAPES = st.sampled_from(
    [
        "",
        "# only this\n",
        'theme = "x"\n',
        "reading.measure = 50 # dotted\n",
        "[reading]\nmeasure = 50\n\n[refresh]\n",
        "reading = { measure = 50 } # in line\n",
        "[refresh]\nevery = 1\n[reading]\n# nothing\n",
        '[[feeds]]\nurl = "https://a.example/"\n[reading]\nspacing = 1\n',
        "[keymap]\nlist.next = 'n'\n\n\n# end",
    ]
)
CHANGES = st.sampled_from(
    [
        ("theme", "y"), ("theme", None), ("reduced_motion", True), ("reading.measure", 70),
        ("reading.measure", None), ("reading.doubtful", 0.25), ("refresh.every", 9),
    ]
)  # fmt: skip


@given(text=SHAPES, changes=st.lists(CHANGES, max_size=5))
def test_any_file_holds_what_it_held_and_what_was_set(
    tmp_path_factory: pytest.TempPathFactory, text: str, changes: list[tuple[str, object]]
) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_text(text)
    for key, value in changes:
        comments = re.findall("#.*", path.read_text())
        before = tomllib.loads(path.read_text())
        write_setting(path, key, value)  # type: ignore[arg-type] # what a setting may be
        after = tomllib.loads(path.read_text())
        table, _, name = key.rpartition(".")
        for document in (before, after):
            place = document.setdefault(table, {}) if table else document
            if document is after:
                assert place.get(name) == value
            place.pop(name, None)
        assert after == before
        if value is not None:  # what is taken out takes the comment behind it along
            assert re.findall("#.*", path.read_text()) == comments
