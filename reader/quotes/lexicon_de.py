"""German."""

from reader.quotes.lexicon import Lexicon
from reader.quotes.phrases import phrases
from reader.quotes.word_forms import cues, forms, phrase_lines, word_list, word_set

_REPORTS = [
    *forms(
        """dementier prophezei attestier rechtfertig beteuer moser spekulier
        diagnostizier sag erklär mein beton frag ergänz warn erzähl versicher kommentier bilanzier
        vermut prognostizier mahn klag erinner bekräftig bestätig behaupt unterstell kündig
        kritisier glaub argumentier informier schilder präzisier resümier signalisier droh lob
        beklag bedauer hoff mutmaß urteil erwider unterstrich bezweifel verdeutlich""",
        "t te ten",
    ),
    *forms("meld begründ antwort bericht befürcht fürcht erwart red verkünd", "et ete eten"),
]
_STRONG = """sagen gesagt erklärten schreibt schrieb schrieben fügt fügte fügten fordert forderte
    forderten teilt teilte teilten mitgeteilt mitteilt mitteilte mitteilten erklärt spricht sprach
    sprachen räumt räumte räumten heißt hieß weist wies wiesen versprach verspricht versprachen
    bat bitten stellte stellt wirft warf warfen verweist verwies verwiesen gesteht gestand
    gestanden zugab zugaben findet fand fanden denkt dachte unterstreicht unterstrich legt legte
    entgegnet entgegnete entgegneten erinnern fragen warnen betonen fordern kritisieren meinen
    antworten erklären berichten schreiben glauben befürchten erwarten erzählen angekündigt angab
    angaben kündigte kündigten betont bekannt"""
_SPEAKS = """ruft rief rufen riefen zitiert zitierte wettert wetterte poltert polterte scherzt
    scherzte flüstert flüsterte schimpft schimpfte jubelt jubelte freut freute schwärmt schwärmte
    lacht lachte seufzt seufzte staunt staunte spottet spottete witzelt witzelte schmunzelt ärgert
    ärgerte empört empörte wundert wunderte tröstet tröstete grüßt grüßte fasst fasste konstatiert
    konstatierte moniert monierte lautet lautete rechnet rechnete twittert twitterte postet
    postete gratulierte gratuliert schließt schloss hakt hakte ließ lässt"""

