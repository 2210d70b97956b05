"""What the rules look at: a sentence as tokens, each quoted run one token of it."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from reader.model import Span
from reader.quotes.inserts import dialogue, pieces
from reader.quotes.lexicon import Lexicon
from reader.quotes.marks import Quoted
from reader.quotes.phrases import Phrases
from reader.text import sentences, word_matches, words

TokenKind = Literal["word", "mark", "quoted"]


class Token(NamedTuple):
    """A word, a mark, or all that stands between a pair of quotation marks."""

    start: int
    end: int
    lower: str
    """Lower case with straight apostrophes, as lexicons have it; a quoted run's is empty."""
    kind: TokenKind
    capital: bool = False
    """Whether a word starts in upper case."""


_GAP = 6  # words that "*" in a phrase of the lexicon may stand for


class Sentence(NamedTuple):
    """One sentence with its tokens."""

    text: str
    """The whole text, which offsets count in."""
    start: int
    end: int
    paragraph: int
    index: int  # type: ignore[assignment]  # in place of tuple.index, which nobody asks
    """Which sentence of the text it is."""
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    """Of each token the lower-case word; "" for marks and quoted runs."""
    marks: tuple[str, ...]
    """Of each token the mark; "" for words and quoted runs."""
    runs: tuple[Quoted, ...]
    """The quoted runs in it, as many as it has quoted tokens."""
    lexicon: Lexicon
    first: bool = False
    """Whether it begins its paragraph."""

    def word(self, at: int) -> str:
        """Return the lower-case word at a token's index; "" for marks and outside."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def mark(self, at: int) -> str:
        """Return the mark at a token's index; "" for words, quoted runs and outside."""
        return self.marks[at] if 0 <= at < len(self.marks) else ""

    def quoted(self, at: int) -> bool:
        """Whether the token at an index is a quoted run."""
        return bool(self.runs) and 0 <= at < len(self.tokens) and self.tokens[at].kind == "quoted"

    def capital(self, at: int) -> bool:
        """Whether the token at an index is a word that starts in upper case."""
        return 0 <= at < len(self.tokens) and self.tokens[at].capital

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens from ``first`` up to, not including, ``last``."""
        return self.tokens[first].start, self.tokens[last - 1].end


_DATELINE = 10  # tokens of "KYIV, 3 May (Wire) -"


def after_dateline(sentence: Sentence) -> int:
    """Return the index after "KYIV -", where the first sentence of a report begins; else 0."""
    if not sentence.first or not sentence.tokens or not sentence.capital(0):
        return 0
    token = sentence.tokens[0]
    if token.end - token.start < 2 or not sentence.text[token.start : token.end].isupper():
        return 0
    for at in range(1, min(_DATELINE, len(sentence.tokens))):
        mark = sentence.mark(at)
        if mark and mark in "—–-":
            return at + 1
        if not (
            sentence.capital(at) or mark in {",", "(", ")", "."} or sentence.word(at).isdigit()
        ):
            return 0
    return 0


def split_sentences(
    text: str, paragraphs: Sequence[Span], runs: Sequence[Quoted], lexicon: Lexicon
) -> list[Sentence]:
    """Return the sentences of the paragraphs, in order."""
    found: list[Sentence] = []
    at = 0
    for number, (start, end) in enumerate(paragraphs):
        after = at
        while after < len(runs) and runs[after].paragraph == number:
            after += 1
        own = runs[at:after]
        at = after
        if lexicon.dialogue and not own:
            own = dialogue(text, (start, end), number, lexicon)
        used = 0
        for span in _joined(text, start, end, own, lexicon):
            inside = tuple(_upto(own, used, span[1])) if own else ()
            used += len(inside)
            if lexicon.inserts:
                inside = tuple(piece for run in inside for piece in pieces(text, run, lexicon))
            tokens = _tokens(text, span, inside, lexicon)
            found.append(
                Sentence(
                    text,
                    *span,
                    number,
                    len(found),
                    tokens,
                    tuple([token[2] if token[3] == "word" else "" for token in tokens]),
                    tuple([token[2] if token[3] == "mark" else "" for token in tokens]),
                    inside,
                    lexicon,
                    first=span[0] == start,
                )
            )
    return found


def _upto(runs: Sequence[Quoted], first: int, end: int) -> Iterator[Quoted]:
    """Yield the runs from index ``first`` on that begin before ``end``."""
    while first < len(runs) and runs[first].start < end:
        yield runs[first]
        first += 1


def _joined(
    text: str, start: int, end: int, runs: Sequence[Quoted], lexicon: Lexicon
) -> Iterator[Span]:
    """Yield the sentences' spans; '"Why?" Smith asked.' stays one although it ends twice."""
    closing = {run.end for run in runs}
    waiting: Span | None = None
    for span in sentences(text, start, end, [(run.start, run.end) for run in runs]):
        if waiting is not None and waiting[1] in closing and _says_who(text, span, lexicon):
            yield waiting[0], span[1]
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = span
    if waiting is not None:
        yield waiting


