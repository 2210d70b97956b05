"""German, French, Spanish, Italian, Portuguese, Dutch: the lexicons.

They hold what speech in quotation marks needs, and the commonest forms of indirect speech.
"""

from reader.quotes.lexicon import Lexicon
from reader.quotes.phrases import (
    NAMELESS_DE,
    NAMELESS_ES,
    NAMELESS_FR,
    NO_COMMENT_DE,
    NO_COMMENT_ES,
    NO_COMMENT_FR,
)


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _speech(listed: str) -> dict[str, str]:
    return dict.fromkeys(listed.split(), "st")


def _phrases(listed: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in listed.strip().splitlines())


GERMAN = Lexicon(
    language="de",
    verbs=_speech(
        """sagt sagte sagten sagen gesagt erklärt erklärte erklärten meint meinte meinten betont
        betonte betonten schreibt schrieb schrieben fragt fragte fragten antwortet antwortete
        ergänzt ergänzte fügte berichtet berichtete kritisiert kritisierte warnt warnte forderte
        fordert behauptet behauptete kündigte teilte zitiert sprach rief ruft erzählt erzählte
        erinnert erinnerte versicherte versichert kommentierte urteilte bilanzierte heißt
        teilte mitgeteilt bestätigt bestätigte befürchtet befürchtete bekräftigte räumte
        entgegnete verkündete mahnte lobte klagte wetterte findet"""
    ),
    pronouns={"er": "he", "sie": "she", "es": "it", "wir": "we", "ich": "i", "man": "they"},
    determiners=_set(
        "der die das des dem den ein eine einer eines einem einen sein seine ihr "
        "ihre zwei drei mehrere viele alle diese dieser"
    ),
    indefinite=_set("ein eine einer einem einen"),
    articles=_set("ein eine einem einer einen"),
    several=_set("zwei drei mehrere"),
    links=_set("von vom der des für aus bei beim"),
    place_links=_set("in im am auf"),
    particles=_set("von van der zu de und für des"),
    conjunctions=_set("und sowie"),
    but=_set("aber doch während"),
    auxiliaries=_set("hat haben hatte habe ist war wird würde"),
    adverbs=_set("auch dann später zudem weiter hinzu nun noch am gegenüber"),
    prepositions=_set("in im am an auf bei nach vor über mit gegenüber zu zur zum aus während"),
    temporal=_set(
        "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar "
        "märz april mai juni juli august september oktober november dezember heute "
        "gestern abend morgen"
    ),
    stops=_set("dass wenn weil als wie was wo nicht sich es und oder aber denn"),
    titles=_set(
        "herr frau dr professor prof präsident präsidentin kanzler kanzlerin "
        "bundeskanzler bundeskanzlerin minister ministerin bundespräsident chef chefin "
        "sprecher sprecherin trainer bürgermeister bürgermeisterin"
    ),
    he_words=_set("herr sprecher präsident kanzler minister"),
    she_words=_set("frau sprecherin präsidentin kanzlerin ministerin bürgermeisterin"),
    persons=_set(
        "sprecher sprecherin minister ministerin präsident präsidentin chef chefin "
        "vorsitzende vorsitzender experte expertin forscher forscherin mann frau anwalt "
        "anwältin trainer bürgermeister bürgermeisterin kanzler kanzlerin leiter "
        "leiterin professor professorin landwirt landwirtin schüler schülerin anwohner "
        "anwohnerin richter richterin lehrer lehrerin arzt ärztin person nachbar nachbarin"
    ),
    spokespersons=_set("sprecher sprecherin"),
    groups=_set("behörden experten forscher kritiker polizei anwohner beamte"),
    organizations=_set(
        "ministerium behörde amt bundesamt regierung partei unternehmen konzern "
        "verband gemeinde landkreis stadtverwaltung museum verwaltung hausverwaltung "
        "universität gericht bank institut gewerkschaft verein ag gmbh"
    ),
    companies=_set("unternehmen konzern hersteller autobauer firma"),
    outlets=_set("zeitung sender magazin blatt nachrichtenagentur"),
    outlet_words=_set("zeitung spiegel tagesspiegel bild rundfunk allgemeine"),
    outlet_names=_set("dpa reuters afp spiegel zeit bild ard zdf"),
    channels=_set("mitteilung erklärung brief beitrag stellungnahme"),
    channel_links=_set("in im"),
    according=_phrases("laut\nnach angaben\nnach ansicht\nnach meinung\nnach auskunft"),
    that=_set("dass ob"),
    capital_nouns=True,
    verb_second=True,
    relatives=_set("das die der den dem deren dessen"),
    possessives=_set("sein seine ihr ihre"),
    subjunctives=_set(
        "sei seien habe werde könne solle müsse wolle dürfe gebe stehe komme bleibe gehe mache "
        "wisse liege laufe brauche führe halte hätte hätten würde würden wäre wären könnte könnten"
    ),
    nameless_cues=NAMELESS_DE,
    no_comment=NO_COMMENT_DE,
    documents=_set("gutachten studie bericht brief mitteilung erklärung"),
)

