"""Speech that is broken off inside its marks to say who speaks, and speech behind a dash.

« C'est un scandale, s'indigne Marie Lantier. On ne dort plus. »
«El puente es seguro —dijo Ana Peña—. Y lo seguirá siendo».
—No vamos a cerrar el puente —dijo el alcalde—. Es seguro.
"""

from collections.abc import Iterator

from reader.model import Span
from reader.quotes.lexicon import SPEECH, Lexicon
from reader.quotes.listed import Listed
from reader.quotes.marks import Quoted
from reader.text import words

_NEAR = 4  # words between the mark and the verb, and between the verb and its subject
_ENDS = frozenset(".!?…;")
_LONGEST = 24  # words and marks of the longest insertion


class _Words(Listed):
    """The words and marks between a pair of quotation marks."""

    text: str
    spans: list[Span]
    lexicon: Lexicon

    def lower(self, at: int) -> str:
        """Return the word or mark at an index, without what elision ties to it; "" outside."""
        if not 0 <= at < len(self.spans):
            return ""
        word = self.text[slice(*self.spans[at])].lower().replace("’", "'")
        elided, apostrophe, rest = word.partition("'")
        return rest if apostrophe and elided in self.lexicon.elided else word

    def capital(self, at: int) -> bool:
        """Whether a word at an index begins in upper case, elision aside."""
        if not 0 <= at < len(self.spans):
            return False
        word = self.text[slice(*self.spans[at])].replace("’", "'")
        return word[:1].isupper() or word.partition("'")[2][:1].isupper()

    def somebody(self, at: int, *, dash: bool) -> bool:
        """Whether the subject of a cue stands at an index: a name, or a noun for who speaks."""
        lexicon = self.lexicon
        while self.lower(at) in lexicon.adverbs or self.lower(at) in lexicon.temporal:
            at += 1
        word = self.lower(at)
        if self.capital(at) or word in lexicon.pronouns or word in lexicon.titles:
            return True
        if word not in lexicon.determiners and not _speaks(lexicon, word):
            return False
        return dash or any(
            _speaks(lexicon, self.lower(at + step)) or self.capital(at + step)
            for step in range(_NEAR)
        )


def _speaks(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.persons or word in lexicon.groups or word in lexicon.organizations


def pieces(text: str, run: Quoted, lexicon: Lexicon) -> Iterator[Quoted]:
    """Yield a run as it is, or what stands before and after who speaks inside it."""
    inner = _Words(text, [*words(text, run.start + 1, run.end - run.closed)], lexicon)
    for at in range(1, len(inner.spans)):
        if inner.lower(at) not in lexicon.inserts:
            continue
        resumes = _insertion(inner, at)
        if resumes is None:
            continue
        first = run.start if inner.text[run.start] not in lexicon.dialogue else inner.spans[0][0]
        yield run._replace(start=first, end=inner.spans[at - 1][1], closed=True)
        if resumes < len(inner.spans):
            yield run._replace(start=inner.spans[resumes][0], continues=False)
        return
    yield run


def dialogue(text: str, paragraph: Span, number: int, lexicon: Lexicon) -> list[Quoted]:
    """Return the paragraph as one run, if it is speech that a dash opens and a cue is in it."""
    start, end = paragraph
    if text[start] not in lexicon.dialogue:
        return []
    run = Quoted(start, end, number, closed=False)
    return [] if next(pieces(text, run, lexicon)) == run else [run]


def _insertion(inner: _Words, at: int) -> int | None:
    """Return where speech goes on after who speaks, told from the mark ``at`` on."""
    dash = inner.lower(at) != ","
    subject = _past_verb(inner, at + 1)
    if subject is None:
        return None
    if not inner.somebody(subject, dash=dash) and not _tied_subject(inner, at + 1, subject):
        return None
    if dash:
        return _after_dash(inner, subject)
    return _after_clause(inner, subject)


def _past_verb(inner: _Words, at: int) -> int | None:
    """Return the index after the cue verb at ``at``, past auxiliaries; None where none stands."""
    lexicon = inner.lexicon
    for index in range(at, at + _NEAR):
        word = _untied(inner.lower(index), lexicon)
        if SPEECH in lexicon.verbs.get(word, ""):
            return index + 1
        if word not in lexicon.auxiliaries and word not in lexicon.adverbs:
            return None
    return None


def _untied(word: str, lexicon: Lexicon) -> str:
    """Return "dit" for "dit-il", "a" for "a-t-il"."""
    head, hyphen, tail = word.rpartition("-")
    return head.removesuffix("-t") if hyphen and tail in lexicon.clitics else word


def _tied_subject(inner: _Words, first: int, last: int) -> bool:
    """Whether a pronoun is tied to one of the words: "a-t-il dit"."""
    listed = (inner.lower(at) for at in range(first, last))
    return any(
        _untied(word, inner.lexicon) != word
        and word.rpartition("-")[2] not in inner.lexicon.impersonals
        for word in listed
    )


def _after_dash(inner: _Words, at: int) -> int | None:
    """Return the index after the dash that closes an insertion; the end where none does."""
    dashes = inner.lexicon.inserts - {","}
    count = len(inner.spans)
    until = next((i for i in range(at, min(at + _LONGEST, count)) if inner.lower(i) in dashes), -1)
    if until < 0:
        return count if count - at <= _LONGEST else None
    return _next_word(inner, until)


def _after_clause(inner: _Words, at: int) -> int | None:
    """Return the index after the comma or full stop that closes an insertion."""
    lexicon, count = inner.lexicon, len(inner.spans)
    for index in range(at, min(at + _LONGEST, count)):
        mark = inner.lower(index)
        if mark == "." and inner.lower(index - 1) in lexicon.titles:
            continue
        if mark in _ENDS:
            return _next_word(inner, index)
        if mark == "," and not _role(inner, index + 1):
            return _next_word(inner, index)
    return count if count - at <= _LONGEST else None


def _role(inner: _Words, at: int) -> bool:
    """Whether what begins at ``at`` tells more of the speaker: ", voisine du chantier"."""
    if inner.lower(at)[:1].isdigit():
        return True
    if _speaks(inner.lexicon, inner.lower(at)):
        return True
    return inner.lower(at) in inner.lexicon.determiners and _speaks(
        inner.lexicon, inner.lower(at + 1)
    )


def _next_word(inner: _Words, at: int) -> int:
    count = len(inner.spans)
    return next((i for i in range(at + 1, count) if inner.text[inner.spans[i][0]].isalnum()), count)
