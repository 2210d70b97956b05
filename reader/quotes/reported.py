"""Rules for reported speech whose source stands behind its verb, as in most languages but English.

They look at languages whose lexicon says so (``inversion``).
"""

from collections.abc import Iterator

from reader.quotes.clauses import statement, states
from reader.quotes.content import content_end
from reader.quotes.cues import Cue, Cues, before_cue
from reader.quotes.draft import Draft
from reader.quotes.inversion import (
    can_speak,
    inverted_subject,
    past_addressee,
    past_adverbials,
)
from reader.quotes.lexicon import FRAGMENT, SPEECH, THAT
from reader.quotes.mentions import apposition, phrase_after
from reader.quotes.names import Phrase, function_word
from reader.quotes.nouns import known_noun
from reader.quotes.sentence import Sentence

_FEW = 3  # words of a quoted run that is more than a term


def with_unknown_verb(sentence: Sentence, cues: Cues) -> Cues:
    """Return the cues with a verb that no lexicon holds: '„Nein“, beteuerte der Angeklagte'.

    Between quoted words with their comma and somebody who can speak, it is one that says so.
    """
    if not sentence.lexicon.inversion or not sentence.runs:
        return cues
    known = sentence.lexicon.auxiliaries | sentence.lexicon.adverbs
    for comma in range(1, len(sentence.words) - 2):
        if sentence.mark(comma) != "," or not sentence.quoted(comma - 1):
            continue
        at = comma + 1
        while sentence.word(at) in known:
            at += 1
        if any(comma < first <= at for first in cues) or not _verblike(sentence, at):
            continue
        named = inverted_subject(sentence, at + 1)
        if named is not None and can_speak(sentence, named):
            return dict(sorted({**cues, at: Cue(at, at + 1, SPEECH)}.items()))
    return cues


def _verblike(sentence: Sentence, at: int) -> bool:
    """Whether a word may be a verb: it is written small, and no function word or noun known."""
    lexicon, word = sentence.lexicon, sentence.word(at)
    if not word or sentence.capital(at) or word in lexicon.determiners or word in lexicon.pronouns:
        return False
    if function_word(lexicon, word) or word in lexicon.links or word in lexicon.temporal:
        return False
    return word not in lexicon.cue_nouns and not known_noun(sentence, at)


