"""Italian."""

from reader.quotes.lexicon import Lexicon
from reader.quotes.phrases import phrases
from reader.quotes.word_forms import cues, forms, phrase_lines, word_list, word_set

_REPORTS = forms(
    """dichiar afferm spieg sottoline raccont osserv precis ricord annunci
    assicur comment rivel conferm critic consider denunci segnal not rimarc garant ipotizz auspic
    puntualizz evidenzi lament sper rassicur insinu""",
    "a ano ò arono ava avano ato",
)
_IRREGULAR = """dice disse dicono dissero detto diceva dicevano aggiunge aggiunse aggiungono
    aggiunto scrive scrisse scrivono scritto risponde rispose rispondono risposto conclude
    concluse concluso avverte avvertono avvertì avvertito sostiene sosteneva sostengono sostenne
    sostenuto ammette ammise ammesso ribadisce ribadì ribadito ribadiscono insiste insistito
    promette promise promesso riferisce riferì riferito riferiscono chiarisce chiarì chiarito
    ritiene ritengono ritenuto crede credono pensa pensano teme temono nega negato prevede sapere
    informa informato riconosce riconosciuto riconobbe anticipa anticipato spera giura giurato
    espone esposto"""
_SPEAKS = [
    *forms(
        """domand replic attacc grid esclam ironizz scherz protest tagli commentò
        incalz rincar mormor sospir sussurr azzard chios invoc tuon sbott""",
        "a ano ò arono ava avano ato",
    ),
    *word_list("""scandiscono scandivano scandito chiede chiese chiedono chiesto prosegue proseguì
        proseguito continua continuò continuato sorride conclude ride ribatte ribatté ribattuto
        riassume legge recita taglia tagliato aggiungendo"""),
]

_VERBS = cues(
    (
        "f",
        "definisce definì definiscono definito definita bolla bollato descrive descritto",
    ),
    ("st", _REPORTS),
    ("st", _IRREGULAR),
    ("s", _SPEAKS),
)

