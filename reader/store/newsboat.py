"""What newsboat's database knows that was read."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reader.errors import NotFoundError, ParseError
from reader.text import clean_line

_MOST: Final = 2_000_000
_LONGEST: Final = 4096
_STEPS: Final = 50_000_000
"""Of SQLite's machine: what a table with an index needs not."""
_READ: Final = """
    SELECT feedurl, guid, url FROM rss_item
    WHERE (unread = 0 OR deleted = 1) AND length(guid) <= ? AND length(feedurl) <= ? LIMIT ?
"""


def read_in_newsboat(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the feed's address and the id of each entry that was read, or deleted, in newsboat.

    Nothing is written, and nothing that the file holds is run.

    Raises:
        NotFoundError: There is no such file.
        ParseError: It is no database of newsboat's.
    """
    if not path.is_file():
        raise NotFoundError(f"{path}: there is no such file")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.set_progress_handler(lambda: 1, _STEPS)
        for row in connection.execute(_READ, (_LONGEST, _LONGEST, _MOST)):
            feed, guid, link = (clean_line(one) if isinstance(one, str) else "" for one in row)
            # Where a feed gives no id, newsboat makes one of link and date; ours is the link.
            yield feed, link if link and guid != link and guid.startswith(link) else guid
    except sqlite3.Error as error:
        raise ParseError(f"{path} is no database of newsboat's: {error}") from None
    finally:
        connection.close()
