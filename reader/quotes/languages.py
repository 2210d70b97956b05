"""Which language a text is in, and the lexicon for it."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from reader.quotes.lexicon import UNDETERMINED, Lexicon

# Frequent function words. Those of close relatives stand here too, shared words and all, so
# that what tells them apart decides: a text in Catalan must not be read as Spanish.
_TELLTALE = {
    "en": "the of and to that is was for with his they have from this said are he it by not a "
    "in on at as be has had who will but",
    "de": "der die und das ist nicht ein eine den dem von zu mit auch sich auf für sei wird "
    "sie in im an am aus bei nach wie er es des hat war um noch nur dass",
    "fr": "le les et des est une du que qui dans pour pas sur il au avec ce ne elle selon la "
    "de en un à a se sont son sa ses par plus mais aux cette été l d",
    "es": "el los las y del que un una no por con para su es se lo como más pero fue ha según "
    "la de en a al sus le son este esta está ya también sin",
    "it": "il di che gli della è per non una del sono con si dei nel ha alla più le anche la "
    "e a in i da dal al nella lo ma come un su questo due",
    "pt": "o os que do da em um uma não para com as no na dos foi ao por mais ele de e a se é "
    "à nas mas são já há ser pela pelo",
    "nl": "de het een van en dat niet op te zijn voor met die aan er ook is hij naar wordt in "
    "om als bij maar uit nog door zich dit deze",
    # Beside Spanish, French and Italian:
    "ca": "el els les i del que un una no per amb és dels més aquest aquesta ha també perquè "
    "seva la de en a al es són va",
    "oc": "lo los las del que una per amb es dins pas aquel dels dempuèi foguèt la de en un a "
    "e se son al mai",
    "ast": "el los les y del que un una no por con pa ye nun lo como más pero foi ha según la "
    "de en a al",
    "ro": "și în nu pe cu că este din care pentru sunt fost lui prin sau dar de la a mai un "
    "se al fi ce",
    "eu": "eta bat dira zuen baina ere bere izan dute horrek egin dela dituzte",
    # Beside Portuguese:
    "gl": "o os que do da un unha non para con as no na dos foi ao por máis coa dun dunha "
    "tamén de e a se é á co pola polo",
    # Beside Dutch and German:
    "af": "die het een van en dat nie op te vir met wat aan is hy word sy deur ook na in as "
    "om kan was",
    "fy": "de it fan en dat net op te foar mei dy oan ek is hy nei wurdt in om as mar",
    "lb": "an vun mat net dat och fir sech op gouf ass déi ginn hunn datt den de a ze am em "
    "ma ënner",
    "nds": "un dat is nich en to mit ok sik op den sünd wesen hett dor de in an bi so",
    # The north:
    "da": "og det at til på som med for ikke der den har af er han men fra blev hvor i de en et om",
    "nb": "og det at til på som med for ikke av den har jeg er han men fra etter ble hvor i "
    "de en et om ut",
    "nn": "og det at til på som med for ikkje av den har eg er dei eit han men frå vart kvar "
    "i ein om ut",
    "sv": "och det att till på som med för inte av den har är ett han men från om i de en så",
    "is": "og að í á er sem um til við var það fyrir af ekki með hann eru því frá",
    # The east:
    "pl": "w z się nie to że jest jak dla od ale był przez oraz ich i na do o po za co",
    "cs": "že je jako nebo podle by pro ale ve byl jsou který která jeho a o do na se i v",
    "hr": "je koji kao što ali bi sa nije će kako nakon i u na da se od za su",
    "hu": "az és hogy nem egy volt csak ez már még mint lesz a is el de meg",
    "fi": "ja ei että hän oli mutta kun ovat myös joka mukaan sen kuin tai niin ollut on se",
    "et": "ja ei et see oli ta ka kui aga mis seda kes pole mille ning või on",
    "tr": "ve bir bu için ile olarak çok ama gibi olan daha kadar sonra dedi da de",
    "id": "yang dan dengan untuk dari ini itu pada tidak dalam akan ada juga oleh ke bahwa di",
}
# A few cue words of each language with a lexicon, for texts of a sentence or two.
_CUES = {
    "de": """sagte sagt sagten erklärte erklärt betonte betont meinte meint teilte warnte
        warnt fragte fragt schrieb schreibt berichtete berichtet laut antwortete
        antwortet kritisierte""",
    "fr": """déclaré dit-il dit-elle dit a-t-il a-t-elle explique expliqué affirme affirmé
        ajoute ajouté selon estime estimé assure assuré souligne souligné raconte répond
        répète annoncé indiqué""",
    "es": """dijo dice según afirmó afirma explicó explica añadió añade aseguró declaró
        señaló agregó contó cuenta indicó respondió anunció pregunta advierte""",
    "it": """detto dice disse secondo dichiarato afferma affermato spiega spiegato aggiunto
        aggiunge racconta sottolinea sostiene chiede avverte annunciato ricorda""",
    "pt": """disse diz segundo afirmou afirma explicou explica acrescentou declarou contou
        conta informou destacou respondeu anunciou alerta questiona recorda""",
    "nl": """zei zegt zeiden volgens aldus vertelt vertelde verklaarde stelt vindt meldt
        schreef vroeg vraagt antwoordde benadrukt waarschuwt roept riep laat""",
}
# Three letters of ISO 639-2 for what has two in ISO 639-1.
_SHORT = {
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "ita": "it",
    "por": "pt",
    "nld": "nl",
    "dut": "nl",
}
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})
_ENOUGH = 3
_FEW = 40  # words and marks of a text that is too short for function words to tell
_SAMPLE = 1200
_SURELY = 24  # telltale words by which a text outweighs what is said of it
_TIMES = 3  # how many times as many as those of the language that is said


@cache
def _telltale() -> dict[str, list[str]]:
    """Return, for each telltale word, the languages it tells of."""
    found: dict[str, list[str]] = {}
    for language, listed in _TELLTALE.items():
        for word in dict.fromkeys(listed.split()):
            found.setdefault(word, []).append(language)
    return found


def language_of(words: Sequence[str], tag: str | None) -> str:
    """Return the letters of the language of a text, by its words and marks as they are written.

    ``tag`` is what the feed or page says; it counts unless the text clearly is in another
    language, as where a publisher left "en-US" as it was. Without one the text tells.
    """
    primary = primary_of(tag or "")
    if not primary:
        return detect_language(words)
    listed = _listed(words)
    counts = _counted(listed)
    best = max(counts, key=counts.__getitem__)
    told = counts.get(primary)
    if told is None or counts[best] < max(_SURELY, len(listed) // 8, _TIMES * told):
        return primary
    return best


def primary_of(tag: str) -> str:
    """Return the language of a tag ("pt-BR", "de_AT", "ger"); empty where it tells none."""
    primary = tag.strip().lower().replace("_", "-").partition("-")[0]
    primary = _SHORT.get(primary, primary)
    known = primary.isalpha() and 2 <= len(primary) <= 3 and primary not in _NO_LANGUAGE
    return primary if known else ""


def detect_language(words: Sequence[str]) -> str:
    """Return the letters of the language most function words of a text belong to.

    Where fewer than three words, or less than a twelfth of them, tell anything, a text of
    one or two sentences is judged by its cue words, and is English where those tell nothing
    and all its letters are ASCII; any other is "und". Only the first 1,200 words and marks are
    looked at.
    """
    listed = _listed(words)
    counts = _counted(listed)
    short = len(listed) <= _FEW
    if short:
        _count_cues(listed, counts)
    best = max(counts, key=counts.__getitem__)
    if counts[best] >= max(_ENOUGH, len(listed) // 12):
        return best
    return _of_few(listed, counts) if short else "und"


def _listed(words: Sequence[str]) -> list[str]:
    return [word.lower() for word in words[:_SAMPLE]]


def _counted(listed: list[str]) -> dict[str, int]:
    """Return how many of the words tell of each language."""
    counts = dict.fromkeys(_TELLTALE, 0)
    telltale, often = _telltale(), Counter(listed)
    for word in telltale.keys() & often.keys():
        for language in telltale[word]:
            counts[language] += often[word]
    return counts


def _count_cues(listed: list[str], counts: dict[str, int]) -> None:
    """Add the cue words of a short text to what tells of each language."""
    verbs = lexicon_for("en").verbs
    counts["en"] += 2 * sum(word in verbs for word in listed)
    for language, cues in _CUES.items():
        known = frozenset(cues.split())
        counts[language] += 2 * sum(word in known for word in listed)


def _of_few(listed: list[str], counts: dict[str, int]) -> str:
    """Return the language of a text of a few words, of those that have a lexicon."""
    best = max(("en", *_CUES), key=counts.__getitem__)
    if counts[best]:
        return best
    letters = [word for word in listed if word.isalpha()]
    return "en" if letters and all(word.isascii() for word in letters) else "und"


@cache
def lexicon_for(language: str) -> Lexicon:
    """Return the lexicon of a language tag ("en", "pt-BR"); an empty one where there is none.

    Only the lexicon that is asked for is read.
    """
    primary = primary_of(language)
    if primary != "en" and primary not in _CUES:
        return UNDETERMINED
    lexicon: Lexicon = import_module(f"reader.quotes.lexicon_{primary}").LEXICON
    return lexicon
