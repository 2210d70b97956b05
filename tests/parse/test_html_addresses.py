"""Relative addresses within the HTML of a feed."""

import time

import pytest

from reader.parse.fields import absolute

BASE = "https://a.example/b/c"


@pytest.mark.parametrize(
    ("source", "resolved"),
    [
        ('<a href="d">', '<a href="https://a.example/b/d">'),
        ("<a title=x href='/d?e=1&amp;f'>", '<a title=x href="https://a.example/d?e=1&amp;f">'),
        ("<img alt='a > b' src=d/e.png>", "<img alt='a > b' src=d/e.png>"),  # no tag to us
        ("<IMG SRC = d.png />", '<IMG SRC = "https://a.example/b/d.png" />'),
        ('<img src="//b.example/x">', '<img src="https://b.example/x">'),
        (
            '<blockquote cite="d"><video poster="e">',
            '<blockquote cite="https://a.example/b/d"><video poster="https://a.example/b/e">',
        ),
        ('<a href="#d">', '<a href="#d">'),
        ('<a href="">', '<a href="">'),
        ('<a href="https://b.example/d">', '<a href="https://b.example/d">'),
        ('<a href="mailto:ada@a.example">', '<a href="mailto:ada@a.example">'),
        ('<a href="javascript:x">', '<a href="javascript:x">'),
        ('<a data-href="d">', '<a data-href="d">'),
        ('<a href="//[x">', '<a href="//[x">'),
        ('<a href="&#34;d">', '<a href="https://a.example/b/&quot;d">'),
        ("href=d &lt;a href=d&gt; 1 < 2", "href=d &lt;a href=d&gt; 1 < 2"),
        ("<p>All <b>else</b> stays &nbsp; as\nit is<br/>", None),
    ],
)
def test_relative_addresses_are_resolved_and_all_else_stays(
    source: str, resolved: str | None
) -> None:
    assert absolute(source, BASE) == (source if resolved is None else resolved)


@pytest.mark.parametrize("text", ["<a ", '<a href="', "<a href= ", "<a href=x ", "<a " + " " * 999])
def test_hostile_html_takes_no_more_than_its_size(text: str) -> None:
    begun = time.process_time()
    absolute(text * (1_000_000 // len(text)), BASE)
    absolute("<a " + "href = " * 100_000 + ">", BASE)
    absolute("<a " + 'href="' * 100_000 + ">", BASE)
    assert time.process_time() - begun < 3
