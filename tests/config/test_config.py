import os
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import SETTINGS, Config, load_config
from reader.config.files import line_of
from reader.errors import ConfigError

KEYS = 'must be keys in quotation marks, parted by commas, such as "j,down"'

NOTICE = 'must be "osc9", "osc777" or a list of a program and its arguments'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(path: Path, text: str) -> Config:
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def error(path: Path, text: str) -> str:
    """Return what is said of a file, without its name."""
    with pytest.raises(ConfigError) as raised:
        load(path, text)
    message = str(raised.value)
    assert "\n" not in message
    assert message.startswith(f"{path}, line ")
    return message.removeprefix(f"{path}, ")


def test_no_file_means_defaults(path: Path) -> None:
    assert load_config(path) == Config(theme=None, measure=72, timeout=20.0, keymap={})


@pytest.mark.parametrize("text", ["", "# nothing\n", "[reading]\n[keymap]\n", "\ufeff"])
def test_an_empty_file_means_defaults(path: Path, text: str) -> None:
    assert load(path, text) == Config()


def test_all_settings(path: Path) -> None:
    text = """
        theme = "night"
        reduced_motion = true
        reading.measure = 66
        reading.spacing = 1
        reading.justify = true
        [refresh]
        timeout = 5
        connections = 8
        per_host = 1
        every = 30
        [keymap]
        list.next = "n"
        "list.previous" = "p, up"
        quit = 'q'
    """
    config = load(path, text)
    assert config == Config(
        theme="night",
        reduced_motion=True,
        measure=66,
        spacing=1,
        justify=True,
        timeout=5.0,
        connections=8,
        per_host=1,
        every=30,
        keymap={"list.next": "n", "list.previous": "p, up", "quit": "q"},
    )
    assert isinstance(config.timeout, float)


def test_notifications_are_shown_by_the_terminal_or_by_a_program(path: Path) -> None:
    assert load(path, 'notify = "osc9"').notify == "osc9"
    assert load(path, 'notify = ["notify-send", "-a", "news"]').notify == (
        "notify-send", "-a", "news",
    )  # fmt: skip


