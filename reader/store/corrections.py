"""What a person said of quotations, with a copy of the text they stand in."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from reader.errors import NotFoundError
from reader.model import Article, CorrectedText, Correction, Quotation, TextQuote, Verdict
from reader.store.analyses import as_json, quotation_from
from reader.store.database import Database

_PLACE = ("exact", "prefix", "suffix", "start", "end")
# Of several at one place the last counts.
_ACTIVE = """
    SELECT id, entry_id, created, quotation, verdict, quote_exact, quote_prefix, quote_suffix,
        quote_start, quote_end, text_hash
    FROM corrections AS c
    WHERE undone_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM corrections AS later
            WHERE later.text_hash = c.text_hash AND later.quote_start = c.quote_start
                AND later.quote_end = c.quote_end AND later.undone_at IS NULL AND later.id > c.id
        )
"""
_AT_THE_PLACE = """
    SELECT other.id FROM corrections AS this
    JOIN corrections AS other USING (text_hash, quote_start, quote_end)
    WHERE this.id = ? AND other.undone_at IS NULL
    ORDER BY other.id
"""
_ADD_TEXT = """
    INSERT OR IGNORE INTO corrected_texts (text_hash, title, link, language, prose, text)
    VALUES (:text_hash, :title, :link, :language, :prose, :text)
"""
_ADD = """
    INSERT INTO corrections (entry_id, text_hash, created, quote_exact, quote_prefix, quote_suffix,
        quote_start, quote_end, quotation, verdict)
    VALUES (:entry_id, :text_hash, :now, :exact, :prefix, :suffix, :start, :end, :quotation,
        :verdict)
"""


class Corrections(Database):
    """The tables ``corrections`` and ``corrected_texts``."""

    def add_correction(  # noqa: PLR0913 - all that a correction holds, each by its name
        self,
        entry_id: int | None,
        *,
        article: Article,
        place: TextQuote,
        quotation: Quotation,
        verdict: Verdict,
        now: int,
    ) -> int:
        """Keep what a person said of a quotation, together with its text; return its id.

        Args:
            entry_id: The entry, or None for what is read without one.
            article: Whose text it is: copied once.
            place: The content of the quotation, in that text.
            quotation: The quotation as it is from now on; as it was, where it is removed.
            verdict: What was said.
            now: Seconds since 1970, UTC.
        """
        values = asdict(place) | {
            "entry_id": entry_id,
            "now": now,
            "title": article.title,
            "link": article.link,
            "language": article.language,
            "prose": json.dumps(article.prose),
            "text": article.text,
            "quotation": as_json(quotation),
            "verdict": json.dumps(asdict(verdict), ensure_ascii=False, separators=(",", ":")),
        }
        with self._transaction():
            self._run(_ADD_TEXT, values)
            return int(self._run(_ADD, values).lastrowid or 0)

    def undo_correction(self, correction_id: int, *, now: int) -> list[int]:
        """Take back every correction of a quotation, so that it is as the engine finds it.

        Args:
            correction_id: Any correction of the quotation.
            now: Seconds since 1970, UTC.

        Returns:
            The ids of what was taken back: what doing it again has to bring back.

        Raises:
            NotFoundError: There is none to take back.
        """
        with self._transaction():
            ids = [row[0] for row in self._run(_AT_THE_PLACE, (correction_id,))]
            if not ids:
                raise NotFoundError(f"there is no correction {correction_id}")
            self._set_undone(ids, now)
        return ids

    def set_corrections(self, ids: Iterable[int], kept: bool, *, now: int) -> None:
        """Bring back corrections that were taken back, or take just these back."""
        with self._transaction():
            self._set_undone(ids, None if kept else now)

    def _set_undone(self, ids: Iterable[int], undone_at: int | None) -> None:
        sql = "UPDATE corrections SET undone_at = ? WHERE id IN (SELECT value FROM json_each(?))"
        self._run(sql, (undone_at, json.dumps(list(ids))))

    def corrections_of(self, entry_id: int | None, text_hash: str) -> list[Correction]:
        """Return what counts for an entry and for a text, in the order in which it was made."""
        sql = f"{_ACTIVE} AND (text_hash = ? OR entry_id = ?) ORDER BY id"
        return [_correction(row) for row in self._rows(sql, (text_hash, entry_id))]

    def corrections(self) -> list[Correction]:
        """Return every correction that counts, in the order in which they were made."""
        return [_correction(row) for row in self._rows(f"{_ACTIVE} ORDER BY id")]

    def corrected_text(self, text_hash: str) -> CorrectedText | None:
        """Return the text of corrections, None where nothing was ever corrected in it."""
        sql = "SELECT * FROM corrected_texts WHERE text_hash = ?"
        row = self._row(sql, (text_hash,))
        if row is None:
            return None
        prose = tuple((start, end) for start, end in json.loads(row["prose"]))
        return CorrectedText(**(dict(row) | {"prose": prose}))


def _correction(row: Any) -> Correction:
    exact, prefix, suffix, start, end = (row[f"quote_{name}"] for name in _PLACE)
    return Correction(
        row["id"],
        row["entry_id"],
        TextQuote(exact, prefix, suffix, start, end, row["text_hash"]),
        quotation_from(json.loads(row["quotation"])),
        Verdict(**json.loads(row["verdict"])),
        row["created"],
    )
