"""The query language: one for lists, searches, views and rules.

``parse_query`` makes what a person wrote into ``reader.model.Query``; ``reader.store`` makes SQL
of that. ``FIELDS`` is all that can be asked for.
"""

from reader.query.fields import FIELDS, Field
from reader.query.parser import parse_query
from reader.query.terms import has_words, is_late, sought, terms_of

__all__ = ["FIELDS", "Field", "has_words", "is_late", "parse_query", "sought", "terms_of"]
