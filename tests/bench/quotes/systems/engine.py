"""This reader's engine, through its one door."""

from collections.abc import Callable

from tests.bench.quotes.data import Json


def load(_: str | None = None) -> Callable[[str], list[Json]]:
    """Return the function that finds quotations in a text."""
    from reader.quotes import find_quotations

    def analyse(text: str) -> list[Json]:
        analysis = find_quotations(text)
        return [
            {
                "start": each.start,
                "end": each.end,
                "parts": each.parts,
                "kind": each.kind,
                "speaker": each.mention and {"start": each.mention.start, "end": each.mention.end},
                "cue": each.cue and {"start": each.cue.start, "end": each.cue.end},
                "source": None
                if each.source is None
                else {
                    "name": analysis.sources[each.source].name,
                    "type": analysis.sources[each.source].type,
                    "anonymous": each.anonymous,
                },
                "confidence": each.confidence,
                "rule": each.rule,
            }
            for each in analysis.quotations
        ]

    return analyse
