"""French."""

from reader.quotes.lexicon import Lexicon
from reader.quotes.phrases import phrases
from reader.quotes.word_forms import cues, forms, phrase_lines, word_list, word_set

_REPORTS = [
    *forms(
        """affirm expliqu ajout déclar soulign estim assur racont indiqu précis confi
        regrett rappel annonc dénonc jug reconn signal révél not observ constat confirm avou
        insist martel jur préten déplor considér propos suggér craign démontr""",
        "e ent ait aient a èrent é",
    ),
    *forms("rappell martèl révèl suggèr considèr répèt", "e ent"),
    *forms("promett admett", "ait aient"),
    *forms("promet admet soutien maintien", "- tent tait"),
]
_IRREGULAR = """dit disent disait disaient redit écrit écrivent écrivait prévient préviennent
    prévenait prévenu reconnaît reconnaissent reconnaissait reconnu soutient soutiennent soutenait
    soutenu maintient maintenu promet promettent promis admet admettent admis prétend prétendent
    prétendait prétendu craint craignait craignent croit pense pensent pensait espère espèrent
    espérait savoir conclut concluait conclu répond répondent répondait répondu avertit
    avertissait averti décrit garantit garanti appris apprend redoute redoutent souhaite
    souhaitent juré"""
_SPEAKS = [
    *forms(
        """lanc demand interrog s'exclam exclam résum plaid tranch ironis s'indign
        indign comment tweet renchér inquiét désol emport agac réjou questionn témoign martel
        soupir murmur lâch glis cri hurl balay grinc étonn insurg alarm félicit salu chuchot
        rétorqu répliqu enchaîn nuanc attaqu rassur critiqu tempér détaill analys souffl tonn
        tempêt coup intim développ moqu amus argument argu press appuy protest poursuiv expos
        évoqu scand""",
        "e ent ait aient a èrent é",
    ),
    *forms("inquièt tempèr tonn", "e ent"),
    *word_list("""poursuit poursuivait poursuivi conclut renchérit renchéri s'inquiète reprend
        reprenait repris sourit souriait rit riait plaint plaignait réagit réagissait réagi
        réjouit réjouissait souvient souviennent souvenait souvenu glisse glissait glissé remercie
        s'excuse intervient intervenu insurge plaint interpelle interpellait lit entonne prie"""),
]

_VERBS = cues(
    ("f", "qualifie qualifient qualifiait qualifié qualifiée"),
    ("st", _REPORTS),
    ("st", _IRREGULAR),
    ("s", _SPEAKS),
)

