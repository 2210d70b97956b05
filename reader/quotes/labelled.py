"""Question and answer with speakers as labels: "Noor: I think ...", "Q: ... A: ...".

A paragraph that begins with a name and a colon is speech only where the text reads as one:
two labels or more, and words that are said rather than written ("I", "you", a question).
"Correction:", a line-up and a headline are none.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.model import Span
from reader.quotes.cues import Cue
from reader.quotes.draft import Draft
from reader.quotes.identity import names_in
from reader.quotes.label_words import LabelWords, label_words
from reader.quotes.labels import CLOSING, Turn, evidence, label_end, paragraph_from, read_turn
from reader.quotes.lexicon import SPEECH
from reader.quotes.names import Phrase
from reader.quotes.sentence import Sentence

Named = tuple[Sentence, Phrase]
"""Where somebody's name stands."""

_TURNS = 2  # labelled paragraphs of a text that are more than a chance
_CLEAR = 4  # those of a transcript, in which a turn may go on without a label
_HEADING = 3  # words of a heading, with its colon behind them
_FULL = 2  # words of a full name
_NAMED = ("full", "outlet")
_SURE, _LIKELY, _DOUBTFUL = 0.92, 0.85, 0.65
_ASIDE = ("(", "[")
_ENDS = ".!?…:。！？"


def drafts_by_labels(sentences: Sequence[Sentence]) -> list[Draft]:
    """Return the speech of the paragraphs that begin with a speaker's label, in order.

    Args:
        sentences: Those of a text, in order.

    Returns:
        One direct draft a turn, its mention the label; empty where the text is no conversation.
    """
    labels = [
        (sentence, mark)
        for sentence in sentences
        if sentence.first and (mark := label_end(sentence))
    ]
    if len(labels) < _TURNS:
        return []
    words = label_words(labels[0][0].lexicon.language)
    found = [
        turn
        for sentence, mark in labels
        if (turn := read_turn(sentences, sentence, mark, words)) is not None
    ]
    turns = _speaking(found, sentences)
    if len(turns) < _TURNS:
        return []
    answers = _interviewee(sentences, turns)
    clear = len(turns) >= _CLEAR
    drafts = []
    for turn, following in pairwise([*turns, None]):
        if turn is not None:
            stop = following.sentence if clear and following is not None else 0
            parts = [turn.content, *_going_on(sentences, turn.sentence, stop, words)]
            drafts.append(_draft(sentences[turn.sentence], turn, parts, answers, clear=clear))
    return drafts


def with_labelled(drafts: Sequence[Draft], labelled: Sequence[Draft]) -> list[Draft]:
    """Return drafts in the order of their content, without those that labelled ones overlap."""
    if not labelled:
        return list(drafts)
    # Side by side, so that each is asked for once: both are in order.
    merged = sorted(
        [*((each, 1) for each in drafts), *((each, 0) for each in labelled)], key=_begin
    )
    kept: list[Draft] = []
    starts = iter([*(each.start for each in labelled), 1 << 62])
    ahead, reached = next(starts), -1
    for draft, other in merged:
        if not other:
            ahead, reached = next(starts), draft.end
        elif draft.start < reached or draft.end > ahead:
            continue
        kept.append(draft)
    return kept


