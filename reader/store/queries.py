"""Queries -> SQL, and what they find."""

import json
from array import array
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from reader.model import AllOf, AnyOf, Not, Query, Term
from reader.store.index import Index, text_of
from reader.tokens import Phrase, holds, phrase

_JOINED = """
    JOIN feeds ON feeds.id = e.feed_id
    LEFT JOIN contents ON contents.entry_id = e.id
    LEFT JOIN full_texts ON full_texts.entry_id = e.id AND full_texts.shown = 1
    LEFT JOIN analyses ON analyses.entry_id = e.id
    WHERE {which} AND ({condition})
"""
_NEWEST = "{} ORDER BY e.sort_at DESC, e.id DESC LIMIT :limit"
_FOUND = f"SELECT e.id FROM entries AS e {_JOINED}"  # noqa: S608 - made of our own words only
# Words are looked up first: what they are in is mostly little.
_SOUGHT = f"""
    SELECT e.id FROM found_in.words AS w
    CROSS JOIN found_in.documents AS d ON d.id = w.rowid
    CROSS JOIN entries AS e ON e.id = d.entry_id
    {_JOINED} AND w.words MATCH :sought
"""  # noqa: S608 - made of our own words only
_BEST = "{} ORDER BY w.rank, e.sort_at DESC, e.id DESC LIMIT :limit"
# The index gives its documents in order, so that this ends after the first ones.
_LATEST = """
    SELECT entries.id FROM ({} ORDER BY w.rowid DESC LIMIT :limit) AS latest
    JOIN entries ON entries.id = latest.id ORDER BY sort_at DESC, entries.id DESC
"""
_IN_INDEX = """e.id IN (
    SELECT entry_id FROM found_in.documents
    WHERE id IN (SELECT rowid FROM found_in.words WHERE words MATCH {0})
)"""
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
    "feed": """e.feed_id IN (
        SELECT id FROM feeds WHERE instr(folded(name), {0}) OR instr(folded(url), {0}))""",
    "folder": """e.feed_id IN (
        SELECT id FROM feeds
        WHERE folded(folder) = {0} OR instr(folded(folder), {0} || ' / ') = 1)""",
    "tag": _HAS_TAG,
    "link": "instr(folded(e.link), {0})",
    "language": "(folded(e.language) = {0} OR instr(folded(e.language), {0} || '-') = 1)",
    "said": _SAID,
}
"""What holds of an entry, {0} being the text that is asked for."""
_WORDS: Final = {
    "": ("", ("e.title", "e.authors", "feeds.name", "words_of_html({html})")),
    "title": ("title : ", ("e.title",)),
    "author": ("authors : ", ("e.authors",)),
    "text": ("text : ", ("words_of_html({html})",)),
}
"""Where words are looked for: columns of the index, as FTS5 writes them, and without an index."""
_HTML: Final = "coalesce(full_texts.html, contents.html)"
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


class Queries(Index):
    """Finding entries by what ``reader.query`` reads."""

    def find(
        self, query: Query, *, best_first: bool = False, limit: int | None = None
    ) -> "array[int]":
        """Return the ids of the entries that a query asks for, the newest first.

        Those that a rule hid are left out, unless the query names them. Words are looked up in
        the index that ``use_index`` names, as far as it is written; without one, in all texts.

        Args:
            query: What is asked for.
            best_first: Where there are words and an index, those that they say most about first
                (BM25), of several as good the newest.
            limit: How many at most: of words in an index, those that came last, which are the
                newest but for some.
        """
        which = "e.shown = 1"
        if _names_hidden(query):
            which = "feeds.unsubscribed_at IS NULL"
        sought, rest = _parted(query) if self._attach() else ([], query)
        condition, values = self._condition(rest, indexed=self._attached)
        values["limit"] = -1 if limit is None else limit
        if not sought:
            sql = _FOUND.format(which=which, condition=condition)
            return self._found(_NEWEST.format(sql), values)
        values["sought"] = " AND ".join(f"({match})" for match in sought)
        order = _BEST if best_first else _NEWEST if limit is None else _LATEST
        return self._found(order.format(_SOUGHT.format(which=which, condition=condition)), values)

    def _found(self, sql: str, values: dict[str, str | int]) -> "array[int]":
        with self._index_errors():
            return self._ids(sql, values)

    def among(self, query: Query, ids: Iterable[int]) -> list[int]:
        """Return those of some entries that a query asks for, the newest first.

        Words are looked for in the entries themselves: the index may not have them yet.
        """
        with self._errors():
            return self._among(query, ids)

    def _among(self, query: Query, ids: Iterable[int]) -> list[int]:
        """Return those of some entries that a query asks for, inside a transaction."""
        condition, values = self._condition(query, indexed=False)
        which = "e.id IN (SELECT value FROM json_each(:ids))"
        sql = _NEWEST.format(_FOUND.format(which=which, condition=condition))
        values |= {"ids": json.dumps(list(ids)), "limit": -1}
        return [row[0] for row in self._run(sql, values)]

    def _condition(self, query: Query, *, indexed: bool) -> tuple[str, dict[str, str | int]]:
        for name, function in _FUNCTIONS.items():
            self._connection.create_function(name, -1, function, deterministic=True)
        values: dict[str, str | int] = {}

        def parameter(value: str | int) -> str:
            name = f"p{len(values)}"
            values[name] = value
            return f":{name}"

        return _Writer(parameter, indexed).sql(query), values