LEXICON = Lexicon(
    language="fr",
    verbs=_VERBS,
    never_finite=frozenset(word for word in _VERBS if word.endswith(("é",)))
    | word_set(
        """écrit prévenu reconnu soutenu maintenu promis admis prétendu répondu
        averti garanti appris repris réagi souvenu réjoui renchéri intervenu"""
    ),
    perfects=word_set("a ont avait avaient ai avons aurait ayant s se avoir"),
    cue_nouns=word_set(
        "juge juges note notes demande annonce lance cri écrit écrits fait faits dit conclut "
        "confie réponse commente plaid promis appris admis critique critiques attaque souffle "
        "presse témoigne questionne coupe salue averti rit sourit ajoute"
    ),
    pronouns={
        "il": "he",
        "elle": "she",
        "ils": "they",
        "elles": "they",
        "on": "they",
        "je": "i",
        "nous": "we",
    },
    impersonals=word_set("on"),
    clitics=word_set("il elle ils elles on je"),
    determiners=word_set(
        "le la les l un une des du de son sa ses leur leurs ce cet cette deux trois plusieurs notre"
    ),
    indefinite=word_set("un une"),
    articles=word_set("un une"),
    several=word_set("deux trois plusieurs"),
    links=word_set("de du des d à au aux pour chez"),
    place_links=word_set("à au aux"),
    particles=word_set("de du des la le et van von d"),
    surname_particles=word_set("de du des d la le van von der den ben el"),
    conjunctions=word_set("et"),
    but=word_set("mais"),
    auxiliaries=word_set(
        "a ont avait avaient est sont était étaient fait faisait font a-t ont-ils"
    ),
    adverbs=word_set(
        """aussi encore ensuite également t-il t-elle toujours ainsi
        notamment s se lui y en tenu voulu souhaité tout simplement déjà alors enfin plus tard
        fataliste hier tôt"""
    ),
    adverb_endings=("ement", "amment", "emment"),
    prepositions=word_set(
        """à dans sur lors devant pour avec en au aux par après avant
        sous depuis pendant vers chez auprès face contre entre sans malgré dès durant"""
    ),
    temporal=word_set(
        """lundi mardi mercredi jeudi vendredi samedi dimanche janvier
        février mars avril mai juin juillet août septembre octobre novembre décembre hier soir
        matin aujourd'hui midi après-midi nuit semaine"""
    ),
    stops=word_set("que qui quand si ne n pas se où comme mais donc qu dont car puisque lorsque"),
    negations=word_set("ne n pas jamais"),
    predicates=word_set(
        """va vont veut peut doit reste restait espère attend vient
        viennent arrive quitte sort prend met voit tient semble paraît s'est s'était"""
    ),
    titles=word_set(
        "m mme mlle mm monsieur madame président présidente ministre maire docteur dr me maître "
        "général colonel père soeur sœur"
    ),
    title_endings=("ateur", "atrice", "ologue", "président", "présidente", "ministre"),
    he_words=word_set("m monsieur directeur avocat homme père fils frère entraîneur préfet"),
    she_words=word_set(
        "mme mlle madame directrice avocate femme mère fille sœur soeur entraîneuse préfète "
        "présidente habitante voisine"
    ),
    portfolios=word_set(
        """défense économie finances justice intérieur éducation
        agriculture culture travail santé affaires étrangères transports"""
    ),
    persons=word_set(
        """ministre président présidente maire directeur directrice
        politique porte-parole avocat avocate homme femme chercheur chercheuse expert experte chef
        cheffe patron patronne responsable adjoint adjointe élu élue voisin voisine habitant
        habitante lecteur lectrice médecin juge procureur procureure secrétaire député députée
        sénateur sénatrice professeur professeure préfet préfète entraîneur entraîneuse
        sélectionneur capitaine joueur joueuse témoin passant passante riverain riveraine mère
        père fils fille frère sœur soeur veuve agriculteur agricultrice éleveur éleveuse pêcheur
        pêcheuse gardien gardienne trésorier trésorière historien historienne économiste
        climatologue sociologue politologue infirmier infirmière enseignant enseignante étudiant
        étudiante élève client cliente commerçant commerçante hôtelier hôtelière écrivain
        écrivaine chanteur chanteuse comédien comédienne réalisateur réalisatrice auteur autrice
        artiste militant militante syndicaliste salarié salariée ouvrier ouvrière retraité
        retraitée accusé accusée prévenu fondateur fondatrice gérant gérante conseiller
        conseillère ingénieur ingénieure évêque propriétaire délégué déléguée commissaire
        spécialiste vice-président vice-présidente"""
    ),
    person_endings=("ologue", "ateur", "atrice"),
    nameless=word_set("source sources informateur"),
    spokespersons=word_set("porte-parole"),
    groups=word_set(
        """centaines milliers dizaines autorités experts chercheurs policiers
        habitants syndicats police pompiers manifestants riverains médecins scientifiques
        enquêteurs parents élus secouristes oppositions opposition témoins avocats associations
        gendarmes gendarmerie spécialistes"""
    ),
    organizations=word_set(
        """ministère gouvernement parti université tribunal banque
        institut syndicat association entreprise société groupe conseil agence mairie préfecture
        commune ville police école hôpital musée parquet commission fédération fondation
        opposition région département direction chambre élysée matignon club compagnie"""
    ),
    companies=word_set("entreprise société groupe constructeur compagnie"),
    outlets=word_set("journal quotidien chaîne hebdomadaire magazine agence radio"),
    outlet_words=word_set("journal figaro monde libération télévision courrier dépêche"),
    outlet_names=word_set("afp reuters libération mediapart bfmtv franceinfo belga"),
    channels=word_set("communiqué message lettre courriel tweet"),
    channel_links=word_set("dans sur"),
    according=phrase_lines("selon\nd après\nde l avis\nà en croire"),
    opinions=word_set("pour"),
    that=word_set("que qu"),
    inserts=word_set(", — –"),
    dialogue=word_set("— –"),
    adjectives_after=True,
    inversion=True,
    elided=word_set("c d j l m n qu s t jusqu lorsqu puisqu"),
    possessives=word_set("son sa ses leur leurs"),
    nameless_cues=phrases(
        """sous couvert d anonymat
        sous le couvert de l anonymat
        requis l anonymat
        préféré ne pas donner son nom
        souhaité garder l anonymat
        préféré garder l anonymat
        préfère rester anonyme"""
    ),
    no_comment=phrases(
        """n a|ont pas souhaité|voulu|désiré réagir|commenter|répondre|s
        n a|ont pas répondu|réagi
        n a|ont pas donné suite
        refusé de commenter|répondre
        n était pas joignable"""
    ),
    documents=word_set("rapport étude lettre communiqué enquête sondage document jugement note"),
)