FRENCH = Lexicon(
    language="fr",
    verbs=_speech(
        """dit disait disent déclare déclaré déclarait affirme affirmé affirmait explique expliqué
        expliquait ajoute ajouté ajoutait souligne souligné soulignait estime estimé estimait
        assure assuré assurait raconte raconté racontait indique indiqué précise précisé répond
        répondu répondait lance lancé écrit écrivait demande demandé conclut conclu poursuit
        poursuivi poursuivait confie confié regrette regretté insiste insisté rappelle rappelé
        annonce annoncé dénonce dénoncé juge jugé martèle martelé prévient prévenu reconnaît
        reconnu souvient rappelle soutient soutenu résume résumé s'exclame plaide plaidé
        renchérit note noté observe observé
        s'inquiète s'indigne commente commenté admet admis tweeté avoue avoué"""
    ),
    pronouns={"il": "he", "elle": "she", "ils": "they", "elles": "they", "on": "they", "je": "i"},
    clitics=_set("il elle ils elles on je"),
    determiners=_set(
        "le la les l un une des du de son sa ses leur leurs ce cet cette deux trois plusieurs"
    ),
    indefinite=_set("un une"),
    articles=_set("un une"),
    several=_set("deux trois plusieurs"),
    links=_set("de du des d au à aux pour chez"),
    place_links=_set("à"),
    particles=_set("de du des la le et van von d"),
    conjunctions=_set("et"),
    but=_set("mais"),
    auxiliaries=_set("a ont avait avaient est sont était"),
    adverbs=_set("aussi encore ensuite également t-il t-elle toujours ainsi notamment"),
    prepositions=_set("à dans sur lors devant pour avec en au aux par après avant sous"),
    temporal=_set(
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril "
        "mai juin juillet août septembre octobre novembre décembre hier"
    ),
    stops=_set("que qui quand si ne pas se où comme mais donc"),
    titles=_set("m mme mlle monsieur madame président présidente ministre maire docteur"),
    he_words=_set("m monsieur"),
    she_words=_set("mme mlle madame"),
    persons=_set(
        "ministre président présidente maire directeur directrice porte-parole avocat "
        "avocate homme femme chercheur chercheuse expert experte chef patron patronne "
        "responsable adjoint adjointe élu élue voisin voisine habitant habitante lecteur "
        "lectrice médecin juge procureur procureure secrétaire député députée sénateur "
        "professeur"
    ),
    spokespersons=_set("porte-parole"),
    groups=_set("autorités experts chercheurs policiers habitants syndicats"),
    organizations=_set(
        "ministère gouvernement parti université tribunal banque institut syndicat "
        "association entreprise société groupe conseil agence mairie préfecture commune ville "
        "police école hôpital musée"
    ),
    companies=_set("entreprise société groupe constructeur"),
    outlets=_set("journal quotidien chaîne hebdomadaire magazine agence"),
    outlet_words=_set("journal figaro monde libération télévision"),
    outlet_names=_set("afp reuters libération mediapart"),
    channels=_set("communiqué message lettre courriel tweet"),
    channel_links=_set("dans sur"),
    according=_phrases("selon\nd après"),
    that=_set("que qu"),
    elided=_set("c d j l m n qu s t jusqu lorsqu puisqu"),
    possessives=_set("son sa ses leur leurs"),
    nameless_cues=NAMELESS_FR,
    no_comment=NO_COMMENT_FR,
    documents=_set("rapport étude lettre communiqué"),
)

