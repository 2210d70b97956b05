from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.model import Verdict
from reader.reading import correct_quotation, open_entry
from reader.store import Store

Run = Callable[..., Any]

WORDS = "“We had no other choice,”"
NIL = Verdict("Nils Berg", "person")


@pytest.fixture
def correct(home: Path, kept: list[int]) -> Callable[[Verdict], None]:
    """Correct the quotation of the newest entry, as the reader does."""

    def correct(verdict: Verdict) -> None:
        with Store(home / "data" / "reader.db") as store:
            reading = open_entry(store, kept[0], now=1)
            assert reading is not None
            correct_quotation(store, reading, 0, verdict, now=1_700_000_000)

    return correct


def test_nothing_corrected_is_an_empty_list(run: Run) -> None:
    assert run("corrections", "--json").json == []
    assert run("corrections").out == ""
    assert run("corrections", "export").out == ""


def test_corrections_are_listed(
    run: Run, kept: list[int], correct: Callable[[Verdict], None]
) -> None:
    correct(NIL)
    assert run("corrections", "--json").json == [
        {
            "id": 1,
            "entry": kept[0],
            "title": "Harbour closes",
            "link": "https://coast.example/b",
            "text": WORDS,
            "start": 32,
            "end": 57,
            "removed": False,
            "source": {"name": "Nils Berg", "type": "person", "role": None},
            "created": "2023-11-14T22:13:20Z",
        }
    ]
    out = f"1  2023-11-14 22:13  {WORDS}  Nils Berg (person)  Harbour closes\n"
    assert run("corrections").out == out


@pytest.mark.parametrize(
    ("verdict", "words"), [(Verdict(removed=True), "not a quotation"), (Verdict(), "nobody named")]
)
def test_other_verdicts_are_told(
    run: Run, correct: Callable[[Verdict], None], verdict: Verdict, words: str
) -> None:
    correct(verdict)
    assert f"  {words}  " in run("corrections").out
    assert run("corrections", "--json").json[0]["source"] is None
    assert run("corrections", "--json").json[0]["removed"] is verdict.removed


def test_show_tells_what_was_set_right(
    run: Run, kept: list[int], correct: Callable[[Verdict], None]
) -> None:
    assert run("show", str(kept[0]), "--json").json["quotes"][0]["corrected"] is False
    correct(NIL)
    shown = run("show", str(kept[0]), "--json").json["quotes"][0]
    assert shown["corrected"] is True
    assert shown["source"]["name"] == "Nils Berg"
    assert "Nils Berg (person): [1]" in run("show", str(kept[0])).out


def test_export_is_annotated_data(
    run: Run, correct: Callable[[Verdict], None], tmp_path: Path
) -> None:
    correct(NIL)
    (line,) = run("corrections", "export").lines
    text = line["text"]
    assert text.startswith("The harbour will close in May.\n\n“We had no other choice,” said Ada")
    assert (line["title"], line["url"]) == ("Harbour closes", "https://coast.example/b")
    (said,) = line["attributions"]
    assert [text[start:end] for start, end in said["content"]] == [WORDS]
    assert [text[start:end] for start, end in said["cue"]] == ["said"]
    assert said["source"] == [], "the mention named another one"
    assert (said["resolved"], said["source_type"]) == ("Nils Berg", "person")
    assert (said["kind"], said["kinds"], said["corrected"]) == ("direct", ["direct"], True)
    assert line["scare_quotes"] == line["removed"] == []

    target = tmp_path / "gold.jsonl"
    assert run("corrections", "export", str(target)).out == ""
    assert target.read_text(encoding="utf-8") == run("corrections", "export", "-").out


def test_what_is_no_quotation_is_exported_as_that(
    run: Run, correct: Callable[[Verdict], None]
) -> None:
    correct(Verdict(removed=True))
    (line,) = run("corrections", "export").lines
    assert line["attributions"] == []
    assert line["scare_quotes"] == line["removed"] == [[32, 57]]


def test_a_correction_is_taken_back(
    run: Run, kept: list[int], correct: Callable[[Verdict], None]
) -> None:
    correct(Verdict(removed=True))
    assert run("list", "--json").json[0]["quotations"] == 0
    assert run("corrections", "remove", "1").out == f"Taken back: 1 {WORDS}\n"
    assert run("corrections", "--json").json == []
    assert run("list", "--json").json[0]["quotations"] == 1
    assert len(run("show", str(kept[0]), "--json").json["quotes"]) == 1


@pytest.mark.parametrize("number", ["1", "x", "-1", "9" * 30])
def test_what_is_no_correction_is_66(run: Run, kept: list[int], number: str) -> None:
    del kept
    ran = run("corrections", "remove", "--", number)
    assert (ran.status, ran.out) == (66, "")
    assert ran.error
