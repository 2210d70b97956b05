"""Reads articles in which people have marked who says what, into one form.

Marked files (``tests/data/quotations/sources/*.txt``) hold articles, each after a line
``=== name`` and before a line ``---`` with its key below::

    {1:It is late,} {1s:Ann Poe, the mayor,} {1c:said}. {1+2s:She}...
    ---
    1 2 Ann Poe | person | the mayor

``{1:`` is content of attribution 1, ``{1c:`` its cue, ``{1s:`` the mention of its source;
``1+2s`` serves two. Where content is not marked, only who is meant is asked. The key: numbers,
then the source's name (``=`` parts other right names, ``;`` several sources, ``-`` is nobody),
type, role, and "anonymous". Empty fields are not tested.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.model import Span

_TAG = re.compile(r"\{((?:\d+\+)*\d+)([cs]?):|\}")
_KEY = re.compile(r"((?:\d+ )+)(.*)")
_FIELDS = 4


@dataclass(slots=True)
class Attribution:
    """One attribution as people marked it."""

    content: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    mention: list[Span] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """The names of its source, fullest form; several speakers are several names."""
    also: list[str] = field(default_factory=list)
    """Other names that are right."""
    types: list[str] = field(default_factory=list)
    """The right type first, then others that are right; empty where nobody is named."""
    role: str = ""
    anonymous: bool = False


@dataclass(slots=True)
class Article:
    """A text and who says what in it."""

    name: str
    text: str
    attributions: list[Attribution]


def read_articles(path: Path) -> list[Article]:
    """Return the articles of a marked file, of JSON Lines, or of a text with its gold beside it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [_from_line(json.loads(line)) for line in text.splitlines()]
    if text.startswith("=== "):
        return [_marked(part) for part in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]]
    beside = path.with_suffix(".json")
    gold = json.loads((beside if beside.exists() else path.with_name("gold.json")).read_text())
    return [Article(path.stem, text, [_from_gold(each) for each in gold["attributions"]])]


def _marked(part: str) -> Article:
    name, _, rest = part.partition("\n")
    body, _, key = rest.partition("\n---\n")
    found: dict[int, Attribution] = {}
    text = _unmarked(body, found)
    for line in key.strip().splitlines():
        numbers, told = _matched(line)
        for number in numbers:
            _tell(found[number], told)
    return Article(name.strip(), text, [found[number] for number in sorted(found)])


def _matched(line: str) -> tuple[list[int], list[str]]:
    parts = _KEY.fullmatch(line)
    if parts is None:
        raise ValueError(f"not a line of a key: {line!r}")
    told = [each.strip() for each in parts[2].split("|")]
    return [int(each) for each in parts[1].split()], told + [""] * (_FIELDS - len(told))


def _tell(each: Attribution, told: list[str]) -> None:
    names, *also = told[0].split("=")
    each.names = [] if names.strip() == "-" else [name.strip() for name in names.split(";")]
    each.also = [name.strip() for name in also]
    each.types = told[1].split()
    each.role = told[2]
    each.anonymous = told[3] == "anonymous" or each.types[:1] == ["unnamed"]


def _unmarked(body: str, found: dict[int, Attribution]) -> str:
    """Return the text without its marks, having put their spans into ``found``."""
    pieces: list[str] = []
    size = at = 0
    open_: list[tuple[str, str, int]] = []
    for tag in _TAG.finditer(body):
        pieces.append(body[at : tag.start()])
        size += tag.start() - at
        at = tag.end()
        if tag[1]:
            open_.append((tag[1], tag[2], size))
            continue
        numbers, kind, start = open_.pop()
        for number in numbers.split("+"):
            each = found.setdefault(int(number), Attribution())
            {"": each.content, "c": each.cue, "s": each.mention}[kind].append((start, size))
    if open_:
        raise ValueError(f"not closed: {open_}")
    return "".join([*pieces, body[at:]])


def _from_line(line: dict[str, Any]) -> Article:
    return Article(line["id"], line["text"], [*_from_lines(line["attributions"])])


def _from_lines(listed: list[dict[str, Any]]) -> Iterator[Attribution]:
    for each in listed:
        names = each["resolved"] or []
        yield Attribution(
            [(start, end) for start, end in each["content"]],
            [(start, end) for start, end in each["cue"]],
            [(start, end) for start, end in each["source"]],
            [names] if isinstance(names, str) else names,
            each.get("resolved_also") or [],
            [each["source_type"], *(each.get("source_type_also") or [])] if names else [],
            "",
            each["source_type"] == "unnamed" or bool(each.get("anonymous_behind")),
        )


def _from_gold(each: dict[str, Any]) -> Attribution:
    return Attribution(
        [(start, end) for start, end in each["content"]],
        [tuple(each["cue"])],
        [tuple(each["speaker"])],
        each["resolved"].split("; "),
        [],
        [each["speaker_type"]],
        each.get("role", ""),
        each["speaker_type"] == "unnamed" or bool(each.get("anonymous_behind")),
    )
