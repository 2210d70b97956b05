"""What harms a terminal, in every field of every format, on its whole way: file to screen."""

import html
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.article import entry_article
from reader.model import View
from reader.parse import parse
from reader.store import Store
from reader.ui.app import ReaderApp

DATA = Path(__file__).parents[1] / "data" / "hostile"
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
PAYLOADS = {
    "colour": "\x1b[31;1mred\x1b[0m",
    "clear": "\x1b[2J\x1b[H\x1bc",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cm0gLXJmIC8=\x07",
    "C1": "\x9b31m\x9d0;owned\x9c\x90q\x9c",
    "device": "\x1bP$q\x1b\\\x1b[6n\x1b[c",
    "backspace": "good\x08\x08\x08\x08evil\r\x7f",
    "bidi": "\u202egnp.exe\u2066\u2069\u202c\u200f",
    "annotation": "\ufff9a\ufffab\ufffb",
    "zero": "\x00\x00",
    "markup": "[bold red]x[/] [@click=app.quit]y[/] [link=file:///etc/passwd]z[/link] [",
    "paths": "../../../../etc/passwd",
    "script": "javascript:alert(1)",
}
FORMATS = ["every-field.rss", "every-field.atom", "every-field.json"]


def document(name: str, payload: str) -> bytes:
    """Return a feed with the payload in every field, as far as its format can carry it."""
    text = (DATA / name).read_text(encoding="utf-8")
    if name.endswith("json"):
        return text.replace("@@", json.dumps(payload)[1:-1]).encode()
    # What XML forbids even as a reference is written raw; a lenient reader has to take it.
    return text.replace("@@", html.escape(payload)).encode()


@pytest.fixture(params=FORMATS)
def name(request: Any) -> str:
    return str(request.param)


@pytest.fixture(params=PAYLOADS)
def payload(request: Any) -> str:
    return PAYLOADS[request.param]


def fill(path: Path, data: bytes, error: str) -> int:
    with Store(path) as store:
        feed = store.add_feed("https://coast.example/feed", trusted=True, now=1)
        store.save_parsed(feed.id, parse(data, base_url=feed.url), now=1_700_000_000)
        store.save_error(feed.id, f"coast.example answered 500 {error}", now=1_700_000_001)
        (entry_id,) = store.entry_ids(View("all"))
        return entry_id


def test_nothing_of_it_reaches_the_commands(
    run: Callable[..., Any], home: Path, tmp_path: Path, name: str, payload: str
) -> None:
    data = document(name, payload)
    (tmp_path / name).write_bytes(data)
    entry_id = fill(home / "data" / "reader.db", data, "No")
    for arguments in (
        ("list",),
        ("list", "--json"),
        ("show", str(entry_id)),
        ("show", str(entry_id), "--json"),
        ("feeds",),
        ("feeds", "--json"),
        ("export",),
        ("parse", str(tmp_path / name)),
        ("bookmark", str(entry_id)),
        ("bookmarks",),
        ("list", f'"{payload}"'.replace("\0", "")),
        ("doctor",),
    ):
        ran = run(*arguments)
        printed = ran.out + ran.err
        assert FORBIDDEN.findall(printed) == [], arguments
        if "--json" in arguments or arguments[0] == "parse":
            assert FORBIDDEN.findall("".join(strings(json.loads(ran.out)))) == []
    assert "Title" in run("list").out


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [one for part in (*value, *value.values()) for one in strings(part)]
    if isinstance(value, list):
        return [one for part in value for one in strings(part)]
    return [value] if isinstance(value, str) else []


def test_no_link_leads_anywhere_but_to_the_web(tmp_path: Path, name: str, payload: str) -> None:
    path = tmp_path / "data" / "reader.db"
    entry_id = fill(path, document(name, payload), "No")
    with Store(path) as store:
        entry = store.entry(entry_id)
        assert entry
    article = entry_article(entry)
    inside = (inline.url for block in article.blocks for inline in block.inlines)
    for url in (entry.link, *(file.url for file in entry.enclosures), *inside):
        assert url is None or url.startswith(("https://", "mailto:")), url


async def test_nothing_of_it_reaches_the_screen(
    reader: Callable[..., Any], tmp_path: Path, name: str
) -> None:
    path = tmp_path / "ui" / "reader.db"
    fill(path, document(name, " ".join(PAYLOADS.values())), "No")
    async with reader(path=path) as driver:
        assert isinstance(driver.app, ReaderApp)
        seen = driver.text
        for keys in (["enter"], ["i"], ["escape", "b"], ["s"], ["u"], ["escape", "h", "h"], ["d"]):
            await driver.press(*keys)
            seen += driver.text
        assert "Title" in seen
        assert FORBIDDEN.findall(seen) == []
        assert driver.app.is_running  # no text was taken for an action
        assert "[bold red]x[/]" in seen


def test_a_flood_without_width_hides_no_title() -> None:
    for flood in ("\u200b", "\u2060\u200d", "\ufe0f\u00ad\u034f"):
        title = f"{flood * 200_000}Harbour closes{flood * 200_000}"
        begun = time.process_time()
        item = f"<item><title>{title}</title></item>"
        rss = f"<rss><channel><title>{title}</title>{item}</channel></rss>"
        feed = parse(rss.encode())
        assert time.process_time() - begun < 2
        assert feed.title == feed.entries[0].title == "Harbour closes"


@pytest.mark.parametrize(
    "title", ["👩‍👩‍👧 family", "ค‌ำ", "می‌خواهم", "🏴\U000e0067\U000e0062\U000e007f flag"]
)
def test_joiners_that_a_script_needs_stay(title: str) -> None:
    rss = f"<rss><channel><item><title>{title}</title></item></channel></rss>"
    assert parse(rss.encode()).entries[0].title == title
