import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.fetch import headers


def told(**values: str) -> dict[bytes, bytes]:
    return {
        name.replace("_", "-").encode(): value.encode("latin-1") for name, value in values.items()
    }


def test_the_last_answer_counts_and_its_trailers_do_not() -> None:
    lines = [
        b"HTTP/1.1 103 Early Hints\r\n",
        b"ETag: early\r\n",
        b"\r\n",
        b"HTTP/2 200 \r\n",
        b'eTAG : "e" \r\n',
        b"Cache-Control: public\r\n",
        b"cache-control: max-age=5\r\n",
        b"Location: first\r\n",
        b"Location: second\r\n",
        b"no header\r\n",
        b"Date: never\r\n",
    ]
    status, reason, start = headers.status_of(lines)
    assert (status, reason) == (200, "")
    assert headers.read(lines, start) == {
        b"etag": b'"e"',
        b"cache-control": b"public,max-age=5",
        b"location": b"first",
    }
    assert headers.status_of([]) == (0, "", 0)
    assert headers.status_of([b"HTTP/1.1 \x1b[31m x\r\n"])[0] == 0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784111777),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 784111777),
        ("Sun Nov  6 08:49:37 1994", 784111777),
        ("sun, 6 nov 1994 08:49:37 +0000", 784111777),
        ("Mon, 01-Jan-69 00:00:00 GMT", 3124224000),
        ("Sun, 06 Nov 1994", None),
        ("Sun, 06 Foo 1994 08:49:37 GMT", None),
        ("Sun, 99 Nov 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 0000 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994 99:99:99 GMT", None),
        ("0", None),
        (None, None),
    ],
)
def test_dates(value: str | None, seconds: int | None) -> None:
    assert headers.http_date(value) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("999999", 86400),
        ("9" * 900, 86400),
        ("9" * 9000, None),
        ("-1", None),
        ("1.5", None),
        ("²", None),
        ("soon", None),
        ("", None),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
        ("Sun, 06 Nov 2094 08:49:37 GMT", 86400),
    ],
)
def test_how_long_to_wait(value: str, seconds: int | None) -> None:
    assert headers.retry_after(told(retry_after=value)) == seconds


def test_a_date_to_wait_for_is_counted_from_now() -> None:
    then = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 100))
    assert headers.retry_after(told(retry_after=then)) in (98, 99, 100)


@pytest.mark.parametrize(
    ("values", "seconds"),
    [
        ({"cache_control": "max-age=600"}, 600),
        ({"cache_control": 'public, MAX-AGE = "600"', "expires": "0"}, 600),
        ({"cache_control": "max-age=600", "age": "100"}, 500),
        ({"cache_control": "max-age=600", "age": "9999"}, 0),
        ({"cache_control": "max-age=600", "age": "x"}, 600),
        ({"cache_control": "s-maxage=600"}, None),
        ({"cache_control": "max-age=600, no-cache"}, 0),
        ({"cache_control": 'no-cache="set-cookie", max-age=60'}, 60),
        ({"cache_control": "no-store"}, 0),
        ({"cache_control": "max-age=" + "9" * 500}, 366 * 86400),
        ({"cache_control": "max-age=-5"}, None),
        ({"expires": "0"}, 0),
        ({"expires": "Sun, 06 Nov 1994 08:49:37 GMT"}, 60),
        ({"expires": "Sun, 06 Nov 1994 08:40:37 GMT"}, 0),
        ({"expires": "Sun, 06 Nov 2094 08:40:37 GMT"}, 366 * 86400),
        ({}, None),
    ],
)
def test_how_long_an_answer_is_fresh(values: dict[str, str], seconds: int | None) -> None:
    assert headers.fresh_for(told(**values), 784111717) == seconds


def test_a_validator_is_sent_back_whole_or_not_at_all() -> None:
    assert headers.text(told(etag='"a\x1b]0;x\x07\x85b"'), b"etag") == '"a]0;x b"'
    assert headers.text(told(etag="x" * 1025), b"etag") is None
    assert headers.text(told(etag="\x1b"), b"etag") is None


def test_where_a_redirect_leads_is_utf_8_if_it_can_be() -> None:
    assert headers.location({b"location": "/ö".encode()}) == "/ö"
    assert headers.location({b"location": "/ö".encode("latin-1")}) == "/ö"
    assert headers.location({}) is None


@given(
    st.lists(
        st.one_of(
            st.binary(max_size=40),
            st.sampled_from(
                [
                    b"HTTP/1.1 200 OK",
                    b"Retry-After: 9",
                    b"Expires: \xff",
                    b"Cache-Control: max-age=9",
                    b"Date: Sun, 06 Nov 1994 08:49:37 GMT",
                ]
            ),
        )
    )
)
def test_no_header_does_harm(lines: list[bytes]) -> None:
    _, reason, start = headers.status_of(lines)
    found = headers.read(lines, start)
    assert reason.isprintable()
    assert (headers.retry_after(found) or 0) in range(86401)
    assert (headers.fresh_for(found, None) or 0) in range(366 * 86400 + 1)
    assert (headers.text(found, b"etag") or "x").isprintable()
    headers.location(found)