SPANISH = Lexicon(
    language="es",
    verbs=_speech(
        """dijo dice dicen dijeron dicho afirmó afirma afirmaron afirmado explicó explica
        explicaron explicado añadió añade agregó agrega señaló señala señalado declaró declara
        declarado aseguró asegura asegurado indicó indica manifestó manifestado sostuvo sostiene
        comentó comenta contó cuenta escribió escribe respondió responde preguntó pregunta
        advirtió advierte destacó destaca subrayó subraya reconoció reconoce insistió insiste
        concluyó concluye recordó recuerda lamentó lamenta denunció denuncia anunció anuncia
        admitió admite expresó expresa precisó precisa criticó opinó opina apuntó apunta
        confesó relató"""
    ),
    pronouns={"él": "he", "ella": "she", "ellos": "they", "ellas": "they"},
    determiners=_set("el la los las un una unos unas su sus este esta dos tres varios varias"),
    indefinite=_set("un una"),
    several=_set("dos tres varios varias"),
    links=_set("de del para en a al"),
    place_links=_set("en"),
    particles=_set("de del la las los y da"),
    conjunctions=_set("y e"),
    but=_set("pero"),
    auxiliaries=_set("ha han había habían es fue"),
    adverbs=_set("también luego después además hoy ayer ya le les"),
    prepositions=_set("en a ante durante tras con por sobre al desde para según"),
    temporal=_set(
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril "
        "mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy"
    ),
    stops=_set("que quien cuando si no se donde como pero"),
    titles=_set("señor señora don doña presidente presidenta ministro ministra alcalde alcaldesa"),
    he_words=_set("señor don presidente ministro alcalde portavoz"),
    she_words=_set("señora doña presidenta ministra alcaldesa"),
    persons=_set(
        "presidente presidenta ministro ministra alcalde alcaldesa director directora "
        "portavoz abogado abogada hombre mujer experto experta jefe jefa líder "
        "secretario secretaria investigador investigadora profesor profesora"
    ),
    spokespersons=_set("portavoz vocero vocera"),
    groups=_set("autoridades expertos investigadores vecinos policía"),
    organizations=_set(
        "ministerio gobierno partido universidad tribunal banco instituto sindicato "
        "asociación empresa compañía grupo consejo agencia cofradía ayuntamiento policía "
        "museo hospital"
    ),
    companies=_set("empresa compañía fabricante"),
    outlets=_set("periódico diario cadena agencia revista"),
    outlet_words=_set("país mundo diario televisión"),
    outlet_names=_set("efe reuters afp"),
    channels=_set("comunicado mensaje carta tuit"),
    channel_links=_set("en"),
    according=_phrases("según\nde acuerdo con"),
    that=_set("que"),
    inserts=_set("— –"),
    possessives=_set("su sus"),
    nameless_cues=NAMELESS_ES,
    no_comment=NO_COMMENT_ES,
)

