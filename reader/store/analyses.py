"""What analysing the entries' texts gave."""

import json
from typing import Any

from reader.model import Analysis, Mention, Note, Quotation, Source
from reader.store.database import Database

_UNANALYSED = """
    SELECT id FROM entries
    WHERE shown = 1
        AND NOT EXISTS (
            SELECT 1 FROM analyses INDEXED BY analyses_of_engine
            WHERE entry_id = entries.id AND engine = ?
        )
    ORDER BY sort_at DESC, id DESC
    LIMIT ?
"""
_SAVE = """
    INSERT INTO analyses (entry_id, engine, text_hash, language, quotations, analysed_at, result)
    SELECT id, :engine, :text_hash, :language, :quotations, :now, :result
    FROM entries WHERE id = :entry_id
    ON CONFLICT (entry_id) DO UPDATE SET
        engine = excluded.engine, text_hash = excluded.text_hash, language = excluded.language,
        quotations = excluded.quotations, analysed_at = excluded.analysed_at,
        result = excluded.result
"""


class Analyses(Database):
    """The table ``analyses``: the last result for each entry.

    A change of the entry's content takes its result away.
    """

    def save_analysis(
        self, entry_id: int, text_hash: str, engine: str, analysis: Analysis, *, now: int
    ) -> None:
        """Keep a result in place of the entry's earlier one; nothing where the entry is gone.

        Args:
            entry_id: The entry.
            text_hash: Hash of the text that the spans count in.
            engine: The version of the engine that made it.
            analysis: The result.
            now: Seconds since 1970, UTC.
        """
        values = {
            "entry_id": entry_id,
            "engine": engine,
            "text_hash": text_hash,
            "language": analysis.language,
            "quotations": len(analysis.quotations),
            "now": now,
            "result": as_json(analysis),
        }
        with self._transaction(durable=False):
            self._run(_SAVE, values)

    def analysis(self, entry_id: int, text_hash: str, engine: str) -> Analysis | None:
        """Return the result for this very text by this engine, None where there is none."""
        sql = "SELECT result FROM analyses WHERE entry_id = ? AND text_hash = ? AND engine = ?"
        row = self._row(sql, (entry_id, text_hash, engine))
        return _analysis(json.loads(row[0])) if row else None

    def count_quotations(self, entry_id: int, count: int) -> None:
        """Set how many quotations lists show for an entry; nothing where it has no result."""
        with self._transaction(durable=False):
            self._run("UPDATE analyses SET quotations = ? WHERE entry_id = ?", (count, entry_id))

    def unanalysed(self, engine: str, limit: int) -> list[int]:
        """Return entries without a result by this engine, the newest first, at most ``limit``."""
        return self._ids(_UNANALYSED, (engine, limit)).tolist()


def as_json(value: Analysis | Quotation) -> str:
    """Return a quotation, or all of an analysis, as JSON: objects with the names of fields."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """Return a value with every named tuple in it as a dictionary."""
    if hasattr(value, "_asdict"):
        return {name: _plain(field) for name, field in value._asdict().items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _analysis(fields: dict[str, Any]) -> Analysis:
    return Analysis(
        fields["language"],
        tuple(quotation_from(quotation) for quotation in fields["quotations"]),
        tuple(_source(source) for source in fields["sources"]),
        tuple(Note(**note) for note in fields["notes"]),
    )


def quotation_from(fields: dict[str, Any]) -> Quotation:
    """Return a quotation from its fields as JSON keeps them."""
    fields["parts"] = _spans(fields["parts"])
    for name in ("mention", "cue"):
        if fields[name] is not None:
            fields[name] = Mention(**fields[name])
    return Quotation(**fields)


def _source(fields: dict[str, Any]) -> Source:
    fields["quotations"] = tuple(fields["quotations"])
    fields["mentions"] = _spans(fields["mentions"])
    return Source(**fields)


def _spans(pairs: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)
