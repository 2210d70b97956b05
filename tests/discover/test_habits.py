import re

import pytest

from reader.discover.habits import HABITS, by_custom, by_habit, by_program

CHANNEL = "UC" + "aB3_-" * 4 + "xy"

KNOWN = [
    (f"https://www.youtube.com/channel/{CHANNEL}", f"feeds/videos.xml?channel_id={CHANNEL}"),
    (f"https://m.youtube.com/channel/{CHANNEL}/videos", f"feeds/videos.xml?channel_id={CHANNEL}"),
    ("https://www.youtube.com/playlist?si=x&list=PL0-_a", "feeds/videos.xml?playlist_id=PL0-_a"),
    ("https://youtube.com/user/AdaRay", "feeds/videos.xml?user=AdaRay"),
    ("https://www.reddit.com/r/harbours/", "https://www.reddit.com/r/harbours/.rss"),
    ("https://old.reddit.com/r/harbours/new", "https://www.reddit.com/r/harbours/new/.rss"),
    ("https://reddit.com/r/a/comments/1x2/b_c/", "https://www.reddit.com/r/a/comments/1x2/b_c/.rss"),
    ("https://www.reddit.com/u/ada-ray", "https://www.reddit.com/user/ada-ray/.rss"),
    ("https://github.com/ada/tide.py", "https://github.com/ada/tide.py/releases.atom"),
    ("https://github.com/ada/tide.git", "https://github.com/ada/tide/releases.atom"),
    ("https://github.com/ada/tide/releases", "https://github.com/ada/tide/releases.atom"),
    ("https://github.com/ada/tide/tags", "https://github.com/ada/tide/tags.atom"),
    ("https://github.com/ada/tide/commits/v1/x", "https://github.com/ada/tide/commits/v1/x.atom"),
    ("https://github.com/ada/tide/commits", "https://github.com/ada/tide/commits.atom"),
    ("https://github.com/ada", "https://github.com/ada.atom"),
    ("https://gitlab.com/sea/sub/tide", "https://gitlab.com/sea/sub/tide/-/releases.atom"),
    ("https://gitlab.com/sea/tide/-/tags", "https://gitlab.com/sea/tide/-/releases.atom"),
    ("https://gitlab.com/ada", "https://gitlab.com/ada.atom"),
    ("https://codeberg.org/ada/tide", "https://codeberg.org/ada/tide/releases.rss"),
    ("https://tide.substack.com/p/ice", "https://tide.substack.com/feed"),
    ("https://substack.com/@tide", "https://tide.substack.com/feed"),
    ("https://tide.wordpress.com/", "https://tide.wordpress.com/feed/"),
    ("https://medium.com/@ada.ray", "https://medium.com/feed/@ada.ray"),
    ("https://medium.com/the-tide", "https://medium.com/feed/the-tide"),
    ("https://medium.com/tag/tides", "https://medium.com/feed/tag/tides"),
    ("https://ada.medium.com", "https://ada.medium.com/feed"),
    ("https://tide.tumblr.com/archive", "https://tide.tumblr.com/rss"),
    ("https://www.tumblr.com/tide", "https://tide.tumblr.com/rss"),
    ("https://tide.blogspot.co.uk/2020/01/a.html", "https://tide.blogspot.co.uk/feeds/posts/default"),
    ("https://bsky.app/profile/ada.example", "https://bsky.app/profile/ada.example/rss"),
    ("https://news.ycombinator.com/", "https://news.ycombinator.com/rss"),
    ("https://lobste.rs", "https://lobste.rs/rss"),
    ("https://lobste.rs/t/python", "https://lobste.rs/t/python.rss"),
    ("https://pypi.org/project/tide/1.0/", "https://pypi.org/rss/project/tide/releases.xml"),
    ("https://arxiv.org/list/cs.CL/recent", "https://rss.arxiv.org/rss/cs.CL"),
    ("https://dev.to/ada", "https://dev.to/feed/ada"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "feed"), KNOWN)
def test_a_page_leads_to_its_feed(page: str, feed: str) -> None:
    first = by_habit(page)[0]
    assert first == (feed if "://" in feed else f"https://www.youtube.com/{feed}")
    assert by_habit(first) == []  # a feed leads nowhere but to itself


def test_every_habit_has_an_example() -> None:
    places = [re.sub(r"^https://(?:www\.)?|/$", "", page) for page, _ in KNOWN]
    unused = [h.site for h in HABITS if not any(re.fullmatch(h.pattern, p) for p in places)]
    assert unused == []


@pytest.mark.parametrize(
    "page",
    [
        "https://coast.example/r/harbours",
        "https://github.com.coast.example/ada/tide",
        "https://www.youtube.com/watch?v=abc",
        "https://github.com/topics/rss",
        "https://www.substack.com/",
        "https://medium.com/feed/@ada",
        "http://[coast",
        "",
    ],
)
def test_other_pages_lead_nowhere(page: str) -> None:
    assert by_habit(page) == []


def test_a_program_has_its_feeds_on_its_site() -> None:
    feeds = by_program("https://coast.example:8/@ada/?x=1", "mastodon")
    assert feeds == ["https://coast.example:8/@ada.rss"]
    assert (
        by_program("https://coast.example/a", "wordpress 6.5")[0] == "https://coast.example/feed/"
    )
    assert by_program("https://coast.example/", "nobody knows") == []


def test_customary_places_are_below_the_page_and_on_its_site() -> None:
    site = [f"https://coast.example/{name}" for name in (
        "feed", "rss", "feed.xml", "atom.xml", "rss.xml", "index.xml",
    )]  # fmt: skip
    assert by_custom("https://coast.example/") == by_custom("https://coast.example/a.html") == site
    below = ["https://coast.example/a/b/feed", "https://coast.example/a/b/index.xml"]
    assert by_custom("https://coast.example/a/b/") == below + site
    assert by_custom("https://coast.example/a/b/c.html?d") == below + site
