from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import FeedSettings, feed_settings, load_config
from reader.config.feeds import FEED_KEYS, feed_problems, read_feeds
from reader.errors import ConfigError
from reader.model import Term

ALL = """
[[feeds]]
url = "https://club.example/private/*"
interval = "2h"
folder = "Clubs"
full_text = true
mark_read = "advertisement"
hide = ["title:quiz", "title:crossword"]
bookmark = "author:ray"
tag = { boats = "ferry or harbour", ice = ["ice"] }
user_agent = "Club reader"
headers = { X-Colour = "blue" }
proxy = ""
ca_file = "/etc/club.pem"
user = "ada"
password_cmd = ["pass", "show", "club"]
token_file = "~/token"
cookies_file = "~/cookies"
certificate = "~/ada.pem"
key = "~/ada.key"
[[feeds]]
url = "https://club.example/news"
title = "Club news"
filter = ["~/bin/mend", "x"]
[[feeds]]
url = "exec:weather"
command = ["weather", "--city", "Lund"]
"""


def load(folder: Path, text: str) -> tuple[FeedSettings, ...]:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path).feeds


def test_all_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert load(tmp_path, ALL) == (
        FeedSettings(
            url="https://club.example/private/*",
            interval=7200,
            folder="Clubs",
            full_text=True,
            mark_read=("advertisement",),
            hide=("title:quiz", "title:crossword"),
            bookmark=("author:ray",),
            tag=(("boats", ("ferry or harbour",)), ("ice", ("ice",))),
            user_agent="Club reader",
            headers=(("X-Colour", "blue"),),
            proxy="",
            ca_file="/etc/club.pem",
            user="ada",
            password_cmd=("pass", "show", "club"),
            token_file="/home/ada/token",  # noqa: S106 - a path
            cookies_file="/home/ada/cookies",
            certificate="/home/ada/ada.pem",
            key="/home/ada/ada.key",
        ),
        FeedSettings(
            url="https://club.example/news",
            title="Club news",
            filter=("/home/ada/bin/mend", "x"),
        ),
        FeedSettings(url="exec:weather", command=("weather", "--city", "Lund")),
    )


def test_rules_are_read_in_their_order(tmp_path: Path) -> None:
    club, news, _ = load(tmp_path, ALL)
    rules = list(club.rules(datetime(2026, 11, 25, tzinfo=UTC)))
    assert [(rule.action, rule.tag) for rule in rules] == [
        ("mark_read", ""),
        ("hide", ""),
        ("hide", ""),
        ("bookmark", ""),
        ("tag", "boats"),
        ("tag", "ice"),
    ]
    assert rules[2].query == Term("title", "crossword")
    assert list(news.rules(datetime(2026, 11, 25, tzinfo=UTC))) == []


def test_nothing_that_may_be_secret_is_shown(tmp_path: Path) -> None:
    shown = repr(load(tmp_path, ALL))
    assert "blue" not in shown
    assert "pass" not in shown


def test_every_key_has_its_field_and_is_told_in_a_sentence() -> None:
    assert list(FEED_KEYS) == list(FeedSettings.__dataclass_fields__)
    assert all(key.about.endswith(".") for key in FEED_KEYS.values())


