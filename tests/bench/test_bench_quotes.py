"""The benchmark as a whole: its own engine, in its own process, on two small articles."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bench.quotes.__main__ import chosen, learnable, main
from tests.bench.quotes.data import article_from, read_lines
from tests.bench.quotes.length import SHAPES, SIZES, texts
from tests.bench.quotes.run import SystemFailedError, SystemMissingError, run
from tests.bench.quotes.systems.textacy_rules import by_paragraph

SAID = "“The ferry is late,” said Ada Ray."


def article(name: str, text: str = SAID, publisher: str = "gazette") -> dict[str, Any]:
    return {
        "id": name,
        "publisher": publisher,
        "text": text,
        "attributions": [
            {
                "source": [[26, 33]],
                "cue": [[21, 25]],
                "content": [[0, 20]],
                "resolved": "Ada Ray",
                "source_type": "person",
            }
        ],
    }


def written(path: Path, *articles: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in articles), encoding="utf-8")
    return path


def test_the_engine_is_scored_stage_by_stage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = written(tmp_path / "two.jsonl", article("a"), article("b", f"{SAID} It rains."))

    status = main([str(data), "--systems", "ours", "--no-lengths", "--people", str(data)])

    printed = capsys.readouterr().out
    assert status == 0
    assert "2 of 2 articles, the test part" in printed
    rows = {
        line.split("  ")[1].strip(): line.split() for line in printed.splitlines() if "  " in line
    }
    assert rows["ours"][1:10] == ["100.0"] * 9
    assert rows["people"][1:] == ["100.0"] * 9
    assert rows["found, and named rightly"][-5:] == ["100.0", "100.0", "100.0", "2", "2"]
    assert "calibration error" in printed


def test_a_peer_that_is_not_there_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = written(tmp_path / "one.jsonl", article("a"))

    status = main(
        [str(data), "--systems", "textacy,crf", "--no-lengths", "--peers", str(tmp_path / "python")]
    )

    assert status == 0
    assert "textacy: left out" in capsys.readouterr().out


def test_a_file_that_holds_something_else_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = written(tmp_path / "bad.jsonl", {"id": "a", "text": "b"})

    assert main([str(data), "--systems", "ours", "--no-lengths"]) == 1
    assert "no annotated article" in capsys.readouterr().err


def test_gzipped_and_blank_lines_are_read(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(f"{json.dumps(article('a'))}\n\n".encode()))

    assert [line["id"] for line in read_lines(path)] == ["a"]


def test_costs_are_measured() -> None:
    result = run(sys.executable, ["ours"], [("a", SAID), ("b", SAID * 20)], limit=60, starts=1)

    assert list(result.quotes) == ["a", "b"]
    assert 0 < result.cpu["a"] < result.cpu["b"] < 5
    assert 0 < result.load < 5
    assert result.megabytes is not None
    assert 8 < result.megabytes < 500


def test_what_takes_too_long_is_stopped() -> None:
    result = run(sys.executable, ["ours"], [("a", SAID * 200_000)], limit=1, starts=1)

    assert result.stopped
    assert result.quotes == {}


def test_what_is_missing_or_broken_is_told() -> None:
    # The interpreter of the tests has no textacy; a CRF needs a model.
    with pytest.raises(SystemMissingError, match="No module"):
        run(sys.executable, ["textacy"], [], limit=60)
    with pytest.raises(SystemFailedError, match="nobody"):
        run(sys.executable, ["nobody"], [], limit=60)


def test_nothing_that_is_scored_is_learned_from() -> None:
    corpus = [article(str(number)) for number in range(30)]
    test = chosen(corpus, "test")
    scored = [article_from(line) for line in test]

    held = learnable(corpus, scored, whole=False)
    other = learnable([article("x"), *test[:3]], scored, whole=True)

    assert len(test) == 8
    assert len(held) == 14
    assert [line["id"] for line in other] == ["x"]


def test_the_length_of_a_text_is_what_its_name_says() -> None:
    sizes = {name: len(text) for name, text in texts()}

    assert sizes == {f"{shape}/{size}": size for shape in SHAPES for size in SIZES}
    assert SIZES[-1] == 1024 * 1024


def test_an_odd_mark_costs_its_paragraph() -> None:
    class Word:
        def __init__(self, text: str, start: int) -> None:
            self.idx, self.text = start, text

        def __len__(self) -> int:
            return len(self.text)

    class Triple:
        def __init__(self, line: str) -> None:
            self.content = type("Content", (), {"start_char": 0, "end_char": line.rindex('"') + 1})
            self.speaker = [Word("Ray", line.index("Ray"))]
            self.cue = [Word("said", line.index("said"))]

    def triples(line: str) -> list[Any]:
        if line.count('"') % 2:
            raise ValueError(line)
        return [Triple(line)] if '"' in line else []

    text = '"Odd," said Ada" Ray.\n\n"It is late," said Ray.'

    (quote,) = by_paragraph(text, triples)

    assert text[quote["start"] : quote["end"]] == '"It is late,"'
    assert text[quote["speaker"]["start"] : quote["speaker"]["end"]] == "Ray"
