"""Speech by rules: cues, the rules for direct and indirect speech, attribution."""

from collections.abc import Sequence

from reader.quotes import colons, direct, indirect, reported
from reader.quotes.attribution import attribute
from reader.quotes.cues import find_cues
from reader.quotes.direct import Rule
from reader.quotes.draft import Draft
from reader.quotes.sentence import Sentence

RULES: tuple[Rule, ...] = (*direct.RULES, *indirect.RULES, *reported.RULES, *colons.RULES)
SURE: tuple[Rule, ...] = (*direct.RULES, *indirect.SURE, *colons.RULES)
"""Those of English that are right in eight of ten at least, and those for speech that stands alone,
which goes on with what they find."""


def drafts_by_rules(sentences: Sequence[Sentence], rules: Sequence[Rule] = RULES) -> list[Draft]:
    """Return what the rules find in the sentences of a text, with the mentions."""
    cues = [reported.with_unknown_verb(sentence, find_cues(sentence)) for sentence in sentences]
    drafts = [
        draft
        for sentence, found in zip(sentences, cues, strict=True)
        if found or sentence.runs or (sentence.first and not sentence.paragraph)
        for rule in rules
        for draft in rule(sentence, found)
    ]
    return attribute(drafts, sentences, cues)
