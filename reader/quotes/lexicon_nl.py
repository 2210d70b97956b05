"""Dutch."""

from reader.quotes.lexicon import Lexicon
from reader.quotes.phrases import phrases
from reader.quotes.word_forms import cues, phrase_lines, word_list, word_set

_REPORTS = """zegt zei zeiden zeggen gezegd verklaart verklaarde verklaarden verklaren vertelt
    vertelde vertelden vertellen stelt stelde stelden stellen schrijft schreef schreven schrijven
    meldt meldde meldden melden benadrukt benadrukte benadrukten vindt vond vonden vinden voegt
    voegde voegden legt legde legden waarschuwt waarschuwde waarschuwden waarschuwen meent meende
    meenden denkt dacht dachten denken concludeert concludeerde concludeerden erkent erkende
    erkenden besluit besloot klaagt klaagde klaagden klagen belooft beloofde beloofden verwacht
    verwachtte verwachtten verwachten vreest vreesde vreesden vrezen hoopt hoopte hoopten beweert
    beweerde beweerden beweren bevestigt bevestigde bevestigden ontkent ontkende ontkenden
    oordeelt oordeelde constateert constateerde betoogt betoogde betoogden bericht berichtte
    betreurt betreurde betreurden verzekert verzekerde liet laat lieten laten herinnert herinnerde
    herhaalt herhaalde gelooft geloofde maakt maakte maakten eist eiste eisten eisen verwijt
    verweet verweten deelt deelde deelden kondigt kondigde kondigden vermoedt vermoedde"""
_SPEAKS = """scandeert scandeerde scandeerden vraagt vroeg vroegen vragen antwoordt antwoordde
    antwoordden reageert reageerde reageerden roept riep riepen roepen vervolgt vervolgde merkt
    merkte lacht lachte zucht zuchtte grapt grapte moppert mopperde schreeuwt schreeuwde fluistert
    fluisterde juicht juichte verzucht verzuchtte twittert twitterde sluit sloot vat vatte citeert
    citeerde luidt luidde foetert foeterde jubelt jubelde glimlacht glimlachte bromt bromde somt
    licht lichtte spreekt sprak spraken"""

