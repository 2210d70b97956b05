import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Lund Daily</title><link>https://lund.example/</link>
<description>News</description><language>sv</language>
<item><title>Hamnen st\u00e4nger</title><guid isPermaLink="false">1</guid><link>/a</link>
<author>ada@lund.example (Ada Ray)</author>
<pubDate>Tue, 14 Nov 2023 22:13:20 GMT</pubDate>
<description>&lt;p&gt;Kort&lt;/p&gt;</description>
<enclosure url="https://lund.example/a.mp3" type="audio/mpeg" length="12"/></item>
</channel></rss>""".encode()
SENTENCES = " ".join(f"The harbour stood open for the {n}th time this year." for n in range(30))
PAGE = f"""<html lang="en"><head><title>Harbour closes</title>
<meta property="og:site_name" content="Coast Courier"><meta name="author" content="Ada Ray">
<meta property="article:published_time" content="2023-11-14T22:13:20Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Harbour closes</h1>
<p>One. {SENTENCES}</p>
<p>Two. {SENTENCES}</p><p>Three. {SENTENCES}</p></article></body></html>""".encode()


@pytest.fixture
def feed(tmp_path: Path) -> str:
    (tmp_path / "feed.xml").write_bytes(FEED)
    return str(tmp_path / "feed.xml")


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / "page.html").write_bytes(PAGE)
    return str(tmp_path / "page.html")


def test_parse_gives_the_feed_in_its_shape(run: Run, feed: str) -> None:
    ran = run("parse", feed, "--base-url", "https://lund.example/feed")
    assert (ran.status, ran.err) == (0, "")
    shape = ran.json
    assert set(shape) == {"feed", "entries"}
    assert set(shape["feed"]) == {"title", "link", "description", "language", "updated"}
    assert shape["feed"]["title"] == "Lund Daily"
    assert shape["feed"]["link"] == "https://lund.example/"
    assert shape["feed"]["language"] == "sv"
    [entry] = shape["entries"]
    assert entry == {
        "id": "1",
        "title": "Hamnen stänger",
        "link": "https://lund.example/a",
        "authors": ["Ada Ray"],
        "published": "2023-11-14T22:13:20Z",
        "updated": None,
        "language": entry["language"],
        "content_html": entry["content_html"],
        "summary": entry["summary"],
        "enclosures": [{"url": "https://lund.example/a.mp3", "type": "audio/mpeg", "length": 12}],
    }
    assert "<p>Kort</p>" in (entry["content_html"], entry["summary"])


def test_parse_writes_no_control_characters(run: Run) -> None:
    data = FEED.replace(b"Kort", b"Ko\xc2\x9b31mrt\xe2\x80\xae")
    ran = run("parse", "-", stdin=data)
    assert "Ko›31mrt" in ran.out  # 9B as windows-1252 has it, a sign like any other
    assert not {"\x9b", "\u202e"} & set(ran.out)


def test_parse_reads_standard_input(run: Run, feed: str) -> None:
    assert run("parse", "-", stdin=FEED).json == run("parse", feed).json


def test_extract_gives_the_article_in_its_shape(run: Run, page: str) -> None:
    ran = run("extract", page, "--url", "https://coast.example/b")
    assert (ran.status, ran.err) == (0, "")
    shape = ran.json
    assert set(shape) == {"title", "byline", "published", "site", "language", "text"}
    assert shape["title"] == "Harbour closes"
    assert shape["byline"] == "Ada Ray"
    assert shape["published"] == "2023-11-14T22:13:20Z"
    assert shape["site"] == "Coast Courier"
    assert f"One. {SENTENCES}\n\nTwo. {SENTENCES}" in shape["text"]
    assert "Home" not in shape["text"]


@pytest.mark.parametrize("command", ["parse", "extract"])
@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 400, b"word"])
def test_what_is_neither_is_one_line_and_65(
    run: Run, tmp_path: Path, command: str, content: bytes
) -> None:
    (tmp_path / "file").write_bytes(content)
    ran = run(command, str(tmp_path / "file"))
    assert (ran.status, ran.out) == (65, "")
    assert ran.error


@pytest.mark.parametrize("command", ["parse", "extract", "quotes", "open", "import"])
def test_a_folder_is_65_and_a_missing_file_66(run: Run, tmp_path: Path, command: str) -> None:
    ran = run(command, str(tmp_path))
    assert (ran.status, ran.out) == (65, "")
    assert str(tmp_path) in ran.error
    ran = run(command, str(tmp_path / "missing"))
    assert (ran.status, ran.out) == (66, "")
    assert "missing" in ran.error


@pytest.mark.parametrize("command", ["parse", "extract", "quotes", "open", "import"])
def test_too_large_a_file_is_65(run: Run, tmp_path: Path, command: str) -> None:
    with (tmp_path / "large").open("wb") as large:
        large.truncate(16 * 2**20 + 1)
    ran = run(command, str(tmp_path / "large"))
    assert (ran.status, ran.out) == (65, "")
    assert "large" in ran.error


@pytest.mark.parametrize("command", ["parse", "extract", "quotes", "import"])
def test_too_large_a_standard_input_is_65(run: Run, command: str) -> None:
    ran = run(command, "-", stdin=b" " * (16 * 2**20 + 1))
    assert (ran.status, ran.out) == (65, "")
    assert ran.error == "newsreader: standard input is larger than 16 MiB"


def test_a_batch_of_parse_answers_every_line_in_order(run: Run, feed: str, page: str) -> None:
    lines = [feed, "/missing/file", "", page, feed]
    ran = run("parse", "--batch", stdin="\n".join(lines).encode())
    assert (ran.status, ran.err) == (0, "")
    assert [answer["state"] for answer in ran.lines] == [
        "ok", "refused", "refused", "refused", "ok",
    ]  # fmt: skip
    assert ran.lines[0] == {"state": "ok", "out": run("parse", feed).json}
    assert set(ran.lines[1]) == {"state", "why"}
    assert "/missing/file" in ran.lines[1]["why"]


def test_no_file_ends_or_stalls_a_batch_of_parse(
    run: Run, tmp_path: Path, feed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.documents._SECONDS", 4.0)
    monkeypatch.setattr("reader.cli.documents._MEMORY", 400 * 2**20)
    os.mkfifo(tmp_path / "pipe")  # nobody will ever write to it
    eater = tmp_path / "eater.xml"
    eater.write_bytes(b"<rss><channel><item>" + b"<a/>" * 3_900_000)
    lines = [feed, str(tmp_path / "pipe"), "-", str(eater), "/dev/zero", feed]
    answers = run("parse", "--batch", stdin="\n".join(lines).encode()).lines
    assert [answer["state"] for answer in answers] == ["ok", *["refused"] * 4, "ok"]
    assert "longer than 4 s" in answers[1]["why"]


def test_a_batch_of_extract_takes_path_and_address(run: Run, page: str) -> None:
    address = "https://coast.example/b"
    ran = run("extract", "--batch", stdin=f"{page}\t{address}\n/missing\t{address}\n".encode())
    assert [answer["state"] for answer in ran.lines] == ["ok", "refused"]
    assert ran.lines[0]["out"] == run("extract", page, "--url", address).json


def test_a_path_that_is_no_utf8_is_a_path(run: Run, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/f\xffeed.xml"
    with open(path, "wb") as file:  # noqa: PTH123 - a name in bytes
        file.write(FEED)
    answers = run("parse", "--batch", stdin=path + b"\n" + path + b"x\n").lines
    assert [answer["state"] for answer in answers] == ["ok", "refused"]