GOOD = '[[feeds]]\nurl = "https://club.example/a"\n'
NO_ADDRESS = "line 2: feeds.url must be an http or https address"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("feeds = 1", "line 1: feeds must be tables, each below a line [[feeds]]"),
        ("[feeds]\na = 1", "line 1: feeds must be tables"),
        ("[[feed]]\na = 1", "line 1: feed is not known; did you mean feeds?"),
        ("[[feeds]]\nuser_agent = 'x'", "line 1: feeds needs a url"),
        ("[[feeds]]\nurl = 1", NO_ADDRESS),
        ("[[feeds]]\nurl = 'ftp://club.example/'", NO_ADDRESS),
        ("[[feeds]]\nurl = 'http://[club/'", NO_ADDRESS),
        ("[[feeds]]\nurl = 'https://club.example*'", NO_ADDRESS),
        ("[[feeds]]\nurl = 'https://*/a'", NO_ADDRESS),
        ("[[feeds]]\nurl = 'https://club.example/*/a'", NO_ADDRESS),
        ("[[feeds]]\nurl = 'https://ada:pw@club.example/a'", NO_ADDRESS),
        (GOOD + "interval = 5", "line 3: feeds.interval must be minutes, hours or days"),
        (GOOD + "interval = '0h'", "line 3: feeds.interval must be"),
        (GOOD + "interval = '31d'", "line 3: feeds.interval must be"),
        (GOOD + "proxy = 1", "line 3: feeds.proxy must be an address"),
        (GOOD + "user_agent = 'a\\n'\nuser_agents = 1", "line 4: feeds.user_agents is not known"),
        (GOOD + 'headers = { A = "b\\nc" }', "line 3: feeds.headers must be a table"),
        (GOOD + 'headers = { "A b" = "c" }', "line 3: feeds.headers must be a table"),
        (GOOD + "headers = ['A']", "line 3: feeds.headers must be a table"),
        (GOOD + "ca_file = 'a.pem'", "line 3: feeds.ca_file must be a path"),
        (GOOD + "password_cmd = 'pass x'", "line 3: feeds.password_cmd must be a list"),
        (GOOD + "password_cmd = []", "line 3: feeds.password_cmd must be a list"),
        (
            GOOD + "\n# own\npassword = 'x'",
            "line 5: feeds.password would be a secret in a file that is copied; write password_cmd",
        ),
        (GOOD + "token = 'x'", "line 3: feeds.token would be a secret"),
        (GOOD + "cookies = 'x'", "line 3: feeds.cookies would be a secret"),
        (GOOD + "user = 'x'", "line 1: feeds needs user and a password together"),
        (GOOD + "password_file = '/x'", "line 1: feeds needs user and a password together"),
        (GOOD + "token_cmd = ['x']\ntoken_file = '/x'", "line 1: feeds needs one of token_cmd"),
        (GOOD + "key = '/x'", "line 1: feeds needs the certificate of its key"),
        ("[[feeds]]\nurl = 'exec:a b'\ncommand = ['x']", NO_ADDRESS),
        ("[[feeds]]\nurl = 'exec:a'", "line 1: feeds needs a command together with a url"),
        (GOOD + "command = ['x']", "line 1: feeds needs a command together with a url"),
        (GOOD + "full_text = 1", "line 3: feeds.full_text must be true or false"),
        (GOOD + "hide = 1", "line 3: feeds.hide must be a query in quotation marks"),
        (GOOD + "hide = []", "line 3: feeds.hide must be a query"),
        (GOOD + "hide = ['a', ' ']", "line 3: feeds.hide must be a query"),
        (GOOD + "hide = ['a', '(b']", "line 3: feeds.hide is wrong: query, character 1: this brac"),
        (
            GOOD + "bookmark = 'said:ray'",
            'line 3: feeds.bookmark is wrong: query, character 1: "said:ray" is known only once',
        ),
        (GOOD + "tag = 'boats'", "line 3: feeds.tag must be a table of tags and queries"),
        (GOOD + "tag = { boats = 1 }", "line 3: feeds.tag must be a table"),
        (GOOD + "tag = { '' = 'a' }", "line 3: feeds.tag must be a table"),
        (
            "[[feeds]]\nurl = 'https://club.example/*'\ntitle = 'x'",
            "line 1: feeds has a title for many feeds",
        ),
        (GOOD + "\n" + GOOD, "line 4: feeds has two tables for https://club.example/a"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        load(tmp_path, text)
    told = str(raised.value).removeprefix(f"{tmp_path}/config.toml, ")
    assert told.startswith(message)
    assert "\n" not in told


@pytest.mark.parametrize(
    ("url", "chosen"),
    [
        ("https://club.example/b", "https://club.example/*"),
        ("https://club.example/a/1", "https://club.example/a/*"),
        ("https://club.example/a/b", "https://club.example/a/b"),
        ("https://club.example.evil.example/a/b", None),
        ("http://club.example/a/b", None),
    ],
)
def test_the_most_exact_address_counts(url: str, chosen: str | None) -> None:
    paths = ("*", "a/b*", "a/b", "a/*")
    patterns = [f"https://club.example/{path}" for path in paths]
    found = feed_settings([FeedSettings(pattern) for pattern in patterns], url)
    assert (found and found.url) == chosen


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["http://a/*", "2h"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(st.dictionaries(st.sampled_from(list(FEED_KEYS)), VALUES), max_size=3) | VALUES)
def test_any_tables_are_read_or_told_to_be_wrong(tables: object) -> None:
    if not list(feed_problems(tables)):
        assert all(isinstance(one.url, str) for one in read_feeds(tables))