def without_headings(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """Return drafts without those that a paragraph's heading is taken to speak: "Opinion: ..."."""
    return [draft for draft in drafts if not _headed(draft, sentences[draft.sentence])]


def _headed(draft: Draft, sentence: Sentence) -> bool:
    """Whether nobody but a heading before a colon is taken to speak: "Winner: Ada Ray"."""
    headings = label_words(sentence.lexicon.language).headings
    if draft.rule == "headline" or not sentence.first or sentence.word(0) not in headings:
        return False
    colon = next((at for at in range(1, _HEADING + 1) if sentence.mark(at) == ":"), 0)
    mentioned = draft.mention is None or (
        draft.named_in == sentence.index and draft.mention.last <= colon
    )
    return mentioned and (draft.cue is None or draft.cue.last <= colon + 1)


def _begin(each: tuple[Draft, int]) -> tuple[int, int]:
    return each[0].start, each[1]


# --- Which labels speak ------------------------------------------------------------------


def _speaking(turns: Sequence[Turn], sentences: Sequence[Sentence]) -> list[Turn]:
    """Return the turns of those that speak."""
    if _explains(turns, sentences):
        return []
    count = Counter(turn.key for turn in turns)
    heard = {turn.key for turn in turns if turn.speech.spoken}
    unnamed = {turn.part for turn in turns if turn.part in ("asker", "answerer")}
    said = [turn for turn in turns if turn.key in heard]
    conversation = len(heard) > 1 and len(said) > len(heard)
    if len(unnamed) == len(("asker", "answerer")) or conversation or (unnamed and len(heard) > 1):
        return _of_conversation(turns, count, heard)
    answered = _answered(turns, sentences)
    kept = [turn for turn in turns if turn in answered or _stands_alone(turn, count)]
    return kept if len(kept) >= _TURNS else []


def _explains(turns: Sequence[Turn], sentences: Sequence[Sentence]) -> bool:
    """Whether the questions and answers are a writer's own: nobody is named or asked."""
    if any(turn.part not in ("asker", "answerer") or turn.speech.own for turn in turns):
        return False
    return not sentences[0].lexicon.dialogue and not _one_is_asked(turns, sentences)


def _one_is_asked(turns: Sequence[Turn], sentences: Sequence[Sentence]) -> bool:
    """Whether a question is about what one did: "Why did you go?", no "Do you need a boat?"."""
    pairs = label_words(sentences[0].lexicon.language).past
    return any(
        pair in pairs
        for turn in turns
        if turn.part == "asker"
        for each in paragraph_from(sentences, sentences[turn.sentence])
        for pair in pairwise(each.words)
    )


def _answered(turns: Sequence[Turn], sentences: Sequence[Sentence]) -> set[Turn]:
    """Return the questions with an answer right below: "Tarn Post: Why?", "Ada Ray: It rained."."""
    last_names = {words[-1] for words in _people(sentences[: turns[0].sentence])} if turns else ()
    found: set[Turn] = set()
    for asked, answer in pairwise(turns):
        below = asked.sentence + len(paragraph_from(sentences, sentences[asked.sentence]))
        known = all(turn.part != "short" or turn.key in last_names for turn in (asked, answer))
        if below == answer.sentence and known and _answers(asked, answer):
            found |= {asked, answer}
    return found


def _answers(asked: Turn, answer: Turn) -> bool:
    """Whether a turn reads as the answer to another.

    Two headlines, "Bo Lind: Will it rain?", speak to nobody; of an outlet or "Q" a question
    is enough.
    """
    if asked.key == answer.key or asked.last != "?" or answer.last not in _ENDS:
        return False
    spoken = asked.speech.addressed or answer.speech.own or answer.speech.addressed
    return answer.part not in ("asker", "outlet") and (spoken or asked.part in ("asker", "outlet"))


def _of_conversation(turns: Sequence[Turn], count: Counter[str], heard: set[str]) -> list[Turn]:
    """Return the turns of a conversation, and what is said between them under a full name."""
    speaks = [
        turn.part in ("asker", "answerer")
        or (turn.key in heard and (turn.part in _NAMED or count[turn.key] > 1))
        for turn in turns
    ]
    if True not in speaks:
        return []
    first, last = speaks.index(True), len(speaks) - speaks[::-1].index(True)
    return [
        turn
        for at, (turn, sure) in enumerate(zip(turns, speaks, strict=True))
        if sure or (first < at < last and (turn.speech.spoken or turn.part in _NAMED))
    ]


def _stands_alone(turn: Turn, count: Counter[str]) -> bool:
    """Whether a turn is speech by itself: somebody's full name, and "I" in whole sentences."""
    recurs = turn.part == "answerer" and count[turn.key] > 1
    named = turn.part in _NAMED or recurs
    return turn.speech.own and turn.last != "" and turn.last in _ENDS and named


# --- Who answers, and what is said -------------------------------------------------------


def _interviewee(sentences: Sequence[Sentence], turns: Sequence[Turn]) -> Named | None:
    """Return where the one stands who gives the answers, if they are told of one person.

    That is whose full name alone stands before the questions, or alone of those in the title.
    """
    own = any(turn.part == "answerer" and turn.speech.own for turn in turns)
    if not own and not _one_is_asked(turns, sentences):
        return None
    before = sentences[: turns[0].sentence]
    asking = {turn.key for turn in turns if turn.part != "answerer"}
    named = {words: at for words, at in _people(before).items() if words[-1] not in asking}
    if len(named) > 1:
        title = {word for each in paragraph_from(before, before[0]) for word in each.words}
        named = {words: where for words, where in named.items() if words[-1] in title}
    return next(iter(named.values())) if len(named) == 1 else None


def _people(sentences: Sequence[Sentence]) -> dict[tuple[str, ...], Named]:
    """Return where the full names of people stand first, by their words."""
    named: dict[tuple[str, ...], Named] = {}
    for sentence in sentences:
        for name in names_in(sentence):
            if name.type == "person" and len(name.words) >= _FULL:
                first = bisect_left(sentence.tokens.starts, name.start)
                last = bisect_left(sentence.tokens.starts, name.end)
                named.setdefault(name.words, (sentence, Phrase(first, last, "name")))
    return named


def _draft(
    sentence: Sentence, turn: Turn, parts: Sequence[Span], answers: Named | None, *, clear: bool
) -> Draft:
    """Return a turn as a draft; ``answers`` tells whose name stands where, if it is known."""
    colon = sentence.mark(turn.mark) == ":"
    return Draft(
        turn.sentence,
        tuple(parts),
        Cue(turn.mark, turn.mark + 1, SPEECH) if colon else None,
        "label",
        _confidence(turn, clear=clear),
        direct=True,
        clause=(0, turn.mark),
        mention=turn.phrase,
        means=answers if turn.part == "answerer" else None,
    )


def _confidence(turn: Turn, *, clear: bool) -> float:
    """Return how likely a turn is right: what nobody says "you" or "I" in may be a writer's."""
    if not turn.speech.spoken:
        return _LIKELY if clear else _DOUBTFUL
    return _SURE if clear else _LIKELY


def _going_on(
    sentences: Sequence[Sentence], first: int, stop: int, words: LabelWords
) -> list[Span]:
    """Return the paragraphs without labels that a turn goes on in: those that read as said."""
    found: list[Span] = []
    at = first + len(paragraph_from(sentences, sentences[first]))
    while at < stop:
        paragraph = paragraph_from(sentences, sentences[at])
        start, end = paragraph[0].start, paragraph[-1].end
        text = paragraph[0].text
        own = evidence(sentences, paragraph[0], -1, words).own
        spoken = own or any(not words.spoken.isdisjoint(each.words) for each in paragraph)
        whole = text[start:end].rstrip(CLOSING)[-1:] in _ENDS
        at += len(paragraph)
        if text.startswith(_ASIDE, start):
            continue
        if not spoken or not whole:
            break
        found.append((start, end))
    return found
