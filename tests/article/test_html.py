from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import article_from_html, article_from_text
from reader.article.html import article_feed, article_html

HTML = """
<h2>Harbour &amp; ice</h2>
<p>One <a href="https://coast.example/?a=1&amp;b=2">link with <em>stress</em></a>, <b>bold</b>
<code>a &lt; b</code><br>next line “said” 5 &lt; 6.</p>
<ul><li>first<ul><li>inner <i>x</i></li></ul></li></ul>
<ol start="3"><li>third</li><li>fourth</li></ol>
<blockquote>we wait<blockquote>and wait</blockquote></blockquote>
<pre><code class="language-python">if a &lt; b:
    print("&amp;")</code></pre>
<figure><img src="https://coast.example/a.png" alt="A &quot;ship&quot;">
<figcaption>The ship</figcaption></figure>
<table><tr><th>Port</th><th>Ice</th></tr><tr><td>Lund</td><td>1 &lt; 2</td></tr></table>
<hr>
<p>H<sub>2</sub>O, x<sup>2</sup>, <s>gone</s></p>
"""


def test_the_html_of_an_article_makes_the_same_article() -> None:
    article = article_from_html(HTML, title="Harbour")
    kinds = {block.kind for block in article.blocks}
    assert kinds == {
        "heading", "paragraph", "item", "quote", "code", "image", "caption", "table", "rule",
    }  # fmt: skip
    assert article_from_html(article_html(article), title="Harbour").blocks == article.blocks


@given(st.text("ab <>&\"'“”\n.-*é冰", max_size=80))
def test_the_html_of_a_text_makes_the_same_words(text: str) -> None:
    article = article_from_text(text)
    again = article_from_html(article_html(article))
    assert again.text.split() == article.text.split()


@pytest.mark.parametrize(
    ("site", "title"), [("Coast Courier", "Coast Courier"), (None, "Harbour closes")]
)
def test_an_article_is_a_feed_of_one_entry(site: str | None, title: str) -> None:
    article = replace(
        article_from_html("<p>Ice.</p>", title="Harbour closes", link="https://coast.example/b"),
        byline="Ada Ray",
        site=site,
        published=5,
        language="en",
    )
    feed = article_feed(article, "https://coast.example/b")
    [entry] = feed.entries
    assert (feed.title, feed.link) == (title, "https://coast.example/b")
    assert (entry.guid, entry.link) == ("https://coast.example/b", "https://coast.example/b")
    assert (entry.title, entry.authors, entry.published) == ("Harbour closes", ("Ada Ray",), 5)
    assert entry.content_html == "<p>Ice.</p>"


def test_an_article_without_a_title_is_called_by_its_source() -> None:
    feed = article_feed(article_from_text("Ice."), "article.txt")
    assert (feed.title, feed.entries[0].title) == ("article.txt", "article.txt")
