"""English: cue verbs with their frames, nouns for sources, function words."""

from reader.quotes import nouns_en as nouns
from reader.quotes.lexicon import Lexicon
from reader.quotes.phrases import NAMELESS_EN, NO_COMMENT_EN


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _phrases(listed: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in listed.strip().splitlines())


# Letters: see reader.quotes.lexicon. Verbs by base form; the other forms are made below.
_FRAMES = {
    "stab": "tell",
    "stb": "say argue add note insist claim explain acknowledge stress emphasize emphasise "
    "maintain "
    "contend concede allege suggest warn declare reiterate recall remark assert caution "
    "predict conclude confirm admit observe report announce complain lament quip joke reply "
    "respond answer recount concur agree continue write post tweet testify assure remind "
    "counter boast affirm clarify hint estimate reveal disclose charge swear "
    "proclaim theorize speculate profess guess indicate reckon",
    "s": "ask begin shout yell exclaim whisper mutter murmur wonder retort interject muse cry "
    "scream chant plead laugh sigh demand urge vow promise chime intone snap fume enthuse gush "
    "opine bemoan elaborate text email e-mail comment interrupt beam deadpan bellow read chide "
    "scoff sniff recite praise object",
    "tm": "think believe feel hope fear expect suspect doubt assume imagine worry know",
    "t": "find show mean prove demonstrate determine learn rule imply decide specify propose "
    "recommend request demand stipulate deny boast realize see reflect underline underscore "
    "point demand require",
    "tai": "persuade convince inform notify advise instruct",
    "i": "vow promise pledge threaten refuse offer agree propose decline demand",
    "st": "state",
    "ai": "urge ask encourage order warn advise instruct",
    "n": "criticize criticise accuse praise defend reject question deny dismiss denounce "
    "describe blame condemn slam blast decry tout laud hail mock ridicule portray propose "
    "welcome applaud allege",
    "nf": "call label dub brand characterize characterise describe denounce deem",
    "f": "say tell describe dismiss apologise promise vow pledge warn claim insist accuse demand "
    "criticize declare denounce condemn blast refer express urge slam hail praise mock hold "
    "proclaim tout admit acknowledge portray cite deem write",
}
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote writing written",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew knowing",
    "find": "finds found finding",
    "show": "shows showed showing shown",
    "mean": "means meant meaning",
    "see": "sees saw seeing",
    "read": "reads read reading",
    "begin": "begins began beginning",
    "swear": "swears swore swearing",
    "seek": "seeks sought seeking",
    "hold": "holds held holding",
}
_DOUBLED = {
    "admit": "admitt", "quip": "quipp", "dub": "dubb", "slam": "slamm", "snap": "snapp",
    "chat": "chatt", "refer": "referr", "plan": "plann",
}  # fmt: skip


def _forms(base: str) -> tuple[str, ...]:
    """Return every form of an English verb but those with "to"."""
    if base in _IRREGULAR:
        return (base, *_IRREGULAR[base].split())
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    stem = _DOUBLED.get(base, base)
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return base, third, stem + "ed", stem + "ing"


# Forms that are nouns far more often.
_NOUNS = frozenset({"state", "states", "pledged", "post", "posts", "object", "objects", "texts"})


def _verbs() -> dict[str, str]:
    bases: dict[str, str] = {}
    for letters, listed in _FRAMES.items():
        for base in listed.split():
            bases[base] = bases.get(base, "") + letters
    verbs: dict[str, str] = {}
    for base, letters in bases.items():
        for form in _forms(base):
            verbs[form] = verbs.get(form, "") + letters
    ordered = {letters: "".join(sorted({*letters})) for letters in {*verbs.values()}}
    return {form: ordered[letters] for form, letters in verbs.items() if form not in _NOUNS}


VERBS = _verbs()

_COUNTRIES = _set(
    """afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia bosnia botswana brazil britain bulgaria cambodia cameroon
    canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england
    eritrea estonia ethiopia europe finland france georgia germany ghana greece guatemala haiti
    honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan
    kazakhstan kenya kosovo kuwait latvia lebanon liberia libya lithuania luxembourg malawi malaysia
    mali malta mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal
    netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru
    philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore
    slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tanzania thailand tunisia
    turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia
    zimbabwe u.s us uk u.k usa america africa asia gaza crimea
    washington beijing moscow london paris berlin madrid rome brussels kyiv kiev tokyo delhi
    tehran jerusalem geneva vienna shanghai baghdad kabul cairo ankara istanbul warsaw
    lisbon dublin edinburgh stockholm oslo copenhagen helsinki athens budapest prague seoul
    canberra ottawa islamabad jakarta manila bangkok hanoi nairobi lagos johannesburg
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas
    utah vermont virginia wisconsin wyoming chicago boston philadelphia miami dallas houston
    atlanta seattle detroit baltimore cleveland"""
)

