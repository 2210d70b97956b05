"""Phrases of remarks on sourcing, by language: nobody is named, nobody commented.

A line is a phrase: "*" stands for up to six words, "a|b" for either word.
"""

from functools import cache

Tree = dict[str, "Tree"]
"""Under each word what may follow it; where a phrase ends, an empty word."""


class Phrases:
    """Phrases by the word each begins with; those of a word are read when it is met."""

    def __init__(self, listed: str = "") -> None:
        """Take the phrases of the lines of ``listed``."""
        self._lines: dict[str, list[str]] = {}
        for line in listed.strip().splitlines():
            heads, _, rest = line.strip().partition(" ")
            for head in heads.split("|"):
                self._lines.setdefault(head, []).append(rest)
        self.heads = frozenset(self._lines)
        """The words that phrases begin with."""
        self.after = cache(self._after)
        """Gives what may follow a word that phrases begin with."""

    def _after(self, head: str) -> Tree:
        found: Tree = {}
        for line in self._lines[head]:
            ends = [found]
            for words in line.split():
                ends = [tree.setdefault(word, {}) for tree in ends for word in words.split("|")]
            for tree in ends:
                tree[""] = {}
        return found


def phrases(listed: str) -> Phrases:
    """Return the phrases of the lines of ``listed``, each alternative a phrase of its own."""
    return Phrases(listed)


NAMELESS_EN = phrases(
    """on condition of anonymity
    on the condition of anonymity
    anonymous|unnamed|unidentified source|sources|officials|people
    sources who were not named
    asked not to be named|identified|quoted
    declined|refused|preferred to be named|identified
    preferred not to be named|identified
    not|n't want|wish|wanted|wished to be named|identified
    doesn't|didn't|don't want|wish to be named|identified
    asked|asking for anonymity
    requested|requesting|sought|granted anonymity
    spoke|speaking|speaks anonymously
    sources|people|persons|officials|insiders it|they|he|she|which did|does|do not name|identify
    did|does|do not name|identify|specify the|its|their|his|her * source|sources
    did not name|identify those|them|whom
    did not name|identify the people|officials|person|insiders
    without naming|identifying them
    without naming|identifying its|their|the|his|her * source|sources|people
    none of * named|identified
    neither of * named|identified
    named no source|sources
    citing|cited|quoting * sources|source|insiders|officials
    citing|cited|quoting * familiar|briefed|privy with|on|to
    citing|cited|quoting * close to
    citing|cited|quoting * with|having * knowledge
    according to * people|persons|person|sources|source|insiders|officials familiar|briefed|close
    according to * people|persons|person|sources|source|officials with * knowledge"""
)
NO_COMMENT_EN = phrases(
    """declined|declines|refused|refuses to comment|answer|discuss|say|elaborate
    declined|declines|refused to * comment
    declined * request|requests for|to comment
    would|will not comment|elaborate
    would|will not be drawn
    would not say|discuss|answer
    wouldn't comment|say|discuss|elaborate
    would neither confirm nor deny
    did|does not want|wish to comment
    had|has|have|offered|gave no comment
    did|have|has|had not * respond|responded|reply|replied
    did|have|has|had not * respond|responded|reply|replied to * comment
    did not * respond|reply to * request|requests|questions|calls|emails|messages|inquiries
    didn't|haven't|hasn't|hadn't * respond|responded|reply|replied
    didn't|haven't|hasn't * respond|responded|reply|replied to * comment|request|requests|questions
    did|has|have|had not * return|returned * calls|call|messages|emails|comment
    didn't * return * calls|call|messages|emails
    did not * answer * comment|questions|calls
    could not * be reached|contacted
    could not * be reached for comment
    couldn't be reached
    couldn't be reached for comment
    was|were|is|are * unavailable for|to comment
    was|were|is|are not * available for|to * comment
    wasn't|weren't|isn't * available for|to comment
    was|were not * reachable
    no one|spokesperson|spokesman|spokeswoman was * available for|to comment
    nobody was * available for|to comment
    had|has|have|offered|gave|made|provided|issued no immediate|further|public|official comment
    gave|made|offered|issued no reply|response|statement
    there was|were|has|is no immediate|official|public comment|response|reaction|reply|word
    there was|has been no comment|response|reaction|reply
    no immediate|official comment|response|reaction was|were
    no comment|response|reply was|were
    did|do|does not * offer|provide|give|issue|make a|any|further|immediate comment
    did not comment
    did not immediately|publicly|directly comment
    didn't comment
    have|has|had not * commented
    haven't|hasn't|hadn't * commented
    have|has|had yet to * comment|respond|reply|answer
    is|are|was|were not commenting
    won't comment|say|discuss|elaborate
    chose|opted|preferred not to * comment|answer|respond|discuss|say
    declined|declines|refused|refuses to be interviewed|drawn
    declined|refused * interview|interviews
    declined|refused further|any|all|public comment
    declined|refused to make|give|issue|provide|offer a|any|further * comment|statement
    refused comment
    ignored * request|requests|questions|calls|messages|emails
    request|requests|call|calls|email|emails|e-mail|e-mails|message|messages not * returned|answered
    request|requests|call|calls|email|emails|message|messages * not * returned|answered|acknowledged
    request|requests|call|calls|email|emails|message|messages * unanswered|unreturned
    question|questions|inquiry|inquiries|enquiries|letters * not * returned|answered|acknowledged
    question|questions|inquiry|inquiries|enquiries|letters * unanswered
    attempt|attempts|effort|efforts to reach|contact * unsuccessful|failed|fruitless
    attempt|attempts|effort|efforts to reach|contact * not * successful
    approached|contacted for comment
    approached|contacted * for comment"""
)
