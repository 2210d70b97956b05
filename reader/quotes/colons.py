"""Rules for what stands at a colon without quotation marks: after a cue, and in headlines."""

from collections.abc import Iterator

from reader.model import Span
from reader.quotes.cues import Cue, CueForm, Cues
from reader.quotes.direct import Rule
from reader.quotes.draft import Draft
from reader.quotes.identity import read_name
from reader.quotes.inversion import can_speak, inverted_subject
from reader.quotes.lexicon import ADDRESSEE, SPEECH
from reader.quotes.mentions import phrase_after
from reader.quotes.names import is_title, name_at
from reader.quotes.sentence import Sentence

_LEAST = 3  # words of what is said
_LABEL = 4  # tokens of who says it in a headline
_HEADLINE = 30  # tokens of the longest headline


def after_colon(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Ann Smith told reporters: The road will stay closed.'."""
    for cue in cues.values():
        if SPEECH not in cue.letters or cue.form == "according" or sentence.capital(cue.first):
            continue
        colon = _colon_of(sentence, cue)
        last = len(sentence.words)
        if not colon or last - colon <= _LEAST or _quoted(sentence, colon, last):
            continue
        if sentence.capital(colon + 1):
            span = sentence.span(colon + 1, last)
            yield Draft(sentence.index, (span,), cue, "after-colon", 0.8, clause=(0, colon))
            return


def headline(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Mayor: road is safe' and 'Road is safe: mayor' above a text."""
    words = sentence.words
    if not sentence.first or not _LEAST < len(words) <= _HEADLINE:
        return
    if sentence.mark(len(words) - 1) or sentence.marks.count(":") != 1 or cues:
        return
    colon, last = [*sentence.marks].index(":"), len(words)
    before, after = (0, colon), (colon + 1, last)
    ways: tuple[tuple[Span, Span, CueForm], ...] = (
        (before, after, "following"),
        (after, before, "according"),
    )
    for label, content, form in ways:
        whole = content[1] - content[0] == 1 and sentence.quoted(content[0])
        short = label[1] - label[0] <= _LABEL
        somebody = _somebody(sentence, *label) or (whole and _named(sentence, *label))
        above = not sentence.paragraph and _states(sentence, *content)
        if short and somebody and (whole or above):
            cue = Cue(colon, colon + 1, SPEECH, form)
            span = sentence.span(*content)
            yield Draft(sentence.index, (span,), cue, "headline", 0.75, direct=whole, clause=label)
            return


RULES: tuple[Rule, ...] = (after_colon, headline)


def _colon_of(sentence: Sentence, cue: Cue) -> int:
    """Return the colon after a cue, past whom it addresses or its subject behind it; else 0."""
    if sentence.mark(cue.last) == ":":
        return cue.last
    if sentence.lexicon.inversion:
        named = inverted_subject(sentence, cue.last)
        named = named if named is not None and can_speak(sentence, named) else None
    else:
        named = phrase_after(sentence, cue.last) if ADDRESSEE in cue.letters else None
    return named.last if named is not None and sentence.mark(named.last) == ":" else 0


def _quoted(sentence: Sentence, first: int, last: int) -> bool:
    return bool(sentence.runs) and any(sentence.quoted(at) for at in range(first, last))


def _somebody(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a label of a headline is somebody: "Harbour guide", "Police", no "Tarn"."""
    lexicon = sentence.lexicon
    if last <= first or not all(sentence.word(at) for at in range(first, last)):
        return False
    noun = sentence.word(last - 1)
    return is_title(lexicon, noun) or noun in lexicon.groups


def _named(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a label of a headline is somebody's full name, and nothing else."""
    found = name_at(sentence, first)
    name = None if found is None else read_name(sentence, found)
    if found is None or name is None or found.last != last:
        return False
    return name.type == "person" and len(name.words) > 1


def _states(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a headline's words are a statement, and no subject of one: "how it is done"."""
    lexicon = sentence.lexicon
    if last - first < _LEAST or sentence.word(first) in lexicon.stops:
        return False
    verbs = lexicon.finite or lexicon.auxiliaries
    return any(sentence.word(at) in verbs for at in range(first + 1, last))