@pytest.mark.parametrize("measure", [40, 120])
def test_the_ends_of_a_range_are_in_it(path: Path, measure: int) -> None:
    assert load(path, f"[reading]\nmeasure = {measure}").measure == measure


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("theme = 1", "line 1: theme must be text in quotation marks"),
        ('notify = "bell"', f"line 1: notify {NOTICE}"),
        ("notify = []", f"line 1: notify {NOTICE}"),
        ("notify = [1]", f"line 1: notify {NOTICE}"),
        ("reduced_motion = 1", "line 1: reduced_motion must be true or false"),
        ('theme = " "', "line 1: theme must be text in quotation marks"),
        ("\n\ntheme = [\n1]", "line 3: theme must be text in quotation marks"),
        ("[theme]\na = 1", "line 1: theme must be text in quotation marks"),
        (
            "[reading]\nmeasure = 39",
            "line 2: reading.measure must be a whole number from 40 to 120",
        ),
        ("reading.measure=121", "line 1: reading.measure must be a whole number from 40 to 120"),
        ("reading.measure=72.0", "line 1: reading.measure must be a whole number from 40 to 120"),
        ("reading.measure=true", "line 1: reading.measure must be a whole number from 40 to 120"),
        ("reading={measure=1}", "line 1: reading.measure must be a whole number from 40 to 120"),
        (
            '[reading]\n# measure = 1\n\n"measure"\t= "72"',
            "line 4: reading.measure must be a whole number from 40 to 120",
        ),
        ("[refresh]\ntimeout = 0.5", "line 2: refresh.timeout must be a number from 1 to 300"),
        ("[refresh]\ntimeout = nan", "line 2: refresh.timeout must be a number from 1 to 300"),
        ("[refresh]\ntimeout = inf", "line 2: refresh.timeout must be a number from 1 to 300"),
        ("[refresh]\ntimeout = false", "line 2: refresh.timeout must be a number from 1 to 300"),
        (
            "[refresh]\ntimeout = 1979-05-27",
            "line 2: refresh.timeout must be a number from 1 to 300",
        ),
        ("theme = 'a'\nreading = 5", "line 2: reading must be a table"),
        ("keymap = 'j'", "line 1: keymap must be a table"),
        ("[[keymap]]\na = 'j'", "line 1: keymap must be a table"),
        (
            "[keymap]\nquit = ' '",
            f"line 2: keymap.quit {KEYS}",
        ),
        (
            "[keymap]\nlist.next = 'j,,k'",
            f"line 2: keymap.list.next {KEYS}",
        ),
        (
            "[keymap.list]\na = 'x'\n'next one' = 1",
            f'line 3: keymap.list."next one" {KEYS}',
        ),
        ("themes = 'a'", "line 1: themes is not known; did you mean theme?"),
        ("[readng]\nmeasure = 72", "line 1: readng is not known; did you mean reading?"),
        (
            "[reading]\nmeasure = 72\nmesure = 72",
            "line 3: reading.mesure is not known; did you mean reading.measure?",
        ),
        ("measure = 72", "line 1: measure is not known; did you mean reading.measure?"),
        ('"reading.measure" = 72', 'line 1: "reading.measure" is not known'),
        ("[reading]\nxyzzy = 72", "line 2: reading.xyzzy is not known"),
        ('"a\\u001b]0;x\\u202e" = 1', 'line 1: "a\\u001b]0;x\\u202e" is not known'),
        ("theme = '''\nmeasure = 1\n'''\nmeasur = 1", "line 4: measur is not known"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(path: Path, text: str, message: str) -> None:
    assert error(path, text).startswith(message)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("theme = 'a'\ntheme = night", "line 2: this is not TOML: invalid value"),
        ("theme = 'a'\ntheme = 'b'", "line 2: this is not TOML: cannot overwrite a value"),
        ("\ntheme", "line 2: this is not TOML: expected '=' after a key"),
        ("theme = '''\n\n\n", "line 1: this is not TOML: "),
        ('theme = "a\x1b"', "line 1: this is not TOML: illegal character '\\x1b'"),
    ],
)
def test_what_is_not_toml_is_told_with_its_place(path: Path, text: str, place: str) -> None:
    message = error(path, text)
    assert message.startswith(place)
    assert "(at " not in message


def test_a_number_with_too_many_digits(path: Path) -> None:
    assert "this is not TOML" in error(path, f"[reading]\nmeasure = {'9' * 5000}")


def test_a_file_that_is_not_utf_8(path: Path) -> None:
    path.write_bytes(b"# " + b"x" * 70_000 + b"\ntheme = 'a'\n# caf\xe9\n")
    with pytest.raises(ConfigError) as raised:
        load_config(path)
    assert str(raised.value) == f"{path}, line 3: this is not UTF-8"


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        load_config(tmp_path)
    assert str(raised.value) == f"{tmp_path} cannot be read: is a directory"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read any file")
def test_a_file_that_may_not_be_read(path: Path) -> None:
    path.touch(mode=0)
    with pytest.raises(ConfigError) as raised:
        load_config(path)
    assert str(raised.value) == f"{path} cannot be read: permission denied"


def test_every_setting_has_its_field_and_is_told_in_a_sentence() -> None:
    named = {field.name for field in fields(Config)} - {"feeds"}  # its keys: test_feeds.py
    assert {setting.field for setting in SETTINGS} == named
    for setting in SETTINGS:
        assert setting.about.endswith(".")
        if setting.kind in ("number", "whole number"):
            assert setting.least <= getattr(Config(), setting.field) <= setting.most


@given(st.lists(st.sampled_from(["a = 1", "# c", "", 'm = """', "b.c = [", "1, ]", '"""', "[t]"])))
def test_any_key_of_any_document_has_its_line(lines: list[str]) -> None:
    text = "\n".join([*lines, "last = 1"])
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    path = ("last",) if "last" in document else ("t", "last")
    assert line_of(path, text) == len(lines) + 1
