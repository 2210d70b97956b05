"""An address that somebody typed -> the feeds that it leads to."""

from reader.discover.found import FoundFeed
from reader.discover.search import find_feeds
from reader.discover.typed import addresses_of

__all__ = ["FoundFeed", "addresses_of", "find_feeds"]
