"""Draws the README's pictures from the running app: ``make screenshots``.

Each picture is the reader on a fresh profile, which shows the samples, after some keys.
Fonts are left to whoever looks: the pictures fetch nothing.
"""

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

PICTURES: dict[str, tuple[tuple[int, int], str, list[str], str]] = {
    "reader": ((120, 40), "newsreader-night", ["enter", "]", "]"], ""),
    "source": ((120, 40), "newsreader-night", ["enter", "s", "j", "j", "j", "j", "j", "enter"], ""),
    "day": ((120, 40), "newsreader-day", ["enter", "]", "]", "]"], ""),
    "wide": ((200, 60), "newsreader-day", ["enter", "s"], ""),
    "small": ((60, 20), "newsreader-night", ["enter", "]", "]"], ""),
    "smallest": ((40, 12), "newsreader-night", [], ""),
    "search": ((120, 40), "newsreader-night", ["slash", *"ferr", "enter"], ""),
    "settings": ((80, 24), "newsreader-day", ["comma", "j", "j", "j"], ""),
    "no-color": ((120, 40), "newsreader-night", ["enter", "]", "]"], "1"),
}


async def draw(name: str, folder: Path) -> None:
    """Draw one picture into a folder."""
    from reader.config import Config
    from reader.ui.app import ReaderApp
    from reader.ui.library import Library

    size, theme, keys, no_color = PICTURES[name]
    if no_color:
        os.environ["NO_COLOR"] = no_color
    with tempfile.TemporaryDirectory() as home:
        library = Library(Path(home) / "data" / "reader.db")
        app = ReaderApp(library, Config(theme=theme))
        async with app.run_test(size=size) as pilot:
            for key in ["", *keys]:
                if key:
                    await pilot.press(key)
                await pilot.pause(0.2)
                await app.workers.wait_for_complete()
            below = app.screen_stack[0]
            await below.query("Greeting").remove()
            below.query_one("StatusLine").notice = ""  # type: ignore[attr-defined]  # greeting
            await pilot.pause()
            picture = app.export_screenshot(title=f"newsreader, {size[0]} x {size[1]}")
        library.close()
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r"terminal-\d+-", f"{name}-", picture)
    picture = picture.replace("Fira Code", "ui-monospace, Menlo, DejaVu Sans Mono")
    (folder / f"{name}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Draw all pictures into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        asyncio.run(draw(name, folder))
        print(folder / f"{name}.svg")


if __name__ == "__main__":
    main()
