"""The user's folders, and the shipped ``styles/`` and ``seeds/``."""

import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the reader keeps what is the user's."""

    config: Path
    data: Path
    cache: Path

    @property
    def config_file(self) -> Path:
        """Settings."""
        return self.config / "config.toml"

    @property
    def themes(self) -> Path:
        """Themes of the user's own, a file each."""
        return self.config / "themes"

    @property
    def database(self) -> Path:
        """What must never be lost."""
        return self.data / "reader.db"

    @property
    def index(self) -> Path:
        """The full-text index, which is made again where it is lost."""
        return self.cache / "search.db"


def user_paths() -> Paths:
    """Return the user's folders, all below ``NEWSREADER_HOME`` where that is set.

    Nothing is made: who writes into a folder makes it.
    """
    if home := os.environ.get("NEWSREADER_HOME"):
        base = Path(home).expanduser().absolute()
        return Paths(base / "config", base / "data", base / "cache")
    from platformdirs import PlatformDirs  # not needed, and not paid for, under NEWSREADER_HOME

    dirs = PlatformDirs("newsreader", appauthor=False)
    return Paths(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path)


def _shipped(name: str) -> Path:
    """Find a folder that ships with the package: inside it in a wheel, beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def styles() -> Path:
    """Return the folder of the Textual CSS files."""
    return _shipped("styles")


def seeds() -> Path:
    """Return the folder of the sample articles and starter subscriptions."""
    return _shipped("seeds")
