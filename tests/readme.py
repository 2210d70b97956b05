"""Writes the README's table of keys from the bindings themselves: ``make readme``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.ui.app import ReaderApp
from reader.ui.screens.help import key_table

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys: made by make readme -->", "<!-- end of keys -->"


def key_section() -> str:
    """Return the table of keys in Markdown."""
    lines = []
    for place, keys in key_table(ReaderApp, {}).items():
        lines += [f"**{place}**", "", "| key | what it does | id |", "| --- | --- | --- |"]
        for key in keys:
            shown = " ".join(f"`{part}`" for part in key.keys)
            lines.append(f"| {shown} | {key.what} | `{key.id}` |")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Put the table in its place."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n\n{key_section()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
