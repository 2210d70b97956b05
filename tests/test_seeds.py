"""The sample articles and starter subscriptions that ship: read by the reader's own parsers."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from reader.article import article_from_html
from reader.model import Article
from reader.outlines import parse_opml
from reader.parse import parse
from reader.paths import seeds
from reader.text import clean

FEEDS = sorted(path.name for path in (seeds() / "samples").iterdir())
FLAGSHIP = "The spring Tesla promised to keep its data in China"
GUIDE = "How to read this, from the people who stay up for it"


@dataclass(frozen=True)
class Sample:
    """One article of a sample file, with what its feed or page says of it."""

    guid: str
    title: str
    site: str
    published: int | None
    link: str | None
    language: str | None
    article: Article


def _file(name: str) -> Path:
    return seeds() / "samples" / name


@cache
def _feed_samples(name: str) -> tuple[Sample, ...]:
    feed = parse(_file(name).read_bytes())
    return tuple(
        Sample(
            entry.guid,
            entry.title,
            feed.title,
            entry.published,
            entry.link,
            entry.language or feed.language,
            article_from_html(entry.content_html or "", title=entry.title, base_url=entry.link),
        )
        for entry in feed.entries
    )


@cache
def _samples() -> tuple[Sample, ...]:
    return tuple(sample for name in FEEDS for sample in _feed_samples(name))


def _titled(title: str) -> Sample:
    return next(sample for sample in _samples() if sample.title == title)


@pytest.mark.parametrize("name", FEEDS)
def test_a_sample_feed_has_a_title_that_calls_it_a_sample_and_entries(name: str) -> None:
    feed = parse(_file(name).read_bytes())
    assert re.search(r"\((sample|Beispiel|exemple)\)$", feed.title)
    assert feed.entries
    assert all(entry.content_html for entry in feed.entries)


def test_there_are_enough_articles_and_each_has_its_own_guid_and_title() -> None:
    samples = _samples()
    assert len(samples) >= 12
    assert len({sample.guid for sample in samples}) == len(samples)
    assert len({sample.title for sample in samples}) == len(samples)


def test_every_article_is_dated_and_the_first_to_read_are_on_top() -> None:
    earliest = datetime(2026, 11, 10, tzinfo=UTC).timestamp()
    latest = datetime(2026, 11, 22, 7, 10, tzinfo=UTC).timestamp()
    dates = [(sample.published or 0, sample.title) for sample in _samples()]
    assert all(earliest <= date <= latest for date, _ in dates)
    assert len({date for date, _ in dates}) == len(dates)
    assert [title for _, title in sorted(dates, reverse=True)[:2]] == [FLAGSHIP, GUIDE]


def test_links_are_addresses_that_nobody_owns() -> None:
    links = [sample.link or "" for sample in _samples()]
    links += [
        inline.url
        for sample in _samples()
        for block in sample.article.blocks
        for inline in block.inlines
        if inline.url and not inline.url.startswith("#")
    ]
    links += [block.url for sample in _samples() for block in sample.article.blocks if block.url]
    assert [link for link in links if not link.startswith("https://example.org/")] == []


def test_blocks_of_every_kind_occur() -> None:
    kinds = {block.kind for sample in _samples() for block in sample.article.blocks}
    assert kinds == {
        "heading", "paragraph", "item", "quote", "code", "table", "image", "rule", "caption",
    }  # fmt: skip


def test_special_blocks_come_through_whole() -> None:
    ice = {block.kind: block for block in _titled("Why the ice left early").article.blocks}
    assert ice["table"].text.splitlines()[0].split("\t") == ["Year", "Frozen", "Open", "Days"]
    assert ice["table"].header_rows == 1
    assert ice["image"].text.startswith("A grey bay with a single floe")
    penguins = _titled("How to count penguins without waking them").article
    code = next(block for block in penguins.blocks if block.kind == "code")
    assert code.language == "python"
    assert "> reach]" in code.text
    assert [block.level for block in penguins.blocks if block.kind == "item"] == [1, 1, 2, 2, 1]


def test_languages_and_scripts() -> None:
    languages = {(sample.language or "")[:2] for sample in _samples()}
    assert languages == {"en", "de", "fr", "es", "ja", "ar"}


def test_all_kinds_of_quotation_marks_occur() -> None:
    text = "".join(sample.article.text for sample in _samples())
    assert [mark for mark in '"“”‘’„‚«»「」『』' if mark not in text] == []


def test_text_is_clean_and_long_enough_to_be_an_article() -> None:
    for sample in _samples():
        assert sample.article.text == clean(sample.article.text)
        assert sample.title == clean(sample.title)
        assert len(sample.article.text) > 50, sample.title


def test_every_article_says_at_its_end_that_it_is_invented() -> None:
    for sample in _samples():
        last = sample.article.blocks[-1].text
        assert re.search("invent|erfunden|架空|الخيال", last), sample.title


def test_the_retold_report_quotes_exactly() -> None:
    expected = """\
"add more"
"Car data security is very important,"
"Tesla will make every effort to ... ensure data security."
"military staff and employees of key state-owned companies"
"citing concerns that data the cars gather could be a source of national security leaks."
"not aware of the situation."
"There's a very strong incentive for us to be very confidential with any information,"
"If Tesla used cars to spy in China or anywhere, we will get shut down."
"abnormal acceleration"
"battery fires."
"car owners,"
"carry out strict self-examination and self-correction, while cooperating with the investigation \
of relevant government departments."
"biggest market."
"I'm very confident about Tesla's future in China,"
"The Chinese economy, I think, can do extremely well over the next decade and will become the \
biggest economy in the world."
"""
    quoted = re.findall(r'"[^"]+"', _titled(FLAGSHIP).article.text)
    assert quoted == expected.splitlines()


def test_starter_subscriptions_are_many_secure_and_sorted_into_folders() -> None:
    outlines = parse_opml((seeds() / "starter.opml").read_bytes()).feeds
    addresses = [outline.url for outline in outlines]
    assert len(addresses) >= 25
    assert len(set(addresses)) == len(addresses)
    assert [url for url in addresses if not url.startswith("https://")] == []
    assert all(outline.title and outline.folder for outline in outlines)
    assert all((outline.link or "").startswith("https://") for outline in outlines)
    assert len({outline.folder for outline in outlines}) >= 6
    assert ("Other languages", "Deutsch") in {outline.folder for outline in outlines}
