"""Speech by rules: cues, the rules for direct and indirect speech, attribution."""

from collections.abc import Sequence

from reader.quotes import colons, direct, indirect, reported
from reader.quotes.attribution import attribute
from reader.quotes.cues import find_cues
from reader.quotes.draft import Draft
from reader.quotes.sentence import Sentence

RULES = (*direct.RULES, *indirect.RULES, *reported.RULES, *colons.RULES)


def drafts_by_rules(sentences: Sequence[Sentence]) -> list[Draft]:
    """Return what the rules find in the sentences of a text, with the mentions."""
    cues = [reported.with_unknown_verb(sentence, find_cues(sentence)) for sentence in sentences]
    drafts = [
        draft
        for sentence, found in zip(sentences, cues, strict=True)
        if found or sentence.runs or (sentence.first and not sentence.paragraph)
        for rule in RULES
        for draft in rule(sentence, found)
    ]
    return attribute(drafts, sentences, cues)
