from hashlib import sha256

from tests.bench.quotes.split import split


def corpus(publisher: str, count: int) -> list[tuple[str, str]]:
    return [(f"{publisher}-{number}", publisher) for number in range(count)]


def test_the_parts_follow_the_digests_of_the_ids_within_a_publisher() -> None:
    gazette = corpus("gazette", 20)

    parts = split(gazette + corpus("courier", 20))

    order = sorted((name for name, _ in gazette), key=lambda n: sha256(n.encode()).hexdigest())
    assert [parts[name] for name in order] == ["test"] * 8 + ["dev"] * 8 + ["train"] * 4


def test_nothing_is_learned_from_a_publisher_that_stays_unseen() -> None:
    parts = split(corpus("usa-today", 30))

    assert set(parts.values()) == {"test"}


def test_the_order_of_the_file_changes_nothing() -> None:
    articles = corpus("gazette", 30) + corpus("courier", 12)

    assert split(articles[::-1]) == split(articles)


def test_an_article_that_comes_twice_is_one_article() -> None:
    articles = corpus("gazette", 30)

    assert split(articles * 2) == split(articles)
