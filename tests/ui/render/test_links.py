"""The links of an article, and letters for those in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import article_from_html
from reader.model import Enclosure
from reader.ui.render.links import (
    about_enclosure,
    enclosure_lines,
    host_of,
    in_sight,
    labels,
    links_of,
    name_of,
)
from reader.ui.render.page import lay_out

ARTICLE = article_from_html(
    """<p>See <a href="https://www.e.org/plan">the long plan of the quay</a>,
    <a href="https://e.org/b">b</a><a href="https://e.org/c">c</a> and
    <a href="https://www.e.org/plan">the plan</a>.</p><img src="https://e.org/i.png" alt="A quay">
    <p>終電 <a href="https://e.org/d">待つ</a></p>"""
)


def test_every_link_once_in_order_enclosures_first() -> None:
    files = [Enclosure("https://e.org/1.mp3", "audio/mpeg", 5_000_000_000)]
    assert [(link.sign, link.text, link.url) for link in links_of(ARTICLE, files)] == [
        ("▶ audio", "1.mp3 · 5 GB", "https://e.org/1.mp3"),
        ("", "the long plan of the quay", "https://www.e.org/plan"),
        ("", "b", "https://e.org/b"),
        ("", "c", "https://e.org/c"),
        ("picture", "A quay", "https://e.org/i.png"),
        ("", "待つ", "https://e.org/d"),
    ]


def test_a_link_over_several_lines_has_one_hint() -> None:
    page = lay_out(ARTICLE, None, 12)
    hints = in_sight(page, 0, len(page.lines))
    assert [hint.url.rpartition("/")[2] for hint in hints] == [
        "plan", "b", "c", "plan", "i.png", "d",
    ]  # fmt: skip
    assert [hint.label for hint in hints] == list("asdfgh")
    assert hints[-1].cell == 5  # two wide signs and a space before it
    assert in_sight(page, len(page.lines), len(page.lines) + 9) == []
    seen = in_sight(page, hints[1].line, hints[1].line + 1)
    assert {"b", "c"} <= {hint.url.rpartition("/")[2] for hint in seen}


@given(st.integers(0, 900))
def test_letters_are_never_the_beginning_of_others(count: int) -> None:
    found = labels(count)
    assert len(found) == min(count, 676)
    assert len(set(found)) == len(found)
    assert len({len(label) for label in found}) <= 1


def test_a_few_enclosures_are_shown_and_the_rest_told() -> None:
    files = [Enclosure(f"https://e.org/{n}.mp3", "audio/mpeg") for n in range(7)]
    lines = enclosure_lines(files, 40)
    assert [line.text for line in lines][-2:] == ["▶ audio · 3.mp3", "3 more in the list of links"]
    assert enclosure_lines([Enclosure("https://e.org/i.png", "image/png")], 40) == []


@pytest.mark.parametrize(
    ("url", "name", "host"),
    [
        ("https://www.e.org/a/b%20c.mp3?key=1", "b c.mp3", "e.org"),
        ("https://e.org/", "e.org", "e.org"),
        ("https://e.org/%1b%5b2J", "[2J", "e.org"),
        ("mailto:a@e.org", "a@e.org", "mailto"),
    ],
)
def test_names_of_addresses(url: str, name: str, host: str) -> None:
    assert (name_of(url), host_of(url)) == (name, host)


@pytest.mark.parametrize(
    ("length", "told"),
    [
        (None, "x"),
        (0, "x"),
        (-1, "x"),
        (7, "x · 7 bytes"),
        (2_345, "x · 2 kB"),
        (1_500_000, "x · 2 MB"),
    ],
)
def test_sizes(length: int | None, told: str) -> None:
    assert about_enclosure(Enclosure("https://e.org/x", None, length)) == told


@given(st.text(alphabet="ahtp:/.@#?%[]1\\-_ é\x1b", max_size=30))
def test_no_address_is_too_odd(address: str) -> None:
    article = article_from_html(
        f'<p>See <a href="{address}">it</a>, <a href="http://{address}">or</a></p>'
        f'<img src="http://e.org/{address}"><iframe src="https://{address}"></iframe>',
        base_url="https://e.org/",
    )
    for link in links_of(article, []):
        assert link.text.isprintable()
        assert host_of(link.url).isprintable()
