"""Which capitalised words of a text are names, by how the rest of the text writes them."""

from collections.abc import Collection, Sequence

from reader.quotes.identity import Name
from reader.quotes.sentence import Sentence

_WORDS = 4  # of a headline at least; letters of a word that its style shows in
_FULL = 2  # words of a full name
_MOST = 0.75  # of the words of a headline in title case


def established(sentences: Sequence[Sentence], named: Sequence[list[Name]]) -> list[list[Name]]:
    """Return the names of each sentence, without capitalised words that are none.

    A word that begins a sentence and is written small elsewhere is no name, unless it is
    part of a longer one. A headline that capitalises every word shows only names that the
    text has elsewhere.
    """
    headlines = {sentence.index for sentence in sentences if _headline(sentence)}
    if headlines:
        named = _without_headlines(sentences, named, headlines)
    doubtful = {name.words[0] for names in named for name in names if name.initial}
    doubtful.update(word for names in named for name in names for word in name.words[:-2])
    if not doubtful:
        return list(named)
    small = {
        word
        for sentence in sentences
        if not doubtful.isdisjoint(sentence.words)
        for word, capital in zip(sentence.words, sentence.tokens.capitals, strict=True)
        if word in doubtful and not capital
    }
    named = [[_cut(name, small) for name in names] for names in named]
    parts = {word for names in named for name in names if not name.initial for word in name.words}
    return [
        [
            name
            for name in names
            if not name.initial
            or name.words[0] in parts
            or not (name.words[0] in small or _common(sentence, name.words[0]))
        ]
        for names, sentence in zip(named, sentences, strict=True)
    ]


def _common(sentence: Sentence, word: str) -> bool:
    """Whether the word a sentence begins with is a noun: "Ministry", "Carmakers"."""
    lexicon = sentence.lexicon
    if word in lexicon.organizations:
        return True
    if not (lexicon.plural_verbs and word.endswith("s")):
        return False
    verb = sentence.word(1)
    says = verb in lexicon.verbs and verb + "s" in lexicon.verbs
    return says or verb in lexicon.plural_verbs or word[:-1] in lexicon.company_words


def _cut(name: Name, small: Collection[str]) -> Name:
    """Return a name of three words or more without common nouns before its last two."""
    first = 0
    while len(name.words) - first > _FULL and name.words[first] in small:
        first += 1
    if first == 0 or name.certain:
        return name
    at = name.text.lower().find(" " + name.words[first])
    if at < 0:
        return name
    return name._replace(
        words=name.words[first:], text=name.text[at + 1 :], start=name.start + at + 1
    )


def _headline(sentence: Sentence) -> bool:
    """Whether a sentence is a headline that capitalises its words."""
    if not sentence.first or not sentence.words or sentence.lexicon.capital_nouns:
        return False
    if sentence.marks[-1] or len(sentence.words) <= _WORDS:
        return False
    telling = [
        capital
        for word, capital in zip(sentence.words, sentence.tokens.capitals, strict=True)
        if len(word) >= _WORDS
    ]
    return sum(telling) > _MOST * len(telling)


def _without_headlines(
    sentences: Sequence[Sentence], named: Sequence[list[Name]], headlines: Collection[int]
) -> list[list[Name]]:
    """Return the names with those of headlines cut down to what other sentences name."""
    known = {
        name.words
        for sentence, names in zip(sentences, named, strict=True)
        if sentence.index not in headlines
        for name in names
    }
    return [
        [_known_part(sentence, name, known) for name in names]
        if sentence.index in headlines
        else names
        for sentence, names in zip(sentences, named, strict=True)
    ]


def _known_part(sentence: Sentence, name: Name, known: Collection[tuple[str, ...]]) -> Name:
    """Return the longest part of a name that is known; else the name, as one that tells little."""
    count = len(name.words)
    for size in range(count, 0, -1):
        for first in range(count - size + 1):
            words = name.words[first : first + size]
            if words not in known:
                continue
            at = sentence.text[name.start : name.end].lower().find(" ".join(words))
            if at < 0:
                continue
            start = name.start + at
            end = start + len(" ".join(words))
            text = sentence.text[start:end]
            return name._replace(
                words=words, text=text, start=start, end=end, role=None, certain=False, type=""
            )
    return name._replace(role=None, loose=True)
