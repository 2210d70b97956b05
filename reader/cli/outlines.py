"""``newsreader import`` and ``newsreader export``: subscriptions from and to OPML."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from reader.cli.inputs import read_input
from reader.cli.output import print_columns, remark
from reader.cli.profile import now, open_profile
from reader.opml import Outline, parse_opml, write_opml
from reader.samples import is_sample, retire_samples


def import_outline(options: Namespace) -> int:
    """Subscribe to the feeds of an OPML file; nothing is fetched."""
    with open_profile() as profile:
        outlines = parse_opml(read_input(options.file))
        known = {row.url for row in profile.store.feeds()}
        added = _once_each(outline for outline in outlines if outline.url not in known)
        if not options.dry_run:
            for outline in added:
                # An address for a title means that the file names none: the feed's own is better.
                title = "" if outline.title == outline.url else outline.title
                profile.store.add_feed(
                    outline.url, title=title, folder=_folder(outline), trusted=True, now=now()
                )
            if added:
                retire_samples(profile.store)
    print_columns([(_folder(o) or "", o.title, o.url) for o in added], (30, 40, None))
    verb = "would be added" if options.dry_run else "added"
    remark(f"{len(added)} feeds {verb}, {len(outlines) - len(added)} known already")
    return 0


def _once_each(outlines: Iterable[Outline]) -> list[Outline]:
    """Leave out feeds that came before: many files list one in several folders."""
    first: dict[str, Outline] = {}
    for outline in outlines:
        first.setdefault(outline.url, outline)
    return list(first.values())


def _folder(outline: Outline) -> str | None:
    return " / ".join(outline.folder) or None


def export_outline(options: Namespace) -> int:
    """Write the subscriptions as OPML to a file, or to standard output."""
    with open_profile() as profile:
        rows = [row for row in profile.store.feeds() if not is_sample(row.url)]
        data = write_opml(rows)
    if options.file in (None, "-"):
        print(data.decode(), end="")
    else:
        Path(options.file).write_bytes(data)
    return 0
