"""Spanish."""

from reader.quotes.lexicon import Lexicon
from reader.quotes.phrases import phrases
from reader.quotes.word_forms import cues, forms, phrase_lines, word_list, word_set

_REPORTS = forms(
    """afirm explic señal declar asegur indic manifest coment destac subray
    lament denunci anunci precis apunt confes relat inform confirm avis critic consider estim
    recalc puntualiz aclar garantiz revel augur vaticin jur opin record remarc detall matiz alert
    alarm sospech esper pronostic conjetur argument aleg reiter""",
    "ó a an aron aba aban ado",
)
_IRREGULAR = """dijo dice dicen dijeron dicho decía decían añadió añade añaden añadieron añadido
    agregó agrega agregaron agregado sostuvo sostiene sostienen sostuvieron cuenta cuentan contó
    contaron contado escribió escribe escribieron escrito respondió responde respondieron advirtió
    advierte advierten advirtieron advertido reconoció reconoce reconocen reconocieron reconocido
    insistió insiste insisten insistieron insistido concluyó concluye concluido recuerda recuerdan
    admitió admite admiten admitido expresó expresa expresado expuso expone prometió promete
    prometido aseveró asevera cree creen creía piensa piensan teme temen negó niega niegan mantuvo
    mantiene sugirió sugiere predijo saber defendió defiende defienden defendido señalando"""
_SPEAKS = [
    *forms(
        """pregunt grit exclam bromi ironiz contest replic protest zanj celebr resumi
        reclam reproch sentenci queja quej lanz murmur susurr suspir felicit rog exhort cuestion
        tuite cit rez remat reflexion apostill apremi proclam""",
        "ó a an aron aba aban ado",
    ),
    *word_list("""sonríe ríe corean coreaban corearon prosiguió prosigue siguió continúa continuó
        pidió pide piden pidieron añadiendo espetó espeta resumió resume rió sonrió despidió
        interrumpió insistía repitió repite repiten repetía arremetió arremete"""),
]

_VERBS = cues(
    ("f", "calificó califica calificaron calificado tachó tacha tildó tilda"),
    ("f", "describió describe definió define"),
    ("st", _REPORTS),
    ("st", _IRREGULAR),
    ("s", _SPEAKS),
)

