"""What a person set right, laid over what the engine found: the person wins.

Pure: an ``Analysis`` in, an ``Analysis`` out. A correction belongs to its words at their place. It
holds the whole quotation, so that it stands whatever a later engine finds there; and it is left
out, never moved to a like sentence, where the text no longer has the very same words between the
very same neighbours.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.model import (
    Analysis,
    Correction,
    Mention,
    Quotation,
    Source,
    SourceType,
    Span,
    TextQuote,
    Verdict,
)
from reader.text import text_hash

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(("A", "An", "The", "He", "She", "They"))  # where a sentence begins with them


class _Said(NamedTuple):
    """A quotation and who says it."""

    quotation: Quotation
    source: Source | None


def judge(analysis: Analysis, index: int, verdict: Verdict, text: str) -> Quotation:
    """Return a quotation as it is after a verdict; its ``source`` is None.

    The mention stays where it can be the new source's, as "he" can. One that names the former
    source gives way to the new source's nearest mention in the same paragraph, or to none.

    Args:
        analysis: What is shown.
        index: Which of its quotations is judged.
        verdict: What a person says of it.
        text: The text that offsets count in.
    """
    quotation = analysis.quotations[index]
    if verdict.removed:
        return quotation._replace(source=None)
    former = None if quotation.source is None else analysis.sources[quotation.source]
    chosen = _known(verdict, analysis.sources)
    if former is not None and chosen == former:
        return quotation._replace(source=None)
    mention = quotation.mention
    if mention is None or verdict.name is None or _names(mention, former):
        mention = _nearest(chosen, quotation, text)
    return quotation._replace(mention=mention, source=None, anonymous=verdict.type == "unnamed")


def correct(analysis: Analysis, text: str, corrections: Iterable[Correction]) -> Analysis:
    """Return ``analysis`` with corrections laid over it, the later over the earlier.

    What the engine found at the place of a correction, by at least half of its own letters, gives
    way to it. Corrections whose words are not in ``text`` any more change nothing.

    Args:
        analysis: What an engine found.
        text: The text that it was found in.
        corrections: In the order in which they were made.
    """
    said = [
        _Said(q, None if q.source is None else analysis.sources[q.source])
        for q in analysis.quotations
    ]
    lost: set[Span] = set()
    changed = False
    for correction, own in placed(text, corrections):
        changed = True
        replaced = [one for one in said if _is_at(one.quotation, own.parts)]
        lost |= {_span(one.quotation.mention) for one in replaced if one.quotation.mention}
        said = [one for one in said if one not in replaced]
        if not correction.verdict.removed:
            said.append(_Said(own, _source_of(correction.verdict, analysis.sources)))
    return _put_together(analysis, said, lost) if changed else analysis


def placed(text: str, corrections: Iterable[Correction]) -> list[tuple[Correction, Quotation]]:
    """Return the corrections that hold in ``text``, each with its quotation at its place there."""
    kept = tuple(corrections)
    digest = text_hash(text) if kept else ""
    found = []
    for correction in kept:
        shift = _shift(correction.place, text, digest)
        if shift is not None:
            moved = _moved(correction.quotation, shift, text)
            found.append((correction, moved._replace(correction=correction.id)))
    return found


# --- Places --------------------------------------------------------------------------


def _shift(place: TextQuote, text: str, digest: str) -> int | None:
    """Return by how many code points the words moved, None where they are not there for sure."""
    if place.text_hash == digest:
        return 0
    whole = place.prefix + place.exact + place.suffix
    start = place.start - len(place.prefix)
    if text.startswith(whole, start):
        return 0
    at = text.find(whole)
    return None if at < 0 or text.find(whole, at + 1) >= 0 else at - start


def _moved(quotation: Quotation, shift: int, text: str) -> Quotation:
    if not shift:
        return quotation
    return quotation._replace(
        start=quotation.start + shift,
        end=quotation.end + shift,
        parts=tuple((start + shift, end + shift) for start, end in quotation.parts),
        cue=_moved_words(quotation.cue, shift, text),
        mention=_moved_words(quotation.mention, shift, text),
    )


def _moved_words(words: Mention | None, shift: int, text: str) -> Mention | None:
    """Return cue or mention where the content moved to; None where other words stand there."""
    if words is None or text[words.start + shift : words.end + shift] != words.text:
        return None
    return Mention(words.start + shift, words.end + shift, words.text)


def _is_at(quotation: Quotation, parts: Sequence[Span]) -> bool:
    """Tell whether at least half of a quotation lies in ``parts``."""
    length = sum(end - start for start, end in quotation.parts)
    inside = sum(
        max(0, min(end, other_end) - max(start, other_start))
        for start, end in quotation.parts
        for other_start, other_end in parts
    )
    return 2 * inside >= length


def _span(mention: Mention) -> Span:
    return mention.start, mention.end


# --- Sources -------------------------------------------------------------------------


def _known(verdict: Verdict, sources: Iterable[Source]) -> Source | None:
    """Return the article's source that a verdict names, None where it names another one."""
    wanted = (verdict.name, verdict.type)
    return next((one for one in sources if (one.name, one.type) == wanted), None)


