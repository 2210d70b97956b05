"""Text by code point: the border for what comes from outside, spans, sentences, words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

# What a terminal or a bidirectional layout would obey instead of show (Unicode 15.1,
# UAX #9 and "Trojan Source", Boucher and Anderson 2021): C0 but tab and line feed, DEL and
# C1, the bidirectional embeddings, overrides and isolates, lone surrogates, the
# interlinear annotation marks, the byte order mark inside a text.
_FORBIDDEN = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
# Signs without width or look of their own (Unicode's Default_Ignorable_Code_Point, but for tags,
# which make flags). Scripts and emoji need one or two in a row; many hide what stands behind them.
_FLOOD = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\uffa0]{4,}"
)
_PRINTABLE_ASCII = b"\t\n" + bytes(range(0x20, 0x7F))
_LINE_ENDS = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"


def clean(text: str) -> str:
    r"""Return ``text`` without anything a terminal would obey instead of show.

    The one border for text from outside: called after entities are decoded, before the
    text is kept or shown. Line ends become ``\n``; tabs stay; floods of signs without width go.
    """
    # What is clean is told without searching it by an expression, which takes ten times as long.
    if text.isascii():
        if not text.encode().translate(None, _PRINTABLE_ASCII):
            return text
    elif text.replace("\n", "").replace("\t", "").isprintable():
        return text
    # Compiled when first needed (``re`` keeps them): what is analysed is clean already.
    return re.sub(_FLOOD, "", re.sub(_FORBIDDEN, "", re.sub(_LINE_ENDS, "\n", text)))


def clean_line(text: str) -> str:
    """Return ``clean(text)`` as one line: white space folded, none at the ends."""
    return " ".join(clean(text).split())


def text_hash(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as hexadecimal: which text offsets count in."""
    import hashlib  # OpenSSL behind it: not for the first list

    return hashlib.sha256(text.encode()).hexdigest()


# --- Paragraphs, sentences, words ------------------------------------------------------

LONGEST_SENTENCE = 1000
"""Code points after which a sentence that has not ended is cut, so that work on one sentence
stays bounded however a text is written."""

# A letter-and-digit run with what holds such runs together inside ("don't", "U.S", "71-year"),
# a number with its separators, or one mark.
_WORD = re.compile(r"\w+(?:['’.&-]\w+|[,:]\d+)*|[^\w\s]")
# Possessive, so that a page of full stops takes one pass.
_SENTENCE_END = re.compile(
    r"(?<![.!?…؟।])[.!?…؟।]++(?:[\"”»’'“«)\]]++|[ \xa0\u202f]»(?!\S))?+(?=\s)|[。！？]"
)


def _listed(words_: str) -> frozenset[str]:
    return frozenset(words_.split())


_OPENERS = "\"“„«»‘‚'([¿¡"
# Words that end in a full stop without ending their sentence, lower case, without the stop.
_ABBREVIATIONS = _listed(
    """mr mrs ms dr prof rev hon sen rep gov gen col lt maj capt sgt adm cmdr sr st mt ft vs etc
    jr inc corp co ltd llc no nos vol approx dept est jan feb mar apr jun jul aug sept sep oct nov
    dec mon tue wed thu fri sat sun u.s u.k u.n e.g i.e a.m p.m d.c bzw ca z.b d.h mme mlle mm
    sra srta dra av avda sig dott ing avv art abg"""
)
# These may end a sentence all the same: what follows decides.
_EITHER = _listed("jr inc corp co ltd llc etc u.s u.k u.n a.m p.m d.c no")


def paragraphs(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines within ``spans`` that hold anything, without outer space."""
    for start, end in spans:
        at = start
        for line in text[start:end].split("\n"):
            body = line.strip()
            if body:
                first = at + len(line) - len(line.lstrip())
                yield first, first + len(body)
            at += len(line) + 1


def words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the span of each word and each single mark in ``text[start:end]``."""
    return (found.span() for found in _WORD.finditer(text, start, end))


def word_matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Return the match of each word and each single mark in ``text[start:end]``."""
    return _WORD.finditer(text, start, end)


def sentences(
    text: str, start: int, end: int, whole: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of the paragraph ``text[start:end]``.

    A span of ``whole`` (in order, not overlapping) is never cut: what stands between
    quotation marks is one thing to the sentence around it. A sentence of more than
    ``LONGEST_SENTENCE`` code points is cut at a space outside those spans.
    """
    at = start
    for stop in _stops(text, start, end, whole):
        while stop - at > 2 * LONGEST_SENTENCE:
            cut = _cut(text, at, stop, whole)
            if cut is None:
                break
            yield at, cut
            at = _skip_space(text, cut, stop)
        if stop > at:
            yield at, stop
        at = _skip_space(text, stop, end)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _stops(text: str, start: int, end: int, whole: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield where sentences end: after the end mark and what closes with it."""
    shields = iter(whole)
    shield = next(shields, None)
    for found in _SENTENCE_END.finditer(text, start, end):
        while shield is not None and shield[1] < found.end():
            shield = next(shields, None)
        if shield is not None and shield[0] <= found.start() and found.end() < shield[1]:
            continue
        if _ends_sentence(text, found.start(), found.end(), end):
            yield found.end()
    yield end


def _ends_sentence(text: str, mark: int, after: int, end: int) -> bool:
    """Whether the end mark at ``mark`` ends a sentence, by the words around it."""
    follows = _skip_space(text, after, end)
    while follows < end and text[follows] in _OPENERS:
        follows += 1
    if follows < end and text[follows].islower():
        return False
    if text[mark] != "." or after - mark > 1:
        return True
    first = mark
    while first > 0 and mark - first < 12 and not text[first - 1].isspace():
        first -= 1
    before = text[first:mark].lstrip(_OPENERS).lower()
    if before in _EITHER:
        return _starts_afresh(text, follows)
    return before not in _ABBREVIATIONS and not (len(before) == 1 and before.isalpha())


def _starts_afresh(text: str, at: int) -> bool:
    """Whether the word at ``at`` is one that starts sentences rather than goes on with names."""
    return text.startswith(("The ", "But ", "He ", "She ", "It ", "They ", "In ", "A "), at)


def _cut(text: str, start: int, stop: int, whole: Sequence[tuple[int, int]]) -> int | None:
    """Return a space to cut an endless sentence at, outside ``whole``; None where there is none."""
    cut = text.find(" ", start + LONGEST_SENTENCE, stop)
    index = bisect_right(whole, (cut, stop)) - 1
    if index >= 0 and cut < whole[index][1]:
        cut = text.find(" ", whole[index][1], stop)
    return cut if cut > start else None