ITALIAN = Lexicon(
    language="it",
    verbs=_speech(
        """dice disse dicono detto dichiara dichiarò dichiarato afferma affermò affermato spiega
        spiegò spiegato aggiunge aggiunse aggiunto sottolinea sottolineato racconta raccontò
        raccontato scrive scrisse scritto risponde rispose risposto chiede chiese chiesto
        osserva osservato precisa precisato conclude concluse concluso ricorda ricordato
        avverte avvertito annuncia annunciato assicura assicurato commenta commentato sostiene
        sostenuto ammette ammesso replica replicato insiste ribadisce ribadito attacca"""
    ),
    pronouns={"lui": "he", "lei": "she", "egli": "he", "ella": "she", "loro": "they"},
    determiners=_set("il lo la i gli le un uno una l suo sua due tre alcuni alcune"),
    indefinite=_set("un uno una"),
    several=_set("due tre alcuni alcune"),
    links=_set("di del della dei delle dell da per a al dello degli"),
    place_links=_set("a"),
    particles=_set("di del della de da e d dell"),
    conjunctions=_set("e ed"),
    but=_set("ma"),
    auxiliaries=_set("ha hanno aveva avevano è era"),
    adverbs=_set("anche poi ancora inoltre oggi ieri"),
    prepositions=_set("in a su durante dopo con per nel nella al alla davanti ai"),
    temporal=_set(
        "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio "
        "marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre "
        "ieri oggi"
    ),
    stops=_set("che chi quando se non si dove come ma"),
    titles=_set("signor signora presidente ministro ministra sindaco sindaca dottor"),
    he_words=_set("signor"),
    she_words=_set("signora ministra sindaca"),
    persons=_set(
        "presidente ministro ministra sindaco sindaca direttore direttrice portavoce "
        "avvocato avvocata uomo donna esperto esperta capo segretario segretaria leader "
        "ricercatore ricercatrice professore professoressa"
    ),
    spokespersons=_set("portavoce"),
    groups=_set("autorità esperti ricercatori residenti polizia"),
    organizations=_set(
        "ministero governo partito università tribunale banca istituto sindacato "
        "associazione azienda società gruppo consiglio agenzia"
    ),
    companies=_set("azienda società casa"),
    outlets=_set("giornale quotidiano rete agenzia rivista"),
    outlet_words=_set("corriere repubblica stampa giornale"),
    outlet_names=_set("ansa reuters afp"),
    channels=_set("comunicato messaggio lettera nota post"),
    channel_links=_set("in"),
    according=_phrases("secondo"),
    that=_set("che"),
    elided=_set("c d l un dell all nell sull dall quell"),
    possessives=_set("sua suo"),
)

PORTUGUESE = Lexicon(
    language="pt",
    verbs=_speech(
        """disse diz dizem disseram dito afirmou afirma afirmaram explicou explica acrescentou
        acrescenta declarou declara ressaltou ressalta destacou destaca contou conta escreveu
        escreve respondeu responde perguntou pergunta alertou alerta informou informa observou
        observa concluiu conclui lembrou lembra lamentou lamenta anunciou anuncia comentou
        comenta avaliou avalia defendeu defende criticou reforçou reforça completou completa
        sublinhou sublinha garantiu garante admitiu admite referiu refere"""
    ),
    pronouns={"ele": "he", "ela": "she", "eles": "they", "elas": "they"},
    determiners=_set("o a os as um uma seu sua este esta dois duas três vários várias"),
    indefinite=_set("um uma"),
    several=_set("dois duas três vários várias"),
    links=_set("de do da dos das para em no na"),
    place_links=_set("em no na"),
    particles=_set("de do da dos das e"),
    conjunctions=_set("e"),
    but=_set("mas"),
    auxiliaries=_set("tem têm tinha havia é foi"),
    adverbs=_set("também depois ainda hoje ontem já"),
    prepositions=_set("em no na durante após com por sobre ao à aos às nesta neste"),
    temporal=_set(
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo "
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
        "dezembro hoje ontem"
    ),
    stops=_set("que quem quando se não onde como mas"),
    titles=_set("senhor senhora presidente ministro ministra prefeito prefeita doutor doutora"),
    he_words=_set("senhor ministro prefeito"),
    she_words=_set("senhora ministra prefeita"),
    persons=_set(
        "presidente ministro ministra prefeito prefeita diretor diretora porta-voz "
        "advogado advogada homem mulher especialista chefe líder secretário secretária "
        "pesquisador pesquisadora professor professora"
    ),
    spokespersons=_set("porta-voz"),
    groups=_set("autoridades especialistas pesquisadores moradores polícia"),
    organizations=_set(
        "ministério governo partido universidade tribunal banco instituto "
        "sindicato associação empresa companhia grupo conselho agência"
    ),
    companies=_set("empresa companhia montadora"),
    outlets=_set("jornal diário emissora agência revista"),
    outlet_words=_set("folha globo público jornal"),
    outlet_names=_set("lusa reuters afp"),
    channels=_set("comunicado mensagem carta nota"),
    channel_links=_set("em numa num"),
    according=_phrases("segundo\nde acordo com"),
    that=_set("que"),
    inserts=_set("— –"),
    possessives=_set("seu sua"),
)

