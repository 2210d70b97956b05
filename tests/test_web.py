"""Addresses: the short way to say that one stays as it is agrees with the long one."""

from urllib.parse import urljoin, urlsplit

from hypothesis import example, given
from hypothesis import strategies as st

from reader.web import is_plain, web_url

BEGINNINGS = st.sampled_from(["http://", "https://", "http://a.example/", "https://b.example"])


@given(BEGINNINGS, st.text("ab/:?#.&=;%@-_~[]()' A1\\\"<é", max_size=20))
@example("https://a.example/", "x;")
@example("https://a.example/", "x?")
@example("https://a.example/", "x#")
@example("https://", "a.example:80/x?a=b#c")
def test_a_plain_address_is_what_it_is_however_it_is_resolved(beginning: str, rest: str) -> None:
    address = beginning + rest
    if is_plain(address):
        for base in ("https://x.example/y/z", "http://a.example/b?c#d"):
            assert urljoin(base, address) == address == web_url(address, base)
        assert urlsplit(address).hostname


def test_common_addresses_are_plain_and_odd_ones_are_not() -> None:
    assert is_plain("https://www.a.example/2026/11/25/a-b_c.html?utm_source=rss&x=1#top")
    for odd in ("ftp://a.example/", "https:///x", "https://A.example/", "https://a.example/ x", ""):
        assert not is_plain(odd)
