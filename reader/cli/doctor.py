"""``newsreader doctor``: whether all that the reader needs is in order."""

import locale
import os
import platform
import shutil
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from reader import __version__
from reader.cli.output import print_columns, print_json
from reader.config import FeedSettings, load_config
from reader.config.themes import load_theme, theme_files
from reader.errors import ReaderError
from reader.paths import Paths, seeds, styles, user_paths
from reader.store import Store

_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600
_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class _Check:
    """What was looked at, and how it is."""

    check: str
    state: Literal["ok", "warn", "fail"]
    detail: str


def doctor(options: Namespace) -> int:
    """Print one line for each check; exit status 1 where one failed.

    With ``--repair`` first makes what is missing and sets the modes of what is private.
    """
    paths = user_paths()
    checks = [*_repair(paths), *_repair_index(paths)] if options.repair else []
    checks += [*_versions(), *_config(paths), *_themes(paths), *_folders(paths), *_database(paths)]
    checks += _index(paths)
    checks += [*_shipped(), *_terminal()]
    if options.json:
        print_json([asdict(check) for check in checks])
    else:
        print_columns([(c.state, c.check, c.detail) for c in checks], (None, None, None))
    return 1 if any(check.state == "fail" for check in checks) else 0


# --- Mending -------------------------------------------------------------------------


def _repair(paths: Paths) -> Iterator[_Check]:
    for folder in (paths.data, paths.cache):
        if not folder.exists():
            folder.mkdir(mode=_PRIVATE_FOLDER, parents=True)
            yield _Check("repair", "ok", f"made {folder}")
    # The database, and the files that SQLite keeps beside it.
    files = paths.data.glob(f"{paths.database.name}*")
    for path, mode in ((paths.data, _PRIVATE_FOLDER), *((file, _PRIVATE_FILE) for file in files)):
        if path.stat().st_mode & _OTHERS:
            path.chmod(mode)
            yield _Check("repair", "ok", f"{path} is for its owner only again")


def _repair_index(paths: Paths) -> Iterator[_Check]:
    """Take a damaged index away: search writes it again."""
    if not paths.index.exists() or not paths.database.exists():
        return
    with Store(paths.database) as store:
        store.use_index(paths.index)
        if store.check_index():
            store.drop_index()
            yield _Check("repair", "ok", f"took the damaged {paths.index} away")


# --- Looking -------------------------------------------------------------------------


def _versions() -> Iterator[_Check]:
    yield _Check("newsreader", "ok", __version__)
    yield _Check("python", "ok", platform.python_version())


def _config(paths: Paths) -> Iterator[_Check]:
    try:
        config = load_config(paths.config_file)
    except ReaderError as error:
        yield _Check("config", "fail", str(error))
        return
    there = paths.config_file.exists()
    yield _Check("config", "ok", str(paths.config_file) if there else "none: defaults hold")
    for own in config.feeds:
        yield from _programs(own)
        yield from _secrets(own)


def _themes(paths: Paths) -> Iterator[_Check]:
    for path in theme_files(paths.themes):
        try:
            load_theme(path)
        except ReaderError as error:
            yield _Check("themes", "fail", str(error))
        else:
            yield _Check("themes", "ok", str(path))


def _programs(own: FeedSettings) -> Iterator[_Check]:
    """Look whether a feed's commands are there; none is run."""
    for command in filter(None, (own.command, own.filter, own.password_cmd, own.token_cmd)):
        if shutil.which(command[0]) is None:
            yield _Check("commands", "fail", f"{own.url}: there is no command {command[0]}")


def _secrets(own: FeedSettings) -> Iterator[_Check]:
    """Look at the files that hold a feed's secrets; none is read."""
    for name in filter(None, (own.password_file, own.token_file, own.cookies_file, own.key)):
        try:
            mode = Path(name).stat().st_mode
        except OSError as error:
            reason = (error.strerror or "it cannot be read").lower()
            yield _Check("secrets", "fail", f"{own.url}: {name}: {reason}")
            continue
        if mode & _OTHERS:
            yield _Check("secrets", "warn", f"{name} is open to other users: chmod 600 closes it")


def _folders(paths: Paths) -> Iterator[_Check]:
    for name, folder in (("data folder", paths.data), ("cache folder", paths.cache)):
        if not folder.exists():
            yield _Check(name, "warn", f"{folder} is not there yet; --repair makes it")
        elif not (folder.is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)):
            yield _Check(name, "fail", f"{folder} is no folder that can be written")
        else:
            yield _Check(name, "ok", str(folder))
    if paths.data.exists() and paths.data.stat().st_mode & _OTHERS:
        yield _Check("data folder", "fail", "other users may look into it; --repair closes it")


def _database(paths: Paths) -> Iterator[_Check]:
    if not paths.database.exists():
        yield _Check("database", "ok", "none yet: made when it is first needed")
        return
    try:
        with Store(paths.database) as store:
            problems = store.check()
            version = store.schema_version
            aliases = [] if problems else store.aliases()
    except ReaderError as error:
        problems = [str(error)]
    for problem in problems:
        yield _Check("database", "fail", problem)
    if not problems:
        yield _Check("database", "ok", f"{paths.database}, schema {version}")
        for feed, why, times in aliases:
            yield _Check("ids", "ok", f"{feed} changed the ids of {times} entries, known by {why}")


def _index(paths: Paths) -> Iterator[_Check]:
    if not paths.index.exists() or not paths.database.exists():
        yield _Check("index", "ok", "none yet: made when it is first needed")
        return
    try:
        with Store(paths.database) as store:
            store.use_index(paths.index)
            problem = store.check_index()
            done, total = store.index_progress()
    except ReaderError as error:
        problem = str(error)
    if problem:
        hint = "doctor --repair takes it away, and it is made again"
        yield _Check("index", "warn", f"{problem}; {hint}")
    else:
        yield _Check("index", "ok", f"{paths.index}, {done} of {total} entries")


def _shipped() -> Iterator[_Check]:
    for name, folder in (("styles", styles()), ("seeds", seeds())):
        if folder.is_dir() and any(folder.iterdir()):
            yield _Check(name, "ok", str(folder))
        else:
            yield _Check(name, "fail", f"{folder} is missing or empty: install newsreader again")


def _terminal() -> Iterator[_Check]:
    term = os.environ.get("TERM", "")
    if term in ("", "dumb"):
        yield _Check("terminal", "warn", f"TERM={term}: the reader needs a terminal")
    else:
        yield _Check("terminal", "ok", f"TERM={term}, {_colours(term)}")
    encoding = locale.getencoding()
    good = encoding.lower().replace("-", "") == "utf8"
    hint = "" if good else ": set LANG to one that ends in .UTF-8, or quotation marks may not show"
    yield _Check("locale", "ok" if good else "warn", encoding + hint)


def _colours(term: str) -> str:
    if os.environ.get("NO_COLOR"):
        return "no colours (NO_COLOR)"
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "16 million colours"
    return "256 colours" if "256color" in term else "16 colours"
