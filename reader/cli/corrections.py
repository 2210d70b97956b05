"""``newsreader corrections``: what was set right in quotations, listed, exported, taken back."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from reader.cli.output import iso_time, local_time, print_columns, print_json, remark, to_json
from reader.cli.profile import now, number, open_profile
from reader.cli.shapes import Shape
from reader.errors import NotFoundError
from reader.model import CorrectedText, Correction
from reader.store import Store

_WORDS_CELLS = 44
_VERDICT_CELLS = 36


def list_corrections(options: Namespace) -> int:
    """Print what was set right, in the order in which it was."""
    with open_profile() as profile:
        store = profile.store
        rows = [(one, _text_of(store, one)) for one in store.corrections()]
    if options.json:
        print_json([_shape(correction, text) for correction, text in rows])
        return 0
    if not rows:
        remark("No corrections yet: c on a quotation in the reader makes one")
    print_columns(
        [
            (str(one.id), local_time(one.created), one.place.exact, _verdict(one), text.title)
            for one, text in rows
        ],
        (None, None, _WORDS_CELLS, _VERDICT_CELLS, None),
    )
    return 0


def _text_of(store: Store, correction: Correction) -> CorrectedText:
    text = store.corrected_text(correction.place.text_hash)
    assert text is not None  # noqa: S101 - a foreign key keeps it
    return text


def _verdict(correction: Correction) -> str:
    verdict = correction.verdict
    if verdict.removed:
        return "not a quotation"
    return "nobody named" if verdict.name is None else f"{verdict.name} ({verdict.type})"


def _shape(correction: Correction, text: CorrectedText) -> Shape:
    verdict, place = correction.verdict, correction.place
    source = {"name": verdict.name, "type": verdict.type, "role": verdict.role}
    return {
        "id": correction.id,
        "entry": correction.entry_id,
        "title": text.title,
        "link": text.link,
        "text": place.exact,
        "start": place.start,
        "end": place.end,
        "removed": verdict.removed,
        "source": None if verdict.name is None else source,
        "created": iso_time(correction.created),
    }


def export_corrections(options: Namespace) -> int:
    """Write the corrected articles as JSON Lines, each article once."""
    with open_profile() as profile:
        lines = "".join(f"{to_json(shape)}\n" for shape in _gold(profile.store))
    if options.file in (None, "-"):
        sys.stdout.write(lines)
    else:
        Path(options.file).write_text(lines, encoding="utf-8")
    return 0


def _gold(store: Store) -> Iterator[Shape]:
    from reader.cli.gold import gold_shape  # the engine: a list does without
    from reader.reading import analyse_text

    made: dict[str, list[Correction]] = {}
    for correction in store.corrections():
        made.setdefault(correction.place.text_hash, []).append(correction)
    for corrections in made.values():
        text = _text_of(store, corrections[0])
        yield gold_shape(text, analyse_text(text.text, text.language, text.prose), corrections)


def remove_correction(options: Namespace) -> int:
    """Let a quotation be as it was found."""
    from reader.reading import take_back  # the engine: a list does without

    wanted = number(options.number)
    with open_profile() as profile:
        known = {one.id: one for one in profile.store.corrections()}
        correction = None if wanted is None else known.get(wanted)
        if correction is None:
            message = f"no correction {options.number!r}; 'newsreader corrections' shows them"
            raise NotFoundError(message)
        take_back(profile.store, correction, now=now())
    print(f"Taken back: {correction.id} {' '.join(correction.place.exact.split())}")
    return 0
