"""The measure of extraction, on words counted by hand."""

import json
import re
from pathlib import Path

import pytest

from tests.bench.extract import main, word_f1


def test_words_are_counted_whatever_their_order_case_and_marks() -> None:
    assert word_f1("B, a!", "a b") == 1
    assert word_f1("a a b", "a b") == pytest.approx(0.8)
    assert word_f1("a", "a b") == pytest.approx(2 / 3)
    assert word_f1("a b c", "a b", "c d") == 1
    assert word_f1("", "a") == word_f1("c", "a") == 0


def test_the_systems_stand_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "".join(f"<p>The harbour stood open for the {n}th year.</p>" for n in range(9))
    page = f"<html><nav>Menu</nav><article>{text}</article></html>"
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_text(page)
    gold = {"url": "https://coast.example/a", "text": re.sub("<.*?>", " ", text)}
    (tmp_path / "pages-expected.json").write_text(json.dumps({"a.html": gold}))
    assert main([str(tmp_path / "pages"), "--errors", "1"]) == 0
    out = capsys.readouterr().out
    assert "newsreader                       100.0" in out
    assert all(name in out for name in ("trafilatura", "resiliparse"))


def test_without_gold_nothing_is_measured(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 1
