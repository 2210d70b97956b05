"""Writes what was learned as the file that the reader reads (``tagger.weights``)."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.quotes.tagger.vocabulary import grouped
from training.student import RECURRENCES, WIDTH, Student

_KINDS = {"int8": "I8", "uint8": "U8", "float16": "F16", "float32": "F32"}
_KEPT = frozenset({"[UNK]", "[SEP]"})
_LATIN = 0x250
_MARKS = frozenset("–—‘’“”…€£₤•")


def arrays_of(student: Student, vocabulary: Sequence[str]) -> dict[str, NDArray[np.generic]]:
    """Return the weights by their names in the file; pieces of other scripts are left out."""
    state = {name: value.detach().numpy() for name, value in student.state_dict().items()}
    groups = grouped([*filter(_latin, vocabulary)])
    number = {piece: number for number, piece in enumerate(vocabulary)}
    kept = [number[piece] for group in groups for piece in group]
    vectors = state["pieces.weight"][kept]
    scale = np.maximum(np.abs(vectors).max(1), 1e-6) / 127
    found: dict[str, NDArray[np.generic]] = {
        "pieces": np.round(vectors / scale[:, None]).astype(np.int8),
        "vocabulary": np.frombuffer("\n\n".join(map("\n".join, groups)).encode(), np.uint8),
        "transitions": state["transitions"],
    }
    half = {
        "scale": scale,
        "input": state["input.weight"].T,
        "shapes": state["shapes.weight"] + state["input.bias"],
        "suffixes": state["suffixes.weight"],
        "quoted": state["quoted.weight"],
        "out.weight": state["out.weight"].T,
        "out.bias": state["out.bias"],
    }
    weight = state["neighbours.inner.weight"].T.reshape(3, WIDTH, WIDTH)
    half["neighbours.weight"] = weight[::-1].reshape(3 * WIDTH, WIDTH)
    half["neighbours.bias"] = state["neighbours.inner.bias"]
    for number in range(RECURRENCES):
        for mine, theirs in (("in", "mixed"), ("out", "inner")):
            weight = state[f"recurrences.{number}.{theirs}.weight"]
            half[f"recurrence{number}.{mine}.weight"] = weight.T
            half[f"recurrence{number}.{mine}.bias"] = state[f"recurrences.{number}.{theirs}.bias"]
    return found | {name: array.astype(np.float16) for name, array in half.items()}


def _latin(piece: str) -> bool:
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 1:
        return piece in _KEPT
    return all(ord(letter) < _LATIN or letter in _MARKS for letter in piece)


def write(path: Path, arrays: Mapping[str, NDArray[np.generic]]) -> None:
    """Write arrays in the safetensors format."""
    header: dict[str, object] = {"__metadata__": {"recurrences": str(RECURRENCES)}}
    body = b""
    for name, array in arrays.items():
        data = np.ascontiguousarray(array).tobytes()
        header[name] = {
            "dtype": _KINDS[array.dtype.name],
            "shape": list(array.shape),
            "data_offsets": [len(body), len(body) + len(data)],
        }
        body += data
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    path.write_bytes(len(head).to_bytes(8, "little") + head + body)
