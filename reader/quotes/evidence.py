"""What found a quotation, in words that need no linguist.

One row for each rule and tag by its name, as ``Quotation.rule`` has it. A rule without a row is
told by its name, so that nothing breaks where one was forgotten.
"""

RULES = {
    # English, as learned from articles in which people marked who says what.
    "learned": "the wording as a whole, as learned from marked articles",
    "learned-apart": "the wording as a whole, as learned; the source stands in another sentence",
    "learned-without-cue": "the wording as a whole, as learned; no cue stands near",
    "learned-unnamed": "the wording as a whole, as learned; nobody is named for it",
    # Direct speech.
    "quoted-then-cue": "words in quotation marks, then a cue",
    "cue-then-quoted": "a cue, then words in quotation marks",
    "introduced": "words in quotation marks after a colon",
    "standing-alone": "a sentence that stands in quotation marks from end to end",
    "follow-on": "words in quotation marks that go on from the quotation before",
    "after-subject": "words in quotation marks after a sentence about who may say them",
    "headline": "a headline with who says so before or after a colon",
    "after-colon": "a cue and a colon, then what is said, without quotation marks",
    "block-quote": "a paragraph without quotation marks below a cue and a colon",
    "label": "a paragraph that begins with the name of who speaks and a colon",
    "marks-only": "quotation marks alone: for this language there are no word lists",
    # Indirect speech.
    "according": "“according to” or words like it",
    "that-clause": "a cue, then “that”, then what is said",
    "bare-clause": "a cue, then what is said, without “that”",
    "subjunctive": "a cue, then a clause in the mood of reported speech",
    "infinitive": "a cue, then “to” and what is promised, asked or meant",
    "fragment": "a cue whose sentence has some words in quotation marks",
    "interposed": "a cue in the middle of what is said",
    "postposed": "a cue after what is said",
    "noun-phrase": "a cue, then the thing that is praised, denied or called for",
    "inverted": "what is said, then a cue before its source",
    "as-told": "what is said, then “as” with a cue and its source",
    "source-first": "a source with words like “according to” after it",
    "opinion": "“for” and whose opinion it is, then what that is",
    "fragment-first": "words in quotation marks, then the cue that calls something so",
}


def rule_in_words(rule: str) -> str:
    """Return what a rule or tag goes by; its own name where it has no row in ``RULES``."""
    return RULES.get(rule) or f"the rule “{rule or 'without a name'}”"