LEXICON = Lexicon(
    language="de",
    verbs=cues(
        ("stf", "nennt nannte nannten bezeichnet bezeichnete bezeichneten"),
        ("sf", "sprach sprachen spricht"),
        ("s", _SPEAKS),
        ("st", _REPORTS),
        ("st", _STRONG),
    ),
    participles=frozenset(),
    pronouns={"er": "he", "sie": "she", "es": "it", "wir": "we", "ich": "i", "man": "they"},
    impersonals=word_set("es"),
    determiners=word_set(
        "der die das des dem den ein eine einer eines einem einen sein seine seiner seinem ihr "
        "ihre ihrer ihrem zwei drei mehrere viele alle diese dieser dieses kein keine"
    ),
    indefinite=word_set("ein eine einer einem einen"),
    articles=word_set("ein eine einem einer einen"),
    several=word_set("zwei drei mehrere viele"),
    links=word_set("von vom der des für aus bei beim zur zum"),
    place_links=word_set("in im am auf"),
    particles=word_set("von van der zu zur de und für des ten ter del di la"),
    surname_particles=word_set("von van vom zu zur de del di la le den ten ter dos da du"),
    conjunctions=word_set("und sowie"),
    but=word_set("aber doch während sondern"),
    auxiliaries=word_set(
        "hat haben hatte hatten habe ist war waren sind wird werden wurde wurden würde kann konnte "
        "soll sollte muss musste will wollte"
    ),
    adverbs=word_set(
        """auch dann später zudem weiter hinzu nun noch sich gegenüber dort
        hier danach außerdem daher darum deshalb dabei zugleich gleichzeitig zuletzt zuvor bereits
        schon nur knapp kurz sofort ebenfalls anschließend schließlich abschließend weiterhin
        dennoch jedoch derweil unterdessen etwa immer wieder mehrfach wörtlich einst damals so
        dazu hierzu daraufhin"""
    ),
    prepositions=word_set(
        """in im am an auf bei nach vor über mit zu zur zum aus während
        für gegen ohne durch seit trotz wegen um unter zwischen bis ab beim vom gegenüber neben
        hinter ins ans"""
    ),
    temporal=word_set(
        """montag dienstag mittwoch donnerstag freitag samstag sonnabend
        sonntag montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend
        sonntagabend montagmorgen montags januar februar märz april mai juni juli august september
        oktober november dezember heute gestern abend morgen mittag nachmittag vormittag nacht
        woche vorabend"""
    ),
    stops=word_set(
        "dass wenn weil als wie was wo nicht sich es und oder aber denn ob wer warum wann"
    ),
    negations=word_set("nicht nie niemals kaum keineswegs"),
    predicates=word_set(
        """hatte stand steht ging geht kam kommt liegt lag blieb bleibt
        macht machte zeigte zeigt gilt galt lächelte nickte"""
    ),
    titles=word_set(
        """herr herrn frau dr professor prof präsident präsidentin kanzler
        kanzlerin dipl ing bundeskanzler bundeskanzlerin minister ministerin bundespräsident chef
        chefin sprecher sprecherin trainer bürgermeister bürgermeisterin graf gräfin pater
        schwester"""
    ),
    title_endings=(
        *forms(
            """präsident minister meister sprecher leiter trainer direktor senator
            kanzler forscher lehrer professor berater richter händler führer politiker besitzer
            inhaber pfleger manager händler halter vertreter schützer verteidiger therapeut gegner
            arbeiter""",
            "- in",
        ),
        *forms("vorsitzende beauftragte abgeordnete sachverständige bevollmächtigte", "- r n"),
        *word_list("""chef chefin anwalt anwältin expertin experte arzt ärztin rätin landrat
            kandidat kandidatin wirt wirtin bäuerin loge login ökonom ökonomin historiker
            historikerin wart wartin graf gräfin schafter schafterin kollege kollegin pilot
            pilotin künstler künstlerin autor autorin demokrat demokratin ingenieur ingenieurin
            kommissar kommissarin rektor rektorin intendant intendantin dirigent dirigentin soldat
            soldatin kämmerer kämmerin nachbar nachbarin winzer winzerin gärtner gärtnerin jurist
            juristin"""),
    ),
    he_words=word_set(
        "herr herrn sprecher präsident kanzler minister bürgermeister trainer mann lehrer richter "
        "anwalt ministerpräsident bundeskanzler bauer landwirt schüler arzt"
    ),
    she_words=word_set(
        "frau sprecherin präsidentin kanzlerin ministerin bürgermeisterin trainerin lehrerin "
        "richterin anwältin ministerpräsidentin bundeskanzlerin bäuerin landwirtin schülerin ärztin"
    ),
    persons=word_set(
        """sprecher sprecherin sprechers minister ministerin ministers
        präsident präsidentin chef chefin vorsitzende vorsitzender vorsitzenden experte expertin
        experten forscher forscherin mann frau anwalt anwältin trainer trainerin bürgermeister
        bürgermeisterin kanzler kanzlerin leiter leiterin professor professorin landwirt
        landwirtin schüler schülerin anwohner anwohnerin richter richterin lehrer lehrerin arzt
        ärztin person nachbar nachbarin augenzeuge augenzeugin zeuge zeugin passant passantin
        besucher besucherin kollege kollegin angeklagte angeklagter verletzte mutter vater sohn
        tochter bruder schwester witwe kunde kundin mieter mieterin beamter beamtin autor autorin
        sänger sängerin spieler spielerin torwart kapitän fahrer fahrerin bauer bäuerin pfarrer
        pfarrerin bischof senator senatorin abgeordnete abgeordneter direktor direktorin gründer
        gründerin eigentümer historiker historikerin student studentin rentner rentnerin
        staatsanwalt staatsanwältin verteidiger verteidigerin manager managerin insider kassenwart
        landrat landrätin ökonom ökonomin künstler künstlerin regisseur regisseurin tierarzt
        tierärztin schauspieler schauspielerin"""
    ),
    person_endings=(
        *forms(
            """präsident minister meister sprecher leiter trainer direktor senator
            kanzler forscher lehrer professor berater richter führer politiker""",
            "in -",
        ),
        *word_list(
            "vorsitzende vorsitzender beauftragte beauftragter anwältin chefin chef anwalt "
            "expertin experte abgeordnete abgeordneter jährige jähriger kandidat "
            "kandidatin arzt ärztin historiker historikerin kollege kollegin"
        ),
    ),
    nameless=word_set("quelle quellen insider informant informanten"),
    spokespersons=word_set("sprecher sprecherin"),
    groups=word_set(
        """hunderte tausende dutzende behörden experten forscher kritiker
        polizei anwohner beamte ermittler ärzte demonstranten eltern fans gegner händler nachbarn
        feuerwehr opposition wissenschaftler rettungskräfte zeugen augenzeugen veranstalter
        umweltschützer staatsanwaltschaft"""
    ),
    organizations=word_set(
        """rathaus kanzleramt kreml ministerium behörde amt bundesamt
        regierung bundesregierung landesregierung partei unternehmen konzern verband gemeinde
        landkreis stadtverwaltung museum verwaltung hausverwaltung universität gericht bank
        institut gewerkschaft verein ag gmbh stadt stadtwerke fraktion firma klinik krankenhaus
        hochschule kirche stiftung innenministerium außenministerium finanzministerium
        verkehrsministerium staatsanwaltschaft landgericht amtsgericht polizei bundespolizei bahn
        kammer kommission se kg ev"""
    ),
    organization_endings=word_list(
        "ministerium behörde verband gericht gesellschaft gewerkschaft konzern "
        "verwaltung ausschuss kammer zentrum werke kirche klinik schule partei bank rathaus "
        "präsidium feuerwehr fraktion regierung verein"
    ),
    companies=word_set("unternehmen konzern hersteller autobauer firma betreiberin betreiber"),
    outlets=word_set(
        "dpa afp sid epd zeitung sender magazin blatt nachrichtenagentur tageszeitung portal"
    ),
    outlet_words=word_set("zeitung spiegel tagesspiegel bild rundfunk allgemeine kurier anzeiger"),
    outlet_names=word_set("dpa reuters afp spiegel zeit bild ard zdf epd kna sda apa"),
    channels=word_set("mitteilung erklärung brief beitrag stellungnahme pressemitteilung"),
    channel_links=word_set("in im"),
    according=phrase_lines(
        "laut\nnach angaben\nnach ansicht\nnach meinung\nnach auskunft\nnach einschätzung\n"
        "nach den worten\nnach darstellung\nnach überzeugung\nnach aussage\nnach worten"
    ),
    after_named=word_set("zufolge"),
    told=word_set("wie"),
    tags=word_set("so"),
    that=word_set("dass ob"),
    opinions=word_set("für"),
    capital_nouns=True,
    verb_second=True,
    inversion=True,
    verb_particles=word_set("mit an hinzu aus ein zu auf ab vor fest zurück dar bekannt"),
    relatives=word_set("das die der den dem deren dessen"),
    possessives=word_set("sein seine ihr ihre"),
    subjunctives=word_set(
        """sei seien habe werde könne solle müsse wolle dürfe gebe
        stehe komme bleibe gehe mache wisse liege laufe brauche führe halte sehe nehme lasse finde
        spreche gelte bekomme trage bringe bestehe hätte hätten würde würden wäre wären könnte
        könnten müsste müssten sollte sollten dürfte dürften wollten fehle lebe arbeite drohe
        reiche heiße zeige verstehe"""
    ),
    nameless_cues=phrases(
        """unter der bedingung der anonymität
        anonym bleiben
        nicht genannt|namentlich genannt werden
        seinen|ihren namen nicht * lesen|sehen
        seinen|ihren namen nicht nennen"""
    ),
    no_comment=phrases(
        """wollte|wollten|will|mochte|möchte * nicht * äußern
        wollte|wollten * nicht * kommentieren
        war|waren * nicht|nicht * erreichbar
        war|waren * nicht zu erreichen
        lehnte|lehnten * stellungnahme|kommentar ab
        reagierte|reagierten * nicht auf * anfrage|anfragen"""
    ),
    documents=word_set(
        "gutachten studie bericht brief mitteilung erklärung urteil dokument umfrage papier "
        "entwurf polizeibericht medienbericht medienberichten"
    ),
)
