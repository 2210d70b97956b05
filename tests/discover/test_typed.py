import pytest

from reader.discover import addresses_of


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://coast.example/feed", ["https://coast.example/feed"]),
        (" HTTP://coast.example/\n", ["HTTP://coast.example/"]),
        ("coast.example", ["https://coast.example", "http://coast.example"]),
        ("coast.example:8/a b", ["https://coast.example:8/a b", "http://coast.example:8/a b"]),
        ("feed:https://coast.example/rss", ["https://coast.example/rss"]),
        ("feed://coast.example/rss", ["https://coast.example/rss", "http://coast.example/rss"]),
        ("FEED:coast.example/rss", ["https://coast.example/rss", "http://coast.example/rss"]),
        ("//coast.example", ["https://coast.example", "http://coast.example"]),
        ("@ada.ray@coast.example", ["https://coast.example/@ada.ray"]),
        ("ftp://coast.example", ["ftp://coast.example"]),
        ("", ["https://", "http://"]),
    ],
)  # fmt: skip
def test_what_people_type_means_addresses(text: str, addresses: list[str]) -> None:
    assert list(addresses_of(text)) == addresses
