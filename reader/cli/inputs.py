"""What the commands read: files and standard input, whole or by line."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

from reader.errors import NotFoundError, ParseError

STANDARD_INPUT = "-"


def standard_input() -> BinaryIO:
    """Return standard input as bytes; raises NotFoundError where the caller closed it."""
    if sys.stdin is None:
        raise NotFoundError("standard input is closed")
    return sys.stdin.buffer


def is_url(name: str) -> bool:
    """Whether an input is an address of the web and no file."""
    return name.lower().startswith(("http://", "https://"))


def read_input(name: str) -> bytes:
    """Return the bytes of a file, or of standard input where it is called "-".

    Raises NotFoundError or, for a folder and for more than ``MAX_BYTES``, ParseError.
    """
    from reader.document import MAX_BYTES, read_file  # the parsers: a batch of quotes does without

    if name != STANDARD_INPUT:
        return read_file(name)
    data = standard_input().read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ParseError(f"standard input is larger than {MAX_BYTES // 2**20} MiB")
    return data


def batch_lines() -> Iterator[bytes]:
    """Return the lines of standard input without their ends, each as soon as it is there."""
    for line in standard_input():
        yield line.rstrip(b"\r\n")
