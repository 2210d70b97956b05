"""The settings in ``config.toml``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from reader.config.feeds import FeedSettings, command_of, feed_problems, feed_settings, read_feeds
from reader.config.files import line_of, read_toml, wrong
from reader.errors import ConfigError, SettingError

__all__ = [
    "SETTINGS",
    "Config",
    "FeedSettings",
    "Setting",
    "feed_settings",
    "load_config",
    "located",
    "problem_of",
]

Kind = Literal["text", "true or false", "whole number", "number", "notice", "keys"]


@dataclass(frozen=True, slots=True)
class Config:
    """What the user set, and defaults for the rest; ``SETTINGS`` tells what each means."""

    theme: str | None = None
    keys: str = "vim"
    reduced_motion: bool = False
    measure: int = 72
    spacing: int = 0
    justify: bool = False
    doubtful: float = 0.5
    timeout: float = 20.0
    connections: int = 64
    per_host: int = 2
    every: int = 0
    notify: str | tuple[str, ...] | None = None
    keymap: Mapping[str, str] = field(default_factory=dict)
    feeds: tuple[FeedSettings, ...] = ()
    """What the tables ``[[feeds]]`` set; see ``reader.config.feeds``."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: where it stands in the file, what it may be and what it does."""

    key: str
    """As in the file, with the name of its table: "reading.measure"."""
    field: str
    """Its field of ``Config``."""
    kind: Kind
    about: str
    least: float = 0
    most: float = 0
    step: float = 1
    """By how much a key makes it more or less."""


SETTINGS = (
    Setting("theme", "theme", "text", "The name of the theme that the reader opens with."),
    Setting(
        "reduced_motion",
        "reduced_motion",
        "true or false",
        "Whether nothing moves or blinks by itself.",
    ),
    Setting(
        "keys",
        "keys",
        "text",
        "Whose keys the reader has: `vim`, `newsboat`, `netnewswire` or `emacs`.",
    ),
    Setting(
        "reading.measure",
        "measure",
        "whole number",
        "The longest line of an article, in columns.",
        least=40,
        most=120,
        step=2,
    ),
    Setting(
        "reading.spacing",
        "spacing",
        "whole number",
        "Blank lines between the lines of a paragraph.",
        least=0,
        most=2,
    ),
    Setting(
        "reading.justify",
        "justify",
        "true or false",
        "Whether lines of a paragraph are made equally long.",
    ),
    Setting(
        "reading.doubtful",
        "doubtful",
        "number",
        "The confidence below which a quotation is marked as doubtful.",
        least=0,
        most=1,
        step=0.05,
    ),
    Setting(
        "refresh.timeout",
        "timeout",
        "number",
        "Seconds that one feed or page may take to come.",
        least=1,
        most=300,
        step=5,
    ),
    Setting(
        "refresh.connections",
        "connections",
        "whole number",
        "Connections at a time.",
        least=1,
        most=512,
        step=8,
    ),
    Setting(
        "refresh.per_host",
        "per_host",
        "whole number",
        "Connections to one host at a time; more than two are rude to strangers.",
        least=1,
        most=16,
    ),
    Setting(
        "refresh.every",
        "every",
        "whole number",
        "Minutes after which the open reader fetches the feeds that are due; 0: only `r` does.",
        least=0,
        most=1440,
        step=5,
    ),
    Setting(
        "notify",
        "notify",
        "notice",
        'What shows notifications: `"osc9"` or `"osc777"`, the terminal; or a program and its '
        "arguments.",
    ),
    Setting(
        "keymap",
        "keymap",
        "keys",
        'The keys of a command, parted by commas, under its name; `""` takes them away.',
    ),
)
"""Every setting there is. A new one is a row here and a field of ``Config``, with its default."""

_NOTICES = ("osc9", "osc777")
_BY_PATH: dict[tuple[str, ...], Setting] = {
    tuple(setting.key.split(".")): setting for setting in SETTINGS
}
_TABLES = {path[0] for path, setting in _BY_PATH.items() if len(path) > 1 or setting.kind == "keys"}


