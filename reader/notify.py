"""Desktop notifications: by the terminal, or by a program of the user's own."""

import os
from collections.abc import Callable, Sequence
from typing import Final

from reader.programs import run_program
from reader.text import clean_line

_LONGEST: Final = 200
"""Characters of a title or text; desktops show less."""
_SECONDS: Final = 10.0
_MOST: Final = 2**16
"""Bytes that a program may print; they are not read."""


def notify(how: str | Sequence[str], title: str, text: str, write: Callable[[str], object]) -> None:
    """Show a notification on the desktop. Title and text may come from anywhere.

    Waits for a program, so not to be called on an event loop where ``how`` is one.

    Args:
        how: The setting ``notify``: "osc9", "osc777", or a program and its arguments. In these
            {title} and {text} stand for both; without either they are the last two arguments.
        title: What is told of.
        text: What there is to tell.
        write: Takes what is sent to the terminal.

    Raises:
        ProgramError: The program cannot be run, fails or takes longer than ten seconds.
    """
    title, text = _short(title), _short(text)
    if isinstance(how, str):
        write(escape_sequence(how, title, text))
    else:
        run_program(_filled(how, title, text), seconds=_SECONDS, most=_MOST)


def escape_sequence(how: str, title: str, text: str) -> str:
    """Return what makes a terminal show a notification.

    Args:
        how: "osc9" (iTerm2, kitty, WezTerm, Windows Terminal, foot) or "osc777" (urxvt, VTE,
            foot, WezTerm, Ghostty).
        title: On one line.
        text: On one line.
    """
    # A semicolon would part what it is not to part: in OSC 777 title and text, in OSC 9 a
    # number before it would make ConEmu's and Windows Terminal's other commands of it.
    title, text = (_short(part).replace(";", ",") for part in (title, text))
    body = f"9;{title}: {text}" if how == "osc9" else f"777;notify;{title};{text}"
    sequence = f"\x1b]{body}\x1b\\"
    if not os.environ.get("TMUX"):
        return sequence
    inner = sequence.replace("\x1b", "\x1b\x1b")  # tmux passes it on with allow-passthrough
    return f"\x1bPtmux;{inner}\x1b\\"


def _short(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _filled(command: Sequence[str], title: str, text: str) -> list[str]:
    """Return the command with title and text in it, neither of which can be an option."""
    program, *arguments = command
    if not any("{title}" in word or "{text}" in word for word in arguments):
        arguments += ["{title}", "{text}"]
    return [program, *(_put_in(word, title, text) for word in arguments)]


def _put_in(word: str, title: str, text: str) -> str:
    # In one go: a title that holds "{text}" stays as it is.
    pieces = word.replace("{title}", "\0t\0").replace("{text}", "\0x\0").split("\0")
    filled = "".join({"t": title, "x": text}.get(piece, piece) for piece in pieces)
    return f" {filled}" if filled.startswith("-") and not word.startswith("-") else filled
