"""Which language a text is in, and the lexicon for it."""

from functools import cache

from reader.quotes.lexicon import UNDETERMINED, Lexicon
from reader.quotes.lexicon_en import ENGLISH
from reader.quotes.lexicon_eu import EUROPEAN
from reader.text import words

# The most frequent function words that other languages here do not share.
_TELLTALE = {
    "en": "the of and to that is was for with his they have from this said are he it by not",
    "de": "der die und das ist nicht ein eine den dem von zu mit auch sich auf für sei wird sie",
    "fr": "le les et des est une du que qui dans pour pas sur il au avec ce ne elle selon",
    "es": "el los las y del que una por con para su es se lo como más pero fue ha según",
    "it": "il di che gli della è per non una del sono con si dei nel ha alla più le anche",
    "pt": "o os que do da em um uma não para com as no na dos foi ao por mais ele",
    "nl": "de het een van en dat niet op te zijn voor met die aan er ook is hij naar wordt",
}
_ENOUGH = 3
_FEW = 40  # words and marks of a text that is too short for function words to tell
_SAMPLE = 6000


@cache
def _telltale() -> dict[str, list[str]]:
    """Return, for each telltale word, the languages it tells of."""
    found: dict[str, list[str]] = {}
    for language, listed in _TELLTALE.items():
        for word in listed.split():
            found.setdefault(word, []).append(language)
    return found


def detect_language(text: str) -> str:
    """Return the two letters of the language most function words of ``text`` belong to.

    Where fewer than three words, or less than a tenth of them, tell anything, a text of one
    or two sentences is judged by its cue words, and is English where those tell nothing and
    all its letters are ASCII; any other is "und". Only the first 6,000 code points are
    looked at.
    """
    counts = dict.fromkeys(_TELLTALE, 0)
    telltale = _telltale()
    listed = [text[a:b].lower() for a, b in words(text, 0, min(len(text), _SAMPLE))]
    for word in listed:
        for language in telltale.get(word, ()):
            counts[language] += 1
    best = max(counts, key=counts.__getitem__)
    if counts[best] >= max(_ENOUGH, len(listed) // 12):
        return best
    return _of_few(listed, counts) if len(listed) <= _FEW else "und"


def _of_few(listed: list[str], counts: dict[str, int]) -> str:
    """Return the language of a short text by the cue words in it as well."""
    for language in counts:
        counts[language] += 2 * sum(word in lexicon_for(language).verbs for word in listed)
    best = max(counts, key=counts.__getitem__)
    if counts[best]:
        return best
    letters = [word for word in listed if word.isalpha()]
    return "en" if letters and all(word.isascii() for word in letters) else "und"


@cache
def lexicon_for(language: str) -> Lexicon:
    """Return the lexicon of a language tag ("en", "pt-BR"); an empty one where there is none."""
    primary = language.lower().replace("_", "-").partition("-")[0]
    if primary == "en":
        return ENGLISH
    return EUROPEAN.get(primary, UNDETERMINED)
