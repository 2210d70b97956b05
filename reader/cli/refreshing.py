"""``newsreader refresh``: fetches the subscriptions, one after another."""

import sys
from argparse import Namespace

from reader.cli.output import complain, cut, is_terminal, print_json
from reader.cli.profile import Profile, find_feed, now, open_profile
from reader.cli.shapes import Shape
from reader.errors import NotFoundError, ReaderError
from reader.model import FeedRow
from reader.samples import is_sample

_PROGRESS_CELLS = 60


def refresh(options: Namespace) -> int:
    """Fetch the feeds named, or every one; exit status 1 where some failed."""
    with open_profile() as profile:
        rows = _chosen(profile, options.feeds)
        results = []
        for position, row in enumerate(rows, 1):
            _show_progress(f"{position}/{len(rows)} {row.title or row.url}")
            results.append(_refresh_one(profile, row))
    _show_progress("")
    failed = [result for result in results if result["error"]]
    for result in failed:
        complain(f"{result['title'] or result['url']}: {result['error']}")
    if options.json:
        print_json(results)
    else:
        _print_summary(results)
    return 1 if failed else 0


def _chosen(profile: Profile, wanted: list[str]) -> list[FeedRow]:
    """Return the feeds to fetch, each once; samples stand on no server."""
    if not wanted:
        return [row for row in profile.store.feeds() if not is_sample(row.url)]
    rows = {row.id: row for row in (find_feed(profile.store, text) for text in wanted)}
    for row in rows.values():
        if is_sample(row.url):
            raise NotFoundError(f"{row.title} is a sample: there is nothing to fetch")
    return list(rows.values())


def _refresh_one(profile: Profile, row: FeedRow) -> Shape:
    from reader.refresh import refresh_feed  # the parsers and the HTTP client

    shape: Shape = {"id": row.id, "title": row.title, "url": row.url}
    feed = profile.store.feed(row.id)
    assert feed is not None, "a subscription just listed"  # noqa: S101 - tells the type checker
    try:
        saved = refresh_feed(profile.store, feed, timeout=profile.config.timeout, now=now())
    except ReaderError as error:
        return {**shape, "new": 0, "changed": 0, "error": str(error)}
    return {**shape, "new": saved.new, "changed": saved.changed, "error": None}


def _print_summary(results: list[Shape]) -> None:
    answered = [result for result in results if not result["error"]]
    for result in answered:
        if result["new"] or result["changed"]:
            print(f"{result['title']}: {result['new']} new, {result['changed']} changed")
    new = sum(result["new"] for result in answered)
    print(f"feeds answered: {len(answered)} of {len(results)}, new entries: {new}")


def _show_progress(text: str) -> None:
    """Write over the last line of a terminal; the empty text takes it away."""
    if is_terminal(sys.stderr):
        line = cut(text, _PROGRESS_CELLS).ljust(_PROGRESS_CELLS)
        print(f"\r{line}\r", end="", file=sys.stderr, flush=True)
