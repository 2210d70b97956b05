"""Text by code point: the border for what comes from outside, spans, sentences, words."""

import hashlib
import re

# What a terminal or a bidirectional layout would obey instead of show (Unicode 15.1,
# UAX #9 and "Trojan Source", Boucher and Anderson 2021): C0 but tab and line feed, DEL and
# C1, the bidirectional embeddings, overrides and isolates, lone surrogates, the
# interlinear annotation marks, the byte order mark inside a text.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    r"""Return ``text`` without anything a terminal would obey instead of show.

    The one border for text from outside: called after entities are decoded, before the
    text is kept or shown. Line ends become ``\n``; tabs stay.
    """
    if text.isprintable():
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def clean_line(text: str) -> str:
    """Return ``clean(text)`` as one line: white space folded, none at the ends."""
    return _SPACE.sub(" ", clean(text)).strip()


def text_hash(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as hexadecimal: which text offsets count in."""
    return hashlib.sha256(text.encode()).hexdigest()