DUTCH = Lexicon(
    language="nl",
    verbs=_speech(
        """zegt zei zeiden zeggen gezegd verklaart verklaarde vertelt vertelde vertelden stelt
        stelde schrijft schreef vraagt vroeg antwoordt antwoordde benadrukt benadrukte meldt
        meldde aldus vindt vond voegt legt waarschuwt waarschuwde meent meende reageert
        reageerde denkt dacht concludeert concludeerde roept riep erkent erkende besluit
        besloot klaagt klaagde"""
    ),
    pronouns={"hij": "he", "zij": "she", "ze": "she", "het": "it", "wij": "we", "ik": "i"},
    determiners=_set("de het een zijn haar hun deze dit twee drie enkele meerdere"),
    indefinite=_set("een"),
    several=_set("twee drie enkele meerdere"),
    links=_set("van voor bij uit in op te"),
    place_links=_set("in op te"),
    particles=_set("van der den de ter ten te en voor"),
    conjunctions=_set("en"),
    but=_set("maar terwijl"),
    auxiliaries=_set("heeft hebben had hadden is was wordt"),
    adverbs=_set("ook later daarna toen nog verder vandaag gisteren"),
    prepositions=_set("in op tegen aan tijdens na voor met over bij tot naar"),
    temporal=_set(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari "
        "maart april mei juni juli augustus september oktober november december "
        "gisteren vandaag"
    ),
    stops=_set("dat die als niet wie wat waar hoe maar want toe uit"),
    titles=_set("meneer mevrouw dr prof president premier minister burgemeester"),
    he_words=_set("meneer woordvoerder"),
    she_words=_set("mevrouw woordvoerster"),
    persons=_set(
        "minister president premier burgemeester directeur directrice woordvoerder "
        "woordvoerster advocaat man vrouw deskundige chef voorzitter onderzoeker "
        "onderzoekster hoogleraar"
    ),
    spokespersons=_set("woordvoerder woordvoerster"),
    groups=_set("autoriteiten deskundigen onderzoekers bewoners politie"),
    organizations=_set(
        "ministerie regering partij universiteit rechtbank bank instituut vakbond "
        "vereniging bedrijf groep raad"
    ),
    companies=_set("bedrijf fabrikant autobouwer"),
    outlets=_set("krant omroep zender persbureau tijdschrift"),
    outlet_words=_set("volkskrant telegraaf dagblad courant"),
    outlet_names=_set("anp reuters afp nos"),
    channels=_set("verklaring bericht brief mededeling"),
    channel_links=_set("in"),
    verb_second=True,
    according=_phrases("volgens"),
    that=_set("dat"),
    possessives=_set("zijn haar hun"),
)

EUROPEAN = {
    lexicon.language: lexicon for lexicon in (GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH)
}
