"""``newsreader import`` and ``newsreader export``: subscriptions from and to files."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from reader.cli.inputs import read_input
from reader.cli.output import complain, print_columns, remark
from reader.cli.profile import now, open_profile
from reader.importing import import_feeds, take_read
from reader.outlines import LeftOut, Outline, folder_name, write_opml
from reader.web import web_url

_NAMED = 10
"""How many of what was left out are named."""


def import_outline(options: Namespace) -> int:
    """Subscribe to the feeds of an OPML file or of newsboat's; nothing is fetched."""
    dry_run = options.dry_run
    with open_profile() as profile:
        store = profile.store
        imported = import_feeds(store, read_input(options.file), now=now(), dry_run=dry_run)
        read = 0
        if options.newsboat_cache is not None:
            read = take_read(store, Path(options.newsboat_cache), now=now(), dry_run=dry_run)
    added = imported.added
    print_columns([(folder_name(o.folder) or "", o.title, o.url) for o in added], (30, 40, None))
    _tell_left_out(imported.left_out)
    _tell_own_network(added)
    verb = "would be added" if dry_run else "added"
    remark(f"{len(added)} feeds {verb}, {imported.known} known already")
    if read:
        remark(f"{read} entries {'would be' if dry_run else 'are'} marked as read")
    return 0


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
