"""The rules for indirect and mixed speech: what was said in the reporter's sentence."""

from collections.abc import Callable, Iterator

from reader.quotes.clauses import (
    CLAUSE,
    NEAR,
    SHORT,
    after_comma,
    clausal,
    ends_content,
    has_verb,
    nothing_after,
    past_time,
    phrasal,
    resumes,
    says_something,
    statement,
    states,
)
from reader.quotes.content import content_end, next_speech
from reader.quotes.cues import Cue, Cues, before_cue
from reader.quotes.draft import Draft
from reader.quotes.inversion import conjunction_behind
from reader.quotes.lexicon import (
    ADDRESSEE,
    BARE,
    FRAGMENT,
    INFINITIVE,
    MENTAL,
    NOUN,
    SPEECH,
    THAT,
)
from reader.quotes.mentions import apposition, phrase_after, phrase_before
from reader.quotes.names import Phrase
from reader.quotes.sentence import Sentence

Rule = Callable[[Sentence, Cues], Iterator[Draft]]


# How often what a rule finds is somebody's words, counted on news of several publishers.
_CONFIDENCE = {
    "according": 0.85,
    "that-clause": 0.85,
    "bare-clause": 0.8,
    "subjunctive": 0.85,
    "infinitive": 0.65,
    "fragment": 0.55,
    "interposed": 0.9,
    "postposed": 0.8,
    "noun-phrase": 0.7,
}


