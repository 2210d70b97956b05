from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FetchError
from reader.fetch.address import Target, _taken_apart, host_name, is_public, literal, target
from reader.fetch.userinfo import host_of, with_user_of, without_user


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.0.9",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104  # it is what is refused
        "0.1.2.3",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::808:808",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:c0a8:101::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "",
        "localhost",
        "1.2.3",
    ],
)
def test_what_is_not_on_the_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "93.184.216.34",
        "2606:4700::1111",
        "2a00:1450::8a",
        "64:ff9b::808:808",
        "2002:808:808::1",
    ],
)
def test_what_is_on_the_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"),
        ("0", "0.0.0.0"),  # noqa: S104  # it is what is read
        ("localhost", "127.0.0.1"),
        ("x.localhost", "127.0.0.1"),
        ("::1", "::1"),
        ("coast.example", None),
        ("1.2.3.4.5", None),
        ("0x.example", None),
    ],
)
def test_an_address_is_known_however_it_is_written(host: str, address: str | None) -> None:
    assert literal(host) == address


def test_a_url_is_taken_apart() -> None:
    there = target("HTTPS://ada:p%40ss@Käse.Example.:8443/a b/ö%2F?q=ü&r=%26#part")
    assert there.wire == "https://xn--kse-qla.example.:8443/a%20b/%C3%B6%2F?q=%C3%BC&r=%26"
    assert there.url == "https://Käse.Example.:8443/a%20b/ö%2F?q=ü&r=%26#part"
    assert there.origin == ("https", "xn--kse-qla.example", 8443)
    assert there.user == "Basic YWRhOnBAc3M="
    assert target("http://x.example").wire == "http://x.example/"
    assert target("http://x.example").port == 80
    assert target("http://[2001:DB8::1]/").wire == "http://[2001:db8::1]/"
    assert target("//y.example/z", "https://x.example/").wire == "https://y.example/z"
    assert target("?b", "http://x.example/p?a").wire == "http://x.example/p?b"


@pytest.mark.parametrize(
    "url",
    [
        "http://a..b/",
        "http://x:99999/",
        "http://x:a/",
        f"http://{'a' * 64}.example/",
        "http://[fe80::1%25e]:x/",
    ],
)
def test_what_no_server_is_called(url: str) -> None:
    with pytest.raises(FetchError, match="is not the name of a server") as caught:
        target(url)
    assert caught.value.kind == "address"


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://u:p@", "http://[", "//"]))
def test_a_url_is_one_line_of_ascii_or_none(text: str, start: str) -> None:
    try:
        there = target(start + text)
    except FetchError:
        return
    assert there.wire.isascii()
    assert there.wire.isprintable()
    assert " " not in there.wire
    assert there.scheme in ("http", "https")
    assert there.host


@given(
    st.from_regex(
        r"https?://[a-z0-9.-]{1,20}(:[0-9]{1,6})?(/[\w.~/%=&+,;:@!$'()*-]*)?(\?[\w/%=&+?;:@-]*)?#?",
        fullmatch=True,
    )
)
def test_a_plain_url_is_read_as_any(url: str) -> None:
    def read(reader: Callable[[str], Target]) -> Target | str:
        try:
            return reader(url)
        except FetchError as error:
            return str(error)

    assert read(target) == read(_taken_apart)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("NAS.Lan.", "nas.lan"),
        ("[::1]", "::1"),
        ("käse.example", "xn--kse-qla.example"),
        ("a..b", ""),
    ],
)
def test_a_trusted_host_is_meant_however_it_is_written(host: str, name: str) -> None:
    assert host_name(host) == name


def test_user_and_password_come_off_and_on() -> None:
    url = "http://ada:pass@x.example/p@q?r@s"
    assert without_user(url) == "http://x.example/p@q?r@s"
    assert without_user("http://x.example/p//q@r") == "http://x.example/p//q@r"
    assert with_user_of("http://y.example/a//b", url) == "http://ada:pass@y.example/a//b"
    assert with_user_of("http://y.example/", "http://x.example/") == "http://y.example/"
    assert host_of("http://ada:pass@X.example:80/") == "x.example"
    assert host_of("http://[") is None
    assert host_of("/x") is None
