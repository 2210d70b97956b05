"""Reads a file of weights: the safetensors format, https://github.com/huggingface/safetensors."""

import mmap
from ast import literal_eval
from os import PathLike
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TYPES = {"F32": np.float32, "F16": np.float16, "I8": np.int8, "U8": np.uint8, "I64": np.int64}
_LENGTH = 8  # bytes that hold the size of the header


def read_weights(path: str | PathLike[str]) -> tuple[dict[str, "NDArray[Any]"], dict[str, str]]:
    """Return the arrays of a file by name, and what is told of them.

    Raises:
        OSError: The file cannot be read.
        ValueError: It is not such a file.
    """
    # Mapped, since of the pieces an article needs few.
    with open(path, "rb") as file:  # noqa: PTH123 importing pathlib takes longer
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    start = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
    # JSON without true, false and null is a literal of Python, whose reader numpy has read.
    try:
        header: dict[str, Any] = literal_eval(data[_LENGTH:start].decode().strip())
    except SyntaxError as error:
        raise ValueError("no weights") from error
    about: dict[str, str] = header.pop("__metadata__", {})
    arrays = {}
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        kind = _TYPES[entry["dtype"]]
        count = (last - first) // np.dtype(kind).itemsize
        arrays[name] = np.frombuffer(data, kind, count, start + first).reshape(entry["shape"])
    return arrays, about
