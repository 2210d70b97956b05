"""The words of labels, language by language: who asks, who answers, what nobody speaks under."""

from functools import cache

from reader.quotes.listed import Listed

NONE: frozenset[str] = frozenset()


class LabelWords(Listed):
    """What paragraphs with a label are told by; all lower case with straight apostrophes."""

    askers: frozenset[str] = NONE
    """Labels of who asks, unnamed: "q"."""
    answerers: frozenset[str] = NONE
    """Labels of who answers, unnamed: "a"."""
    headings: frozenset[str] = NONE
    """What stands before a colon and is nobody: "correction", "verdict"."""
    own: frozenset[str] = NONE
    """What speakers say of themselves: "i", "my"."""
    spoken: frozenset[str] = NONE
    """What is said to somebody, or by several of themselves: "you", "we"."""
    past: frozenset[tuple[str, str]] = frozenset()
    """Pairs of words that ask what one did: "did you", which an adviser does not ask."""


# In the order of the fields.
_LABELS: dict[str, tuple[str, ...]] = {
    "en": (
        "q question questioner interviewer",
        "a answer interviewee",
        """correction corrections clarification update updated note notes editor editors
            editor's photo photos picture pictures image video audio caption credit source
            sources read related more watch listen see also dear analysis opinion comment review
            verdict rating score price prices cost pros cons plus minus date time when where who
            what why how location venue address phone tel email e-mail contact website tickets
            details summary background context facts fact myth reality key highlights conclusion
            introduction chapter part step tip tips warning caution example result results
            winner winners group table total born died age education job occupation family
            career party director cast writer producer length certificate genre rated
            ingredients method serves directions goals subs referee attendance line-up lineup
            coach prediction odds yes no for against claim problem solution live breaking
            exclusive explained transcript q&a faq ps p.s disclosure disclaimer advertisement
            subject re from to cc by via tags topics category hometown height weight quote film
            book album theme title version page first second third last next""",
        "i i'm i've i'd i'll my me mine myself",
        """you you're you've you'd you'll your yours yourself we we're we've we'd we'll our
            ours us let's""",
    ),
    "de": (
        "frage f interviewer interviewerin",
        "antwort a",
        """korrektur berichtigung hinweis anmerkung update aktualisierung foto fotos bild
            bilder video quelle quellen mehr lesen siehe analyse kommentar meinung fazit urteil
            note wertung preis preise kosten vorteile nachteile vorteil nachteil plus minus
            datum zeit uhrzeit wann wo wer was warum wie ort adresse telefon kontakt website
            karten tickets details zusammenfassung hintergrund fakten fakt mythos kapitel teil
            schritt tipp tipps achtung warnung beispiel ergebnis ergebnisse sieger gruppe
            tabelle geboren alter beruf familie partei regie darsteller länge zutaten
            zubereitung tore schiedsrichter zuschauer aufstellung trainer prognose pro contra
            behauptung problem lösung live exklusiv transkript anzeige betreff von an themen
            schlagworte film buch album titel seite liebe lieber""",
        "ich mein meine meinen meinem meiner mir mich",
        "wir uns unser unsere unseren unserem unserer ihnen euch du dir dich dein deine",
    ),
    "fr": (
        "q question journaliste",
        "r réponse",
        """correction rectificatif note photo photos image vidéo source sources lire voir
            analyse avis verdict prix coût date heure quand où qui quoi pourquoi comment lieu
            adresse téléphone contact site résumé contexte faits chapitre partie étape conseil
            attention exemple résultat résultats né née âge profession parti réalisateur durée
            ingrédients préparation buts arbitre composition pronostic pour contre problème
            solution direct exclusif publicité objet de à film livre album titre page cher chère
            bilan""",
        "je j moi mon ma mes me m",
        "vous votre vos nous notre nos tu ton ta tes te toi",
    ),
    "es": (
        "p pregunta entrevistador entrevistadora",
        "r respuesta",
        """corrección nota foto fotos imagen vídeo video fuente fuentes leer ver análisis
            opinión veredicto precio coste costo fecha hora cuándo dónde quién qué cómo lugar
            dirección teléfono contacto resumen contexto datos capítulo parte paso consejo
            atención ejemplo resultado resultados nacido edad profesión partido director
            duración ingredientes preparación goles árbitro alineación pronóstico pros contras
            problema solución directo exclusiva publicidad asunto de a película libro disco
            título página querido querida""",
        "yo mi mis me mí conmigo creo estoy soy tengo",
        "usted ustedes nosotros nosotras nuestro nuestra nuestros nuestras nos tú tu te",
    ),
    "it": (
        "d domanda intervistatore intervistatrice",
        "r risposta",
        """correzione nota foto immagine video fonte fonti leggi vedi analisi opinione verdetto
            voto prezzo costo data ora quando dove chi cosa perché come luogo indirizzo telefono
            contatti sintesi contesto fatti capitolo parte passo consiglio attenzione esempio
            risultato risultati nato nata età professione partito regia durata ingredienti
            preparazione gol arbitro formazione pronostico pro contro problema soluzione diretta
            esclusiva pubblicità oggetto da a film libro album titolo pagina caro cara""",
        "io mio mia miei mie mi me credo ho",
        "lei voi vostro vostra noi nostro nostra nostri nostre ci tu tuo tua ti",
    ),
    "pt": (
        "p pergunta entrevistador entrevistadora",
        "r resposta",
        """correção nota foto fotos imagem vídeo fonte fontes leia veja análise opinião
            veredito preço custo data hora quando onde quem quê porquê como local endereço
            morada telefone contato contacto resumo contexto fatos factos capítulo parte passo
            dica atenção exemplo resultado resultados nascido idade profissão partido direção
            duração ingredientes preparo gols golos árbitro escalação palpite prós contras
            problema solução direto exclusivo publicidade assunto de para filme livro disco
            título página caro cara""",
        "eu meu minha meus minhas me mim comigo acho estou sou tenho",
        "você vocês senhor senhora nós nosso nossa nossos nossas nos tu te",
    ),
    "nl": (
        "v vraag interviewer",
        "a antwoord",
        """correctie rectificatie noot foto foto's beeld video bron bronnen lees zie analyse
            mening oordeel prijs kosten datum tijd wanneer waar wie wat waarom hoe plaats adres
            telefoon contact samenvatting achtergrond feiten hoofdstuk deel stap tip let
            voorbeeld uitslag uitslagen geboren leeftijd beroep partij regie lengte ingrediënten
            bereiding doelpunten scheidsrechter opstelling voorspelling voordelen nadelen voor
            tegen probleem oplossing live exclusief advertentie onderwerp van aan film boek
            album titel pagina beste conclusie update""",
        "ik mijn mij me",
        "u uw jij je jouw jou wij we ons onze",
    ),
}

_PAST: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("did", "you"), ("were", "you"), ("had", "you")),
    "de": (("haben", "sie"), ("waren", "sie"), ("wurden", "sie"), ("hatten", "sie")),
    "nl": (("hebt", "u"), ("heeft", "u"), ("heb", "je"), ("was", "u"), ("was", "je")),
}


@cache
def label_words(language: str) -> LabelWords:
    """Return the words of labels of a language (two letters); none where there is no lexicon."""
    if language not in _LABELS:
        return LabelWords()
    askers, answerers, headings, own, spoken = (
        frozenset(words.split()) for words in _LABELS[language]
    )
    past = frozenset(_PAST.get(language, ()))
    return LabelWords(askers, answerers, headings, own, spoken, past)