def according(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'The road was closed, according to the police.'."""
    lexicon = sentence.lexicon
    for cue in cues.values():
        if cue.form != "according":
            continue
        named = phrase_after(sentence, cue.last, wide=True)
        if named is None:
            continue
        if not any(sentence.word(at) for at in range(cue.first)) and cue.first:
            # Direct speech, and what follows the name is told of the name.
            continue
        start, end = statement(sentence, cue.first), cue.first
        after = _past_named(sentence, named)
        if lexicon.verb_second and start >= cue.first and sentence.word(named.last):
            # "Laut Polizei war der Weg frei": the verb follows at once.
            after = named.last
        opening = sentence.word(after)
        if opening in lexicon.relatives or lexicon.pronouns.get(opening) == "who":
            # "Laut einem Gutachten, das vorliegt, ..."
            after = after_comma(sentence, after)
        rest = content_end(sentence, cues, after)
        broken = sentence.word(after) in lexicon.finite
        if end - start >= 3 and not (broken and not has_verb(sentence, start, end)):
            yield from _draft(sentence, cue, (start, end), "according")
        else:
            yield from _draft_both(sentence, cue, (start, end), (after, rest), "according")


def _past_named(sentence: Sentence, named: Phrase) -> int:
    """Return the index after the comma behind a source and, where it can be told, its role."""
    told = apposition(sentence, named) if sentence.lexicon.inversion else None
    if told is not None and sentence.mark(told[1]) == ",":
        return told[1] + 1
    return after_comma(sentence, named.last)


def that_clause(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Ann Smith told the paper that the road was closed.'."""
    end = 0
    for cue in cues.values():
        if not {THAT, ADDRESSEE, BARE} & {*cue.letters} or cue.form == "according":
            continue
        at = _conjunction(sentence, cues, cue)
        if at is not None:
            kept = at if sentence.word(at) == "whether" else at + 1
            start = kept + 1 if sentence.mark(kept) == "," else kept
            inner = _thought(sentence, cues, start)
            start = start if inner is None else inner.last
            end = content_end(sentence, cues, start, end)
            if not says_something(sentence, start, end):
                continue
            for draft in _draft(sentence, cue, (start, end), "that-clause"):
                yield draft if inner is None else draft._replace(cue=inner, told=cue)


def bare_clause(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Ann Smith said the road was closed.'."""
    end = 0
    for cue in cues.values():
        if BARE in cue.letters or MENTAL in cue.letters:
            start = _clause_start(sentence, cue)
            if start is not None:
                end = content_end(sentence, cues, start, end)
                yield from _draft(sentence, cue, (start, end), "bare-clause")


def subjunctive(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Anna Berg sagte, die Brücke sei zu.': a mood that only reported speech has."""
    lexicon = sentence.lexicon
    if not lexicon.subjunctives:
        return
    for cue in cues.values():
        at = next((i for i in range(cue.last, cue.last + NEAR) if sentence.mark(i)), cue.last)
        if sentence.mark(at) not in {",", ":"} or sentence.word(at + 1) in lexicon.that:
            continue
        begun = range(at + 1, min(at + SHORT, len(sentence.words)))
        if any(sentence.word(index) in lexicon.subjunctives for index in begun):
            end = content_end(sentence, cues, at + 1)
            yield from _draft(sentence, cue, (at + 1, end), "subjunctive")


def infinitive(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Ann Smith vowed to close the road.'."""
    for cue in cues.values():
        if INFINITIVE not in cue.letters:
            continue
        at = cue.last
        if ADDRESSEE in cue.letters and sentence.word(at) != "to":
            named = phrase_after(sentence, at)
            at = named.last if named is not None else at
        if sentence.word(at) != "to":
            continue
        start = at + 1 if sentence.quoted(at + 1) else at
        end = start + 1 if start > at else content_end(sentence, cues, start)
        yield from _draft(sentence, cue, (start, end), "infinitive")


def fragment(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Ann Smith called the road "a disgrace".'."""
    for cue in cues.values():
        if not {FRAGMENT, SPEECH} & {*cue.letters} or cue.form == "according":
            continue
        at = cue.last
        while at < cue.last + 8 and at < len(sentence.words) and sentence.word(at):
            if sentence.word(at) in sentence.lexicon.that:
                break
            at += 1
        if sentence.quoted(at) and _long_enough(sentence, cue, at):
            start = at if at - cue.last <= 2 or NOUN not in cue.letters else cue.last
            yield from _draft(sentence, cue, (start, at + 1), "fragment")


def noun_phrase(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Ann Smith criticised the closure of the road.'."""
    lexicon, end = sentence.lexicon, 0
    for cue in cues.values():
        if NOUN not in cue.letters or sentence.mark(cue.last) or sentence.quoted(cue.last):
            continue
        word = sentence.word(cue.last)
        if word in lexicon.prepositions and word != "for":
            continue
        if word in lexicon.pronouns and not sentence.word(cue.last + 1):
            # "denies it" says nothing.
            continue
        if FRAGMENT in cue.letters and phrasal(sentence, cue):
            continue
        end = content_end(sentence, cues, cue.last, end)
        if end - cue.last > 1:
            yield from _draft(sentence, cue, (cue.last, end), "noun-phrase")


def interposed(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'The road, Ann Smith said, was closed.'."""
    end = 0
    for cue in cues.values():
        if BARE not in cue.letters or cue.form != "finite":
            continue
        comma = past_time(sentence, cue.last)
        if sentence.mark(comma) != ",":
            continue
        named = phrase_before(sentence, before_cue(sentence, cue.first))
        if named is None or sentence.mark(named.first - 1) != ",":
            continue
        start = statement(sentence, cue.first)
        end = content_end(sentence, cues, comma + 1, end)
        if named.first - 1 <= start or not resumes(sentence, named.first - 1, comma + 1):
            continue
        if next_speech(sentence, cues, comma):
            continue
        yield from _draft_both(
            sentence, cue, (start, named.first - 1), (comma + 1, end), "interposed"
        )


def postposed(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'The road was closed, Ann Smith said.'."""
    for cue in cues.values():
        if BARE not in cue.letters or cue.form != "finite":
            continue
        if not sentence.runs and not any(sentence.marks[: cue.first]):
            continue
        before = phrase_before(sentence, before_cue(sentence, cue.first))
        if before is not None and not nothing_after(sentence, cue.last):
            continue
        if before is None:
            after = phrase_after(sentence, cue.last)
            if after is None or not nothing_after(sentence, after.last):
                continue
        comma = (cue.first if before is None else before.first) - 1
        start = statement(sentence, cue.first)
        if states(sentence, start, comma) and ends_content(sentence, comma):
            yield from _draft(sentence, cue, (start, comma + 1), "postposed")


RULES: tuple[Rule, ...] = (
    according,
    that_clause,
    bare_clause,
    subjunctive,
    infinitive,
    fragment,
    interposed,
    postposed,
    noun_phrase,
)
SURE: tuple[Rule, ...] = (according, that_clause, bare_clause, interposed, postposed)
"""Those that are right in eight of ten at least."""


def _draft(sentence: Sentence, cue: Cue, content: tuple[int, int], rule: str) -> Iterator[Draft]:
    """Yield the draft of the content's tokens, without outer marks."""
    start, end = content
    while start < end and sentence.mark(start):
        start += 1
    while end > start and sentence.mark(end - 1) not in {"", "%", ")", "]"}:
        end -= 1
    if start < end:
        span = sentence.span(start, end)
        clause = (0, len(sentence.words))
        yield Draft(sentence.index, (span,), cue, rule, _CONFIDENCE[rule], clause=clause)


def _draft_both(
    sentence: Sentence, cue: Cue, lead: tuple[int, int], rest: tuple[int, int], rule: str
) -> Iterator[Draft]:
    """Yield one draft of content that its cue breaks into two; of one where one is empty."""
    found = [
        *(_draft(sentence, cue, lead, rule) if lead[0] < lead[1] else ()),
        *(_draft(sentence, cue, rest, rule) if rest[0] < rest[1] else ()),
    ]
    if found:
        yield found[0]._replace(parts=tuple(part for draft in found for part in draft.parts))


def _conjunction(sentence: Sentence, cues: Cues, cue: Cue) -> int | None:
    """Return the index of the "that" that belongs to a cue."""
    lexicon = sentence.lexicon
    at = cue.last
    if not lexicon.finite:
        # Where verbs are not known, only what stands right after the cue belongs to it.
        direct = at + (sentence.mark(at) == ",")
        if sentence.word(direct) in lexicon.that:
            return direct
        return conjunction_behind(sentence, cues, at) if lexicon.inversion else None
    stop = min(at + NEAR, len(sentence.words), _next_report(sentence, cues, at))
    commas = 0
    while at < stop:
        word = sentence.word(at)
        if word in lexicon.that:
            return at if commas != 1 or at == cue.last + 1 else None
        mark = sentence.mark(at)
        if sentence.quoted(at) or (mark and mark not in ",()"):
            return None
        commas += mark == ","
        if (
            word in lexicon.finite
            or word in lexicon.but
            or (at == cue.last and clausal(sentence, at))
        ):
            return None
        at += 1
    return None


def _next_report(sentence: Sentence, cues: Cues, at: int) -> int:
    """Return where the next cue but "citing" and its like stands, if near, else the end."""
    for index in range(at, at + NEAR):
        if index in cues and sentence.word(index) not in sentence.lexicon.cites:
            return index
    return len(sentence.words)


def _thought(sentence: Sentence, cues: Cues, start: int) -> Cue | None:
    """Return the cue of "that he thought ...": what is thought is the content, not that."""
    lexicon = sentence.lexicon
    if sentence.word(start) not in lexicon.pronouns:
        return None
    cue = cues.get(start + 1)
    if cue is None or MENTAL not in cue.letters:
        return None
    after = sentence.word(cue.last)
    return None if after in lexicon.prepositions or not after else cue


def _clause_start(sentence: Sentence, cue: Cue) -> int | None:
    """Return where a clause without conjunction begins after a cue; None where there is none."""
    lexicon = sentence.lexicon
    at = cue.last
    if ADDRESSEE in cue.letters:
        named = phrase_after(sentence, at)
        if named is None:
            return None
        at = named.last
    at = past_time(sentence, at)
    word = sentence.word(at)
    if not word or word in lexicon.prepositions or word in lexicon.that:
        return None
    if word in lexicon.conjunctions or word in lexicon.but:
        return None
    if word in lexicon.finite and "'" not in word:
        return None
    if word in lexicon.so and sentence.word(at + 1) in {"", *lexicon.prepositions}:
        # "has been saying so since"
        return None
    return at if has_verb(sentence, at, at + CLAUSE) else None


def _long_enough(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether a quoted fragment is more than a term: two words, or what somebody is called."""
    token = sentence.tokens[at]
    size = len(sentence.text[token.start : token.end].split())
    return size > 2 or (FRAGMENT in cue.letters and at - cue.last <= 6 and size > 1)
