"""What the plain CRF sees of a token: its letters, its neighbours, the marks around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bench.quotes import spans
from tests.bench.quotes.data import Span

TOKEN = re.compile(r"``|''|\w+(?:[.’'-]\w+)*|[^\w\s]")
MARKS = frozenset({"“", "”", '"', "„", "«", "»", "``", "''"})
STOPS = frozenset({".", "!", "?"})
SPEECH = (
    "accept accuse acknowledge add admit advise agree allege announce answer argue ask assert"
    " assume assure believe blame boast call caution cite claim comment complain concede conclude"
    " confirm consider contend continue counter criticize declare decide defend demand denounce"
    " deny describe disclose discuss dismiss doubt emphasize estimate expect explain express fear"
    " feel find guess hint hope imply indicate inform insist joke know label lament learn maintain"
    " mean mention note observe offer oppose order plan pledge point praise predict promise propose"
    " question quip quote recall recommend refer refuse regret reject remark remember remind repeat"
    " reply report request respond reveal say see shout show signal speak state stress suggest"
    " support suspect swear tell testify think threaten tweet understand urge vow want warn wonder"
    " worry write"
)
IRREGULAR = (
    "said told wrote written found thought knew known felt meant saw seen spoke sought swore"
    " denied denies denying replied replies testified testifies implied according per"
)
"""Forms of the words of speech that no ending makes."""


def _forms(verb: str) -> set[str]:
    stem = verb.removesuffix("e")
    return {verb, f"{verb}s", f"{stem}ed", f"{stem}ing", f"{verb}{verb[-1]}ed"}


CUES = frozenset(IRREGULAR.split()).union(*map(_forms, SPEECH.split()))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a text in tokens; the CRF labels a paragraph at a time."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    inside: tuple[bool, ...]
    """Whether a token stands in quotation marks."""
    sentence: tuple[int, ...]
    """The sentence of each token, counted in the paragraph."""


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text that have tokens."""
    inside = spans.quoted(text)
    start = 0
    for line in text.split("\n"):
        tokens = [
            (start + token.start(), start + token.end(), token[0]) for token in TOKEN.finditer(line)
        ]
        if tokens:
            words = tuple(word for _, _, word in tokens)
            yield Paragraph(
                words,
                tuple((first, last) for first, last, _ in tokens),
                tuple(bool(inside[first]) for first, _, _ in tokens),
                tuple(_sentences(words)),
            )
        start += len(line) + 1


def _sentences(words: Sequence[str]) -> Iterator[int]:
    number, ended = 0, False
    for word in words:
        if ended and word not in MARKS:
            number += 1
            ended = False
        ended = ended or word in STOPS
        yield number


def features(paragraph: Paragraph) -> list[list[str]]:
    """Return what the CRF sees, token by token."""
    words = ["<2", "<1", *(word.lower() for word in paragraph.words), ">1", ">2"]
    shapes = ["<", "<", *map(_shape, paragraph.words), ">", ">"]
    cues = _cue_sentences(paragraph)
    return [
        [
            "bias",
            f"w={words[i]}",
            f"w-1={words[i - 1]}",
            f"w+1={words[i + 1]}",
            f"w-2={words[i - 2]}",
            f"w+2={words[i + 2]}",
            f"w-1w={words[i - 1]} {words[i]}",
            f"ww+1={words[i]} {words[i + 1]}",
            f"end={words[i][-3:]}",
            f"end2={words[i][-2:]}",
            f"begin={words[i][:4]}",
            f"end-1={words[i - 1][-3:]}",
            f"end+1={words[i + 1][-3:]}",
            f"s={shapes[i]}",
            f"s-1s={shapes[i - 1]}{shapes[i]}",
            f"ss+1={shapes[i]}{shapes[i + 1]}",
            f"s-2s={shapes[i - 2]}{shapes[i - 1]}{shapes[i]}",
            f"s+2s={shapes[i]}{shapes[i + 1]}{shapes[i + 2]}",
            f"cue={words[i] in CUES}",
            f"in={paragraph.inside[i - 2]}",
            f"first={_is_first(paragraph, i - 2)}",
            *cues[i - 2],
        ]
        for i in range(2, len(words) - 2)
    ]


def _is_first(paragraph: Paragraph, i: int) -> bool:
    return i == 0 or paragraph.sentence[i] != paragraph.sentence[i - 1]


def _cue_sentences(paragraph: Paragraph) -> list[list[str]]:
    """Tell of each token which words of speech, and which marks, stand in its sentence."""
    cues: dict[int, list[int]] = {}
    marked = set()
    for i, word in enumerate(paragraph.words):
        if word.lower() in CUES and not paragraph.inside[i]:
            cues.setdefault(paragraph.sentence[i], []).append(i)
        if word in MARKS:
            marked.add(paragraph.sentence[i])
    seen = []
    for i, number in enumerate(paragraph.sentence):
        near = cues.get(number, ())
        before = max((cue for cue in near if cue < i), default=None)
        after = min((cue for cue in near if cue > i), default=None)
        seen.append(
            [
                *_cue(paragraph, i, before, "before"),
                *_cue(paragraph, i, after, "after"),
                f"marked={number in marked}{paragraph.inside[i]}",
            ]
        )
    return seen


def _cue(paragraph: Paragraph, i: int, cue: int | None, side: str) -> list[str]:
    if cue is None:
        return [f"{side}=none"]
    far = next((limit for limit in (1, 2, 4, 8, 16) if abs(i - cue) <= limit), 99)
    word = paragraph.words[cue].lower()
    following = " ".join(paragraph.words[cue + 1 : cue + 2]).lower()
    return [f"{side}={far}", f"{side}:{word}", f"{side}:{word} {following}"]


def _shape(word: str) -> str:
    if word in MARKS:
        return '"'
    if not word[0].isalnum():
        return word[0]
    if word[0].isdigit():
        return "9"
    if word.isupper() and len(word) > 1:
        return "XX"
    return "X" if word[0].isupper() else "x"