def load_config(path: Path) -> Config:
    """Read the settings from a TOML file; one that is missing means defaults.

    Raises:
        ConfigError: The file cannot be read, is no TOML, or holds a key that is not known or
            a value that cannot be; the message names file, line and key.
    """
    try:
        document, text = read_toml(path)
    except FileNotFoundError:
        return Config()
    tables = document.pop("feeds", [])
    for place, what in feed_problems(tables):
        raise wrong(path, text, place, what)
    values: dict[str, Any] = {"feeds": read_feeds(tables)}
    for key, value in _settings(document):
        if problem := _problem(key, value):
            raise wrong(path, text, key, problem)
        _keep(key, value, values)
    return Config(**values)


def located(path: Path, error: SettingError) -> ConfigError:
    """Return the error with the file and line of its setting in front."""
    import tomllib

    text = path.read_text(encoding="utf-8-sig")
    keys = (key for key, _ in _settings(tomllib.loads(text)) if ".".join(key) == error.key)
    return ConfigError(f"{path}, line {line_of(next(keys), text)}: {error}")


def _settings(document: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give what is set, by the path of its key; the tables that are known are opened."""
    for name, value in document.items():
        if name not in _TABLES or not isinstance(value, dict):
            yield (name,), value
        elif (name,) in _BY_PATH:
            yield from _leaves((name,), value)
        else:
            yield from (((name, key), one) for key, one in value.items())


def _leaves(
    above: tuple[str, ...], table: Mapping[str, Any]
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give what a table sets at any depth: TOML reads ``list.next = "j"`` as a table ``list``."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves((*above, name), value)
        else:
            yield (*above, name), value


def _keep(path: tuple[str, ...], value: Any, values: dict[str, Any]) -> None:
    setting = _BY_PATH.get(path) or _BY_PATH[path[:1]]
    match setting.kind:
        case "keys":
            values.setdefault(setting.field, {})[".".join(path[1:])] = value
        case "number":
            values[setting.field] = float(value)
        case "notice" if isinstance(value, list):
            values[setting.field] = command_of(value)
        case _:
            values[setting.field] = value


def _problem(path: tuple[str, ...], value: Any) -> str | None:
    """Return what is wrong with a setting, as the rest of a sentence, or None."""
    if len(path) == 1 and path[0] in _TABLES:
        return "must be a table"
    setting = _BY_PATH.get(path) or _BY_PATH.get(path[:1])
    if setting is None:
        return f"is not known{_hint(path)}"
    return problem_of(setting, value)


def problem_of(setting: Setting, value: Any) -> str | None:
    """Return why a setting cannot have a value, as the rest of a sentence; None where it can."""
    return None if _fits(setting, value) else f"must be {_expected(setting)}"


def _hint(path: tuple[str, ...]) -> str:
    import difflib  # only for who mistyped

    known = [setting.key for setting in SETTINGS] + sorted({*_TABLES, "feeds"})
    close = difflib.get_close_matches(".".join(path), known, n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _fits(setting: Setting, value: Any) -> bool:
    match setting.kind:
        case "text":
            return isinstance(value, str) and value.strip() != ""
        case "true or false":
            return isinstance(value, bool)
        case "notice":
            return value in _NOTICES or command_of(value) is not None
        case "keys":
            return value == "" or (
                isinstance(value, str) and all(key.strip() for key in value.split(","))
            )
    types = (int,) if setting.kind == "whole number" else (int, float)
    return type(value) in types and setting.least <= value <= setting.most  # True is no number


def _expected(setting: Setting) -> str:
    match setting.kind:
        case "text":
            return "text in quotation marks"
        case "true or false":
            return "true or false"
        case "notice":
            return '"osc9", "osc777" or a list of a program and its arguments'
        case "keys":
            return 'keys in quotation marks, parted by commas, such as "j,down"'
    return f"a {setting.kind} from {setting.least:g} to {setting.most:g}"
