import pytest

from reader.article import article_from_html
from reader.cli.plain import plain_article, plain_notes, plain_quotations, plain_sources
from reader.model import Analysis, Mention, Note, Quotation, Source
from reader.quotes import find_quotations

NONE = Analysis("en")


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<h2>Harbour</h2><p>It closes.</p>", "Harbour\n\nIt closes."),
        ("<p>one two three four</p>", "one two three\nfour"),
        ("<ul><li>one two three four</li></ul>", "• one two\n  three four"),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
        ("<ul><li>one<ul><li>two</li></ul></li></ul>", "• one\n  • two"),
        ("<blockquote><p>one two three four</p></blockquote>", "> one two\n> three four"),
        (
            "<pre>a  = 1\n\nb = 'long long long long'</pre>",
            "    a  = 1\n\n    b = 'long long long long'",
        ),
        ("<p>one</p><hr><p>two</p>", "one\n\n* * *\n\ntwo"),
        ('<img src="https://coast.example/a.png" alt="Ice">', "[image: Ice]"),
        (
            "<table><tr><th>Port</th><th>Ice</th></tr><tr><td>冰冰冰</td><td>1</td></tr></table>",
            "Port    Ice\n冰冰冰  1",
        ),
    ],
)
def test_blocks_as_plain_text(html: str, plain: str) -> None:
    assert plain_article(article_from_html(html), NONE, 14) == plain


def test_each_quotation_is_followed_by_its_number() -> None:
    article = article_from_html(
        "<p>“We wait,” said Ada Ray. “We hope,” said Bo Li.</p><p>“No,” she said.</p>"
    )
    analysis = find_quotations(article.text, language="en", prose=article.prose)
    assert plain_article(article, analysis, 80) == (
        "“We wait,” [1] said Ada Ray. “We hope,” [2] said Bo Li.\n\n“No,” [3] she said."
    )


TEXT = "“A,” he said, “b.” Reuters reported c, citing a person."
ANALYSIS = Analysis(
    "en",
    (
        Quotation(
            0, 18, ((0, 4), (14, 18)), "direct", Mention(5, 7, "he"), Mention(8, 12, "said"), 0,
            via="a post",
        ),
        Quotation(36, 37, ((36, 37),), "indirect", None, None, 1, anonymous=True),
        Quotation(36, 37, ((36, 37),), "indirect", None, None, None),
    ),
    (
        Source("Ada Ray", "person", role="mayor", quotations=(0,)),
        Source("Reuters", "outlet", anonymous=True, quotations=(1,)),
    ),
)  # fmt: skip


def test_quotations_as_a_list() -> None:
    assert plain_quotations(TEXT, ANALYSIS, 80) == (
        "1. “A,” … “b.”\n"
        "   — Ada Ray (mayor) [direct, said, a post]\n"
        "2. c\n"
        "   — Reuters [indirect]\n"
        "3. c\n"
        "   — nobody named [indirect]"
    )


def test_sources_with_the_numbers_of_what_they_say() -> None:
    assert plain_sources(ANALYSIS, 80) == (
        "Ada Ray, mayor (person): [1]\nReuters (outlet, anonymous): [2]\nnobody named: [3]"
    )


def test_long_lists_keep_the_screen_width() -> None:
    many = Analysis(
        "en",
        ANALYSIS.quotations[:1] * 40,
        (Source("Ada", "person", None, False, tuple(range(40))),),
    )
    lines = plain_sources(many, 40).split("\n")
    assert len(lines) > 2
    assert max(map(len, lines)) <= 40
    assert all(line.startswith("  [") for line in lines[1:])


def test_who_did_not_comment_is_told_as_that() -> None:
    text = "Norvik declined\nto comment. Two papers cited unnamed people."
    notes = (Note("no_comment", 0, 26), Note("anonymous", 28, 59))
    assert plain_notes(text, Analysis("en", notes=notes), 80) == (
        "no comment: Norvik declined to comment\nunnamed sources: Two papers cited unnamed people"
    )
