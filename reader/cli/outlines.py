"""``newsreader import`` and ``newsreader export``: subscriptions from and to files."""

from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from reader.cli.inputs import read_input
from reader.cli.output import complain, print_columns, remark
from reader.cli.profile import now, open_profile
from reader.outlines import LeftOut, Outline, folder_name, parse_outlines, write_opml
from reader.samples import retire_samples
from reader.store import Store
from reader.web import web_url

_NAMED = 10
"""How many of what was left out are named."""


def import_outline(options: Namespace) -> int:
    """Subscribe to the feeds of an OPML file or of newsboat's; nothing is fetched."""
    with open_profile() as profile:
        store = profile.store
        outlines = parse_outlines(read_input(options.file))
        known = {row.url for row in store.feeds()}
        added = _once_each(outline for outline in outlines.feeds if outline.url not in known)
        if not options.dry_run:
            for outline in added:
                _subscribe(store, outline)
            if added:
                retire_samples(store)
        read = 0
        if options.newsboat_cache is not None:
            read = _take_read(store, Path(options.newsboat_cache), options.dry_run)
    print_columns([(folder_name(o.folder) or "", o.title, o.url) for o in added], (30, 40, None))
    _tell_left_out(outlines.left_out)
    _tell_own_network(added)
    verb = "would be added" if options.dry_run else "added"
    remark(f"{len(added)} feeds {verb}, {len(outlines.feeds) - len(added)} known already")
    if read:
        remark(f"{read} entries {'would be' if options.dry_run else 'are'} marked as read")
    return 0


def _subscribe(store: Store, outline: Outline) -> None:
    # An address for a title means that the file names none: the feed's own is better.
    title = "" if outline.title == outline.url else outline.title
    folder = folder_name(outline.folder)
    store.add_feed(outline.url, title=title, folder=folder, trusted=True, now=now())


def _once_each(outlines: Iterable[Outline]) -> list[Outline]:
    """Leave out feeds that came before: many files list one in several folders."""
    first: dict[str, Outline] = {}
    for outline in outlines:
        first.setdefault(outline.url, outline)
    return list(first.values())


def _take_read(store: Store, path: Path, dry_run: bool) -> int:
    """Mark what was read in newsboat, also what has not come yet; return how much that is."""
    from reader.store.newsboat import read_in_newsboat

    guids: defaultdict[str, list[str]] = defaultdict(list)
    for url, guid in read_in_newsboat(path):
        guids[url].append(guid)
    if dry_run:
        return sum(map(len, guids.values()))
    feeds = {row.url: row.id for row in store.feeds()}
    return sum(
        len(store.expect_read(feeds[url], read, now=now()))
        for url, read in guids.items()
        if url in feeds
    )


def _tell_left_out(left_out: Sequence[LeftOut]) -> None:
    for one in left_out[:_NAMED]:
        complain(f"left out: {one.what}: {one.why}")
    if len(left_out) > _NAMED:
        complain(f"left out: {len(left_out) - _NAMED} more")


def _tell_own_network(outlines: Iterable[Outline]) -> None:
    """Say which hosts of the user's own network a file names: it may be somebody else's file."""
    from reader.fetch.address import is_own  # the HTTP client's knowledge of addresses

    hosts = {urlsplit(outline.url).hostname or "" for outline in outlines}
    if own := sorted(filter(is_own, hosts)):
        more = f" and {len(own) - _NAMED} more" if len(own) > _NAMED else ""
        remark(f"in your own network: {', '.join(own[:_NAMED])}{more}; remove what you do not know")


def export_outline(options: Namespace) -> int:
    """Write the subscriptions as OPML to a file, or to standard output."""
    with open_profile() as profile:
        # Neither samples nor what programs print: no other reader can fetch them.
        data = write_opml(row for row in profile.store.feeds() if web_url(row.url))
    if options.file in (None, "-"):
        print(data.decode(), end="")
    else:
        Path(options.file).write_bytes(data)
    return 0
