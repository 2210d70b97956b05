"""Help: the keys in force, those of the place one is in first, found by typing."""

from reader.config import Config
from tests.ui.driver import Reader


async def test_the_pane_one_is_in_comes_first(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("question_mark")
        assert driver.text.index("Lists") < driver.text.index("Anywhere")
        await driver.press("q", "h", "question_mark")
        text = driver.text
        assert text.index("Fold or unfold") < text.index("Next row") < text.index("Anywhere")


async def test_help_is_searched_by_typing(reader: Reader) -> None:
    async with reader(120, 40) as driver:
        await driver.press("question_mark", "slash", *"next unread")
        assert "Next unread" in driver.text
        assert "Previous unread" not in driver.text
        await driver.press("ctrl+u", *"gg")
        assert "First row" in driver.text
        await driver.press("ctrl+u", *"desk.undo")
        assert "Undo" in driver.text
        await driver.press("ctrl+u", *"xyzzy")
        assert "Nothing here has these words" in driver.text
        await driver.press("ctrl+u", *"scroll", "ctrl+u", *"line", "enter", "q")
        assert "Bookmark the article" in driver.text
        await driver.press("escape")
        assert driver.app.screen is driver.screen


async def test_help_shows_the_keys_in_force(reader: Reader) -> None:
    config = Config(keys="emacs", keymap={"desk.read": "ctrl+x r"})
    async with reader(config=config) as driver:
        await driver.press("h", "s", *"mark read")
        assert "ctrl+x r" in driver.text
        assert "ctrl+g" not in driver.text
        await driver.press("ctrl+g", "ctrl+g")
        assert driver.app.screen is driver.screen
