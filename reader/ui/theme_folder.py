"""The user's own themes: read from their folder, and again whenever one is saved."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from textual.theme import Theme

from reader.config.files import wrong
from reader.config.themes import ThemeFile, load_theme, theme_files
from reader.errors import ConfigError
from reader.ui.themes import themed


class Changes(NamedTuple):
    """What became of the folder since it was last looked at."""

    themes: list[Theme]
    """New ones, and those whose file was saved."""
    gone: list[str]
    """Their names."""
    errors: dict[str, ConfigError]
    """What is wrong with a file, by the theme's name; a theme read before stays as it was."""

    def __bool__(self) -> bool:
        return bool(self.themes or self.gone or self.errors)


class ThemeFolder:
    """Looks at the files of a folder; may be asked in a thread."""

    def __init__(self, folder: Path, known: Mapping[str, Theme]) -> None:
        """Take the folder, which need not be there, and the themes that may be a base."""
        self._folder = folder
        self._known = dict(known)
        self._seen: dict[Path, tuple[int, int]] = {}

    def look(self) -> Changes:
        """Read the files that changed since the last look."""
        changes = Changes([], [], {})
        files = theme_files(self._folder)
        for path in files:
            try:
                stat = path.stat()
                mark = (stat.st_mtime_ns, stat.st_size)
                if self._seen.get(path) == mark:
                    continue
                self._seen[path] = mark
                changes.themes.append(self._read(path))
            except FileNotFoundError:
                continue
            except ConfigError as error:
                changes.errors[path.stem] = error
        for path in self._seen.keys() - set(files):
            del self._seen[path]
            changes.gone.append(path.stem)
        return changes

    def _read(self, path: Path) -> Theme:
        file = load_theme(path)
        base = self._base(file)
        if base is None:
            themes = ", ".join(sorted(self._known))
            text = path.read_text(encoding="utf-8-sig")
            raise wrong(
                path, text, ("base",), f"is not one of the themes that come along: {themes}"
            )
        return themed(file, base)

    def _base(self, file: ThemeFile) -> Theme | None:
        name = file.base or ("newsreader-day" if file.dark is False else "newsreader-night")
        return self._known.get(name)
