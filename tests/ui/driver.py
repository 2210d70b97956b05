"""The app in a test: its screen, and hands on its keyboard."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from textual.pilot import Pilot

from reader.ui.app import ReaderApp
from reader.ui.screens.desk import DeskScreen

NOW = 1_795_550_400
"""2026-11-24 20:00 UTC."""

Reader = Callable[..., AbstractAsyncContextManager["Driver"]]


class Driver:
    """The app, its screen, and hands on its keyboard."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> DeskScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, DeskScreen)
        return screen

    async def settle(self) -> None:
        """Wait until nothing is under way: rests of the cursor, workers, messages."""
        await self.pilot.pause(0.1)
        for _ in range(400):
            asking = len(self.app.screen_stack) > 1  # a worker waits for the answer
            if not any(
                w.is_running and not (asking and w.group == "change") for w in self.app.workers
            ):
                await self.pilot.pause()
                return
            await self.pilot.pause(0.01)
        raise TimeoutError("the reader does not come to rest")

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _ in range(500):
            if holds():
                return
            await self.pilot.pause(0.02)
        raise TimeoutError("it does not come to hold")

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def press_quickly(self, *keys: str) -> None:
        """Press keys as fast as they come in, then wait."""
        for key in keys:
            self.app.simulate_key(key)
        await self.settle()

    @property
    def text(self) -> str:
        """What is on the screen, as text."""
        lines = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join("".join(segment.text for segment in line) for line in lines)

    @property
    def article(self) -> str:
        """What the reading pane holds, seen or not, as one line."""
        return " ".join(line.text for line in self.screen.article.page.lines)

    @property
    def last_line(self) -> str:
        """The status line."""
        return self.text.splitlines()[-1]
