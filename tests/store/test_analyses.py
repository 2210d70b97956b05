from collections.abc import Callable

from reader.model import (
    Analysis,
    Feed,
    Mention,
    Note,
    ParsedEntry,
    ParsedFeed,
    Quotation,
    Source,
    View,
)
from reader.store import Store

Fill = Callable[..., Feed]
ANALYSIS = Analysis(
    "en",
    quotations=(
        Quotation(
            0,
            12,
            ((0, 5), (9, 12)),
            "direct",
            Mention(20, 26, "Ökafor"),
            Mention(27, 31, "said"),
            0,
            via="a post on Weibo",
            anonymous=True,
            confidence=0.93,
            rule="direct-after",
        ),
        Quotation(40, 50, ((40, 50),), "indirect", None, None, None),
    ),
    sources=(
        Source(
            "M. Ökafor", "person", "chief", True, quotations=(0,), mentions=((20, 26), (60, 62))
        ),
    ),
    notes=(Note("no_comment", 70, 80),),
)


def test_a_result_comes_back_whole(store: Store, fill: Fill) -> None:
    fill()
    store.save_analysis(1, "hash", "rules-1", ANALYSIS, now=50)
    assert store.analysis(1, "hash", "rules-1") == ANALYSIS
    assert [row.quotations for row in store.entry_rows([1, 2])] == [2, None]


def test_a_result_is_of_one_text_and_one_engine(store: Store, fill: Fill) -> None:
    fill()
    store.save_analysis(1, "hash", "rules-1", ANALYSIS, now=50)
    assert store.analysis(1, "other", "rules-1") is None
    assert store.analysis(1, "hash", "rules-2") is None
    assert store.analysis(2, "hash", "rules-1") is None


def test_a_later_result_takes_the_place(store: Store, fill: Fill) -> None:
    fill()
    store.save_analysis(1, "hash", "rules-1", ANALYSIS, now=50)
    store.save_analysis(1, "hash", "rules-2", Analysis("und"), now=60)
    assert store.analysis(1, "hash", "rules-1") is None
    assert store.analysis(1, "hash", "rules-2") == Analysis("und")
    assert store.entry_rows([1])[0].quotations == 0


def test_what_is_not_analysed_the_newest_first(store: Store, fill: Fill) -> None:
    feed = fill(entries=4)
    first, second, third, fourth = store.entry_ids(View("all"))
    store.save_analysis(second, "hash", "rules-1", ANALYSIS, now=50)
    assert store.unanalysed("rules-1", 9) == [first, third, fourth]
    assert store.unanalysed("rules-1", 2) == [first, third]
    assert store.unanalysed("rules-2", 9) == [first, second, third, fourth]
    store.unsubscribe(feed.id, now=5)
    assert store.unanalysed("rules-1", 9) == []


def test_a_changed_entry_is_to_be_analysed_again(store: Store, fill: Fill) -> None:
    feed = fill(entries=1)
    store.save_analysis(1, "hash", "rules-1", ANALYSIS, now=50)
    store.save_parsed(feed.id, ParsedFeed("", entries=(ParsedEntry("g0", "New"),)), now=60)
    assert store.analysis(1, "hash", "rules-1") is None
    assert store.entry_rows([1])[0].quotations is None
    assert store.unanalysed("rules-1", 9) == [1]


def test_a_result_for_an_entry_that_is_gone_is_dropped(store: Store) -> None:
    store.save_analysis(7, "hash", "rules-1", ANALYSIS, now=50)
    assert store.analysis(7, "hash", "rules-1") is None
