"""The query language: what is written, and what it asks for."""

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.model import AllOf, AnyOf, Not, Query, Term
from reader.query import FIELDS, is_late, parse_query, terms_of

NOW = datetime(2026, 11, 25, 15, 30, tzinfo=timezone(timedelta(hours=2)))
A, B, C = Term("", "a"), Term("", "b"), Term("", "c")


def at(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, tzinfo=NOW.tzinfo).timestamp())


def parsed(text: str) -> Query:
    return parse_query(text, NOW)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", AllOf(())),
        ("  \n", AllOf(())),
        ("a", A),
        ("a b", AllOf((A, B))),
        ("a and b AND c", AllOf((A, B, C))),
        ("a or b c", AnyOf((A, AllOf((B, C))))),
        ("a | b", AnyOf((A, B))),
        ("(a or b) c", AllOf((AnyOf((A, B)), C))),
        ("-a b", AllOf((Not(A), B))),
        ("not (a b)", Not(AllOf((A, B)))),
        ("not -a", Not(Not(A))),
        ("-(a)b", AllOf((Not(A), B))),
        ("a-b", Term("", "a-b")),
        ("a - b", AllOf((A, Term("", "-"), B))),
        ('"a b"', Term("", "a b")),
        ('"say \\"no\\" \\\\"', Term("", 'say "no" \\')),
        ('"or"', Term("", "or")),
        ('a"b"', AllOf((A, B))),
        ("title:a", Term("title", "a")),
        ("TITLE:a", Term("title", "a")),
        ('title:"a b" c', AllOf((Term("title", "a b"), C))),
        ("-feed:a", Not(Term("feed", "a"))),
        ("is:UNREAD", Term("is", "unread")),
        ("https://a.example/x?y=1", Term("", "https://a.example/x?y=1")),
        ("10:30", Term("", "10:30")),
        ("quotes:3", Term("quotes", 3)),
        ("quotes:>3", Term("quotes", 3, ">")),
        ("quotes:<=3", Term("quotes", 3, "<=")),
        ("after:2026-11-01", Term("date", at(2026, 11, 1), ">=")),
        ("before:2026", Term("date", at(2026, 1, 1), "<")),
        ("after:12h", Term("date", int(NOW.timestamp()) - 12 * 3600, ">=")),
        ("after:today", Term("date", at(2026, 11, 25), ">=")),
        (
            "on:yesterday",
            AllOf((Term("date", at(2026, 11, 24), ">="), Term("date", at(2026, 11, 25), "<"))),
        ),
        (
            "on:2026-12",
            AllOf((Term("date", at(2026, 12, 1), ">="), Term("date", at(2027, 1, 1), "<"))),
        ),
        (
            "on:2025",
            AllOf((Term("date", at(2025, 1, 1), ">="), Term("date", at(2026, 1, 1), "<"))),
        ),
    ],
)
def test_what_is_asked_for(text: str, query: Query) -> None:
    assert parsed(text) == query


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a (b", 2, "this bracket is not closed"),
        ("a) b", 1, "nothing opened this bracket"),
        ('a "b', 2, "this quotation mark is not closed"),
        ('"', 0, "this quotation mark is not closed"),
        ('"a\\"', 0, "this quotation mark is not closed"),
        ('title:"a', 6, "this quotation mark is not closed"),
        ("a or", 2, '"or" needs something on both sides'),
        ("or a", 0, '"or" needs something on both sides'),
        ("a and", 2, '"and" needs something on both sides'),
        ("and a", 0, '"and" needs something on both sides'),
        ("a or or b", 2, '"or" needs something on both sides'),
        ("a not", 2, '"not" needs something behind it'),
        ("not or a", 0, '"not" needs something behind it'),
        ("a titel:b", 2, 'there is no field "titel" (a text with a colon is quoted); did you mean'),
        ("zzz:b", 0, 'there is no field "zzz" (a text with a colon is quoted); there are is, has,'),
        ("title:", 0, '"title:" needs words of the title'),
        ("is:new", 0, '"is:" needs unread, read, bookmarked or hidden'),
        ("quotes:many", 0, '"quotes:" needs how many quotations'),
        ("after:2026-13", 0, '"after:" needs a date'),
        ("after:2026-02-30", 0, '"after:" needs a date'),
        ("on:0000", 0, '"on:" needs a date'),
        ("on:9999", 0, '"on:" needs a date'),
        ("after:9999y", 0, '"after:" needs a date'),
        ("(" * 60 + "a" + ")" * 60, 50, "more than 50 brackets"),
        ("-" * 60 + "a", 50, "more than 50 brackets"),
        ("a " * 201, 400, "more than 200 words"),
        ("a" * 5000, 4000, "longer than 4000 characters"),
    ],
)
def test_errors_point_at_the_place(text: str, place: int, message: str) -> None:
    with pytest.raises(QueryError) as raised:
        parsed(text)
    assert raised.value.at == place
    assert str(raised.value).startswith(f"query, character {place + 1}: {message}")
    assert "\n" not in str(raised.value)


@given(st.text(alphabet='ab"\\()-:|<> \nist orandnot', max_size=60))
def test_any_text_is_a_query_or_a_mistake_in_it(text: str) -> None:
    try:
        parsed(text)
    except QueryError as error:
        assert 0 <= error.at <= len(text)  # noqa: PT017 - it need not be raised


def test_every_field_is_told_in_words_and_says_whether_it_comes_late() -> None:
    assert all(field.about for field in FIELDS.values())
    late = [term.field for term in terms_of(parsed("title:a (said:b or -quotes:>3) unnamed:yes"))]
    assert late == ["title", "said", "quotes", "unnamed"]
    assert [is_late(term) for term in terms_of(parsed("a said:b has:quotes has:text on:2026"))] == [
        *(False, True, True, False),
        *(False, False),
    ]


@pytest.mark.parametrize("text", ['"' + "\\" * 3990, "(" * 3990, "a:" * 1990, "-" * 3990])
def test_hostile_queries_take_no_time(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(QueryError):
        parse_query(text, datetime.now(UTC))
    assert time.process_time() - begun < 0.5
