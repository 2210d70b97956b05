"""What the rules look at: a sentence as tokens, each quoted run one token of it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from reader.model import Span
from reader.quotes.inserts import dialogue, pieces
from reader.quotes.lexicon import Lexicon
from reader.quotes.marks import Quoted
from reader.quotes.phrases import Phrases, Tree
from reader.quotes.prose import Prose
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


class Tokens:
    """The tokens of a sentence: side by side what is asked for most, made one when wanted."""

    __slots__ = ("capitals", "ends", "marks", "starts", "words")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        """Of each token the lower-case word; "" for marks and quoted runs."""
        self.marks: list[str] = []
        """Of each token the mark; "" for words and quoted runs."""
        self.capitals: list[bool] = []

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, at: int) -> Token:
        word, mark = self.words[at], self.marks[at]
        kind: TokenKind = "word" if word else "mark" if mark else "quoted"
        return Token(self.starts[at], self.ends[at], word or mark, kind, self.capitals[at])

    def __iter__(self) -> Iterator[Token]:
        return map(self.__getitem__, range(len(self)))

    def add(
        self, start: int, end: int, word: str, mark: str = "", *, capital: bool = False
    ) -> None:
        """Add a word, a mark, or a quoted run where both are empty."""
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)
        self.marks.append(mark)
        self.capitals.append(capital)


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
    tokens: Tokens
    words: Sequence[str]
    marks: Sequence[str]
    """Those of the tokens."""
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
        inside = bool(self.runs) and 0 <= at < len(self.words)
        return inside and not self.words[at] and not self.marks[at]

    def capital(self, at: int) -> bool:
        """Whether the token at an index is a word that starts in upper case."""
        return 0 <= at < len(self.words) and self.tokens.capitals[at]

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens from ``first`` up to, not including, ``last``."""
        return self.tokens.starts[first], self.tokens.ends[last - 1]


_DATELINE = 10  # tokens of "KYIV, 3 May (Wire) -"


def after_dateline(sentence: Sentence) -> int:
    """Return the index after "KYIV -", where the first sentence of a report begins; else 0."""
    if not sentence.first or not sentence.capital(0):
        return 0
    start, end = sentence.span(0, 1)
    if end - start < 2 or not sentence.text[start:end].isupper():
        return 0
    for at in range(1, min(_DATELINE, len(sentence.words))):
        mark = sentence.mark(at)
        if mark and mark in "—–-":
            return at + 1
        if not (
            sentence.capital(at) or mark in {",", "(", ")", "."} or sentence.word(at).isdigit()
        ):
            return 0
    return 0


