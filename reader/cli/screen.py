"""The commands that open the reader: the only ones that import Textual."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.inputs import is_url
from reader.cli.output import is_terminal
from reader.config import load_config
from reader.errors import UsageError
from reader.model import Article
from reader.paths import user_paths

if TYPE_CHECKING:
    from argparse import Namespace


def start(_: "Namespace | None" = None) -> int:
    """Open the reader on the user's subscriptions."""
    _need_screen()
    paths = user_paths()
    config = load_config(paths.config_file)
    from reader.ui import run_reader  # only where the screen is used

    return run_reader(paths, config)


def open_input(options: "Namespace") -> int:
    """Open the reader on one document, without subscribing."""
    if options.input == "-":
        raise UsageError("open: the reader needs standard input for its keys; name a file")
    paths = user_paths()
    config = load_config(paths.config_file)
    from reader.article.html import article_feed
    from reader.article.pages import PageReader  # the parsers
    from reader.document import load_document

    with PageReader() as pages:
        document = load_document(options.input, pages)
    source = options.input if is_url(options.input) else str(Path(options.input).resolve())
    _need_screen()
    from reader.ui import run_reader  # only where the screen is used

    if isinstance(document, Article):
        document = article_feed(document, source)
    return run_reader(paths, config, document, source)


def _need_screen() -> None:
    """Raise UsageError where there is no terminal that can place characters."""
    if os.environ.get("TEXTUAL_DRIVER", "").startswith("textual.drivers.web_driver:"):
        return  # 'newsreader serve' shows it in a browser: input and output are pipes
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise UsageError("the reader needs a terminal; 'newsreader list' prints the entries")
    if os.environ.get("TERM") == "dumb":
        raise UsageError("TERM=dumb cannot show the reader; 'newsreader list' prints the entries")
