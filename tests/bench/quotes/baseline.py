"""The trained baseline: its model is made once for a set of articles, and kept in build/."""

import json
import sys
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from tests.bench.quotes.data import Json
from tests.bench.quotes.run import ROOT, SystemFailedError, call

KEPT = ROOT / "build" / "bench-quotes"
TRAINER = "tests.bench.quotes.systems.crf"
CODE = (Path(__file__).parent / "systems" / name for name in ("crf.py", "crf_features.py"))


def trained_model(python: str, lines: Sequence[Json], *, limit: float) -> Path:
    """Return the file of the model that is learned from annotated articles.

    Args:
        python: The interpreter that python-crfsuite is installed for.
        lines: The articles, as they stand in their file.
        limit: Seconds that learning may take.

    Raises:
        SystemFailedError: Where learning takes too long or breaks.
    """
    corpus = "".join(json.dumps(line, sort_keys=True) + "\n" for line in lines)
    code = "".join(path.read_text(encoding="utf-8") for path in CODE)
    model = KEPT / f"crf-{sha256((code + corpus).encode()).hexdigest()[:16]}.model"
    if not model.exists():
        print(f"learning from {len(lines)} articles: minutes, once", file=sys.stderr, flush=True)
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write(corpus)
            file.flush()
            status, complaint = call([python, "-m", TRAINER, file.name, str(model)], limit)
        if status is None:
            raise SystemFailedError(f"not trained within {limit:.0f} s")
        if status:
            raise SystemFailedError(complaint)
    return model
