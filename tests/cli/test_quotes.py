import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Run = Callable[..., Any]

TEXT = (
    "The harbour will close in May.\n\n“We had no other choice,” said Ada Ray, the mayor of Lund.\n"
)
HTML = (
    "<html><head><title>Harbour closes</title></head><body><article><h1>Harbour closes</h1>"
    + "<p>The harbour stood open for many years and the town lived from what came in there.</p>"
    * 12
    + "<p>“We had no other choice,” said Ada Ray, the mayor of Lund.</p></article></body></html>"
)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Lund Daily</title>
<item><title>First</title><link>https://lund.example/1</link>
<description>“We had no other choice,” said Ada Ray, the mayor of Lund.</description></item>
<item><title>Second</title><guid isPermaLink="false">2</guid></item></channel></rss>"""
CONTENT = "“We had no other choice,”"


@pytest.fixture
def text_file(tmp_path: Path) -> str:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    return str(tmp_path / "article.txt")


def batch(run: Run, *lines: object) -> list[Any]:
    text = "".join(line if isinstance(line, str) else f"{json.dumps(line)}\n" for line in lines)
    ran = run("quotes", "--batch", stdin=text.encode())
    assert (ran.status, ran.err) == (0, "")
    answers: list[Any] = ran.lines
    return answers


def test_quotes_as_json_in_their_shape(run: Run, text_file: str) -> None:
    ran = run("quotes", "--json", text_file)
    assert (ran.status, ran.err) == (0, "")
    shape = ran.json
    assert set(shape) == {"id", "language", "quotes", "sources", "notes", "text"}
    assert shape["id"] == text_file
    assert shape["language"] == "en"
    assert shape["text"] == TEXT
    [quote] = shape["quotes"]
    start, cue, speaker = TEXT.index("“"), TEXT.index("said"), quote["speaker"]
    assert quote == {
        "start": start,
        "end": start + len(CONTENT),
        "parts": [[start, start + len(CONTENT)]],
        "kind": "direct",
        "speaker": speaker,
        "cue": {"start": cue, "end": cue + 4, "text": "said"},
        "source": {
            "name": "Ada Ray",
            "type": "person",
            "role": quote["source"]["role"],
            "via": None,
            "anonymous": False,
        },
        "confidence": quote["confidence"],
        "rule": quote["rule"],
    }
    assert speaker["text"] == TEXT[speaker["start"] : speaker["end"]]
    assert "Ada Ray" in speaker["text"]
    assert 0 < quote["confidence"] <= 1
    assert quote["rule"]
    [source] = shape["sources"]
    assert set(source) == {"name", "type", "role", "anonymous", "quotes", "mentions"}
    assert source["quotes"] == [0]
    assert source["name"] == "Ada Ray"
    assert all(isinstance(span, list) and len(span) == 2 for span in source["mentions"])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        (TEXT.replace("\n", "\r\n").encode(), TEXT),
        (f"  Lund\n\n\n\n  {TEXT}".encode(), f"  Lund\n\n\n\n  {TEXT}"),
        (TEXT.replace("Ada", "A\u202eda").encode(), TEXT),
    ],
)
def test_offsets_count_in_the_text_of_the_file(run: Run, data: bytes, text: str) -> None:
    shape = run("quotes", "--json", "-", stdin=data).json
    assert shape["id"] == "-"
    assert shape["text"] == text
    [quote] = shape["quotes"]
    assert shape["text"][quote["start"] : quote["end"]] == CONTENT


def test_offsets_count_in_the_article_of_a_page(run: Run) -> None:
    shape = run("quotes", "--json", stdin=HTML.encode()).json
    [quote] = shape["quotes"]
    assert shape["text"][quote["start"] : quote["end"]] == CONTENT
    assert "<p>" not in shape["text"]


def test_a_feed_gives_a_list(run: Run) -> None:
    shapes = run("quotes", "--json", stdin=FEED.encode()).json
    assert [(shape["id"], len(shape["quotes"])) for shape in shapes] == [
        ("https://lund.example/1", 1),
        ("2", 0),
    ]


def test_a_page_of_a_server(run: Run, server: Any) -> None:
    server.pages["/page"] = ("text/html; charset=utf-8", HTML.encode())
    shape = run("quotes", "--json", f"{server.url}/page").json
    assert shape["id"] == f"{server.url}/page"
    assert len(shape["quotes"]) == 1
    ran = run("quotes", f"{server.url}/missing")
    assert (ran.status, ran.out) == (69, "")
    assert ran.error


def test_several_inputs_give_a_list_and_what_fails_is_one_line_and_1(
    run: Run, text_file: str
) -> None:
    ran = run("quotes", "--json", text_file, "/missing/file", text_file)
    assert ran.status == 1
    assert "/missing/file" in ran.error
    assert [shape["id"] for shape in ran.json] == [text_file, text_file]


def test_quotes_for_people(run: Run, text_file: str) -> None:
    ran = run("quotes", text_file)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == f"1. {CONTENT}"
    assert lines[1].startswith("   — Ada Ray")
    assert lines[1].endswith("[direct, said]")
    assert lines[2:4] == ["", "Sources"]
    assert lines[4].startswith("Ada Ray")
    assert lines[4].endswith("[1]")


def test_several_inputs_for_people_are_named(run: Run, text_file: str) -> None:
    assert run("quotes", text_file, text_file).out.count(f"{text_file}\n") == 2


@pytest.mark.parametrize("data", [b"", b"   \n", b"\x00\x01\x02\xff" * 400])
def test_what_is_no_text_is_one_line_and_65(run: Run, data: bytes) -> None:
    ran = run("quotes", "-", stdin=data)
    assert (ran.status, ran.out) == (65, "")
    assert ran.error


# --- Batch ---------------------------------------------------------------------------


def test_a_batch_answers_a_line_each_in_order(run: Run, text_file: str) -> None:
    first, second = batch(run, {"id": "a", "text": TEXT}, {"id": 7, "text": ""})
    shape = run("quotes", "--json", text_file).json
    assert first == {**{key: shape[key] for key in shape if key != "text"}, "id": "a"}
    assert set(first) == {"id", "language", "quotes", "sources", "notes"}
    assert (second["id"], second["quotes"], second["sources"]) == (7, [], [])


@pytest.mark.parametrize(
    "line",
    [
        "\n", "{\n", "[1]\n", "null\n",
        '{"id": "a"}\n', '{"text": "a"}\n', '{"id": "a", "text": 1}\n',
        '{"id": null, "text": ""}\n', '{"id": true, "text": ""}\n', '{"id": [], "text": ""}\n',
        "[" * 100_000 + "\n", '{"id": ' + "9" * 5000 + ', "text": ""}\n', "\x1b[2J\n",
    ],
)  # fmt: skip
def test_a_bad_line_is_answered_and_ends_nothing(run: Run, line: str) -> None:
    refused, answered = batch(run, line, {"id": "b", "text": TEXT})
    assert refused == {"id": None, "error": refused["error"]}
    assert refused["error"]
    assert answered["id"] == "b"
    assert len(answered["quotes"]) == 1


def test_a_line_that_is_no_utf8_is_answered(run: Run) -> None:
    ran = run("quotes", "--batch", stdin=b'{"id": "a", "text": "\xff"}\n')
    assert ran.lines[0]["id"] is None


def test_offsets_of_a_batch_count_in_the_text_as_given(run: Run) -> None:
    text = "\ufeff\r\n\x00\u202e " + TEXT.replace("\n", "\r\n").replace("Ada", "A\u202eda")
    [answer] = batch(run, {"id": "a", "text": text})
    [quote] = answer["quotes"]
    assert text[quote["start"] : quote["end"]] == CONTENT
    assert "\u202e" not in json.dumps(answer, ensure_ascii=False)


def test_a_surrogate_alone_does_no_harm(run: Run) -> None:
    [answer] = batch(run, {"id": "\ud800", "text": f"\ud800 {TEXT}"})
    assert answer["id"] == "\ud800"
    assert answer["quotes"][0]["start"] == TEXT.index("“") + 2


def test_a_huge_line_is_answered(run: Run) -> None:
    [answer] = batch(run, {"id": "a", "text": "The harbour is shut.\n\n" * 20_000 + TEXT})
    assert len(answer["quotes"]) == 1


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.text("ab “”\"'\n\r.,»«\u202e\ud800", max_size=60),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)
def test_any_text_is_answered_within_its_bounds(run: Run, text: str, name: str) -> None:
    [answer] = batch(run, {"id": name, "text": text})
    assert answer["id"] == name
    for quote in answer["quotes"]:
        assert 0 <= quote["start"] < quote["end"] <= len(text)
