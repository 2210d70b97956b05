"""What one does inside an article: find words, follow links, jump."""

from tests.ui.driver import Driver, Reader


def marked(driver: Driver, look: str) -> list[str]:
    """What is drawn with a look, line by line."""
    article = driver.screen.article
    style = article.get_component_rich_style(f"article--{look}", partial=True)
    lines = [article.render_line(y) for y in range(article.size.height)]
    return [
        segment.text
        for line in lines
        for segment in line
        if segment.style is not None and segment.style + style == segment.style
    ]


def count(driver: Driver) -> str:
    """What is said of the matches."""
    return str(driver.screen.find_line._count.content)


# --- Find ----------------------------------------------------------------------------


async def test_words_are_found_as_they_are_typed(reader: Reader) -> None:
    async with reader(120, 16) as driver:
        await driver.press("enter", "ctrl+f", *"cost")
        assert count(driver) == "1 of 3"
        assert marked(driver, "found-current") == ["cost"]  # the heading
        await driver.press("enter")
        assert count(driver) == "2 of 3"
        await driver.press("enter", "ctrl+n")
        assert count(driver) == "1 of 3"
        await driver.press("up", "down", "ctrl+r")
        assert count(driver) == "3 of 3"
        await driver.press("x")
        assert count(driver) == "not found"
        assert marked(driver, "found-current") == []


async def test_looking_begins_where_one_reads(reader: Reader) -> None:
    async with reader(120, 14) as driver:
        await driver.press("enter", "G", "ctrl+f", *"said")
        assert count(driver) == "3 of 3"
        article = driver.screen.article
        top = article.scroll_y
        await driver.press("pageup")
        assert article.scroll_y < top


async def test_escape_ends_and_the_place_stays(reader: Reader) -> None:
    async with reader(120, 14) as driver:
        await driver.press("enter", "ctrl+f", *"nine")
        top = driver.screen.article.scroll_y
        assert top > 0
        await driver.press("escape")
        assert "Find" not in driver.text
        assert driver.screen.article.scroll_y == top
        assert driver.screen.pane == "article"
        await driver.press("j")
        assert driver.screen.article.scroll_y == min(top + 1, driver.screen.article.max_scroll_y)


async def test_the_words_of_last_time_wait_to_be_typed_over(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "ctrl+f", *"tide", "escape", "ctrl+f")
        assert count(driver) == "1 of 1"
        await driver.press(*"vote")
        assert driver.screen.find_line.words == "vote"


async def test_marks_stay_where_they_are_when_lines_break_otherwise(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "ctrl+f", *"fish market")
        assert "".join(marked(driver, "found-current")) == "fish market"
        await driver.pilot.resize_terminal(64, 30)
        await driver.settle()
        assert "".join(marked(driver, "found-current")).replace(" ", "") == "fishmarket"


async def test_another_article_is_looked_into_too(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "ctrl+f", *"the ice")
        assert count(driver) == "not found"
        driver.screen.entries.cursor = 1
        await driver.settle()
        assert count(driver) == "1"
        driver.screen.entries.focus()
        await driver.press("escape")
        assert "Find" not in driver.text


async def test_find_from_the_list_of_a_narrow_terminal_shows_the_article(reader: Reader) -> None:
    async with reader(60, 20) as driver:
        await driver.press("ctrl+f", *"tide")
        assert driver.screen.pane == "article"
        assert count(driver) == "1 of 1"