LEXICON = Lexicon(
    language="es",
    verbs=_VERBS,
    never_finite=frozenset(word for word in _VERBS if word.endswith(("ado", "ido")))
    | word_set("dicho escrito"),
    perfects=word_set("ha han había habían he hemos haber"),
    cue_nouns=word_set(
        "cuenta cuentas declara anuncia pregunta critica denuncia comenta informa nota apunta "
        "cita estima alarma alerta protesta réplica jura queja replica espera contesta resume "
        "escrito dicho explica grita suspira celebra zanja manifiesta indicado afirmado estimado"
    ),
    pronouns={"él": "he", "ella": "she", "ellos": "they", "ellas": "they", "yo": "i"},
    determiners=word_set(
        "el la los las un una unos unas su sus este esta estos estas dos tres varios varias"
    ),
    indefinite=word_set("un una"),
    articles=word_set("un una"),
    several=word_set("dos tres varios varias"),
    links=word_set("de del para en"),
    place_links=word_set("en"),
    particles=word_set("de del la las los y da"),
    surname_particles=word_set("de del la las los da dos von van"),
    conjunctions=word_set("y e"),
    but=word_set("pero"),
    auxiliaries=word_set(
        "hizo ha han había habían es fue son era está están estaba estaban he hemos"
    ),
    adverbs=word_set(
        """antes también luego después además hoy ayer ya le les se lo nos
        así entonces asimismo posteriormente finalmente ayer anoche nuevamente tajante hasta
        incluso"""
    ),
    adverb_endings=("mente",),
    prepositions=word_set(
        """en a ante durante tras con por sobre al desde para según
        entre contra hacia sin hasta bajo mediante"""
    ),
    temporal=word_set(
        """lunes martes miércoles jueves viernes sábado domingo enero
        febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer
        hoy anoche mañana tarde noche semana pasado pasada"""
    ),
    stops=word_set("que quien cuando si no se donde como pero porque aunque cuyo cuya mientras"),
    negations=word_set("no nunca jamás tampoco"),
    predicates=word_set(
        """tiene tenía hace va van iba queda sigue vive llega llegó salió
        visitó sonrió parece puede debe quiere espera mira pone viene sabe resultó resultaron"""
    ),
    predicate_endings=("aron", "ieron", "aba", "aban"),
    titles=word_set(
        "señor señora don doña sr sra dr dra presidente presidenta ministro ministra alcalde "
        "alcaldesa doctor doctora general coronel fray sor monseñor"
    ),
    title_endings=("ólogo", "óloga"),
    he_words=word_set(
        "señor don sr dr doctor ministro alcalde hombre padre hijo hermano director vecino abogado"
    ),
    she_words=word_set(
        "señora doña sra dra doctora presidenta ministra alcaldesa mujer madre hija hermana "
        "directora vecina abogada entrenadora"
    ),
    portfolios=word_set(
        """defensa hacienda justicia interior educación agricultura
        cultura trabajo sanidad economía exteriores fomento transportes"""
    ),
    persons=word_set(
        """político política conductor conductora presidente presidenta
        ministro ministra alcalde alcaldesa director directora portavoz vocero vocera abogado
        abogada hombre mujer experto experta jefe jefa líder secretario secretaria investigador
        investigadora profesor profesora doctor doctora médico médica juez jueza fiscal diputado
        diputada senador senadora concejal concejala consejero consejera vecino vecina testigo
        madre padre hijo hija hermano hermana viuda entrenador entrenadora seleccionador capitán
        jugador jugadora portero agricultor agricultora ganadero ganadera pescador pescadora
        guarda tesorero tesorera historiador historiadora economista climatólogo climatóloga
        sociólogo socióloga enfermero enfermera maestro maestra estudiante alumno alumna cliente
        comerciante hotelero hotelera escritor escritora cantante actor actriz cineasta autor
        autora artista activista sindicalista empleado empleada obrero obrera jubilado jubilada
        acusado acusada fundador fundadora gerente asesor asesora ingeniero ingeniera obispo dueño
        dueña propietario propietaria delegado delegada comisario comisaria gobernador gobernadora
        vicepresidente vicepresidenta canciller embajador embajadora residente científico
        científica responsable candidato candidata"""
    ),
    person_endings=("ólogo", "óloga"),
    nameless=word_set("fuente fuentes"),
    spokespersons=word_set("portavoz vocero vocera"),
    groups=word_set(
        """cientos miles decenas autoridades expertos investigadores vecinos
        policía bomberos manifestantes médicos científicos sindicatos padres testigos oposición
        abogados agricultores ecologistas especialistas"""
    ),
    organizations=word_set(
        """ministerio gobierno partido universidad tribunal banco
        instituto sindicato asociación empresa compañía grupo consejo agencia cofradía
        ayuntamiento policía museo hospital fiscalía comisión federación fundación oposición junta
        generalitat diputación club consejería cámara escuela"""
    ),
    companies=word_set("empresa compañía fabricante"),
    outlets=word_set("periódico diario cadena agencia revista"),
    outlet_words=word_set("país mundo diario televisión vanguardia"),
    outlet_names=word_set("efe reuters afp rtve"),
    channels=word_set("comunicado mensaje carta tuit nota"),
    channel_links=word_set("en"),
    according=phrase_lines(
        "según\nde acuerdo con\na juicio de\nen opinión de\nen palabras de\na juicio del"
    ),
    opinions=word_set("para"),
    that=word_set("que"),
    inserts=word_set("— –"),
    dialogue=word_set("— –"),
    adjectives_after=True,
    inversion=True,
    pro_drop=True,
    possessives=word_set("su sus"),
    nameless_cues=phrases(
        """bajo condición de anonimato
        bajo anonimato
        pidió|pidieron|pide no ser identificado|identificada|identificados
        prefirió|prefiere no dar su nombre"""
    ),
    no_comment=phrases(
        """no quiso|quisieron comentar|hablar|responder
        declinó|declinaron * comentar|comentarios
        no respondió|respondieron a * preguntas|solicitudes|llamadas
        se negó|negaron a comentar|responder"""
    ),
    documents=word_set("informe estudio carta comunicado sentencia encuesta documento"),
)
