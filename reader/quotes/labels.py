"""Reads paragraphs that begin with a label: "Noor: I think ...", "Q: Why?", "Ann Poe, 34: ..."."""

from collections.abc import Sequence
from typing import Literal

from reader.model import Span
from reader.quotes.identity import names_in
from reader.quotes.label_words import LabelWords, label_words
from reader.quotes.listed import Listed
from reader.quotes.names import Phrase, is_title
from reader.quotes.sentence import Sentence
from reader.quotes.spans import phrase_of

Part = Literal["asker", "answerer", "full", "outlet", "short"]
"""Who a label is: one of those who are not named, a full name or role, an outlet, or a word."""

_LONGEST = 12  # tokens of a label, "Ann Poe, 34, a teacher from Tarn"
_LETTERS = 3  # of an abbreviation
CLOSING = "\"”»’'“«)]"
"""What may stand after the last mark of what is said."""
_TIES = frozenset({".", "-", "&", "’", "'", "/"})


class Speech(Listed):
    """What shows that a paragraph is said rather than written."""

    own: bool
    """Whether who says it speaks of themselves: "I"."""
    addressed: bool
    """Whether it speaks to somebody: "you"."""
    asked: bool
    """Whether something is asked in it."""

    @property
    def spoken(self) -> bool:
        """Whether anything of it shows."""
        return self.own or self.addressed or self.asked


class Turn(Listed):
    """A labelled paragraph."""

    sentence: int
    """Its first sentence, which the label begins."""
    mark: int
    """The token that ends the label: ":", or "." after "Q"."""
    part: Part
    key: str
    """What labels of one speaker share: the last word of the name, lower case."""
    phrase: Phrase
    content: Span
    speech: Speech
    last: str
    """The last code point of it within its quotation marks and brackets: "?" of a question."""


def label_end(sentence: Sentence) -> int:
    """Return the token that ends the label a paragraph begins with; 0 where there is none."""
    if not sentence.capital(0) or not sentence.lexicon.verbs:
        return 0
    lexicon, told = sentence.lexicon, False
    for at in range(1, min(_LONGEST, len(sentence.words))):
        mark, word = sentence.mark(at), sentence.word(at)
        if mark == ":":
            return at
        if mark in {",", "("}:
            told = True
        elif mark and not (mark in _TIES or mark == ")"):
            return 0
        elif mark == "." and at == 1 and _letter(sentence):
            return at
        elif not mark and not (told or sentence.capital(at) or word in lexicon.particles):
            return 0
    return 0


def _letter(sentence: Sentence) -> bool:
    """Whether a sentence begins with "Q." or "A." of question and answer."""
    words = label_words(sentence.lexicon.language)
    word = sentence.word(0)
    return len(word) == 1 and (word in words.askers or word in words.answerers)


def read_turn(
    sentences: Sequence[Sentence], sentence: Sentence, mark: int, words: LabelWords
) -> Turn | None:
    """Return a labelled paragraph; None where nobody speaks under such a label."""
    named = _who(sentence, mark, words)
    content = _content(sentences, sentence, mark)
    if named is None or content is None:
        return None
    part, phrase = named
    ends = phrase.last if phrase.ends is None else phrase.ends
    speech = evidence(sentences, sentence, mark, words)
    key = sentence.word(ends - 1)
    last = sentence.text[content[0] : content[1]].rstrip(CLOSING)[-1:]
    return Turn(sentence.index, mark, part, key, phrase, content, speech, last)


def _who(sentence: Sentence, mark: int, words: LabelWords) -> tuple[Part, Phrase] | None:
    """Return what a label is, and its phrase; None where it is nobody."""
    first, last = sentence.word(0), sentence.word(mark - 1)
    if mark == 1 and (first in words.askers or first in words.answerers):
        part: Part = "asker" if first in words.askers else "answerer"
        return part, Phrase(0, 1, "label")
    if first in words.headings or last in words.headings or sentence.mark(mark) != ":":
        return None
    if mark == 1 and is_title(sentence.lexicon, first) and not _family_name(sentence):
        return "full", Phrase(0, 1, "nominal")
    phrase = phrase_of(sentence, 0, mark)
    if phrase is None or phrase.first > 0 or phrase.parts or phrase.kind != "name":
        return None
    return _named(sentence, phrase)


def _family_name(sentence: Sentence) -> bool:
    """Whether a noun for a person is a name as well: "Baker"."""
    return sentence.word(0) in sentence.lexicon.surnames


def _named(sentence: Sentence, phrase: Phrase) -> tuple[Part, Phrase] | None:
    """Return what the name of a label is; None where it is no speaker's."""
    name = next(iter(names_in(sentence)), None)
    if name is None or name.start >= sentence.tokens.ends[phrase.last - 1]:
        return None
    if name.type in ("place", "thing", "document", "group"):
        return None
    person = name.type == "person" and (len(name.words) > 1 or bool(name.titles))
    shouted = name.text.isupper() and len(name.text) > _LETTERS
    if name.type == "outlet":
        return "outlet", phrase
    return ("full" if person or shouted else "short"), phrase


def _content(sentences: Sequence[Sentence], sentence: Sentence, mark: int) -> Span | None:
    """Return the rest of a labelled paragraph; None where it is empty or only quoted in part."""
    end = paragraph_from(sentences, sentence)[-1].end
    start = sentence.tokens.ends[mark]
    text = sentence.text
    if not text[start : start + 1].isspace():
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip())
    quoted = bool(sentence.runs) and sentence.runs[0].start == start
    if start >= end or (quoted and sentence.runs[0].end < end):
        return None
    return start, end


def paragraph_from(sentences: Sequence[Sentence], sentence: Sentence) -> list[Sentence]:
    """Return a sentence with those that follow it in its paragraph."""
    last = sentence.index + 1
    while last < len(sentences) and sentences[last].paragraph == sentence.paragraph:
        last += 1
    return list(sentences[sentence.index : last])


def evidence(
    sentences: Sequence[Sentence], sentence: Sentence, mark: int, words: LabelWords
) -> Speech:
    """Return what shows that what follows a token in its paragraph is spoken."""
    asked = False
    listed: set[str] = set()
    for each in paragraph_from(sentences, sentence):
        first = mark + 1 if each is sentence else 0
        listed.update(each.words[first:])
        asked = asked or "?" in each.marks[first:]
        for run in each.runs if each is sentence and each.quoted(first) else ():
            inside = each.text[run.start : run.end].lower().replace("’", "'")
            asked = asked or "?" in inside
            listed.update(word.strip('.,!?"“”„«»') for word in inside.split())
    own = not words.own.isdisjoint(listed)
    return Speech(own, not words.spoken.isdisjoint(listed), asked)
