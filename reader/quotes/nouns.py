"""Reads noun phrases: where one that ends or begins at a token begins and ends."""

from reader.quotes.lexicon import Lexicon
from reader.quotes.names import (
    LONGEST,
    Phrase,
    PhraseKind,
    abbreviated,
    capital_inside,
    function_word,
    given_name,
    is_organization_word,
    is_person_word,
    outlet_follows,
)
from reader.quotes.sentence import Sentence


def breaks(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase cannot hold the word at ``at``."""
    lexicon = sentence.lexicon
    word = sentence.word(at)
    if at > 0 and sentence.capital(at) and word in lexicon.surname_particles:
        return False
    if word in lexicon.given and sentence.capital(at) and at > 0:
        return not given_name(sentence, at)
    if word in lexicon.temporal:
        return not _time_of_somebody(sentence, at)
    if word in lexicon.pronouns:
        return True
    if function_word(lexicon, word):
        return not capital_inside(sentence, at)
    return not sentence.capital(at) and _verb(lexicon, word)


def _time_of_somebody(sentence: Sentence, at: int) -> bool:
    """Whether a time tells of a person: "the night guide"."""
    told = sentence.word(at - 1) in sentence.lexicon.determiners and not sentence.capital(at)
    return told and is_person_word(sentence.lexicon, sentence.word(at + 1))


def _verb(lexicon: Lexicon, word: str) -> bool:
    """Whether a word in lower case is a verb that no noun phrase holds."""
    if word in lexicon.finite or word in lexicon.participles or word in lexicon.predicates:
        return True
    if word.endswith(lexicon.predicate_endings or ("\0",)):
        return True
    cue = word in lexicon.verbs and word not in lexicon.cue_nouns
    return cue and (lexicon.inversion or word.endswith("ed"))


def phrase_ending(sentence: Sentence, last: int) -> Phrase | None:
    """Return the noun phrase whose last token stands right before ``last``."""
    lexicon = sentence.lexicon
    word = sentence.word(last - 1)
    if not word:
        return None
    if word in lexicon.pronouns:
        kind: PhraseKind = "relative" if lexicon.pronouns[word] == "who" else "pronoun"
        return Phrase(last - 1, last, kind)
    if breaks(sentence, last - 1):
        return None
    first = _run_back(sentence, last)
    while first > 0 and sentence.word(first) in lexicon.possessives and _article(sentence, first):
        first -= 1
    return _shaped(sentence, first, last)


def _article(sentence: Sentence, at: int) -> bool:
    """Whether an article stands before the possessive at ``at``: "il suo collega"."""
    return sentence.lexicon.inversion and sentence.word(at - 1) in sentence.lexicon.determiners


def _run_back(sentence: Sentence, last: int) -> int:
    """Return where the noun phrase that ends at ``last`` begins."""
    lexicon = sentence.lexicon
    at = last - 1
    while at > 0 and last - at < LONGEST:
        word = sentence.word(at)
        before = sentence.word(at - 1)
        if word in lexicon.determiners and not _tied(sentence, at):
            break
        if before in lexicon.links or before in lexicon.conjunctions:
            if not _tied(sentence, at):
                # "der" is both: an article, and the link of "Sprecher der Stadt".
                at -= before in lexicon.determiners
                break
            at -= 2
        elif before in lexicon.determiners or (before and not breaks(sentence, at - 1)):
            at -= 1
        elif abbreviated(sentence, at - 1):
            at -= 2
        else:
            break
    return max(at, 0)


def _tied(sentence: Sentence, at: int) -> bool:
    """Whether a preposition or "and" before ``at`` ties on another noun phrase before it."""
    lexicon = sentence.lexicon
    link, head = sentence.word(at - 1), sentence.word(at - 2)
    if not head or (link not in lexicon.links and link not in lexicon.conjunctions):
        return False
    if link in lexicon.conjunctions:
        return not breaks(sentence, at - 2) and (sentence.capital(at) == sentence.capital(at - 2))
    if head in lexicon.determiners:
        # "one of its staff members"
        return True
    return not breaks(sentence, at - 2)


def _shaped(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """Return the phrase without what does not belong to it: a lower-case word before a name."""
    lexicon = sentence.lexicon
    if sentence.word(first) in lexicon.determiners:
        new = sentence.word(first) in lexicon.indefinite
        name = _name_of_its_own(sentence, first, last) if new else first
        if name > first:
            return Phrase(name, last, "name")
        named = sentence.capital(first) and outlet_follows(sentence, first + 1)
        return Phrase(first, last, "name" if named else _kind(sentence, first, last))
    linked = any(
        sentence.word(index) in lexicon.links
        and not (sentence.capital(index) and sentence.word(index) in lexicon.surname_particles)
        for index in range(first, last)
    )
    if sentence.capital(last - 1) and not linked:
        at = last - 1
        while at > first and (sentence.capital(at - 1) or sentence.mark(at - 1)):
            at -= 1
        before = sentence.word(at - 1) if at > first else ""
        if before in lexicon.particles and before not in lexicon.conjunctions:
            first = _before_particles(sentence, first, at - 1)
        elif before and before not in lexicon.conjunctions and not is_person_word(lexicon, before):
            first = at
        return Phrase(first, last, "name")
    return Phrase(first, last, _kind(sentence, first, last))


def _before_particles(sentence: Sentence, first: int, at: int) -> int:
    """Return where the name begins that goes on with the particle at ``at``: "Ines van Laak"."""
    particles = sentence.lexicon.surname_particles
    begin = at
    while begin > first and sentence.word(begin) in particles:
        begin -= 1
    if not sentence.capital(begin) or begin == at:
        return at
    while begin > first and sentence.capital(begin - 1):
        begin -= 1
    return begin


def _name_of_its_own(sentence: Sentence, first: int, last: int) -> int:
    """Return where the name begins that no noun before it tells of: "in a speech Ann Poe"."""
    lexicon = sentence.lexicon
    at = last
    while at > first and (sentence.capital(at - 1) or sentence.mark(at - 1)):
        at -= 1
    before = sentence.word(at - 1)
    tells = (
        before in lexicon.determiners
        or before in lexicon.particles
        or before in lexicon.links
        or before in lexicon.organizations
        or before in lexicon.companies
        or before in lexicon.outlets
        or is_person_word(lexicon, before)
    )
    return first if at == last or at <= first + 1 or tells else at


def _kind(sentence: Sentence, first: int, last: int) -> PhraseKind:
    """Return whether a phrase holds the name of its head: "the director Ann Smith"."""
    lexicon = sentence.lexicon
    if _office(sentence, first, last):
        return "nominal"
    head = last
    for index in range(first + 1, last):
        if sentence.word(index) in lexicon.links and sentence.word(index) not in lexicon.particles:
            head = index
            break
    word = sentence.word(head - 1)
    if not sentence.capital(head - 1) or word.endswith("'s"):
        return "nominal"
    if sentence.word(first) in lexicon.indefinite:
        return "nominal"
    at = head - 2
    while sentence.word(at) in lexicon.surname_particles:
        at -= 1
    common = not sentence.capital(at) or sentence.word(at) in lexicon.determiners
    if lexicon.capital_nouns and common:
        return "nominal"
    return "name"


def _office(sentence: Sentence, first: int, last: int) -> bool:
    """Whether all that is capitalised is what an office is for: "ministre de l'Économie"."""
    lexicon = sentence.lexicon
    listed = [sentence.word(at) for at in range(first + 1, last) if sentence.capital(at)]
    return lexicon.inversion and listed != [] and lexicon.portfolios.issuperset(listed)


def phrase_starting(sentence: Sentence, start: int, *, wide: bool = False) -> Phrase | None:
    """Return the noun phrase that begins at ``start``.

    ``wide``: with its place ("officials in Kyiv"), as after "according to".
    """
    lexicon = sentence.lexicon
    word = sentence.word(start)
    if not word:
        return None
    article = word in lexicon.determiners and sentence.word(start + 1)
    if word in lexicon.pronouns and not (article and not breaks(sentence, start + 1)):
        return Phrase(start, start + 1, "pronoun")
    if word not in lexicon.determiners and breaks(sentence, start):
        return None
    last = _run_on(sentence, start, wide)
    if last == start + 1 and word in lexicon.determiners - lexicon.several:
        return None
    determined = word in lexicon.determiners
    return Phrase(
        start, last, _kind(sentence, start, last) if determined else _plain(sentence, start, last)
    )


def _plain(sentence: Sentence, first: int, last: int) -> PhraseKind:
    """Return the kind of a phrase without determiner: a name, if its head is one."""
    lexicon = sentence.lexicon
    for index in range(first, last):
        if sentence.word(index) in lexicon.links:
            if lexicon.inversion and sentence.word(index + 1) in lexicon.portfolios:
                # "minister van Defensie Huub Kerns"
                return "nominal" if _office(sentence, first, last) else "name"
            return "name" if sentence.capital(index - 1) else "nominal"
    return "name" if sentence.capital(last - 1) else "nominal"


def _run_on(sentence: Sentence, start: int, wide: bool) -> int:
    """Return the index after the noun phrase that begins at ``start``."""
    lexicon = sentence.lexicon
    determined = sentence.word(start) in lexicon.determiners
    last = start + 1
    while last < len(sentence.words) and last - start < LONGEST:
        word = sentence.word(last)
        if not word:
            if not abbreviated(sentence, last):
                break
            last += 1
        elif word in lexicon.links or word in lexicon.conjunctions or word in lexicon.particles:
            if not _ties_on(sentence, start, last, wide):
                break
            last += 2
        elif (
            _acts(sentence, start, last)
            or _another(sentence, start, last)
            or breaks(sentence, last)
            or not _goes_on(sentence, last, determined)
        ):
            break
        else:
            last += 1
    return last


def _another(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a determiner at ``at`` begins another noun phrase."""
    lexicon, word = sentence.lexicon, sentence.word(at)
    if not lexicon.inversion or word not in lexicon.determiners or sentence.capital(at):
        return False
    return at > start + 1 or word not in lexicon.possessives


def _acts(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a verb with its object stands at ``at``: "a nurse from the clinic saw the door"."""
    lexicon, after = sentence.lexicon, sentence.word(at + 1)
    past = sentence.word(at).endswith(lexicon.past_endings or ("\0",))
    return past and at - start > 1 and (after in lexicon.determiners or after in lexicon.pronouns)


def _ties_on(sentence: Sentence, start: int, at: int, wide: bool) -> bool:
    """Whether the preposition or "and" at ``at`` goes on with the phrase begun at ``start``."""
    lexicon = sentence.lexicon
    word, after = sentence.word(at), sentence.word(at + 1)
    if not after or (after not in lexicon.determiners and breaks(sentence, at + 1)):
        return False
    if word in lexicon.conjunctions:
        return sentence.capital(at - 1) == sentence.capital(at + 1)
    if word in lexicon.place_links and not wide:
        return False
    named = sentence.capital(at - 1) and sentence.word(start) not in lexicon.determiners
    return not named or word in lexicon.particles or sentence.capital(at + 1)


def _goes_on(sentence: Sentence, at: int, determined: bool) -> bool:
    """Whether the word at ``at`` belongs to the same noun phrase as the word before it."""
    lexicon = sentence.lexicon
    if lexicon.capital_nouns and sentence.capital(at - 1) and not sentence.capital(at):
        return False
    named = sentence.capital(at - 1) and known_noun(sentence, at - 2)
    known = known_noun(sentence, at - 1) or named
    if lexicon.verb_second and not sentence.capital(at) and known:
        # "volgens de politie raakten": adjectives stand before their noun.
        return False
    if sentence.capital(at) or determined or not sentence.capital(at - 1):
        word = sentence.word(at)
        return lexicon.inversion or sentence.capital(at) or not word.endswith(("ing", "ly"))
    word = sentence.word(at)
    # "Acme spokesman Bo Lee", "Acme officials"
    return is_person_word(lexicon, word) or word in lexicon.groups or word in lexicon.organizations


def known_noun(sentence: Sentence, at: int) -> bool:
    """Whether the word at ``at`` is a noun for who or what can speak."""
    lexicon, word = sentence.lexicon, sentence.word(at)
    if lexicon.adjectives_after and word.endswith("s") and word[:-1] in lexicon.persons:
        return True
    return (
        is_person_word(lexicon, word)
        or word in lexicon.groups
        or is_organization_word(lexicon, word)
        or word in lexicon.companies
        or word in lexicon.outlets
        or word in lexicon.documents
        or (lexicon.inversion and word in lexicon.nameless)
    )


def _told_by(sentence: Sentence, at: int) -> bool:
    """Whether a participle at ``at`` tells of the noun before it: "a report published today"."""
    lexicon, word = sentence.lexicon, sentence.word(at)
    if sentence.capital(at) or known_noun(sentence, at):
        return False
    return word in lexicon.past_participles or word.endswith(("ed", "ing"))


def _amount(sentence: Sentence, at: int) -> bool:
    """Whether what stands before "of" is how many: "36%", "hundreds"."""
    word = sentence.word(at)
    return sentence.mark(at) == "%" or word in sentence.lexicon.amounts or word.isdigit()


def head(sentence: Sentence, phrase: Phrase) -> int:
    """Return the index of the noun that a phrase is about; see ``_last_of_head``.

    Where adjectives follow their noun, it is the first known one: "el político gallego".
    """
    last = _last_of_head(sentence, phrase)
    if not sentence.lexicon.adjectives_after:
        return last
    return next((at for at in range(phrase.first, last) if known_noun(sentence, at)), last)


def tells_more(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether more than an adjective is said of the noun at ``at``: "the head of the school"."""
    rest = [sentence.word(index) for index in range(at + 1, phrase.last)]
    if sentence.lexicon.adjectives_after:
        return any(word in sentence.lexicon.links for word in rest)
    return rest[:1] not in ([], [""])


def _last_of_head(sentence: Sentence, phrase: Phrase) -> int:
    """Return the index of the last word before the first preposition of a phrase.

    A participle before the preposition is not the noun: "a study led by Ann Poe"; nor is how
    many there are: "hundreds of workers". What stands after a comma or in a relative clause
    only tells more of it.
    """
    lexicon = sentence.lexicon
    first = phrase.first
    for index in range(phrase.first + 1, phrase.last):
        word, before = sentence.word(index), sentence.word(index - 1)
        if word in lexicon.of and _amount(sentence, index - 1):
            first = index + 1
            continue
        if index <= first:
            continue
        tie = word in lexicon.links or word in lexicon.prepositions
        if tie and before not in lexicon.determiners:
            told = before.endswith("ed") or before in lexicon.past_participles
            return index - 2 if told and index - 2 > first else index - 1
        relative = lexicon.pronouns.get(word) == "who" or word in lexicon.relatives
        ends = not word and sentence.mark(index) not in {"%", "/", "-"}
        if before and (relative or (ends and not abbreviated(sentence, index))):
            return index - 1
        if known_noun(sentence, index - 1) and _told_by(sentence, index):
            return index - 1
    return phrase.last - 1