def split_sentences(prose: Prose, lexicon: Lexicon) -> list[Sentence]:
    """Return the sentences of the paragraphs, in order."""
    text, runs = prose.text, prose.runs
    shared = _Shared(prose, lexicon)
    found: list[Sentence] = []
    at = 0
    for number, (start, end) in enumerate(prose.paragraphs):
        after = at
        while after < len(runs) and runs[after].paragraph == number:
            after += 1
        own: Sequence[Quoted] = runs[at:after]
        at = after
        if lexicon.dialogue and not own:
            own = dialogue(text, (start, end), number, lexicon)
        used = 0
        for span in _joined(text, start, end, own, lexicon):
            inside = tuple(_upto(own, used, span[1])) if own else ()
            used += len(inside)
            if lexicon.inserts:
                inside = tuple(piece for run in inside for piece in pieces(text, run, lexicon))
            tokens = shared.tokens(span, inside)
            found.append(
                Sentence(
                    text,
                    *span,
                    number,
                    len(found),
                    tokens,
                    tokens.words,
                    tokens.marks,
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


class _Shared:
    """The words of a text as tokens, from which those of each sentence are taken."""

    def __init__(self, prose: Prose, lexicon: Lexicon) -> None:
        self._text, self._lexicon = prose.text, lexicon
        self._starts, self._ends = prose.starts, prose.ends
        self._tying = bool(lexicon.elided or lexicon.clitics)
        # Where words are parted, tokens are made one by one.
        whole = [] if self._tying else prose.words
        forms = {word: _form(word) for word in dict.fromkeys(whole)}
        told = [forms[word] for word in whole]
        self._words = [form[0] for form in told]
        self._marks = [form[1] for form in told]
        self._capitals = [form[2] for form in told]

    def tokens(self, span: Span, runs: Sequence[Quoted]) -> Tokens:
        """Return the tokens of a sentence with its quoted runs."""
        at, end = span
        found = Tokens()
        for run in runs:
            self._plain(at, run.start, found)
            found.add(run.start, run.end, "")
            at = run.end
        self._plain(at, end, found)
        return found

    def _plain(self, start: int, end: int, found: Tokens) -> None:
        """Add the tokens between two places, where nothing is quoted."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        cut = (first and self._ends[first - 1] > start) or (last and self._ends[last - 1] > end)
        if self._tying or cut:
            _plain(self._text, start, end, self._lexicon, found)
            return
        found.starts += self._starts[first:last]
        found.ends += self._ends[first:last]
        found.words += self._words[first:last]
        found.marks += self._marks[first:last]
        found.capitals += self._capitals[first:last]


def _form(word: str) -> tuple[str, str, bool]:
    """Return what ``Tokens`` hold of a word or mark: the word, the mark, whether a capital."""
    if not word[0].isalnum():
        return "", word, False
    lower = word.lower()
    return lower.replace("’", "'") if "’" in lower else lower, "", word[0].isupper()


def _plain(text: str, start: int, end: int, lexicon: Lexicon, found: Tokens) -> None:
    """Add the tokens of text without quoted runs, words parted where the lexicon parts them."""
    for match in word_matches(text, start, end):
        written = match[0]
        word, mark, capital = _form(written)
        if word and not written.isalpha():
            _untied(text, match.span(), word, lexicon, found)
            continue
        found.add(*match.span(), word, mark, capital=capital)


def _untied(text: str, span: Span, lower: str, lexicon: Lexicon, found: Tokens) -> None:
    """Add the tokens of a word, parted where an apostrophe or hyphen ties two in one."""
    first, last = span
    capital = text[first].isupper()
    elided, apostrophe, _ = lower.partition("'")
    if apostrophe and elided in lexicon.elided:
        tied = first + len(elided) + 1
        found.add(first, tied, elided, capital=capital)
        _plain(text, tied, last, lexicon, found)
        return
    head, hyphen, tail = lower.rpartition("-")
    if hyphen and tail in lexicon.clitics:
        # Lower case may be longer than what it was made from; the tail never is.
        middle = last - len(tail)
        verb = head.removesuffix("-t")
        ends = middle - 1 - (len(head) - len(verb))
        found.add(first, ends, verb, capital=capital)
        found.add(middle, last, tail)
    else:
        found.add(first, last, lower, capital=capital)


def phrase_end(sentence: Sentence, at: int, phrases: Phrases) -> int:
    """Return where the longest of the phrases that begin at ``at`` ends; 0 if none does."""
    head, longest = sentence.word(at), 0
    begun = [(at + 1, phrases.after(head))] if head in phrases.heads else []
    while begun:
        at, tree = begun.pop()
        if "" in tree:
            longest = max(longest, at)
        word = sentence.word(at)
        if word in tree and word:
            begun.append((at + 1, tree[word]))
        if "*" in tree:
            begun += _past_gap(sentence, at, tree["*"])
    return longest


def _past_gap(sentence: Sentence, at: int, tree: Tree) -> Iterator[tuple[int, Tree]]:
    """Yield where phrases go on after a gap: behind the first place of each word of theirs."""
    near = [sentence.word(at + step) for step in range(_GAP + 1)]
    for step, word in enumerate(near):
        if word in tree and word and word not in near[:step]:
            yield at + step + 1, tree[word]