LEXICON = Lexicon(
    language="en",
    verbs=VERBS,
    participles=frozenset(form for form in VERBS if form.endswith("ing")),
    according=_phrases("according to\nin the words of\nas per"),
    pronouns={
        "he": "he",
        "she": "she",
        "it": "it",
        "they": "they",
        "who": "who",
        "i": "i",
        "we": "we",
        "others": "others",
    },
    oblique={
        "him": "he",
        "his": "he",
        "himself": "he",
        "her": "she",
        "hers": "she",
        "herself": "she",
        "its": "it",
        "itself": "it",
        "them": "they",
        "their": "they",
        "theirs": "they",
        "themselves": "they",
        "me": "i",
        "my": "i",
        "us": "we",
        "our": "we",
        "whose": "who",
        "whom": "who",
        "which": "who",
        "that": "who",
    },
    determiners=_set(
        """the a an this that these those his her its their our my your one two three four five
        six seven eight nine ten some several many most all both another other every each any no
        few dozens hundreds thousands more half"""
    ),
    indefinite=_set("a an one another"),
    articles=_set("a an"),
    plural_endings=("s",),
    several=_set("two three four five six seven eight nine ten some several few both"),
    links=_set("of for at from with in on to by close familiar inside within"),
    place_links=_set("in on at near inside within"),
    particles=_set("of von van der den de la le du di da dos del bin ibn al el y the and for ter"),
    conjunctions=_set("and or"),
    but=_set("but while though although yet and whereas however"),
    that=_set("that whether"),
    background=_set("as"),
    auxiliaries=_set(
        "has have had is are was were be been will would may might could did does do "
        "'s should can must used going to"
    ),
    passives=_set("is are was were be been being get got gets"),
    undergoing=_set("being"),
    modals=_set("will would may might could can should must shall to did does do"),
    negations=_set(
        "not never n't didn't doesn't don't hasn't haven't hadn't won't wouldn't isn't "
        "wasn't "
        "couldn't can't cannot neither nor without"
    ),
    adverbs=_set(
        """also later then now again still recently repeatedly already once even just first often
        always long further further soon instead himself herself itself themselves reportedly
        today yesterday previously simply both all earlier since rather"""
    ),
    adverb_endings=("ly",),
    finite=_set(
        """is are was were has have had will would could should can may might must shall do does
        did isn't aren't wasn't weren't hasn't haven't won't wouldn't couldn't can't don't
        doesn't didn't cannot spoke went got came made took gave saw knew became remains remained
        needs need wants want makes make means takes take gives give goes go comes come gets get
        seems seem appears appear began begins kept left lost won held felt paid sent spent told
        said says say there's it's he's she's they're we're i'm that's
        fell rose grew broke chose drew drove flew forgot fought ran
        sat sold stood taught threw understood brought bought built caught hid shook slept struck
        they've we've i've he'd she'd they'd it'll he'll she'll they'll we'll"""
    ),
    prepositions=_set(
        """in on at of for with to by from about during after before over under against into
        through between among without within since until near across behind via amid toward
        towards following despite because if when as like than upon out up down off around
        beside below above along beneath beyond outside onto"""
    ),
    plural_verbs=_set("are were have do aren't weren't haven't don't"),
    temporal=_set(
        """jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday
        friday saturday sunday january february march april may june july august september
        october november december today yesterday tomorrow tonight week month year years ago
        last next earlier later early late morning afternoon evening night recently
        afterwards thursday's"""
    ),
    stops=_set(
        """if when where while because since until unless although though after before than so
        what which whose whom why how not there here then thus however meanwhile still yes no
        instead also but yet only perhaps maybe ever never very too up out off down over about
        against during between among through into under without within despite following asked
        according"""
    ),
    titles=nouns.TITLES,
    short_titles={
        "sen": "senator",
        "sens": "senator",
        "reps": "representative",
        "govs": "governor",
        "rep": "representative",
        "gov": "governor",
        "gen": "general",
        "lt": "lieutenant",
        "col": "colonel",
        "capt": "captain",
        "sgt": "sergeant",
        "maj": "major",
        "prof": "professor",
        "rev": "reverend",
        "supt": "superintendent",
        "cllr": "councillor",
        "dr": "doctor",
    },
    surnames=nouns.SURNAMES,
    suffixes=_set("jr sr ii iii iv"),
    portfolios=_set(
        "staff state defense defence education labor labour commerce energy interior treasury "
        "transportation agriculture justice health finance police government war"
    ),
    crowned=_set("king queen prince princess pope saint emperor empress sultan emir baroness"),
    shortened=_set("st ste ft mt bros inc co corp jr sr"),
    given=_set("will may april june august"),
    he_words=nouns.HE_WORDS,
    she_words=nouns.SHE_WORDS,
    persons=nouns.PERSONS,
    anyone=nouns.ANYONE,
    people_endings=("ists", "ians", "men", "women"),
    trade_endings=("ist", "ician", "grapher"),
    alike={
        noun: frozenset(listed)
        for listed in (
            ("ceo", "boss", "chief", "executive", "head"),
            ("lawyer", "attorney", "solicitor", "barrister", "counsel", "advocate"),
            (
                "lawmaker",
                "senator",
                "congressman",
                "congresswoman",
                "representative",
                "legislator",
                "deputy",
                "mp",
                "mep",
                "politician",
                "backbencher",
                "parliamentarian",
                "sen",
                "rep",
            ),
            ("author", "writer", "novelist", "poet", "playwright", "biographer"),
            ("coach", "manager", "boss"),
            ("chairman", "chairwoman", "chair", "chairperson"),
            ("doctor", "physician", "surgeon", "dr", "medic"),
            ("journalist", "reporter", "correspondent", "editor", "columnist"),
            ("scientist", "researcher", "professor", "academic", "scholar", "lecturer"),
            ("premier", "prime"),
            ("resident", "neighbour", "neighbor", "local"),
            ("teacher", "schoolteacher", "headteacher", "head"),
        )
        for noun in listed
    },
    person_endings=("-year-old", "man", "woman", "ist", "ologist", "person", "grapher"),
    things=_set(
        "show forum summit cup games festival act street road avenue river lake ocean "
        "mountain airport park day week month war olympics conference convention award "
        "awards prize bridge square house island islands deal accord treaty agreement "
        "gulf coast peninsula strait desert forest canyon border hills heights beach falls "
        "springs harbor harbour port ridge creek "
        "amendment plan series election elections championship dispatch constitution "
        "sea bay gate valley county city model east west north south"
    ),
    doer_endings=("er", "or", "ian", "ant", "clerk", "guard", "cook", "smith"),
    adjective_endings=("al", "ary", "ic", "ive", "ior", "'s"),
    examples=_set("including like especially notably"),
    past_endings=("ed",),
    past_participles=_set(
        "written shown known seen led held given sent drawn taken made found brought bought "
        "sworn begun"
    ),
    possessives=_set("his her its their our my your"),
    possessives_it=_set("its"),
    comparing=_set("than like"),
    verb_particles=_set("in off up back out on away over"),
    so=_set("so"),
    perfects=_set("has have had having"),
    never_finite=_set("written shown known seen drawn taken given sworn begun"),
    impersonal=_set("which"),
    relatives=_set("whose whom"),
    place_adverbs=_set("there here"),
    nobodies=_set(
        """somebody someone nobody everybody anybody anyone nothing something everything you
        yours mine none anything neither either"""
    ),
    spokespersons=_set("spokesman spokeswoman spokesperson spokespeople representative"),
    groups=nouns.GROUPS,
    organizations=nouns.ORGANIZATIONS,
    firm_words=nouns.FIRM_WORDS,
    bodies=nouns.BODIES,
    institutions=nouns.INSTITUTIONS,
    companies=nouns.COMPANIES,
    outlets=nouns.OUTLETS,
    outlet_words=nouns.OUTLET_WORDS,
    broadcasters=_set("radio television tv"),
    outlet_names=nouns.OUTLET_NAMES,
    documents=nouns.DOCUMENTS,
    of=_set("of"),
    amounts=nouns.AMOUNTS,
    counts=_set("two three four five six seven eight nine ten both another one"),
    secret=_set("source sources insider insiders pal pals friend friends ex-friends confidant"),
    pairs=_set("both two pair duo couple"),
    channels=_set(
        """post posts statement tweet tweets letter email e-mail memo filing blog video message
        note release thread advisory bulletin newsletter report affidavit lawsuit complaint"""
    ),
    bare_channels=frozenset({"court papers", "court documents", "court filings", "court records"}),
    channel_links=_set("in on via through"),
    places=_COUNTRIES,
    demonyms=nouns.DEMONYMS,
    nameless=_set(
        "source sources people person insider insiders official officials anonymous "
        "unnamed unidentified"
    ),
    insiders=_set("familiar briefed knowledgeable knowledge close privy"),
    nameless_cues=NAMELESS_EN,
    backward=_set("none neither did does do named"),
    cites=_set("cited cite cites citing quoted quoting quotes"),
    no_comment=NO_COMMENT_EN,
)
