"""Pages as they are read in the worker."""

from reader.discover.leads import Feed, Page
from reader.discover.look import look

URL = "https://coast.example/news/"
RSS = (
    b"<rss version='2.0'><channel><title>Coast</title><item><title>a</title></item></channel></rss>"
)
ATOM = b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Coast</title><entry><id>1</id></entry></feed>"
JSON = b'{"version": "https://jsonfeed.org/version/1.1", "title": "Coast", "items": []}'


def page(body: str = "", head: str = "") -> Page:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    seen = look(html.encode(), url=URL)
    assert isinstance(seen, Page)
    return seen


def urls(seen: Page) -> list[str]:
    return [link.url for link in seen.links]


def test_link_elements_the_surest_first() -> None:
    seen = page(
        head="""
        <link rel=alternate type=application/json href=/api>
        <link rel="alternate" type="application/rss+xml" title=" The  Coast&#x1b; " href="/rss">
        <link rel=alternate type=application/rss+xml href=/comments/rss>
        <link rel="Alternate" type="Application/Atom+XML; charset=utf-8" href="atom">
        <link rel=feed href="feed:https://other.example/f">
        <link rel=alternate type=application/rss+xml href=/rss>
        <link rel=alternate hreflang=de href=/de><link rel=alternate type=text/html href=/html>
        <link rel=alternate type=application/rss+xml href="javascript:alert(1)">
        <link rel=alternate type=application/rss+xml href="file:///etc/passwd">
        <link rel=alternate type=application/json href=/wp-json/wp/v2/pages/1>
        <link rel=alternate type=text/xml href=/oembed?format=xml>
        <link rel=stylesheet type=application/rss+xml href=/style>"""
    )
    assert urls(seen) == [
        "https://coast.example/news/atom",
        "https://other.example/f",
        "https://coast.example/rss",
        "https://coast.example/comments/rss",
        "https://coast.example/api",
    ]
    assert seen.links[2].title == "The Coast"
    assert {link.place for link in seen.links} == {"named"}


def test_links_that_look_like_feeds() -> None:
    seen = page(
        """<a href=/feedback>Say it</a><a href=/about>About</a><a href=/sitemap.xml>Map</a>
        <a href=/dispatch>Subscribe by <b>RSS</b></a><a href=/icon title="Atom feed"><img></a>
        <a href=/blog/feed/>x</a><a href=/index.rdf>x</a><a href=/a.xml#top>x</a>
        <a href="/?feed=rss2">x</a><a href="https://feeds.example/coast">x</a>
        <a href="feed://coast.example/f.rss">x</a><a href="mailto:rss@coast.example">RSS</a>
        <a href=/brussels-rssa>x</a><a>RSS</a><a href=https://atom.example/x>x</a>
        <a href=https://rss/x>x</a>"""
    )
    assert urls(seen) == [
        "https://coast.example/blog/feed/",
        "https://coast.example/index.rdf",
        "https://coast.example/a.xml#top",
        "https://coast.example/?feed=rss2",
        "https://feeds.example/coast",
        "https://coast.example/f.rss",
        "https://coast.example/dispatch",
        "https://coast.example/icon",
    ]
    assert {link.place for link in seen.links} == {"linked"}


def test_addresses_count_from_the_base_of_the_page() -> None:
    head = "<base href='/deep/'><link rel=canonical href=../news/x>"
    seen = page("<a href=feed.xml>x</a>", head)
    assert urls(seen) == ["https://coast.example/deep/feed.xml"]
    assert seen.canonical == "https://coast.example/news/x"


def test_what_made_a_page() -> None:
    head = "<meta name=generator content='WordPress 6.5'><meta name=application-name content=Sea>"
    assert page(head=head).made_by == "wordpress 6.5 sea"
    assert page("<div id=mastodon></div>").made_by == "mastodon"
    assert page("<p>mastodon</p>").made_by == ""


def test_a_feed_is_told_with_what_it_is_written_in() -> None:
    for data, kind, entries in ((RSS, "RSS", 1), (ATOM, "Atom", 1), (JSON, "JSON Feed", 0)):
        seen = look(data, url=URL)
        assert isinstance(seen, Feed)
        assert (seen.kind, seen.told.title, len(seen.told.entries)) == (kind, "Coast", entries)


def test_what_is_no_page_says_nothing() -> None:
    for data in (b"", b"\x00\x01\xff" * 50, b"plain words", b"{}", b"<svg/>"):
        assert look(data, url=URL) in (Page(), Page(()))


def test_a_page_of_a_hundred_thousand_links_is_bounded() -> None:
    seen = page("".join(f"<a href=/{n}/feed>RSS</a>" for n in range(100_000)))
    assert len(seen.links) == 50
