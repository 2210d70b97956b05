"""Queries -> SQL, and what they find."""

import json
import re
from array import array
from collections.abc import Callable, Iterable
from typing import Final

from reader.model import AllOf, AnyOf, Not, Query, Term
from reader.store.database import Database

_MARKUP: Final = re.compile(r"<[^<>]*>")

_FOUND = """
    SELECT e.id FROM entries AS e
    JOIN feeds ON feeds.id = e.feed_id
    LEFT JOIN contents ON contents.entry_id = e.id
    LEFT JOIN full_texts ON full_texts.entry_id = e.id AND full_texts.shown = 1
    LEFT JOIN analyses ON analyses.entry_id = e.id
    WHERE {which} AND ({condition})
    ORDER BY e.sort_at DESC, e.id DESC
"""
_HAS_TAG = """(
    EXISTS (SELECT 1 FROM entry_tags WHERE entry_id = e.id AND folded(tag) = {0})
    OR EXISTS (
        SELECT 1 FROM bookmarks JOIN bookmark_tags ON bookmark_id = bookmarks.id
        WHERE entry_id = e.id AND removed_at IS NULL AND folded(tag) = {0})
)"""
_SAID = """EXISTS (
    SELECT 1 FROM json_each(analyses.result, '$.sources') AS source
    WHERE instr(folded(source.value ->> 'name'), {0}) AND source.value -> 'quotations' <> '[]'
)"""
_UNNAMED = """EXISTS (
    SELECT 1 FROM json_each(analyses.result, '$.sources') AS source
    WHERE source.value ->> 'anonymous' OR source.value ->> 'type' = 'unnamed'
)"""
_FILE = """EXISTS (
    SELECT 1 FROM json_each(contents.enclosures) AS file WHERE file.value ->> 1 LIKE '{0}/%'
)"""

_TEXTS: Final = {
    "": """(instr(folded(e.title), {0}) OR instr(folded(feeds.name), {0})
        OR instr(folded(e.authors), {0}))""",
    "title": "instr(folded(e.title), {0})",
    "author": "instr(folded(e.authors), {0})",
    "feed": "(instr(folded(feeds.name), {0}) OR instr(folded(feeds.url), {0}))",
    "folder": "(folded(feeds.folder) = {0} OR instr(folded(feeds.folder), {0} || ' / ') = 1)",
    "tag": _HAS_TAG,
    "text": "instr(folded(plain(coalesce(full_texts.html, contents.html))), {0})",
    "link": "instr(folded(e.link), {0})",
    "language": "(folded(e.language) = {0} OR instr(folded(e.language), {0} || '-') = 1)",
    "said": _SAID,
}
"""What holds of an entry, {0} being the text that is asked for."""
_CHOICES: Final = {
    ("is", "unread"): "e.read = 0",
    ("is", "read"): "e.read = 1",
    ("is", "hidden"): "e.hidden = 1",
    ("is", "bookmarked"): """EXISTS (
        SELECT 1 FROM bookmarks WHERE entry_id = e.id AND removed_at IS NULL)""",
    ("has", "enclosure"): "contents.enclosures <> '[]'",
    ("has", "audio"): _FILE.format("audio"),
    ("has", "video"): _FILE.format("video"),
    ("has", "author"): "e.authors <> '[]'",
    ("has", "link"): "e.link IS NOT NULL",
    ("has", "text"): "contents.html <> ''",
    ("has", "quotes"): "analyses.quotations > 0",
    ("unnamed", "yes"): _UNNAMED,
    ("unnamed", "no"): f"analyses.entry_id IS NOT NULL AND NOT {_UNNAMED}",
}
_NUMBERS: Final = {"date": "e.sort_at", "quotes": "analyses.quotations"}


class Queries(Database):
    """Finding entries by what ``reader.query`` reads."""

    def find(self, query: Query) -> "array[int]":
        """Return the ids of the entries that a query asks for, the newest first.

        Those that a rule hid are left out, unless the query names them.
        """
        which = "e.shown = 1"
        if _names_hidden(query):
            which = "feeds.unsubscribed_at IS NULL"
        condition, values = self._condition(query)
        return self._ids(_FOUND.format(which=which, condition=condition), values)

    def _among(self, query: Query, ids: Iterable[int]) -> list[int]:
        """Return those of some entries that a query asks for, inside a transaction."""
        condition, values = self._condition(query)
        which = "e.id IN (SELECT value FROM json_each(:ids))"
        sql = _FOUND.format(which=which, condition=condition)
        return [row[0] for row in self._run(sql, values | {"ids": json.dumps(list(ids))})]

    def _condition(self, query: Query) -> tuple[str, dict[str, str | int]]:
        self._connection.create_function("folded", 1, _folded, deterministic=True)
        self._connection.create_function("plain", 1, _plain, deterministic=True)
        values: dict[str, str | int] = {}

        def parameter(value: str | int) -> str:
            name = f"p{len(values)}"
            values[name] = value
            return f":{name}"

        return _sql(query, parameter), values


def _names_hidden(query: Query) -> bool:
    match query:
        case Term(field, value):
            return (field, value) == ("is", "hidden")
        case Not(part):
            return _names_hidden(part)
        case AllOf(parts) | AnyOf(parts):
            return any(map(_names_hidden, parts))


def _sql(query: Query, parameter: Callable[[str | int], str]) -> str:
    """Return the condition; what is not known of an entry does not hold of it."""
    match query:
        case Term():
            return f"coalesce({_of_term(query, parameter)}, 0)"
        case Not(part):
            return f"NOT {_sql(part, parameter)}"
        case AllOf(parts):
            return f"({' AND '.join(_sql(part, parameter) for part in parts) or '1'})"
        case AnyOf(parts):
            return f"({' OR '.join(_sql(part, parameter) for part in parts)})"


def _of_term(term: Term, parameter: Callable[[str | int], str]) -> str:
    if term.field in _NUMBERS:
        return f"{_NUMBERS[term.field]} {term.comparison} {parameter(term.value)}"
    if isinstance(term.value, str) and term.field in _TEXTS:
        return _TEXTS[term.field].format(parameter(_fold(term.value)))
    return _CHOICES[term.field, str(term.value)]


def _fold(text: str) -> str:
    """Return a text in the spelling that is compared: without case, white space folded."""
    return " ".join(text.casefold().split())


def _folded(text: str | None) -> str | None:
    return None if text is None else _fold(text)


def _plain(content: str | None) -> str | None:
    if content is None:
        return None
    from html import unescape  # its table of names takes two milliseconds

    return unescape(_MARKUP.sub(" ", content))
