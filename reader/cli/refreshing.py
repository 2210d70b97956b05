"""``newsreader refresh``: fetches the subscriptions, side by side."""

from argparse import Namespace
from collections.abc import Iterator

from reader.cli.output import complain, local_time, print_json, remark, show_progress
from reader.cli.profile import Profile, find_feed, now, open_profile
from reader.cli.shapes import Shape
from reader.errors import NotFoundError
from reader.model import Feed
from reader.samples import is_sample


def refresh(options: Namespace) -> int:
    """Fetch the feeds named, those that are due, or every one; exit status 1 where some failed."""
    with open_profile() as profile:
        results = sorted(_refreshed(profile, options), key=lambda result: result["id"])
        due = None if results else _next_due(profile)
    show_progress("")
    failed = [result for result in results if result["error"]]
    for result in failed:
        complain(f"{result['title'] or result['url']}: {result['error']}")
    if options.json:
        print_json(results)
    elif due is not None:
        remark(f"Nothing is due before {local_time(due)}; --all asks all the same")
    else:
        _print_summary(results)
    return 1 if failed else 0


def _refreshed(profile: Profile, options: Namespace) -> Iterator[Shape]:
    from reader.refresh import Refresh, follow_programs, refresh_feeds, refreshing  # HTTP client

    follow_programs(profile.store, profile.config.feeds, now())
    named = [_named(profile, text) for text in options.feeds]
    wait = "Another newsreader refreshes: waiting for it"
    with refreshing(profile.store.path, waiting=lambda: show_progress(wait)):
        # Asked only now: the other one may have left nothing to do.
        feeds = list({feed.id: feed for feed in named}.values()) or [
            feed
            for feed in profile.store.feeds_to_ask(None if options.all else now())
            if not is_sample(feed.url)
        ]
        how = Refresh.as_set(profile.config)
        for number, outcome in enumerate(refresh_feeds(profile.store, feeds, how), 1):
            feed, saved, error = outcome
            show_progress(f"{number}/{len(feeds)} {feed.title or feed.url}")
            yield {
                "id": feed.id,
                "title": feed.title,
                "url": feed.url,
                "new": saved.new,
                "changed": saved.changed,
                "error": None if error is None else str(error),
            }


def _named(profile: Profile, text: str) -> Feed:
    row = find_feed(profile.store, text)
    if is_sample(row.url):
        raise NotFoundError(f"{row.title} is a sample: there is nothing to fetch")
    feed = profile.store.feed(row.id)
    assert feed is not None, "a subscription just found"  # noqa: S101 - tells the type checker
    return feed


def _next_due(profile: Profile) -> int | None:
    """Return when the next feed is due, None where no feed ever is."""
    waiting = [feed for feed in profile.store.feeds_to_ask() if not is_sample(feed.url)]
    return waiting[0].due_at if waiting else None


def _print_summary(results: list[Shape]) -> None:
    answered = [result for result in results if not result["error"]]
    for result in answered:
        if result["new"] or result["changed"]:
            print(f"{result['title']}: {result['new']} new, {result['changed']} changed")
    new = sum(result["new"] for result in answered)
    print(f"feeds answered: {len(answered)} of {len(results)}, new entries: {new}")
