"""Back and forward between the articles that were read."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.model import View
from reader.store import Store
from reader.ui.library import Place
from reader.ui.screens.visits import Visit, Visits
from tests.ui.driver import NOW, Driver, Reader

ALL = View("all")


def visit(row_id: int, offset: int | None = None) -> Visit:
    return Visit(ALL, Place(False, row_id), offset)


def title(driver: Driver) -> str:
    article = driver.screen.article.article
    return article.title if article else ""


@given(st.lists(st.one_of(st.integers(1, 5), st.sampled_from([-1, -2])), max_size=40))
def test_visits_are_those_of_a_browser(steps: list[int]) -> None:
    """Compared with two stacks: what lies behind, what lies ahead."""
    visits = Visits()
    behind: list[int] = []
    ahead: list[int] = []
    for step in steps:
        if step > 0:
            visits.go(visit(step))
            if behind[-1:] != [step]:
                behind, ahead = [*behind, step], []
        elif step == -1:
            moved = visits.step(-1)
            assert (moved is not None) == (len(behind) > 1)
            if moved:
                ahead.append(behind.pop())
        else:
            moved = visits.step(1)
            assert (moved is not None) == bool(ahead)
            if moved:
                behind.append(ahead.pop())
        current = visits.current
        assert (current.place.row_id if current else None) == (behind[-1] if behind else None)


def test_a_jump_knows_the_way_back() -> None:
    visits = Visits()
    visits.go(visit(1))
    visits.jump(ALL, Place(False, 1), 100, 900)
    assert visits.step(-1) == visit(1, 100)
    assert visits.step(-1) is None
    assert visits.step(1) == visit(1, 900)
    visits.jump(ALL, Place(False, 2), 5, 50)  # of an article that was only looked at
    assert visits.step(-1) == visit(2, 5)
    assert visits.step(-1) == visit(1, 900)


def test_a_visit_that_is_gone_is_forgotten_on_the_way_in_both_directions() -> None:
    visits = Visits()
    for number in range(1, 5):
        visits.go(visit(number))
    assert visits.step(-1) == visit(3)
    visits.forget(-1)
    assert visits.step(-1) == visit(2)
    assert visits.step(-1) == visit(1)
    assert visits.step(1) == visit(2)
    visits.forget(1)
    assert visits.step(1) == visit(4)


def test_only_the_last_visits_are_kept() -> None:
    visits = Visits()
    for number in range(1000):
        visits.go(visit(number))
    while visits.step(-1):
        pass
    assert visits.current == visit(800)


async def test_back_and_forward(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "n", "n")
        last = title(driver)
        await driver.press("ctrl+o")
        assert title(driver) == "Why the ice left early"
        assert driver.screen.entries.cursor == 1
        assert driver.screen.pane == "article"
        await driver.press("alt+left")
        assert title(driver) == "Harbour vote postponed again"
        await driver.press("ctrl+o")
        assert "Nothing was read before this" in driver.last_line
        await driver.press("alt+right", "ctrl+t")
        assert title(driver) == last
        await driver.press("ctrl+t")
        assert "This was read last" in driver.last_line


async def test_what_was_only_looked_at_is_no_visit(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("enter", "escape", "j", "j", "enter", "ctrl+o")
        assert title(driver) == "Harbour vote postponed again"


async def test_back_to_another_list(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("h", "G", "enter", "enter")
        bus = title(driver)
        await driver.press(
            "h", "h", "home", "enter", "enter", "h", "h", "G", "k", "enter", "j", "enter"
        )
        assert title(driver) == "Why the ice left early"
        await driver.press("ctrl+o")
        assert title(driver) == "Harbour vote postponed again"
        assert driver.screen.view == View("feed", feed_id=1)  # it is in this list too
        await driver.press("ctrl+o")
        assert title(driver) == bus
        assert driver.screen.view == View("feed", feed_id=2)
        assert driver.screen.feeds.view == View("feed", feed_id=2)
        await driver.press("ctrl+t", "ctrl+t")
        assert title(driver) == "Why the ice left early"
        assert driver.screen.view == ALL  # Harbour was read there, and this is in it too


async def test_what_left_its_list_is_shown_in_its_feed(reader: Reader) -> None:
    async with reader() as driver:
        await driver.press("h", "j", "enter", "enter")
        assert driver.screen.view == View("unread")
        first = title(driver)
        await driver.press("h", "h", "G", "enter", "enter", "ctrl+o")
        assert title(driver) == first
        assert driver.screen.view == View("feed", feed_id=1)


async def test_what_is_gone_is_passed_over(reader: Reader, database: Path) -> None:
    async with reader() as driver:
        await driver.press("b", "enter", "h", "h", "j", "j", "j", "enter", "enter")
        assert driver.screen.view == View("bookmarks")
        await driver.press("h", "h", "home", "enter", "j", "enter")
        ice = title(driver)
        with Store(database) as store:
            store.remove_bookmark(store.bookmarks()[0], now=NOW)
        await driver.press("ctrl+o")
        assert title(driver) == "Harbour vote postponed again"
        assert driver.screen.view == ALL
        await driver.press("ctrl+t")
        assert title(driver) == ice
