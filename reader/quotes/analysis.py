"""Puts an ``Analysis`` together from what the stages found."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.model import Analysis, Mention, Note, Quotation, QuotationKind, Source, Span
from reader.quotes.draft import Draft
from reader.quotes.mentions import mention_span
from reader.quotes.names import Phrase
from reader.quotes.notes import Remark
from reader.quotes.sentence import Sentence
from reader.quotes.sources import Speaker

_BESIDE = 60  # tokens before and after a cue within which its channel is told
_LOOK_BACK = 8  # sentences that "The papers cited unnamed sources." speaks of


def put_together(
    language: str,
    sentences: Sequence[Sentence],
    drafts: Sequence[Draft],
    speakers: Sequence[Speaker | None],
    remarks: Sequence[Remark],
) -> Analysis:
    """Return the analysis of drafts with their speakers."""
    kept = list(zip(drafts, speakers, strict=True))
    relayed = _relayed(kept, remarks)
    numbers: dict[int, int] = {}
    sources: list[Speaker] = []
    said: list[list[int]] = []
    quotations: list[Quotation] = []
    for index, (draft, speaker) in enumerate(kept):
        number = None
        if speaker is not None:
            number = numbers.setdefault(id(speaker), len(sources))
            if number == len(sources):
                sources.append(speaker)
                said.append([])
            said[number].append(index)
        unnamed = speaker is not None and speaker.type == "unnamed"
        quotations.append(_quotation(sentences, draft, number, unnamed or index in relayed))
    return Analysis(
        language,
        tuple(quotations),
        tuple(_source(each, own, quotations) for each, own in zip(sources, said, strict=True)),
        tuple(Note(remark.kind, remark.start, remark.end) for remark in remarks),
    )


def _relayed(kept: Sequence[tuple[Draft, Speaker | None]], remarks: Sequence[Remark]) -> set[int]:
    """Return which quotations an outlet gives from sources it does not name.

    And which are those of a group whose sentence says that they are not named.
    """
    here = {remark.sentence for remark in remarks if remark.kind == "anonymous"}
    back = [remark.sentence for remark in remarks if remark.looks_back]
    found = set()
    for index, (draft, speaker) in enumerate(kept):
        if speaker is None or speaker.type not in ("outlet", "group"):
            continue
        at = draft.sentence
        following = bisect_right(back, at)
        near = following < len(back) and back[following] - at <= _LOOK_BACK
        if at in here or (near and speaker.type == "outlet"):
            found.add(index)
    return found


def _quotation(
    sentences: Sequence[Sentence], draft: Draft, source: int | None, anonymous: bool
) -> Quotation:
    sentence, cue = sentences[draft.sentence], draft.cue
    return Quotation(
        start=draft.start,
        end=draft.end,
        parts=draft.parts,
        kind=_kind(sentence, draft),
        mention=_mention(sentences[draft.named_in], draft.mention),
        cue=None if cue is None else _words(sentence, cue.first, cue.last),
        source=source,
        via=_channel(sentence, draft),
        anonymous=anonymous,
        confidence=draft.confidence,
        rule=draft.rule,
    )


def _mention(sentence: Sentence, phrase: Phrase | None) -> Mention | None:
    if phrase is None:
        return None
    start, end = mention_span(sentence, phrase)
    return Mention(start, end, sentence.text[start:end])


def _words(sentence: Sentence, first: int, last: int) -> Mention:
    start, end = sentence.span(first, last)
    return Mention(start, end, sentence.text[start:end])


def _kind(sentence: Sentence, draft: Draft) -> QuotationKind:
    if draft.direct:
        return "direct"
    inside = draft.mixed or any(
        run.start < draft.end and draft.start < run.end for run in sentence.runs
    )
    return "mixed" if inside else "indirect"


def _channel(sentence: Sentence, draft: Draft) -> str | None:
    """Return the channel the sentence names, outside the content: "a post on Harbourline"."""
    lexicon = sentence.lexicon
    if draft.cue is None:
        return None
    start = max(0, draft.cue.first - _BESIDE)
    for at in range(start, min(len(sentence.words) - 2, draft.cue.last + _BESIDE)):
        if sentence.word(at) not in lexicon.channel_links or _inside(sentence, at, draft.parts):
            continue
        if f"{sentence.word(at + 1)} {sentence.word(at + 2)}" in lexicon.bare_channels:
            return _words(sentence, at + 1, at + 3).text
        if sentence.word(at + 1) not in lexicon.determiners:
            continue
        for noun in range(at + 2, min(at + 6, len(sentence.words))):
            if sentence.word(noun) in lexicon.channels:
                channel = _words(sentence, at + 1, _place(sentence, noun + 1))
                return channel.text
    return None


def _inside(sentence: Sentence, at: int, parts: Sequence[Span]) -> bool:
    token = sentence.tokens[at]
    return any(start <= token.start < end for start, end in parts)


def _place(sentence: Sentence, at: int) -> int:
    """Return the index after where a channel is: "on Harbourline"."""
    if sentence.word(at) in sentence.lexicon.channel_links and sentence.capital(at + 1):
        word = sentence.word(at + 1)
        last = at + 1
        while sentence.capital(last) and word not in sentence.lexicon.temporal:
            last += 1
            word = sentence.word(last)
        return last if last > at + 1 else at
    return at


def _source(speaker: Speaker, said: Sequence[int], quotations: Sequence[Quotation]) -> Source:
    return Source(
        speaker.name,
        speaker.type,
        speaker.role,
        any(quotations[index].anonymous for index in said),
        tuple(said),
        tuple(speaker.mentions),
    )
