"""Writing one setting into ``config.toml``; all else in the file stays as it is, comments too."""

import contextlib
import os
import shutil
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.config import Config, load_config
from reader.errors import ConfigError

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Value = str | bool | int | float


def write_setting(path: Path, key: str, value: Value | None) -> Config:
    """Set one setting, or take it out where ``value`` is None; return the settings as they are now.

    The file is replaced whole or not at all, and made where there is none.

    Args:
        path: The file; a link is followed.
        key: As in ``SETTINGS``: "reading.measure".
        value: What fits the setting.

    Raises:
        ConfigError: The file cannot be read or written, is wrong, or would not hold what it
            held but for this; it is as it was.
    """
    path = path.resolve()
    load_config(path)  # what is wrong already is told with its line, and not written over
    raw = path.read_bytes().decode("utf-8") if path.exists() else ""
    text = raw.removeprefix("\ufeff")
    new = _edited(path, text, key.split("."), value)
    _replace(path, raw[: len(raw) - len(text)] + new)
    return load_config(path)


def _edited(path: Path, text: str, key: list[str], value: Value | None) -> str:
    import tomlkit  # 30 ms, for who changes a setting
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        _set(document, key, value)
        new = tomlkit.dumps(document)
    except TOMLKitError as error:
        raise ConfigError(f"{path} cannot be edited: {error}") from None
    wanted = _expected(tomllib.loads(text), key, value)
    if _filled(tomllib.loads(new)) != _filled(wanted):
        raise ConfigError(f"{path} is written in a way that cannot be edited here: set it there")
    return new


def _set(document: "TOMLDocument", key: list[str], value: Value | None) -> None:
    import tomlkit

    *tables, name = key
    place: Any = document
    for table in tables:
        if table not in place:
            if value is None:
                return
            place[table] = tomlkit.table()
        place = place[table]
    if value is not None:
        place[name] = value
    elif name in place:
        del place[name]


def _expected(document: dict[str, Any], key: list[str], value: Value | None) -> dict[str, Any]:
    """Return what the file is to hold."""
    place = document
    for table in key[:-1]:
        place = place.setdefault(table, {}) if value is not None else place.get(table, {})
    if value is None:
        place.pop(key[-1], None)
    else:
        place[key[-1]] = value
    return document


def _filled(document: dict[str, Any]) -> dict[str, Any]:
    """Return what a file holds but empty tables: they mean nothing, and may come and go."""
    return {name: value for name, value in document.items() if value != {}}


def _replace(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".config", suffix=".toml", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
            if path.exists():
                shutil.copymode(path, name)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(name).unlink()
            raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"{path} cannot be written: {reason}") from None