def inverted(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'La reforma es necesaria, dijo el ministro.', and with more content after the source."""
    if not sentence.lexicon.inversion:
        return
    for cue in cues.values():
        if not {THAT, SPEECH} <= {*cue.letters} or cue.form != "finite":
            continue
        comma = before_cue(sentence, cue.first) - 1
        if sentence.mark(comma) not in {",", "—", "–"} or sentence.quoted(comma - 1):
            continue
        named = inverted_subject(sentence, cue.last)
        if named is None or not can_speak(sentence, named):
            continue
        yield from _around(sentence, cues, cue, (comma, named))


def _around(sentence: Sentence, cues: Cues, cue: Cue, told: tuple[int, Phrase]) -> Iterator[Draft]:
    """Yield the content before a comma and its cue, and what goes on with it after the source."""
    comma, named = told
    start = statement(sentence, comma)
    after = _past_role(sentence, named)
    if sentence.mark(after) in {",", "—", "–"} and sentence.word(after + 1):
        end = content_end(sentence, cues, after + 1)
        lead, rest = _span(sentence, start, comma), _span(sentence, after + 1, end)
        if lead and rest and not sentence.quoted(comma - 1):
            yield _draft(sentence, cue, "inverted", lead, rest)
        return
    if sentence.word(after) in sentence.lexicon.determiners:
        # "berichtete ein Zeuge dem Sender"
        after = past_addressee(sentence, after)
        while sentence.capital(after):
            after += 1
    at = past_adverbials(sentence, after)
    lead = _span(sentence, start, comma)
    over = not any(sentence.word(i) or sentence.quoted(i) for i in range(at, len(sentence.words)))
    if lead and over and states(sentence, start, comma):
        yield _draft(sentence, cue, "inverted", lead)


def _past_role(sentence: Sentence, named: Phrase) -> int:
    """Return the index after what is told of a source behind its name."""
    told = apposition(sentence, named)
    return named.last if told is None else told[1]


def as_told(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Wie die Polizei mitteilte, war der Weg frei.', 'Der Weg war frei, wie ...'."""
    told = sentence.lexicon.told
    for cue in cues.values() if told else ():
        opening = _opening(sentence, cue)
        if opening is None or SPEECH not in cue.letters:
            continue
        if opening == 0 and sentence.mark(cue.last) == ",":
            end = content_end(sentence, cues, cue.last + 1)
            found = _span(sentence, cue.last + 1, end)
        elif opening and not sentence.word(cue.last):
            found = _span(sentence, statement(sentence, opening), opening)
        else:
            continue
        if found:
            first = opening + (sentence.mark(opening) != "") + 1
            yield _draft(sentence, cue, "as-told", found)._replace(clause=(first, cue.first))


def _opening(sentence: Sentence, cue: Cue) -> int | None:
    """Return where the clause of "wie die Polizei mitteilte" begins, its comma included."""
    for at in range(cue.first - 1, -1, -1):
        if sentence.word(at) in sentence.lexicon.told:
            return at if at == 0 else at - 1 if sentence.mark(at - 1) == "," else None
        if sentence.mark(at) or sentence.quoted(at):
            return None
    return None


def source_first(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Dem Bericht zufolge fehlt Geld.': the source stands before its preposition."""
    for cue in cues.values():
        if cue.form != "following":
            continue
        begin = cue.last + (sentence.mark(cue.last) == ",")
        found = _span(sentence, begin, content_end(sentence, cues, begin))
        if found:
            yield _draft(sentence, cue, "source-first", found)


def opinion(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Pour le maire, « cette loi n'a aucun sens ».': a preposition is all the cue there is."""
    at = 0
    if sentence.word(at) not in sentence.lexicon.opinions:
        return
    named = phrase_after(sentence, at + 1)
    if named is None or not can_speak(sentence, named):
        return
    after = _past_role(sentence, named)
    after += sentence.mark(after) == ","
    if any(first < after for first in cues):
        return
    if sentence.quoted(after) and _words(sentence, after) >= _FEW:
        cue = Cue(at, at + 1, SPEECH, "according")
        yield _draft(sentence, cue, "opinion", sentence.span(after, after + 1))


def fragment_first(sentence: Sentence, cues: Cues) -> Iterator[Draft]:
    """'Von einem „schlechten Witz“ sprach Ole Timm.': words in quotation marks, then the cue."""
    if not sentence.lexicon.inversion:
        return
    for cue in cues.values():
        at = cue.first - 1
        if FRAGMENT not in cue.letters or not sentence.quoted(at) or at == 0:
            continue
        named = inverted_subject(sentence, cue.last)
        if named is not None and can_speak(sentence, named) and _words(sentence, at) > 1:
            yield _draft(sentence, cue, "fragment-first", sentence.span(at, at + 1))


RULES = (inverted, as_told, source_first, opinion, fragment_first)

_CONFIDENCE = {
    "inverted": 0.8,
    "as-told": 0.8,
    "source-first": 0.85,
    "opinion": 0.7,
    "fragment-first": 0.8,
}


def _words(sentence: Sentence, at: int) -> int:
    token = sentence.tokens[at]
    return len(sentence.text[token.start : token.end].split())


def _span(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of tokens without the marks around them; None where no word is left."""
    while start < end and sentence.mark(start):
        start += 1
    while end > start and sentence.mark(end - 1) not in {"", "%", ")", "]"}:
        end -= 1
    return sentence.span(start, end) if start < end else None


def _draft(sentence: Sentence, cue: Cue, rule: str, *parts: tuple[int, int]) -> Draft:
    clause = (0, len(sentence.words))
    return Draft(sentence.index, parts, cue, rule, _CONFIDENCE[rule], clause=clause)