def _source_of(verdict: Verdict, sources: Iterable[Source]) -> Source | None:
    if verdict.name is None or verdict.type is None:
        return None
    return _known(verdict, sources) or Source(verdict.name, verdict.type, verdict.role)


def _names(mention: Mention, former: Source | None) -> bool:
    """Tell whether a mention has a word of the former source's name, so is nobody else's."""
    return former is not None and bool(_name_words(mention.text) & _name_words(former.name))


def _name_words(name: str) -> set[str]:
    """Return the words of a name or mention that names are made of: not "the", not "minister"."""
    return {word for word in _WORD.findall(name) if not word[0].islower()} - _ARTICLES


def _nearest(source: Source | None, quotation: Quotation, text: str) -> Mention | None:
    """Return the mention of a source that stands next to a quotation, in its paragraph."""
    if source is None:
        return None
    first = text.rfind("\n", 0, quotation.start) + 1
    last = text.find("\n", quotation.end)
    inside = [
        (start, end)
        for start, end in source.mentions
        if first <= start and (last < 0 or end <= last)
    ]
    if not inside:
        return None
    start, end = min(
        inside, key=lambda span: max(quotation.start - span[1], span[0] - quotation.end)
    )
    return Mention(start, end, text[start:end])


def _put_together(analysis: Analysis, said: Sequence[_Said], lost: set[Span]) -> Analysis:
    """Return an analysis of these quotations; sources count anew, in the order they speak."""
    keys: dict[tuple[str, SourceType, tuple[Span, ...]], int] = {}
    sources: list[Source] = []
    quotations: list[Quotation] = []
    spoken: list[list[int]] = []
    for quotation, source in sorted(said, key=lambda one: (one.quotation.start, one.quotation.end)):
        number = None
        if source is not None:
            number = keys.setdefault((source.name, source.type, source.mentions), len(sources))
            if number == len(sources):
                sources.append(source)
                spoken.append([])
            spoken[number].append(len(quotations))
        quotations.append(quotation._replace(source=number))
    own = [
        _with_own(source, tuple(indexes), quotations, lost)
        for source, indexes in zip(sources, spoken, strict=True)
    ]
    return analysis._replace(quotations=tuple(quotations), sources=tuple(own))


def _with_own(
    source: Source, indexes: tuple[int, ...], quotations: Sequence[Quotation], lost: set[Span]
) -> Source:
    """Return a source with its quotations, and with the mentions that are still its own."""
    said = [quotations[index] for index in indexes]
    beside = {_span(quotation.mention) for quotation in said if quotation.mention}
    return source._replace(
        anonymous=any(quotation.anonymous for quotation in said),
        quotations=indexes,
        mentions=tuple(sorted(set(source.mentions) - lost | beside)),
    )
