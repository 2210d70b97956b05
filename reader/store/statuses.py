"""What the user did with entries, and the journal of it."""

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Literal

from reader.store.database import Database

_BLOCK = 20_000
"""Entries that one statement is given: their ids are written out for it."""
Field = Literal["read", "starred"]

_UNREAD = """
    SELECT entries.id FROM json_each(?) AS wanted
    CROSS JOIN entries ON entries.id = wanted.value WHERE entries.read = 0
"""
_CHANGED = """
    SELECT identities.id
    FROM json_each(:ids) AS wanted
    CROSS JOIN identities ON identities.id = wanted.value
    LEFT JOIN statuses ON statuses.entry_id = identities.id
    WHERE coalesce(statuses.{field}, 0) <> :value
"""
_SET = """
    INSERT INTO statuses (entry_id, {field}, {field}_at)
    SELECT value, :value, :now FROM json_each(:ids) WHERE true
    ON CONFLICT (entry_id) DO UPDATE
    SET {field} = excluded.{field}, {field}_at = excluded.{field}_at
"""
_JOURNAL = """
    INSERT OR REPLACE INTO changes (entry_id, field, value, at)
    SELECT value, '{field}', :value, :now FROM json_each(:ids)
"""


class Statuses(Database):
    """The tables ``statuses`` and ``changes``."""

    def set_read(self, ids: Iterable[int], read: bool, *, now: int) -> list[int]:
        """Mark entries read or unread, all of them or none.

        Args:
            ids: Entries, any number.
            read: What they are from now on.
            now: Seconds since 1970, UTC.

        Returns:
            The ids of those that were not so before: what undoing has to set back.
        """
        with self._transaction():
            return self._set_status("read", ids, read, now)

    def unread_among(self, ids: Sequence[int]) -> set[int]:
        """Return those of some entries that are not read."""
        return {row[0] for row in self._rows(_UNREAD, (json.dumps(list(ids)),))}

    def _set_status(self, field: Field, ids: Iterable[int], value: bool, now: int) -> list[int]:
        """Set a status and note it in the journal, inside a transaction."""
        changed: list[int] = []
        wanted = iter(ids)
        while block := list(islice(wanted, _BLOCK)):
            # In the order of the table: of many entries, half the time.
            values = {"ids": json.dumps(sorted(set(block))), "value": int(value), "now": now}
            new = sorted(row[0] for row in self._run(_CHANGED.format(field=field), values))
            if new:
                values["ids"] = json.dumps(new)
                self._run(_SET.format(field=field), values)
                self._run(_JOURNAL.format(field=field), values)
                changed += new
        return changed
