"""The rules for direct speech: what stands between quotation marks because it was said."""

from collections.abc import Callable, Iterator

from reader.quotes.cues import Cue, Cues, before_cue
from reader.quotes.draft import Draft
from reader.quotes.inversion import can_speak, inverted_subject
from reader.quotes.lexicon import FRAGMENT, NOUN, SPEECH, THAT
from reader.quotes.sentence import Sentence

Rule = Callable[[Sentence, Cues], Iterator[Draft]]

_FAR = 30  # tokens between a cue and its quotation
_SPEECH_WORDS, _SPEECH_LENGTH = 4, 24  # words, or code points, of more than a term
_TITLE_WORDS, _SMALL_WORD = 8, 3  # words of the longest title; length of "and"
_MARKS = ",.:;!?…\"“”„«»‘’‚'"
_DASHES = frozenset("—–-")
_OPEN_ENDS = frozenset(",?!…—–-")


def quoted_then_cue(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'"It is late," said Ann Smith, "and I am tired."'."""
    opening = _opening_run(sentence)
    if opening is None:
        return
    following = _next_run(sentence, opening + 1)
    cue = _cue_after(sentence, cues, opening, following)
    if cue is None:
        return
    parts = [_span(sentence, opening)]
    if sentence.quoted(following) and _carries_on(sentence, opening, following):
        parts.append(_span(sentence, following))
    yield Draft(
        sentence.index,
        tuple(parts),
        cue,
        "quoted-then-cue",
        0.97,
        direct=True,
        clause=(opening + 1, following),
    )


def cue_then_quoted(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Ann Smith told the paper: "It is late."'."""
    after = 0
    for at in range(1, len(sentence.words)) if sentence.runs else ():
        if not sentence.quoted(at) or at < after:
            continue
        cue = _cue_before(sentence, cues, at)
        if cue is None:
            continue
        parts = [_span(sentence, at)]
        after = at + 1
        while after < len(sentence.words) and not sentence.word(after):
            if sentence.quoted(after):
                parts.append(_span(sentence, after))
            after += 1
        yield Draft(
            sentence.index,
            tuple(parts),
            cue,
            "cue-then-quoted",
            0.93,
            direct=True,
            clause=(0, at),
        )


def introduced(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Her answer was short: "No, never again."': a colon is all the cue there is."""
    if not sentence.lexicon.verbs or not sentence.runs:
        return
    for at in range(1, len(sentence.words)):
        if sentence.quoted(at) and sentence.mark(at - 1) == ":" and _size(sentence, at) > 3:
            if _cue_before(sentence, cues, at) is None:
                yield Draft(
                    sentence.index,
                    (_span(sentence, at),),
                    None,
                    "introduced",
                    0.5,
                    direct=True,
                    clause=(0, at),
                )
            return


def standing_alone(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'"It is late."': nothing but quoted; who speaks is told before or after."""
    if not sentence.lexicon.verbs or not sentence.runs or cues:
        return
    bare = not any(sentence.words)
    least = 1 if sentence.lexicon.inversion else 2
    if bare and (_size(sentence, _next_run(sentence, 0)) > least or sentence.runs[0].continues):
        parts = tuple((run.start, run.end) for run in sentence.runs)
        yield Draft(sentence.index, parts, None, "standing-alone", 0.6, direct=True)


def marks_only(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """Quotation marks in a language without a lexicon: nobody is named for them."""
    if sentence.lexicon.verbs or cues:
        return
    for run in sentence.runs:
        inside = sentence.text[run.start : run.end]
        if len(inside.split()) >= _SPEECH_WORDS or len(inside) >= _SPEECH_LENGTH:
            yield Draft(
                sentence.index, ((run.start, run.end),), None, "marks-only", 0.3, direct=True
            )


RULES: tuple[Rule, ...] = (
    quoted_then_cue,
    cue_then_quoted,
    introduced,
    standing_alone,
    marks_only,
)


def _span(sentence: Sentence, at: int) -> tuple[int, int]:
    return sentence.tokens[at].start, sentence.tokens[at].end


def _next_run(sentence: Sentence, at: int) -> int:
    """Return the index of the first quoted run from ``at`` on, or of the end."""
    while at < len(sentence.words) and not sentence.quoted(at):
        at += 1
    return at


def _opening_run(sentence: Sentence) -> int | None:
    """Return the quoted run that the sentence begins with; one word, as "But", may precede."""
    if not sentence.runs:
        return None
    at = _next_run(sentence, 0)
    before = sum(bool(sentence.word(index)) for index in range(at))
    return at if before == 0 or (before == 1 and _links(sentence.word(0), sentence)) else None


def _links(word: str, sentence: Sentence) -> bool:
    return word in sentence.lexicon.but or word in sentence.lexicon.conjunctions


def _inner_end(sentence: Sentence, at: int) -> str:
    """Return the last character inside the quotation marks."""
    token = sentence.tokens[at]
    return sentence.text[token.start : token.end].rstrip("\"”»’'“«)』」 \xa0")[-1:]


def _cue_after(sentence: Sentence, cues: Cues, at: int, stop: int) -> Cue | None:
    """Return the cue of the clause between the run at ``at`` and ``stop``."""
    for cue in cues.values():
        if not at < cue.first < min(stop, at + _FAR):
            continue
        if SPEECH in cue.letters and cue.form != "participle":
            near = before_cue(sentence, cue.first) - at <= 2 and _said(sentence, cue, at)
            open_end = _inner_end(sentence, at) in _OPEN_ENDS or not sentence.word(at + 1)
            tag = _inner_end(sentence, at) == "." and _tag(sentence, cue, at)
            return cue if near or open_end or tag else None
        if cue.form == "finite" and sentence.word(at + 1):
            return None
    return None


def _said(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether a run is what is said, not the subject of the verb: "«La noche» cuenta cómo ..."."""
    if not sentence.lexicon.inversion or sentence.mark(at + 1):
        return True
    if _inner_end(sentence, at) in _OPEN_ENDS:
        return True
    named = inverted_subject(sentence, cue.last)
    return named is not None and can_speak(sentence, named)


def _tag(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether the clause after a run that ends in a full stop is no more than who says it."""
    return cue.first - at <= 6 and len(sentence.words) - cue.last <= 4


def _carries_on(sentence: Sentence, at: int, following: int) -> bool:
    """Whether the run at ``following`` goes on with the one at ``at`` after who says it."""
    mark = sentence.mark(following - 1)
    return following - at > 2 and (
        mark in {",", ":", ".", "—", "–"} or mark in sentence.lexicon.inserts
    )


def _size(sentence: Sentence, at: int) -> int:
    """Return how many words stand in the quoted run at ``at``."""
    token = sentence.tokens[at]
    return len(sentence.text[token.start : token.end].split())


def _cue_before(sentence: Sentence, cues: Cues, at: int) -> Cue | None:
    """Return the cue that introduces the run at ``at``."""
    mark = sentence.mark(at - 1)
    if mark not in {",", ":"} and mark not in _DASHES:
        return _cue_beside(sentence, cues, at)
    if mark == "," and _title(sentence, at):
        return None
    wanted = {SPEECH} if mark == "," else {SPEECH, THAT, FRAGMENT, NOUN}
    for cue in reversed([*cues.values()]):
        if cue.last >= at:
            continue
        if at - cue.last > _FAR or any(sentence.quoted(i) for i in range(cue.last, at)):
            return None
        if wanted & {*cue.letters}:
            return cue if mark == ":" or _reaches(sentence, cue, at) else None
    return None


def _title(sentence: Sentence, at: int) -> bool:
    """Whether a run reads as the title of a work: "Songs of the North,"."""
    token = sentence.tokens[at]
    listed = [word.strip(_MARKS) for word in sentence.text[token.start : token.end].split()]
    if not 1 < len(listed) <= _TITLE_WORDS or _inner_end(sentence, at) in ".!?…":
        return False
    return all(word[:1].isupper() for word in (listed[0], listed[-1])) and all(
        word[:1].isupper() for word in listed if len(word) > _SMALL_WORD
    )


def _cue_beside(sentence: Sentence, cues: Cues, at: int) -> Cue | None:
    """Return the cue right before the run, if the run is a sentence of its own."""
    token = sentence.tokens[at]
    inner = sentence.text[token.start : token.end].lstrip("\"“„«‘'‚»「『 \xa0")
    if not inner[:1].isupper() or _size(sentence, at) < 3:
        return None
    cue = cues.get(at - 1)
    return cue if cue is not None and SPEECH in cue.letters else None


def _reaches(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether a cue before ", " still governs the run: the content is not already between."""
    token = sentence.tokens[at]
    inner = sentence.text[token.start : token.end].lstrip("\"“„«‘'‚»「『 \xa0")
    if cue.form == "according":
        return True
    between = range(cue.last, at - 1)
    clause = any(
        sentence.word(index) in sentence.lexicon.that
        or sentence.word(index) in sentence.lexicon.finite
        for index in between
    )
    return not clause and (inner[:1].isupper() or len(between) <= 2 or _size(sentence, at) > 4)