def _names_hidden(query: Query) -> bool:
    match query:
        case Term(field, value):
            return (field, value) == ("is", "hidden")
        case Not(part):
            return _names_hidden(part)
        case AllOf(parts) | AnyOf(parts):
            return any(map(_names_hidden, parts))


class _Writer:
    """Writes a query as a condition."""

    def __init__(self, parameter: Callable[[str | int], str], indexed: bool) -> None:
        self._parameter = parameter
        self._indexed = indexed

    def sql(self, query: Query) -> str:
        """Return the condition; what is not known of an entry does not hold of it."""
        match query:
            case Term():  # an index may answer it, which knows no coalesce
                return self._of_term(query)
            case AllOf(parts):
                return f"({' AND '.join(map(self.sql, parts)) or '1'})"
            case _:
                return self._inside(query)

    def _inside(self, query: Query) -> str:
        match query:
            case Term():  # NULL is neither true nor false, and so its opposite would not hold
                return f"coalesce({self._of_term(query)}, 0)"
            case Not(part):
                return f"NOT {self._inside(part)}"
            case AllOf(parts):
                return f"({' AND '.join(map(self._inside, parts)) or '1'})"
            case AnyOf(parts):
                return f"({' OR '.join(map(self._inside, parts))})"

    def _of_term(self, term: Term) -> str:
        if term.field in _NUMBERS:
            return f"{_NUMBERS[term.field]} {term.comparison} {self._parameter(term.value)}"
        if term.field in _WORDS:
            return self._of_words(term)
        if isinstance(term.value, str) and term.field in _TEXTS:
            return _TEXTS[term.field].format(self._parameter(_fold(term.value)))
        return _CHOICES[term.field, str(term.value)]

    def _of_words(self, term: Term) -> str:
        sought = phrase(str(term.value), begins=term.begins)
        if not sought.words:
            return "0"
        if self._indexed:
            return _IN_INDEX.format(self._parameter(_match(term)))
        name = self._parameter(json.dumps(sought))
        places = _WORDS[term.field][1]
        return f"({' OR '.join(f'holds({place}, {name})' for place in places)})".format(html=_HTML)


def _parted(query: Query) -> tuple[list[str], Query]:
    """Part the words that must all be there, as FTS5 asks for them, from the rest of a query."""
    parts = query.parts if isinstance(query, AllOf) else (query,)
    matches: list[str] = []
    rest: list[Query] = []
    for part in parts:
        if isinstance(part, Term) and part.field in _WORDS and (match := _match(part)):
            matches.append(match)
        else:
            rest.append(part)
    return matches, AllOf(tuple(rest))


def _match(term: Term) -> str:
    """Return a term of words as FTS5 asks for it, nothing where it has no words.

    Words are letters and digits only (``reader.tokens``): nothing in them can end the quotation.
    """
    sought = phrase(str(term.value), begins=term.begins)
    if not sought.words:
        return ""
    return f'{_WORDS[term.field][0]}"{" ".join(sought.words)}"{" *" if sought.begins else ""}'


def _fold(text: str) -> str:
    """Return a text in the spelling that is compared: without case, white space folded."""
    return " ".join(text.casefold().split())


def _folded(text: str | None) -> str | None:
    return None if text is None else _fold(text)


def _words_of_html(html: str | None) -> str | None:
    return None if html is None else text_of(html)


def _holds(text: str | None, sought: str) -> bool:
    return text is not None and holds(text, _phrase_of(sought))


@lru_cache
def _phrase_of(sought: str) -> Phrase:
    words, begins = json.loads(sought)
    return Phrase(tuple(words), begins)


_FUNCTIONS: Final[dict[str, Callable[..., str | bool | None]]] = {
    "folded": _folded,
    "words_of_html": _words_of_html,
    "holds": _holds,
}
