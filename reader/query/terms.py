"""A field and what is written behind its colon -> a term."""

import difflib
from collections.abc import Iterator
from datetime import datetime
from typing import cast

from reader.model import AllOf, AnyOf, Comparison, Not, Query, Term
from reader.query.fields import FIELDS, number_of, span_of


class WrongTermError(Exception):
    """What is wrong with a term, in words."""


def field_term(name: str, value: str, now: datetime, *, begins: bool = False) -> Query:
    """Return what an entry is asked for.

    Args:
        name: What stands before the colon.
        value: What stands behind it.
        now: The time, with the time zone that days are counted in.
        begins: Whether a star ends the value: a word that begins so, where words are asked for.

    Raises:
        WrongTermError: There is no such field, or the value is none of its values.
    """
    field = FIELDS.get(name)
    if field is None:
        close = difflib.get_close_matches(name, FIELDS, n=1)
        hint = f'did you mean "{close[0]}:"?' if close else f"there are {', '.join(FIELDS)}"
        raise WrongTermError(f'there is no field "{name}" (a text with a colon is quoted); {hint}')
    if not value:
        raise WrongTermError(f'"{name}:" needs {field.about}')
    match field.kind:
        case "choice":
            return _choice(name, value.casefold())
        case "number":
            return _number(name, value)
        case "date":
            return _date(name, value.casefold(), now)
        case "words" if begins:
            return Term(name, value.removesuffix("*"), begins=True)
        case _:
            return Term(name, value)


def _choice(name: str, value: str) -> Term:
    if value not in FIELDS[name].choices:
        raise WrongTermError(f'"{name}:" needs {FIELDS[name].about}')
    return Term(name, value)


def _number(name: str, value: str) -> Term:
    told = number_of(value)
    if told is None:
        raise WrongTermError(f'"{name}:" needs {FIELDS[name].about}')
    return Term(name, told[1], cast("Comparison", told[0]))


def _date(name: str, value: str, now: datetime) -> Query:
    span = span_of(value, now)
    if span is None:
        raise WrongTermError(
            f'"{name}:" needs a date: 2026-11-25, 2026-11, 2026, today, yesterday, '
            "or how long ago: 12h, 7d, 2w, 3m, 1y"
        )
    first, last = (int(moment.timestamp()) for moment in span)
    match name:
        case "after":
            return Term("date", first, ">=")
        case "before":
            return Term("date", first, "<")
        case _:
            return AllOf((Term("date", first, ">="), Term("date", last, "<")))


def terms_of(query: Query) -> Iterator[Term]:
    """Yield every term of a query."""
    match query:
        case Term():
            yield query
        case Not(part):
            yield from terms_of(part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from terms_of(part)


def is_late(term: Term) -> bool:
    """Whether what a term asks for is known only once an article was analysed."""
    field = FIELDS.get(term.field)
    return (field is not None and field.analysed) or (term.field, term.value) == ("has", "quotes")


def has_words(query: Query) -> bool:
    """Whether a query asks for words, which the full-text index knows."""
    fields = {term.field for term in terms_of(query)}
    return any(not name or (name in FIELDS and FIELDS[name].kind == "words") for name in fields)


def sought(query: Query) -> list[tuple[str, bool]]:
    """Return the words and phrases that a query wants there, to be marked where they stand.

    Returns:
        Each as it was written, and whether its last word may be only the beginning of one.
    """
    match query:
        case Term(field, value) if not field or (field in FIELDS and FIELDS[field].kind == "words"):
            return [(str(value), query.begins)]
        case AllOf(parts) | AnyOf(parts):
            return [one for part in parts for one in sought(part)]
        case _:
            return []
