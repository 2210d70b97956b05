"""Whatever the script, what is drawn is as wide as it is said to be, at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article import article_from_html
from reader.model import Article, BookmarkRow, Enclosure, EntryRow
from reader.ui.render.header import header
from reader.ui.render.links import enclosure_lines
from reader.ui.render.page import lay_out
from reader.ui.render.rows import bookmark_row, entry_row
from reader.ui.render.typeset import typeset

NOW = 1_795_550_400
WIDTHS = range(10, 121)
SCRIPTS = {
    "latin": "Harbour vote postponed again, as the council waits for the tide",
    "japanese": "終バス、今夜も終電を待つ「港」の人々ー長い題名はここで終わらない…",
    "half and full width": "ﾊﾊﾞﾅ Ｆｕｌｌ ｗｉｄｅ ﾌﾈ １２３",
    "korean": "항구의 투표가 다시 연기되었다 — 의회는 기다린다",
    "korean in parts": "\u1112\u1161\u11ab\u1100\u116e \u1112\u1161\u11bc",
    "families": "Sailors 👩‍👩‍👧‍👦 land 👨🏽‍🚀 at 🏴󠁧󠁢󠁳󠁣󠁴󠁿 and 🇳🇴🇸🇪, ❤️‍🔥 1️⃣ ☀️ ☺",
    "joiners that join nothing": "a\u200db \u200d\u200d c\u200d 👩\u200d",
    "combining": "cafe\u0301 cre\u0300me n\u0303o\u0302 q\u0323\u0307 Z\u0351\u0346a\u0362\u0321",
    "arabic": "مكتبة على ظهر قارب، وَالْمَوْجُ عَالٍ في الميناء",
    "hebrew": "סִפְרִיָּה עַל סִירָה בַּנָּמָל, והגלים גבוהים",
    "both directions": "The word مكتبة means library, and ספרייה (123) too",
    "thai": "ห้องสมุดบนเรือที่ท่าเรือกำลังรอน้ำขึ้น",
    "hindi": "नाव पर पुस्तकालय क्षत्रिय श्री",
    "tamil": "படகில் நூலகம் கொ கோ",
    "no spaces": "x" * 300,
    "ambiguous": "§ ° ± × ÷ “quoted” ‘so’ … ①② ½ α я ★ ■",
}


def article(text: str) -> Article:
    """An article that has the text in blocks of every kind."""
    return article_from_html(
        f"<p>{text} {text}</p><h2>{text}</h2><ul><li>{text}<ul><li>{text}</ul></ul>"
        f"<blockquote>{text}<blockquote>{text}</blockquote></blockquote><pre>  {text}</pre>"
        f"<table><tr><th>{text}</th><th>b</th></tr><tr><td>c</td><td>{text}</td></tr></table>"
        f'<figure><img src="https://e.org/i" alt="{text}"><figcaption>{text}</figcaption></figure>'
        f'<iframe src="https://e.org/e" title="{text}"></iframe>',
        title=text,
        byline=text,
        site=text,
        published=NOW,
    )


def entry(text: str) -> EntryRow:
    return EntryRow(1, 1, text, None, text, (text,), NOW, NOW, False, True, 14)


def check(text: str, width: int) -> None:
    """What fills a row fills it exactly, what is a line of an article is never too wide."""
    kept = BookmarkRow(1, 1, text, None, text, (text,), NOW, text, text, text, (text,), NOW)
    for pieces in (*entry_row(entry(text), width, NOW), *bookmark_row(kept, width, NOW)):
        assert cell_len("".join(piece for piece, _ in pieces)) == width
        assert sum(cell_len(piece) for piece, _ in pieces) == width
    shown = article(text)
    files = [Enclosure("https://e.org/a.mp3", "audio/mpeg", 1_234_567)]
    top = [*header(shown, None, width, NOW, ([text], files)), *enclosure_lines(files, width)]
    page = lay_out(shown, None, width, header=top)
    for one in (page, typeset(page, width, spacing=1, justify=True)):
        for line in one.lines:
            assert cell_len(line.text) <= width, line.text
            for at, offset, size in line.places:
                assert len(line.text) >= at + size
                assert len(shown.text) >= offset + size


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_at_every_width(name: str) -> None:
    for width in WIDTHS:
        check(SCRIPTS[name], width)


@given(
    st.lists(st.sampled_from("".join(SCRIPTS.values()).split()), min_size=1, max_size=12),
    st.sampled_from(WIDTHS),
)
def test_scripts_mixed(words: list[str], width: int) -> None:
    check(" ".join(words), width)


@given(
    st.text(alphabet=sorted(set("".join(SCRIPTS.values()))), max_size=60), st.sampled_from(WIDTHS)
)
def test_signs_in_any_order(text: str, width: int) -> None:
    check(text.replace("<", "").replace("&", ""), width)
