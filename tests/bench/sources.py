"""How well sources are told from perfect spans: names, types, anonymity, roles.

``python tests/bench/sources.py FILE...`` (see ``tests.support.annotated`` for what is read)
feeds the content, cues and mentions that people marked to the resolver alone, and prints how
many of the quotations get the right source. ``--errors`` lists the others.
"""

import argparse
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.model import Source, Span
from reader.quotes.analysis import put_together
from reader.quotes.cues import Cue
from reader.quotes.draft import Draft
from reader.quotes.languages import lexicon_for
from reader.quotes.notes import find_remarks
from reader.quotes.prose import prose_of
from reader.quotes.sentence import Sentence, split_sentences
from reader.quotes.sources import Resolver
from reader.quotes.spans import phrase_of
from tests.support.annotated import Article, Attribution, read_articles

_ALIKE = 0.5  # of the words of two descriptions, that they mean one
_DESCRIBED = {"document", "group", "unnamed"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found for one attribution."""

    article: str
    mention: str
    wanted: Attribution
    source: Source | None
    anonymous: bool

    @property
    def names(self) -> list[str]:
        """The names of the source that was found."""
        return self.source.name.split("; ") if self.source else []

    @property
    def name_right(self) -> bool:
        """Whether the name is the fullest one, or another that is right."""
        wanted = [*self.wanted.names, *self.wanted.also]
        if not self.wanted.names or not self.names:
            return not self.wanted.names and not self.names
        kind = self.wanted.types[0]
        known = all(any(_same(name, each, kind) for each in wanted) for name in self.names)
        return known and (len(self.names) == len(self.wanted.names) or bool(self.wanted.also))

    @property
    def type_right(self) -> bool:
        """Whether the type is one of the right ones."""
        if self.source is None:
            return not self.wanted.types
        return self.source.type in self.wanted.types

    @property
    def printed(self) -> str:
        """How much of the name the mention itself prints: "named", "part" or "none"."""
        words = {*_words(self.mention)}
        wanted = [{*_words(name)} for name in self.wanted.names]
        if wanted and all(name <= words for name in wanted):
            return "named"
        return "part" if any(name & words for name in wanted) else "none"


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’s", "").replace("'s", ""))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    listed = re.findall(r"\w+", re.sub(r"['’.\-]", "", plain))
    while len(listed) > 1 and listed[0] in {"the", "a", "an"}:
        listed = listed[1:]
    return listed


def _same(name: str, wanted: str, kind: str) -> bool:
    mine, theirs = _words(name), _words(wanted)
    if mine == theirs:
        return True
    both = {*mine} & {*theirs}
    return kind in _DESCRIBED and len(both) >= _ALIKE * len({*mine} | {*theirs})


def _tokens(sentence: Sentence, span: Span) -> tuple[int, int] | None:
    inside = [
        at
        for at, token in enumerate(sentence.tokens)
        if token.start < span[1] and span[0] < token.end
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def _draft(sentences: Sequence[Sentence], each: Attribution) -> Draft:
    """Return an attribution as the stages before the resolver would hand it on."""
    at = (each.mention or each.cue or each.content)[0][0]
    sentence = next(s for s in sentences if at < s.end)
    mention = _tokens(sentence, each.mention[0]) if each.mention else None
    cue = _tokens(sentence, each.cue[0]) if each.cue else None
    return Draft(
        sentence.index,
        tuple(each.content or each.cue or each.mention),
        None if cue is None else Cue(*cue, "s"),
        "marked",
        1.0,
        mention=None if mention is None else phrase_of(sentence, *mention),
    )


def outcomes(article: Article) -> tuple[list[Outcome], float]:
    """Return what is found for each attribution, and the seconds it took."""
    text = article.text
    sentences = split_sentences(prose_of(text), lexicon_for("en"))
    drafts = [_draft(sentences, each) for each in article.attributions]
    before = time.process_time()
    remarks = find_remarks(sentences)
    analysis = put_together("en", sentences, drafts, Resolver(sentences).resolve(drafts), remarks)
    spent = time.process_time() - before
    found = [
        Outcome(
            article.name,
            " ".join(text[start:end] for start, end in wanted.mention),
            wanted,
            None if quotation.source is None else analysis.sources[quotation.source],
            quotation.anonymous,
        )
        for wanted, quotation in zip(article.attributions, analysis.quotations, strict=True)
    ]
    return found, spent


def score(found: Iterable[Outcome]) -> dict[str, float]:
    """Return shares, 0 to 1: of names and types that are right, by what the mention prints."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for each in found:
        for key in ("name", f"name, {each.printed} by the mention"):
            of[key] += 1
            right[key] += each.name_right
        of["type"] += 1
        right["type"] += each.type_right
        of["anonymous or not"] += 1
        right["anonymous or not"] += each.anonymous == each.wanted.anonymous
        if each.wanted.role:
            of["role"] += 1
            right["role"] += each.source is not None and each.source.role == each.wanted.role
    return {key: right[key] / of[key] for key in sorted(of)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    for path in options.files:
        articles = read_articles(path)
        results = [outcomes(article) for article in articles]
        found = [each for listed, _ in results for each in listed]
        spent = sum(seconds for _, seconds in results)
        words = sum(len(article.text.split()) for article in articles)
        print(f"{path.name}: {len(articles)} articles, {len(found)} quotations")
        for key, share in score(found).items():
            print(f"  {key:32} {100 * share:5.1f} %")
        print(f"  ms for 750 words {1000 * spent / words * 750:21.2f}")
        for each in found if options.errors else ():
            wrong = [
                *(() if each.name_right else (f"{each.names} for {each.wanted.names}",)),
                *(
                    ()
                    if each.type_right
                    else (f"{each.source and each.source.type} for {each.wanted.types}",)
                ),
                *(
                    ()
                    if each.anonymous == each.wanted.anonymous
                    else (f"anonymous {each.anonymous}",)
                ),
                *(
                    (f"role {each.source.role!r} for {each.wanted.role!r}",)
                    if each.source and each.wanted.role and each.source.role != each.wanted.role
                    else ()
                ),
            ]
            if wrong:
                print(f"  {each.article}: {each.mention!r}: {', '.join(wrong)}")


if __name__ == "__main__":
    main()
