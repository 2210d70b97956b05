"""What a person wrote -> a query, or an error that points at the place.

query  = all ("or" all)*
all    = ("and"? not)*            side by side means all of them
not    = ("not" | "-")* one
one    = "(" query ")" | field ":" value | word | "phrase"
"""

import re
from datetime import datetime
from typing import Final, NamedTuple

from reader.errors import QueryError
from reader.model import AllOf, AnyOf, Not, Query, Term
from reader.query.terms import WrongTermError, field_term

_LONGEST: Final = 4000
"""Code points of a query."""
_DEEPEST: Final = 50
"""Brackets, and signs of negation, inside each other."""

_MOST: Final = 200
"""Words and fields of a query: SQLite takes some hundreds of conditions."""

_TOKEN: Final = re.compile(
    r"""\s*(?:
        (?P<open>\() | (?P<close>\)) | (?P<either>\|)
        | (?P<minus>-)(?=[^\s)])
        | (?P<field>[A-Za-z]+):(?!//)(?P<value>"(?:[^"\\]|\\.)*"?|[^\s()"]*)
        | (?P<phrase>"(?:[^"\\]|\\.)*"?)
        | (?P<word>[^\s()"|]+)
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_OPERATORS: Final = {"and": "both", "or": "either", "not": "minus"}


def _has_star(text: str) -> bool:
    return text.endswith("*") and len(text) > 1


class _Token(NamedTuple):
    kind: str
    text: str
    at: int
    value: str = ""
    begins: bool = False
    """Whether a star stands behind it: words that begin so."""


def parse_query(text: str, now: datetime) -> Query:
    """Return what a person asks for; an empty text asks for everything.

    Args:
        text: What was written.
        now: The time, with the time zone that days are counted in.

    Raises:
        QueryError: It cannot be read; the error tells where.
    """
    if len(text) > _LONGEST:
        raise QueryError(f"longer than {_LONGEST} characters", text, _LONGEST)
    return _Parser(text, now).parsed()


class _Parser:
    """A parser by recursive descent; how deep it goes is bounded."""

    def __init__(self, text: str, now: datetime) -> None:
        self._text = text
        self._now = now
        self._tokens = self._read()
        self._next = 0
        self._depth = 0

    def parsed(self) -> Query:
        query = self._either()
        if token := self._peek():  # only a bracket ends a query
            raise self._wrong("nothing opened this bracket", token)
        return query

    def _read(self) -> list[_Token]:
        tokens: list[_Token] = []
        at, end = 0, len(self._text.rstrip())
        while at < end:
            found = _TOKEN.match(self._text, at)
            assert found  # noqa: S101 - what is no word begins something else
            tokens.append(self._token(found))
            at = found.end()
            if len(tokens) > _MOST:
                raise QueryError(f"more than {_MOST} words", self._text, tokens[-1].at)
        return tokens

    def _token(self, found: re.Match[str]) -> _Token:
        kind = found.lastgroup or ""
        if kind == "value":
            value, at = self._unquoted(found, kind), found.start("field")
            return _Token("field", found["field"], at, value, _has_star(found[kind]))
        text, at = found[kind], found.start(kind)
        if kind == "phrase":
            return _Token(kind, self._unquoted(found, kind), at)
        kind = _OPERATORS.get(text.casefold(), kind) if kind == "word" else kind
        return _Token(kind, text, at, begins=_has_star(text))

    def _unquoted(self, found: re.Match[str], kind: str) -> str:
        text = found[kind]
        if not text.startswith('"'):
            return text
        if len(text) < 2 or not text.endswith('"') or re.search(r'(?<!\\)(?:\\\\)*\\"$', text):
            raise QueryError("this quotation mark is not closed", self._text, found.start(kind))
        return _ESCAPED.sub(r"\1", text[1:-1])

    def _peek(self, *kinds: str) -> _Token | None:
        """Return the next token, None at the end or where it is of no such kind."""
        token = self._tokens[self._next] if self._next < len(self._tokens) else None
        return token if token and (not kinds or token.kind in kinds) else None

    def _take(self, *kinds: str) -> _Token | None:
        token = self._peek(*kinds)
        self._next += token is not None
        return token

    def _wrong(self, what: str, token: _Token | None) -> QueryError:
        return QueryError(what, self._text, token.at if token else len(self._text.rstrip()))

    def _either(self) -> Query:
        parts = [self._all()]
        while token := self._take("either"):
            parts.append(self._all())
            if AllOf(()) in parts[-2:]:
                raise self._wrong(f'"{token.text}" needs something on both sides', token)
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self) -> Query:
        parts: list[Query] = []
        while True:
            both = self._take("both")
            if self._peek() is None or self._peek("either", "close"):
                if both:
                    raise self._wrong(f'"{both.text}" needs something on both sides', both)
                break
            if both and not parts:
                raise self._wrong(f'"{both.text}" needs something on both sides', both)
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _not(self) -> Query:
        token = self._take("minus")
        if token is None:
            return self._one()
        if self._peek() is None or self._peek("both", "either", "close"):
            raise self._wrong(f'"{token.text}" needs something behind it', token)
        self._deeper(token)
        part = self._not()
        self._depth -= 1
        return Not(part)

    def _one(self) -> Query:
        token = self._take()
        assert token  # noqa: S101 - who calls has looked
        if token.kind == "field":
            return self._field(token)
        if token.kind != "open":
            text = token.text.removesuffix("*") if token.begins else token.text
            return Term("", text, begins=token.begins)
        self._deeper(token)
        query = self._either()
        if not self._take("close"):
            raise self._wrong("this bracket is not closed", token)
        self._depth -= 1
        return query

    def _field(self, token: _Token) -> Query:
        try:
            return field_term(
                token.text.casefold(), token.value.strip(), self._now, begins=token.begins
            )
        except WrongTermError as error:
            raise self._wrong(str(error), token) from None

    def _deeper(self, token: _Token) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._wrong(f"more than {_DEEPEST} brackets inside each other", token)
