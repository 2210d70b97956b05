import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text import clean, clean_line, text_hash

# Any code point, lone surrogates as well; the dangerous ones more often than chance would.
CHARACTERS = st.characters(codec=None) | st.sampled_from(
    "\x00\x07\x08\t\n\x0b\x0c\r\x1b\x7f\x85\x9b\x9c\x9d\u2028\u2029\u202a\u202e\u2066\u2069\ufeff"
)
TEXT = st.text(CHARACTERS | st.characters(categories=["Cs"]))
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def is_safe(character: str) -> bool:
    """Tell, from the Unicode database and not from our list, whether a terminal just shows it."""
    if character in "\t\n":
        return True
    return (
        unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        and unicodedata.bidirectional(character) not in BIDI
    )


@given(TEXT)
@example("\r\n\r")
@example("\r\ufeff\n")
def test_clean_text_holds_nothing_a_terminal_obeys(text: str) -> None:
    cleaned = clean(text)
    assert all(is_safe(character) for character in cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode()


@given(TEXT)
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    safe = "".join(c for c in text if is_safe(c) and c not in "\ufeff\ufff9\ufffa\ufffb")
    assert clean(safe) == safe


@given(TEXT)
def test_a_clean_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert all(is_safe(character) for character in line)
    assert "\n" not in line
    assert "\t" not in line
    assert "  " not in line
    assert line == line.strip()
    assert clean_line(line) == line


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        # OSC 8: a link that shows another address than it opens.
        (
            "\x1b]8;;https://evil.example\x1b\\bank.example\x1b]8;;\x1b\\",
            "]8;;https://evil.example\\bank.example]8;;\\",
        ),
        # OSC 52: writes to the clipboard; ended by BEL, or begun by the C1 form.
        ("\x1b]52;c;cm0gLXJm\x07", "]52;c;cm0gLXJm"),
        ("\x9d52;c;cm0gLXJm\x9c", "52;c;cm0gLXJm"),
        ("\x1b[2J\x1b[31mred\x1b[0m", "[2J[31mred[0m"),
        ("\x9b31mred", "31mred"),
        ("safe\x08\x08\x08\x08evil", "safeevil"),
        ("one\rtwo\r\nthree\x0bfour\x0cfive\x85six\u2028seven\u2029eight", None),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("a\u2066b\u2069c\u2067d\u2068e", "abcde"),
        ("half \ud83d of a pair", "half  of a pair"),
        ("\ufeffafter the mark", "after the mark"),
        # What looks like markup is text, and so stays; whoever shows it must not read it as such.
        ("[bold red]Title[/] [@click=app.quit]", "[bold red]Title[/] [@click=app.quit]"),
        ("<b>&amp;</b> {0} %s \\x1b", "<b>&amp;</b> {0} %s \\x1b"),
        # Writing right to left, joiners and variation selectors are needed to read.
        ("שלום \u200fעולם", "שלום \u200fעולם"),
        ("👩\u200d💻 ❤\ufe0f می\u200cخواهم", "👩\u200d💻 ❤\ufe0f می\u200cخواهم"),
        ("soft\u00adhyphen no\u00a0break", "soft\u00adhyphen no\u00a0break"),
        ("tab\there", "tab\there"),
        ("", ""),
    ],
)
def test_examples(text: str, cleaned: str | None) -> None:
    expected = "one two three four five six seven eight".replace(" ", "\n")
    assert clean(text) == (expected if cleaned is None else cleaned)


def test_white_space_of_a_line_is_folded() -> None:
    assert clean_line("  A\n\n\ttitle \u00a0 of\u3000two\x1b lines ") == "A title of two lines"


def test_the_hash_of_a_text() -> None:
    # FIPS 180-2, B.1
    assert text_hash("abc").startswith("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61")
    assert text_hash("é") != text_hash("e\u0301")