_TAG_WORDS = 7


def _says_who(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether a sentence is no more than who says, as "Ann Smith asked"."""
    if span[1] - span[0] > 80:
        return False
    listed = [text[start:end].lower() for start, end in words(text, *span)]
    if not 2 < len(listed) <= _TAG_WORDS or listed[-1] != ".":
        return False
    return "s" in lexicon.verbs.get(listed[-2], "") or "s" in lexicon.verbs.get(listed[0], "")


def _tokens(text: str, span: Span, runs: Sequence[Quoted], lexicon: Lexicon) -> tuple[Token, ...]:
    at, end = span
    found: list[Token] = []
    for run in runs:
        _plain(text, at, run.start, lexicon, found)
        found.append(Token(run.start, run.end, "", "quoted"))
        at = run.end
    _plain(text, at, end, lexicon, found)
    return tuple(found)


def _plain(text: str, start: int, end: int, lexicon: Lexicon, found: list[Token]) -> None:
    """Add the tokens of text without quoted runs to those that were found."""
    make, add = Token._make, found.append
    tying = bool(lexicon.elided or lexicon.clitics)
    for match in word_matches(text, start, end):
        word = match[0]
        first, last = match.span()
        initial = word[0]
        if not initial.isalnum():
            add(make((first, last, word, "mark", False)))
            continue
        lower = word.lower()
        if "’" in lower:
            lower = lower.replace("’", "'")
        if tying and not word.isalpha():
            _untied(text, (first, last), lower, lexicon, found)
        else:
            add(make((first, last, lower, "word", initial.isupper())))


def _untied(text: str, span: Span, lower: str, lexicon: Lexicon, found: list[Token]) -> None:
    """Add the tokens of a word, parted where an apostrophe or hyphen ties two in one."""
    first, last = span
    capital = text[first].isupper()
    elided, apostrophe, _ = lower.partition("'")
    if apostrophe and elided in lexicon.elided:
        tied = first + len(elided) + 1
        found.append(Token(first, tied, elided, "word", capital))
        _plain(text, tied, last, lexicon, found)
        return
    head, hyphen, tail = lower.rpartition("-")
    if hyphen and tail in lexicon.clitics:
        # Lower case may be longer than what it was made from; the tail never is.
        middle = last - len(tail)
        verb = head.removesuffix("-t")
        ends = middle - 1 - (len(head) - len(verb))
        found.append(Token(first, ends, verb, "word", capital))
        found.append(Token(middle, last, tail, "word"))
    else:
        found.append(Token(first, last, lower, "word", capital))


def phrase_end(sentence: Sentence, at: int, phrases: Phrases) -> int:
    """Return where the longest of the phrases that begin at ``at`` ends; 0 if none does."""
    listed = phrases.get(sentence.word(at), ())
    return max((_matched(sentence, at, phrase) for phrase in listed), default=0)


def _matched(sentence: Sentence, at: int, phrase: tuple[str, ...]) -> int:
    """Return the index after the phrase that begins at ``at``; 0 where it does not stand."""
    gap = 0
    for word in phrase:
        if word == "*":
            gap = _GAP
            continue
        while gap and sentence.word(at) != word:
            at, gap = at + 1, gap - 1
        if sentence.word(at) != word:
            return 0
        at, gap = at + 1, 0
    return at
