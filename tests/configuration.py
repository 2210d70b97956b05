"""Writes the tables of docs/configuration.md from the code: ``make configuration``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.config import SETTINGS, Config, Setting
from reader.config.feeds import FEED_KEYS

PAGE = Path(__file__).parents[1] / "docs" / "configuration.md"
BEGIN, END = "<!-- {}: made by make configuration -->", "<!-- end of {} -->"


def tables() -> dict[str, str]:
    """Return the tables in Markdown, by name."""
    settings = ["| key | may be | default | what it does |", "| --- | --- | --- | --- |"]
    settings += [_setting(setting) for setting in SETTINGS]
    feeds = ["| key | must be | what it does |", "| --- | --- | --- |"]
    feeds += [
        f"| `{name}` | {key.kind.expected} | {key.about} |" for name, key in FEED_KEYS.items()
    ]
    return {"settings": "\n".join(settings), "feeds": "\n".join(feeds)}


def _setting(setting: Setting) -> str:
    bounded = setting.kind in ("number", "whole number")
    bounds = f", {setting.least:g} to {setting.most:g}" if bounded else ""
    default = getattr(Config(), setting.field)
    shown = f"`{default:g}`" if bounded else ""
    return f"| `{setting.key}` | {setting.kind}{bounds} | {shown} | {setting.about} |"


def main() -> None:
    """Put the tables in their places."""
    page = PAGE.read_text(encoding="utf-8")
    for name, table in tables().items():
        before, _, rest = page.partition(BEGIN.format(name))
        _, _, after = rest.partition(END.format(name))
        page = f"{before}{BEGIN.format(name)}\n\n{table}\n\n{END.format(name)}{after}"
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
