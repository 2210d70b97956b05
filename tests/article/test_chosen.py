"""What an extractor chose is taken from the page as it stands there, sign by sign."""

import unicodedata

from reader.article import article_from_html
from reader.article.chosen import choose
from reader.article.extract import read_page

LONG = "The harbour stood open for many years, and the town lived from what came in."


def texts(html: str, words: str, title: str = "") -> list[tuple[str, str]]:
    blocks = article_from_html(html, base_url="https://coast.example/").blocks
    return [(block.kind, block.text) for block in choose(blocks, words, title).blocks]


def test_words_stay_as_the_page_has_them() -> None:
    said = "“We <b>closed</b> it”<i>,</i> said Ada Ray (no relation) — ‘at&nbsp;once’ … 3 % of it."
    words = "“Weclosedit” , said Ada Ray(no relation) - 'at once' ... 3% of it ."
    assert texts(f"<p>{said}</p>", words) == [
        ("paragraph", "“We closed it”, said Ada Ray (no relation) — ‘at\xa0once’ … 3 % of it.")
    ]


def test_signs_that_are_written_in_two_ways_are_the_same() -> None:
    apart = unicodedata.normalize("NFD", f"Größe ist möglich. {LONG}")
    assert texts(f"<p>{apart}</p>", unicodedata.normalize("NFC", apart)) == [("paragraph", apart)]


def test_a_short_line_is_the_one_inside_the_article() -> None:
    html = f"<p>Share</p><p>{LONG}</p><h2>Share</h2><p>Not {LONG}</p><p>Share</p>"
    assert texts(html, f"{LONG}\nShare\nNot {LONG}") == [
        ("paragraph", LONG),
        ("heading", "Share"),
        ("paragraph", f"Not {LONG}"),
    ]
    assert texts("<p>Share</p><p>The shareholders</p>", "The shareholders") == [
        ("paragraph", "The shareholders")
    ]


def test_a_block_may_be_several_lines() -> None:
    html = f"<blockquote><p>Sing,<br>sing,<br>{LONG}</p></blockquote><table><tr><th>a<td>{LONG}"
    assert texts(html, f"Sing,\nsing,\n{LONG}\n| a | {LONG} |") == [
        ("quote", f"Sing,\nsing,\n{LONG}"),
        ("table", f"a\t{LONG}"),
    ]


def test_a_block_may_be_joined_to_what_stands_before_it() -> None:
    html = f"<div><div>Not {LONG}</div>{LONG}</div><p>Nor</p>"
    assert texts(html, f"Not {LONG}{LONG}") == [("paragraph", f"Not {LONG}"), ("paragraph", LONG)]


def test_pictures_and_captions_go_with_what_they_stand_between() -> None:
    def picture(name: str) -> str:
        return (
            f"<figure><img src=/{name}.png alt={name}><figcaption>By {name}</figcaption></figure>"
        )

    html = (
        f"{picture('far')}<p>Menu</p>{picture('lead')}<p>{LONG}</p>{picture('middle')}<hr>"
        f"<p>Not {LONG}</p>{picture('advert')}<p>Buy</p><p>Nor {LONG}</p>{picture('after')}<p>End"
    )
    assert [text for _, text in texts(html, f"{LONG}\nNot {LONG}\nNor {LONG}")] == [
        "lead", "By lead", LONG, "middle", "By middle", "", f"Not {LONG}", f"Nor {LONG}",
    ]  # fmt: skip


def test_the_title_and_what_only_leads_elsewhere_are_left_out() -> None:
    html = (
        f"<h1>Harbour closes!</h1><p>{LONG}</p><p><a href=/x>Read also: the ferry</a></p>"
        f"<ul><li><a href=/y>A listed thing</a></ul><p>It is <a href=/z>a long story of a link</a>"
    )
    words = f"Harbour closes\n{LONG}\nRead also: the ferry\nA listed thing\nIt is a long story of "
    words += "a link"
    assert [text for _, text in texts(html, words, "Harbour closes")] == [
        LONG,
        "A listed thing",
        "It is a long story of a link",
    ]


def test_how_much_was_found_again() -> None:
    blocks = article_from_html(f"<p>{LONG}").blocks
    assert choose(blocks, LONG).share == 1
    assert choose(blocks, f"{LONG}\nNot {LONG}").share < 0.5
    assert choose((), LONG).share == choose(blocks, "").share == 0


def test_an_article_that_the_page_hides_until_a_script_runs_is_shown() -> None:
    paragraphs = "".join(f"<p>{n} <b>{LONG}</b></p>" for n in range(9))
    hidden = f"<html><body><p>Loading</p><div hidden id=S1>{paragraphs}</div></body></html>"
    found = read_page(hidden.encode())
    assert found.text.count(LONG) == 9
    assert sum(bool(block.inlines) for block in found.blocks) == 9


def test_an_article_that_is_in_a_script_alone_is_its_lines() -> None:
    body = " ".join(f"{n} {LONG}" for n in range(9))
    data = f'{{"@type": "Article", "articleBody": "{body}"}}'
    page = f'<html><script type="application/ld+json">{data}</script><p>Subscribe</p></html>'
    found = read_page(page.encode())
    assert body in found.text
    assert [block.kind for block in found.blocks] == ["paragraph"]