LEXICON = Lexicon(
    language="nl",
    verbs=cues(
        ("sta", "verwijt verweet verweten vertelt vertelde vertelden"),
        ("stf", "noemt noemde noemden bestempelt bestempelde omschrijft omschreef"),
        ("s", _SPEAKS),
        ("st", _REPORTS),
    ),
    pronouns={
        "hij": "he",
        "zij": "she",
        "ze": "she",
        "het": "it",
        "wij": "we",
        "we": "we",
        "ik": "i",
    },
    impersonals=word_set("het"),
    determiners=word_set(
        "de het een zijn haar hun ons onze deze dit die twee drie enkele meerdere"
    ),
    indefinite=word_set("een"),
    articles=word_set("een"),
    several=word_set("twee drie enkele meerdere"),
    links=word_set("van bij uit in op te"),
    place_links=word_set("in op te"),
    particles=word_set("van der den de ter ten te en"),
    surname_particles=word_set("van der den de ter ten te van't la von du di el t"),
    conjunctions=word_set("en"),
    but=word_set("maar terwijl"),
    auxiliaries=word_set(
        "heeft hebben had hadden is was zijn waren wordt werd werden worden kan kon zal zou wil "
        "wilde moet moest"
    ),
    adverbs=word_set(
        """ook later daarna toen nog verder vandaag gisteren zich eraan
        hieraan daar hier eerder echter inmiddels al nu dan daarom daarbij tegelijk opnieuw
        vervolgens uiteindelijk kortaf ondertussen zelf eens weer"""
    ),
    prepositions=word_set(
        """in op tegen aan tijdens na voor met over bij tot naar uit
        door sinds zonder onder tussen"""
    ),
    temporal=word_set(
        """maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        maandagavond dinsdagavond woensdagavond donderdagavond vrijdagavond zaterdagavond
        zondagavond januari februari maart april mei juni juli augustus september oktober november
        december gisteren vandaag ochtend middag avond week"""
    ),
    stops=word_set("dat die als niet wie wat waar hoe maar want toe uit of waarom wanneer"),
    negations=word_set("niet nooit nauwelijks geen"),
    predicates=word_set(
        """staat stond gaat ging komt kwam ligt lag blijft bleef krijgt
        kreeg loopt liep hoopt rijdt reed raakt raakte raakten stijgt steeg daalt daalde kost
        kosten kostte bezocht glimlachte knikte doet deed valt viel"""
    ),
    titles=word_set(
        """gouverneur kapitein kolonel meneer mevrouw mr drs ir dr prof
        president premier minister burgemeester wethouder staatssecretaris pastoor generaal"""
    ),
    title_endings=word_list(
        """bazin houder houdster minister president premier voorzitter voorzitster leider
        leidster woordvoerder woordvoerster directeur directrice trainer trainster coach
        burgemeester wethouder advocaat advocate onderzoeker onderzoekster hoogleraar chef
        loog loge meester eigenaar eigenares manager bestuurder arts docent docente leraar
        lerares lid expert econoom econome boer boerin buurman buurvrouw hotelier schrijver
        schrijfster rechter commandant"""
    ),
    he_words=word_set("meneer woordvoerder buurman man vader zoon broer boer"),
    she_words=word_set(
        "mevrouw woordvoerster buurvrouw vrouw moeder dochter zus bewoonster boerin"
    ),
    portfolios=word_set(
        """defensie financiën justitie onderwijs economie landbouw
        binnenlandse buitenlandse zaken klimaat volksgezondheid cultuur infrastructuur"""
    ),
    persons=word_set(
        """politicus politica kapitein gouverneur collega minister president
        premier burgemeester wethouder directeur directrice woordvoerder woordvoerster advocaat
        advocate man vrouw deskundige chef voorzitter onderzoeker onderzoekster hoogleraar trainer
        trainster coach rechter leraar lerares arts bewoner bewoonster buurman buurvrouw getuige
        moeder vader zoon dochter broer zus weduwe leider leidster schrijver schrijfster zanger
        zangeres eigenaar eigenares boer boerin bewaker penningmeester klimatoloog econoom econome
        officier agent verdachte speler speelster student studente klant huurder ondernemer
        ondernemster kok visser docent docente lid kamerlid staatssecretaris commissaris
        secretaris hotelier dijkgraaf"""
    ),
    person_endings=word_list(
        "minister voorzitter woordvoerder woordvoerster directeur leider bestuurder meester "
        "hoogleraar onderzoeker eigenaar jarige arts"
    ),
    nameless=word_set("bron bronnen ingewijde ingewijden"),
    spokespersons=word_set("woordvoerder woordvoerster"),
    groups=word_set(
        """werknemers autoriteiten deskundigen
        onderzoekers bewoners politie brandweer demonstranten critici experts wetenschappers
        artsen ouders buren omwonenden vakbonden getuigen ondernemers oppositie"""
    ),
    organizations=word_set(
        """ministerie regering kabinet partij universiteit rechtbank
        bank instituut vakbond vereniging bedrijf groep raad gemeente provincie stichting
        ziekenhuis museum concern organisatie commissie school politie energiebedrijf bv nv club
        fractie"""
    ),
    organization_endings=word_list(
        "ministerie bedrijf vereniging bond gemeente universiteit rechtbank commissie school"
    ),
    companies=word_set("bedrijf fabrikant autobouwer concern energiebedrijf"),
    outlets=word_set("krant omroep zender persbureau tijdschrift weekblad"),
    outlet_words=word_set("volkskrant telegraaf dagblad courant parool"),
    outlet_names=word_set("anp reuters afp nos nrc belga vrt rtl"),
    channels=word_set("verklaring bericht brief mededeling persbericht"),
    channel_links=word_set("in"),
    verb_second=True,
    inversion=True,
    according=phrase_lines("volgens"),
    told=word_set("zoals"),
    tags=word_set("aldus"),
    opinions=word_set("voor"),
    that=word_set("dat of"),
    verb_particles=word_set("uit toe aan af op mee bekend vast in weten voor eraan"),
    relatives=word_set("die dat wiens wier"),
    possessives=word_set("zijn haar hun"),
    nameless_cues=phrases(
        """op voorwaarde van anonimiteit
        wil|wilde|wilden anoniem blijven
        niet met * naam * genoemd|krant"""
    ),
    no_comment=phrases(
        """wil|wilde|wilden|kon * niet reageren
        wil|wilde|wilden geen commentaar|reactie geven
        was|waren niet bereikbaar
        onthoudt|onthield zich van commentaar"""
    ),
    documents=word_set("rapport onderzoek brief studie verslag vonnis document peiling"),
)
