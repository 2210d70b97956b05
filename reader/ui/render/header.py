"""What stands above an article: title, where it is from and when, the sourcing strip."""

from collections.abc import Sequence

from reader.model import Analysis, Article, Enclosure
from reader.ui.render import sourcing
from reader.ui.render.cells import crop, width_of, wrap
from reader.ui.render.lines import Line
from reader.ui.render.links import enclosure_lines
from reader.ui.render.words import age, exact, reading_time

Above = tuple[Sequence[str], Sequence[Enclosure]]
"""What stands between the title and the text: the reader's own remarks, and enclosures."""


def header(
    article: Article, analysis: Analysis | None, width: int, now: int, above: Above = ((), ())
) -> list[Line]:
    """Return the lines above ``article``."""
    notes, enclosures = above
    lines = _wrapped(article.title or "(no title)", width, "title")
    about = [article.site or "", f"by {article.byline}" if article.byline else ""]
    if article.published is not None:
        about += [exact(article.published), _ago(article.published, now)]
    about.append(reading_time(len(article.text.split())))
    lines += _parted([part for part in about if part], width)
    strip = sourcing.strip(article.text, analysis, width) if analysis else "looking for quotations"
    lines += [Line(crop(strip, width), role="strip"), Line("")]
    if files := enclosure_lines(enclosures, width):
        lines += [*files, Line("")]
    for note in notes:
        lines += [*_wrapped(note, width, "note"), Line("")]
    return lines


def _parted(parts: Sequence[str], width: int) -> list[Line]:
    """Return parts with dots between them, lines breaking between parts rather than inside."""
    rows = [""]
    for part in parts:
        longer = f"{rows[-1]} · {part}" if rows[-1] else part
        if width_of(longer) <= width or not rows[-1]:
            rows[-1] = longer
        else:
            rows.append(part)
    return [line for row in rows for line in _wrapped(row, width, "dim")]


def _ago(then: int, now: int) -> str:
    past = age(then, now)
    return f"{past} ago" if past.endswith((" min", " h", " d")) else ""


def _wrapped(text: str, width: int, role: str) -> list[Line]:
    return [Line(text[start:end], role=role) for start, end in wrap(text, width)]
