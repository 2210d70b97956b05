"""What who opens the reader for the first time is told."""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar, Final

from textual.content import Content
from textual.widgets import Static

_SENTENCES: Final = """\
Welcome! These are samples: {reader.next-quotation} steps through who says what in an article, \
{reader.sources} lists the sources.
{desk.subscribe} offers feeds by topic to tick, finds those of any address, and takes an OPML \
file or newsboat's feeds.
{app.help} shows every key, {reader.back} closes this."""
_COMMAND: Final = re.compile(r"\{([a-z-]+\.[a-z-]+)\}")


class Greeting(Static):
    """Three sentences above the panes, until they are closed or the first feed is followed."""

    DEFAULT_CSS: ClassVar[str] = """
    Greeting {
        dock: top;
        height: auto;
        padding: 0 1;
    }
    """

    def __init__(self, key_of: Callable[[str], str]) -> None:
        """Take what gives the key of a command."""
        super().__init__(Content.assemble(*_parts(key_of)), markup=False)


def _parts(key_of: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield the sentences, keys in bold."""
    pieces = _COMMAND.split(_SENTENCES)
    for words, command in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        yield words, ""
        if command:
            yield key_of(command), "bold"
