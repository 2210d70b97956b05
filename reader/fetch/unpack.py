"""Bodies that libcurl cannot decompress: several gzip members, padding, names of no encoding."""

import zlib
from collections.abc import Iterator
from typing import Any, Final

_ANY: Final = 47
"""zlib's word for a gzip or zlib header, whichever comes (zlib manual, inflateInit2)."""
_GZIP: Final = b"\x1f\x8b"
_SLICE: Final = 65536
_MAX_MEMBERS: Final = 1000
"""Of a gzip file; tools that write many make each of 64 KiB."""


def unpack(data: bytes, encoding: str, limit: int) -> bytes | None:
    """Return a body decompressed, None where that is more than ``limit`` bytes.

    Args:
        data: As sent.
        encoding: The value of Content-Encoding; one that names no encoding changes nothing.
        limit: Bytes.

    Raises:
        zlib.error: The data is not what its header says.
    """
    if encoding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        return data
    pieces: list[bytes] = []
    size = 0
    for piece in _members(data, limit):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            return None
    return b"".join(pieces)


def _members(data: bytes, limit: int) -> Iterator[bytes]:
    """Yield a body decompressed, in pieces of ``limit`` bytes and one at most."""
    unpacker: Any = None
    members = 0
    for at in range(0, len(data), _SLICE):  # else each member would copy all that follows
        rest = data[at : at + _SLICE]
        while rest:
            if unpacker is None or unpacker.eof:
                if members and not rest.startswith(_GZIP):  # padding
                    return
                members += 1
                if members > _MAX_MEMBERS:
                    raise zlib.error("too many members")
                unpacker = zlib.decompressobj(_ANY if members > 1 else _window(rest))
            yield unpacker.decompress(rest, limit + 1)
            rest = unpacker.unconsumed_tail or unpacker.unused_data
    if unpacker is not None and not unpacker.eof:
        raise zlib.error("cut short")


def _window(data: bytes) -> int:
    """Return the window that zlib needs: "deflate" is sent with a zlib header or without."""
    bare = data[0] & 0x0F != zlib.DEFLATED or int.from_bytes(data[:2]) % 31
    return -zlib.MAX_WBITS if bare and not data.startswith(_GZIP) else _ANY
