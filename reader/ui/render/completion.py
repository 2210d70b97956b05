"""What the last word of a query may become."""

import re
from collections.abc import Iterable, Mapping, Sequence

from reader.query import FIELDS

_LAST = re.compile(r"""(?:^|[\s(])-?(?:(?P<field>[A-Za-z]+):)?(?P<begun>"[^"]*|[^\s"():]*)$""")


def completed(text: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """Return a query with its last word completed, None where nothing is known.

    Args:
        text: What is typed so far.
        names: For a field, what may stand behind its colon: names of feeds and folders.
    """
    found = _LAST.search(text)
    if found is None:
        return None
    field, begun = found["field"], found["begun"]
    if field is None:
        offered: Iterable[str] = [f"{name}:" for name in FIELDS] if len(begun) > 1 else []
    elif field.casefold() in FIELDS:
        offered = names.get(field.casefold(), FIELDS[field.casefold()].choices)
    else:
        offered = []
    low = begun.lstrip('"').casefold()
    for whole in offered:
        if whole.casefold().startswith(low) and whole != begun:
            return text[: found.start("begun")] + (whole if field is None else _quoted(whole))
    return None


def _quoted(name: str) -> str:
    plain = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"' if re.search(r'[\s()"]', name) else name
