"""What a theme's file may hold, and what is said of one that is wrong."""

from pathlib import Path

import pytest

from reader.config.themes import COLOURS, load_theme, theme_files
from reader.errors import ConfigError

COLOUR = 'must be a colour such as "#7cc4f0" or "#fff"'
EIGHT = 'must be a list of 8 colours such as "#7cc4f0"'


def test_a_whole_theme(tmp_path: Path) -> None:
    path = tmp_path / "harbour.toml"
    colours = "\n".join(f'{name} = "#0aF"' for name in COLOURS)
    sources = ", ".join(f'"#00000{number}"' for number in range(8))
    path.write_text(f'base = "nord"\ndark = true\nsources = [{sources}]\n[colours]\n{colours}\n')
    theme = load_theme(path)
    assert (theme.name, theme.base, theme.dark) == ("harbour", "nord", True)
    assert theme.colours == dict.fromkeys(COLOURS, "#0aF")
    assert theme.sources[7] == "#000007"


def test_an_empty_file_is_the_base(tmp_path: Path) -> None:
    (tmp_path / "x.toml").touch()
    theme = load_theme(tmp_path / "x.toml")
    assert (theme.base, theme.dark, theme.colours, theme.sources) == (None, None, {}, ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = 1", "line 1: name is not known"),
        ('\ncolors.dim = "#fff"', "line 2: colors is not known; did you mean colours?"),
        ("colours = 1", "line 1: colours must be a table"),
        ('[colours]\naccnt = "#fff"', "line 2: colours.accnt is not known; did you mean accent?"),
        ('[colours]\n\naccent = "#ffff"', f"line 3: colours.accent {COLOUR}"),
        ('[colours]\naccent = "red"', f"line 2: colours.accent {COLOUR}"),
        ("[colours]\naccent = 7", f"line 2: colours.accent {COLOUR}"),
        ('dark = "yes"', "line 1: dark must be true or false"),
        ("base = true", "line 1: base must be a theme's name"),
        ('sources = ["#fff"]', f"line 1: sources {EIGHT}"),
        ("sources = [1, 2, 3, 4, 5, 6, 7, 8]", f"line 1: sources {EIGHT}"),
        ("dark", "line 1: this is not TOML: "),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_key(
    tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as raised:
        load_theme(path)
    assert str(raised.value).startswith(f"{path}, {message}")
    assert "\n" not in str(raised.value)


def test_only_toml_files_are_themes(tmp_path: Path) -> None:
    assert theme_files(tmp_path / "none") == []
    for name in ("b.toml", "a.toml", "a.toml~", ".c.swp"):
        (tmp_path / name).touch()
    assert [path.name for path in theme_files(tmp_path)] == ["a.toml", "b.toml"]
