"""Texts of any length and shape, to see that time grows as length does and no faster."""

from collections.abc import Iterator

KILOBYTE = 1024
SIZES = tuple(KILOBYTE * 4**step for step in range(6))
"""Characters: 1 KB to 1 MB."""
NEWS = (
    "“The ferry is late,” said Ada Ray, who runs the harbour of Tarn. She added that the pier"
    " would close on Monday, and that nobody had been told.\n\n"
    "According to the Tarn Gazette, the town knew of the cracks for years. “It was never a"
    " secret,” Bo Lind told reporters, “but it was not a priority either.”\n\n"
    "The council did not respond to a request for comment. Its ‘emergency plan’ had been put off"
    " twice, people familiar with the matter said.\n\n"
)
SHAPES = {
    "news": NEWS,
    "one endless line": NEWS.replace("\n\n", " "),
    "no spaces": NEWS.replace(" ", "").replace("\n", ""),
    "all quotes": "“The ferry is late.” “It was never a secret,” “said ‘Ada’.”\n",
    "marks alone": "“ ' \" „ ’ » ",
    "one word": "harbour",
}


def texts() -> Iterator[tuple[str, str]]:
    """Yield texts of every shape and size, small ones first; the id is shape and size."""
    for size in SIZES:
        for shape, unit in SHAPES.items():
            yield name(shape, size), (unit * (size // len(unit) + 1))[:size]


def name(shape: str, size: int) -> str:
    """Return the id of a text."""
    return f"{shape}/{size}"
