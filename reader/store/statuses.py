"""What the user did with entries, and the journal of it."""

import json
from collections.abc import Iterable
from typing import Literal

from reader.store.database import Database

Field = Literal["read", "starred"]

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
            The ids of those that were not so before, in their order: what undoing has to set
            back.
        """
        with self._transaction():
            return self._set_status("read", ids, read, now)

    def _set_status(self, field: Field, ids: Iterable[int], value: bool, now: int) -> list[int]:
        """Set a status and note it in the journal, inside a transaction."""
        # In the order of the table: of many entries, half the time.
        values = {"ids": json.dumps(sorted(set(ids))), "value": int(value), "now": now}
        changed = sorted(row[0] for row in self._run(_CHANGED.format(field=field), values))
        if changed:
            values["ids"] = json.dumps(changed)
            self._run(_SET.format(field=field), values)
            self._run(_JOURNAL.format(field=field), values)
        return changed
