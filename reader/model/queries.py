"""What is asked of the entries, as a query reads once it is parsed."""

from dataclasses import dataclass
from typing import Literal

Comparison = Literal["=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that an entry is asked for."""

    field: str
    """A name of ``reader.query.FIELDS``; "" for a word or phrase anywhere."""
    value: str | int
    """Text as it was written, the name of a choice, a number, or a time in seconds UTC."""
    comparison: Comparison = "="
    begins: bool = False
    """Whether the last word of a text may be only the beginning of one."""


@dataclass(frozen=True, slots=True)
class Not:
    """What the part inside is not."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class AllOf:
    """What every part is; without parts, everything."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What one of the parts is."""

    parts: "tuple[Query, ...]"


Query = Term | Not | AllOf | AnyOf

RuleAction = Literal["mark_read", "hide", "bookmark", "tag"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is done with entries of a feed when they come, if they are what a query asks for."""

    action: RuleAction
    query: Query
    tag: str = ""
    """What they are tagged with, for that action."""