LEXICON = Lexicon(
    language="it",
    verbs=_VERBS,
    never_finite=frozenset(word for word in _VERBS if word.endswith(("ato", "uto")))
    | word_set(
        """detto scritto risposto concluso ammesso promesso riferito chiarito
        chiesto proseguito aggiunto avvertito ribadito insistito esposto"""
    ),
    perfects=word_set("ha hanno aveva avevano ho abbiamo avrebbe si è aver avere"),
    cue_nouns=word_set(
        "secondo "
        "nota note critica critiche denuncia domanda replica commento protesta attacco attacca "
        "grida conferma fatto fatti detto scritto promessa risposta risposto sapere ricordo legge "
        "precisa taglia spera teme lamenta racconta"
    ),
    pronouns={
        "lui": "he",
        "lei": "she",
        "egli": "he",
        "ella": "she",
        "loro": "they",
        "io": "i",
        "noi": "we",
    },
    determiners=word_set(
        "il lo la i gli le un uno una l suo sua suoi sue questo questa due tre alcuni alcune"
    ),
    indefinite=word_set("un uno una"),
    articles=word_set("un uno una"),
    several=word_set("due tre alcuni alcune"),
    links=word_set("di del della dei delle dell dello degli da per"),
    place_links=word_set("a"),
    particles=word_set("di del della de da e d dell"),
    surname_particles=word_set("di del della de da d dalla lo la li dei van von"),
    conjunctions=word_set("e ed"),
    but=word_set("ma"),
    auxiliaries=word_set("ha hanno aveva avevano è era erano sono ho abbiamo fa fatto"),
    adverbs=word_set(
        """prima anche poi ancora inoltre oggi ieri si gli le lo ci così
        quindi infine invece già secca secco corto subito intanto"""
    ),
    adverb_endings=("mente",),
    prepositions=word_set(
        """in a su durante dopo con per nel nella nello nei nelle nell
        al alla allo ai agli alle all davanti dal dalla dallo dai dall sul sulla sull tra fra
        contro senza verso prima sotto"""
    ),
    temporal=word_set(
        """lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio
        febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre ieri
        oggi stamattina stasera sera mattina settimana"""
    ),
    stops=word_set("che chi quando se non si dove come ma perché cui mentre"),
    negations=word_set("non mai neppure"),
    predicates=word_set(
        """va vanno vive resta arriva viene può deve vuole spera sta
        stava deciderà sembra esce tiene rimprovera"""
    ),
    predicate_endings=("arono", "irono"),
    titles=word_set(
        "signor signora presidente ministro ministra sindaco sindaca dottor dottoressa professor "
        "professoressa avvocato ingegner don suor monsignor onorevole on dott prof generale"
    ),
    title_endings=("ologo", "ologa"),
    he_words=word_set(
        "signor dottor avvocato uomo padre figlio fratello direttore sindaco allenatore ministro"
    ),
    she_words=word_set(
        "signora dottoressa ministra sindaca donna madre figlia sorella direttrice avvocata "
        "avvocatessa allenatrice professoressa"
    ),
    portfolios=word_set(
        """difesa economia giustizia interno interni istruzione
        agricoltura cultura lavoro salute esteri trasporti ambiente"""
    ),
    persons=word_set(
        """politico presidente ministro ministra sindaco sindaca direttore
        direttrice portavoce avvocato avvocata avvocatessa uomo donna esperto esperta capo
        segretario segretaria leader ricercatore ricercatrice professore professoressa dottor
        dottore dottoressa medico giudice procuratore deputato deputata senatore senatrice
        assessore assessora consigliere consigliera residente testimone madre padre figlio figlia
        fratello sorella vedova allenatore allenatrice capitano giocatore giocatrice portiere
        agricoltore agricoltrice pescatore pescatrice custode tesoriere tesoriera storico storica
        economista climatologo climatologa sociologo sociologa infermiere infermiera maestro
        maestra insegnante studente studentessa cliente commerciante albergatore albergatrice
        scrittore scrittrice cantante attore attrice regista autore autrice artista attivista
        sindacalista operaio operaia pensionato pensionata imputato imputata fondatore fondatrice
        titolare ingegnere vescovo proprietario proprietaria delegato delegata commissario
        commissaria governatore governatrice vicepresidente premier cancelliere ambasciatore
        ambasciatrice scienziato scienziata candidato candidata responsabile vicesindaco
        comandante capogruppo capitana veterinario veterinaria collega"""
    ),
    person_endings=("ologo", "ologa"),
    nameless=word_set("fonte fonti"),
    spokespersons=word_set("portavoce"),
    groups=word_set(
        """centinaia migliaia decine autorità esperti ricercatori residenti
        polizia carabinieri pompieri manifestanti medici scienziati sindacati genitori testimoni
        opposizione avvocati agricoltori ambientalisti investigatori"""
    ),
    organizations=word_set(
        """ministero governo partito università tribunale banca
        istituto sindacato associazione azienda società gruppo consiglio agenzia comune regione
        provincia procura questura prefettura commissione federazione fondazione opposizione museo
        ospedale club camera scuola polizia"""
    ),
    companies=word_set("azienda società casa"),
    outlets=word_set("giornale quotidiano rete agenzia rivista"),
    outlet_words=word_set("corriere repubblica stampa giornale"),
    outlet_names=word_set("ansa reuters afp adnkronos agi"),
    channels=word_set("comunicato messaggio lettera nota post"),
    channel_links=word_set("in"),
    according=phrase_lines(
        "secondo\nstando al\nstando alla\nstando ai\nstando a\na detta di\na detta dei\n"
        "a detta del\na detta della\na giudizio di\na giudizio del"
    ),
    opinions=word_set("per"),
    that=word_set("che"),
    inserts=word_set("— – -"),
    dialogue=word_set("— –"),
    adjectives_after=True,
    inversion=True,
    pro_drop=True,
    elided=word_set("c d l un dell all nell sull dall quell"),
    possessives=word_set("sua suo"),
    nameless_cues=phrases(
        """a condizione di anonimato|restare
        sotto anonimato
        chiesto|chiede l anonimato
        chiesto|preferito di|non * anonimo|anonima|nominato|nominata"""
    ),
    no_comment=phrases(
        """non ha|hanno voluto commentare|rispondere|rilasciare
        non ha|hanno risposto * domande|richieste
        si è|sono rifiutato|rifiutata|rifiutati di commentare|rispondere"""
    ),
    documents=word_set("rapporto studio lettera comunicato sentenza sondaggio documento relazione"),
)
