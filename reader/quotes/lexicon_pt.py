"""Portuguese, of Portugal and Brazil."""

from reader.quotes.lexicon import Lexicon
from reader.quotes.phrases import phrases
from reader.quotes.word_forms import cues, forms, phrase_lines, word_list, word_set

_REPORTS = forms(
    """afirm explic declar ressalt destac cont alert inform observ lembr lament
    anunci coment avali critic reforç complet sublinh salient apont relat recomend confirm
    consider denunci assegur confess not revel record assinal acredit esper estim argument aleg
    indic detalh frisou frisa avis apel garant aponta""",
    "ou a am aram ava avam ado",
)
_IRREGULAR = """disse diz dizem disseram dito dizia diziam acrescentou acrescenta acrescentam
    acrescentaram escreveu escreve escrevem respondeu responde responderam concluiu conclui
    defendeu defende defendem defenderam garantiu garante garantem garantiram admitiu admite
    admitem referiu refere referem referiram sustentou sustenta sustentam advertiu adverte
    advertem reconheceu reconhece reconhecem insistiu insiste prometeu promete prometeram prevê
    previu pensa acha acham acredita teme temem negou nega nega-se frisou frisa frisam vincou
    vinca realçou realça saber adiantou adianta adiantaram esclareceu esclarece expôs reiterou
    reitera"""
_SPEAKS = [
    *forms(
        """pergunt grit exclam questionou ironiz brinc desabaf protest coment rematou
        remat celebr suspir murmur quest question reclam implor cit lanç""",
        "ou a am aram ava avam ado",
    ),
    *word_list("""sorri ri prosseguiu prossegue continuou continua retorquiu retorque pediu pede
        pedem pediram contrapôs replicou replica resumiu resume repetiu repete sorriu queixou
        queixa queixa-se queixou-se lembrou-se disparou dispara atirou"""),
]

_VERBS = cues(
    ("f", "classificou classifica classificaram classificado chamou chama descreveu descreve "),
    ("f", "definiu define apelidou"),
    ("st", _REPORTS),
    ("st", _IRREGULAR),
    ("s", _SPEAKS),
)

