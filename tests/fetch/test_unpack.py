import gzip
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.fetch.unpack import unpack

PACKED = gzip.compress(b"ab" * 500, mtime=0)


def test_members_follow_each_other_and_padding_them() -> None:
    assert unpack(PACKED * 3 + b"\0\0", "gzip", 10**6) == b"ab" * 1500
    assert unpack(PACKED * 3 + b"\0\0", "gzip", 2000) is None
    assert unpack(zlib.compress(b"x"), "Deflate", 10) == b"x"
    assert unpack(zlib.compress(b"x")[2:-4], "deflate", 10) == b"x"
    assert unpack(b"", "gzip", 10) == b""
    assert unpack(b"plain", "utf-8", 10) == b"plain"


@pytest.mark.parametrize(
    "data", [b"no gzip", PACKED[:-9], PACKED + PACKED[:-9], PACKED[:-8] + bytes(8)]
)
def test_what_is_not_what_it_says(data: bytes) -> None:
    with pytest.raises(zlib.error):
        unpack(data, "gzip", 10**6)


def test_many_members_take_no_time() -> None:
    start = time.process_time()
    with pytest.raises(zlib.error, match="too many"):
        unpack(gzip.compress(b"", mtime=0) * 500_000, "gzip", 2**20)
    assert time.process_time() - start < 1


def test_a_bomb_is_left_at_the_limit() -> None:
    assert unpack(gzip.compress(bytes(2**26), mtime=0), "gzip", 2**20) is None


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br"]))
def test_any_bytes_are_read_or_refused(data: bytes, encoding: str) -> None:
    try:
        unpack(data, encoding, 100)
    except zlib.error:
        return
