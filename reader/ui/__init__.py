"""Everything that knows Textual."""

import gc

from reader.config import Config, located
from reader.errors import SettingError
from reader.model import ParsedFeed
from reader.paths import Paths


def run_reader(
    paths: Paths,
    config: Config,
    document: ParsedFeed | None = None,
    source: str = "",
) -> int:
    """Open the reader; return when it is left.

    Args:
        paths: The user's folders.
        config: The settings.
        document: A feed, or a page as one, to open without subscribing: then only it is listed.
        source: Its address or path.

    Returns:
        The exit status.

    Raises:
        StoreError: The database cannot be opened.
        ConfigError: The settings name a theme or binding that is not there.
    """
    # Until the first list is seen nothing is thrown away: looking for garbage would cost a tenth
    # of the start.
    gc.disable()
    from reader.ui.library import Library

    library = Library(paths.database, paths.index)
    try:
        from reader.ui.app import ReaderApp  # Textual: the store is opened in the meantime

        library.wait_open()
        view = library.add_document(document, source) if document is not None else None
        try:
            app = ReaderApp(library, config, view=view, paths=paths)
        except SettingError as error:
            raise located(paths.config_file, error) from None
        app.run()
        return app.return_code or 0
    finally:
        library.close()


def keys() -> dict[str, list[tuple[str, str]]]:
    """Return every key and what it does, by the place where it works: for the manual page."""
    from reader.ui.app import ReaderApp
    from reader.ui.screens.help import key_table

    table = key_table(ReaderApp, {})
    return {place: [(key.shown, key.what) for key in keys] for place, keys in table.items()}