LEXICON = Lexicon(
    language="pt",
    verbs=_VERBS,
    never_finite=frozenset(word for word in _VERBS if word.endswith(("ado", "ido")))
    | word_set("dito escrito"),
    perfects=word_set("tem têm tinha tinham havia terá teria ter"),
    cue_nouns=word_set(
        "segundo conforme "
        "conta contas nota pergunta critica denuncia resposta estima espera reforça lembrança "
        "dito declarado queixa acha resume pensa recorda contado indicado continua pede chama "
        "cita lança reclama"
    ),
    pronouns={"ele": "he", "ela": "she", "eles": "they", "elas": "they", "eu": "i"},
    determiners=word_set(
        "o a os as um uma seu sua seus suas este esta esse essa dois duas três vários várias"
    ),
    indefinite=word_set("um uma"),
    articles=word_set("um uma"),
    several=word_set("dois duas três vários várias"),
    links=word_set("de do da dos das para em no na"),
    place_links=word_set("em no na"),
    particles=word_set("de do da dos das e d"),
    surname_particles=word_set("de do da dos das d von van"),
    conjunctions=word_set("e"),
    but=word_set("mas"),
    auxiliaries=word_set(
        "fez tem têm tinha tinham havia é foi foram são era está estão estava estavam ficou ficaram"
    ),
    adverbs=word_set(
        """antes também depois ainda hoje ontem já se lhe nos assim então
        finalmente além novamente posteriormente"""
    ),
    adverb_endings=("mente",),
    prepositions=word_set(
        """diante junto em no na durante após com por sobre ao à aos às
        nesta neste num numa pelo pela pelos pelas para entre contra sem até desde perante nos
        nas"""
    ),
    temporal=word_set(
        """segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
        sábado domingo segunda terça quarta quinta sexta janeiro fevereiro março abril maio junho
        julho agosto setembro outubro novembro dezembro hoje ontem manhã tarde noite semana
        passado passada"""
    ),
    stops=word_set("que quem quando se não onde como mas porque embora cujo cuja enquanto"),
    negations=word_set("não nunca jamais nem"),
    predicates=word_set(
        """vai vão faz fica vive chega chegou saiu visitou sorriu parece
        pode deve quer mostrou mostrou-se tocou esteve"""
    ),
    predicate_endings=("aram", "eram", "iram"),
    titles=word_set(
        "senhor senhora sr sra dr dra presidente ministro ministra prefeito prefeita doutor "
        "doutora general coronel dom dona padre"
    ),
    title_endings=("ólogo", "óloga", "ologista"),
    he_words=word_set(
        "senhor sr dr doutor ministro prefeito homem pai filho irmão diretor advogado treinador"
    ),
    she_words=word_set(
        "senhora sra dra doutora ministra prefeita mulher mãe filha irmã diretora advogada "
        "treinadora moradora"
    ),
    portfolios=word_set(
        """defesa economia finanças justiça educação agricultura cultura
        saúde fazenda ambiente transportes"""
    ),
    persons=word_set(
        """político presidente ministro ministra prefeito prefeita diretor
        diretora porta-voz advogado advogada homem mulher especialista chefe líder secretário
        secretária pesquisador pesquisadora professor professora doutor doutora médico médica juiz
        juíza procurador procuradora deputado deputada senador senadora vereador vereadora morador
        moradora testemunha mãe pai filho filha irmão irmã viúva treinador treinadora técnico
        técnica capitão jogador jogadora guarda-redes goleiro agricultor agricultora pescador
        pescadora guarda tesoureiro tesoureira historiador historiadora economista climatologista
        sociólogo socióloga enfermeiro enfermeira aluno aluna estudante cliente comerciante
        hoteleiro hoteleira escritor escritora cantor cantora ator atriz cineasta autor autora
        artista ativista sindicalista operário operária aposentado aposentada reformado arguido
        arguida acusado acusada fundador fundadora gerente assessor assessora engenheiro
        engenheira bispo dono dona proprietário proprietária delegado delegada comissário
        governador governadora vice-presidente embaixador embaixadora cientista candidato
        candidata responsável autarca investigador investigadora presidenta"""
    ),
    person_endings=("ólogo", "óloga", "ologista"),
    nameless=word_set("fonte fontes"),
    spokespersons=word_set("porta-voz"),
    groups=word_set(
        """centenas milhares dezenas autoridades especialistas pesquisadores
        moradores polícia bombeiros manifestantes médicos cientistas sindicatos pais testemunhas
        oposição advogados agricultores ambientalistas investigadores"""
    ),
    organizations=word_set(
        """ministério governo partido universidade tribunal banco
        instituto sindicato associação empresa companhia grupo conselho agência prefeitura câmara
        polícia museu hospital comissão federação fundação oposição clube escola defesa"""
    ),
    companies=word_set("empresa companhia montadora"),
    outlets=word_set("jornal diário emissora agência revista"),
    outlet_words=word_set("folha globo público jornal"),
    outlet_names=word_set("lusa reuters afp"),
    channels=word_set("comunicado mensagem carta nota"),
    channel_links=word_set("em numa num"),
    according=phrase_lines(
        "segundo\nde acordo com\nconforme\nna opinião de\nna opinião do\nna opinião da"
    ),
    opinions=word_set("para"),
    that=word_set("que"),
    inserts=word_set("— –"),
    dialogue=word_set("— –"),
    adjectives_after=True,
    inversion=True,
    pro_drop=True,
    elided=word_set("d"),
    possessives=word_set("seu sua"),
    nameless_cues=phrases(
        """sob condição de anonimato
        sob anonimato
        pediu|pediram para não ser identificado|identificada|identificados
        preferiu não dar|revelar o nome"""
    ),
    no_comment=phrases(
        """não quis|quiseram comentar|falar|responder
        não respondeu|responderam a|aos|às|ao * pedidos|perguntas|pedido|questões
        recusou|recusaram comentar
        recusou-se a comentar|responder"""
    ),
    documents=word_set("relatório estudo carta comunicado sentença pesquisa documento sondagem"),
)
