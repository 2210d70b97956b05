"""Where sites and their programs have feeds, as everybody knows. Rows, no conditions."""

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from reader.web import web_url


class Habit(NamedTuple):
    """Pages of a site whose feeds are known by their addresses."""

    site: str
    pattern: str
    """Matches all of ``host/path?query``: without scheme, "www." and a slash at the end."""
    feeds: tuple[str, ...]
    """Addresses made of the pattern's groups, the likeliest wish first."""


class Program(NamedTuple):
    """A program that makes sites, and where it puts their feeds."""

    word: str
    """What the page says made it, in lower case."""
    feeds: tuple[str, ...]
    """``{site}`` is scheme, host and port, ``{page}`` the page without a slash at the end."""


_NO_OWNER = "(?!(?:about|explore|features|login|marketplace|orgs|pricing|search|settings|sponsors|topics|trending)(?:/|$))"  # noqa: E501 - one word list

HABITS: Final = (
    Habit(
        "YouTube, a channel",
        r"(?:m\.)?youtube\.com/channel/(?P<id>UC[\w-]{22})(?:/\w+)?",
        ("https://www.youtube.com/feeds/videos.xml?channel_id={id}",),
    ),
    Habit(
        "YouTube, a playlist",
        r"(?:m\.|music\.)?youtube\.com/playlist\?(?:.*&)?list=(?P<id>[\w-]+)(?:&.*)?",
        ("https://www.youtube.com/feeds/videos.xml?playlist_id={id}",),
    ),
    Habit(
        "YouTube, a user",
        r"(?:m\.)?youtube\.com/user/(?P<name>\w+)(?:/\w+)?",
        ("https://www.youtube.com/feeds/videos.xml?user={name}",),
    ),
    Habit(
        "Reddit, a subreddit",
        r"(?:(?:old|new|np)\.)?reddit\.com/(?P<path>r/[\w+]+(?:/(?:new|hot|rising|top))?)",
        ("https://www.reddit.com/{path}/.rss",),
    ),
    Habit(
        "Reddit, a discussion",
        r"(?:(?:old|new|np)\.)?reddit\.com/(?P<path>r/\w+/comments/\w+(?:/\w*)?)",
        ("https://www.reddit.com/{path}/.rss",),
    ),
    Habit(
        "Reddit, a user",
        r"(?:(?:old|new|np)\.)?reddit\.com/u(?:ser)?/(?P<name>[\w-]+)",
        ("https://www.reddit.com/user/{name}/.rss",),
    ),
    Habit(
        "GitHub, a repository",
        rf"github\.com/{_NO_OWNER}(?P<repo>[\w-]+/[\w.-]+?)(?:\.git|/releases)?",
        (
            "https://github.com/{repo}/releases.atom",
            "https://github.com/{repo}/commits.atom",
            "https://github.com/{repo}/tags.atom",
        ),
    ),
    Habit(
        "GitHub, tags",
        r"github\.com/(?P<repo>[\w-]+/[\w.-]+)/tags",
        ("https://github.com/{repo}/tags.atom",),
    ),
    Habit(
        "GitHub, commits",
        r"github\.com/(?P<repo>[\w-]+/[\w.-]+)/commits(?P<branch>/[\w./-]+?)?(?<!\.atom)",
        ("https://github.com/{repo}/commits{branch}.atom",),
    ),
    Habit(
        "GitHub, a user", rf"github\.com/{_NO_OWNER}(?P<name>[\w-]+)",
        ("https://github.com/{name}.atom",),
    ),
    Habit(
        "GitLab, a project",
        r"gitlab\.com/(?P<path>(?!explore/|groups/|users/)[\w.-]+(?:/(?!-(?:/|$))[\w.-]+)+)"
        r"(?<!\.atom)(?:/-/(?:releases|tags|tree/.*))?",
        (
            "https://gitlab.com/{path}/-/releases.atom",
            "https://gitlab.com/{path}/-/tags?format=atom",
            "https://gitlab.com/{path}.atom",
        ),
    ),
    Habit(
        "GitLab, a user", r"gitlab\.com/(?P<name>(?!explore$)[\w-]+)",
        ("https://gitlab.com/{name}.atom",),
    ),
    Habit(
        "Codeberg, a repository",
        r"codeberg\.org/(?!explore/)(?P<repo>[\w-]+/[\w.-]+?)(?:\.git|/releases)?(?<!\.rss)(?<!\.atom)",
        ("https://codeberg.org/{repo}/releases.rss", "https://codeberg.org/{repo}.rss"),
    ),
    Habit(
        "Substack", r"(?P<host>(?!www\.)[\w-]+\.substack\.com)(?:/(?!feed).*)?",
        ("https://{host}/feed",),
    ),
    Habit(
        "Substack, somebody", r"substack\.com/@(?P<name>[\w-]+)(?:/.*)?",
        ("https://{name}.substack.com/feed",),
    ),
    Habit(
        "WordPress.com", r"(?P<host>[\w-]+\.wordpress\.com)",
        ("https://{host}/feed/", "https://{host}/comments/feed/"),
    ),
    Habit(
        "Medium", r"medium\.com/(?P<name>@[\w.-]+|(?!feed$|m$|tag$)[\w-]+)",
        ("https://medium.com/feed/{name}",),
    ),
    Habit(
        "Medium, a topic", r"medium\.com/(?P<tag>tag/[\w-]+)(?:/\w+)?",
        ("https://medium.com/feed/{tag}",),
    ),
    Habit(
        "Medium, a host of its own", r"(?P<host>[\w-]+\.medium\.com)", ("https://{host}/feed",)
    ),
    Habit(
        "Tumblr", r"(?P<host>(?!www\.)[\w-]+\.tumblr\.com)(?:/(?:archive|post/.*))?",
        ("https://{host}/rss",),
    ),
    Habit(
        "Tumblr, from within",
        r"tumblr\.com/(?:blog/(?:view/)?)?(?P<name>(?!blog$|dashboard$|explore$)[\w-]+)",
        ("https://{name}.tumblr.com/rss",),
    ),
    Habit(
        "Blogger", r"(?P<host>[\w-]+\.blogspot\.[a-z.]+)(?:/(?!feeds/).*)?",
        ("https://{host}/feeds/posts/default", "https://{host}/feeds/comments/default"),
    ),
    Habit(
        "Bluesky", r"bsky\.app/profile/(?P<name>[\w.:-]+)", ("https://bsky.app/profile/{name}/rss",)
    ),
    Habit(
        "Hacker News", r"news\.ycombinator\.com(?:/(?:news|newest|front))?",
        ("https://news.ycombinator.com/rss",),
    ),
    Habit("Lobsters", r"lobste\.rs", ("https://lobste.rs/rss",)),
    Habit(
        "Lobsters, a tag or page", r"lobste\.rs/(?P<path>(?:t/[\w,-]+|newest))",
        ("https://lobste.rs/{path}.rss",),
    ),
    Habit(
        "PyPI", r"pypi\.org/project/(?P<name>[\w.-]+)(?:/.*)?",
        ("https://pypi.org/rss/project/{name}/releases.xml",),
    ),
    Habit(
        "arXiv", r"arxiv\.org/list/(?P<name>[\w.-]+)(?:/\w+)?", ("https://rss.arxiv.org/rss/{name}",)
    ),
    Habit("DEV", r"dev\.to/(?P<name>(?!feed$|t$)[\w-]+)", ("https://dev.to/feed/{name}",)),
)  # fmt: skip

