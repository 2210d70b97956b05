"""HTML and plain text -> Article."""

from reader.article.blocks import article_from_html, article_from_text
from reader.model import Article, Entry

__all__ = [
    "article_from_html",
    "article_from_text",
    "entry_article",
]


def entry_article(entry: Entry) -> Article:
    """Return the article of an entry: its content with title, byline, site and date."""
    return article_from_html(
        entry.content_html,
        title=entry.title,
        base_url=entry.link or entry.feed_url,
        byline=", ".join(entry.authors) or None,
        site=entry.feed_title or None,
        published=entry.published,
        language=entry.language,
        link=entry.link,
    )
