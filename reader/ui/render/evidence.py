"""What speaks for a quotation, as it is shown: doubt, evidence, the line about it."""

from reader.model import Analysis, Quotation, Source
from reader.quotes.evidence import rule_in_words
from reader.ui.render.rows import NOBODY, RELAYS

Fact = tuple[str, str]
"""What it is about, and what is to be said of it."""

_KINDS = {
    "direct": "direct speech: the words stand in quotation marks",
    "mixed": "indirect speech that quotes some words",
    "indirect": "indirect speech",
}
_NOBODY = "nobody is named"
_HIDDEN = "an unnamed source behind it"


def is_doubtful(quotation: Quotation, threshold: float) -> bool:
    """Tell whether a quotation is less sure than ``threshold``, and no person judged it."""
    return quotation.correction is None and quotation.confidence < threshold


def label(quotation: Quotation) -> str:
    """Return what stands in brackets after a quotation, without doubt: "2", "2▲", "–"."""
    number = NOBODY if quotation.source is None else str(quotation.source + 1)
    return f"{number}{RELAYS if quotation.anonymous else ''}"


def words_of(quotation: Quotation, text: str) -> str:
    """Return the words of a quotation in one line, an ellipsis where its cue stands between."""
    return " … ".join(_one_line(text[start:end]) for start, end in quotation.parts)


def summary(analysis: Analysis, index: int, threshold: float) -> str:
    """Return one line about a quotation: which it is, its kind, who says it."""
    quotation = analysis.quotations[index]
    who = "nobody named"
    if quotation.source is not None:
        source = analysis.sources[quotation.source]
        about = [source.role, quotation.via and f"via {quotation.via}"]
        who = ", ".join([f"[{quotation.source + 1}] {source.name}", *filter(None, about)])
    parts = [f"{index + 1} of {len(analysis.quotations)}", quotation.kind]
    if is_doubtful(quotation, threshold):
        parts.append("doubtful")
    return " · ".join([*parts, who])


def evidence(analysis: Analysis, index: int, threshold: float) -> list[Fact]:
    """Return all there is to say of a quotation, in an order that reads like a sentence."""
    quotation = analysis.quotations[index]
    source = None if quotation.source is None else analysis.sources[quotation.source]
    facts = [
        ("kind", _KINDS[quotation.kind]),
        ("found by", rule_in_words(quotation.rule)),
        ("confidence", _confidence(quotation, threshold)),
        ("cue", _one_line(quotation.cue.text) if quotation.cue else "none"),
        ("mention", _one_line(quotation.mention.text) if quotation.mention else "none"),
        ("source", _who(quotation, source)),
    ]
    if source is not None and source.role:
        facts.append(("role", source.role))
    if quotation.via:
        facts.append(("via", quotation.via))
    if quotation.anonymous and source is not None and source.type != "unnamed":
        facts.append(("behind it", f"{RELAYS} {_HIDDEN}"))
    judged = "no" if quotation.correction is None else "yes: set right by hand"
    return [*facts, ("corrected", judged)]


def _confidence(quotation: Quotation, threshold: float) -> str:
    percent = _percent(quotation.confidence)
    if quotation.correction is not None:
        return f"{percent} when it was found"
    if is_doubtful(quotation, threshold):
        return f"{percent}: doubtful, as it is below {_percent(threshold)}"
    return percent


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


def _who(quotation: Quotation, source: Source | None) -> str:
    if source is None:
        return f"[{label(quotation)}] {_NOBODY}"
    kind = f"{RELAYS} unnamed" if source.type == "unnamed" else source.type
    return f"[{(quotation.source or 0) + 1}] {source.name}, {kind}"


def _one_line(words: str) -> str:
    return " ".join(words.split())