PROGRAMS: Final = (
    Program("mastodon", ("{page}.rss",)),
    Program("wordpress", ("{site}/feed/", "{page}/feed/", "{site}/comments/feed/")),
    Program("ghost", ("{site}/rss/",)),
    Program("hugo", ("{page}/index.xml", "{site}/index.xml")),
    Program("jekyll", ("{site}/feed.xml",)),
    Program("discourse", ("{site}/latest.rss", "{site}/posts.rss")),
    Program("drupal", ("{site}/rss.xml",)),
    Program("blogger", ("{site}/feeds/posts/default", "{site}/feeds/comments/default")),
    Program("gitlab", ("{page}/-/releases.atom", "{page}/-/tags?format=atom", "{page}.atom")),
    Program("forgejo", ("{page}/releases.rss", "{page}.rss")),
    Program("gitea", ("{page}/releases.rss", "{page}.rss")),
    Program("squarespace", ("{page}?format=rss",)),
    Program("wix", ("{site}/blog-feed.xml",)),
    Program("writefreely", ("{page}/feed/",)),
    Program("peertube", ("{site}/feeds/videos.xml",)),
)

ON_SITE: Final = ("/feed", "/rss", "/feed.xml", "/atom.xml", "/rss.xml", "/index.xml")
"""Where feeds often are on a site."""
IN_FOLDER: Final = ("/feed", "/index.xml")
"""Where they often are below a page."""


def by_habit(url: str) -> list[str]:
    """Return the addresses of feeds that a site is known to have for one of its pages."""
    parts = urlsplit(web_url(url) or "")
    place = (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")
    if parts.query:
        place += f"?{parts.query}"
    for habit in HABITS:
        if found := re.fullmatch(habit.pattern, place):
            return [feed.format(**found.groupdict("")) for feed in habit.feeds]
    return []


def by_program(url: str, made_by: str) -> list[str]:
    """Return where the program that made a page has its feeds; ``made_by`` in lower case."""
    site, page = _site_and_page(url)
    return [
        feed.format(site=site, page=page)
        for program in PROGRAMS
        if program.word in made_by
        for feed in program.feeds
    ]


def by_custom(url: str) -> list[str]:
    """Return where feeds often are, below a page and on its site."""
    site, page = _site_and_page(url)
    last = page.rpartition("/")[2]
    folder = page.rpartition("/")[0] if page != site and "." in last else page
    below = [folder + path for path in IN_FOLDER] if folder != site else []
    return below + [site + path for path in ON_SITE]


def _site_and_page(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    site = f"{parts.scheme}://{parts.netloc}"
    return site, site + parts.path.rstrip("/")
