"""What the engine knows of a language: the shape of a lexicon.

The words themselves stand in a module for each language, ``lexicon_en`` and so on: English
with everything, the others with what direct speech and the commonest indirect speech need.
The rules hold no words of their own.
"""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from reader.quotes.listed import Listed
from reader.quotes.phrases import Phrases

NONE: frozenset[str] = frozenset()

# What may stand with a cue, one letter each, in the values of ``Lexicon.verbs``:
SPEECH = "s"  # direct speech: "...," she said
THAT = "t"  # a clause with its conjunction: argued that ...
BARE = "b"  # a clause without: said it was ...
ADDRESSEE = "a"  # somebody before the content: told the paper that ...
INFINITIVE = "i"  # to do something: vowed to ...
NOUN = "n"  # a noun phrase: denied the charges
FRAGMENT = "f"  # words in quotation marks in the middle of a sentence: called it "absurd"
MENTAL = "m"  # what somebody thinks rather than says


class Lexicon(Listed):
    """The words of one language. Everything is lower case unless it says otherwise."""

    language: str
    verbs: Mapping[str, str] = MappingProxyType({})
    """Each form of each cue verb, with the letters of what may stand with it."""
    participles: frozenset[str] = NONE
    """The cue verbs' forms that take the subject of the clause before: "saying"."""
    according: tuple[tuple[str, ...], ...] = ()
    """Phrases that name the source after them: "according to"."""
    cue_nouns: frozenset[str] = NONE
    """Forms of cue verbs that are nouns after a determiner: "la demande"."""
    after_named: frozenset[str] = NONE
    """Words that name the source before them: "dem Bericht zufolge"."""
    told: frozenset[str] = NONE
    """What begins a clause that tells who says the rest: "wie die Polizei mitteilte, ..."."""
    tags: frozenset[str] = NONE
    """Words that are a cue right after content, with the source after them: "so", "aldus"."""
    opinions: frozenset[str] = NONE
    """Prepositions that name who says the words quoted after: "pour le maire, « ... »"."""
    pronouns: Mapping[str, str] = MappingProxyType({})
    """Each pronoun that can speak, with what it stands for: he, she, it, they, who, i."""
    oblique: Mapping[str, str] = MappingProxyType({})
    """Forms of them that are no subject, with the same: "his", "him"; and "which"."""
    impersonals: frozenset[str] = NONE
    """Pronouns that name nobody as the subject of a cue: "es" in "heißt es in dem Bericht"."""
    clitics: frozenset[str] = NONE
    """Pronouns that a hyphen ties to their verb: "dit-il"."""
    determiners: frozenset[str] = NONE
    indefinite: frozenset[str] = NONE
    """Determiners that bring in somebody new: "a", "one"."""
    articles: frozenset[str] = NONE
    """Those of them that only bring in: "a", not "one of"."""
    plural_endings: tuple[str, ...] = ()
    several: frozenset[str] = NONE
    """Determiners and numbers of a few nameless people: "two", "some"."""
    links: frozenset[str] = NONE
    """Prepositions that tie noun phrases into one: "a spokesman for the port"."""
    place_links: frozenset[str] = NONE
    """Those of them that only tell where: "in"."""
    particles: frozenset[str] = NONE
    """Lower case words inside names: "von", "of"."""
    surname_particles: frozenset[str] = NONE
    """Those that also tie a person's name, though they may be prepositions: "de" in "Ana de Sá"."""
    conjunctions: frozenset[str] = NONE
    but: frozenset[str] = NONE
    """Conjunctions that begin a clause of its own: "but", "while"."""
    that: frozenset[str] = NONE
    """Conjunctions that begin content: "that", "whether"."""
    background: frozenset[str] = NONE
    """Conjunctions after which the reporter speaks again: "as" the club awaits ..."""
    auxiliaries: frozenset[str] = NONE
    passives: frozenset[str] = NONE
    """Auxiliaries that make a past participle passive: "was told"."""
    undergoing: frozenset[str] = NONE
    """Those of them after which it is left open who speaks: "used to being asked"."""
    modals: frozenset[str] = NONE
    negations: frozenset[str] = NONE
    adverbs: frozenset[str] = NONE
    """What may stand between subject and verb besides auxiliaries: "also"."""
    adverb_endings: tuple[str, ...] = ()
    finite: frozenset[str] = NONE
    """Frequent finite verbs, to tell a clause from a noun phrase."""
    predicates: frozenset[str] = NONE
    """Other frequent finite verbs, at which a noun phrase ends."""
    predicate_endings: tuple[str, ...] = ()
    """How finite verbs end that no noun or adjective is like."""
    prepositions: frozenset[str] = NONE
    plural_verbs: frozenset[str] = NONE
    """Auxiliaries that tell of many: "are"."""
    temporal: frozenset[str] = NONE
    """Days, months and the like: no part of a name beside them."""
    stops: frozenset[str] = NONE
    """Other function words at which a noun phrase ends."""
    titles: frozenset[str] = NONE
    """What stands before a person's name: "mr", "president"."""
    title_endings: tuple[str, ...] = ()
    """How capitalised nouns end that stand before a person's name: "...minister"."""
    short_titles: Mapping[str, str] = MappingProxyType({})
    """Titles that are written short, with the long form: "sen", "senator"."""
    surnames: frozenset[str] = NONE
    """Those of the words for a person that many are named by: "king"."""
    suffixes: frozenset[str] = NONE
    """What follows a person's last name: "jr"."""
    portfolios: frozenset[str] = NONE
    """What a title with "of" ends with before a name: "staff" of "Chief of Staff"."""
    crowned: frozenset[str] = NONE
    """Titles that stay with a name of one word: "prince"."""
    shortened: frozenset[str] = NONE
    """Words of names that are written short, with a stop: "st"."""
    given: frozenset[str] = NONE
    """Function words that are names where they are capitalised: "will"."""
    he_words: frozenset[str] = NONE
    """Titles and nouns by which the article itself says "he"."""
    she_words: frozenset[str] = NONE
    persons: frozenset[str] = NONE
    """Nouns for one person: "minister"."""
    people_endings: tuple[str, ...] = ()
    """How nouns for many people end: "feminists"."""
    person_endings: tuple[str, ...] = ()
    """How nouns for one person end: "physicist"."""
    anyone: frozenset[str] = NONE
    """Those that somebody can be called by who was not called so before: "billionaire"."""
    trade_endings: tuple[str, ...] = ()
    """How nouns for a trade end that somebody who has spoken may be called by later."""
    alike: Mapping[str, frozenset[str]] = MappingProxyType({})
    """Nouns for one person with others that may stand for them: "lawyer", "attorney"."""
    things: frozenset[str] = NONE
    """Words of the names of what cannot speak: events, roads, laws."""
    doer_endings: tuple[str, ...] = ()
    """How nouns for who does something end, that need a name beside them: "keeper"."""
    adjective_endings: tuple[str, ...] = ()
    """How adjectives end that are no verbs: "presidential"."""
    examples: frozenset[str] = NONE
    """What some of many are named after: "including"."""
    past_endings: tuple[str, ...] = ()
    """How regular finite verbs of the past end."""
    past_participles: frozenset[str] = NONE
    """Irregular participles: "written", "led"."""
    never_finite: frozenset[str] = NONE
    """Those of them that are no finite verb without an auxiliary: "written"."""
    possessives: frozenset[str] = NONE
    """Determiners that tell whose: "her"."""
    possessives_it: frozenset[str] = NONE
    """Determiners of what belongs to an organisation: "its"."""
    comparing: frozenset[str] = NONE
    """What goes on with a comparison: "than"."""
    verb_particles: frozenset[str] = NONE
    """What makes another verb of one: "in" of "called her in"."""
    so: frozenset[str] = NONE
    """What stands for content told before: "so"."""
    perfects: frozenset[str] = NONE
    """Auxiliaries that make a finite verb of a past participle: "have"."""
    impersonal: frozenset[str] = NONE
    """Relative pronouns of what is no person: "which"."""
    relatives: frozenset[str] = NONE
    """Relative pronouns that are no subject: "whose"."""
    place_adverbs: frozenset[str] = NONE
    """What may follow a noun to tell where: "there"."""
    nobodies: frozenset[str] = NONE
    """Words that are capitalised where they begin a sentence, and name nobody: "somebody"."""
    spokespersons: frozenset[str] = NONE
    """Persons who speak for an organisation when they have no name."""
    groups: frozenset[str] = NONE
    """Nouns for many people: "authorities"."""
    organizations: frozenset[str] = NONE
    """Nouns, and words of names, for an organisation: "ministry"."""
    organization_endings: tuple[str, ...] = ()
    """How nouns for an organisation end: "...ministerium"."""
    firm_words: frozenset[str] = NONE
    """Words that only names of organisations end with: "partners"."""
    institutions: frozenset[str] = NONE
    """Those nouns that are no company's: "ministry"."""
    bodies: frozenset[str] = NONE
    """Those of them that, told apart by a word, are no company: "the road agency"."""
    companies: frozenset[str] = NONE
    """Those that any company can be called by: "automaker"."""
    outlets: frozenset[str] = NONE
    """Nouns for a medium: "newspaper"."""
    outlet_words: frozenset[str] = NONE
    """Words of the names of media: "times"."""
    elided: frozenset[str] = NONE
    """What an apostrophe ties to the next word: "l", "qu"."""
    capital_nouns: bool = False
    """Whether every noun is capitalised, so that a capital alone makes no name."""
    verb_second: bool = False
    """Whether the verb follows at once where a source begins the sentence."""
    adjectives_after: bool = False
    """Whether most adjectives follow their noun: "el político gallego"."""
    inversion: bool = False
    """Whether the source follows the verb that stands after its content: ", disse Ana Sá."."""
    pro_drop: bool = False
    """Whether a verb does without its subject: ", declaró." of who was spoken of before."""
    inserts: frozenset[str] = NONE
    """Marks between which quoted speech is broken off to say who speaks: "—"."""
    dialogue: frozenset[str] = NONE
    """Marks that open a paragraph of speech without quotation marks: "—"."""
    subjunctives: frozenset[str] = NONE
    """Verb forms that by themselves tell of reported speech: "habe"."""
    broadcasters: frozenset[str] = NONE
    """Words that the names of media begin with: "radio"."""
    outlet_names: frozenset[str] = NONE
    """Media by their whole name, or first word."""
    documents: frozenset[str] = NONE
    channels: frozenset[str] = NONE
    """Documents something is said in: "a statement"."""
    bare_channels: frozenset[str] = NONE
    """Those of two words that need no article: "court papers"."""
    channel_links: frozenset[str] = NONE
    places: frozenset[str] = NONE
    """Countries and their capitals: not somebody a nominal stands for."""
    demonyms: frozenset[str] = NONE
    """Adjectives of countries, that are capitalised and yet no names: "french"."""
    nameless: frozenset[str] = NONE
    """Nouns and adjectives for people who are left unnamed: "sources", "anonymous"."""
    of: frozenset[str] = NONE
    """What ties a noun to how many there are: "of"."""
    amounts: frozenset[str] = NONE
    """Nouns for how many there are: "hundreds"."""
    counts: frozenset[str] = NONE
    """What tells how many few people are: "two"."""
    secret: frozenset[str] = NONE
    """Nouns for people whom nobody names: "sources", "friends"."""
    pairs: frozenset[str] = NONE
    """What two who were named together are called: "both"."""
    insiders: frozenset[str] = NONE
    """Adjectives of people who know, and are left unnamed: "familiar" with the matter."""
    nameless_cues: Phrases = Phrases()
    """Phrases that say a source is not named: "on condition of anonymity"."""
    backward: frozenset[str] = NONE
    """What such a phrase begins with when it tells of outlets named before: "none of them"."""
    cites: frozenset[str] = NONE
    """Verbs by which an outlet names its own source: "citing"."""
    no_comment: Phrases = Phrases()
    """How an article says that somebody did not answer."""

    @cached_property
    def cue_heads(self) -> frozenset[str]:
        """The words that cues begin with."""
        phrases = (phrase[0] for phrase in self.according)
        return frozenset({*self.verbs, *phrases, *self.after_named, *self.tags})

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Those words that names and nouns are not."""
        return self.stops.union(
            self.prepositions,
            self.auxiliaries,
            self.conjunctions,
            self.but,
            self.that,
            self.adverbs,
        )

    @cached_property
    def company_words(self) -> frozenset[str]:
        """The nouns for a company, an organisation or a medium."""
        return self.companies.union(self.organizations, self.outlets)

    @cached_property
    def note_heads(self) -> frozenset[str]:
        """The words that phrases of remarks on sourcing begin with."""
        return self.nameless_cues.heads | self.no_comment.heads

    @cached_property
    def no_names(self) -> frozenset[str]:
        """The words that are no part of a name although they may be capitalised."""
        # "Angaben" in "nach Angaben von Nora Feld".
        nouns = [word for phrase in self.according for word in phrase] if self.capital_nouns else ()
        return self.temporal.union(self.pronouns, self.nobodies, nouns)

    @cached_property
    def common(self) -> frozenset[str]:
        """The nouns and adjectives that a capital alone does not make a name."""
        return self.demonyms.union(self.groups, self.documents, self.nameless, self.companies)

    @cached_property
    def seldom_names(self) -> frozenset[str]:
        """The words that are part of a name in few places only, be they capitalised or not."""
        return self.given.union(
            self.no_names,
            self.surname_particles,
            self.function_words,
            self.determiners,
            self.opens_according,
        )

    @cached_property
    def opens_according(self) -> frozenset[str]:
        """The words that begin what names a source after it: "according"."""
        return frozenset(phrase[0] for phrase in self.according)

    @cached_property
    def before_names(self) -> frozenset[str]:
        """The nouns that tell what the name after them is: "newspaper"."""
        return self.outlets | self.companies

    @cached_property
    def after_names(self) -> frozenset[str]:
        """The words that tell what the name before them is: "who", "which"."""
        who = [word for word, stands_for in self.pronouns.items() if stands_for == "who"]
        return self.impersonal.union(who)

    @cached_property
    def person_words(self) -> frozenset[str]:
        """The nouns and titles for one person."""
        return self.persons | self.titles


UNDETERMINED = Lexicon(language="und")
