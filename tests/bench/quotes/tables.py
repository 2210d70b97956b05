"""The figures as tables of text: shares in per cent, one line a row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tests.bench.quotes.figures import Share, Tally
from tests.bench.quotes.length import SHAPES, SIZES, name
from tests.bench.quotes.mistakes import Mistake, examples
from tests.bench.quotes.reliability import Bin, calibration_error
from tests.bench.quotes.resolution import Resolution
from tests.bench.quotes.run import Run
from tests.bench.quotes.stages import KINDS, Scores

Row = Sequence[str]
ALL_KINDS = (*KINDS, "all")
PRF = ("", "P", "R", "F1", "found", "gold")


def table(title: str, heads: Row, rows: Iterable[Row]) -> Iterator[str]:
    """Yield a heading and rows: the first column to the left, the others to the right."""
    lines = [heads, *rows]
    widths = [max(len(row[i]) for row in lines if i < len(row)) for i in range(len(heads))]
    yield f"\n{title}"
    for line in lines:
        cells = [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=False)]
        yield "  ".join([f"  {line[0].ljust(widths[0])}", *cells]).rstrip()


def systems_table(scores: Mapping[str, Scores], runs: Mapping[str, Run]) -> Iterator[str]:
    """Yield the systems side by side, and what they cost."""
    heads = (
        "",
        *(f"{name}{figure}" for name in ("direct ", "all ", "content ") for figure in "PRF"),
    )
    rows = [
        (
            system,
            *_figures(each.source["direct"]),
            *_figures(each.source["all"]),
            *_figures(each.content["all"]),
            *_cost(runs.get(system)),
        )
        for system, each in scores.items()
    ]
    title = (
        "Systems: direct speech and all kinds with the source right, content found (IoU .5), in %;"
        "\n  processor time of a mean article, and of loading beyond the interpreter; all memory"
    )
    yield from table(title, (*heads, "CPU ms", "load s", "MB"), rows)


def _figures(tally: Tally) -> tuple[str, str, str]:
    return percent(tally.precision), percent(tally.recall), percent(tally.f1)


def _cost(run: Run | None) -> Row:
    if run is None:
        return ("", "", "")
    megabytes = "-" if run.megabytes is None else f"{run.megabytes:.0f}"
    return (f"{run.milliseconds:.1f}", f"{run.load:.2f}", megabytes)


def sources_table(system: str, scores: Scores) -> Iterator[str]:
    """Yield one system's direct, all and content figures in full."""
    rows = [_row(f"source right, {kind}", scores.source[kind]) for kind in ALL_KINDS]
    rows += [_row(f"source touched, {kind}", scores.source_touched[kind]) for kind in ALL_KINDS]
    rows.append(_row("content, source, cue", scores.complete))
    yield from table(f"{system}: found with its source", PRF, rows)


def stage_tables(system: str, scores: Scores) -> Iterator[str]:
    """Yield the stages of one system, each alone."""
    rows = [_row(f"found (IoU .5), {kind}", scores.content[kind]) for kind in ALL_KINDS]
    rows += [
        _row("IoU .8", scores.content_close),
        _row("exact", scores.content_exact),
        _row("words", scores.content_words),
        _row("direct alone, IoU .8", scores.direct_close),
        _row("direct alone, exact", scores.direct_exact),
    ]
    yield from table(f"{system}: content", PRF, rows)
    yield from sources_table(system, scores)
    yield from table(
        f"{system}: of the content found",
        ("", "right", "of"),
        [
            _share("cue, half of it", scores.cue),
            _share("cue, a word of it", scores.cue_touched),
            _share("mention, half of it", scores.mention),
            _share("mention, a word of it", scores.mention_touched),
            _share("kind as the marks say", scores.kind),
        ],
    )


def resolution_tables(system: str, scores: Resolution) -> Iterator[str]:
    """Yield how one system resolves sources."""
    title = f"{system}: resolved sources ({scores.dropped} doubtful ones left out)"
    yield from table(
        title,
        PRF,
        [
            _row("found", scores.found),
            _row("found, and named rightly", scores.named),
            _row("unnamed sources", scores.anonymous),
        ],
    )
    rows = [
        _share("name right, if found", scores.right),
        _share("the fullest name, if found", scores.fullest),
        _share("type right, if found", scores.type),
        _share("type allowed, if found", scores.type_allowed),
    ]
    for told, groups in (
        ("name right, if found; printed", scores.right_by_mention),
        ("found and named; printed", scores.named_by_mention),
        ("found and named", scores.named_by_kind),
    ):
        rows += [_share(f"{told}: {group}", share) for group, share in sorted(groups.items())]
    rows += [
        _share("scare quotes shown as speech", scores.scare_shown),
        _share("scare quotes given a speaker", scores.scare_attributed),
    ]
    yield from table(f"{system}: shares", ("", "%", "of"), rows)


def mistake_lines(
    system: str, classes: Sequence[tuple[str, Sequence[Mistake]]], shown: int
) -> Iterator[str]:
    """Yield the mistakes by class, with some examples of each: wanted, then got."""
    rows = [(name, str(len(group))) for name, group in classes]
    yield from table(f"{system}: mistakes", ("", "count"), rows)
    if not shown:
        return
    yield "\n  Examples: [mention | cue] content; - is what was wanted, + what was got"
    for name_, group in classes:
        yield f"\n  {name_}"
        for each in examples(group, shown):
            yield f"    {each.article} @{each.start}"
            yield from (f"      {sign} {text}" for sign, text in _sides(each) if text)


def _sides(mistake: Mistake) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("-", mistake.wanted), ("+", mistake.got)


def reliability_table(system: str, bins: Sequence[Bin]) -> Iterator[str]:
    """Yield what confidence claims and what holds, tenth by tenth."""
    error = calibration_error(bins)
    if error is None:
        return
    rows = [
        (
            f"{each.low:.1f} to {each.high:.1f}",
            str(each.count),
            percent(each.mean) if each.count else "-",
            percent(each.share) if each.count else "-",
        )
        for each in bins
    ]
    title = f"{system}: confidence (content and source right); calibration error {error:.3f}"
    yield from table(title, ("", "count", "claimed", "right"), rows)


def length_table(run: Run) -> Iterator[str]:
    """Yield seconds by length and shape, and how they grow from one length to the next."""
    rows = []
    for i, size in enumerate(SIZES):
        cells = []
        for shape in SHAPES:
            now = run.cpu.get(name(shape, size))
            before = run.cpu.get(name(shape, SIZES[i - 1])) if i else None
            cells += ["-" if now is None else f"{now:.3f}", _growth(before, now)]
        rows.append((f"{size // 1024} KB", *cells))
    heads = ["", *(head for shape in SHAPES for head in (shape, "×"))]
    step = SIZES[1] // SIZES[0]
    title = f"Time against length: CPU seconds, and × the length before ({step}: linear)"
    yield from table(title, heads, rows)


def _growth(before: float | None, now: float | None) -> str:
    return f"{now / before:.1f}" if before and now else ""


def percent(value: float | None) -> str:
    """Return a share as a figure in per cent."""
    return "-" if value is None else f"{100 * value:.1f}"


def _row(label: str, tally: Tally) -> Row:
    return (label, *_figures(tally), str(tally.found.of), str(tally.gold.of))


def _share(label: str, share: Share) -> Row:
    return (label, percent(share.value), str(share.of))
