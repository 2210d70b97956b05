"""Writes the tables of the docs on settings and queries: ``make configuration``."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.config import SETTINGS, Config, Setting
from reader.config.feeds import FEED_KEYS
from reader.config.themes import COLOURS
from reader.query import FIELDS
from reader.ui.app import ReaderApp
from reader.ui.presets import PRESETS
from reader.ui.screens.help import key_table

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {
    "settings": DOCS / "configuration.md",
    "feeds": DOCS / "configuration.md",
    "presets": DOCS / "configuration.md",
    "fields": DOCS / "queries.md",
    "colours": DOCS / "themes.md",
}
BEGIN, END = "<!-- {}: made by make configuration -->", "<!-- end of {} -->"


def tables() -> dict[str, str]:
    """Return the tables in Markdown, by name."""
    settings = ["| key | may be | default | what it does |", "| --- | --- | --- | --- |"]
    settings += [_setting(setting) for setting in SETTINGS]
    feeds = ["| key | must be | what it does |", "| --- | --- | --- |"]
    feeds += [
        f"| `{name}` | {key.kind.expected} | {key.about} |" for name, key in FEED_KEYS.items()
    ]
    fields = ["| field | asks for |", "| --- | --- |"]
    fields += [f"| `{name}:` | {field.about} |" for name, field in FIELDS.items()]
    colours = ["| colour | what has it |", "| --- | --- |"]
    colours += [f"| `{name}` | {about} |" for name, about in COLOURS.items()]
    tables = {"settings": settings, "feeds": feeds, "fields": fields, "colours": colours}
    tables["presets"] = _presets()
    return {name: "\n".join(rows) for name, rows in tables.items()}


def _presets() -> list[str]:
    """Return the commands whose keys are not the same in all presets."""
    rows = [f"| {' | '.join(['command', *PRESETS])} |", f"|{' --- |' * (1 + len(PRESETS))}"]
    tables = [key_table(ReaderApp, preset) for preset in PRESETS.values()]
    for place in tables[0]:
        for same in zip(*(table[place] for table in tables), strict=True):
            if len({command.keys for command in same}) > 1:
                keys = [" ".join(f"`{key}`" for key in command.keys) for command in same]
                rows.append(f"| {' | '.join([f'`{same[0].id}`', *keys])} |")
    return rows


def _setting(setting: Setting) -> str:
    bounded = setting.kind in ("number", "whole number")
    bounds = f", {setting.least:g} to {setting.most:g}" if bounded else ""
    default = getattr(Config(), setting.field)
    shown = f"`{default:g}`" if bounded else ""
    if isinstance(default, str):
        shown = f"`{default}`"
    if setting.kind == "true or false":
        shown = f"`{json.dumps(default)}`"
    return f"| `{setting.key}` | {setting.kind}{bounds} | {shown} | {setting.about} |"


def main() -> None:
    """Put the tables in their places."""
    for name, table in tables().items():
        page = PAGES[name].read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN.format(name))
        _, _, after = rest.partition(END.format(name))
        page = f"{before}{BEGIN.format(name)}\n\n{table}\n\n{END.format(name)}{after}"
        PAGES[name].write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
